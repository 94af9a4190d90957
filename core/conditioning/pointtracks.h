#pragma once

#include "core/multiplane/guide.h"

#include <ATen/core/Tensor.h>

namespace dollygrip::conditioning {

/// Point tracks as tensors. Pixels of the asked size: x right, y down, the centre of the first
/// pixel is (0.5, 0.5).
struct PointTracks {
    at::Tensor tracks;     ///< [frames, points, 2] float32
    at::Tensor visibility; ///< [frames, points] bool
    /// [points] int64: index over all planes' regions, -1: background; undefined: nobody knows.
    at::Tensor region;
};

/// The tracks' regions; all background where nobody knows.
at::Tensor regionOf(const PointTracks& tracks);

/// The guide's tracks, number for number.
PointTracks pointTracks(const multiplane::Guide& guide, int width, int height);

} // namespace dollygrip::conditioning
