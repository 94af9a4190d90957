#include "core/conditioning/signalpictures.h"

#include "core/conditioning/picturetensor.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dollygrip::conditioning {
namespace {

constexpr std::array<std::array<float, 3>, 6> kColours{{{1.0F, 0.35F, 0.25F},
                                                        {0.25F, 0.8F, 1.0F},
                                                        {1.0F, 0.8F, 0.2F},
                                                        {0.5F, 1.0F, 0.4F},
                                                        {0.9F, 0.5F, 1.0F},
                                                        {1.0F, 0.6F, 0.7F}}};
constexpr std::array<float, 3> kBackground{0.75F, 0.75F, 0.75F};
constexpr FrameIndex kTail = 12; ///< frames

/// Paints on [height, width, 3] of 0…255.
struct Painter {
    std::uint8_t* pixels;
    std::int64_t height;
    std::int64_t width;

    void blend(std::int64_t x, std::int64_t y, const std::array<float, 3>& colour, float cover)
    {
        if (x < 0 || y < 0 || x >= width || y >= height || cover <= 0) {
            return;
        }
        std::uint8_t* pixel = pixels + (y * width + x) * 3;
        for (std::size_t c = 0; c < 3; ++c) {
            pixel[c] =
                std::uint8_t(std::lround(float(pixel[c]) * (1 - cover) + colour[c] * 255 * cover));
        }
    }
    /// A disc; a ring where `inner` is above 0.
    void spot(float cx, float cy, float radius, float inner, const std::array<float, 3>& colour)
    {
        if (!(std::abs(cx) < 1e6F && std::abs(cy) < 1e6F)) {
            return;
        }
        for (auto y = std::int64_t(cy - radius - 1); y <= std::int64_t(cy + radius + 1); ++y) {
            for (auto x = std::int64_t(cx - radius - 1); x <= std::int64_t(cx + radius + 1); ++x) {
                const float away = std::hypot(float(x) + 0.5F - cx, float(y) + 0.5F - cy);
                const float outside = std::clamp(radius - away + 0.5F, 0.0F, 1.0F);
                const float hollow = inner > 0 ? std::clamp(inner - away + 0.5F, 0.0F, 1.0F) : 0;
                blend(x, y, colour, outside * (1 - hollow));
            }
        }
    }
    void line(float ax, float ay, float bx, float by, float strength,
              const std::array<float, 3>& colour)
    {
        const float length = std::hypot(bx - ax, by - ay);
        if (!(length < 1e4F)) {
            return;
        }
        const int steps = std::max(1, int(std::ceil(length)));
        for (int k = 0; k < steps; ++k) {
            const float part = float(k) / float(steps);
            blend(std::int64_t(std::floor(ax + (bx - ax) * part)),
                  std::int64_t(std::floor(ay + (by - ay) * part)), colour, strength);
        }
    }
};

} // namespace

std::vector<Image> videoPictures(const at::Tensor& video)
{
    std::vector<Image> pictures;
    for (std::int64_t n = 0; n < video.size(1); ++n) {
        pictures.push_back(pictureImage(video.select(1, n)));
    }
    return pictures;
}

std::vector<Image> maskPictures(const at::Tensor& mask)
{
    std::vector<Image> pictures;
    for (std::int64_t n = 0; n < mask.size(1); ++n) {
        const at::Tensor grey = mask.narrow(0, 0, 1).select(1, n).to(at::kFloat);
        pictures.push_back(pictureImage(grey.expand({3, -1, -1}).mul(2.0).sub_(1.0)));
    }
    return pictures;
}

std::vector<Image> rayPictures(const at::Tensor& rays)
{
    const at::Tensor byFrame = rays.size(1) == 6 ? rays : rays.permute({1, 0, 2, 3});
    const at::Tensor moments = byFrame.narrow(1, 0, 3);
    const double longest = moments.square().sum(1).max().sqrt().item<double>();
    std::vector<Image> pictures;
    for (std::int64_t n = 0; n < byFrame.size(0); ++n) {
        const at::Tensor directions = byFrame[n].narrow(0, 3, 3);
        const at::Tensor moment = moments[n] / std::max(longest, 1e-9);
        pictures.push_back(pictureImage(at::cat({directions, moment}, 2)));
    }
    return pictures;
}

std::vector<Image> trackPictures(const PointTracks& tracks, const at::Tensor& video,
                                 std::int64_t height, std::int64_t width)
{
    const at::Tensor xy = tracks.tracks.to(at::kFloat).contiguous();
    const auto place = xy.accessor<float, 3>();
    const at::Tensor visible = tracks.visibility.contiguous();
    const auto seen = visible.accessor<bool, 2>();
    const at::Tensor regions = regionOf(tracks);
    const auto region = regions.accessor<std::int64_t, 1>();
    const float radius = std::max(2.0F, float(height) / 160.0F);
    std::vector<Image> pictures;
    for (std::int64_t n = 0; n < xy.size(0); ++n) {
        at::Tensor canvas = at::full({height, width, 3}, 64, at::kByte);
        if (video.defined()) {
            canvas.copy_(video.select(1, n).add(1.0).mul_(127.5 * 0.5).permute({1, 2, 0}));
        }
        Painter painter{canvas.data_ptr<std::uint8_t>(), height, width};
        for (std::int64_t p = 0; p < xy.size(1); ++p) {
            const auto& colour =
                region[p] < 0 ? kBackground : kColours[std::size_t(region[p]) % kColours.size()];
            const std::int64_t from = std::max<std::int64_t>(n - kTail, 0);
            for (std::int64_t k = from; k < n; ++k) {
                painter.line(place[k][p][0], place[k][p][1], place[k + 1][p][0], place[k + 1][p][1],
                             float(k + 1 - from) / float(n - from + 1), colour);
            }
            painter.spot(place[n][p][0], place[n][p][1], radius, seen[n][p] ? 0 : radius - 1,
                         colour);
        }
        pictures.push_back(
            pictureImage(canvas.permute({2, 0, 1}).to(at::kFloat).div_(127.5).sub_(1.0)));
    }
    return pictures;
}

} // namespace dollygrip::conditioning
