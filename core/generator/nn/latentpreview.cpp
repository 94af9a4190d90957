#include "core/generator/nn/latentpreview.h"

#include "core/generator/framebridge.h"

#include <torch/torch.h>

#include <algorithm>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kChannels = 16;

/// Red, green and blue of each channel, fitted to what the VAE of Wan 2.1 decodes, and what is
/// added.
constexpr float kColours[kChannels][3] = {
    {-0.1299f, -0.1692f, 0.2932f},  {0.0671f, 0.0406f, 0.0442f},  {0.3568f, 0.2548f, 0.1747f},
    {0.0372f, 0.2344f, 0.1420f},    {0.0313f, 0.0189f, -0.0328f}, {0.0296f, -0.0956f, -0.0665f},
    {-0.3477f, -0.4059f, -0.2925f}, {0.0166f, 0.1902f, 0.1975f},  {-0.0412f, 0.0267f, -0.1364f},
    {-0.1293f, 0.0740f, 0.1636f},   {0.0680f, 0.3019f, 0.1128f},  {0.0032f, 0.0581f, 0.0639f},
    {-0.1251f, 0.0927f, 0.1699f},   {0.0060f, -0.0633f, 0.0005f}, {0.3477f, 0.2275f, 0.2950f},
    {0.1984f, 0.0913f, 0.1861f},
};
constexpr float kAdded[3] = {-0.1835f, -0.0868f, -0.3360f};

/// [3, height, width] in 0…1, any device.
Image imageOf(const at::Tensor& colours, int longestSide)
{
    const at::Tensor picture = colours.to(at::kCPU, at::kFloat);
    return smaller(toImage(at::cat({picture, at::ones_like(picture.narrow(0, 0, 1))})),
                   longestSide);
}

} // namespace

at::Tensor latentColours(const at::Tensor& latents)
{
    const at::Tensor map =
        at::from_blob(const_cast<float(*)[3]>(kColours), {kChannels, 3}).to(latents.device());
    const at::Tensor added = at::from_blob(const_cast<float*>(kAdded), {3}).to(latents.device());
    const at::Tensor cells = latents.to(at::kFloat).permute({1, 2, 3, 0});
    return ((at::matmul(cells, map) + added) * 0.5 + 0.5).clamp(0, 1).permute({0, 3, 1, 2});
}

Image latentPreview(const at::Tensor& latents, int longestSide)
{
    if (latents.size(0) != kChannels)
        return {};
    const torch::NoGradGuard noGrad;
    constexpr std::int64_t kCell = 8; // pixels of the finished picture
    const at::Tensor colours = latentColours(latents.narrow(1, latents.size(1) / 2, 1));
    const std::int64_t height = colours.size(2), width = colours.size(3);
    const double scale = std::min<double>(static_cast<double>(kCell),
                                          static_cast<double>(longestSide)
                                              / static_cast<double>(std::max(height, width)));
    const auto scaled = [scale](std::int64_t side) {
        return std::max<std::int64_t>(1,
                                      static_cast<std::int64_t>(static_cast<double>(side) * scale));
    };
    return imageOf(
        at::upsample_bilinear2d(colours, {scaled(height), scaled(width)}, false).squeeze(0),
        longestSide);
}

Image latentPreview(const at::Tensor& latents, TinyDecoder& decoder, int longestSide)
{
    if (latents.size(0) != decoder->config.latentChannels)
        return {};
    const torch::NoGradGuard noGrad;
    const std::int64_t middle = latents.size(1) / 2;
    const std::int64_t before = std::max<std::int64_t>(middle - 1, 0);
    TinyDecoderImpl::Memory memory;
    at::Tensor picture;
    for (std::int64_t frame = before; frame <= middle; ++frame)
        picture = decoder->next(latents.select(1, frame), memory, /*onlyLast=*/true);
    return imageOf(picture.squeeze(0), longestSide);
}

} // namespace dollygrip::generator
