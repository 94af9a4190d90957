#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/BFloat16.h>

#include <cstdint>

namespace dollygrip::generator {

// What stands between two matrix products, each in one pass over the numbers. On a processor these
// are loops of ours for contiguous float32; elsewhere they are made of ATen's operations. Small
// parameters may be of any float type.

/// Layer norm over the last axis without weights of its own, then times (1 + scale) plus shift.
/// x [batch, tokens, dim] float32; shift and scale [batch, 1, dim] float32 -> the same as `type`
at::Tensor modulatedNorm(const at::Tensor& x, double eps, const at::Tensor& shift,
                         const at::Tensor& scale, at::ScalarType type = at::kFloat);

/// x += y * gate, in x's memory. x [batch, tokens, dim] float32; y as x, of any float type; gate
/// [batch, 1, dim] float32.
void addGated(at::Tensor& x, const at::Tensor& y, const at::Tensor& gate);

/// GELU by its tanh approximation of y + bias (may be undefined) -> as `type`. y's memory may be
/// reused.
at::Tensor biasedGelu(at::Tensor y, const at::Tensor& bias, at::ScalarType type = at::kFloat);

/// y + bias (may be undefined), brought to root mean square 1 over the last axis, times weight
/// (undefined: the norm is left out), then each head's pairs turned by `rotary` (undefined: not).
/// y [batch, tokens, dim], its memory may be reused; rotary [tokens, headDim / 2] complex.
at::Tensor normedRotated(at::Tensor y, const at::Tensor& bias, const at::Tensor& weight, double eps,
                         const at::Tensor& rotary, std::int64_t heads);

/// `count` pixels of `channels` numbers, `stride` from one to the next, side by side in `to`. With
/// gamma (may be null): channels are brought to length sqrt(channels), times gamma, then SiLU.
void pixelsInto(const float* from, std::int64_t stride, std::int64_t count, std::int64_t channels,
                const float* gamma, float* to);
void pixelsInto(const float* from, std::int64_t stride, std::int64_t count, std::int64_t channels,
                const float* gamma, c10::BFloat16* to);

/// `all` pixels: bias (may be null) plus, for the first `width` of them, what stands in `from` (may
/// be null), `stride` from one pixel to the next.
void biasedPixels(const float* from, std::int64_t stride, const float* bias, std::int64_t all,
                  std::int64_t width, std::int64_t channels, float* to);

/// float16 or bfloat16 numbers of a contiguous tensor as float32.
void widen(const at::Tensor& from, float* to);
/// The other way, rounded to the nearest.
void narrow(const float* from, std::int64_t count, c10::BFloat16* to);

/// softmax over each row of `scores` [rows, columns] without the division: rows become
/// exp(score * scale - row's largest), the last column times `lastCount`; `sums` gets what to
/// divide by.
void expRows(float* scores, std::int64_t rows, std::int64_t columns, float scale, float lastCount,
             float* sums);

} // namespace dollygrip::generator
