#include "ui/canvas/drawtool.h"

#include "core/project/editing.h"
#include "core/project/strokesamples.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kNearest = 0.35; // pixels between samples that are kept

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DrawTool)
public:
    static QString draw() { return tr("Draw"); }
    static QString erase() { return tr("Erase"); }
    static QString locked(const QString& layer)
    {
        return tr("The layer “%1” is locked. Unlock it under Layers to draw on it.").arg(layer);
    }
    static QString hidden(const QString& layer)
    {
        return tr("The layer “%1” is hidden. Show it under Layers to draw on it.").arg(layer);
    }
    static QString noShot() { return tr("Add a shot first (N)."); }
};

Eigen::Vector2d placeOf(const StrokePoint& point)
{
    return {double(point.x), double(point.y)};
}

} // namespace

Stroke strokeOfBrush(const Session& session, bool isEraser)
{
    const BrushSettings& brush = session.brush();
    Stroke stroke;
    stroke.brush =
        isEraser ? (brush.isEraserSoft ? Brush::SoftEraser : Brush::Eraser) : brush.brush;
    stroke.colour = brush.colour;
    stroke.width = isEraser ? brush.eraserWidth : brush.width;
    stroke.opacity = isEraser ? 1.0 : brush.opacity;
    return stroke;
}

StrokePoint strokePoint(const PointerEvent& event)
{
    return {float(event.position.x()), float(event.position.y()),
            float(std::clamp(event.pressure, 0.0, 1.0)), float(std::clamp(event.tilt, 0.0, 1.0))};
}

bool mayDraw(ToolHost& host)
{
    const auto shot = host.session().shot();
    const auto id = host.session().layerId();
    const Layer* layer = shot && id ? shot->layer(*id) : nullptr;
    if (!layer) {
        host.say(Text::noShot());
        return false;
    }
    const Panel* panel = shot->panelOfLayer(*id);
    const bool isLocked = layer->isLocked || (panel && panel->isLocked(*layer));
    const bool isShown = panel ? panel->isShown(*layer) : layer->isVisible;
    if (isLocked || !isShown) {
        host.say(isLocked ? Text::locked(layer->name) : Text::hidden(layer->name));
        return false;
    }
    return true;
}

Eigen::Vector2d snappedDirection(const Eigen::Vector2d& from, const Eigen::Vector2d& to,
                                 double aspect)
{
    const double dx = (to.x() - from.x()) * aspect;
    const double dy = to.y() - from.y();
    constexpr double kStep = std::numbers::pi / 12;
    const double angle = std::round(std::atan2(dy, dx) / kStep) * kStep;
    const double along = dx * std::cos(angle) + dy * std::sin(angle);
    return {from.x() + along * std::cos(angle) / aspect, from.y() + along * std::sin(angle)};
}

void paintBrushRing(QPainter& painter, const QPointF& at, double radius)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double seen = std::max(1.0, radius);
    painter.setPen(QPen(QColor(255, 255, 255, 200), 2.4));
    painter.drawEllipse(at, seen, seen);
    painter.setPen(QPen(QColor(20, 20, 22, 220), 1));
    painter.drawEllipse(at, seen, seen);
    if (seen < 4) { // too small to find on the paper
        painter.drawLine(at - QPointF(9, 0), at - QPointF(5, 0));
        painter.drawLine(at + QPointF(5, 0), at + QPointF(9, 0));
        painter.drawLine(at - QPointF(0, 9), at - QPointF(0, 5));
        painter.drawLine(at + QPointF(0, 5), at + QPointF(0, 9));
    }
}

void DrawTool::press(const PointerEvent& event)
{
    if (!mayDraw(host()))
        return;
    m_stroke = strokeOfBrush(host().session(), m_isEraser || event.isEraser);
    m_isStraight = event.modifiers & Qt::ShiftModifier;
    m_stroke->points = {strokePoint(event)};
    const PenFeel& feel = host().session().penFeel();
    m_steady.emplace(feel.steadying, feel.strength, host().frame(), feel.catchesUp);
    m_steady->begin(event);
    m_hover = event;
    host().showStroke(*m_stroke, 0);
}

void DrawTool::add(const PointerEvent& event)
{
    const CanvasFrame frame = host().frame();
    StrokePoint& last = m_stroke->points.back();
    if (seenDistance(event.position, placeOf(last), frame.aspect()) < kNearest * frame.pixel()) {
        // The hand rests and presses: the point gets as wide as it presses.
        last.pressure = std::max(last.pressure, float(std::clamp(event.pressure, 0.0, 1.0)));
        return;
    }
    m_stroke->points.append(strokePoint(event));
    host().showStroke(*m_stroke, m_stroke->points.size() - 1);
}

void DrawTool::move(const PointerEvent& event)
{
    m_hover = event;
    if (!m_stroke)
        return;
    if (!m_isStraight) {
        if (const auto point = m_steady->follow(event))
            add(*point);
        if (m_steady->string())
            host().repaint();
        return;
    }
    const StrokePoint first = m_stroke->points.front();
    PointerEvent to = event;
    if (event.modifiers & Qt::ControlModifier)
        to.position = snappedDirection(placeOf(first), event.position, host().frame().aspect());
    to.pressure = std::max<double>(first.pressure, event.pressure);
    m_stroke->points = {first, strokePoint(to)};
    m_stroke->points.front().pressure = float(to.pressure); // even along its way
    host().showStroke(*m_stroke, 0);
}

void DrawTool::release(const PointerEvent& event)
{
    if (!m_stroke)
        return;
    // The line ends where the pen left the paper, whatever the steadying held back.
    if (!m_isStraight && (m_stroke->points.size() > 1 || m_steady->string())) {
        for (const PointerEvent& point : m_steady->end(event))
            add(point);
    }
    m_steady.reset();
    const Stroke stroke = *std::exchange(m_stroke, std::nullopt);
    const auto shot = host().session().shotId();
    const auto layer = host().session().layerId();
    if (!shot || !layer) {
        host().endStroke(false);
        return;
    }
    const bool isKept =
        host().edit(isErasing(stroke.brush) ? Text::erase() : Text::draw(),
                    [&](Film& film) { return addStroke(film, *shot, *layer, stroke); });
    host().endStroke(isKept);
}

void DrawTool::hover(const PointerEvent& event)
{
    m_hover = event;
    host().repaint();
}

bool DrawTool::cancel()
{
    if (!m_stroke)
        return false;
    m_stroke.reset();
    m_steady.reset();
    host().endStroke(false);
    return true;
}

void DrawTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    if (m_steady && m_steady->string()) {
        const auto [tip, pen] = *m_steady->string();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(255, 255, 255, 190), 3));
        painter.drawLine(frame.toWidget(tip), frame.toWidget(pen));
        painter.setPen(QPen(QColor(40, 110, 150), 1.2));
        painter.drawLine(frame.toWidget(tip), frame.toWidget(pen));
        painter.setBrush(QColor(40, 110, 150));
        painter.drawEllipse(frame.toWidget(tip), 2.5, 2.5);
        return;
    }
    if (!m_hover || m_stroke)
        return;
    // As wide as it would draw: a mouse presses by half, a pen in the air as much as it can.
    Stroke dot = strokeOfBrush(host().session(), m_isEraser || m_hover->isEraser);
    dot.points = {{0, 0, m_hover->pressure > 0 ? float(m_hover->pressure) : 1.0F}};
    paintBrushRing(painter, frame.toWidget(m_hover->position),
                   penSamples(dot, frame.rect).front().radius);
}

} // namespace dollygrip::ui
