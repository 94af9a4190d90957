#include "core/generator/nn/attention.h"

#include "core/generator/nn/kernels.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>
#include <cmath>

namespace dollygrip::generator {
namespace {

at::Tensor weightOf(const RMSNorm& norm)
{
    return norm.is_empty() ? at::Tensor() : norm->weight;
}

/// x through `linear`, then the norm over all heads together, then the turn by position.
at::Tensor asked(Linear& linear, const RMSNorm& norm, const AttentionConfig& config,
                 const at::Tensor& x, const at::Tensor& rotary = {})
{
    return normedRotated(linear->bare(x), linear->bias, weightOf(norm), config.eps, rotary,
                         config.heads);
}

/// Keys and values are read at every step: held as the products take them.
KeysValues held(const at::Tensor& keys, const at::Tensor& values, const Linear& linear)
{
    return {keys.to(linear->factorType()), values.to(linear->factorType())};
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
    q = register_module("q", Linear(config.dim, config.dim));
    k = register_module("k", Linear(config.dim, config.dim));
    v = register_module("v", Linear(config.dim, config.dim));
    o = register_module("o", Linear(config.dim, config.dim));
    if (config.queryKeyNorm) {
        norm_q = register_module("norm_q", RMSNorm(config.dim, config.eps));
        norm_k = register_module("norm_k", RMSNorm(config.dim, config.eps));
    }
}

at::Tensor SelfAttentionImpl::forward(const at::Tensor& x, const at::Tensor& rotary)
{
    const at::Tensor queries = asked(q, norm_q, config, x, rotary);
    const at::Tensor keys = asked(k, norm_k, config, x, rotary);
    const at::Tensor values = v->forward(x);
    return o->forward(
        attendJoined(queries, keys, values, {config.heads, 1, o->products, /*scoreBytes=*/0}));
}

CrossAttentionImpl::CrossAttentionImpl(const AttentionConfig& config, bool withImage)
    : config(config)
{
    q = register_module("q", Linear(config.dim, config.dim));
    k = register_module("k", Linear(config.dim, config.dim));
    v = register_module("v", Linear(config.dim, config.dim));
    o = register_module("o", Linear(config.dim, config.dim));
    if (config.queryKeyNorm) {
        norm_q = register_module("norm_q", RMSNorm(config.dim, config.eps));
        norm_k = register_module("norm_k", RMSNorm(config.dim, config.eps));
    }
    if (withImage) {
        k_img = register_module("k_img", Linear(config.dim, config.dim));
        v_img = register_module("v_img", Linear(config.dim, config.dim));
        if (config.queryKeyNorm)
            norm_k_img = register_module("norm_k_img", RMSNorm(config.dim, config.eps));
    }
}

KeysValues CrossAttentionImpl::textSeen(const at::Tensor& text)
{
    return held(asked(k, norm_k, config, text), v->forward(text), q);
}

KeysValues CrossAttentionImpl::imageSeen(const at::Tensor& image)
{
    return held(asked(k_img, norm_k_img, config, image), v_img->forward(image), q);
}

at::Tensor CrossAttentionImpl::forward(const at::Tensor& x, const KeysValues& text,
                                       const KeysValues& image)
{
    const at::Tensor queries = asked(q, norm_q, config, x);
    const auto answer = [&](const KeysValues& seen) {
        return attendJoined(queries, seen.keys, seen.values,
                            {config.heads, seen.lastCount, o->products, /*scoreBytes=*/0});
    };
    at::Tensor sum = answer(text);
    if (image.keys.defined())
        sum = sum.add_(answer(image));
    return o->forward(sum);
}

} // namespace dollygrip::generator
