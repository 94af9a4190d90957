#pragma once

#include "ui/canvas/arrowedit.h"
#include "ui/canvas/tool.h"

#include <optional>
#include <vector>

namespace dollygrip::ui {

/// Motion arrows: a line from a region, drawn freehand or clicked point by point. Begun at the end
/// of the region's last arrow it continues the way; elsewhere it takes the old arrows' place. The
/// move plays while it is drawn. What is drawn already can be taken hold of as well.
class ArrowTool : public Tool {
public:
    explicit ArrowTool(ToolHost& host) : Tool(host), m_edit(host) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool cancel() override;
    bool finish() override;
    bool stepBack() override;
    bool deleteSelected() override;
    bool fillMenu(QMenu& menu, const PointerEvent& event) override;
    std::optional<MotionId> hoveredMotion() const override { return m_hoveredMotion; }
    std::optional<RegionId> hoveredRegion() const override { return m_hoveredRegion; }
    bool isBusy() const override { return !m_points.empty() || m_edit.isBusy(); }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

private:
    bool begin(const PointerEvent& event);
    std::vector<Eigen::Vector2d> line() const;
    void showDraft();
    void place(Shot& shot, const std::vector<Eigen::Vector2d>& points) const;
    void commit();

    ArrowEdit m_edit;
    std::vector<Eigen::Vector2d> m_points;
    std::optional<RegionId> m_region;
    MotionId m_motion = MotionId::create();
    std::shared_ptr<const Shot> m_before;
    Eigen::Vector2d m_hover{0, 0};
    bool m_isPressed = false;
    bool m_isFreehand = false;
    bool m_continues = false;
    std::optional<MotionId> m_hoveredMotion;
    std::optional<RegionId> m_hoveredRegion;
};

} // namespace dollygrip::ui
