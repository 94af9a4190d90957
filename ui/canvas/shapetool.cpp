#include "ui/canvas/shapetool.h"

#include "core/project/editing.h"
#include "core/project/strokedensity.h"
#include "ui/canvas/drawtool.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kSmallest = 3; // pixels; less is a slip of the hand

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ShapeTool)
public:
    static QString draw(ShapeKind kind)
    {
        switch (kind) {
        case ShapeKind::Line: return tr("Draw line");
        case ShapeKind::Rectangle: return tr("Draw rectangle");
        case ShapeKind::Ellipse: return tr("Draw ellipse");
        case ShapeKind::Polygon: return tr("Draw polygon");
        case ShapeKind::Curve: return tr("Draw curve");
        }
        return {};
    }
};

void addCorner(Stroke& stroke, const Eigen::Vector2d& place, double pressure)
{
    const StrokePoint point{float(place.x()), float(place.y()), float(pressure)};
    stroke.points.append(point);
    stroke.points.append(point); // given twice: a corner
}

} // namespace

// Corner to corner, or from the middle; with Shift as wide as it is high, as seen.
static std::pair<Eigen::Vector2d, Eigen::Vector2d> box(const Eigen::Vector2d& from,
                                                       const PointerEvent& to, double aspect)
{
    Eigen::Vector2d by = to.position - from;
    if (to.modifiers & Qt::ShiftModifier) {
        const double side = std::max(std::abs(by.x()) * aspect, std::abs(by.y()));
        by = {std::copysign(side / aspect, by.x()), std::copysign(side, by.y())};
    }
    if (to.modifiers & Qt::AltModifier)
        return {from - by, from + by};
    return {from, from + by};
}

Stroke ShapeTool::shape(const PointerEvent& to) const
{
    Stroke stroke = strokeOfBrush(host().session(), false);
    const bool isFilled = host().session().brush().isShapeFilled && m_kind != ShapeKind::Line;
    if (isFilled)
        stroke.brush = Brush::Fill;
    if (stroke.brush == Brush::Fill)
        stroke.width = m_kind == ShapeKind::Line ? stroke.width : 0;
    const double aspect = host().frame().aspect();
    const Eigen::Vector2d from = m_points.first();
    if (m_kind == ShapeKind::Line) {
        PointerEvent end = to;
        if (to.modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
            end.position = snappedDirection(from, to.position, aspect);
        Eigen::Vector2d begin = from;
        if (to.modifiers & Qt::AltModifier)
            begin = 2 * from - end.position;
        if (stroke.brush == Brush::Fill)
            stroke.brush = Brush::Ink; // a line has no inside
        stroke.points = {{float(begin.x()), float(begin.y()), float(m_pressure)},
                         {float(end.position.x()), float(end.position.y()), float(m_pressure)}};
        return stroke;
    }
    const auto [a, b] = box(from, to, aspect);
    if (m_kind == ShapeKind::Rectangle) {
        addCorner(stroke, {a.x(), a.y()}, m_pressure);
        addCorner(stroke, {b.x(), a.y()}, m_pressure);
        addCorner(stroke, {b.x(), b.y()}, m_pressure);
        addCorner(stroke, {a.x(), b.y()}, m_pressure);
        if (stroke.brush != Brush::Fill)
            addCorner(stroke, {a.x(), a.y()}, m_pressure);
        return stroke;
    }
    const Eigen::Vector2d middle = (a + b) / 2;
    const Eigen::Vector2d half = (b - a) / 2;
    const double around = std::max(std::abs(half.x()) * aspect, std::abs(half.y()));
    const int count = std::clamp(int(16 + around * 120), 16, 96);
    // It runs a little over its beginning, so that the joint is as smooth as the rest.
    const int over = stroke.brush == Brush::Fill ? 0 : 2;
    for (int i = 0; i < count + over; ++i) {
        const double angle = 2 * std::numbers::pi * i / count - std::numbers::pi / 2;
        stroke.points.append({float(middle.x() + half.x() * std::cos(angle)),
                              float(middle.y() + half.y() * std::sin(angle)), float(m_pressure)});
    }
    return stroke;
}

Stroke ShapeTool::clickedShape(const QList<Eigen::Vector2d>& points, bool isClosed) const
{
    Stroke stroke = strokeOfBrush(host().session(), false);
    if (host().session().brush().isShapeFilled && points.size() > 2)
        stroke.brush = Brush::Fill;
    const bool isFill = stroke.brush == Brush::Fill;
    if (isFill && points.size() > 2)
        stroke.width = 0;
    else if (isFill)
        stroke.brush = Brush::Ink;
    for (const Eigen::Vector2d& place : points) {
        if (m_kind == ShapeKind::Polygon)
            addCorner(stroke, place, m_pressure);
        else
            stroke.points.append({float(place.x()), float(place.y()), float(m_pressure)});
    }
    if (isClosed && stroke.brush != Brush::Fill) {
        if (m_kind == ShapeKind::Polygon) {
            addCorner(stroke, points.first(), m_pressure);
        } else {
            for (qsizetype i = 0; i < std::min<qsizetype>(3, points.size()); ++i)
                stroke.points.append(stroke.points[i]);
        }
    }
    return stroke;
}

void ShapeTool::show(const PointerEvent& to)
{
    if (isClicked()) {
        QList<Eigen::Vector2d> points = m_points;
        const bool isClosed = closes(to);
        if (!isClosed
            && seenDistance(points.last(), to.position, host().frame().aspect())
                   > host().frame().pixel())
            points.append(to.modifiers & Qt::ControlModifier ? snappedDirection(
                              points.last(), to.position, host().frame().aspect())
                                                             : to.position);
        host().showStroke(clickedShape(points, isClosed), 0);
    } else {
        host().showStroke(shape(to), 0);
    }
    host().repaint();
}

bool ShapeTool::closes(const PointerEvent& event) const
{
    return m_points.size() > 2
           && seenDistance(m_points.first(), event.position, host().frame().aspect())
                  < pickRadius(host());
}

bool ShapeTool::keep(const Stroke& stroke)
{
    m_points.clear();
    const auto shot = host().session().shotId();
    const auto layer = host().session().layerId();
    const bool isKept = shot && layer && host().edit(Text::draw(m_kind), [&](Film& film) {
        return addStroke(film, *shot, *layer, stroke);
    });
    host().endStroke(isKept);
    return isKept;
}

void ShapeTool::press(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_points.isEmpty() && isClicked()) {
        if (closes(event)) {
            keep(clickedShape(m_points, true));
            return;
        }
        m_points.append(event.modifiers & Qt::ControlModifier ? snappedDirection(
                            m_points.last(), event.position, host().frame().aspect())
                                                              : event.position);
        show(event);
        return;
    }
    if (!mayDraw(host()))
        return;
    // Shapes are drawn with a steady hand: as wide as the brush says.
    m_pressure = laysDensity(host().session().brush().brush) ? 0.6 : 1.0;
    m_points = {event.position};
    show(event);
}

