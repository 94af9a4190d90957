#pragma once

#include <bit>
#include <cstdint>

// Arithmetic for the inner loops of kernels.cpp: plain expressions that compilers turn into vector
// code, inlined into each processor's version of a loop.

namespace dollygrip::generator {

/// Partial sums that a loop keeps side by side, so that it becomes vector code.
inline constexpr int kLanes = 16;

[[gnu::always_inline]] inline float exponential(float x)
{
    // 2^n * e^r with |r| <= ln 2 / 2; e^r by its series, which is exact to the last bit or two.
    constexpr float kRound = 12582912.0F; // 1.5 * 2^23: what is added loses its fraction
    x = x < -87.0F ? -87.0F : x;
    x = x > 88.0F ? 88.0F : x;
    const float n = (x * 1.44269504088896341F + kRound) - kRound;
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    const float e = p * r * r + r + 1.0F;
    return e * std::bit_cast<float>((static_cast<std::int32_t>(n) + 127) << 23);
}

[[gnu::always_inline]] inline float silu(float x)
{
    return x / (1.0F + exponential(-x));
}

[[gnu::always_inline]] inline float geluTanhOf(float x)
{
    // 0.5 x (1 + tanh u) = x / (1 + e^-2u)
    const float u = 0.7978845608028654F * (x + 0.044715F * x * x * x);
    return x / (1.0F + exponential(-2.0F * u));
}

/// Rounded to the nearest bfloat16, ties to even; NaN stays NaN.
[[gnu::always_inline]] inline std::uint16_t halfBits(float x)
{
    const auto bits = std::bit_cast<std::uint32_t>(x);
    const std::uint32_t rounded = (bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16;
    return static_cast<std::uint16_t>(x == x ? rounded : 0x7fc0U);
}

[[gnu::always_inline]] inline void store(float* to, float value)
{
    *to = value;
}

[[gnu::always_inline]] inline void store(std::uint16_t* to, float value)
{
    *to = halfBits(value);
}

} // namespace dollygrip::generator
