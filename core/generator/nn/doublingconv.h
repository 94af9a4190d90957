#pragma once

#include "core/generator/nn/shiftedconv.h"

#include <ATen/core/Tensor.h>

namespace dollygrip::generator {

// A picture of twice the size by repeating each pixel, convolved with a kernel of 3 x 3: each of
// the four pixels that come from one sees 2 x 2 different ones, so taps that see the same are added
// up beforehand. 16 products of each pixel instead of 36, and the repeated picture is never made.

/// weight [out, in, 3, 3] -> [row of the four, row seen, column seen, in, column of the four, out]
/// = [2, 2, 3, in, 2, out]; the first column of the four does not see the last, nor the other way.
at::Tensor doublingTapsOf(const at::Tensor& weight, at::ScalarType type);

struct DoublingConv {
    at::Tensor taps; ///< of doublingTapsOf(), in the frames' type
    at::Tensor bias; ///< [out] float32 or undefined
};

/// Frames with a rim of one -> [1, out, frames, 2 height, 2 width] float32, channels lying last.
at::Tensor convolvedDoubled(const RimmedFrames& x, const DoublingConv& conv, FramePool& pool);

} // namespace dollygrip::generator
