#include "ui/canvas/guides.h"

#include "ui/canvas/upright.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

constexpr double kDecides = 6; // pixels after which a stroke knows its way

/// A line seen on light and dark ground.
void line(QPainter& painter, const QPointF& a, const QPointF& b, const QColor& tone, double width)
{
    painter.setPen(QPen(QColor(255, 255, 255, 70), width + 1));
    painter.drawLine(a, b);
    painter.setPen(QPen(tone, width));
    painter.drawLine(a, b);
}

QColor guideTone(int alpha)
{
    return QColor(196, 58, 130, alpha);
}

} // namespace

void paintCentre(QPainter& painter, const CanvasFrame& frame)
{
    painter.save();
    const QPointF c = frame.rect.center();
    const double reach = frame.rect.height() * 0.04;
    const QColor tone(20, 20, 22, 130);
    line(painter, c - QPointF(reach, 0), c + QPointF(reach, 0), tone, 1);
    line(painter, c - QPointF(0, reach), c + QPointF(0, reach), tone, 1);
    painter.restore();
}

void paintGrid(QPainter& painter, const CanvasFrame& frame, int rows)
{
    painter.save();
    const double step = frame.rect.height() / std::max(1, rows);
    painter.setPen(QPen(QColor(60, 90, 130, 70), 1));
    const QPointF c = frame.rect.center();
    // From the middle outwards, so that the frame's centre is a crossing.
    for (double off = 0; off <= frame.rect.width() / 2; off += step) {
        for (const double x : {c.x() - off, c.x() + off})
            painter.drawLine(QPointF(std::round(x), frame.rect.top()),
                             QPointF(std::round(x), frame.rect.bottom()));
    }
    for (double off = 0; off <= frame.rect.height() / 2 + 0.5; off += step) {
        for (const double y : {c.y() - off, c.y() + off})
            painter.drawLine(QPointF(frame.rect.left(), std::round(y)),
                             QPointF(frame.rect.right(), std::round(y)));
    }
    painter.restore();
}

void paintPerspective(QPainter& painter, const CanvasFrame& frame, const DrawingGuides& guides,
                      const std::optional<Eigen::Vector2d>& through)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double far = 40 * (frame.rect.width() + frame.rect.height());
    for (const Eigen::Vector2d& point : guides.vanishingPoints) {
        const QPointF at = frame.toWidget(point);
        painter.save();
        painter.setClipRect(frame.rect, Qt::IntersectClip);
        // A fan over the angle under which the frame is seen from the point.
        std::array<QPointF, 4> corners{frame.rect.topLeft(), frame.rect.topRight(),
                                       frame.rect.bottomRight(), frame.rect.bottomLeft()};
        double low = 0, high = 2 * std::numbers::pi;
        if (!frame.rect.contains(at)) {
            const QPointF middle = frame.rect.center() - at;
            const double base = std::atan2(middle.y(), middle.x());
            low = high = 0;
            for (const QPointF& corner : corners) {
                const QPointF to = corner - at;
                const double angle =
                    std::remainder(std::atan2(to.y(), to.x()) - base, 2 * std::numbers::pi);
                low = std::min(low, angle);
                high = std::max(high, angle);
            }
            low += base;
            high += base;
        }
        constexpr int kRays = 24;
        painter.setPen(QPen(guideTone(60), 1));
        for (int i = 0; i <= kRays; ++i) {
            const double angle = low + (high - low) * i / kRays;
            painter.drawLine(at, at + QPointF(std::cos(angle), std::sin(angle)) * far);
        }
        painter.restore();
        if (through) {
            const QPointF way = frame.toWidget(*through) - at;
            const double length = std::hypot(way.x(), way.y());
            if (length > 1)
                line(painter, at, at + way / length * far, guideTone(170), 1);
        }
    }
    if (guides.eyeline) {
        const double y = frame.toWidget(Eigen::Vector2d(0, *guides.eyeline)).y();
        const double beyond = frame.rect.height();
        line(painter, {frame.rect.left() - beyond, y}, {frame.rect.right() + beyond, y},
             guideTone(190), 1.25);
        painter.setBrush(guideTone(230));
        painter.setPen(QPen(Qt::white, 1));
        painter.drawPolygon(QPolygonF({{frame.rect.left() - 14, y - 6},
                                       {frame.rect.left() - 2, y},
                                       {frame.rect.left() - 14, y + 6}}));
    }
    for (const Eigen::Vector2d& point : guides.vanishingPoints) {
        const QPointF at = frame.toWidget(point);
        painter.setBrush(guideTone(230));
        painter.setPen(QPen(Qt::white, 1.5));
        painter.drawEllipse(at, 5, 5);
    }
    painter.restore();
}

