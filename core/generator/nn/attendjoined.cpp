#include "core/generator/nn/attention.h"
#include "core/generator/nn/gemm.h"
#include "core/generator/nn/kernels.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kCachedScores = 768 << 10; // bytes, of a second-level cache of 1 MB
constexpr std::int64_t kFewestRows = 16;          // fewer make slow products
constexpr std::int64_t kGpuScores = std::int64_t(256) << 20;

/// [batch, tokens, dim] -> [batch, heads, tokens, headDim]
at::Tensor inHeads(const at::Tensor& x, std::int64_t heads)
{
    return x.view({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);
}

at::Tensor attendElsewhere(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                           const Attending& how)
{
    const at::Tensor queries = inHeads(q, how.heads);
    const at::Tensor keys = inHeads(k.to(q.scalar_type()), how.heads);
    at::Tensor values = inHeads(v.to(q.scalar_type()), how.heads);
    if (how.lastCount == 1)
        return attend(queries, keys, values, kGpuScores).transpose(1, 2).flatten(2);
    at::Tensor bias = at::zeros({1, 1, 1, k.size(1)}, q.options());
    bias.select(3, k.size(1) - 1).fill_(std::log(how.lastCount));
#if TORCH_VERSION_MAJOR >= 2
    const at::Tensor seen = at::scaled_dot_product_attention(
        queries, keys, values, bias.expand({q.size(0), how.heads, q.size(1), k.size(1)}));
#else
    const at::Tensor scores =
        at::matmul(queries / std::sqrt(static_cast<double>(queries.size(3))), keys.transpose(2, 3));
    const at::Tensor seen = at::softmax(scores.add_(bias), -1).matmul(values);
#endif
    return seen.transpose(1, 2).flatten(2);
}

/// The memory of one thread: scores of a piece, the same in the factors' type, sums of the rows.
template <class Number>
struct Scratch {
    std::vector<float> scores;
    std::vector<Number> shares;
    std::vector<float> sums;
};

/// One head of one sample, all with the strides of the joined tensors.
template <class Number>
struct Head {
    Rows<const Number> q, k, v;
    Rows<float> out;
    std::int64_t queries, keys, width;
};

template <class Number>
void attendPiece(const Head<Number>& head, std::int64_t first, std::int64_t rows, double lastCount,
                 Scratch<Number>& scratch)
{
    const Rows<const Number> q{head.q.data + first * head.q.stride, head.q.stride};
    const Rows<float> out{head.out.data + first * head.out.stride, head.out.stride};
    float* const scores = scratch.scores.data();
    multiply({rows, head.keys, head.width, true, false}, q, head.k, {scores, head.keys});
    expRows(scores, rows, head.keys,
            static_cast<float>(1.0 / std::sqrt(static_cast<double>(head.width))),
            static_cast<float>(lastCount), scratch.sums.data());
    const ProductShape second{rows, head.width, head.keys, false, false};
    if constexpr (std::is_same_v<Number, float>) {
        multiply(second, Rows<const float>{scores, head.keys}, head.v, out);
    } else {
        narrow(scores, rows * head.keys, scratch.shares.data());
        multiply(second, Rows<const Number>{scratch.shares.data(), head.keys}, head.v, out);
    }
    for (std::int64_t row = 0; row < rows; ++row) {
        const float share = 1.0F / scratch.sums[static_cast<std::size_t>(row)];
        float* const values = out.data + row * out.stride;
        for (std::int64_t i = 0; i < head.width; ++i)
            values[i] *= share;
    }
}

template <class Number>
at::Tensor attendHere(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                      const Attending& how)
{
    const std::int64_t dim = q.size(2);
    const std::int64_t width = dim / how.heads;
    const std::int64_t queries = q.size(1);
    const std::int64_t keys = k.size(1);
    const std::int64_t budget = how.scoreBytes > 0 ? how.scoreBytes : kCachedScores;
    const std::int64_t piece = std::clamp<std::int64_t>(
        budget / (keys * std::int64_t(sizeof(float))), std::min(kFewestRows, queries), queries);
    const std::int64_t pieces = (queries + piece - 1) / piece;
    at::Tensor out = at::empty(q.sizes(), q.options().dtype(at::kFloat));
    const auto work = [&](std::int64_t begin, std::int64_t end) {
        Scratch<Number> scratch;
        scratch.scores.resize(static_cast<std::size_t>(piece * keys));
        if (!std::is_same_v<Number, float>)
            scratch.shares.resize(scratch.scores.size());
        scratch.sums.resize(static_cast<std::size_t>(piece));
        for (std::int64_t task = begin; task < end; ++task) {
            const std::int64_t sample = task / (how.heads * pieces);
            const std::int64_t column = task / pieces % how.heads * width;
            const std::int64_t first = task % pieces * piece;
            const Head<Number> head{{q.data_ptr<Number>() + sample * queries * dim + column, dim},
                                    {k.data_ptr<Number>() + sample * keys * dim + column, dim},
                                    {v.data_ptr<Number>() + sample * keys * dim + column, dim},
                                    {out.data_ptr<float>() + sample * queries * dim + column, dim},
                                    queries,
                                    keys,
                                    width};
            attendPiece(head, first, std::min(piece, queries - first), how.lastCount, scratch);
        }
    };
    at::parallel_for(0, q.size(0) * how.heads * pieces, 1, work);
    return out;
}

} // namespace

at::Tensor attendJoined(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                        const Attending& how)
{
    const at::NoGradGuard noGradient;
    if (!q.is_cpu() || q.numel() == 0)
        return attendElsewhere(q, k, v, how);
    const bool isHalf = how.products == Products::Half && multipliesBFloat16();
    const auto as = [&](const at::Tensor& x) {
        return x.to(isHalf ? at::kBFloat16 : at::kFloat).contiguous();
    };
    return isHalf ? attendHere<at::BFloat16>(as(q), as(k), as(v), how)
                  : attendHere<float>(as(q), as(k), as(v), how);
}

} // namespace dollygrip::generator
