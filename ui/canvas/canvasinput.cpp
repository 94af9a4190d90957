// CanvasView's ears: mouse, pen, wheel, pinch and keys become PointerEvents, zoom and pan.

#include "core/project/document.h"
#include "ui/canvas/brushrange.h"
#include "ui/canvas/canvasview.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPinchGesture>
#include <QTabletEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dollygrip::ui {

namespace {

constexpr double kBrushStep = 1.25;

} // namespace

PointerEvent CanvasView::pointer(const QPointF& position, Qt::KeyboardModifiers modifiers,
                                 double pressure, bool isEraser) const
{
    PointerEvent event;
    event.position = m_frame.toPicture(unturned(position));
    event.pressure = pressure;
    event.modifiers = modifiers;
    event.isEraser = isEraser;
    return event;
}

void CanvasView::moveTool(const PointerEvent& given)
{
    if (!m_isPressed) { // a stroke repaints its own place only, so rays stand still meanwhile
        m_pointer = given.position;
        const auto shot = m_session.shot();
        if (m_guides.hasRays && shot && !shot->guides.vanishingPoints.empty())
            update();
    }
    const PointerEvent event = m_isPressed ? snapped(given, false) : given;
    if (m_resizing)
        resizeTo(event);
    else if (m_isPressed)
        tool().move(event);
    else if (!m_isPictureAlone)
        tool().hover(event);
}

void CanvasView::releaseTool(const PointerEvent& given)
{
    const PointerEvent event = m_isPressed ? snapped(given, false) : given;
    m_resizing.reset();
    if (!m_isPressed)
        return;
    m_isPressed = false;
    tool().release(event);
    if (m_borrowed) {
        tool().leave();
        m_borrowed.reset();
        followCursor();
        update();
    }
}

void CanvasView::pressTool(const PointerEvent& event)
{
    setFocus(Qt::MouseFocusReason);
    if (m_isPictureAlone)
        return say(tr("Review only looks. Stage (Ctrl+2) draws and moves."));
    if (startResize(event))
        return;
    const bool takesColour =
        m_session.tool() == ToolKind::Pen || m_session.tool() == ToolKind::FillArea;
    if (takesColour && !tool().isBusy() && (event.modifiers & Qt::AltModifier)) {
        m_borrowed = ToolKind::Eyedropper;
        followCursor();
    }
    if (!m_session.shot() && m_session.tool() == ToolKind::Pen)
        Q_EMIT shotWanted(); // an empty film takes the first stroke like any other
    m_isPressed = true;
    // Whoever draws wants to see the drawing: back to the panel that is drawn on.
    const auto shot = m_session.shot();
    if (tool().drawsOnPaper() && shot && isWatching()) {
        if (m_session.isPlaying())
            Q_EMIT stopAsked();
        const FrameIndex frame = m_session.shotFrame();
        const FrameIndex start = shot->panelStart(shot->panelAt(frame));
        m_session.setPlayhead(m_session.playhead() - frame + start);
    }
    tool().press(snapped(event, true));
}

// --- mouse -----------------------------------------------------------------------------------

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    if (m_isPenNear && event->source() != Qt::MouseEventNotSynthesized)
        return;
    if (event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && m_isSpaceDown)) {
        if (event->modifiers() & Qt::ShiftModifier) {
            m_turnFrom = event->position();
            m_turnBefore = m_turn;
            setCursor(Qt::ClosedHandCursor);
        } else {
            startPan(event->position());
        }
        m_hasPanned = true;
        return;
    }
    if (event->button() == Qt::RightButton) {
        if (!tool().finish() && !showMenu(event->position(), event->globalPosition().toPoint()))
            event->ignore();
        return;
    }
    if (event->button() == Qt::LeftButton)
        pressTool(pointer(event->position(), event->modifiers()));
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_turnFrom)
        return turnTo(event->position());
    if (m_panFrom)
        return panTo(event->position());
    moveTool(pointer(event->position(), event->modifiers()));
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_turnFrom) {
        m_turnFrom.reset();
        return followCursor();
    }
    if (m_panFrom && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton))
        return endPan();
    if (event->button() == Qt::LeftButton)
        releaseTool(pointer(event->position(), event->modifiers()));
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_isSpaceDown)
        return mousePressEvent(event);
    const PointerEvent at = pointer(event->position(), event->modifiers());
    const ToolKind kind = m_session.tool();
    // Quick strokes of a pen are no double clicks.
    const bool takesDoubleClicks =
        kind == ToolKind::Text || kind == ToolKind::Polygon || kind == ToolKind::Curve;
    if ((tool().drawsOnPaper() && !takesDoubleClicks) || kind == ToolKind::Region
        || m_isPictureAlone)
        return mousePressEvent(event);
    tool().doubleClick(at);
}

