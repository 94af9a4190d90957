#include "core/generator/completion.h"

#include "core/conditioning/picturetensor.h"
#include "core/generator/framebridge.h"
#include "core/generator/pushpull.h"
#include "core/multiplane/coverageon.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr double kLargestFill = 6e6; ///< pixels; larger plates find their fill at a smaller size
constexpr double kWhole = 0.998;     ///< of 1: as good as fully known

at::Tensor smoothstep(const at::Tensor& x, double low, double high)
{
    const at::Tensor t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

/// How flat the drawing is around each pixel, 0…1: ink and texture low, paper and colour high.
/// values [c, h, w] multiplied by known, known [1, h, w] -> [1, h, w]
at::Tensor flatness(const at::Tensor& values, const at::Tensor& known)
{
    constexpr int kRadius = 3;
    constexpr double kNoticeable = 0.03; // of full brightness
    const at::Tensor weight = boxAverage(known, kRadius).clamp_min(1e-4);
    const at::Tensor mean = boxAverage(values, kRadius) / weight;
    const at::Tensor square = boxAverage(values * values, kRadius) / weight;
    const at::Tensor variance = (square - mean * mean).clamp_min_(0.0).mean(0, true);
    return (1.0 + variance / (kNoticeable * kNoticeable)).reciprocal_();
}

/// The drawing mirrored at its nearest edge, where that finds something drawn.
struct Mirrored {
    at::Tensor values; ///< [c, n] at the n open pixels
    at::Tensor weight; ///< [n] how much to trust it
};

Mirrored mirrored(const at::Tensor& values, const at::Tensor& known, const at::Tensor& open,
                  double reach)
{
    const std::int64_t height = known.size(1);
    const std::int64_t width = known.size(2);
    const NearestKnown nearest = nearestKnown(known.squeeze(0) > kWhole);
    // One direction for a neighbourhood: a ragged edge must not comb the picture. Where the
    // neighbours disagree (between two edges) their mean is short, and the mirror image fades.
    const at::Tensor mean =
        boxAverage(at::stack({nearest.across, nearest.down}), 7).flatten(1).index_select(1, open);
    const at::Tensor agreement = (mean * mean).sum(0).sqrt_();
    const at::Tensor distance = nearest.distance.flatten().index_select(0, open);
    const at::Tensor way = mean / agreement.clamp_min(1e-4) * (2.0 * distance); // [2, n]

    const at::Tensor x = open.remainder(width).to(at::kFloat) + way[0];
    const at::Tensor y = open.div(width, "floor").to(at::kFloat) + way[1];
    const at::Tensor isInside = (x > -0.5) & (x < width - 0.5) & (y > -0.5) & (y < height - 0.5);
    const at::Tensor column = x.round().clamp(0, width - 1).to(at::kLong);
    const at::Tensor row = y.round().clamp(0, height - 1).to(at::kLong);
    const at::Tensor from = row * width + column;

    const at::Tensor found = known.flatten().index_select(0, from);
    Mirrored result;
    result.values = values.flatten(1).index_select(1, from) / found.clamp_min(1e-4);
    result.weight = isInside.to(at::kFloat) * (found > kWhole).to(at::kFloat)
                    * (1.0 - smoothstep(distance, 0.2 * reach, reach))
                    * smoothstep(agreement, 0.55, 0.9);
    return result;
}

/// continued() at a size whose maps fit: found small, enlarged, since it is used only where
/// nothing was drawn.
at::Tensor continuedWithin(const at::Tensor& values, const at::Tensor& known, double reach)
{
    const double pixels = double(known.numel());
    if (pixels <= kLargestFill) {
        return continued(values, known, reach);
    }
    const double scale = std::sqrt(kLargestFill / pixels);
    const std::vector<std::int64_t> size = {
        std::max<std::int64_t>(1, std::llround(known.size(1) * scale)),
        std::max<std::int64_t>(1, std::llround(known.size(2) * scale))};
    const at::Tensor fill = continued(at::adaptive_avg_pool2d(values, size),
                                      at::adaptive_avg_pool2d(known, size), reach * scale);
    return at::upsample_bilinear2d(fill.unsqueeze(0), {known.size(1), known.size(2)}, false)
        .squeeze(0);
}

/// `fill` where `keep` [h, w] is false; the plate's own bytes, untouched, elsewhere.
Image composed(const Image& plate, const at::Tensor& fill, const at::Tensor& keep)
{
    const at::Tensor own = conditioning::pixelTensor(plate);
    const at::Tensor found = conditioning::pixelTensor(toImage(fill));
    const at::Tensor bytes = at::where(keep.to(at::kCPU).unsqueeze(2), own, found).contiguous();
    return Image::filled(plate.width(), plate.height(), [&](std::uint8_t* pixels) {
        const auto* from = bytes.data_ptr<std::uint8_t>();
        std::copy(from, from + bytes.numel(), pixels);
    });
}

} // namespace

