#pragma once

#include "ui/canvas/tool.h"

#include <QList>

#include <optional>

namespace dollygrip::ui {

enum class ShapeKind { Line, Rectangle, Ellipse, Polygon, Curve };

/// Shapes as strokes of the brush in hand, or filled. Lines, rectangles and ellipses are dragged:
/// Shift makes them even, Alt grows them from the middle, Ctrl turns a line in steps of 15°.
/// Polygons and curves are clicked point by point; Return, a double click or the first point ends
/// them.
class ShapeTool : public Tool {
public:
    ShapeTool(ToolHost& host, ShapeKind kind) : Tool(host), m_kind(kind) {}

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void doubleClick(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override;
    bool cancel() override;
    bool finish() override;
    bool isBusy() const override { return !m_points.isEmpty(); }
    bool drawsOnPaper() const override { return true; }
    void paint(QPainter& painter, const CanvasFrame& frame) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

private:
    bool isClicked() const { return m_kind == ShapeKind::Polygon || m_kind == ShapeKind::Curve; }
    bool closes(const PointerEvent& event) const;
    Stroke shape(const PointerEvent& to) const;
    Stroke clickedShape(const QList<Eigen::Vector2d>& points, bool isClosed) const;
    void show(const PointerEvent& to);
    bool keep(const Stroke& stroke);

    ShapeKind m_kind;
    QList<Eigen::Vector2d> m_points; ///< where it was pressed or clicked
    double m_pressure = 0.5;
    std::optional<Eigen::Vector2d> m_hover;
};

} // namespace dollygrip::ui
