#include "ui/dialogs/preferencesdialog.h"

#include "ui/inspector/fieldhelpers.h"
#include "ui/languages.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

PreferencesDialog::PreferencesDialog(Settings& settings, QWidget* parent)
    : QDialog(parent), m_settings(settings)
{
    setWindowTitle(tr("Preferences"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(5), spacing(5), spacing(5), spacing(4));
    column->setSpacing(spacing(4));
    auto* form = new QFormLayout;
    form->setSpacing(spacing(3));
    auto* window = new QComboBox;
    window->setObjectName(u"themeBox"_s);
    window->addItem(tr("Dark, for dark rooms"), int(ThemeKind::Dark));
    window->addItem(tr("Light, for daylight"), int(ThemeKind::Light));
    window->setCurrentIndex(window->findData(int(settings.themeKind())));
    form->addRow(tr("Window"), window);
    auto* language = new QComboBox;
    language->addItem(tr("As the desktop"), QString());
    for (const QString& code : languages())
        language->addItem(languageName(code), code);
    language->setCurrentIndex(std::max(0, language->findData(settings.language())));
    form->addRow(tr("Language"), language);
    auto* pen = new QPushButton(tr("Pen feel…"));
    pen->setObjectName(u"penFeelButton"_s);
    pen->setAutoDefault(false);
    pen->setToolTip(tr("Pressure and tilt as curves, with paper to try them"));
    connect(pen, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT penFeelWanted();
    });
    form->addRow(tr("Pen"), pen);
    column->addLayout(form);
    QLabel* later = quietLabel(tr("A new language takes effect when the program starts again."));
    column->addWidget(later);
    column->addWidget(quietLabel(tr("Settings are kept in %1").arg(settings.path())));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(400);

    connect(window, &QComboBox::currentIndexChanged, this, [this, window] {
        m_settings.setThemeKind(ThemeKind(window->currentData().toInt()));
        Q_EMIT themeChanged();
    });
    connect(language, &QComboBox::currentIndexChanged, this,
            [this, language] { m_settings.setLanguage(language->currentData().toString()); });
}

} // namespace dollygrip::ui
