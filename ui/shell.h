#pragma once

#include "ui/filmdesk.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace dollygrip::ui {

class MainWindow;
class Settings;
class StartWindow;

/// Opens films: reads one in the pool, then makes its window, puts it in the place of the one
/// before, and says what is wrong when a film cannot be opened. One at a time; what is asked for
/// meanwhile follows, the newest wish alone. Main thread.
class Shell : public QObject {
    Q_OBJECT
public:
    Shell(TakeRunnerFunction runner, Settings& settings, QObject* parent = nullptr);
    ~Shell() override;

    /// The film named on the command line, else the last one, else the sample.
    void start(const QString& path, bool wantsSample);
    // All of these return at once and end in settled(), with a window or the reason on the screen.
    void open(const QString& path, OpenMode mode = OpenMode::Edit);
    void create(const QString& path, const Film& film);
    /// A copy of the sample film, made where films live if it is not there yet.
    void openSample();
    bool isOpening() const { return m_current.has_value(); }

    /// Lines about the engine for About.
    void setEngineText(const QString& text) { m_engine = text; }
    MainWindow* window() const;
    StartWindow* startWindow() const;

    /// Where films of this person live.
    static QString filmsFolder();

Q_SIGNALS:
    /// Nothing is being opened any more: the film is on the screen, or why it is not.
    void settled();

private:
    struct Wish {
        QString path; ///< empty for the sample
        OpenMode mode = OpenMode::Edit;
        std::function<Result<OpenedFilm>()> read; ///< in the pool
        bool operator==(const Wish& other) const
        {
            return path == other.path && mode == other.mode;
        }
    };

    void follow(const Wish& wish);
    void begin(const Wish& wish);
    void finish(Result<OpenedFilm> opened);
    void settle();
    void sayOpening();
    QString openPath() const;
    void bringToFront();
    void show(OpenedFilm film);
    void grow();
    void present();
    void refuse(const QString& path, const Error& error);
    void connectWindow();
    void applyChosenTheme();

    TakeRunnerFunction m_runner;
    Settings& m_settings;
    QPointer<MainWindow> m_window;
    QPointer<StartWindow> m_start;
    std::unique_ptr<MainWindow> m_growing; ///< being built, not shown yet
    std::optional<Wish> m_current;         ///< being read now
    std::optional<Wish> m_next;
    QTimer m_patience; ///< said to be opening when it takes longer than this
    QString m_engine;
};

} // namespace dollygrip::ui
