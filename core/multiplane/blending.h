#pragma once

#include "core/multiplane/stage.h"

#include <cstdint>

namespace dollygrip::multiplane {

/// `over` laid on `under`: premultiplied pixels of four bytes with the alpha in the highest one,
/// whatever the order of the others. Rounded to the nearest.
/// `opacity` (0 … 256) leads from what is under to the result.
///   co = cs (1 - ab) + cb (1 - as) + as ab B(cb, cs);   ao = as + ab - as ab
/// Add: the sums, alpha too, at most full.
std::uint32_t blendedOver(std::uint32_t over, std::uint32_t under, Blend blend,
                          std::uint32_t opacity = 256);

} // namespace dollygrip::multiplane
