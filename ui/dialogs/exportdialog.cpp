#include "ui/dialogs/exportdialog.h"

#include "core/playback/transport.h"
#include "core/project/errortext.h"
#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/poolwork.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

enum What { WholeFilm, InToOut, CurrentShot };

QString timeLeft(double seconds)
{
    const int whole = qRound(seconds);
    return whole < 60 ? ExportDialog::tr("%n second(s) left", nullptr, whole)
                      : ExportDialog::tr("%n minute(s) left", nullptr, (whole + 30) / 60);
}

} // namespace

ExportDialog::ExportDialog(FilmDesk& desk, QWidget* parent) : QDialog(parent), m_desk(desk)
{
    setWindowTitle(tr("Export movie"));
    setMinimumWidth(480);
    build();
    connect(m_format, &QComboBox::activated, this, &ExportDialog::suggestPath);
    connect(m_what, &QComboBox::activated, this, &ExportDialog::suggestPath);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_isExporting)
            m_stop.request_stop();
        else
            reject();
    });
    suggestPath();
    setWorking(false);
}

ExportDialog::~ExportDialog()
{
    m_stop.request_stop();
}

void ExportDialog::build()
{
    QFormLayout* form = inspectorForm(this);
    m_format = new QComboBox;
    m_format->addItem(tr("Movie for viewing (H.264, MP4)"), int(interchange::Format::Mp4));
    m_format->addItem(tr("Movie for editing (ProRes 422, MOV)"), int(interchange::Format::Mov));
    m_format->addItem(tr("Numbered pictures (PNG)"), int(interchange::Format::PngFolder));
    form->addRow(tr("As"), m_format);
    m_what = new QComboBox;
    m_what->addItem(tr("The whole film"), WholeFilm);
    if (m_desk.transport().hasRange())
        m_what->addItem(tr("From in to out"), InToOut);
    if (const auto shot = m_desk.session().shot())
        m_what->addItem(tr("Shot %1").arg(shot->name), CurrentShot);
    form->addRow(tr("What"), m_what);
    m_size = new QComboBox;
    const QSize film = m_desk.document().film().settings.size;
    m_size->addItem(tr("As the film, %1 × %2").arg(film.width()).arg(film.height()), film);
    for (const int height : {2160, 1080, 720, 480}) {
        const QSize size(qRound(height * m_desk.document().film().settings.aspect() / 2) * 2,
                         height);
        if (size != film)
            m_size->addItem(u"%1 × %2"_s.arg(size.width()).arg(size.height()), size);
    }
    form->addRow(tr("Size"), m_size);
    m_timecode = new QCheckBox(tr("Timecode"));
    m_shot = new QCheckBox(tr("Shot name"));
    auto* burnIn = new QHBoxLayout;
    burnIn->setSpacing(spacing(4));
    burnIn->addWidget(m_timecode);
    burnIn->addWidget(m_shot);
    burnIn->addStretch(1);
    form->addRow(tr("Burn in"), burnIn);
    m_sound = new QCheckBox(tr("With sound"));
    m_sound->setChecked(true);
    form->addRow({}, m_sound);
    m_path = new QLineEdit;
    m_path->setMinimumWidth(320);
    m_browse = new QPushButton(tr("Choose…"));
    m_browse->setAutoDefault(false); // Return exports
    auto* place = new QHBoxLayout;
    place->setSpacing(spacing(2));
    place->addWidget(m_path, 1);
    place->addWidget(m_browse);
    form->addRow(tr("To"), place);
    m_bar = new QProgressBar;
    form->addRow(m_bar);
    m_message = quietLabel();
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(m_message);
    auto* buttons = new QDialogButtonBox;
    m_cancel = buttons->addButton(tr("Close"), QDialogButtonBox::ActionRole);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    m_export->setProperty("primary", true);
    m_cancel->setAutoDefault(false);
    form->addRow(buttons);
    m_export->setDefault(true);
}

