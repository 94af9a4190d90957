#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace dollygrip::conditioning {

/// The video VAE, as a function: [3, frames, height, width] in -1…1 -> [16, T, height/8, width/8].
using EncodeVideo = std::function<at::Tensor(const at::Tensor& video)>;

/// What a VACE control branch is told about a shot, in pictures. Height and width are multiples
/// of 16, frames 1 + 4n.
struct VacePictures {
    at::Tensor video;                   ///< [3, frames, height, width] in -1…1, 0 where unknown
    at::Tensor mask;                    ///< [1 or 3, frames, height, width], 1 = generate
    std::vector<at::Tensor> references; ///< each [3, 1, height, width], see vaceReferenceCanvas
};

/// Kept pixels beside pixels to be made anew, each through the VAE; each reference in front with
/// zeros in the second half: [32, references + T, h, w]. The mask is cut at one half here; an
/// undefined mask gives the plain latent, [16, …].
at::Tensor vaceFramesLatent(const VacePictures& pictures, const EncodeVideo& encode);

/// Each latent cell's 8 x 8 mask pixels as channels (row · 8 + column), as given; of the frames
/// the one nearest to each latent frame's middle; zeros for the references:
/// [64, references + T, h, w].
at::Tensor vaceMaskLatent(const at::Tensor& mask, std::int64_t references);

/// Both together, as the control branch takes it: [96, references + T, h, w].
at::Tensor vaceContext(const VacePictures& pictures, const EncodeVideo& encode);

/// A sampled latent [16, references + T, h, w] without the references' frames.
at::Tensor withoutReferences(const at::Tensor& latent, std::int64_t references);

/// A picture [3, height, width] in -1…1 fitted whole into the middle of a white canvas:
/// [3, 1, canvasHeight, canvasWidth].
at::Tensor vaceReferenceCanvas(const at::Tensor& picture, std::int64_t canvasHeight,
                               std::int64_t canvasWidth);

} // namespace dollygrip::conditioning