at::Tensor continued(const at::Tensor& values, const at::Tensor& known, double detailReach)
{
    const at::Tensor calm = known * flatness(values, known);
    const at::Tensor ratio = calm / known.clamp_min(1e-4);
    at::Tensor result = pushPull(values * ratio, calm);
    const at::Tensor open = (known.flatten() <= kWhole).nonzero().squeeze(1); // [n]
    if (open.numel() == 0) {
        return result;
    }
    const Mirrored detail = mirrored(values, known, open, detailReach);
    at::Tensor flat = result.contiguous().flatten(1); // [c, h * w]
    const at::Tensor smooth = flat.index_select(1, open);
    flat.index_copy_(1, open, smooth + detail.weight * (detail.values - smooth));
    return flat.view(result.sizes());
}

Image completeBackdrop(const Image& plate, int pixelsPerFrameHeight, const at::Device& device)
{
    const at::Tensor picture = toTensor(plate, device); // [4, h, w]
    const at::Tensor colour = picture.narrow(0, 0, 3);
    const at::Tensor known = picture.narrow(0, 3, 1);
    const at::Tensor fill = continuedWithin(colour, known, 0.5 * pixelsPerFrameHeight);
    const at::Tensor result = colour + (1.0 - known) * fill;
    return composed(plate, at::cat({result, at::ones_like(known)}),
                    conditioning::pixelTensor(plate).select(2, 3).eq(255));
}

Image completeFigure(const Image& plate, const Mask& lifted, int pixelsPerFrameHeight,
                     const at::Device& device)
{
    const at::Tensor picture = toTensor(plate, device); // [4, h, w]
    auto* values = const_cast<std::uint8_t*>(lifted.values.data());
    const at::Tensor mask =
        at::from_blob(values, {1, lifted.height, lifted.width}, at::kByte); // [1, h, w]
    const at::Tensor open = mask.to(device).to(at::kFloat).mul(1.0 / 255.0);
    const at::Tensor known = 1.0 - open;
    at::Tensor fill =
        continuedWithin(picture * known.gt(0).to(at::kFloat), known, 0.25 * pixelsPerFrameHeight);
    // A drawing has an outline: what is found is there or not, no haze.
    const at::Tensor alpha = fill.narrow(0, 3, 1);
    fill = fill * (smoothstep(alpha, 0.4, 0.6) / alpha.clamp_min(1e-3));
    return composed(plate, picture + open * fill, mask.squeeze(0).eq(0));
}

bool isBackdrop(const multiplane::Plane& plane)
{
    const multiplane::Placement& place = plane.placement;
    constexpr double kEdge = 0.005; // of the frame
    if (plane.picture.isNull() || plane.pinnedToCamera || plane.opacity < 1.0 || place.x > kEdge
        || place.y > kEdge || place.x + place.width < 1 - kEdge
        || place.y + place.height < 1 - kEdge) {
        return false;
    }
    std::size_t clear = 0;
    const Image& picture = plane.picture;
    for (std::size_t i = 3; i < picture.byteCount(); i += 4) {
        clear += picture.pixels()[i] < 250 ? 1 : 0;
    }
    return clear * 200 <= picture.byteCount() / 4;
}

Mask liftedMask(const multiplane::Plane& plane, const multiplane::Plate& plate, double frameAspect)
{
    Mask all;
    for (const multiplane::PlaneRegion& region : plane.regions) {
        if (!region.lifted) {
            continue;
        }
        Mask mask = multiplane::coverageOn(region.region, plate.placement, frameAspect,
                                           plate.picture.width(), plate.picture.height());
        if (all.values.empty()) {
            all = std::move(mask);
            continue;
        }
        std::transform(all.values.begin(), all.values.end(), mask.values.begin(),
                       all.values.begin(),
                       [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
    }
    return all;
}

multiplane::Plate completed(const multiplane::Stage& stage, const multiplane::Plates& plates,
                            std::size_t index, int pixelsPerFrameHeight, const at::Device& device)
{
    const multiplane::Plane& plane = stage.planes[index];
    multiplane::Plate plate = plates.planes[index];
    if (plate.picture.isNull()) {
        return plate;
    }
    if (isBackdrop(plane)) {
        plate.picture = completeBackdrop(plate.picture, pixelsPerFrameHeight, device);
        return plate;
    }
    const Mask lifted = liftedMask(plane, plate, stage.aspect);
    if (!lifted.values.empty()) {
        plate.picture = completeFigure(plate.picture, lifted, pixelsPerFrameHeight, device);
    }
    return plate;
}

} // namespace dollygrip::generator
