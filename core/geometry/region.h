#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace dollygrip {

/// One pass of the motion brush, or of its eraser.
struct RegionStroke {
    std::vector<Eigen::Vector2d> points; ///< picture units
    double radius = 0.03;                ///< picture heights
    bool erase = false;
    bool operator==(const RegionStroke&) const = default;
};

/// The area that a path moves: lassoed outlines joined with brushed strokes, in order; erasing
/// strokes take away. Soft towards its edge. Picture units of the frame, so it may reach beyond.
struct Region {
    std::vector<std::vector<Eigen::Vector2d>>
        outlines; ///< closed polygons (lasso), even-odd each, joined
    std::vector<RegionStroke> strokes;
    /// What is drawn is first grown (or, below 0, shrunk) by this many picture heights, then turned
    /// inside out when it is inverted, then feathered. The drawing itself stays as it is.
    double grow = 0.0;
    bool isInverted = false; ///< all of the paper but what is drawn
    double feather = 0.0;    ///< width of the soft edge outside the area, picture heights, >= 0

    bool isEmpty() const { return outlines.empty() && strokes.empty(); }
    bool operator==(const Region&) const = default;
};

/// A grey picture, one byte a pixel, rows without gaps. 255 is fully inside.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;

    std::uint8_t at(int x, int y) const { return values[std::size_t(y) * width + x]; }
    bool operator==(const Mask&) const = default;
};

/// Paints the region at a size; the whole picture (0…1 both ways) fills the mask. 255 inside,
/// antialiased at the drawn edge, falling to 0 over `feather` outside it.
Mask coverage(const Region& region, int width, int height);

/// Is the point inside (drawn edge, without the feather)? `aspect` is width / height.
bool contains(const Region& region, const Eigen::Vector2d& point, double aspect);

/// Middle of the area (of its coverage); (0.5, 0.5) when empty; of an inverted one the middle of
/// the frame.
Eigen::Vector2d centre(const Region& region, double aspect);

/// Smallest rectangle around the drawn area (without feather): min and max corner, picture units.
struct RegionBounds {
    Eigen::Vector2d min{0, 0};
    Eigen::Vector2d max{0, 0};
};
RegionBounds bounds(const Region& region, double aspect);

/// Its edge as closed polygons, picture units, for drawing (of the coverage at about 256 rows).
std::vector<std::vector<Eigen::Vector2d>> edges(const Region& region, double aspect);

} // namespace dollygrip
