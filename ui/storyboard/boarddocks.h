#pragma once

#include "core/project/ids.h"

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace dollygrip::ui {

class Actions;
class BoardView;
class FilmCommands;
class FilmDesk;
class OutlineView;

/// The board's commands, its title bar, and the dock with the outline of the film. Main thread.
class BoardDocks : public QObject {
    Q_OBJECT
public:
    BoardDocks(QMainWindow& window, FilmDesk& desk, FilmCommands& commands, Actions& actions,
               BoardView& board, QDockWidget& boards, QObject* parent = nullptr);

    QDockWidget* outline() const { return m_outline; }
    /// The menu of a board, on the board and in the outline.
    void showBoardMenu(const QPoint& global);

private:
    void connectCommands();
    void addOutline();
    void showStates();
    void showSceneMenu(const SceneId& scene, const QPoint& global);
    void renameFocused();

    QMainWindow& m_window;
    FilmDesk& m_desk;
    FilmCommands& m_commands;
    Actions& m_actions;
    BoardView& m_board;
    QDockWidget* m_outline = nullptr;
    OutlineView* m_tree = nullptr;
};

} // namespace dollygrip::ui
