#pragma once

#include <QDockWidget>

class QTabWidget;

namespace dollygrip::ui {

class FilmDesk;

/// What is selected, in numbers and words: shot, motion, camera, layers as pages. Follows the
/// session: choosing a region or a camera key shows its page. Main thread.
class InspectorDock : public QDockWidget {
    Q_OBJECT
public:
    explicit InspectorDock(FilmDesk& desk, QWidget* parent = nullptr);

private:
    void followTool();

    FilmDesk& m_desk;
    QTabWidget* m_pages = nullptr;
};

} // namespace dollygrip::ui
