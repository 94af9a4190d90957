#pragma once

#include "ui/filmdesk.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace dollygrip::ui {

class MainWindow;
class Settings;
class StartWindow;

/// Opens films: makes the window of a film, puts another in its place, and says what is wrong when
/// one cannot be opened. Main thread.
class Shell : public QObject {
    Q_OBJECT
public:
    Shell(TakeRunnerFunction runner, Settings& settings, QObject* parent = nullptr);
    ~Shell() override;

    /// The film named on the command line, else the last one, else the sample.
    void start(const QString& path, bool wantsSample);
    /// False when it could not be opened; the reason is on the screen.
    bool open(const QString& path, OpenMode mode = OpenMode::Edit);
    bool create(const QString& path, const Film& film);
    /// A copy of the sample film, made where films live if it is not there yet.
    bool openSample();

    /// Lines about the engine for About.
    void setEngineText(const QString& text) { m_engine = text; }
    MainWindow* window() const;
    StartWindow* startWindow() const;

    /// Where films of this person live.
    static QString filmsFolder();

private:
    void show(std::unique_ptr<FilmStore> store);
    void refuse(const QString& path, const Error& error);
    void connectWindow();
    void applyChosenTheme();

    TakeRunnerFunction m_runner;
    Settings& m_settings;
    QPointer<MainWindow> m_window;
    QPointer<StartWindow> m_start;
    QString m_engine;
};

} // namespace dollygrip::ui
