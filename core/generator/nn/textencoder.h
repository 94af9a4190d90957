#pragma once

#include "core/generator/nn/textconfig.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/pimpl.h>

#include <functional>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// Distance key - query -> row of the bias table, int64 in and out, both directions.
at::Tensor relativeBuckets(const at::Tensor& distance, int64_t buckets, int64_t maxDistance);

/// x scaled to a root mean square of 1 (statistics in float32), times weight.
struct TextNormImpl : torch::nn::Module {
    explicit TextNormImpl(int64_t dim);
    at::Tensor forward(const at::Tensor& x);

    at::Tensor weight;
};
TORCH_MODULE(TextNorm);

/// Position bias of one layer (or of all): [1, heads, tokens, tokens].
struct RelativeEmbeddingImpl : torch::nn::Module {
    explicit RelativeEmbeddingImpl(const TextConfig& config);
    at::Tensor forward(int64_t tokens);

    int64_t buckets, maxDistance;
    torch::nn::Embedding embedding{nullptr};
};
TORCH_MODULE(RelativeEmbedding);

/// Self-attention without the usual division by the root of the head's width.
struct TextAttentionImpl : torch::nn::Module {
    explicit TextAttentionImpl(const TextConfig& config);
    /// x [batch, tokens, dim], bias [1 or batch, heads, 1 or tokens, tokens]
    at::Tensor forward(const at::Tensor& x, const at::Tensor& bias);

    int64_t heads;
    torch::nn::Linear q{nullptr}, k{nullptr}, v{nullptr}, o{nullptr};
};
TORCH_MODULE(TextAttention);

/// fc2( fc1(x) * GELU(gate.0(x)) ), the GELU in its tanh form.
struct TextFeedForwardImpl : torch::nn::Module {
    explicit TextFeedForwardImpl(const TextConfig& config);
    at::Tensor forward(const at::Tensor& x);

    torch::nn::Linear gate0{nullptr}, fc1{nullptr}, fc2{nullptr}; // gate.0, fc1, fc2
};
TORCH_MODULE(TextFeedForward);

struct TextBlockImpl : torch::nn::Module {
    explicit TextBlockImpl(const TextConfig& config);
    /// `masked`: see TextEncoder::hidden. `shared`: the bias of all layers, undefined where each
    /// has its own.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& masked, const at::Tensor& shared);

    TextNorm norm1{nullptr}, norm2{nullptr};
    TextAttention attn{nullptr};
    TextFeedForward ffn{nullptr};
    RelativeEmbedding pos_embedding{nullptr};
};
TORCH_MODULE(TextBlock);

/// UMT5 encoder: token numbers -> embeddings. Members carry the checkpoint's keys.
struct TextEncoderImpl : torch::nn::Module {
    explicit TextEncoderImpl(const TextConfig& config = {});

    /// ids [batch, tokens] int64, mask [batch, tokens] int64, 0 = padding (undefined: none)
    /// -> [batch, tokens, dim], rows of padding among them.
    at::Tensor forward(const at::Tensor& ids, const at::Tensor& mask = {});

    TextConfig config;
    torch::nn::Embedding token_embedding{nullptr};
    RelativeEmbedding pos_embedding{nullptr}; // only with sharedPositions
    torch::nn::ModuleList blocks{nullptr};
    TextNorm norm{nullptr};
};
TORCH_MODULE(TextEncoder);

/// Gives the tensor of a key in the original naming, e.g. a view into a mapped file.
using WeightSource = std::function<at::Tensor(const std::string& key)>;

/// The same embeddings for one prompt without holding the encoder: rows of the token table and one
/// layer's weights at a time are taken from `weights`, brought to `dtype` and let go again.
/// ids [tokens] int64 without padding -> [tokens, dim] of `dtype`; undefined when `keepGoing`
/// (asked before each layer) ended it.
at::Tensor encodeTextStreamed(const TextConfig& config, const at::Tensor& ids,
                              const WeightSource& weights, at::ScalarType dtype,
                              const std::function<bool()>& keepGoing = {});

} // namespace dollygrip::generator
