#pragma once

#include "core/conditioning/vaceinput.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace dollygrip::conditioning {

/// What networks that go out from a picture are told. Pictures [3, H, W] in -1…1, H and W
/// multiples of 16, frames 1 + 4n; T = 1 + (frames - 1) / 4, h = H / 8, w = W / 8.

/// The four mask channels: known [frames] (1 or 0) -> [4, T, h, w]; the first frame counts four
/// times.
at::Tensor knownFramesMask(const at::Tensor& known, std::int64_t h, std::int64_t w);

/// Pictures at the frames where `known` [frames] is 1, else 0, and their mask:
/// video [3, frames, H, W] -> y [20, T, h, w] = mask, latent.
at::Tensor imageCondition(const at::Tensor& video, const at::Tensor& known,
                          const EncodeVideo& encode);
/// From a first picture, and a last one unless that is undefined.
at::Tensor imageCondition(const at::Tensor& first, const at::Tensor& last, std::int64_t frames,
                          const EncodeVideo& encode);

/// Fun-Control: control video [3, frames, H, W] beside the start picture's latent in the first
/// latent frame (zeros when undefined): [32, T, h, w].
at::Tensor funControlCondition(const at::Tensor& control, const at::Tensor& start,
                               const EncodeVideo& encode);
/// Fun-Camera: only the start picture's half, [16, T, h, w].
at::Tensor funStartCondition(const at::Tensor& start, std::int64_t frames,
                             const EncodeVideo& encode);

} // namespace dollygrip::conditioning
