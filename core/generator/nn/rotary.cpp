#include "core/generator/nn/rotary.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace dollygrip::generator {
namespace {

constexpr double kTheta = 10000;

/// -> [positions, dim / 2] complex128 of length 1
at::Tensor turns(std::int64_t positions, std::int64_t dim)
{
    const at::TensorOptions wide(at::kDouble);
    const at::Tensor frequency = at::pow(kTheta, at::arange(0, dim, 2, wide) / dim).reciprocal();
    const at::Tensor angle = at::outer(at::arange(positions, wide), frequency);
    return at::polar(at::ones_like(angle), angle);
}

/// Channels of a head for height and for width.
std::int64_t sideChannels(std::int64_t headDim)
{
    return 2 * (headDim / 6);
}

} // namespace

at::Tensor rotaryTable(std::int64_t positions, std::int64_t headDim)
{
    const std::int64_t side = sideChannels(headDim);
    return at::cat(
        {turns(positions, headDim - 2 * side), turns(positions, side), turns(positions, side)}, 1);
}

at::Tensor rotaryOf(const TokenGrid& grid, std::int64_t headDim)
{
    const std::int64_t side = sideChannels(headDim) / 2;
    const std::int64_t time = headDim / 2 - 2 * side;
    const at::Tensor table = rotaryTable(std::max({grid.frames, grid.rows, grid.columns}), headDim);
    const auto part = [&](std::int64_t from, std::int64_t width, std::int64_t length,
                          at::IntArrayRef shape) {
        return table.narrow(1, from, width)
            .narrow(0, 0, length)
            .view(shape)
            .expand({grid.frames, grid.rows, grid.columns, width});
    };
    return at::cat({part(0, time, grid.frames, {grid.frames, 1, 1, time}),
                    part(time, side, grid.rows, {1, grid.rows, 1, side}),
                    part(time + side, side, grid.columns, {1, 1, grid.columns, side})},
                   -1)
        .view({grid.tokens(), headDim / 2});
}

at::Tensor rotated(const at::Tensor& x, const at::Tensor& rotary)
{
    const at::ScalarType width =
        rotary.scalar_type() == at::kComplexDouble ? at::kDouble : at::kFloat;
    const at::Tensor pairs = at::view_as_complex(
        x.to(width).contiguous().view({x.size(0), x.size(1), x.size(2), x.size(3) / 2, 2}));
    return at::view_as_real(pairs * rotary.unsqueeze(1)).flatten(3).to(x.scalar_type());
}

at::Tensor sinusoids(const at::Tensor& t, std::int64_t dim)
{
    const std::int64_t half = dim / 2;
    const at::Tensor wide = t.to(at::kDouble);
    const at::Tensor frequency = at::pow(kTheta, -at::arange(half, wide.options()) / half);
    const at::Tensor angle = at::outer(wide, frequency);
    return at::cat({angle.cos(), angle.sin()}, 1);
}

} // namespace dollygrip::generator
