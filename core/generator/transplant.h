#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace dollygrip::generator {

/// A rectangle of pixels; right and bottom are exclusive.
struct PixelBox {
    std::int64_t left = 0;
    std::int64_t top = 0;
    std::int64_t right = 0;
    std::int64_t bottom = 0;

    std::int64_t width() const { return right - left; }
    std::int64_t height() const { return bottom - top; }
    bool isEmpty() const { return right <= left || bottom <= top; }
    PixelBox grown(std::int64_t by, std::int64_t width, std::int64_t height) const;
};

/// The smallest box around what is true. mask [height, width] bool.
PixelBox boxOf(const at::Tensor& mask);

/// Fills a hole inside a drawing with the neighbouring piece that fits its rim best, moved there
/// without turning or stretching, so that lines stay lines: a horizon goes on behind the figure
/// that stood before it. What still differs at the rim is levelled smoothly across the piece. Calm
/// pieces are preferred to busy ones. Where no whole piece fits, the hole is filled smoothly.
/// values [channels, height, width] multiplied by known; known [1, height, width] in 0…1;
/// `hole` [height, width] bool -> values of the hole's box [channels, box height, box width].
at::Tensor transplanted(const at::Tensor& values, const at::Tensor& known, const at::Tensor& hole);

/// How flat a drawing is around each pixel, 0…1: ink and texture low, paper and colour high.
/// values [channels, height, width] multiplied by known -> [1, height, width]
at::Tensor flatness(const at::Tensor& values, const at::Tensor& known);

} // namespace dollygrip::generator
