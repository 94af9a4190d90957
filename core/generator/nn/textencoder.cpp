#include "core/generator/nn/textencoder.h"

#include "core/generator/nn/norms.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace dollygrip::generator {
namespace {

constexpr double kEps = 1e-6;

torch::nn::Linear plainLinear(int64_t in, int64_t out)
{
    return torch::nn::Linear(torch::nn::LinearOptions(in, out).bias(false));
}

/// [batch, tokens] -> what is added to the scores, [batch, 1, 1, tokens]; undefined stays so.
at::Tensor scoreMask(const at::Tensor& mask, const at::TensorOptions& options)
{
    if (!mask.defined())
        return {};
    const double lowest =
        options.dtype() == at::kHalf ? -65504.0 : std::numeric_limits<float>::lowest();
    return at::zeros(mask.sizes(), options)
        .masked_fill(mask == 0, options.dtype() == at::kBFloat16 ? -3.3895313892515355e38 : lowest)
        .unsqueeze(1)
        .unsqueeze(1);
}

} // namespace

at::Tensor clampedHalf(const at::Tensor& x)
{
    if (x.scalar_type() != at::kHalf || !at::isinf(x).any().item<bool>())
        return x;
    constexpr double kLargestHalf = 65504;
    return x.clamp(-(kLargestHalf - 1000), kLargestHalf - 1000);
}

at::Tensor relativeBuckets(const at::Tensor& distance, int64_t buckets, int64_t maxDistance)
{
    const int64_t perDirection = buckets / 2;
    const int64_t exact = perDirection / 2;
    const at::Tensor far = distance.abs();
    const double range = std::log(static_cast<double>(maxDistance) / static_cast<double>(exact));
    const at::Tensor large =
        (at::log(far.to(at::kFloat) / static_cast<double>(exact)) / range
         * static_cast<double>(perDirection - exact))
            .clamp(0, static_cast<double>(perDirection)) // distance 0 is -infinity here, unused
            .to(at::kLong)
        + exact;
    const at::Tensor bucket = at::where(far < exact, far, large.clamp_max(perDirection - 1));
    return (distance > 0).to(at::kLong) * perDirection + bucket;
}

TextNormImpl::TextNormImpl(int64_t dim)
{
    weight = register_parameter("weight", torch::ones({dim}));
}

at::Tensor TextNormImpl::forward(const at::Tensor& x)
{
    const at::Tensor exact = x.to(at::kFloat);
    const at::Tensor scaled = exact * at::rsqrt(exact.pow(2).mean({-1}, true) + kEps);
    return scaled.to(weight.scalar_type()) * weight;
}

RelativeEmbeddingImpl::RelativeEmbeddingImpl(const TextConfig& config)
    : buckets(config.buckets), maxDistance(config.maxDistance)
{
    embedding = register_module("embedding", torch::nn::Embedding(buckets, config.heads));
}

at::Tensor RelativeEmbeddingImpl::forward(int64_t tokens)
{
    const at::Tensor places = at::arange(tokens, embedding->weight.options().dtype(at::kLong));
    const at::Tensor distance = places.unsqueeze(0) - places.unsqueeze(1); // key - query
    return embedding->forward(relativeBuckets(distance, buckets, maxDistance))
        .permute({2, 0, 1})
        .unsqueeze(0);
}

TextAttentionImpl::TextAttentionImpl(const TextConfig& config) : heads(config.heads)
{
    q = register_module("q", plainLinear(config.dim, config.attentionDim));
    k = register_module("k", plainLinear(config.dim, config.attentionDim));
    v = register_module("v", plainLinear(config.dim, config.attentionDim));
    o = register_module("o", plainLinear(config.attentionDim, config.dim));
}

at::Tensor textAttention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                         const at::Tensor& bias, int64_t heads)
{
    const auto split = [&](const at::Tensor& y) { // -> [batch, heads, tokens, width]
        return y.view({y.size(0), y.size(1), heads, -1}).transpose(1, 2);
    };
    const at::Tensor scores = at::matmul(split(q), split(k).transpose(2, 3)) + bias;
    const at::Tensor shares = at::softmax(scores, -1, at::kFloat).to(v.scalar_type());
    return at::matmul(shares, split(v)).transpose(1, 2).flatten(2);
}

at::Tensor TextAttentionImpl::forward(const at::Tensor& x, const at::Tensor& bias)
{
    return o->forward(textAttention(q->forward(x), k->forward(x), v->forward(x), bias, heads));
}

TextFeedForwardImpl::TextFeedForwardImpl(const TextConfig& config)
{
    auto gate = register_module("gate", std::make_shared<torch::nn::Module>("gate"));
    gate0 = gate->register_module("0", plainLinear(config.dim, config.ffnDim));
    fc1 = register_module("fc1", plainLinear(config.dim, config.ffnDim));
    fc2 = register_module("fc2", plainLinear(config.ffnDim, config.dim));
}

at::Tensor TextFeedForwardImpl::forward(const at::Tensor& x)
{
    return fc2->forward(fc1->forward(x) * geluTanh(gate0->forward(x)));
}

TextBlockImpl::TextBlockImpl(const TextConfig& config)
{
    norm1 = register_module("norm1", TextNorm(config.dim));
    attn = register_module("attn", TextAttention(config));
    norm2 = register_module("norm2", TextNorm(config.dim));
    ffn = register_module("ffn", TextFeedForward(config));
    if (!config.sharedPositions)
        pos_embedding = register_module("pos_embedding", RelativeEmbedding(config));
}

at::Tensor TextBlockImpl::forward(const at::Tensor& x, const at::Tensor& masked,
                                  const at::Tensor& shared)
{
    at::Tensor bias = shared.defined() ? shared : pos_embedding->forward(x.size(1));
    if (masked.defined()) // kept keys add 0, so a lowest number in place of a sum is the same
        bias = at::where(masked == 0, bias, masked);
    const at::Tensor y = clampedHalf(x + attn->forward(norm1->forward(x), bias));
    return clampedHalf(y + ffn->forward(norm2->forward(y)));
}

TextEncoderImpl::TextEncoderImpl(const TextConfig& given) : config(given)
{
    token_embedding =
        register_module("token_embedding", torch::nn::Embedding(config.vocabulary, config.dim));
    if (config.sharedPositions)
        pos_embedding = register_module("pos_embedding", RelativeEmbedding(config));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (int64_t layer = 0; layer < config.layers; ++layer)
        blocks->push_back(TextBlock(config).ptr());
    norm = register_module("norm", TextNorm(config.dim));
}

at::Tensor TextEncoderImpl::forward(const at::Tensor& ids, const at::Tensor& mask)
{
    at::Tensor x = token_embedding->forward(ids);
    const at::Tensor masked = scoreMask(mask, x.options());
    const at::Tensor shared =
        config.sharedPositions ? pos_embedding->forward(ids.size(1)) : at::Tensor();
    for (const auto& block : *blocks)
        x = block->as<TextBlock>()->forward(x, masked, shared);
    return norm->forward(x);
}

} // namespace dollygrip::generator
