#pragma once

#include "ui/canvas/arrowedit.h"
#include "ui/canvas/cameratool.h"
#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// Picks and moves what is there: arrows and their points, regions with their arrows, camera
/// frames by their edges.
class SelectTool : public Tool {
public:
    explicit SelectTool(ToolHost& host) : Tool(host), m_arrow(host), m_camera(host) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    bool cancel() override;
    bool deleteSelected() override;
    bool isBusy() const override { return m_region || m_arrow.isBusy() || m_camera.isBusy(); }

private:
    ArrowEdit m_arrow;
    CameraTool m_camera;
    std::optional<RegionId> m_region;
    std::shared_ptr<const Shot> m_before;
    Eigen::Vector2d m_start{0, 0};
    bool m_hasMoved = false;
};

} // namespace dollygrip::ui
