#include "core/conditioning/vaceinput.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <vector>

namespace dollygrip::conditioning {
namespace {

constexpr std::int64_t kCell = 8;   // pixels of a latent cell's side
constexpr std::int64_t kFrames = 4; // frames of a latent frame

} // namespace

at::Tensor vaceFramesLatent(const VacePictures& pictures, const EncodeVideo& encode)
{
    const bool hasMask = pictures.mask.defined();
    at::Tensor latent;
    if (hasMask) {
        const at::Tensor anew = (pictures.mask > 0.5).to(pictures.video.scalar_type());
        // One after the other: a whole video's pixels are much.
        const at::Tensor kept = encode(pictures.video * (1 - anew));
        latent = at::cat({kept, encode(pictures.video * anew)}, 0);
    } else {
        latent = encode(pictures.video);
    }
    std::vector<at::Tensor> parts;
    for (const at::Tensor& reference : pictures.references) {
        const at::Tensor known = encode(reference);
        parts.push_back(hasMask ? at::cat({known, at::zeros_like(known)}, 0) : known);
    }
    parts.push_back(latent);
    return at::cat(parts, 1);
}

at::Tensor vaceMaskLatent(const at::Tensor& mask, std::int64_t references)
{
    const std::int64_t frames = mask.size(1);
    const std::int64_t height = mask.size(2) / (2 * kCell) * 2;
    const std::int64_t width = mask.size(3) / (2 * kCell) * 2;
    TORCH_CHECK(mask.size(2) == height * kCell && mask.size(3) == width * kCell,
                "a mask's height and width must be multiples of 16");
    const at::Tensor cells = mask[0]
                                 .reshape({frames, height, kCell, width, kCell})
                                 .permute({2, 4, 0, 1, 3})
                                 .reshape({kCell * kCell, frames, height, width});
    const std::int64_t latentFrames = (frames + kFrames - 1) / kFrames;
    std::vector<std::int64_t> picked;
    for (std::int64_t t = 0; t < latentFrames; ++t) // floor((t + 1/2) · frames / latentFrames)
        picked.push_back(std::min((2 * t + 1) * frames / (2 * latentFrames), frames - 1));
    const at::Tensor chosen = cells.index_select(
        1, at::tensor(picked, at::TensorOptions(mask.device()).dtype(at::kLong)));
    if (references == 0)
        return chosen;
    const at::Tensor none = at::zeros({kCell * kCell, references, height, width}, mask.options());
    return at::cat({none, chosen}, 1);
}

at::Tensor vaceContext(const VacePictures& pictures, const EncodeVideo& encode)
{
    const auto references = static_cast<std::int64_t>(pictures.references.size());
    return at::cat({vaceFramesLatent(pictures, encode), vaceMaskLatent(pictures.mask, references)},
                   0);
}

at::Tensor withoutReferences(const at::Tensor& latent, std::int64_t references)
{
    return latent.narrow(1, references, latent.size(1) - references);
}

at::Tensor vaceReferenceCanvas(const at::Tensor& picture, std::int64_t canvasHeight,
                               std::int64_t canvasWidth)
{
    const std::int64_t height = picture.size(1);
    const std::int64_t width = picture.size(2);
    if (height == canvasHeight && width == canvasWidth)
        return picture.unsqueeze(1);
    const double scale = std::min(static_cast<double>(canvasHeight) / static_cast<double>(height),
                                  static_cast<double>(canvasWidth) / static_cast<double>(width));
    const auto newHeight =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(height) * scale));
    const auto newWidth =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(width) * scale));
    const at::Tensor fitted =
        at::upsample_bilinear2d(picture.unsqueeze(0), {newHeight, newWidth}, false).squeeze(0);
    at::Tensor canvas = at::ones({3, 1, canvasHeight, canvasWidth}, picture.options());
    canvas.narrow(2, (canvasHeight - newHeight) / 2, newHeight)
        .narrow(3, (canvasWidth - newWidth) / 2, newWidth)
        .copy_(fitted.unsqueeze(1));
    return canvas;
}

} // namespace dollygrip::conditioning
