#pragma once

#include "core/base/image.h"
#include "core/conditioning/pointtracks.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace dollygrip::conditioning {

/// What a network is given, as pictures for people: one for each frame.

/// [3, F, H, W] in -1…1.
std::vector<Image> videoPictures(const at::Tensor& video);
/// [1 or 3, F, H, W] in 0…1: white is generated.
std::vector<Image> maskPictures(const at::Tensor& mask);
/// [6, F, H, W] or [F, 6, H, W] Plücker rays: directions as colours, and beside them the moments
/// (0 is grey, the longest of the range is full).
std::vector<Image> rayPictures(const at::Tensor& rays);
/// Tracks on the pictures they run over [3, F, H, W] (dimmed; grey when undefined): where each is,
/// with its last frames as a tail; regions in colours, background grey, hidden ones as rings.
std::vector<Image> trackPictures(const PointTracks& tracks, const at::Tensor& video,
                                 std::int64_t height, std::int64_t width);

} // namespace dollygrip::conditioning
