#include "core/generator/nn/kernels.h"

#include "core/generator/nn/norms.h"
#include "core/generator/nn/rotary.h"
#include "core/generator/nn/rowmath.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <cmath>

// One version of each loop for the instruction sets that matter; the loader picks.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)                                \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define DOLLYGRIP_EACH_PROCESSOR [[gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define DOLLYGRIP_EACH_PROCESSOR
#endif

namespace dollygrip::generator {
namespace {

using Half = std::uint16_t; // bfloat16's bits

constexpr std::int64_t kNumbersPerTask = 1 << 15;

std::int64_t rowsPerTask(std::int64_t columns)
{
    return std::max<std::int64_t>(1, kNumbersPerTask / std::max<std::int64_t>(1, columns));
}

template <class F>
[[gnu::always_inline]] inline float laneSum(std::int64_t n, const F& term)
{
    float lanes[kLanes] = {};
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        for (int lane = 0; lane < kLanes; ++lane)
            lanes[lane] += term(i + lane);
    float sum = 0;
    for (; i < n; ++i)
        sum += term(i);
    for (const float lane : lanes)
        sum += lane;
    return sum;
}

template <class Out>
[[gnu::always_inline]] inline void modulatedRow(const float* x, const float* shift,
                                                const float* scale, std::int64_t n, float eps,
                                                Out* out)
{
    const float mean = laneSum(n, [&](std::int64_t i) { return x[i]; }) / static_cast<float>(n);
    const float variance = laneSum(n, [&](std::int64_t i) { return (x[i] - mean) * (x[i] - mean); })
                           / static_cast<float>(n);
    const float inverse = 1.0F / std::sqrt(variance + eps);
    for (std::int64_t i = 0; i < n; ++i)
        store(out + i, (x[i] - mean) * inverse * (1.0F + scale[i]) + shift[i]);
}

DOLLYGRIP_EACH_PROCESSOR void modulatedRows(const float* x, const float* shift, const float* scale,
                                            std::int64_t rows, std::int64_t n, float eps,
                                            float* out)
{
    for (std::int64_t row = 0; row < rows; ++row)
        modulatedRow(x + row * n, shift, scale, n, eps, out + row * n);
}

DOLLYGRIP_EACH_PROCESSOR void modulatedRowsHalf(const float* x, const float* shift,
                                                const float* scale, std::int64_t rows,
                                                std::int64_t n, float eps, Half* out)
{
    for (std::int64_t row = 0; row < rows; ++row)
        modulatedRow(x + row * n, shift, scale, n, eps, out + row * n);
}

DOLLYGRIP_EACH_PROCESSOR void gatedRows(float* x, const float* y, const float* gate,
                                        std::int64_t rows, std::int64_t n)
{
    for (std::int64_t row = 0; row < rows; ++row, x += n, y += n)
        for (std::int64_t i = 0; i < n; ++i)
            x[i] += y[i] * gate[i];
}

DOLLYGRIP_EACH_PROCESSOR void geluRows(const float* y, const float* bias, std::int64_t rows,
                                       std::int64_t n, float* out)
{
    for (std::int64_t row = 0; row < rows; ++row, y += n, out += n)
        for (std::int64_t i = 0; i < n; ++i)
            out[i] = geluTanhOf(y[i] + bias[i]);
}

DOLLYGRIP_EACH_PROCESSOR void geluRowsHalf(const float* y, const float* bias, std::int64_t rows,
                                           std::int64_t n, Half* out)
{
    for (std::int64_t row = 0; row < rows; ++row, y += n, out += n)
        for (std::int64_t i = 0; i < n; ++i)
            out[i] = halfBits(geluTanhOf(y[i] + bias[i]));
}

/// What a row of queries or keys goes through; pointers may be null.
struct QueryNorm {
    const float* bias;
    const float* weight;
    float eps;
    const float* rotary; ///< of the first row: headDim / 2 pairs (cosine, sine) a row
    std::int64_t heads;
};

DOLLYGRIP_EACH_PROCESSOR void queryRows(float* y, const QueryNorm& norm, std::int64_t rows,
                                        std::int64_t n)
{
    const std::int64_t width = n / norm.heads;
    for (std::int64_t row = 0; row < rows; ++row, y += n) {
        if (norm.bias)
            for (std::int64_t i = 0; i < n; ++i)
                y[i] += norm.bias[i];
        if (norm.weight) {
            const float mean =
                laneSum(n, [&](std::int64_t i) { return y[i] * y[i]; }) / static_cast<float>(n);
            const float inverse = 1.0F / std::sqrt(mean + norm.eps);
            for (std::int64_t i = 0; i < n; ++i)
                y[i] = y[i] * inverse * norm.weight[i];
        }
        if (!norm.rotary)
            continue;
        const float* const turn = norm.rotary + row * width;
        for (float* head = y; head != y + n; head += width)
            for (std::int64_t i = 0; i < width; i += 2) {
                const float a = head[i];
                const float b = head[i + 1];
                head[i] = a * turn[i] - b * turn[i + 1];
                head[i + 1] = a * turn[i + 1] + b * turn[i];
            }
    }
}

template <class Out>
[[gnu::always_inline]] inline void channelRow(const float* x, const float* gamma, std::int64_t n,
                                              Out* out)
{
    constexpr float kSmallest = 1e-12F;
    if (!gamma) {
        for (std::int64_t i = 0; i < n; ++i)
            store(out + i, x[i]);
        return;
    }
    const float length = std::sqrt(laneSum(n, [&](std::int64_t i) { return x[i] * x[i]; }));
    const float scale =
        std::sqrt(static_cast<float>(n)) / (length > kSmallest ? length : kSmallest);
    for (std::int64_t i = 0; i < n; ++i)
        store(out + i, silu(x[i] * scale * gamma[i]));
}

DOLLYGRIP_EACH_PROCESSOR void channelRows(const float* x, std::int64_t stride, std::int64_t rows,
                                          std::int64_t n, const float* gamma, float* out)
{
    for (std::int64_t row = 0; row < rows; ++row)
        channelRow(x + row * stride, gamma, n, out + row * n);
}

DOLLYGRIP_EACH_PROCESSOR void channelRowsHalf(const float* x, std::int64_t stride,
                                              std::int64_t rows, std::int64_t n, const float* gamma,
                                              Half* out)
{
    for (std::int64_t row = 0; row < rows; ++row)
        channelRow(x + row * stride, gamma, n, out + row * n);
}

DOLLYGRIP_EACH_PROCESSOR void widenHalf(const Half* from, std::int64_t n, float* to)
{
    for (std::int64_t i = 0; i < n; ++i)
        to[i] = std::bit_cast<float>(static_cast<std::uint32_t>(from[i]) << 16);
}

DOLLYGRIP_EACH_PROCESSOR void narrowHalf(const float* from, std::int64_t n, Half* to)
{
    for (std::int64_t i = 0; i < n; ++i)
        to[i] = halfBits(from[i]);
}

DOLLYGRIP_EACH_PROCESSOR void exponentials(float* scores, std::int64_t rows, std::int64_t columns,
                                           float scale, float lastCount, float* sums)
{
    for (std::int64_t row = 0; row < rows; ++row, scores += columns) {
        float lanes[kLanes];
        std::fill(lanes, lanes + kLanes, scores[0]);
        std::int64_t i = 0;
        for (; i + kLanes <= columns; i += kLanes)
            for (int lane = 0; lane < kLanes; ++lane)
                lanes[lane] = scores[i + lane] > lanes[lane] ? scores[i + lane] : lanes[lane];
        float largest = lanes[0];
        for (const float lane : lanes)
            largest = lane > largest ? lane : largest;
        for (; i < columns; ++i)
            largest = scores[i] > largest ? scores[i] : largest;
        sums[row] = laneSum(columns, [&](std::int64_t j) {
            return scores[j] = exponential((scores[j] - largest) * scale);
        });
        sums[row] += (lastCount - 1.0F) * scores[columns - 1];
        scores[columns - 1] *= lastCount;
    }
}

bool isPlain(const at::Tensor& x)
{
    return x.is_cpu() && x.scalar_type() == at::kFloat && x.is_contiguous();
}

/// A small parameter as contiguous float32; undefined stays so.
at::Tensor plain(const at::Tensor& parameter)
{
    return parameter.defined() ? parameter.to(at::kFloat).contiguous() : parameter;
}

const float* dataOf(const at::Tensor& parameter)
{
    return parameter.defined() ? parameter.data_ptr<float>() : nullptr;
}

Half* halfData(const at::Tensor& x)
{
    return reinterpret_cast<Half*>(x.data_ptr<at::BFloat16>());
}

at::Tensor plus(const at::Tensor& y, const at::Tensor& bias)
{
    return bias.defined() ? y + bias.to(y.scalar_type()) : y;
}

} // namespace

at::Tensor modulatedNorm(const at::Tensor& x, double eps, const at::Tensor& shift,
                         const at::Tensor& scale, at::ScalarType type)
{
    const bool isHalf = type == at::kBFloat16;
    if (!isPlain(x) || x.dim() != 3 || (type != at::kFloat && !isHalf))
        return layerNorm(x, eps).mul_(scale.add(1)).add_(shift).to(type);
    const at::Tensor shifts = plain(shift).expand({x.size(0), 1, x.size(2)}).contiguous();
    const at::Tensor scales = plain(scale).expand({x.size(0), 1, x.size(2)}).contiguous();
    const at::Tensor out = at::empty(x.sizes(), x.options().dtype(type));
    const std::int64_t n = x.size(2);
    for (std::int64_t b = 0; b < x.size(0); ++b) {
        const float* const from = dataOf(x) + b * x.size(1) * n;
        const float* const moved = dataOf(shifts) + b * n;
        const float* const scaled = dataOf(scales) + b * n;
        const std::int64_t before = b * x.size(1) * n;
        at::parallel_for(0, x.size(1), rowsPerTask(n), [&](std::int64_t first, std::int64_t end) {
            const std::int64_t at = first * n;
            if (isHalf)
                modulatedRowsHalf(from + at, moved, scaled, end - first, n, static_cast<float>(eps),
                                  halfData(out) + before + at);
            else
                modulatedRows(from + at, moved, scaled, end - first, n, static_cast<float>(eps),
                              out.data_ptr<float>() + before + at);
        });
    }
    return out;
}

void addGated(at::Tensor& x, const at::Tensor& y, const at::Tensor& gate)
{
    if (!isPlain(x) || !isPlain(y) || x.dim() != 3) {
        x.addcmul_(y.to(at::kFloat), gate);
        return;
    }
    const std::int64_t n = x.size(2);
    const at::Tensor gates = plain(gate).expand({x.size(0), 1, n}).contiguous();
    for (std::int64_t b = 0; b < x.size(0); ++b) {
        const std::int64_t before = b * x.size(1) * n;
        at::parallel_for(0, x.size(1), rowsPerTask(n), [&](std::int64_t first, std::int64_t end) {
            const std::int64_t at = before + first * n;
            gatedRows(x.data_ptr<float>() + at, dataOf(y) + at, dataOf(gates) + b * n, end - first,
                      n);
        });
    }
}

at::Tensor biasedGelu(at::Tensor y, const at::Tensor& bias, at::ScalarType type)
{
    const bool isHalf = type == at::kBFloat16;
    if (!isPlain(y) || y.dim() == 0 || (type != at::kFloat && !isHalf))
        return at::gelu(plus(y, bias), "tanh").to(type);
    const std::int64_t n = y.size(-1);
    const at::Tensor biases = bias.defined() ? plain(bias) : at::zeros({n}, y.options());
    const at::Tensor out = isHalf ? at::empty(y.sizes(), y.options().dtype(type)) : y;
    at::parallel_for(0, y.numel() / n, rowsPerTask(n), [&](std::int64_t first, std::int64_t end) {
        if (isHalf)
            geluRowsHalf(dataOf(y) + first * n, dataOf(biases), end - first, n,
                         halfData(out) + first * n);
        else
            geluRows(dataOf(y) + first * n, dataOf(biases), end - first, n,
                     out.data_ptr<float>() + first * n);
    });
    return out;
}

at::Tensor normedRotated(at::Tensor y, const at::Tensor& bias, const at::Tensor& weight, double eps,
                         const at::Tensor& rotary, std::int64_t heads)
{
    if (!isPlain(y) || y.dim() != 3 || (rotary.defined() && !rotary.is_contiguous())) {
        at::Tensor normed = plus(y, bias);
        if (weight.defined()) {
            const at::Tensor wide = normed.to(at::kFloat);
            normed = wide.mul(wide.square().mean(-1, true).add_(eps).rsqrt_())
                         .to(y.scalar_type())
                         .mul(weight.to(y.scalar_type()));
        }
        if (!rotary.defined())
            return normed;
        return rotated(normed.view({y.size(0), y.size(1), heads, -1}), rotary).flatten(2);
    }
    const std::int64_t n = y.size(2);
    const at::Tensor biases = plain(bias);
    const at::Tensor weights = plain(weight);
    const at::Tensor turns =
        rotary.defined() ? at::view_as_real(rotary.to(at::kComplexFloat)) : rotary;
    for (std::int64_t b = 0; b < y.size(0); ++b)
        at::parallel_for(0, y.size(1), rowsPerTask(n), [&](std::int64_t first, std::int64_t end) {
            const QueryNorm norm{dataOf(biases), dataOf(weights), static_cast<float>(eps),
                                 turns.defined() ? dataOf(turns) + first * (n / heads) : nullptr,
                                 heads};
            queryRows(y.data_ptr<float>() + (b * y.size(1) + first) * n, norm, end - first, n);
        });
    return y;
}

void pixelsInto(const float* from, std::int64_t stride, std::int64_t count, std::int64_t channels,
                const float* gamma, float* to)
{
    channelRows(from, stride, count, channels, gamma, to);
}

void pixelsInto(const float* from, std::int64_t stride, std::int64_t count, std::int64_t channels,
                const float* gamma, c10::BFloat16* to)
{
    channelRowsHalf(from, stride, count, channels, gamma, reinterpret_cast<Half*>(to));
}

void biasedPixels(const float* from, std::int64_t stride, const float* bias, std::int64_t all,
                  std::int64_t width, std::int64_t channels, float* to)
{
    for (std::int64_t x = 0; x < all; ++x, to += channels) {
        const float* const pixel = from && x < width ? from + x * stride : nullptr;
        for (std::int64_t i = 0; i < channels; ++i)
            to[i] = (bias ? bias[i] : 0.0F) + (pixel ? pixel[i] : 0.0F);
    }
}

void widen(const at::Tensor& from, float* to)
{
    if (from.scalar_type() != at::kBFloat16) {
        at::from_blob(to, from.sizes(), at::kFloat).copy_(from);
        return;
    }
    at::parallel_for(0, from.numel(), kNumbersPerTask, [&](std::int64_t first, std::int64_t end) {
        widenHalf(halfData(from) + first, end - first, to + first);
    });
}

void narrow(const float* from, std::int64_t count, c10::BFloat16* to)
{
    narrowHalf(from, count, reinterpret_cast<Half*>(to));
}

void expRows(float* scores, std::int64_t rows, std::int64_t columns, float scale, float lastCount,
             float* sums)
{
    exponentials(scores, rows, columns, scale, lastCount, sums);
}

} // namespace dollygrip::generator
