#include "ui/takes/takecard.h"

#include "core/project/pictureimport.h"
#include "ui/poolwork.h"
#include "ui/takes/takevalues.h"
#include "ui/theme.h"
#include "ui/timetext.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr QSize kPicture(96, 54);

QLabel* pictureLabel()
{
    auto* label = new QLabel;
    label->setFixedSize(kPicture);
    label->setAlignment(Qt::AlignCenter);
    label->setObjectName(u"takePicture"_s);
    return label;
}

void showPicture(QLabel* label, const QImage& image)
{
    if (image.isNull())
        return;
    const double ratio = label->devicePixelRatioF();
    QPixmap pixmap = QPixmap::fromImage(
        image.scaled(kPicture * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    label->setPixmap(pixmap);
}

QToolButton* iconButton(const QString& icon, const QString& tip)
{
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::NoFocus);
    button->setFixedSize(28, 28);
    return button;
}

QImage firstPicture(const QString& folder)
{
    QImageReader reader(folder + "/frame-00000.png"_L1);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(kPicture * 2, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

QString qualityText(const QString& quality)
{
    if (quality == "draft"_L1)
        return QCoreApplication::translate("Quality", "Draft");
    if (quality == "final"_L1)
        return QCoreApplication::translate("Quality", "Final");
    if (quality == "move"_L1)
        return QCoreApplication::translate("Quality", "Move");
    return quality;
}

namespace {

/// The engine's word for what it does now, for people; a word that is new here is shown as it is.
QString stageText(const QString& stage)
{
    static const char* const kStages[][2] = {
        {"waiting", QT_TRANSLATE_NOOP("Stage", "Waiting")},
        {"completing", QT_TRANSLATE_NOOP("Stage", "Filling holes")},
        {"composing", QT_TRANSLATE_NOOP("Stage", "Composing")},
        {"reading", QT_TRANSLATE_NOOP("Stage", "Reading the words")},
        {"conditioning", QT_TRANSLATE_NOOP("Stage", "Conditioning")},
        {"sampling", QT_TRANSLATE_NOOP("Stage", "Sampling")},
        {"decoding", QT_TRANSLATE_NOOP("Stage", "Decoding")},
        {"painting", QT_TRANSLATE_NOOP("Stage", "Painting")},
        {"cancelling", QT_TRANSLATE_NOOP("Stage", "Cancelling")},
    };
    for (const auto& known : kStages)
        if (stage == QLatin1StringView(known[0]))
            return QCoreApplication::translate("Stage", known[1]);
    return stage;
}

} // namespace

TakeCard::TakeCard(const Take& take, QWidget* parent) : QFrame(parent), m_take(take)
{
    setObjectName(u"takeCard"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    column->setSpacing(spacing(1));
    auto* head = new QHBoxLayout;
    head->setSpacing(spacing(2));
    m_picture = pictureLabel();
    head->addWidget(m_picture, 0, Qt::AlignTop);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(0);
    head->addLayout(beside, 1);
    column->addLayout(head);
    const QLocale locale;
    auto* title = new QLabel(u"<b>%1</b> &nbsp;%2"_s.arg(
        qualityText(take.quality).toHtmlEscaped(),
        locale.toString(take.made.toLocalTime().time(), QLocale::ShortFormat)));
    title->setToolTip(locale.toString(take.made.toLocalTime(), QLocale::LongFormat));
    beside->addWidget(title);
    m_about = new QLabel(aboutText());
    m_about->setObjectName(u"takeAbout"_s);
    m_about->setProperty("role", u"small"_s);
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    m_note = new QLineEdit(take.note);
    m_note->setPlaceholderText(tr("Note"));
    m_note->setFrame(false);
    m_note->setAccessibleName(tr("Note"));
    column->addWidget(m_note);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    m_circle = iconButton(u"circle"_s, tr("Circle: this take plays"));
    m_circle->setObjectName(u"circleTake"_s);
    m_circle->setCheckable(true);
    m_delete = iconButton(u"delete"_s, tr("Delete this take"));
    m_delete->setObjectName(u"deleteTake"_s);
    m_compare = iconButton(u"compare"_s, tr("Compare with another take"));
    m_compare->setObjectName(u"compareTake"_s);
    m_conditioning = iconButton(u"conditioning"_s, tr("What the network got for this take"));
    m_conditioning->setObjectName(u"takeConditioning"_s);
    m_keep = new QToolButton;
    m_keep->setText(tr("Keep"));
    m_keep->setObjectName(u"keepTake"_s);
    m_keep->hide();
    for (QToolButton* button : {m_circle, m_compare, m_conditioning, m_delete, m_keep})
        buttons->addWidget(button);
    buttons->addStretch(1);
    beside->addLayout(buttons);
    m_conditioning->setVisible(!take.conditioning.isEmpty());
    beside->addStretch(1);

    connect(m_circle, &QToolButton::clicked, this, [this] { Q_EMIT circleToggled(m_take.id); });
    connect(m_delete, &QToolButton::clicked, this, [this] { Q_EMIT deleteRequested(m_take.id); });
    connect(m_keep, &QToolButton::clicked, this, [this] { Q_EMIT keepRequested(m_take.id); });
    connect(m_compare, &QToolButton::clicked, this, [this] { Q_EMIT compareWanted(m_take.id); });
    connect(m_conditioning, &QToolButton::clicked, this,
            [this] { Q_EMIT conditioningWanted(m_take.id); });
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        if (m_note->text() != m_take.note) {
            m_take.note = m_note->text();
            Q_EMIT noteEdited(m_take.id, m_take.note);
        }
    });
    setCircled(false);
    readPicture();
}

void TakeCard::setCircled(bool isCircled)
{
    m_circle->setChecked(isCircled);
    setProperty("circled", isCircled);
    style()->unpolish(this);
    style()->polish(this);
}

void TakeCard::setLeaving(bool isLeaving)
{
    m_isLeaving = isLeaving;
    m_keep->setVisible(isLeaving);
    for (QToolButton* button : {m_delete, m_circle, m_compare})
        button->setVisible(!isLeaving);
    m_conditioning->setVisible(!isLeaving && !m_take.conditioning.isEmpty());
    m_note->setVisible(!isLeaving);
    m_picture->setEnabled(!isLeaving);
    m_about->setText(isLeaving ? tr("Deleted in a moment") : aboutText());
}

void TakeCard::setTake(const Take& take)
{
    m_take = take;
    if (!m_note->hasFocus())
        m_note->setText(take.note);
    if (!m_isLeaving)
        m_about->setText(aboutText());
}

QString TakeCard::aboutText() const
{
    QStringList lines;
    if (!m_take.modelName.isEmpty()) {
        QStringList made{m_take.modelName};
        if (m_take.isStoppedEarly())
            made += tr("stopped at step %1 of %2").arg(m_take.stepsDone).arg(m_take.steps);
        else if (m_take.steps > 0)
            made += tr("%n step(s)", nullptr, m_take.steps);
        lines += made.join(u" · "_s);
    }
    lines += tr("%1 × %2 · seed %3 · made in %4")
                 .arg(m_take.size.width())
                 .arg(m_take.size.height())
                 .arg(m_take.seed)
                 .arg(durationText(m_take.seconds));
    const QString measured = scoreText(takeScore(m_take));
    if (!measured.isEmpty())
        lines += measured;
    return lines.join(u'\n');
}

void TakeCard::mouseDoubleClickEvent(QMouseEvent*)
{
    Q_EMIT circleToggled(m_take.id);
}

void TakeCard::readPicture()
{
    inPool(
        this, [folder = m_take.folder] { return firstPicture(folder); },
        [this](const QImage& image) { showPicture(m_picture, image); });
}

JobCard::JobCard(const TakeJob& job, QWidget* parent) : QFrame(parent), m_job(job.id)
{
    setObjectName(u"jobCard"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(2), spacing(2), spacing(1), spacing(2));
    row->setSpacing(spacing(2));
    m_picture = pictureLabel();
    row->addWidget(m_picture, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(spacing(1));
    m_title = new QLabel;
    m_stage = new QLabel;
    m_stage->setProperty("role", u"small"_s);
    m_stage->setWordWrap(true);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    column->addWidget(m_title);
    column->addWidget(m_stage);
    column->addWidget(m_bar);
    m_stop = new QPushButton(tr("Stop here"));
    m_stop->setObjectName(u"stopHere"_s);
    m_stop->setToolTip(tr("Ends after this step and keeps what there is as the take"));
    m_stop->hide();
    column->addWidget(m_stop, 0, Qt::AlignLeft);
    connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT stopRequested(m_job); });
    column->addStretch(1);
    row->addLayout(column, 1);
    QToolButton* cancel = iconButton(u"cancel"_s, tr("Cancel"));
    cancel->setObjectName(u"cancelJob"_s);
    row->addWidget(cancel, 0, Qt::AlignTop);
    connect(cancel, &QToolButton::clicked, this, [this] { Q_EMIT cancelRequested(m_job); });
    showJob(job);
}

void JobCard::showJob(const TakeJob& job)
{
    const QString quality =
        job.wantsOnlyConditioning
            ? tr("what the network gets")
            : qualityText(QString::fromStdString(generator::toText(job.quality)));
    m_title->setText(
        u"<b>%1</b> &nbsp;%2"_s.arg(job.shotName.toHtmlEscaped(), quality.toHtmlEscaped()));
    m_title->setToolTip(job.modelName);
    const bool isSampling = job.stage == "sampling"_L1;
    if (!job.isRunning) {
        m_stage->setText(tr("Waiting"));
        m_bar->setRange(0, 1);
        m_bar->setValue(0);
    } else {
        QString stage = job.stage.isEmpty() ? tr("Starting") : stageText(job.stage);
        if (isSampling && job.isStopping)
            stage = tr("Stopping after this step");
        else if (isSampling && job.total > 0)
            stage = tr("%1, step %2 of %3").arg(stage).arg(job.done).arg(job.total);
        m_stage->setText(job.secondsLeft >= 0
                             ? tr("%1 · %2 left").arg(stage, durationText(job.secondsLeft))
                             : stage);
        m_bar->setRange(0, job.total);
        m_bar->setValue(job.done);
    }
    m_stop->setVisible(job.canStopHere || (isSampling && job.isStopping));
    m_stop->setEnabled(!job.isStopping);
    if (!job.preview.isNull() && job.preview.pixels() != m_shownPreview) {
        m_shownPreview = job.preview.pixels();
        showPicture(m_picture, toQImage(job.preview));
    }
}

} // namespace dollygrip::ui
