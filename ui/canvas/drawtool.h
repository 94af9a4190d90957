#pragma once

#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// Pen and eraser: a stroke on the current layer. Steadies the hand a little; Shift draws a
/// straight line.
class DrawTool : public Tool {
public:
    DrawTool(ToolHost& host, bool isEraser) : Tool(host), m_isEraser(isEraser) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override { m_hover.reset(); }
    bool cancel() override;
    bool isBusy() const override { return m_stroke.has_value(); }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::BlankCursor; }

private:
    Stroke brushStroke(bool isEraser) const;
    void add(const PointerEvent& event);

    bool m_isEraser;
    bool m_isStraight = false;
    std::optional<Stroke> m_stroke;
    std::optional<Eigen::Vector2d> m_hover;
};

} // namespace dollygrip::ui