void ShapeTool::move(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_points.isEmpty())
        show(event);
}

void ShapeTool::release(const PointerEvent& event)
{
    if (m_points.isEmpty() || isClicked())
        return;
    const double way = seenDistance(m_points.first(), event.position, host().frame().aspect());
    if (way < kSmallest * host().frame().pixel()) {
        cancel();
        return;
    }
    keep(shape(event));
}

void ShapeTool::doubleClick(const PointerEvent& event)
{
    if (isClicked() && !m_points.isEmpty())
        finish();
    else
        press(event);
}

void ShapeTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    if (isClicked() && !m_points.isEmpty())
        show(event);
    else
        host().repaint();
}

void ShapeTool::leave()
{
    m_hover.reset();
}

bool ShapeTool::cancel()
{
    if (m_points.isEmpty())
        return false;
    m_points.clear();
    host().endStroke(false);
    return true;
}

bool ShapeTool::finish()
{
    if (!isClicked() || m_points.isEmpty())
        return false;
    if (m_points.size() < 2)
        return cancel();
    keep(clickedShape(m_points, false));
    return true;
}

void ShapeTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (isClicked()) {
        for (qsizetype i = 0; i < m_points.size(); ++i) {
            const bool closesHere =
                i == 0 && m_points.size() > 2 && m_hover
                && seenDistance(m_points[0], *m_hover, frame.aspect()) < pickRadius(host());
            painter.setPen(QPen(QColor(20, 20, 22), 1));
            painter.setBrush(closesHere ? QColor(76, 195, 238) : QColor(255, 255, 255));
            const double radius = closesHere ? 5 : 3;
            painter.drawEllipse(frame.toWidget(m_points[i]), radius, radius);
        }
    }
    if (m_hover && m_points.isEmpty())
        paintBrushRing(painter, frame.toWidget(*m_hover),
                       strokeOfBrush(host().session(), false).width * frame.rect.height() / 2);
}

} // namespace dollygrip::ui
