#include "core/geometry/motionpath.h"
#include "core/geometry/region.h"
#include "core/multiplane/similarity.h"
#include "core/project/stageshot.h"
#include "ui/canvas/overlay.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr FrameIndex kTickFrames = 6;
constexpr double kHeadLength = 15;
constexpr double kHeadWidth = 7;

struct Side {
    QPointF left, right;
};

// The two edges of a stroke that is `width` wide, across the way from a to b.
Side sideOf(const QPointF& at, const QPointF& way, double width)
{
    const double length = std::hypot(way.x(), way.y());
    if (length < 1e-9)
        return {at, at};
    const QPointF across(-way.y() / length * width / 2, way.x() / length * width / 2);
    return {at + across, at - across};
}

QPainterPath taperedStroke(const std::vector<QPointF>& line, double tail, double head)
{
    QPainterPath path;
    std::vector<QPointF> back;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF way = line[std::min(i + 1, line.size() - 1)] - line[i > 0 ? i - 1 : 0];
        const double part = double(i) / double(std::max<std::size_t>(1, line.size() - 1));
        const Side side = sideOf(line[i], way, tail + (head - tail) * part);
        if (i == 0)
            path.moveTo(side.left);
        else
            path.lineTo(side.left);
        back.push_back(side.right);
    }
    for (auto point = back.rbegin(); point != back.rend(); ++point)
        path.lineTo(*point);
    path.closeSubpath();
    path.setFillRule(Qt::WindingFill);
    return path;
}

QPainterPath headPath(const QPointF& tip, const QPointF& way)
{
    const double length = std::max(1e-9, std::hypot(way.x(), way.y()));
    const QPointF along = way / length;
    const QPointF across(-along.y(), along.x());
    const QPointF base = tip - along * kHeadLength;
    QPainterPath path;
    path.moveTo(tip);
    path.lineTo(base + across * kHeadWidth);
    path.lineTo(base + along * 3.5);
    path.lineTo(base - across * kHeadWidth);
    path.closeSubpath();
    return path;
}

