#include "core/geometry/region.h"

#include "core/geometry/regionraster.h"

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kMeasureRows = 512; // of the picture, for middle and bounds
constexpr int kMeasureLimit = 2048;  // pixels a side, for areas far larger than the picture
constexpr double kFarAway = 1e9;

bool isInOutline(const std::vector<Eigen::Vector2d>& outline, const Eigen::Vector2d& point)
{
    if (outline.size() < 3)
        return false;
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Eigen::Vector2d& a = outline[i];
        const Eigen::Vector2d& b = outline[j];
        if ((a.y() > point.y()) != (b.y() > point.y())
            && point.x() < (b.x() - a.x()) * (point.y() - a.y()) / (b.y() - a.y()) + a.x())
            inside = !inside;
    }
    return inside;
}

double segmentDistance(const Eigen::Vector2d& p, const Eigen::Vector2d& a, const Eigen::Vector2d& b)
{
    const Eigen::Vector2d way = b - a;
    const double size = way.squaredNorm();
    const double t = size > 0 ? std::clamp((p - a).dot(way) / size, 0.0, 1.0) : 0.0;
    return (p - a - t * way).norm();
}

// Distances from an edge in picture heights, below 0 inside.
double strokeDistance(const RegionStroke& stroke, const Eigen::Vector2d& point, double aspect)
{
    const auto seen = [&](const Eigen::Vector2d& p) {
        return Eigen::Vector2d(p.x() * aspect, p.y());
    };
    double nearest = kFarAway;
    for (std::size_t i = 0; i < stroke.points.size(); ++i)
        nearest = std::min(
            nearest,
            segmentDistance(seen(point), seen(stroke.points[i]),
                            seen(stroke.points[std::min(i + 1, stroke.points.size() - 1)])));
    return nearest - stroke.radius;
}

double outlineDistance(const std::vector<Eigen::Vector2d>& outline, const Eigen::Vector2d& point,
                       double aspect)
{
    const auto seen = [&](const Eigen::Vector2d& p) {
        return Eigen::Vector2d(p.x() * aspect, p.y());
    };
    double nearest = kFarAway;
    for (std::size_t i = 0; outline.size() > 2 && i < outline.size(); ++i)
        nearest = std::min(nearest, segmentDistance(seen(point), seen(outline[i]),
                                                    seen(outline[(i + 1) % outline.size()])));
    return isInOutline(outline, point) ? -nearest : nearest;
}

// Inside: never more than to the nearest edge of one of its parts.
double drawnDistance(const Region& region, const Eigen::Vector2d& point, double aspect)
{
    double distance = kFarAway;
    for (const auto& outline : region.outlines)
        distance = std::min(distance, outlineDistance(outline, point, aspect));
    for (const RegionStroke& stroke : region.strokes) {
        const double its = strokeDistance(stroke, point, aspect);
        distance = stroke.erase ? std::max(distance, -its) : std::min(distance, its);
    }
    return distance;
}

bool isNothing(const RegionBounds& area)
{
    return !(area.max.x() >= area.min.x() && area.max.y() >= area.min.y());
}

// The region painted whole, wherever it lies, fine enough to measure on.
RegionRaster measured(const Region& region, const RegionBounds& area, double aspect)
{
    const double largest =
        std::max({(area.max.x() - area.min.x()) * aspect, area.max.y() - area.min.y(), 1e-9});
    const double rows = std::min(kMeasureRows, kMeasureLimit / largest);
    RegionRaster raster = RegionRaster::over(area, rows * aspect, rows, 1);
    raster.paint(region);
    return raster;
}

} // namespace

