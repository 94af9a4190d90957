#pragma once

#include "core/generator/nn/attention.h"
#include "core/generator/nn/rotary.h"
#include "core/generator/nn/transformerconfig.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include <cstdint>
#include <functional>
#include <string>

namespace dollygrip::generator {

class ControlBranch;

/// Sees named tensors on their way, for tests and inspection.
using Watch = std::function<void(const std::string& name, const at::Tensor& tensor)>;

/// What every block of one pass is given beside its tokens.
struct BlockContext {
    at::Tensor modulation; ///< [batch, 6, dim] float32, of the noise level
    at::Tensor rotary;     ///< [tokens, headDim / 2] complex64
    at::Tensor text;       ///< [batch, words, dim]
    at::Tensor image;      ///< [batch, patches, dim] or undefined
};

/// Self-attention, attention to the words, feed-forward; the noise level shifts, scales and gates.
struct TransformerBlockImpl : torch::nn::Module {
    explicit TransformerBlockImpl(const TransformerConfig& config);
    /// x [batch, tokens, dim] float32 -> the same. `watch` may be empty; names start with `name`.
    at::Tensor forward(at::Tensor x, const BlockContext& context, const Watch& watch = {},
                       const std::string& name = {});

    double eps;
    SelfAttention self_attn{nullptr};
    torch::nn::LayerNorm norm3{nullptr};
    CrossAttention cross_attn{nullptr};
    torch::nn::Sequential ffn{nullptr};
    at::Tensor modulation; ///< [1, 6, dim]
};
TORCH_MODULE(TransformerBlock);

/// A picture's patches to the width of the words.
struct ImageEmbeddingImpl : torch::nn::Module {
    explicit ImageEmbeddingImpl(const TransformerConfig& config);
    /// patches [batch, n, imageDim] -> [batch, n, dim]. With positions: n is of both pictures.
    at::Tensor forward(const at::Tensor& patches);

    torch::nn::Sequential proj{nullptr};
    at::Tensor emb_pos; ///< [1, positions, imageDim], undefined in most models
};
TORCH_MODULE(ImageEmbedding);

/// Tokens to the latent cells of their patch.
struct OutputHeadImpl : torch::nn::Module {
    OutputHeadImpl(std::int64_t dim, std::int64_t values, double eps);
    /// x [batch, tokens, dim], time [batch, dim] float32 -> [batch, tokens, values] float32
    at::Tensor forward(const at::Tensor& x, const at::Tensor& time);

    double eps;
    torch::nn::Linear head{nullptr};
    at::Tensor modulation; ///< [1, 2, dim]
};
TORCH_MODULE(OutputHead);

/// Patches back in their places. x [batch, tokens, patch cells * channels] ->
/// [batch, channels, frames, rows, columns] in latent cells
at::Tensor unpatchified(const at::Tensor& x, const TokenGrid& grid, std::int64_t patchFrames,
                        std::int64_t patchRows, std::int64_t patchColumns);

/// Words and picture as the blocks take them: the same at every step of a take.
struct Words {
    at::Tensor text;  ///< [batch, textLength, dim]
    at::Tensor image; ///< [batch, patches, dim] or undefined
};

/// A control signal on its way into the blocks.
struct Control {
    ControlBranch* branch = nullptr; ///< null: no control
    at::Tensor signals;              ///< [batch, controlChannels, frames, height, width]
    double strength = 1.0;
};

/// The latent video transformer: what is noise in a latent, given the words.
struct VideoTransformerImpl : torch::nn::Module {
    explicit VideoTransformerImpl(const TransformerConfig& config);

    /// A text encoder's output [words, textDim], filled up with zeros and never masked, and a
    /// picture's patches [1, n, imageDim] (undefined: none) -> batch 1.
    Words embedded(const at::Tensor& text, const at::Tensor& image, const Watch& watch = {});

    /// latent [batch, inChannels, frames, height, width], divisible by the patch; t [batch], the
    /// noise level in 0...1000 -> velocity [batch, outChannels, frames, height, width] float32.
    at::Tensor forward(const at::Tensor& latent, const at::Tensor& t, const Words& words,
                       const Control& control = {}, const Watch& watch = {});

    TransformerConfig config;
    torch::nn::Conv3d patch_embedding{nullptr};
    torch::nn::Sequential text_embedding{nullptr};
    torch::nn::Sequential time_embedding{nullptr};
    torch::nn::Sequential time_projection{nullptr};
    torch::nn::ModuleList blocks{nullptr};
    OutputHead head{nullptr};
    ImageEmbedding img_emb{nullptr};

private:
    /// The rotary table of the last grid, made anew when another one comes.
    const at::Tensor& rotaryFor(const TokenGrid& grid, at::Device device);

    TokenGrid m_grid;
    at::Tensor m_rotary;
};
TORCH_MODULE(VideoTransformer);

} // namespace dollygrip::generator