void paintTicks(QPainter& painter, const CanvasFrame& frame, const MotionSampler& sampler,
                const MotionPath& path, FrameIndex frames, const QColor& tone)
{
    const QColor casing(20, 20, 22, 150);
    // A short arrow in a long time: fewer ticks instead of a bush of them.
    FrameIndex step = kTickFrames;
    const double pixels = sampler.spline().length() * frame.rect.height();
    const double moving = std::max(1.0, (path.to - path.from) * double(frames));
    while (pixels / moving * double(step) < 5 && step < frames)
        step *= 2;
    for (FrameIndex n = 0; n < frames; n += step) {
        const double fraction = shotFraction(double(n), frames);
        if (fraction < path.from - 1e-9 || fraction > path.to + 1e-9)
            continue;
        const QPointF at = frame.toWidget(sampler.pointAt(fraction));
        const double near = 0.25 / double(std::max<FrameIndex>(1, frames));
        QPointF way = frame.toWidget(sampler.pointAt(std::min(path.to, fraction + near)))
                      - frame.toWidget(sampler.pointAt(std::max(path.from, fraction - near)));
        if (std::hypot(way.x(), way.y()) < 1e-6)
            continue;
        const Side tick = sideOf(at, way, n % (4 * step) == 0 ? 16 : 10);
        painter.setPen(QPen(casing, 3.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(tick.left, tick.right);
        painter.setPen(QPen(tone, 1.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(tick.left, tick.right);
    }
}

} // namespace

void paintArrow(QPainter& painter, const CanvasFrame& frame, const MotionPath& path,
                FrameIndex frames, const QColor& tone, bool isSelected)
{
    if (path.points.size() < 2)
        return;
    const MotionSampler sampler(path, frame.aspect());
    const Spline& spline = sampler.spline();
    const double pixels = spline.length() * frame.rect.height();
    if (pixels < 2)
        return;
    const int steps = std::clamp(int(pixels / 4), 8, 400);
    const double shaft = std::max(0.0, 1.0 - (kHeadLength - 5) / pixels);
    std::vector<QPointF> line;
    for (int i = 0; i <= steps; ++i)
        line.push_back(frame.toWidget(spline.atFraction(shaft * i / steps)));
    const QPointF tip = frame.toWidget(spline.atFraction(1.0));
    const QPointF way = tip - frame.toWidget(spline.atFraction(std::max(0.0, 1 - 12 / pixels)));
    QPainterPath shape = taperedStroke(line, 1.4, isSelected ? 5.0 : 4.2);
    const QPainterPath head = headPath(tip, way);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor casing = isSelected ? QColor(255, 255, 255, 235) : QColor(20, 20, 22, 150);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(casing, isSelected ? 3.0 : 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shape);
    painter.drawPath(head);
    paintTicks(painter, frame, sampler, path, frames, tone);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    painter.drawPath(shape);
    painter.drawPath(head);
    painter.restore();
}

std::optional<EndHandles> endHandles(const CanvasFrame& frame, const Shot& shot,
                                     const ShotRegion& region, const Motion& motion)
{
    if (region.isHeldStill || region.area.isInverted || region.area.isEmpty())
        return std::nullopt;
    constexpr double kApart = 26; // pixels between the ghost and its handles
    const double aspect = frame.aspect();
    const multiplane::Similarity end = multiplane::RegionMotion(planeRegion(shot, region), aspect)
                                           .at(std::clamp(motion.path.to, 0.0, 1.0));
    const RegionBounds box = bounds(region.area, aspect);
    const Eigen::Vector2d middle = (box.min + box.max) / 2;
    EndHandles handles;
    handles.middle = frame.toWidget(end.apply(middle));
    const auto outward = [&](const Eigen::Vector2d& from) {
        const QPointF at = frame.toWidget(end.apply(from));
        const QPointF way = at - handles.middle;
        const double length = std::max(1.0, std::hypot(way.x(), way.y()));
        return at + way / length * kApart;
    };
    handles.turn = outward({middle.x(), box.min.y()});
    handles.scale = outward(box.max);
    return handles;
}

void paintEndHandles(QPainter& painter, const EndHandles& handles, const QColor& tone)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const QPointF& to : {handles.turn, handles.scale}) {
        painter.setPen(QPen(QColor(20, 20, 22, 120), 2.2));
        painter.drawLine(handles.middle, to);
        painter.setPen(QPen(tone, 1, Qt::DotLine));
        painter.drawLine(handles.middle, to);
    }
    painter.setBrush(Qt::white);
    // An arrow that goes round, and a square: turn and size.
    painter.setPen(QPen(QColor(20, 20, 22, 200), 3));
    painter.drawEllipse(handles.turn, 7.0, 7.0);
    painter.setPen(QPen(tone, 1.5));
    painter.drawEllipse(handles.turn, 7.0, 7.0);
    painter.setPen(QPen(QColor(30, 30, 32), 1.4, Qt::SolidLine, Qt::RoundCap));
    const QRectF arc(handles.turn.x() - 3.4, handles.turn.y() - 3.4, 6.8, 6.8);
    painter.drawArc(arc, 16 * 60, 16 * 260);
    const QPointF tip = arc.center() + QPointF(1.7, -2.9);
    painter.drawLine(tip, tip + QPointF(-2.6, -0.6));
    painter.drawLine(tip, tip + QPointF(-0.5, 2.4));
    const QRectF square(handles.scale.x() - 5.5, handles.scale.y() - 5.5, 11, 11);
    painter.setPen(QPen(QColor(20, 20, 22, 200), 3));
    painter.drawRect(square);
    painter.setPen(QPen(tone, 1.5));
    painter.drawRect(square);
    painter.setPen(QPen(QColor(30, 30, 32), 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(square.center() - QPointF(2.2, 2.2), square.center() + QPointF(2.2, 2.2));
    painter.drawLine(square.center() + QPointF(2.2, 2.2), square.center() + QPointF(2.2, -0.4));
    painter.drawLine(square.center() + QPointF(2.2, 2.2), square.center() + QPointF(-0.4, 2.2));
    painter.restore();
}

void paintArrowHandles(QPainter& painter, const CanvasFrame& frame, const MotionPath& path,
                       const QColor& tone)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < path.points.size(); ++i) {
        const QPointF at = frame.toWidget(path.points[i]);
        const auto draw = [&] {
            if (isCorner(path, i))
                painter.drawRect(QRectF(at.x() - 4.2, at.y() - 4.2, 8.4, 8.4));
            else
                painter.drawEllipse(at, 4.5, 4.5);
        };
        painter.setPen(QPen(QColor(20, 20, 22, 200), 3));
        painter.setBrush(Qt::white);
        draw();
        painter.setPen(QPen(tone, 1.5));
        draw();
    }
    painter.restore();
}

} // namespace dollygrip::ui