// --- pen -------------------------------------------------------------------------------------

void CanvasView::tabletEvent(QTabletEvent* event)
{
    const PointerEvent at = pointer(*event);
    m_isPenNear = true;
    switch (event->type()) {
    case QEvent::TabletPress:
        if (event->button() == Qt::MiddleButton || m_isSpaceDown)
            startPan(event->position());
        else
            pressTool(at);
        break;
    case QEvent::TabletMove:
        if (m_panFrom)
            panTo(event->position());
        else
            moveTool(at);
        break;
    case QEvent::TabletRelease:
        if (m_panFrom) {
            endPan();
        } else {
            releaseTool(at);
        }
        m_isPenNear = false;
        break;
    default: break;
    }
    event->accept(); // so that no mouse event is made of it
}

// --- zoom and pan ----------------------------------------------------------------------------

bool CanvasView::startPan(const QPointF& position)
{
    m_panFrom = position;
    m_hasPanned = true;
    setCursor(Qt::ClosedHandCursor);
    return true;
}

void CanvasView::panTo(const QPointF& position)
{
    const QPointF by = unturnedWay(position - *m_panFrom);
    m_panFrom = position;
    m_isFitted = false;
    setFrame(m_frame.rect.translated(by));
}

void CanvasView::endPan()
{
    m_panFrom.reset();
    followCursor();
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    const QPointF pixels = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2
                                                        : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::exp2(event->angleDelta().y() / 480.0), unturned(event->position()));
    } else {
        m_isFitted = false;
        const bool isSideways = event->modifiers() & Qt::ShiftModifier;
        setFrame(m_frame.rect.translated(
            unturnedWay(isSideways ? QPointF(pixels.y(), pixels.x()) : pixels)));
    }
    event->accept();
}

