#pragma once

#include "core/generator/nn/norms.h"
#include "core/generator/nn/transformerconfig.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/pimpl.h>

#include <cstdint>

namespace dollygrip::generator {

/// softmax(q k^T / sqrt(headDim)) v. q [batch, heads, queries, headDim], k and v [batch, heads,
/// keys, headDim] -> as q. Where LibTorch has no fused kernel (before 2.0), queries are taken in
/// pieces, so that the scores never take more than `scoreBytes`.
at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                  std::int64_t scoreBytes = std::int64_t(256) << 20);
/// The same in pieces, on every LibTorch.
at::Tensor attendInPieces(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                          std::int64_t scoreBytes);

/// Self-attention over all tokens of the latent. Members are named as in the checkpoint; so are
/// those of all networks here.
struct SelfAttentionImpl : torch::nn::Module {
    explicit SelfAttentionImpl(const AttentionConfig& config);
    /// x [batch, tokens, dim], rotary [tokens, headDim / 2] complex -> [batch, tokens, dim]
    at::Tensor forward(const at::Tensor& x, const at::Tensor& rotary);

    AttentionConfig config;
    torch::nn::Linear q{nullptr}, k{nullptr}, v{nullptr}, o{nullptr};
    RMSNorm norm_q{nullptr}, norm_k{nullptr};
};
TORCH_MODULE(SelfAttention);

/// Attention to words and, where the network has it, to a picture; both answers are added.
struct CrossAttentionImpl : torch::nn::Module {
    CrossAttentionImpl(const AttentionConfig& config, bool withImage);
    /// x [batch, tokens, dim]; text [batch, words, dim]; image [batch, patches, dim], undefined for
    /// a network without -> [batch, tokens, dim]
    at::Tensor forward(const at::Tensor& x, const at::Tensor& text, const at::Tensor& image);

    AttentionConfig config;
    torch::nn::Linear q{nullptr}, k{nullptr}, v{nullptr}, o{nullptr};
    RMSNorm norm_q{nullptr}, norm_k{nullptr};
    torch::nn::Linear k_img{nullptr}, v_img{nullptr};
    RMSNorm norm_k_img{nullptr};
};
TORCH_MODULE(CrossAttention);

} // namespace dollygrip::generator