void ExportDialog::suggestPath()
{
    const auto format = interchange::Format(m_format->currentData().toInt());
    const QFileInfo film(m_desk.store().path());
    QString name = film.completeBaseName();
    if (m_what->currentData().toInt() == CurrentShot)
        if (const auto shot = m_desk.session().shot())
            name += u' ' + shot->name;
    const QString suffix = interchange::formatInfo(format).suffix;
    name += suffix.isEmpty() ? tr(" pictures") : u'.' + suffix;
    const QString folder =
        m_path->text().isEmpty() ? film.absolutePath() : QFileInfo(m_path->text()).absolutePath();
    m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(name)));
    m_sound->setEnabled(interchange::formatInfo(format).hasSound);
}

void ExportDialog::choosePath()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export movie"), m_path->text());
    if (!path.isEmpty())
        m_path->setText(QDir::toNativeSeparators(path));
}

std::optional<interchange::ExportSettings> ExportDialog::settings() const
{
    interchange::ExportSettings settings;
    settings.path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (settings.path.isEmpty())
        return std::nullopt;
    settings.format = interchange::Format(m_format->currentData().toInt());
    settings.size = m_size->currentData().toSize();
    settings.burnsInTimecode = m_timecode->isChecked();
    settings.burnsInShot = m_shot->isChecked();
    settings.hasSound = m_sound->isChecked();
    const int what = m_what->currentData().toInt();
    if (what == InToOut)
        settings.range = m_desk.transport().range();
    if (what == CurrentShot)
        if (const auto shot = m_desk.session().shotId())
            settings.shots = {*shot};
    return settings;
}

void ExportDialog::start()
{
    const auto chosen = settings();
    if (m_isExporting || !chosen)
        return;
    m_stop = std::stop_source();
    m_target = chosen->path;
    setWorking(true);
    const auto progress =
        [self = QPointer<ExportDialog>(this)](const interchange::ExportProgress& now) {
            if (now.done % 8 == 0 || now.done == now.total)
                QMetaObject::invokeMethod(
                    QCoreApplication::instance(),
                    [self, now] {
                        if (self)
                            self->showProgress(now);
                    },
                    Qt::QueuedConnection);
        };
    inPool(
        this,
        [film = m_desk.document().film(), takes = m_desk.takeResolver(),
         pictures = m_desk.pictures(), settings = *chosen, progress, stop = m_stop.get_token()] {
            return interchange::exportMovie(film, takes, pictures, settings, progress, stop);
        },
        [this](const Result<interchange::ExportReport>& result) { finish(result); });
}

void ExportDialog::showProgress(const interchange::ExportProgress& progress)
{
    if (!m_isExporting)
        return;
    m_bar->setRange(0, int(progress.total));
    m_bar->setValue(int(progress.done));
    m_message->setText(
        tr("%1 of %n picture(s), %2 a second, %3", nullptr, int(progress.total))
            .arg(progress.done)
            .arg(locale().toString(progress.perSecond, 'f', 1), timeLeft(progress.secondsLeft)));
}

void ExportDialog::finish(const Result<interchange::ExportReport>& result)
{
    setWorking(false);
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled) {
            m_message->setText(tr("Cancelled. Nothing was written."));
            return;
        }
        m_message->setText(errorLine(result.error()));
        m_desk.report(result.error());
        return;
    }
    m_message->setText(tr("Wrote %1 (%n picture(s)).", nullptr, int(result->frames))
                           .arg(QDir::toNativeSeparators(m_target)));
}

void ExportDialog::setWorking(bool working)
{
    m_isExporting = working;
    for (QWidget* field : {static_cast<QWidget*>(m_format), static_cast<QWidget*>(m_size),
                           static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_path),
                           static_cast<QWidget*>(m_browse), static_cast<QWidget*>(m_timecode),
                           static_cast<QWidget*>(m_shot), static_cast<QWidget*>(m_export)})
        field->setEnabled(!working);
    m_sound->setEnabled(
        !working
        && interchange::formatInfo(interchange::Format(m_format->currentData().toInt())).hasSound);
    m_bar->setVisible(working);
    m_bar->setRange(0, 0);
    m_cancel->setText(working ? tr("Cancel") : tr("Close"));
}

void ExportDialog::reject()
{
    hide();
}

} // namespace dollygrip::ui
