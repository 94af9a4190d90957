#pragma once

#include <QDockWidget>

class QTabWidget;

namespace dollygrip::ui {

class FilmDesk;
class ShootChoices;

/// What is selected, in numbers and words: shot, motion, camera, layers, shooting as pages. Follows
/// the session: choosing a region or a camera key shows its page. Main thread.
class InspectorDock : public QDockWidget {
    Q_OBJECT
public:
    InspectorDock(FilmDesk& desk, ShootChoices& choices, QWidget* parent = nullptr);

Q_SIGNALS:
    void castWanted();
    void modelsWanted();

private:
    void followTool();

    FilmDesk& m_desk;
    QTabWidget* m_pages = nullptr;
};

} // namespace dollygrip::ui
