#pragma once

#include "core/geometry/region.h"

#include <cstdint>
#include <vector>

namespace dollygrip {

/// A window onto the picture in which a region is painted: pixel (column, row) of it covers the
/// picture's pixel (left + column, top + row) at `scaleX` by `scaleY` pixels for the whole picture.
/// Pixels are square as seen: scaleX = scaleY * aspect. Used by the region functions; may reach
/// beyond the picture.
struct RegionRaster {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    double scaleX = 1.0;
    double scaleY = 1.0;
    std::vector<std::uint8_t> values; ///< rows without gaps, 255 fully inside

    /// An empty window over the rectangle `area` (picture units), grown by `margin` pixels.
    static RegionRaster over(const RegionBounds& area, double scaleX, double scaleY, int margin);
    std::uint8_t at(int column, int row) const
    {
        return values[std::size_t(row) * std::size_t(width) + std::size_t(column)];
    }
    /// Paints the drawn area, grown and inverted as the region says (no feather), antialiased.
    void paint(const Region& region);
    /// Adds the soft edge: `feather` pixels wide, outside what is painted.
    void soften(double feather);

private:
    void invert();
    void widen(double by);
    template <class Use>
    void eachNear(double reach, Use use);
    void paintOutline(const std::vector<Eigen::Vector2d>& outline);
    void paintStroke(const RegionStroke& stroke);
};

/// Rectangle around all that adds to the region, erasing and shrinking not counted; of an inverted
/// one a picture beyond the frame on every side. Nothing drawn: min > max.
RegionBounds paintedBounds(const Region& region, double aspect);

} // namespace dollygrip