QRectF maskRect(const CanvasFrame& frame, double aspect)
{
    QSizeF size(frame.rect.size());
    if (aspect > frame.aspect())
        size.setHeight(size.width() / aspect);
    else
        size.setWidth(size.height() * aspect);
    QRectF inner(QPointF(), size);
    inner.moveCenter(frame.rect.center());
    return inner;
}

QString maskName(double aspect)
{
    if (std::abs(aspect - 9.0 / 16) < 0.002)
        return u"9:16"_s;
    if (std::abs(aspect - 1.0) < 0.002)
        return u"1:1"_s;
    return QString::number(aspect, 'f', 2);
}

void paintMask(QPainter& painter, const CanvasFrame& frame, double aspect)
{
    if (!(aspect > 0))
        return;
    painter.save();
    const QRectF inner = maskRect(frame, aspect);
    QPainterPath outside;
    outside.addRect(frame.rect);
    outside.addRect(inner);
    painter.fillPath(outside, QColor(12, 12, 14, 150));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 170), 1));
    painter.drawRect(inner);
    QFont font = painter.font();
    font.setPixelSize(11);
    painter.setFont(font);
    const bool isLetterbox = inner.top() > frame.rect.top() + 14;
    painter.setPen(QColor(255, 255, 255, 210));
    const QRectF label = isLetterbox ? QRectF(inner.right() - 46, inner.top() - 16, 40, 14)
                                     : QRectF(inner.right() + 4, frame.rect.top() + 4, 40, 14);
    {
        const Upright upright(painter, label.center());
        painter.drawText(label, Qt::AlignCenter, maskName(aspect));
    }
    painter.restore();
}

Eigen::Vector2d PerspectiveSnap::snapped(const Eigen::Vector2d& place, const DrawingGuides& guides,
                                         const CanvasFrame& frame)
{
    if (guides.vanishingPoints.empty() && !guides.eyeline)
        return place;
    const double aspect = frame.aspect();
    const auto inHeights = [&](const Eigen::Vector2d& p) {
        return Eigen::Vector2d(p.x() * aspect, p.y());
    };
    const Eigen::Vector2d start = inHeights(m_start);
    const Eigen::Vector2d drawn = inHeights(place) - start;
    if (!m_way) {
        if (drawn.norm() < kDecides * frame.pixel())
            return m_start;
        std::vector<Eigen::Vector2d> ways;
        for (const Eigen::Vector2d& point : guides.vanishingPoints)
            ways.push_back(inHeights(point) - start);
        // What does not vanish stays level or upright: with one point both, with two upright.
        if (guides.vanishingPoints.size() < 2)
            ways.emplace_back(1, 0);
        if (guides.vanishingPoints.size() < 3)
            ways.emplace_back(0, 1);
        double best = -1;
        for (const Eigen::Vector2d& way : ways) {
            if (way.norm() < 1e-6)
                continue;
            const double likeness = std::abs(way.normalized().dot(drawn.normalized()));
            if (likeness > best) {
                best = likeness;
                m_way = way.normalized();
            }
        }
        if (!m_way)
            return place;
    }
    const Eigen::Vector2d on = start + *m_way * m_way->dot(drawn);
    return {on.x() / aspect, on.y()};
}

DrawingGuides perspectiveOf(int points, double eyeline)
{
    DrawingGuides guides;
    guides.eyeline = eyeline;
    if (points == 1)
        guides.vanishingPoints = {{0.5, eyeline}};
    if (points >= 2)
        guides.vanishingPoints = {{-0.6, eyeline}, {1.6, eyeline}};
    if (points == 3)
        guides.vanishingPoints.emplace_back(0.5, eyeline + 2.2);
    if (points == 0)
        guides.eyeline.reset();
    return guides;
}

} // namespace dollygrip::ui
