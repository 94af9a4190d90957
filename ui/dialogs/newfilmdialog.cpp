#include "ui/dialogs/newfilmdialog.h"

#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

struct SizeChoice {
    int width;
    int height;
    const char* name;
};
constexpr std::array kSizes = {
    SizeChoice{1920, 1080, QT_TRANSLATE_NOOP("NewFilmDialog", "16:9 HD")},
    SizeChoice{1280, 720, QT_TRANSLATE_NOOP("NewFilmDialog", "16:9 small")},
    SizeChoice{3840, 2160, QT_TRANSLATE_NOOP("NewFilmDialog", "16:9 UHD")},
    SizeChoice{2048, 858, QT_TRANSLATE_NOOP("NewFilmDialog", "2.39:1 Scope")},
    SizeChoice{1998, 1080, QT_TRANSLATE_NOOP("NewFilmDialog", "1.85:1 Flat")},
    SizeChoice{2000, 1000, QT_TRANSLATE_NOOP("NewFilmDialog", "2:1 Univisium")},
    SizeChoice{1480, 1080, QT_TRANSLATE_NOOP("NewFilmDialog", "1.37:1 Academy")},
    SizeChoice{1440, 1080, QT_TRANSLATE_NOOP("NewFilmDialog", "4:3")},
    SizeChoice{1080, 1080, QT_TRANSLATE_NOOP("NewFilmDialog", "Square")},
    SizeChoice{1080, 1920, QT_TRANSLATE_NOOP("NewFilmDialog", "9:16 upright")},
};
constexpr std::array kRates = {"24", "25", "30", "24000/1001", "30000/1001", "12",
                               "15", "48", "50", "60000/1001", "60"};

QString rateName(const char* text)
{
    const QString rate = QString::fromLatin1(text);
    if (rate == "24000/1001"_L1)
        return u"23.976"_s;
    if (rate == "30000/1001"_L1)
        return u"29.97"_s;
    return rate == "60000/1001"_L1 ? u"59.94"_s : rate;
}

} // namespace

NewFilmDialog::NewFilmDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("New film"));
    setMinimumWidth(460);
    QFormLayout* form = inspectorForm(this);
    m_title = new QLineEdit(tr("My film"));
    m_title->selectAll();
    form->addRow(tr("Title"), m_title);
    m_size = new QComboBox;
    for (const SizeChoice& size : kSizes)
        m_size->addItem(u"%1   %2 × %3"_s.arg(tr(size.name)).arg(size.width).arg(size.height),
                        QSize(size.width, size.height));
    form->addRow(tr("Picture"), m_size);
    m_rate = new QComboBox;
    for (const char* rate : kRates)
        m_rate->addItem(tr("%1 frames a second").arg(rateName(rate)), QString::fromLatin1(rate));
    form->addRow(tr("Rate"), m_rate);
    QString home = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    if (home.isEmpty() || !QFileInfo(home).isWritable())
        home = QDir::homePath();
    m_folder = new QLineEdit(QDir::toNativeSeparators(home));
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAutoDefault(false); // Return creates
    auto* place = new QHBoxLayout;
    place->setSpacing(spacing(2));
    place->addWidget(m_folder, 1);
    place->addWidget(browse);
    form->addRow(tr("Folder"), place);
    m_message = quietLabel();
    form->addRow(m_message);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_create = buttons->addButton(tr("Create film"), QDialogButtonBox::AcceptRole);
    m_create->setProperty("primary", true);
    form->addRow(buttons);
    m_create->setDefault(true);

    connect(browse, &QPushButton::clicked, this, &NewFilmDialog::chooseFolder);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_title, &QLineEdit::textChanged, this, &NewFilmDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &NewFilmDialog::check);
    check();
}

FilmSettings NewFilmDialog::settings() const
{
    FilmSettings settings;
    settings.title = m_title->text().trimmed();
    settings.size = m_size->currentData().toSize();
    if (const auto rate = frameRateFromText(m_rate->currentData().toString().toStdString()))
        settings.rate = *rate;
    settings.numbering.isAutomatic = true;
    return settings;
}

QString NewFilmDialog::path() const
{
    QString name = m_title->text().trimmed();
    name.replace(u'/', u'-');
    return QDir(m_folder->text().trimmed()).absoluteFilePath(name + u".dgrip"_s);
}

void NewFilmDialog::check()
{
    const QFileInfo folder(m_folder->text().trimmed());
    QString message;
    if (m_title->text().trimmed().isEmpty())
        message = tr("The film needs a title.");
    else if (!folder.isDir())
        message = tr("There is no such folder.");
    else if (!folder.isWritable())
        message = tr("This folder cannot be written to. Choose another one.");
    else if (QFileInfo::exists(path()))
        message = tr("A film of this name is there already. Choose another title or folder.");
    m_message->setText(message.isEmpty() ? QDir::toNativeSeparators(path()) : message);
    const bool isFine = message.isEmpty();
    m_create->setEnabled(isFine);
}

void NewFilmDialog::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the film"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

} // namespace dollygrip::ui
