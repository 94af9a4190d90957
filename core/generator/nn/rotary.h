#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace dollygrip::generator {

/// Where a latent's tokens stand: patches along time, height and width.
struct TokenGrid {
    std::int64_t frames = 1;
    std::int64_t rows = 1;
    std::int64_t columns = 1;

    std::int64_t tokens() const { return frames * rows * columns; }
    bool operator==(const TokenGrid&) const = default;
};

/// One turn for every position and every pair of channels of a head: time takes the first pairs,
/// then height, then width; time what the division by 6 leaves. In float64.
/// -> [positions, headDim / 2] complex128
at::Tensor rotaryTable(std::int64_t positions, std::int64_t headDim);

/// The table's rows for every token, frame by frame, row by row. -> [tokens, headDim / 2]
/// complex128
at::Tensor rotaryOf(const TokenGrid& grid, std::int64_t headDim);

/// Turns neighbouring channels as pairs. x [batch, tokens, heads, headDim] real; rotary [tokens,
/// headDim / 2], complex64 or complex128, which is the width of the arithmetic. -> x's type
at::Tensor rotated(const at::Tensor& x, const at::Tensor& rotary);

/// What the network is told of the noise: cosines, then sines, in float64.
/// t [batch] in 0...1000 -> [batch, dim] float64
at::Tensor sinusoids(const at::Tensor& t, std::int64_t dim);

} // namespace dollygrip::generator
