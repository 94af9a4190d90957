#pragma once

#include <QWidget>

class QButtonGroup;

namespace dollygrip::ui {

class Actions;
class BrushButton;
class FilmDesk;

/// The tools beside the paper, large enough for a pen, and what the pen draws with. Main thread.
class ToolColumn : public QWidget {
    Q_OBJECT
public:
    ToolColumn(FilmDesk& desk, Actions& actions, QWidget* parent = nullptr);
};

} // namespace dollygrip::ui
