#include "ui/canvas/drawtool.h"

#include "core/project/editing.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kFollow = 0.62;  // how much of the way to the hand the line goes at each sample
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

StrokePoint pointOf(const Eigen::Vector2d& place, double pressure)
{
    return {float(place.x()), float(place.y()), float(std::clamp(pressure, 0.0, 1.0))};
}

Eigen::Vector2d placeOf(const StrokePoint& point)
{
    return {double(point.x), double(point.y)};
}

} // namespace

Stroke DrawTool::brushStroke(bool isEraser) const
{
    const BrushSettings& brush = host().session().brush();
    Stroke stroke;
    stroke.brush = isEraser ? Brush::Eraser : brush.brush;
    stroke.colour = brush.colour;
    stroke.width = isEraser ? brush.eraserWidth : brush.width;
    stroke.opacity = isEraser ? 1.0 : brush.opacity;
    return stroke;
}

void DrawTool::press(const PointerEvent& event)
{
    const auto shot = host().session().shot();
    const auto id = host().session().layerId();
    const Layer* layer = shot && id ? shot->layer(*id) : nullptr;
    if (!layer) {
        host().say(Text::noShot());
        return;
    }
    if (layer->isLocked || !layer->isVisible) {
        host().say(layer->isLocked ? Text::locked(layer->name) : Text::hidden(layer->name));
        return;
    }
    m_stroke = brushStroke(m_isEraser || event.isEraser);
    m_isStraight = event.modifiers & Qt::ShiftModifier;
    m_stroke->points = {pointOf(event.position, event.pressure)};
    m_hover = event.position;
    host().showStroke(*m_stroke, 0);
}

void DrawTool::add(const PointerEvent& event)
{
    const CanvasFrame frame = host().frame();
    const StrokePoint& last = m_stroke->points.back();
    const Eigen::Vector2d place = placeOf(last) + kFollow * (event.position - placeOf(last));
    if (seenDistance(place, placeOf(last), frame.aspect()) < kNearest * frame.pixel()) {
        // The hand rests and presses: the point gets as wide as it presses.
        m_stroke->points.back().pressure = std::max(last.pressure, float(event.pressure));
        return;
    }
    const double pressure = last.pressure + 0.7 * (event.pressure - last.pressure);
    m_stroke->points.append(pointOf(place, pressure));
    host().showStroke(*m_stroke, m_stroke->points.size() - 1);
}

void DrawTool::move(const PointerEvent& event)
{
    m_hover = event.position;
    if (!m_stroke)
        return;
    if (!m_isStraight) {
        add(event);
        return;
    }
    const StrokePoint first = m_stroke->points.front();
    m_stroke->points = {first, pointOf(event.position, first.pressure)};
    host().showStroke(*m_stroke, 0);
}

void DrawTool::release(const PointerEvent& event)
{
    if (!m_stroke)
        return;
    // The line ends where the pen left the paper, whatever the steadying held back.
    const double rest =
        seenDistance(placeOf(m_stroke->points.back()), event.position, host().frame().aspect());
    if (!m_isStraight && m_stroke->points.size() > 1 && rest > host().frame().pixel()) {
        m_stroke->points.append(pointOf(
            event.position, std::min<double>(event.pressure, m_stroke->points.back().pressure)));
        host().showStroke(*m_stroke, m_stroke->points.size() - 1);
    }
    const Stroke stroke = *std::exchange(m_stroke, std::nullopt);
    const auto shot = host().session().shotId();
    const auto layer = host().session().layerId();
    if (!shot || !layer) {
        host().endStroke(false);
        return;
    }
    const bool isErasing = stroke.brush == Brush::Eraser;
    const bool isKept = host().edit(isErasing ? Text::erase() : Text::draw(), [&](Film& film) {
        return addStroke(film, *shot, *layer, stroke);
    });
    host().endStroke(isKept);
}

void DrawTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    host().repaint();
}

bool DrawTool::cancel()
{
    if (!m_stroke)
        return false;
    m_stroke.reset();
    host().endStroke(false);
    return true;
}

void DrawTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    if (!m_hover || m_stroke)
        return;
    const double radius = std::max(1.0, brushStroke(m_isEraser).width * frame.rect.height() / 2);
    const QPointF at = frame.toWidget(*m_hover);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 200), 2.4));
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(QColor(20, 20, 22, 220), 1));
    painter.drawEllipse(at, radius, radius);
    if (radius < 4) { // too small to find on the paper
        painter.drawLine(at - QPointF(9, 0), at - QPointF(5, 0));
        painter.drawLine(at + QPointF(5, 0), at + QPointF(9, 0));
        painter.drawLine(at - QPointF(0, 9), at - QPointF(0, 5));
        painter.drawLine(at + QPointF(0, 5), at + QPointF(0, 9));
    }
}

} // namespace dollygrip::ui
