#include "core/conditioning/picturetensor.h"

#include <ATen/ATen.h>

namespace dollygrip::conditioning {

at::Tensor pixelTensor(const Image& image)
{
    if (image.isNull()) {
        return at::zeros({0, 0, 4}, at::kByte);
    }
    // from_blob wants a mutable pointer; nobody writes through it.
    auto* pixels = const_cast<std::uint8_t*>(image.pixels());
    return at::from_blob(
        pixels, {image.height(), image.width(), 4}, [keep = image.share()](void*) {}, at::kByte);
}

at::Tensor pictureTensor(const Image& image)
{
    const at::Tensor rgb = pixelTensor(image).narrow(2, 0, 3).permute({2, 0, 1});
    return rgb.to(at::kFloat).mul_(2.0 / 255.0).sub_(1.0).contiguous();
}

at::Tensor pictureOnWhite(const Image& image)
{
    const at::Tensor rgba = pixelTensor(image).permute({2, 0, 1}).to(at::kFloat);
    return (rgba.narrow(0, 0, 3) + (255.0 - rgba.narrow(0, 3, 1))).div_(127.5).sub_(1.0);
}

Image pictureImage(const at::Tensor& picture)
{
    const at::Tensor bytes =
        picture.to(at::kCPU, at::kFloat).add(1.0).mul_(127.5).round_().clamp_(0.0, 255.0);
    const int height = int(bytes.size(1));
    const int width = int(bytes.size(2));
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        at::Tensor rgba = at::from_blob(pixels, {height, width, 4}, at::kByte);
        rgba.narrow(2, 0, 3).copy_(bytes.permute({1, 2, 0}));
        rgba.select(2, 3).fill_(255);
    });
}

at::Tensor maskTensor(const Mask& mask)
{
    auto* values = const_cast<std::uint8_t*>(mask.values.data());
    const at::Tensor grey = at::from_blob(values, {1, mask.height, mask.width}, at::kByte);
    return grey.ge(128).to(at::kFloat);
}

} // namespace dollygrip::conditioning
