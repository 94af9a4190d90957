#pragma once

#include "ui/canvas/arrowedit.h"
#include "ui/canvas/cameratool.h"
#include "ui/canvas/outlinesearch.h"
#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// Picks and moves what is there: arrows and their points, regions with their arrows, camera
/// frames by their edges. What a press would take is lit under the pointer.
class SelectTool : public Tool {
public:
    explicit SelectTool(ToolHost& host) : Tool(host), m_arrow(host), m_camera(host) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override;
    bool cancel() override;
    bool deleteSelected() override;
    bool nudge(const Eigen::Vector2d& by) override;
    bool fillMenu(QMenu& menu, const PointerEvent& event) override;
    bool isBusy() const override { return m_region || m_arrow.isBusy() || m_camera.isBusy(); }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    std::optional<RegionId> hoveredRegion() const override { return m_hoveredRegion; }
    std::optional<MotionId> hoveredMotion() const override { return m_hoveredMotion; }

private:
    void light(const std::optional<RegionId>& region, const std::optional<MotionId>& motion);
    void fillRegionMenu(QMenu& menu, const RegionId& region);

    ArrowEdit m_arrow;
    CameraTool m_camera;
    OutlineSearch m_search;
    std::optional<RegionId> m_region;
    std::optional<RegionId> m_hoveredRegion;
    std::optional<MotionId> m_hoveredMotion;
    std::shared_ptr<const Shot> m_before;
    Eigen::Vector2d m_start{0, 0};
    bool m_hasMoved = false;
};

} // namespace dollygrip::ui
