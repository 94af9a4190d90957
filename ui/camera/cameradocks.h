#pragma once

#include <QObject>

#include <functional>

class QDockWidget;
class QMainWindow;

namespace dollygrip::ui {

class Actions;
class FilmDesk;

/// The docks around the camera: curves, top view, palette of moves. Hidden until somebody asks for
/// them; what is in them is made then. Main thread.
class CameraDocks : public QObject {
    Q_OBJECT
public:
    /// `beside`: docks whose place they share, at the bottom and at the right.
    CameraDocks(QMainWindow& window, FilmDesk& desk, Actions& actions, QDockWidget* bottom,
                QDockWidget* right, QObject* parent = nullptr);

    QDockWidget* curves() const { return m_curves; }
    QDockWidget* topView() const { return m_topView; }
    QDockWidget* moves() const { return m_moves; }
    void show(QDockWidget* dock);

private:
    QDockWidget* add(const QString& name, const QString& title, const QString& action,
                     QDockWidget* beside, int height, const std::function<QWidget*()>& make);

    QMainWindow& m_window;
    Actions& m_actions;
    QDockWidget* m_right;
    QDockWidget* m_curves = nullptr;
    QDockWidget* m_topView = nullptr;
    QDockWidget* m_moves = nullptr;
};

} // namespace dollygrip::ui
