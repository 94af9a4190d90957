#pragma once

#include "core/base/image.h"

#include <ATen/core/Tensor.h>

namespace dollygrip::generator {

/// Image -> [4, height, width] float32 in 0…1, premultiplied RGBA, on `device`.
at::Tensor toTensor(const Image& image, const at::Device& device);

/// [4, height, width] float in 0…1, premultiplied RGBA, any device -> Image (clamped, rounded;
/// no colour above its alpha).
Image toImage(const at::Tensor& picture);

/// The same picture at most `longestSide` pixels wide and high (area average); small ones stay.
Image smaller(const Image& image, int longestSide);

} // namespace dollygrip::generator
