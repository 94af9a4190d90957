#pragma once

#include "core/generator/nn/clipconfig.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/pimpl.h>

#include <cstdint>
#include <functional>
#include <string>

namespace dollygrip::generator {

/// Layer norm with weight and bias, in float32, result in x's type.
struct ClipNormImpl : torch::nn::Module {
    explicit ClipNormImpl(std::int64_t dim);
    at::Tensor forward(const at::Tensor& x);

    at::Tensor weight, bias;
};
TORCH_MODULE(ClipNorm);

struct ClipAttentionImpl : torch::nn::Module {
    explicit ClipAttentionImpl(const ClipConfig& config);
    /// x [batch, tokens, dim] -> the same
    at::Tensor forward(const at::Tensor& x);

    std::int64_t heads;
    torch::nn::Linear to_qkv{nullptr}, proj{nullptr};
};
TORCH_MODULE(ClipAttention);

struct ClipBlockImpl : torch::nn::Module {
    explicit ClipBlockImpl(const ClipConfig& config);
    at::Tensor forward(const at::Tensor& x);

    ClipNorm norm1{nullptr}, norm2{nullptr};
    ClipAttention attn{nullptr};
    torch::nn::Linear mlp0{nullptr}, mlp2{nullptr}; // mlp.0, mlp.2
};
TORCH_MODULE(ClipBlock);

/// CLIP's visual tower, up to what its last block but one gives: picture -> features. Members carry
/// the checkpoint's keys, "visual." in front; the last block and what comes after it are not part.
struct ClipEncoderImpl : torch::nn::Module {
    explicit ClipEncoderImpl(const ClipConfig& config = {});

    /// pixels [batch, 3, side, side], see clipPixels -> [batch, positions, dim]
    at::Tensor forward(const at::Tensor& pixels);
    /// What the first block is given.
    at::Tensor embedded(const at::Tensor& pixels);

    ClipConfig config;
    at::Tensor patchEmbedding, clsEmbedding, posEmbedding; // visual.patch_embedding.weight …
    ClipNorm preNorm{nullptr};                             // visual.pre_norm
    torch::nn::ModuleList transformer{nullptr};            // visual.transformer
};
TORCH_MODULE(ClipEncoder);

/// Side of the picture that the tower takes, in pixels.
std::int64_t clipSide(const ClipConfig& config);

/// A picture [batch, 3, height, width] in -1…1 -> what the tower takes: side x side (bicubic, not
/// keeping the aspect ratio, as the reference does), brought to CLIP's mean and spread.
at::Tensor clipPixels(const at::Tensor& picture, const ClipConfig& config);

/// The same features without holding the tower: one block's weights at a time are taken from
/// `weights` (original keys), brought to `dtype` on the pixels' device and let go again.
/// pixels [1, 3, side, side] -> [1, positions, dim]; undefined when `keepGoing` (asked before each
/// block) ended it.
at::Tensor encodeClipStreamed(const ClipConfig& config, const at::Tensor& pixels,
                              const std::function<at::Tensor(const std::string& key)>& weights,
                              at::ScalarType dtype, const std::function<bool()>& keepGoing = {});

} // namespace dollygrip::generator
