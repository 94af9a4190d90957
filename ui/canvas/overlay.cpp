#include "ui/canvas/overlay.h"

#include "core/geometry/region.h"
#include "core/multiplane/similarity.h"
#include "core/project/stageshot.h"
#include "ui/canvas/regioncolours.h"
#include "ui/canvas/regionedit.h"
#include "ui/canvas/upright.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kTint = 0.20;       // of the selected region
constexpr double kFaintTint = 0.05;  // of the others
constexpr double kLargeShare = 0.35; // of the frame: a tint would colour the whole drawing

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(float(colour.alphaF() * alpha));
    return colour;
}

QPainterPath pathOf(const std::vector<std::vector<Eigen::Vector2d>>& polygons,
                    const CanvasFrame& frame)
{
    QPainterPath path;
    for (const auto& polygon : polygons) {
        if (polygon.size() < 2)
            continue;
        path.moveTo(frame.toWidget(polygon.front()));
        for (std::size_t i = 1; i < polygon.size(); ++i)
            path.lineTo(frame.toWidget(polygon[i]));
        path.closeSubpath();
    }
    return path;
}

void paintFlag(QPainter& painter, const QRectF& area, const QString& name, const QColor& tone)
{
    QFont font = painter.font();
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const double width = QFontMetricsF(font).horizontalAdvance(name) + 10;
    const QRectF flag(area.left(), area.top() - 20, width, 16);
    const Upright upright(painter, flag.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(tone, 0.92));
    painter.drawRoundedRect(flag, 3, 3);
    painter.setPen(tone.lightnessF() > 0.5 ? QColor(24, 24, 26) : QColor(255, 255, 255));
    painter.drawText(flag, Qt::AlignCenter, name);
}

} // namespace

const Overlay::Edges& Overlay::edgesOf(const ShotRegion& region, double aspect)
{
    Edges& known = m_edges[region.id];
    if (known.aspect != aspect || !(known.area == region.area)) {
        known.area = region.area;
        known.aspect = aspect;
        known.polygons = edges(region.area, aspect);
        known.centre = centre(region.area, aspect);
    }
    return known;
}

QPainterPath Overlay::outline(const ShotRegion& region, const CanvasFrame& frame)
{
    return pathOf(edgesOf(region, frame.aspect()).polygons, frame);
}

void Overlay::paintRegion(QPainter& painter, const CanvasFrame& frame, const ShotRegion& region,
                          const OverlayState& state)
{
    const QPainterPath path = outline(region, frame);
    if (path.isEmpty())
        return;
    const QColor tone = regionColour(region);
    const bool isSelected = state.region == region.id;
    const bool isHovered = state.hoveredRegion == region.id && !isSelected;
    const QRectF area = path.boundingRect() & frame.rect;
    const bool isLarge =
        area.width() * area.height() > kLargeShare * frame.rect.width() * frame.rect.height();
    painter.setPen(Qt::NoPen);
    if (isSelected || !isLarge) {
        const double tint = isLarge      ? kFaintTint
                            : isSelected ? kTint
                            : isHovered  ? 0.13
                                         : kFaintTint;
        painter.setBrush(faded(tone, tint));
        painter.drawPath(path);
    }
    if (region.isHeldStill) {
        QBrush hatch(faded(tone, isLarge ? 0.35 : 0.75), Qt::BDiagPattern);
        painter.setBrush(hatch);
        painter.drawPath(path);
    }
    painter.setBrush(Qt::NoBrush);
    const bool isStrong = isSelected || isHovered;
    painter.setPen(QPen(QColor(20, 20, 22, isStrong ? 170 : 90), isStrong ? 2.25 : 1.25));
    painter.drawPath(path);
    QPen dashes(isSelected ? tone.lighter(112) : faded(tone, 0.9), isStrong ? 1.75 : 1.25);
    dashes.setDashPattern({4, 3});
    dashes.setDashOffset(-state.marching / dashes.widthF());
    painter.setPen(dashes);
    painter.drawPath(path);
    if (isSelected || state.showsHandles)
        paintFlag(painter, path.boundingRect(), region.name, tone);
}

