#pragma once

#include "ui/workspaces.h"

#include <QMainWindow>

#include <memory>

class QLabel;

namespace dollygrip::ui {

class Actions;
class BoardDocks;
class BoardView;
class BrushBox;
class CanvasView;
class ErrorBox;
class FilmCommands;
class FilmDesk;
class InspectorDock;
class Settings;
class ShootChoices;
class ShootViews;
class TimelineView;
class ToolColumn;
class TopBar;
class TransportBar;
class WindowDialogs;

/// The window of one film: paper in the middle, docks around it, everything connected. Wiring
/// only. Main thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum class Build { AtOnce, InSteps };
    /// InSteps: call buildNext() until it is whole, then show it; so that nobody waits for all of
    /// it at once.
    MainWindow(std::unique_ptr<FilmDesk> desk, Settings& settings, Build build = Build::AtOnce);
    ~MainWindow() override;

    /// The next part of the window; false when there was none left.
    bool buildNext();

    FilmDesk& desk() { return *m_desk; }
    Actions& actions() { return *m_actions; }
    WindowDialogs& dialogs() { return *m_dialogs; }
    ErrorBox& errors() { return *m_errors; }
    CanvasView& canvas() { return *m_canvas; }
    BoardView& board() { return *m_board; }
    TimelineView& timeline() { return *m_timeline; }
    bool isPaperOnly() const { return m_isPaperOnly; }
    /// Keeps the docks' places for the next window.
    void rememberArrangement();

public Q_SLOTS:
    /// Hides everything but the paper, or brings it back.
    void setPaperOnly(bool isPaperOnly);

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTop();
    void buildCentre();
    void buildBoards();
    void buildTimeline();
    void buildInspector();
    void buildBrushes();
    void buildTakes();
    void placeDocks();
    void connectViews();
    void connectSaving();
    void connectWorkspaces();
    QDockWidget* dock(const QString& name, const QString& title, QWidget* widget);
    void showTitle();
    void deleteWhereFocused();
    void showMenu(const QStringList& ids, const QPoint& global);

    std::unique_ptr<FilmDesk> m_desk;
    Settings& m_settings;
    std::size_t m_built = 0; ///< parts that stand
    ShootChoices* m_choices = nullptr;
    Actions* m_actions = nullptr;
    FilmCommands* m_commands = nullptr;
    WindowDialogs* m_dialogs = nullptr;
    ShootViews* m_shootViews = nullptr;
    TopBar* m_top = nullptr;
    BrushBox* m_brushes = nullptr;
    ToolColumn* m_tools = nullptr;
    CanvasView* m_canvas = nullptr;
    TransportBar* m_transport = nullptr;
    ErrorBox* m_errors = nullptr;
    BoardDocks* m_boardDocks = nullptr;
    BoardView* m_board = nullptr;
    TimelineView* m_timeline = nullptr;
    InspectorDock* m_inspector = nullptr;
    Workspaces* m_workspaces = nullptr;
    Workspaces::Docks m_docks;
    QByteArray m_stateBeforePaper;
    bool m_isPaperOnly = false;
    bool m_isSaved = true;
    bool m_hasFailedToSave = false;
};

} // namespace dollygrip::ui
