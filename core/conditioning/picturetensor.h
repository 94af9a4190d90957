#pragma once

#include "core/base/image.h"
#include "core/geometry/region.h"

#include <ATen/core/Tensor.h>

namespace dollygrip::conditioning {

/// [height, width, 4] uint8, premultiplied RGBA; shares the image's pixels and keeps them alive,
/// so it must not be written to.
at::Tensor pixelTensor(const Image& image);

/// [3, height, width] float32 in -1…1 (0 -> -1, 255 -> 1): an opaque picture as networks take it.
at::Tensor pictureTensor(const Image& image);

/// The same of a picture that may be transparent: it lies on white paper.
at::Tensor pictureOnWhite(const Image& image);

/// The way back: [3, height, width] in -1…1, any device and type -> an opaque picture.
Image pictureImage(const at::Tensor& picture);

/// [1, height, width] float32, 1 where the mask is at least half set, else 0.
at::Tensor maskTensor(const Mask& mask);

} // namespace dollygrip::conditioning