void Overlay::paintGhosts(QPainter& painter, const CanvasFrame& frame, const Shot& shot,
                          const ShotRegion& region, int count)
{
    const double aspect = frame.aspect();
    const multiplane::PlaneRegion plane = planeRegion(shot, region);
    const multiplane::RegionMotion motion(plane, aspect);
    if (!motion.moves() || count < 1)
        return;
    double first = 1, last = 0;
    const auto cover = [&](const std::vector<MotionPath>& paths) {
        for (const MotionPath& path : paths) {
            first = std::min(first, path.from);
            last = std::max(last, path.to);
        }
    };
    cover(plane.motions);
    for (const auto& carrier : plane.carriers)
        cover(carrier);
    first = std::clamp(first, 0.0, 1.0);
    last = std::clamp(last, 0.0, 1.0);
    const Edges& known = edgesOf(region, aspect);
    for (int i = 1; i <= count; ++i) {
        const double fraction = first + (last - first) * i / count;
        const multiplane::Similarity pose = motion.at(fraction);
        auto polygons = known.polygons;
        for (auto& polygon : polygons) {
            for (Eigen::Vector2d& point : polygon)
                point = pose.apply(point);
        }
        const bool isEnd = i == count;
        painter.setBrush(Qt::NoBrush);
        QPen pen(faded(regionColour(region), isEnd ? 0.85 : 0.45), 1.1);
        if (!isEnd)
            pen.setDashPattern({2, 3});
        painter.setPen(pen);
        painter.drawPath(pathOf(polygons, frame));
    }
}

void Overlay::paint(QPainter& painter, const CanvasFrame& frame, const Shot& shot,
                    const OverlayState& state, FrameRate rate)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_edges.size() > 4 * shot.regions.size() + 64)
        m_edges.clear();
    const double opacity = painter.opacity();
    painter.setOpacity(opacity * state.strength);
    const auto isShown = [&](const ShotRegion& region) {
        return state.region == region.id
               || (!region.isHidden && isOnPanel(shot, region, state.panel));
    };
    for (const ShotRegion& region : shot.regions) {
        if (isShown(region))
            paintRegion(painter, frame, region, state);
    }
    for (const ShotRegion& region : shot.regions) {
        if (isShown(region))
            paintGhosts(painter, frame, shot, region, state.ghosts);
    }
    for (const ShotRegion& region : shot.regions) {
        for (const Motion& motion : region.motions) {
            if (!isShown(region))
                continue;
            const bool isSelected = state.motion == motion.id && state.region == region.id;
            const QColor tone = regionColour(region);
            paintArrow(painter, frame, motion.path, shot.length,
                       state.hoveredMotion == motion.id && !isSelected ? tone.lighter(118) : tone,
                       isSelected || state.hoveredMotion == motion.id);
            if (!isSelected || !state.showsHandles)
                continue;
            paintArrowHandles(painter, frame, motion.path, tone);
            if (const auto ends = endHandles(frame, shot, region, motion))
                paintEndHandles(painter, *ends, tone);
        }
    }
    painter.setOpacity(opacity);
    paintCamera(painter, frame, shot, state, rate);
    painter.restore();
}

void Overlay::paintThirds(QPainter& painter, const CanvasFrame& frame)
{
    painter.save();
    for (const auto& [tone, shift] :
         {std::pair(QColor(255, 255, 255, 70), 1.0), std::pair(QColor(20, 20, 22, 110), 0.0)}) {
        painter.setPen(QPen(tone, 1));
        for (const double part : {1.0 / 3, 2.0 / 3}) {
            const double x = std::round(frame.rect.x() + part * frame.rect.width()) + shift;
            const double y = std::round(frame.rect.y() + part * frame.rect.height()) + shift;
            painter.drawLine(QPointF(x, frame.rect.top()), QPointF(x, frame.rect.bottom()));
            painter.drawLine(QPointF(frame.rect.left(), y), QPointF(frame.rect.right(), y));
        }
    }
    painter.restore();
}

void Overlay::paintSafeAreas(QPainter& painter, const CanvasFrame& frame)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    // SMPTE ST 2046-1: action 93 %, title 90 % of each side.
    for (const double part : {0.93, 0.90}) {
        QRectF area(0, 0, frame.rect.width() * part, frame.rect.height() * part);
        area.moveCenter(frame.rect.center());
        const QRect pixels = area.toRect();
        painter.setPen(QPen(QColor(255, 255, 255, 80), 1));
        painter.drawRect(pixels.translated(1, 1));
        painter.setPen(QPen(QColor(20, 20, 22, 130), 1));
        painter.drawRect(pixels);
    }
    painter.restore();
}

} // namespace dollygrip::ui
