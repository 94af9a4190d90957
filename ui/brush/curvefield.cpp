#include "ui/brush/curvefield.h"

#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kPick = 10; // pixels

} // namespace

CurveField::CurveField(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(140, 110);
    setCursor(Qt::CrossCursor);
}

void CurveField::setCurve(const PenCurve& curve)
{
    if (m_curve == curve)
        return;
    m_curve = curve;
    update();
}

void CurveField::setMark(double value)
{
    m_mark = value;
    update();
}

QRectF CurveField::field() const
{
    return QRectF(rect()).adjusted(6.5, 6.5, -6.5, -6.5);
}

QPointF CurveField::toWidget(const QPointF& point) const
{
    const QRectF box = field();
    return {box.x() + point.x() * box.width(), box.bottom() - point.y() * box.height()};
}

QPointF CurveField::toCurve(const QPointF& place) const
{
    const QRectF box = field();
    return {std::clamp((place.x() - box.x()) / box.width(), 0.0, 1.0),
            std::clamp((box.bottom() - place.y()) / box.height(), 0.0, 1.0)};
}

qsizetype CurveField::pointAt(const QPointF& place) const
{
    const QList<QPointF>& points = m_curve.points();
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF by = toWidget(points[i]) - place;
        if (std::hypot(by.x(), by.y()) < kPick)
            return i;
    }
    return -1;
}

void CurveField::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = field();
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.window);
    painter.drawRoundedRect(box, 4, 4);
    for (int i = 1; i < 4; ++i) {
        painter.drawLine(toWidget({i / 4.0, 0}), toWidget({i / 4.0, 1}));
        painter.drawLine(toWidget({0, i / 4.0}), toWidget({1, i / 4.0}));
    }
    QPainterPath path(toWidget({0, m_curve.at(0)}));
    for (int i = 1; i <= 100; ++i)
        path.lineTo(toWidget({i / 100.0, m_curve.at(i / 100.0)}));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.text, 2));
    painter.drawPath(path);
    for (const QPointF& point : m_curve.points()) {
        painter.setPen(QPen(t.dock, 1.5));
        painter.setBrush(t.text);
        painter.drawEllipse(toWidget(point), 4.5, 4.5);
    }
    if (m_mark >= 0) {
        const QPointF at = toWidget({m_mark, m_curve.at(m_mark)});
        painter.setPen(QPen(t.camera, 1));
        painter.drawLine(QPointF(at.x(), box.bottom()), at);
        painter.drawLine(QPointF(box.left(), at.y()), at);
        painter.setBrush(t.camera);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(at, 4, 4);
    }
}

void CurveField::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_held = pointAt(event->position());
    if (m_held >= 0 || m_curve.points().size() >= PenCurve::kMostPoints)
        return;
    const QPointF place = toCurve(event->position());
    QList<QPointF> points = m_curve.points();
    points.append(place);
    m_curve = PenCurve(points);
    m_held = pointAt(toWidget(place));
    update();
    Q_EMIT edited(m_curve);
}

void CurveField::mouseMoveEvent(QMouseEvent* event)
{
    if (m_held < 0)
        return;
    QList<QPointF> points = m_curve.points();
    const qsizetype last = points.size() - 1;
    QPointF place = toCurve(event->position());
    if (m_held > 0 && m_held < last) // it stays between its neighbours
        place.setX(
            std::clamp(place.x(), points[m_held - 1].x() + 0.02, points[m_held + 1].x() - 0.02));
    points[m_held] = place;
    m_curve = PenCurve(points);
    update();
    Q_EMIT edited(m_curve);
}

void CurveField::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isOutside = !QRectF(rect()).adjusted(-20, -20, 20, 20).contains(event->position());
    if (m_held > 0 && m_held < m_curve.points().size() - 1 && isOutside) {
        QList<QPointF> points = m_curve.points();
        points.removeAt(m_held);
        m_curve = PenCurve(points);
        update();
        Q_EMIT edited(m_curve);
    }
    m_held = -1;
}

void CurveField::mouseDoubleClickEvent(QMouseEvent* event)
{
    const qsizetype at = pointAt(event->position());
    if (at <= 0 || at >= m_curve.points().size() - 1)
        return;
    QList<QPointF> points = m_curve.points();
    points.removeAt(at);
    m_curve = PenCurve(points);
    m_held = -1;
    update();
    Q_EMIT edited(m_curve);
}

} // namespace dollygrip::ui
