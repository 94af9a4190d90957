#include "ui/brush/penfeel.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

PenCurve::PenCurve(QList<QPointF> points)
{
    points.removeIf(
        [](const QPointF& p) { return !std::isfinite(p.x()) || !std::isfinite(p.y()); });
    for (QPointF& point : points)
        point = {std::clamp(point.x(), 0.0, 1.0), std::clamp(point.y(), 0.0, 1.0)};
    std::sort(points.begin(), points.end(),
              [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    for (const QPointF& point : points) {
        if (m_points.isEmpty() || point.x() - m_points.last().x() > 0.01)
            m_points.append(point);
    }
    if (m_points.size() < 2) {
        m_points = {{0, 0}, {1, 1}};
        return;
    }
    while (m_points.size() > kMostPoints)
        m_points.removeAt(m_points.size() / 2);
    m_points.first().setX(0);
    m_points.last().setX(1);
}

// Monotone cubic (Fritsch & Carlson): no bumps where the person drew none.
double PenCurve::at(double value) const
{
    const double x = std::clamp(value, 0.0, 1.0);
    const qsizetype last = m_points.size() - 1;
    qsizetype i = 0;
    while (i < last - 1 && x > m_points[i + 1].x())
        ++i;
    const auto slope = [&](qsizetype k) {
        return (m_points[k + 1].y() - m_points[k].y()) / (m_points[k + 1].x() - m_points[k].x());
    };
    const auto tangent = [&](qsizetype k) {
        if (k == 0)
            return slope(0);
        if (k == last)
            return slope(last - 1);
        const double a = slope(k - 1);
        const double b = slope(k);
        return a * b <= 0 ? 0.0 : 2 * a * b / (a + b);
    };
    const QPointF a = m_points[i];
    const QPointF b = m_points[i + 1];
    const double width = b.x() - a.x();
    const double t = (x - a.x()) / width;
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double y = (2 * t3 - 3 * t2 + 1) * a.y() + (t3 - 2 * t2 + t) * width * tangent(i)
                     + (3 * t2 - 2 * t3) * b.y() + (t3 - t2) * width * tangent(i + 1);
    return std::clamp(y, 0.0, 1.0);
}

QString PenCurve::toText() const
{
    QStringList parts;
    for (const QPointF& point : m_points)
        parts.append(u"%1 %2"_s.arg(point.x(), 0, 'f', 4).arg(point.y(), 0, 'f', 4));
    return parts.join(u';');
}

PenCurve PenCurve::fromText(const QString& text)
{
    QList<QPointF> points;
    for (const QString& part : text.left(1000).split(u';', Qt::SkipEmptyParts)) {
        const QStringList numbers = part.simplified().split(u' ');
        bool isX = false;
        bool isY = false;
        const QPointF point(numbers.value(0).toDouble(&isX), numbers.value(1).toDouble(&isY));
        if (isX && isY && numbers.size() == 2)
            points.append(point);
    }
    return points.size() < 2 ? PenCurve() : PenCurve(points);
}

} // namespace dollygrip::ui
