#pragma once

#include <QToolBar>

namespace dollygrip::ui {

class Actions;
class Session;

/// The tools, to the left of the paper: the commands "tool.…" of the table as pen-sized buttons.
/// Keeps them and Session::tool() the same, both ways. Main thread.
class CanvasToolBar : public QToolBar {
    Q_OBJECT
public:
    CanvasToolBar(const Actions& actions, Session& session, QWidget* parent = nullptr);
};

} // namespace dollygrip::ui
