#include "core/generator/pushpull.h"

#include <ATen/ATen.h>

#include <vector>

namespace dollygrip::generator {
namespace {

constexpr double kTiny = 1e-6;

struct Level {
    at::Tensor values; ///< [c, h, w] multiplied by known
    at::Tensor known;  ///< [1, h, w]
};

/// Half the size. A coarse pixel with a quarter of its area known counts as wholly known.
Level pull(const Level& fine)
{
    const auto half = [](const at::Tensor& x) {
        const std::vector<std::int64_t> window = {x.size(1) > 1 ? 2 : 1, x.size(2) > 1 ? 2 : 1};
        return at::avg_pool2d(x, window, window, {0, 0}, /*ceil_mode=*/true,
                              /*count_include_pad=*/false);
    };
    const at::Tensor values = half(fine.values);
    const at::Tensor known = half(fine.known);
    const at::Tensor trusted = known.mul(4.0).clamp_max_(1.0);
    return {values * (trusted / known.clamp_min(kTiny)), trusted};
}

at::Tensor push(const Level& level, const at::Tensor& coarse)
{
    const std::int64_t height = level.values.size(1);
    const std::int64_t width = level.values.size(2);
    const at::Tensor open = 1.0 - level.known;
    const at::Tensor up =
        at::upsample_bilinear2d(coarse.unsqueeze(0), {height, width}, /*align_corners=*/false)
            .squeeze(0);
    at::Tensor filled = level.values + open * up;
    for (int pass = 0; pass < 2; ++pass) {
        filled = level.values + open * boxAverage(filled, 1);
    }
    return filled;
}

} // namespace

at::Tensor boxAverage(const at::Tensor& x, int radius)
{
    const int side = 2 * radius + 1;
    const at::Tensor rows = at::avg_pool2d(x, {1, side}, {1, 1}, {0, radius}, false, false);
    return at::avg_pool2d(rows, {side, 1}, {1, 1}, {radius, 0}, false, false);
}

at::Tensor pushPull(const at::Tensor& values, const at::Tensor& known)
{
    TORCH_CHECK(values.dim() == 3 && known.dim() == 3 && known.size(0) == 1
                && values.size(1) == known.size(1) && values.size(2) == known.size(2));
    std::vector<Level> levels = {{values, known}};
    while (levels.back().known.numel() > 1) {
        levels.push_back(pull(levels.back()));
    }
    const Level& top = levels.back();
    at::Tensor filled = top.values / top.known.clamp_min(kTiny);
    for (auto level = levels.rbegin() + 1; level != levels.rend(); ++level) {
        filled = push(*level, filled);
    }
    return filled;
}

} // namespace dollygrip::generator
