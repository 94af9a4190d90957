#pragma once

#include "core/geometry/region.h"
#include "core/project/ids.h"
#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// The motion brush: paints the part of a layer that moves. A new region each time; Shift, or a
/// start inside the selected region, adds to it; Alt takes away from it.
class RegionTool : public Tool {
public:
    using Tool::Tool;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override { m_hover.reset(); }
    bool cancel() override;
    bool deleteSelected() override;
    bool isBusy() const override { return m_stroke.has_value(); }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::BlankCursor; }

private:
    std::optional<RegionStroke> m_stroke;
    std::optional<RegionId> m_region; ///< that the stroke changes; none: a new one
    std::optional<Eigen::Vector2d> m_hover;
};

/// Takes the selected region, with its arrows, out of the shot.
bool deleteSelectedRegion(ToolHost& host);

} // namespace dollygrip::ui
