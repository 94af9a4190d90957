#pragma once

#include "core/generator/nn/attention.h"
#include "core/generator/nn/rotary.h"
#include "core/generator/nn/transformerconfig.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace dollygrip::generator {

class ControlBranch;

/// Sees named tensors on their way, for tests and inspection.
using Watch = std::function<void(const std::string& name, const at::Tensor& tensor)>;

/// Asked between the blocks of a pass; false ends it.
using KeepGoing = std::function<bool()>;

/// What each layer has seen of a take's words and picture, by layer: made at the first step, the
/// same at all later ones. Valid while the weights stay as they are.
using WordsMemory = std::map<const CrossAttentionImpl*, std::pair<KeysValues, KeysValues>>;

/// Words and picture as the blocks take them: the same at every step of a take.
struct Words {
    at::Tensor text;  ///< [batch, textLength, dim]
    at::Tensor image; ///< [batch, patches, dim] or undefined
    /// How many rows of `text` differ; all behind are equal. Negative: nobody knows.
    std::int64_t length = -1;
    std::shared_ptr<WordsMemory> memory = {}; ///< null: seen anew at every step
};

/// What every block of one pass is given beside its tokens.
struct BlockContext {
    at::Tensor modulation; ///< [batch, 6, dim] float32, of the noise level
    at::Tensor rotary;     ///< [tokens, headDim / 2] complex64
    Words words;
};

/// Two linear layers with something between them: the keys are `0.` and `2.`.
struct LinearPairImpl : torch::nn::Module {
    LinearPairImpl(std::int64_t in, std::int64_t middle, std::int64_t out);
    /// x [batch, n, in] -> [batch, n, out], GELU (tanh) between
    at::Tensor forward(const at::Tensor& x);

    Linear first{nullptr}, second{nullptr}; // 0, 2
};
TORCH_MODULE(LinearPair);

/// Self-attention, attention to the words, feed-forward; the noise level shifts, scales and gates.
struct TransformerBlockImpl : torch::nn::Module {
    explicit TransformerBlockImpl(const TransformerConfig& config);
    /// x [batch, tokens, dim] float32 -> the same in x's memory. `watch` may be empty; names start
    /// with `name`.
    at::Tensor forward(at::Tensor x, const BlockContext& context, const Watch& watch = {},
                       const std::string& name = {});

    double eps;
    SelfAttention self_attn{nullptr};
    torch::nn::LayerNorm norm3{nullptr};
    CrossAttention cross_attn{nullptr};
    LinearPair ffn{nullptr};
    at::Tensor modulation; ///< [1, 6, dim]

private:
    at::Tensor answered(const at::Tensor& asked, const Words& words);
};
TORCH_MODULE(TransformerBlock);

/// A picture's patches to the width of the words.
struct ImageEmbeddingImpl : torch::nn::Module {
    explicit ImageEmbeddingImpl(const TransformerConfig& config);
    /// patches [batch, n, imageDim] -> [batch, n, dim]. With positions: n is of both pictures.
    at::Tensor forward(const at::Tensor& patches);

    torch::nn::LayerNorm norm0{nullptr};    // proj.0
    Linear first{nullptr}, second{nullptr}; // proj.1, proj.3
    torch::nn::LayerNorm norm4{nullptr};    // proj.4
    at::Tensor emb_pos;                     ///< [1, positions, imageDim], undefined in most models
};
TORCH_MODULE(ImageEmbedding);

/// Tokens to the latent cells of their patch.
struct OutputHeadImpl : torch::nn::Module {
    OutputHeadImpl(std::int64_t dim, std::int64_t values, double eps);
    /// x [batch, tokens, dim], time [batch, dim] float32 -> [batch, tokens, values] float32
    at::Tensor forward(const at::Tensor& x, const at::Tensor& time);

    double eps;
    Linear head{nullptr};
    at::Tensor modulation; ///< [1, 2, dim]
};
TORCH_MODULE(OutputHead);

/// Rays of a camera to what is added to the patches.
struct CameraAdapterImpl : torch::nn::Module {
    CameraAdapterImpl(std::int64_t channels, const TransformerConfig& config);
    /// rays [batch, channels / 64, frames, 8 height, 8 width] -> [batch, dim, frames, rows,
    /// columns]
    at::Tensor forward(const at::Tensor& rays);

    torch::nn::Conv2d conv{nullptr};
    torch::nn::Conv2d conv1{nullptr}, conv2{nullptr}; // residual_blocks.0
};
TORCH_MODULE(CameraAdapter);

/// A convolution whose kernels touch without overlapping, as one product, in float32. x [batch,
/// channels, frames, height, width], weight [out, channels, 1…] -> [batch, out, frames, rows,
/// columns]
at::Tensor patched(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias);

/// Patches back in their places. x [batch, tokens, patch cells * channels] ->
/// [batch, channels, frames, rows, columns] in latent cells
at::Tensor unpatchified(const at::Tensor& x, const TokenGrid& grid, std::int64_t patchFrames,
                        std::int64_t patchRows, std::int64_t patchColumns);

/// What steers a pass beside words and latent; a network takes what it has the weights for.
struct Control {
    ControlBranch* branch = nullptr; ///< null: no control
    at::Tensor signals;              ///< [batch, controlChannels, frames, height, width]
    double strength = 1.0;
    /// A reference picture's latent, [batch, referenceChannels, height, width]; undefined: zeros.
    at::Tensor reference = {};
    /// Rays of the camera, [batch, cameraChannels / 64, frames, 8 height, 8 width]; undefined:
    /// none.
    at::Tensor camera = {};
};

/// The latent video transformer: what is noise in a latent, given the words.
struct VideoTransformerImpl : torch::nn::Module {
    explicit VideoTransformerImpl(const TransformerConfig& config);

    /// A text encoder's output [words, textDim], filled up with zeros and never masked, and a
    /// picture's patches [1, n, imageDim] (undefined: none) -> batch 1.
    Words embedded(const at::Tensor& text, const at::Tensor& image, const Watch& watch = {});

    /// latent [batch, inChannels, frames, height, width], divisible by the patch; t [batch], the
    /// noise level in 0...1000 -> velocity [batch, outChannels, frames, height, width] float32;
    /// undefined when `keepGoing` ended it.
    at::Tensor forward(const at::Tensor& latent, const at::Tensor& t, const Words& words,
                       const Control& control = {}, const Watch& watch = {},
                       const KeepGoing& keepGoing = {});

    TransformerConfig config;
    torch::nn::Conv3d patch_embedding{nullptr};
    LinearPair text_embedding{nullptr};
    LinearPair time_embedding{nullptr}; // SiLU between
    Linear time_projection{nullptr};    // time_projection.1
    torch::nn::ModuleList blocks{nullptr};
    OutputHead head{nullptr};
    ImageEmbedding img_emb{nullptr};
    torch::nn::Conv2d ref_conv{nullptr};
    CameraAdapter control_adapter{nullptr};

private:
    at::Tensor tokensOf(const at::Tensor& patches, const Control& control, TokenGrid& grid);
    /// The rotary table of the last grid, made anew when another one comes.
    const at::Tensor& rotaryFor(const TokenGrid& grid, at::Device device);

    TokenGrid m_grid;
    at::Tensor m_rotary;
};
TORCH_MODULE(VideoTransformer);

} // namespace dollygrip::generator