bool CanvasView::handleGesture(QGestureEvent* event)
{
    auto* pinch = static_cast<QPinchGesture*>(event->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    if (m_isPressed && pinch->state() == Qt::GestureStarted) {
        m_isPressed = false; // the first finger was no pen
        tool().cancel();
    }
    const QPointF by = pinch->centerPoint() - pinch->lastCenterPoint();
    if (pinch->changeFlags() & QPinchGesture::CenterPointChanged) {
        m_isFitted = false;
        setFrame(m_frame.rect.translated(unturnedWay(by)));
    }
    if (pinch->changeFlags() & QPinchGesture::RotationAngleChanged)
        setTurn(m_turn + pinch->rotationAngle() - pinch->lastRotationAngle());
    if (pinch->changeFlags() & QPinchGesture::ScaleFactorChanged)
        zoomBy(pinch->scaleFactor(), unturned(mapFromGlobal(pinch->centerPoint())));
    event->accept();
    return true;
}

// --- keys ------------------------------------------------------------------------------------

bool CanvasView::wantsKey(const QKeyEvent& event) const
{
    if (!m_isPictureAlone && tool().wantsKey(event))
        return true;
    switch (event.key()) {
    case Qt::Key_Space: return event.modifiers() == Qt::NoModifier;
    case Qt::Key_Escape: return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: return event.modifiers() == Qt::NoModifier && tool().isBusy();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return event.modifiers() == Qt::NoModifier
               && (m_session.regionId() || m_session.cameraKey() >= 0 || tool().isBusy()
                   || tool().hasSelected());
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: // what is selected goes by them; nothing selected, the playhead
        return (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier
               && !m_session.isPlaying()
               && (tool().hasSelected()
                   || (m_session.regionId() && m_session.tool() == ToolKind::Select)
                   || (m_session.cameraKey() >= 0 && m_session.tool() == ToolKind::Camera));
    default: return false;
    }
}

// A pixel of the film a key press, ten with Shift. A run of them is one step.
bool CanvasView::nudge(const QKeyEvent& event)
{
    const QSizeF size = m_session.document().film().settings.size;
    const double by = event.modifiers() & Qt::ShiftModifier ? 10 : 1;
    const int x = (event.key() == Qt::Key_Right) - (event.key() == Qt::Key_Left);
    const int y = (event.key() == Qt::Key_Down) - (event.key() == Qt::Key_Up);
    return !m_isPictureAlone && !tool().isBusy()
           && tool().nudge({by * x / size.width(), by * y / size.height()});
}

bool CanvasView::showMenu(const QPointF& position, const QPoint& global)
{
    if (m_isPictureAlone || m_isPressed)
        return false;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!tool().fillMenu(*menu, pointer(position, Qt::NoModifier))) {
        delete menu;
        return false;
    }
    menu->popup(global);
    return true;
}

bool CanvasView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        if (wantsKey(*static_cast<QKeyEvent*>(event))) {
            event->accept(); // comes back as a key press instead of a shortcut
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        return handleGesture(static_cast<QGestureEvent*>(event));
    } else if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1.0 + gesture->value(), unturned(gesture->position()));
            return true;
        }
        if (gesture->gestureType() == Qt::RotateNativeGesture) {
            setTurn(m_turn + gesture->value());
            return true;
        }
    }
    return QWidget::event(event);
}

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    if (!m_isPictureAlone && tool().keyPress(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Space:
        if (event->modifiers() != Qt::NoModifier)
            break;
        if (!event->isAutoRepeat()) {
            m_isSpaceDown = true;
            m_hasPanned = false;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    case Qt::Key_Escape: escape(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (tool().finish())
            return;
        break;
    case Qt::Key_Backspace:
        if (tool().stepBack())
            return;
        [[fallthrough]];
    case Qt::Key_Delete:
        if (deleteSelected())
            return;
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (nudge(*event))
            return;
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down && !event->isAutoRepeat())
        document().endMerge();
    if (event->key() != Qt::Key_Space || !m_isSpaceDown)
        return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat())
        return;
    m_isSpaceDown = false;
    followCursor();
    if (!m_hasPanned) // a tap, not a hold
        Q_EMIT playToggled();
}

void CanvasView::leaveEvent(QEvent*)
{
    if (!m_isPressed)
        tool().leave();
    update();
}

bool CanvasView::deleteSelected()
{
    if (tool().isBusy() || m_isPictureAlone)
        return false;
    // Whatever is in hand, what is selected goes: arrow, then camera frame, then region.
    return tool().deleteSelected()
           || (m_session.tool() != ToolKind::Select
               && m_tools.at(ToolKind::Select)->deleteSelected());
}

bool CanvasView::escape()
{
    m_isPressed = false;
    if (m_resizing) {
        m_session.setBrush(std::exchange(m_resizing, std::nullopt)->second);
        return true;
    }
    if (tool().cancel()) {
        m_borrowed.reset();
        update();
        return true;
    }
    const bool had = m_session.regionId() || m_session.cameraKey() >= 0;
    m_session.setRegion(std::nullopt);
    m_session.setCameraKey(-1);
    return had;
}

// --- what the tool in hand is like -----------------------------------------------------------

void CanvasView::resizeBrush(double factor)
{
    BrushSettings brush = m_session.brush();
    double& size = *brushSize(brush);
    size = std::clamp(size * factor, kSmallestBrush, kLargestBrush);
    m_session.setBrush(brush);
}

void CanvasView::smallerBrush()
{
    resizeBrush(1 / kBrushStep);
}

void CanvasView::largerBrush()
{
    resizeBrush(kBrushStep);
}

QString CanvasView::hint() const
{
    switch (m_session.tool()) {
    case ToolKind::Select:
        return tr("Drag arrows, their points, regions or the edges of camera frames · "
                  "Double click an arrow for one more point · Del takes away");
    case ToolKind::Pick:
        return tr("Click a stroke or draw around several · Shift adds · Ctrl: a rectangle · Drag "
                  "the box to move, its corners to resize, the knob to turn");
    case ToolKind::CutOut:
        return tr("Draw around a part of the drawing, then drag it away: lines are cut at the "
                  "edge");
    case ToolKind::Guides:
        return tr("Drag vanishing points, the eyeline and reference pictures · Shift takes a point "
                  "off the eyeline · Right button: fade or remove");
    case ToolKind::Region:
        return tr("Brush over what moves · Shift adds to the region · Alt takes away");
    case ToolKind::Lasso:
        return tr("Draw around what moves, or click corner by corner · Shift adds to the region");
    case ToolKind::Outline:
        return tr("Click a thing, or drag a box around it · Shift adds, Alt takes away · Return "
                  "or a click into it takes it · Esc drops it");
    case ToolKind::Arrow:
        return tr("Draw from a region where it goes, or click point by point and end with Return "
                  "· From an arrow's tip the way goes on");
    case ToolKind::Camera:
        return tr("Drag: truck and pedestal, with Alt pan and tilt · Corner: dolly, with Alt zoom "
                  "· Round handle: roll · Drag the path: one more frame · Shift+C: frame at the "
                  "playhead");
    default: return drawingHint();
    }
}

void CanvasView::followCursor()
{
    setCursor(m_isSpaceDown      ? QCursor(Qt::OpenHandCursor)
              : m_isPictureAlone ? QCursor(Qt::ArrowCursor)
                                 : tool().cursor());
}

} // namespace dollygrip::ui
