#pragma once

#include "core/base/time.h"
#include "core/multiplane/stage.h"

#include <ATen/core/Tensor.h>

namespace dollygrip::conditioning {

/// The drawn camera as networks take it. OpenCV axes: x right, y down, z forward; the world is the
/// film's with its y turned down, metres.

/// World to camera [R|t]: [frames, 3, 4] float64.
at::Tensor worldToCamera(const multiplane::Stage& stage);

/// [frames, 3, 3] float64, pixels of the asked size; the principal point is the middle.
at::Tensor intrinsics(const multiplane::Stage& stage, int width, int height);

/// Plücker rays of the frames in `range`, relative to the first frame of the shot:
/// [range, 6, height, width] float32, moment o × d first, then the unit direction d; the ray of a
/// pixel goes through its centre. Made a range at a time, since 24 bytes a pixel add up.
at::Tensor pluckerRays(const multiplane::Stage& stage, int width, int height, FrameRange range);

} // namespace dollygrip::conditioning
