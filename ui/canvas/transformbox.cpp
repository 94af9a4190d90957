#include "ui/canvas/transformbox.h"

#include <QPainter>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace dollygrip::ui {

namespace {

using Grip = TransformBox::Grip;

constexpr double kReach = 9;     // pixels
constexpr double kTurnAway = 24; // the turning handle over the box
constexpr double kHandle = 3.5;

constexpr std::array kHandles = {Grip::TopLeft,     Grip::Top,    Grip::TopRight,   Grip::Right,
                                 Grip::BottomRight, Grip::Bottom, Grip::BottomLeft, Grip::Left};

/// Where a handle lies: -1, 0 or 1 on both axes.
QPointF sideOf(Grip grip)
{
    switch (grip) {
    case Grip::TopLeft: return {-1, -1};
    case Grip::Top: return {0, -1};
    case Grip::TopRight: return {1, -1};
    case Grip::Right: return {1, 0};
    case Grip::BottomRight: return {1, 1};
    case Grip::Bottom: return {0, 1};
    case Grip::BottomLeft: return {-1, 1};
    case Grip::Left: return {-1, 0};
    default: return {0, 0};
    }
}

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QTransform about(const QPointF& anchor, const QTransform& inner)
{
    return QTransform::fromTranslate(-anchor.x(), -anchor.y()) * inner
           * QTransform::fromTranslate(anchor.x(), anchor.y());
}

/// A stretch that never loses the drawing.
double stretch(double now, double start)
{
    const double factor = std::abs(start) > 1e-9 ? now / start : 1.0;
    return std::abs(factor) < 0.01 ? std::copysign(0.01, factor) : factor;
}

} // namespace

QPointF TransformBox::place(Grip grip) const
{
    if (grip == Grip::Turn)
        return {m_box.center().x(), m_box.top() - kTurnAway * m_pixel};
    const QPointF side = sideOf(grip);
    return {m_box.center().x() + side.x() * m_box.width() / 2,
            m_box.center().y() + side.y() * m_box.height() / 2};
}

Grip TransformBox::gripAt(const QPointF& point) const
{
    if (m_box.isNull())
        return Grip::None;
    if (distance(point, place(Grip::Turn)) < kReach * m_pixel)
        return Grip::Turn;
    const double least = 18 * m_pixel; // a small box is moved, not stretched
    Grip best = Grip::None;
    double nearest = kReach * m_pixel;
    for (const Grip grip : kHandles) {
        const QPointF side = sideOf(grip);
        const bool isMiddle = side.x() == 0 || side.y() == 0;
        if (isMiddle && (side.x() == 0 ? m_box.width() : m_box.height()) < 2 * least)
            continue;
        const double away = distance(point, place(grip));
        if (away < nearest) {
            nearest = away;
            best = grip;
        }
    }
    if (best != Grip::None)
        return best;
    const double rim = 4 * m_pixel;
    return m_box.adjusted(-rim, -rim, rim, rim).contains(point) ? Grip::Inside : Grip::None;
}

QTransform TransformBox::dragged(Grip grip, const QPointF& start, const QPointF& now,
                                 Qt::KeyboardModifiers modifiers) const
{
    const bool isShift = modifiers & Qt::ShiftModifier;
    const QPointF centre = m_box.center();
    if (grip == Grip::None)
        return {};
    if (grip == Grip::Inside) {
        QPointF by = now - start;
        if (isShift)
            by = std::abs(by.x()) > std::abs(by.y()) ? QPointF(by.x(), 0) : QPointF(0, by.y());
        return QTransform::fromTranslate(by.x(), by.y());
    }
    if (grip == Grip::Turn) {
        const QPointF from = start - centre, to = now - centre;
        double degrees =
            (std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x())) * 180 / std::numbers::pi;
        if (isShift)
            degrees = std::round(degrees / 15) * 15;
        return about(centre, QTransform().rotate(degrees));
    }
    const QPointF side = sideOf(grip);
    const QPointF handle = place(grip);
    const QPointF anchor = modifiers & Qt::AltModifier ? centre : centre * 2 - handle;
    const QPointF from = handle - anchor;
    const QPointF to = handle + (now - start) - anchor;
    const bool isCorner = side.x() != 0 && side.y() != 0;
    if (!isCorner && (modifiers & Qt::ControlModifier)) {
        const QPointF by = now - start;
        return about(anchor,
                     side.x() == 0
                         ? QTransform(1, 0, by.x() / (from.y() == 0 ? 1 : from.y()), 1, 0, 0)
                         : QTransform(1, by.y() / (from.x() == 0 ? 1 : from.x()), 0, 1, 0, 0));
    }
    double x = side.x() == 0 ? 1.0 : stretch(to.x(), from.x());
    double y = side.y() == 0 ? 1.0 : stretch(to.y(), from.y());
    if (isCorner && !isShift) {
        // Along the diagonal, as far as the hand went on it.
        const double both = QPointF::dotProduct(to, from) / QPointF::dotProduct(from, from);
        x = y = std::abs(both) < 0.01 ? 0.01 : both;
    }
    return about(anchor, QTransform::fromScale(x, y));
}

void TransformBox::paint(QPainter& painter, const QTransform& transform,
                         const QTransform& toWidget) const
{
    if (m_box.isNull())
        return;
    const QTransform all = transform * toWidget;
    const QPolygonF outline = all.map(QPolygonF(m_box));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(20, 20, 22, 170), 2.5));
    painter.drawPolygon(outline);
    painter.setPen(QPen(Qt::white, 1.25));
    painter.drawPolygon(outline);
    const QPointF top = all.map(place(Grip::Top));
    const QPointF turn = all.map(place(Grip::Turn));
    painter.setPen(QPen(QColor(20, 20, 22, 170), 2.5));
    painter.drawLine(top, turn);
    painter.setPen(QPen(Qt::white, 1.25));
    painter.drawLine(top, turn);
    painter.setPen(QPen(QColor(20, 20, 22), 1));
    painter.setBrush(Qt::white);
    painter.drawEllipse(turn, kHandle + 1, kHandle + 1);
    for (const Grip grip : kHandles) {
        const QPointF at = all.map(place(grip));
        painter.drawRect(QRectF(at.x() - kHandle, at.y() - kHandle, 2 * kHandle, 2 * kHandle));
    }
}

Qt::CursorShape TransformBox::cursor(Grip grip)
{
    switch (grip) {
    case Grip::Inside: return Qt::SizeAllCursor;
    case Grip::Turn: return Qt::PointingHandCursor;
    case Grip::TopLeft:
    case Grip::BottomRight: return Qt::SizeFDiagCursor;
    case Grip::TopRight:
    case Grip::BottomLeft: return Qt::SizeBDiagCursor;
    case Grip::Top:
    case Grip::Bottom: return Qt::SizeVerCursor;
    case Grip::Left:
    case Grip::Right: return Qt::SizeHorCursor;
    case Grip::None: break;
    }
    return Qt::CrossCursor;
}

} // namespace dollygrip::ui
