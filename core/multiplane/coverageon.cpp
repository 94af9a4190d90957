#include "core/multiplane/coverageon.h"

#include "core/multiplane/rasters.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {

Mask coverageOn(const Region& region, const Placement& where, double aspect, int width, int height)
{
    Mask mask{width, height, std::vector<std::uint8_t>(std::size_t(width) * height, 0)};
    if (isEmpty(where) || region.isEmpty()) {
        return mask;
    }
    // coverage() measures radius and feather in picture heights, so the part becomes a picture of
    // its own with square pixels.
    Region part = region;
    const auto toPart = [&](Eigen::Vector2d& point) {
        point.x() = (point.x() - where.x) / where.width;
        point.y() = (point.y() - where.y) / where.height;
    };
    for (auto& outline : part.outlines) {
        std::for_each(outline.begin(), outline.end(), toPart);
    }
    for (RegionStroke& stroke : part.strokes) {
        std::for_each(stroke.points.begin(), stroke.points.end(), toPart);
        stroke.radius /= where.height;
    }
    part.feather /= where.height;
    part.grow /= where.height;

    const double squareWidth = height * aspect * where.width / where.height;
    const int columns = std::max(1, int(std::lround(std::min(squareWidth, 30000.0))));
    if (std::abs(columns - width) <= 1) {
        return coverage(part, width, height);
    }
    const Mask square = coverage(part, columns, height);
    const Raster from{columns, height, 1, square.values.data()};
    (columns > width ? shrink : stretch)(from, width, height, mask.values.data());
    return mask;
}

Placement placementOf(const Region& region, double aspect, double grow)
{
    if (region.isEmpty()) {
        return {0, 0, 0, 0};
    }
    const RegionBounds box = bounds(region, aspect);
    const double edge = std::max(0.0, region.feather) + grow;
    const Placement placement{box.min.x() - edge / aspect, box.min.y() - edge,
                              box.max.x() - box.min.x() + 2 * edge / aspect,
                              box.max.y() - box.min.y() + 2 * edge};
    if (!std::isfinite(placement.x + placement.y + placement.width + placement.height)) {
        return {0, 0, 0, 0};
    }
    return placement;
}

Placement intersected(const Placement& a, const Placement& b)
{
    const double x = std::max(a.x, b.x);
    const double y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.x + a.width, b.x + b.width) - x),
            std::max(0.0, std::min(a.y + a.height, b.y + b.height) - y)};
}

Placement united(const Placement& a, const Placement& b)
{
    if (isEmpty(a) || isEmpty(b)) {
        return isEmpty(a) ? b : a;
    }
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x,
            std::max(a.y + a.height, b.y + b.height) - y};
}

bool isEmpty(const Placement& placement)
{
    return !(placement.width > 0.0 && placement.height > 0.0);
}

} // namespace dollygrip::multiplane
