#include "ui/dialogs/versionsdialog.h"

#include "ui/filmdesk.h"
#include "ui/inspector/fieldhelpers.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

VersionsDialog::VersionsDialog(FilmDesk& desk, QWidget* parent) : QDialog(parent), m_desk(desk)
{
    setWindowTitle(tr("Versions"));
    setMinimumSize(460, 360);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(2));
    layout->addWidget(
        quietLabel(tr("Everything is saved as you work. A version keeps the film as it is now "
                      "under a name, so that you can come back to it.")));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("before the re-cut"));
    m_keep = new QPushButton(tr("Keep this version"));
    row->addWidget(m_name, 1);
    row->addWidget(m_keep);
    layout->addLayout(row);
    m_list = new QListWidget;
    layout->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_back = buttons->addButton(tr("Go back to it"), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    // Return in the name keeps the version; it never closes or goes back.
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);

    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_keep->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &VersionsDialog::keep);
    connect(m_keep, &QPushButton::clicked, this, &VersionsDialog::keep);
    connect(m_back, &QPushButton::clicked, this, &VersionsDialog::goBack);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int current) { m_back->setEnabled(current >= 0); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_keep->setEnabled(false);
    fill();
}

void VersionsDialog::fill()
{
    m_list->clear();
    m_back->setEnabled(false);
    auto versions = m_desk.store().versions();
    if (!versions) {
        m_desk.report(versions.error());
        return;
    }
    m_versions = *versions;
    for (const FilmVersion& version : m_versions)
        m_list->addItem(u"%1   %2"_s.arg(
            version.name, locale().toString(version.made.toLocalTime(), QLocale::ShortFormat)));
}

void VersionsDialog::keep()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    if (auto saved = m_desk.store().saveVersion(name, m_desk.document().film()); !saved)
        m_desk.report(saved.error());
    m_name->clear();
    fill();
}

void VersionsDialog::goBack()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_versions.size())
        return;
    auto version = m_desk.store().version(m_versions[row].id);
    if (!version) {
        m_desk.report(version.error());
        return;
    }
    const Film target = *version;
    if (m_desk.edit(tr("Go back to “%1”").arg(m_versions[row].name),
                    [&](Film& film) -> Result<void> {
                        auto assets = film.assets;
                        assets.insert(target.assets);
                        film = target;
                        film.assets = assets;
                        return {};
                    }))
        accept();
}

} // namespace dollygrip::ui