Mask coverage(const Region& region, int width, int height)
{
    Mask mask{width, height,
              std::vector<std::uint8_t>(std::size_t(width) * std::size_t(height), 0)};
    const double aspect = double(width) / height;
    RegionBounds area = paintedBounds(region, aspect);
    if (isNothing(area) || width <= 0 || height <= 0)
        return mask;
    // What lies beyond the picture by more than the soft edge cannot reach into it.
    const double feather = std::clamp(region.feather, 0.0, 4.0);
    const double margin = feather + std::min(std::abs(region.grow), 4.0);
    const Eigen::Vector2d reach(margin / aspect, margin);
    const Eigen::Vector2d low = -reach, high = Eigen::Vector2d(1, 1) + reach;
    if (region.isInverted)
        area = {low, high};
    area.min = (area.min - reach).cwiseMax(low);
    area.max = (area.max + reach).cwiseMin(high);
    if (isNothing(area))
        return mask;
    RegionRaster raster = RegionRaster::over(area, width, height, 1);
    raster.paint(region);
    raster.soften(feather * height);
    const int firstRow = std::max(0, raster.top);
    const int endRow = std::min(height, raster.top + raster.height);
    const int firstColumn = std::max(0, raster.left);
    const int endColumn = std::min(width, raster.left + raster.width);
    for (int y = firstRow; y < endRow && firstColumn < endColumn; ++y) {
        const std::uint8_t* from = raster.values.data()
                                   + std::size_t(y - raster.top) * std::size_t(raster.width)
                                   + (firstColumn - raster.left);
        std::copy(from, from + (endColumn - firstColumn),
                  mask.values.begin() + std::ptrdiff_t(y) * width + firstColumn);
    }
    return mask;
}

bool contains(const Region& region, const Eigen::Vector2d& point, double aspect)
{
    if (region.grow != 0)
        return !region.isEmpty()
               && (drawnDistance(region, point, aspect) <= region.grow) != region.isInverted;
    bool inside = std::any_of(region.outlines.begin(), region.outlines.end(),
                              [&](const auto& outline) { return isInOutline(outline, point); });
    for (const RegionStroke& stroke : region.strokes)
        if (inside == stroke.erase && strokeDistance(stroke, point, aspect) <= 0)
            inside = !stroke.erase;
    return !region.isEmpty() && inside != region.isInverted;
}

Eigen::Vector2d centre(const Region& region, double aspect)
{
    const RegionBounds area = paintedBounds(region, aspect);
    if (isNothing(area) || region.isInverted)
        return {0.5, 0.5};
    const RegionRaster raster = measured(region, area, aspect);
    Eigen::Vector2d sum(0, 0);
    double weight = 0;
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x) {
            const double value = raster.at(x, y);
            sum += value * Eigen::Vector2d(x + 0.5, y + 0.5);
            weight += value;
        }
    if (weight <= 0)
        return (area.min + area.max) / 2;
    return {(sum.x() / weight + raster.left) / raster.scaleX,
            (sum.y() / weight + raster.top) / raster.scaleY};
}

RegionBounds bounds(const Region& region, double aspect)
{
    RegionBounds area = paintedBounds(region, aspect);
    if (isNothing(area))
        return {};
    if (region.isInverted)
        return area;
    if (region.grow >= 0
        && std::none_of(region.strokes.begin(), region.strokes.end(),
                        [](const RegionStroke& stroke) { return stroke.erase; }))
        return area;
    const RegionRaster raster = measured(region, area, aspect);
    Eigen::Vector2i low(raster.width, raster.height), high(-1, -1);
    for (int y = 0; y < raster.height; ++y)
        for (int x = 0; x < raster.width; ++x)
            if (raster.at(x, y) >= 128) {
                low = low.cwiseMin(Eigen::Vector2i(x, y));
                high = high.cwiseMax(Eigen::Vector2i(x + 1, y + 1));
            }
    if (high.x() < 0)
        return {};
    const auto inPicture = [&](const Eigen::Vector2i& pixel) {
        return Eigen::Vector2d((pixel.x() + raster.left) / raster.scaleX,
                               (pixel.y() + raster.top) / raster.scaleY);
    };
    return {inPicture(low).cwiseMax(area.min), inPicture(high).cwiseMin(area.max)};
}

} // namespace dollygrip
