#pragma once

#include <QDialog>

namespace dollygrip::ui {

class Settings;

/// What a person sets once: light or dark, language, the pen. Takes effect at once where it can.
/// Main thread.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(Settings& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    void themeChanged();
    void penFeelWanted();

private:
    Settings& m_settings;
};

} // namespace dollygrip::ui
