#include "core/geometry/region.h"

#include "core/geometry/regionraster.h"

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kMeasureRows = 512; // of the picture, for middle and bounds
constexpr int kMeasureLimit = 2048;  // pixels a side, for areas far larger than the picture

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

bool isUnderStroke(const RegionStroke& stroke, const Eigen::Vector2d& point, double aspect)
{
    const auto seen = [&](const Eigen::Vector2d& p) {
        return Eigen::Vector2d(p.x() * aspect, p.y());
    };
    const Eigen::Vector2d p = seen(point);
    for (std::size_t i = 0; i < stroke.points.size(); ++i) {
        const Eigen::Vector2d a = seen(stroke.points[i]);
        const Eigen::Vector2d way =
            seen(stroke.points[std::min(i + 1, stroke.points.size() - 1)]) - a;
        const double size = way.squaredNorm();
        const double t = size > 0 ? std::clamp((p - a).dot(way) / size, 0.0, 1.0) : 0.0;
        if ((p - a - t * way).norm() <= stroke.radius)
            return true;
    }
    return false;
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
    const Eigen::Vector2d reach(feather / aspect, feather);
    const Eigen::Vector2d low = -reach, high = Eigen::Vector2d(1, 1) + reach;
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
    bool inside = std::any_of(region.outlines.begin(), region.outlines.end(),
                              [&](const auto& outline) { return isInOutline(outline, point); });
    for (const RegionStroke& stroke : region.strokes)
        if (inside == stroke.erase && isUnderStroke(stroke, point, aspect))
            inside = !stroke.erase;
    return inside;
}

Eigen::Vector2d centre(const Region& region, double aspect)
{
    const RegionBounds area = paintedBounds(region, aspect);
    if (isNothing(area))
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
    if (std::none_of(region.strokes.begin(), region.strokes.end(),
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
