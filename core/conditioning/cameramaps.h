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

/// The same of any cameras: world to camera [frames, 3, 4], intrinsics [frames, 3, 3] in pixels,
/// both float64.
at::Tensor pluckerRays(const at::Tensor& worldToCamera, const at::Tensor& intrinsics, int width,
                       int height);

/// Intrinsics [frames, 3, 3] in pixels out of those of a camera file [frames, 4] (fx, cx in
/// widths, fy, cy in heights of a 16:9 picture): a picture of other proportions is a part of it,
/// cut off at the sides or above and below.
at::Tensor intrinsicsOfFile(const at::Tensor& normalised, int width, int height);

/// Rays [frames, 6, H, W] as Fun-Camera takes them: four frames as channels (ray component · 4 +
/// frame) of each latent frame; [24, T, H, W]. At the shot's start (1 + 4n frames) the first frame
/// counts four times, elsewhere there are 4n.
at::Tensor packedRays(const at::Tensor& rays, bool startsShot = true);

} // namespace dollygrip::conditioning
