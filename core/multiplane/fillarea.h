#pragma once

#include "core/base/image.h"

#include <vector>

namespace dollygrip::multiplane {

/// How far a colour runs from where it is poured out.
struct FillOptions {
    int tolerance = 56;  ///< of 255: how far a pixel may differ from the one that was hit
    double gap = 6;      ///< openings in the lines up to so many pixels are closed, 0: none
    double grow = 3;     ///< pixels that the area reaches under its lines
    double detail = 0.6; ///< pixels that the outline may stray
};

/// A point of an outline in pixels; the outline turns sharply at corners and bends elsewhere.
struct OutlinePoint {
    double x = 0;
    double y = 0;
    bool isCorner = false;
};

/// The outline of the area around (x, y) that looks like the pixel there: one closed line. Islands
/// inside are cut out of it by cuts without width, and run the other way round. Empty when there
/// is nothing to fill there.
std::vector<OutlinePoint> fillArea(const Image& picture, int x, int y, const FillOptions& options);

} // namespace dollygrip::multiplane
