#pragma once

#include "ui/canvas/stabiliser.h"
#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

/// What the pen draws with, as the session has it.
Stroke strokeOfBrush(const Session& session, bool isEraser);
StrokePoint strokePoint(const PointerEvent& event);
/// The current layer when it may be drawn on; else says why not.
bool mayDraw(ToolHost& host);
/// `to` turned around `from` to the nearest 15°, as seen.
Eigen::Vector2d snappedDirection(const Eigen::Vector2d& from, const Eigen::Vector2d& to,
                                 double aspect);
/// The brush's outline at its true size; a cross where that is too small to find.
void paintBrushRing(QPainter& painter, const QPointF& at, double radius);

/// Pen and eraser: a stroke on the current layer, steadied as the person likes it. Shift draws a
/// straight line, with Ctrl in steps of 15°.
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
    void add(const PointerEvent& event);

    bool m_isEraser;
    bool m_isStraight = false;
    std::optional<Stroke> m_stroke;
    std::optional<Stabiliser> m_steady;
    std::optional<PointerEvent> m_hover;
};

} // namespace dollygrip::ui
