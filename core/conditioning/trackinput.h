#pragma once

#include "core/base/time.h"
#include "core/conditioning/pointtracks.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace dollygrip::conditioning {

/// Point tracks at the model's frames (1 + 4n), 16 a second, in pixels of its picture -> what
/// enters a network that goes out from a picture.

/// At most `most` tracks, spread over the picture: two thirds of them for the moving regions in
/// equal parts, the rest for the background; all from those seen in the first frame.
PointTracks fewTracks(const PointTracks& tracks, std::int64_t most);

/// Latent cells (row, column) of each track at every fourth frame, -1 where it is not seen:
/// [points, T, 2] int64.
at::Tensor trackCells(const PointTracks& tracks, std::int64_t height, std::int64_t width);

/// Wan-Move: the first latent frame's cells of y [20 or 16, T, h, w] copied to where their tracks
/// go (the last 16 channels only). Where several meet, the order drawn with `seed` decides. Tracks
/// that are not seen in the first frame are left out. y itself stays: it is for the pass without
/// words.
at::Tensor wanMoveCondition(const at::Tensor& y, const PointTracks& tracks, std::uint64_t seed);

/// ATI's units, [frames, points, 4] float32: time -1…1; x, y from the middle in halves of the
/// short side; visible ±1. Its clock runs at 24 samples a second of which some are left out, so
/// odd frames come a third of a frame early.
at::Tensor atiTracks(const PointTracks& tracks, std::int64_t height, std::int64_t width);
/// The same from a file's samples [121 (1 + 3n/2), points, 3] at 24 a second: x, y in pixels of a
/// picture of that size, visible.
at::Tensor atiTracks(const at::Tensor& samples, std::int64_t height, std::int64_t width);

/// ATI: y [20, T, h, w] with the first frame's colours carried along the tracks, softly, and the
/// mask channels telling how surely. For both passes.
at::Tensor atiCondition(const at::Tensor& y, const at::Tensor& tracks);

/// Fun-Control's picture of tracks: a soft round spot on black for each one seen, the brightest
/// counts. [3, F, H, W] in -1…1.
at::Tensor trajectoryVideo(const PointTracks& tracks, std::int64_t height, std::int64_t width,
                           FrameRange range);

} // namespace dollygrip::conditioning
