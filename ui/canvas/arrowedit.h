#pragma once

#include "core/project/shot.h"
#include "ui/canvas/tool.h"

#include <memory>
#include <optional>

namespace dollygrip::ui {

/// Dragging what is drawn of an arrow: one of its points, or all of it. Used by the select and the
/// arrow tool. Shows the change as the session's draft, so that the move plays under the hand; one
/// edit at the end.
class ArrowEdit {
public:
    explicit ArrowEdit(ToolHost& host) : m_host(host) {}

    /// Takes hold of the arrow under the pointer, selects it. False when there is none.
    bool press(const PointerEvent& event);
    void move(const PointerEvent& event);
    void release();
    bool cancel();
    bool isBusy() const { return m_region.has_value(); }
    /// A double click on an arrow: one more point there. False when there is none under it.
    bool addPoint(const PointerEvent& event);
    /// Takes the selected arrow away.
    bool deleteSelected();

private:
    struct Hit {
        RegionId region;
        MotionId motion;
        int point = -1;        ///< drawn point, -1 for the line itself
        std::size_t after = 0; ///< index of the drawn point before the place on the line
    };
    std::optional<Hit> hitAt(const Eigen::Vector2d& position) const;
    bool commit(const QString& text, const RegionId& region, const MotionId& motion,
                const MotionPath& path);

    ToolHost& m_host;
    std::optional<RegionId> m_region;
    std::optional<MotionId> m_motion;
    std::shared_ptr<const Shot> m_before;
    MotionPath m_path;
    int m_point = -1;
    Eigen::Vector2d m_start{0, 0};
    bool m_hasMoved = false;
};

} // namespace dollygrip::ui
