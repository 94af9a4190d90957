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
    enum class Pages { All, None };
    /// None: call addNextPage() until it is whole.
    InspectorDock(FilmDesk& desk, ShootChoices& choices, QWidget* parent = nullptr,
                  Pages pages = Pages::All);
    /// False when there was none left.
    bool addNextPage();

Q_SIGNALS:
    void castWanted();
    void modelsWanted();
    void movesWanted();   ///< the palette of camera moves
    void curvesWanted();  ///< of the camera
    void topViewWanted(); ///< of the set

private:
    void followTool();

    FilmDesk& m_desk;
    ShootChoices& m_choices;
    QTabWidget* m_pages = nullptr;
};

} // namespace dollygrip::ui
