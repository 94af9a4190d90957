#include "ui/canvas/eyedroppertool.h"

#include "ui/session.h"

#include <QPainter>

namespace dollygrip::ui {

namespace {

void take(ToolHost& host, const QColor& colour)
{
    BrushSettings brush = host.session().brush();
    brush.colour = colour;
    host.session().setBrush(brush);
}

} // namespace

void EyedropperTool::press(const PointerEvent& event)
{
    m_isPressed = true;
    m_before = host().session().brush().colour;
    m_hover = event.position;
    take(host(), host().colourAt(event.position));
    host().repaint();
}

void EyedropperTool::move(const PointerEvent& event)
{
    m_hover = event.position;
    if (m_isPressed)
        take(host(), host().colourAt(event.position));
    host().repaint();
}

void EyedropperTool::release(const PointerEvent& event)
{
    move(event);
    m_isPressed = false;
}

void EyedropperTool::hover(const PointerEvent& event)
{
    m_hover = event.position;
    host().repaint();
}

bool EyedropperTool::cancel()
{
    if (!m_isPressed)
        return false;
    m_isPressed = false;
    take(host(), m_before);
    return true;
}

void EyedropperTool::paint(QPainter& painter, const CanvasFrame& frame) const
{
    if (!m_hover)
        return;
    // A ring beside the tip: above what is under it, below what the pen has now.
    const QPointF at = frame.toWidget(*m_hover);
    const QRectF ring(at.x() - 26, at.y() - 26, 52, 52);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 220), 13));
    painter.drawEllipse(ring);
    painter.setPen(QPen(host().colourAt(*m_hover), 10, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 0, 180 * 16);
    painter.setPen(QPen(m_isPressed ? m_before : host().session().brush().colour, 10, Qt::SolidLine,
                        Qt::FlatCap));
    painter.drawArc(ring, 180 * 16, 180 * 16);
    painter.setPen(QPen(QColor(20, 20, 22, 160), 1));
    painter.drawEllipse(at, 2, 2);
}

QCursor EyedropperTool::cursor() const
{
    return Qt::CrossCursor;
}

} // namespace dollygrip::ui
