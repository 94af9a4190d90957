#include "ui/motion/speedcurvefield.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kLow = -0.25, kHigh = 1.25; // progress that is in sight
constexpr double kPick = 9;                  // pixels
constexpr double kLeastTime = 0.01;          // between two points
constexpr double kSnap = 0.03;               // of progress, to start and end

} // namespace

SpeedCurveField::SpeedCurveField(QWidget* parent) : QWidget(parent), m_tone(theme().subject)
{
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Speed curve"));
    setToolTip(tr("<b>Speed curve</b><br>Drag a point; double click adds one or takes it away. "
                  "Steep is fast; below the line it goes back, above it goes beyond."));
}

void SpeedCurveField::setCurve(const SpeedCurve& curve)
{
    if (m_isDragging || curve == m_curve)
        return;
    m_curve = curve;
    m_point = -1;
    update();
}

void SpeedCurveField::setTone(const QColor& tone)
{
    m_tone = tone;
    update();
}

QRectF SpeedCurveField::graph() const
{
    return QRectF(rect()).adjusted(8, 6, -8, -6);
}

QPointF SpeedCurveField::place(const Eigen::Vector2d& point) const
{
    const QRectF area = graph();
    return {area.left() + point.x() * area.width(),
            area.bottom() - (point.y() - kLow) / (kHigh - kLow) * area.height()};
}

Eigen::Vector2d SpeedCurveField::valueAt(const QPointF& position) const
{
    const QRectF area = graph();
    return {(position.x() - area.left()) / area.width(),
            kLow + (area.bottom() - position.y()) / area.height() * (kHigh - kLow)};
}

int SpeedCurveField::pointAt(const QPointF& position) const
{
    int best = -1;
    double nearest = kPick;
    const auto points = pointsLike(m_curve);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF way = place(points[i]) - position;
        const double away = std::hypot(way.x(), way.y());
        if (away < nearest) {
            nearest = away;
            best = int(i);
        }
    }
    return best;
}

void SpeedCurveField::makeCustom()
{
    m_curve = {Ease::Custom, pointsLike(m_curve)};
}

void SpeedCurveField::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_point = pointAt(event->position());
    m_isDragging = m_point >= 0;
    m_hasMoved = false;
    m_before = m_curve;
    update();
}

void SpeedCurveField::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isDragging) {
        setCursor(pointAt(event->position()) >= 0 ? Qt::SizeAllCursor : Qt::ArrowCursor);
        return;
    }
    m_hasMoved = true;
    makeCustom();
    auto& points = m_curve.points;
    const auto index = std::size_t(m_point);
    Eigen::Vector2d value = valueAt(event->position());
    value.y() = std::clamp(value.y(), kLow, kHigh);
    for (const double end : {0.0, 1.0}) {
        if (std::abs(value.y() - end) < kSnap)
            value.y() = end;
    }
    if (index == 0)
        value.x() = 0;
    else if (index + 1 == points.size())
        value.x() = 1;
    else
        value.x() = std::clamp(value.x(), points[index - 1].x() + kLeastTime,
                               points[index + 1].x() - kLeastTime);
    points[index] = value;
    update();
    Q_EMIT dragged(m_curve);
}

void SpeedCurveField::mouseReleaseEvent(QMouseEvent*)
{
    if (!m_isDragging)
        return;
    m_isDragging = false;
    if (m_hasMoved)
        Q_EMIT edited(m_curve);
}

void SpeedCurveField::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_isDragging = false;
    const int hit = pointAt(event->position());
    const SpeedCurve before = m_curve;
    makeCustom();
    auto& points = m_curve.points;
    if (hit > 0 && hit + 1 < int(points.size())) {
        points.erase(points.begin() + hit);
        m_point = -1;
    } else if (hit < 0) {
        const double time = valueAt(event->position()).x();
        const auto next =
            std::find_if(points.begin(), points.end(),
                         [&](const Eigen::Vector2d& point) { return point.x() > time; });
        if (next == points.begin() || next == points.end() || next->x() - time < kLeastTime
            || time - std::prev(next)->x() < kLeastTime) {
            m_curve = before;
            return;
        }
        const auto made = points.insert(next, {time, before.at(time)});
        m_point = int(made - points.begin());
    } else {
        m_curve = before;
        return;
    }
    update();
    Q_EMIT edited(m_curve);
}

void SpeedCurveField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isDragging) {
        m_isDragging = false;
        m_curve = m_before;
        update();
        Q_EMIT dropped();
        return;
    }
    const bool isInner = m_point > 0 && m_point + 1 < int(m_curve.points.size());
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && isInner) {
        m_curve.points.erase(m_curve.points.begin() + m_point);
        m_point = -1;
        update();
        Q_EMIT edited(m_curve);
        return;
    }
    QWidget::keyPressEvent(event);
}

bool SpeedCurveField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace
            || (key == Qt::Key_Escape && m_isDragging)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void SpeedCurveField::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setBrush(Qt::NoBrush);
    for (const double quarter : {0.25, 0.5, 0.75}) {
        painter.setPen(QPen(t.line, 1, Qt::DotLine));
        painter.drawLine(place({quarter, kLow}), place({quarter, kHigh}));
    }
    painter.setPen(QPen(t.secondary, 1));
    painter.drawLine(place({0, 0}), place({1, 0}));
    painter.drawLine(place({0, 1}), place({1, 1}));
    QPainterPath path(place({0, m_curve.at(0)}));
    const int steps = std::max(32, width());
    for (int i = 1; i <= steps; ++i)
        path.lineTo(place({double(i) / steps, m_curve.at(double(i) / steps)}));
    painter.setClipRect(rect().adjusted(1, 1, -1, -1));
    painter.setPen(QPen(m_tone, 2));
    painter.drawPath(path);
    painter.setClipping(false);
    const auto points = pointsLike(m_curve);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool isChosen = int(i) == m_point;
        painter.setPen(QPen(isChosen ? t.text : m_tone, 1.5));
        painter.setBrush(isChosen ? m_tone : t.window);
        painter.drawEllipse(place(points[i]), isEnabled() ? 3.5 : 2.5, isEnabled() ? 3.5 : 2.5);
    }
}

} // namespace dollygrip::ui
