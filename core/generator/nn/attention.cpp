#include "core/generator/nn/attention.h"

#include "core/generator/nn/rotary.h"

#include <ATen/ATen.h>
#include <torch/version.h>

#include <algorithm>
#include <cmath>

namespace dollygrip::generator {
namespace {

/// x [batch, tokens, dim] -> [batch, tokens, heads, headDim]
at::Tensor inHeads(const at::Tensor& x, std::int64_t heads)
{
    return x.view({x.size(0), x.size(1), heads, x.size(2) / heads});
}

/// [batch, heads, tokens, headDim] -> [batch, tokens, dim]
at::Tensor joined(const at::Tensor& x)
{
    return x.transpose(1, 2).flatten(2);
}

at::Tensor normed(RMSNorm& norm, const at::Tensor& x)
{
    return norm.is_empty() ? x : norm->forward(x);
}

} // namespace

at::Tensor attendInPieces(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                          std::int64_t scoreBytes)
{
    const std::int64_t rowBytes = q.size(0) * q.size(1) * k.size(2) * q.element_size();
    const std::int64_t queries = q.size(2);
    const std::int64_t piece = std::clamp<std::int64_t>(
        scoreBytes / std::max<std::int64_t>(1, rowBytes), 1, std::max<std::int64_t>(1, queries));
    const at::Tensor scaled = q / std::sqrt(static_cast<double>(q.size(3)));
    const at::Tensor keys = k.transpose(2, 3);
    if (piece >= queries)
        return at::softmax(at::matmul(scaled, keys), -1).matmul(v);
    at::Tensor out = at::empty_like(q, at::MemoryFormat::Contiguous);
    for (std::int64_t from = 0; from < queries; from += piece) {
        const std::int64_t count = std::min(piece, queries - from);
        const at::Tensor scores = at::matmul(scaled.narrow(2, from, count), keys);
        out.narrow(2, from, count).copy_(at::softmax(scores, -1).matmul(v));
    }
    return out;
}

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                  [[maybe_unused]] std::int64_t scoreBytes)
{
#if TORCH_VERSION_MAJOR >= 2
    return at::scaled_dot_product_attention(q, k, v);
#else
    return attendInPieces(q, k, v, scoreBytes);
#endif
}

SelfAttentionImpl::SelfAttentionImpl(const AttentionConfig& config) : config(config)
{
    q = register_module("q", torch::nn::Linear(config.dim, config.dim));
    k = register_module("k", torch::nn::Linear(config.dim, config.dim));
    v = register_module("v", torch::nn::Linear(config.dim, config.dim));
    o = register_module("o", torch::nn::Linear(config.dim, config.dim));
    if (config.queryKeyNorm) {
        norm_q = register_module("norm_q", RMSNorm(config.dim, config.eps));
        norm_k = register_module("norm_k", RMSNorm(config.dim, config.eps));
    }
}

at::Tensor SelfAttentionImpl::forward(const at::Tensor& x, const at::Tensor& rotary)
{
    // The norms run over all heads together, before the split.
    const at::Tensor input = x.to(q->weight.scalar_type());
    const at::Tensor queries =
        rotated(inHeads(normed(norm_q, q->forward(input)), config.heads), rotary).transpose(1, 2);
    const at::Tensor keys =
        rotated(inHeads(normed(norm_k, k->forward(input)), config.heads), rotary).transpose(1, 2);
    const at::Tensor values = inHeads(v->forward(input), config.heads).transpose(1, 2);
    return o->forward(joined(attend(queries, keys, values)));
}

CrossAttentionImpl::CrossAttentionImpl(const AttentionConfig& config, bool withImage)
    : config(config)
{
    q = register_module("q", torch::nn::Linear(config.dim, config.dim));
    k = register_module("k", torch::nn::Linear(config.dim, config.dim));
    v = register_module("v", torch::nn::Linear(config.dim, config.dim));
    o = register_module("o", torch::nn::Linear(config.dim, config.dim));
    if (config.queryKeyNorm) {
        norm_q = register_module("norm_q", RMSNorm(config.dim, config.eps));
        norm_k = register_module("norm_k", RMSNorm(config.dim, config.eps));
    }
    if (withImage) {
        k_img = register_module("k_img", torch::nn::Linear(config.dim, config.dim));
        v_img = register_module("v_img", torch::nn::Linear(config.dim, config.dim));
        if (config.queryKeyNorm)
            norm_k_img = register_module("norm_k_img", RMSNorm(config.dim, config.eps));
    }
}

at::Tensor CrossAttentionImpl::forward(const at::Tensor& x, const at::Tensor& text,
                                       const at::Tensor& image)
{
    const at::Tensor queries = inHeads(normed(norm_q, through(q, x)), config.heads).transpose(1, 2);
    const auto answer = [&](torch::nn::Linear& key, RMSNorm& norm, torch::nn::Linear& value,
                            const at::Tensor& context) {
        return joined(attend(
            queries, inHeads(normed(norm, through(key, context)), config.heads).transpose(1, 2),
            inHeads(through(value, context), config.heads).transpose(1, 2)));
    };
    at::Tensor sum = answer(k, norm_k, v, text);
    if (!k_img.is_empty() && image.defined())
        sum = sum + answer(k_img, norm_k_img, v_img, image);
    return o->forward(sum);
}

} // namespace dollygrip::generator
