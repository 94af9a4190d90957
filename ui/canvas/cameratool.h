#pragma once

#include "core/project/shot.h"
#include "ui/canvas/cameraframe.h"
#include "ui/canvas/tool.h"

#include <memory>
#include <optional>

namespace dollygrip::ui {

/// The camera's frames as rectangles on the paper. Dragging one, or its dot on the path, trucks and
/// pedestals (Ctrl or Alt: pans and tilts); a corner dollies (Ctrl or Alt: zooms); the round handle
/// rolls. The first drag makes B out of A. Dragging the path between two frames, or a double click,
/// adds a frame. Arrow keys move the chosen one, Delete takes it.
class CameraTool : public Tool {
public:
    using Tool::Tool;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    bool cancel() override;
    bool deleteSelected() override;
    bool nudge(const Eigen::Vector2d& by) override;
    bool fillMenu(QMenu& menu, const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override;
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    bool isBusy() const override { return m_grip != Grip::None; }
    QCursor cursor() const override { return Qt::ArrowCursor; }

    /// Is there a frame's edge or handle here? For the select tool, which takes no frame by its
    /// inside.
    bool isEdgeAt(const Eigen::Vector2d& position) const;

private:
    enum class Grip { None, Inside, Corner, Roll };
    struct Hit {
        int key = -1; ///< 0 in a camera without keys
        Grip grip = Grip::None;
        bool isEdge = false;
        std::optional<double> at; ///< on the path between frames, at this time
    };
    Hit hitAt(const Eigen::Vector2d& position) const;
    /// The time at which the path's middle passes here, and only where no frame's dot is.
    std::optional<double> pathTimeAt(const Eigen::Vector2d& position) const;
    CameraPose posed(const PointerEvent& event) const;
    void setEase(int key, Ease ease);

    Grip m_grip = Grip::None;
    int m_key = -1;
    bool m_isNew = false; ///< the key is made by this gesture
    bool m_hasMoved = false;
    std::shared_ptr<const Shot> m_before;
    CameraPath m_path; ///< with the key that is being moved
    CameraFrame m_frame;
    CameraPose m_pose;
    Eigen::Vector2d m_start{0, 0};
    std::optional<Eigen::Vector2d> m_onPath; ///< where a press would put a frame
};

} // namespace dollygrip::ui
