// CanvasView's hand: what drawing tools need of the paper, and the brush's size by dragging.

#include "core/project/document.h"
#include "ui/canvas/brushrange.h"
#include "ui/canvas/canvasview.h"
#include "ui/canvas/pentilt.h"

#include <QTabletEvent>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dollygrip::ui {

PointerEvent CanvasView::pointer(const QTabletEvent& event) const
{
    const PenFeel& feel = m_session.penFeel();
    PointerEvent at =
        pointer(event.position(), event.modifiers(), feel.pressure.at(event.pressure()),
                event.pointerType() == QPointingDevice::PointerType::Eraser);
    at.tilt = feel.tilt.at(penTilt(event.xTilt(), event.yTilt()));
    at.rotationRad = event.rotation() * std::numbers::pi / 180;
    return at;
}

QColor CanvasView::colourAt(const Eigen::Vector2d& place) const
{
    return m_drawn.colourAt(place, m_session.document().film().settings.paper);
}

void CanvasView::hideStroke(const std::shared_ptr<const Stroke>& stroke)
{
    if (stroke == m_hidden)
        return;
    m_hidden = stroke;
    showPanel();
}

double* CanvasView::brushSize(BrushSettings& brush) const
{
    switch (m_session.tool()) {
    case ToolKind::Eraser: return &brush.eraserWidth;
    case ToolKind::Region: return &brush.regionRadius;
    case ToolKind::Text: return &brush.textHeight;
    default: return &brush.width;
    }
}

// Ctrl+Alt and a drag: sideways size, up and down opacity of the pen.
bool CanvasView::startResize(const PointerEvent& event)
{
    constexpr Qt::KeyboardModifiers kBoth = Qt::ControlModifier | Qt::AltModifier;
    const bool hasSize = tool().drawsOnPaper() || m_session.tool() == ToolKind::Region;
    if ((event.modifiers & kBoth) != kBoth || !hasSize || tool().isBusy()
        || m_session.tool() == ToolKind::FillArea || m_session.tool() == ToolKind::Eyedropper)
        return false;
    m_resizing.emplace(event.position, m_session.brush());
    return true;
}

void CanvasView::resizeTo(const PointerEvent& event)
{
    const Eigen::Vector2d by = event.position - m_resizing->first;
    BrushSettings brush = m_resizing->second;
    const double sideways = by.x() * m_frame.aspect();
    double& size = *brushSize(brush);
    // By ratio where it is thin, evenly where it is thick: the ring's edge goes with the hand.
    const double grown = size + 2 * sideways;
    size = std::clamp(sideways < 0 ? size * std::exp(2 * sideways / std::max(size, 0.02)) : grown,
                      kSmallestBrush, kLargestBrush);
    if (m_session.tool() == ToolKind::Pen && std::abs(by.y()) > 2 * std::abs(sideways)) {
        brush = m_resizing->second;
        brush.opacity = std::clamp(brush.opacity - 2 * by.y(), 0.05, 1.0);
        say(tr("Opacity %1 %").arg(qRound(brush.opacity * 100)));
    } else {
        const int high = m_session.document().film().settings.size.height();
        say(tr("Size %1 px").arg(*brushSize(brush) * high, 0, 'f', 1));
    }
    m_session.setBrush(brush);
}

QString CanvasView::drawingHint() const
{
    switch (m_session.tool()) {
    case ToolKind::Pen:
        return tr("Shift: straight line, with Ctrl in steps of 15° · Alt: take a colour · "
                  "Ctrl+Alt and drag: size · 1 to 9: brushes");
    case ToolKind::Eraser:
        return tr("Shift: straight line · Ctrl+Alt and drag: size · Shift+E: soft or hard · "
                  "The pen's other end erases always");
    case ToolKind::Line: return tr("Drag a line · Shift: in steps of 15° · Alt: from its middle");
    case ToolKind::Rectangle: return tr("Drag a rectangle · Shift: square · Alt: from its middle");
    case ToolKind::Ellipse: return tr("Drag an ellipse · Shift: circle · Alt: from its middle");
    case ToolKind::Polygon:
    case ToolKind::Curve:
        return tr("Click point by point · Ctrl: in steps of 15° · Return or a double click ends, "
                  "the first point closes · Esc drops it");
    case ToolKind::FillArea:
        return tr("Click into an area that lines enclose · Alt: take a colour · Gaps, layers and "
                  "order under Brush (F5)");
    case ToolKind::Text:
        return tr("Click and type, drag to set its direction, click letters to change them · Esc "
                  "or a click elsewhere ends · Font and size under Brush (F5)");
    case ToolKind::Eyedropper: return tr("Click or drag to take the colour under the tip");
    default: return {};
    }
}

} // namespace dollygrip::ui
