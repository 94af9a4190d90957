#pragma once

#include <QFrame>

class QComboBox;
class QCheckBox;
class QSlider;
class QSpinBox;

namespace dollygrip::ui {

class CanvasView;
class Actions;
class Session;

/// The canvas's corner: every line to draw by, onion skin, second frame, reference pictures, with
/// a switch each. Main thread.
class GuidesPopup : public QFrame {
    Q_OBJECT
public:
    GuidesPopup(CanvasView& canvas, Session& session, Actions& actions, QWidget* parent);
    void popUp(const QPoint& bottomRight);

private:
    void build();
    void fill();
    void take();
    void setPerspective(int points);
    void setEyeline(bool isOn);
    void setMask(double aspect);
    QWidget* toneButton(bool isBefore);

    CanvasView& m_canvas;
    Session& m_session;
    Actions& m_actions;
    QCheckBox* m_thirds = nullptr;
    QCheckBox* m_safe = nullptr;
    QCheckBox* m_centre = nullptr;
    QCheckBox* m_grid = nullptr;
    QSpinBox* m_rows = nullptr;
    QComboBox* m_perspective = nullptr;
    QCheckBox* m_eyeline = nullptr;
    QCheckBox* m_rays = nullptr;
    QCheckBox* m_snap = nullptr;
    QComboBox* m_mask = nullptr;
    QCheckBox* m_onion = nullptr;
    QSpinBox* m_before = nullptr;
    QSpinBox* m_after = nullptr;
    QCheckBox* m_shots = nullptr;
    QCheckBox* m_tint = nullptr;
    QSlider* m_strength = nullptr;
    QCheckBox* m_pinned = nullptr;
    bool m_isFilling = false;
};

/// Puts the button for it into the canvas's corner and connects the actions of guides and turning.
void connectGuides(CanvasView& canvas, Session& session, Actions& actions);

} // namespace dollygrip::ui
