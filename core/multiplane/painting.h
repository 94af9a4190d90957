#pragma once

#include "core/multiplane/planewarp.h"

#include <cstdint>
#include <vector>

namespace dollygrip::multiplane {

/// Where to paint: `pixels` holds width x height RGBA.
struct Canvas {
    int width = 0;
    int height = 0;
    const std::uint8_t* paper =
        nullptr; ///< three components laid beneath, or null: stay transparent
    std::uint8_t* pixels = nullptr;
    std::uint8_t* hole = nullptr; ///< width x height bytes for 255 - alpha, or null
};

/// Paints warps over each other, the first one farthest, on all cores.
void paintWarps(const std::vector<Warp>& warps, const Canvas& canvas);

} // namespace dollygrip::multiplane
