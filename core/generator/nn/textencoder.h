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

/// Half precision overflows in this network; the reference cuts what became infinite.
at::Tensor clampedHalf(const at::Tensor& x);

/// softmax(q k^T + bias) v, without the usual division by the root of the head's width. q, k and v
/// [batch, tokens, heads x width], bias [1 or batch, heads, 1 or tokens, tokens] -> as q
at::Tensor textAttention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                         const at::Tensor& bias, int64_t heads);

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

/// Self-attention, see textAttention.
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

/// Where a streamed encoder's weights come from, by keys of the original naming.
struct TextWeights {
    WeightSource tensor; ///< of any float type; a view into a mapped file will do
    /// Rows of the token table: index_select(0, ids), without reading the rest.
    std::function<at::Tensor(const std::string& key, const at::Tensor& ids)> rows;
    std::function<void(const std::string& key)> release; ///< its memory may go; may be empty
};

/// The same embeddings for one prompt without holding the encoder: rows of the token table and one
/// matrix at a time are taken from `weights`. On a processor all is computed in float32 and short
/// numbers are widened piece by piece; on another device each matrix is brought there as `dtype`.
/// ids [tokens] int64 without padding -> [tokens, dim] of `dtype` on `device`; undefined when
/// `keepGoing` (asked before each layer) ended it. Throws where a tensor has an unexpected shape.
at::Tensor encodeTextStreamed(const TextConfig& config, const at::Tensor& ids,
                              const TextWeights& weights, const at::Device& device,
                              at::ScalarType dtype, const std::function<bool()>& keepGoing = {});
/// On the processor, from tensors alone.
at::Tensor encodeTextStreamed(const TextConfig& config, const at::Tensor& ids,
                              const WeightSource& weights, at::ScalarType dtype,
                              const std::function<bool()>& keepGoing = {});

} // namespace dollygrip::generator
