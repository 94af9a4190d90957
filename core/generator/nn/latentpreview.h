#pragma once

#include "core/base/image.h"
#include "core/generator/nn/tinydecoder.h"

#include <ATen/core/Tensor.h>

namespace dollygrip::generator {

/// Colours that latents of Wan 2.1 roughly stand for, one pixel a cell, by a linear map of their 16
/// channels. latents [16, frames, height, width], as the sampler has them -> [frames, 3, height,
/// width] in 0…1, float32.
at::Tensor latentColours(const at::Tensor& latents);

/// A small picture of the shot while it is sampled: its middle latent frame by latentColours, at
/// most `longestSide` pixels wide and high. Null for latents of another number of channels.
Image latentPreview(const at::Tensor& latents, int longestSide = 320);

/// The same through the small decoder, sharper and slower: roughly the last picture of the middle
/// latent frame, with the one before it for memory.
Image latentPreview(const at::Tensor& latents, TinyDecoder& decoder, int longestSide = 320);

} // namespace dollygrip::generator
