#pragma once

#include "core/generator/nn/linear.h"
#include "core/generator/nn/norms.h"
#include "core/generator/nn/transformerconfig.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
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

struct Attending {
    std::int64_t heads = 1;
    double lastCount = 1; ///< the last key stands for so many equal ones
    Products products = Products::Exact;
    std::int64_t scoreBytes = 0; ///< of one thread's piece on a processor; 0: what fits its cache
};

/// The same with heads side by side: q [batch, queries, dim], k and v [batch, keys, dim] of any
/// float type -> as q; float32 on a processor, where every thread takes a head's queries in pieces
/// whose scores stay in its cache.
at::Tensor attendJoined(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                        const Attending& how);

/// Self-attention over all tokens of the latent. Members are named as in the checkpoint; so are
/// those of all networks here.
struct SelfAttentionImpl : torch::nn::Module {
    explicit SelfAttentionImpl(const AttentionConfig& config);
    /// x [batch, tokens, dim], rotary [tokens, headDim / 2] complex -> [batch, tokens, dim]
    at::Tensor forward(const at::Tensor& x, const at::Tensor& rotary);

    AttentionConfig config;
    Linear q{nullptr}, k{nullptr}, v{nullptr}, o{nullptr};
    RMSNorm norm_q{nullptr}, norm_k{nullptr};
};
TORCH_MODULE(SelfAttention);

/// What a layer sees of the words or of a picture: the same at every step of a take.
struct KeysValues {
    at::Tensor keys;      ///< [batch, n, dim]
    at::Tensor values;    ///< [batch, n, dim]
    double lastCount = 1; ///< the last one stands for so many equal ones
};

/// Attention to words and, where the network has it, to a picture; both answers are added.
struct CrossAttentionImpl : torch::nn::Module {
    CrossAttentionImpl(const AttentionConfig& config, bool withImage);
    /// text [batch, words, dim], image [batch, patches, dim] -> what this layer sees of them
    KeysValues textSeen(const at::Tensor& text);
    KeysValues imageSeen(const at::Tensor& image);
    bool takesImage() const { return !k_img.is_empty(); }
    /// x [batch, tokens, dim]; `image` is left out where its keys are undefined ->
    /// [batch, tokens, dim]
    at::Tensor forward(const at::Tensor& x, const KeysValues& text, const KeysValues& image = {});

    AttentionConfig config;
    Linear q{nullptr}, k{nullptr}, v{nullptr}, o{nullptr};
    RMSNorm norm_q{nullptr}, norm_k{nullptr};
    Linear k_img{nullptr}, v_img{nullptr};
    RMSNorm norm_k_img{nullptr};
};
TORCH_MODULE(CrossAttention);

} // namespace dollygrip::generator
