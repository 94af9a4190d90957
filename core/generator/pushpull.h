#pragma once

#include <ATen/core/Tensor.h>

namespace dollygrip::generator {

/// Fills what is not known from what is, smoothly, over any distance: a pyramid of averages that
/// count only known pixels (pull), then each level fills the next finer one (push) and is relaxed
/// there towards the membrane through its known neighbours. After Gortler, Grzeszczuk, Szeliski
/// and Cohen, The Lumigraph (1996).
/// values [channels, height, width], already multiplied by known; known [1, height, width] in 0…1
/// -> [channels, height, width]. Where nothing is known at all: 0.
at::Tensor pushPull(const at::Tensor& values, const at::Tensor& known);

/// Average over (2 * radius + 1)² pixels, the edge's missing ones left out.
/// x [channels, height, width].
at::Tensor boxAverage(const at::Tensor& x, int radius);

} // namespace dollygrip::generator
