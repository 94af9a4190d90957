#pragma once

#include <QObject>
#include <QString>

class QDockWidget;
class QMainWindow;

namespace dollygrip::ui {

class Actions;
class Settings;

enum class Workspace { Board, Stage, Cut, Review };

/// Arrangements of the same docks. Each remembers what the person made of it. Main thread.
class Workspaces : public QObject {
    Q_OBJECT
public:
    struct Docks {
        QDockWidget* boards = nullptr;
        QDockWidget* outline = nullptr;
        QDockWidget* timeline = nullptr;
        QDockWidget* inspector = nullptr;
        QDockWidget* brush = nullptr;
        QDockWidget* takes = nullptr;
    };

    Workspaces(QMainWindow& window, const Docks& docks, Settings& settings,
               QObject* parent = nullptr);

    /// The commands view.board, view.stage … and view.reset choose from now on.
    void takeActions(Actions& actions);
    Workspace current() const { return m_current; }
    void choose(Workspace workspace);
    /// As it came, forgetting what was changed.
    void reset();
    /// Keeps how the window is now.
    void remember();
    /// The one that was open last, with the window's own place on the screen.
    void restoreLast();

    static QString id(Workspace workspace); ///< "board" …

Q_SIGNALS:
    void aboutToChange();
    void changed(Workspace workspace);

private:
    void placeFirst();
    void arrange(Workspace workspace);

    QMainWindow& m_window;
    Docks m_docks;
    Settings& m_settings;
    Workspace m_current = Workspace::Stage;
};

} // namespace dollygrip::ui
