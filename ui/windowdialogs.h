#pragma once

#include "ui/dialogs/mediaimport.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace dollygrip::ui {

class Actions;
class ExportDialog;
class HelpWindow;
class FilmDesk;
class Settings;

/// The dialogs of one film's window and what they lead to. Which film is open next is the shell's
/// business: it hears filmChosen() and filmMade(). Main thread.
class WindowDialogs : public QObject {
    Q_OBJECT
public:
    WindowDialogs(FilmDesk& desk, Actions& actions, Settings& settings, QWidget* window);

    /// Pictures and sounds dropped or chosen; film files among them are opened.
    void importFiles(const QStringList& paths, PicturesBecome become);
    /// Files dropped on this widget are imported.
    void takeDropsOn(QWidget* widget, PicturesBecome become);
    /// Lines about the engine for About, from the program's main.
    void setEngineText(const QString& text) { m_engine = text; }

Q_SIGNALS:
    void filmChosen(const QString& path);
    void filmMade(const QString& path, const Film& film);
    void sampleWanted();
    void themeChosen();
    /// Another folder of video models, or another model for drafts or finals, is in the settings.
    void modelsChosen();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectThemes(Actions& actions);
    void newFilm();
    void openFilm();
    void chooseImport();
    void choosePinned();
    void showExport();
    void showVersions();
    void showModels();
    void showPreferences();
    void showHelp();
    void showAbout();

    FilmDesk& m_desk;
    Settings& m_settings;
    QWidget* m_window;
    MediaImport m_import;
    QHash<QObject*, PicturesBecome> m_dropTargets;
    QPointer<ExportDialog> m_export;
    QPointer<HelpWindow> m_help;
    Actions& m_actions;
    QString m_engine;
};

} // namespace dollygrip::ui
