#pragma once

#include "ui/canvas/tool.h"

#include <vector>

namespace dollygrip::ui {

/// An outline around the part that moves: drawn freehand, or clicked corner by corner and closed
/// by a double click, Return, or a click on the first corner. Shift adds to the selected region.
class LassoTool : public Tool {
public:
    using Tool::Tool;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool cancel() override;
    bool finish() override;
    bool deleteSelected() override;
    bool isBusy() const override { return !m_points.empty(); }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

private:
    void close();

    std::vector<Eigen::Vector2d> m_points;
    Eigen::Vector2d m_hover{0, 0};
    bool m_isPressed = false;
    bool m_isFreehand = false;
    bool m_adds = false;
};

} // namespace dollygrip::ui
