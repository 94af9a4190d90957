#include "core/generator/framebridge.h"

#include "core/conditioning/picturetensor.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dollygrip::generator {

at::Tensor toTensor(const Image& image, const at::Device& device)
{
    return conditioning::pixelTensor(image)
        .to(device)
        .permute({2, 0, 1})
        .to(at::kFloat, false, false, at::MemoryFormat::Contiguous)
        .mul_(1.0 / 255.0);
}

Image toImage(const at::Tensor& picture)
{
    TORCH_CHECK(picture.dim() == 3 && picture.size(0) == 4);
    const at::Tensor limited = picture.clamp(0.0, 1.0);
    const at::Tensor alpha = limited.narrow(0, 3, 1);
    const at::Tensor bytes = at::minimum(limited, alpha)
                                 .mul(255.0)
                                 .round_()
                                 .to(at::kByte)
                                 .permute({1, 2, 0})
                                 .to(at::kCPU)
                                 .contiguous();
    return Image::filled(int(picture.size(2)), int(picture.size(1)), [&](std::uint8_t* pixels) {
        std::memcpy(pixels, bytes.data_ptr<std::uint8_t>(), std::size_t(bytes.numel()));
    });
}

Image smaller(const Image& image, int longestSide)
{
    const int longest = std::max(image.width(), image.height());
    if (image.isNull() || longest <= longestSide) {
        return image;
    }
    const double scale = double(longestSide) / longest;
    const auto side = [&](int pixels) {
        return std::max<std::int64_t>(1, std::lround(pixels * scale));
    };
    const at::Tensor picture = toTensor(image, at::kCPU);
    return toImage(at::adaptive_avg_pool2d(picture, {side(image.height()), side(image.width())}));
}

} // namespace dollygrip::generator
