#include "core/generator/completion.h"

#include "core/conditioning/picturetensor.h"
#include "core/generator/framebridge.h"
#include "core/generator/pushpull.h"
#include "core/generator/transplant.h"
#include "core/multiplane/coverageon.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>

namespace dollygrip::generator {
namespace {

constexpr double kWhole = 0.998;     ///< of 1: as good as fully known
constexpr std::int64_t kStrip = 256; ///< rows beyond the edge that are made at a time

at::Tensor smoothstep(const at::Tensor& x, double low, double high)
{
    const at::Tensor t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

at::Tensor cropped(const at::Tensor& x, const PixelBox& box)
{
    return x.narrow(-2, box.top, box.height()).narrow(-1, box.left, box.width());
}

/// [h, w] float in 0…1 on `device`
at::Tensor unitMask(const Mask& mask, const at::Device& device)
{
    auto* values = const_cast<std::uint8_t*>(mask.values.data());
    const at::Tensor bytes = at::from_blob(values, {mask.height, mask.width}, at::kByte);
    return bytes.to(device).to(at::kFloat).mul_(1.0 / 255.0);
}

/// One hole after another becomes known, so that later ones may use what was found.
/// values [c, h, w] multiplied by known [1, h, w]; both are changed.
void fillHole(at::Tensor& values, at::Tensor& known, const at::Tensor& open)
{
    const at::Tensor hole = open.gt(1.0 - kWhole) & known.squeeze(0).lt(kWhole);
    const PixelBox box = boxOf(hole);
    if (box.isEmpty()) {
        return;
    }
    const at::Tensor found = transplanted(values, known, hole);
    at::Tensor knownThere = cropped(known, box);
    const at::Tensor missing = (1.0 - knownThere) * cropped(hole, box).to(at::kFloat).unsqueeze(0);
    cropped(values, box).add_(missing * found);
    knownThere.add_(missing);
}

/// The drawing beyond its own edges.
struct Surroundings {
    at::Tensor drawing;           ///< [3, h, w] complete
    std::vector<at::Tensor> calm; ///< [3, h, w] flat colours, each over wider neighbourhoods
    PixelBox place;               ///< where the drawing lies on the plate
    double detailReach = 0;       ///< pixels over which the mirror image fades

    /// Rows top … bottom of the plate -> [3, rows, plate width]
    at::Tensor rows(std::int64_t top, std::int64_t bottom, std::int64_t width) const;
};

/// Flat colours of the neighbourhood: over 8, 32 and 128 pixels.
std::vector<at::Tensor> calmColours(const at::Tensor& drawing)
{
    const at::Tensor weight =
        flatness(drawing, at::ones_like(drawing.narrow(0, 0, 1))).clamp_min(1e-3);
    const at::Tensor weighted = at::cat({drawing * weight, weight});
    std::vector<at::Tensor> colours;
    for (const std::int64_t side : {8, 32, 128}) {
        const at::Tensor wide =
            at::avg_pool2d(weighted, {side, side}, {side, side}, {0, 0}, true, false);
        const at::Tensor up =
            at::upsample_bilinear2d(wide.unsqueeze(0), {drawing.size(1), drawing.size(2)}, false)
                .squeeze(0);
        colours.push_back(up.narrow(0, 0, 3) / up.narrow(0, 3, 1));
    }
    return colours;
}

at::Tensor Surroundings::rows(std::int64_t top, std::int64_t bottom, std::int64_t width) const
{
    const auto options = at::TensorOptions(drawing.device()).dtype(at::kLong);
    const std::int64_t drawnRows = place.height();
    const std::int64_t drawnColumns = place.width();
    const at::Tensor y = at::arange(top, bottom, options) - place.top; // [rows]
    const at::Tensor x = at::arange(width, options) - place.left;      // [width]
    const auto reflected = [](const at::Tensor& i, std::int64_t size) {
        const at::Tensor within = i.remainder(2 * size);
        return at::minimum(within, 2 * size - 1 - within);
    };
    const auto picked = [](const at::Tensor& from, const at::Tensor& rows,
                           const at::Tensor& columns) {
        return from.index_select(1, rows).index_select(2, columns);
    };
    const auto beyond = [](const at::Tensor& i, std::int64_t size) {
        return at::maximum(-i, i - (size - 1)).clamp_min(0).to(at::kFloat);
    };
    const at::Tensor down = beyond(y, drawnRows).unsqueeze(1);
    const at::Tensor across = beyond(x, drawnColumns).unsqueeze(0);
    const at::Tensor distance = (down * down + across * across).sqrt_(); // [rows, width]

    const at::Tensor clampedY = y.clamp(0, drawnRows - 1);
    const at::Tensor clampedX = x.clamp(0, drawnColumns - 1);
    at::Tensor colour = picked(calm[0], clampedY, clampedX);
    colour = colour.lerp(picked(calm[1], clampedY, clampedX), smoothstep(distance, 8, 64));
    colour = colour.lerp(picked(calm[2], clampedY, clampedX), smoothstep(distance, 64, 384));
    const at::Tensor mirror = picked(drawing, reflected(y, drawnRows), reflected(x, drawnColumns));
    return mirror.lerp(colour, smoothstep(distance, 0.2 * detailReach, detailReach));
}

/// `found` [4, h, w] where the plate's own bytes are not to be kept; keep [h, w] bool.
void compose(const Image& plate, const at::Tensor& found, const at::Tensor& keep, std::int64_t top,
             std::uint8_t* pixels)
{
    const at::Tensor own =
        conditioning::pixelTensor(plate).narrow(0, top, found.size(1)); // [h, w, 4]
    const Image made = toImage(found);
    const at::Tensor bytes =
        at::where(keep.to(at::kCPU).unsqueeze(2), own, conditioning::pixelTensor(made))
            .contiguous();
    std::memcpy(pixels + top * std::int64_t(plate.bytesPerLine()), bytes.data_ptr<std::uint8_t>(),
                std::size_t(bytes.numel()));
}

/// Which parts of a plate were lifted off it, a mask of its size for each region.
std::vector<Mask> liftedMasks(const multiplane::Plane& plane, const multiplane::Plate& plate,
                              double frameAspect)
{
    std::vector<Mask> masks;
    for (const multiplane::PlaneRegion& region : plane.regions) {
        if (region.lifted) {
            masks.push_back(multiplane::coverageOn(region.region, plate.placement, frameAspect,
                                                   plate.picture.width(), plate.picture.height()));
        }
    }
    return masks;
}

} // namespace

Image completeBackdrop(const Image& plate, const std::vector<Mask>& lifted,
                       int pixelsPerFrameHeight, const at::Device& device)
{
    const at::Tensor alpha = conditioning::pixelTensor(plate).select(2, 3); // [h, w]
    const PixelBox place = boxOf(alpha.eq(255));
    if (place.isEmpty()) {
        return plate;
    }
    const at::Tensor picture = cropped(toTensor(plate, device), place); // [4, h, w]
    at::Tensor values = picture.narrow(0, 0, 3).clone();
    at::Tensor known = picture.narrow(0, 3, 1).clone();
    for (const Mask& mask : lifted) {
        fillHole(values, known, cropped(unitMask(mask, device), place));
    }
    if (known.lt(kWhole).any().item<bool>()) {
        const at::Tensor calm = flatness(values, known);
        values = values + (1.0 - known) * pushPull(values * calm, known * calm);
    }
    Surroundings surroundings{values, calmColours(values), place, 0.5 * pixelsPerFrameHeight};
    return Image::filled(plate.width(), plate.height(), [&](std::uint8_t* pixels) {
        for (std::int64_t top = 0; top < plate.height(); top += kStrip) {
            const std::int64_t bottom = std::min<std::int64_t>(plate.height(), top + kStrip);
            const at::Tensor own = conditioning::pixelTensor(plate).narrow(0, top, bottom - top);
            const at::Tensor drawn =
                own.to(device).permute({2, 0, 1}).to(at::kFloat).mul_(1.0 / 255.0);
            const at::Tensor beyond = surroundings.rows(top, bottom, plate.width());
            at::Tensor result = drawn.narrow(0, 0, 3) + (1.0 - drawn.narrow(0, 3, 1)) * beyond;
            result = at::cat({result, at::ones_like(result.narrow(0, 0, 1))});
            compose(plate, result, own.select(2, 3).eq(255), top, pixels);
        }
    });
}

Image completeFigure(const Image& plate, const std::vector<Mask>& lifted, const at::Device& device)
{
    const at::Tensor picture = toTensor(plate, device); // [4, h, w]
    at::Tensor open = at::zeros_like(picture[0]);
    for (const Mask& mask : lifted) {
        open = at::maximum(open, unitMask(mask, device));
    }
    at::Tensor values = picture.clone();
    at::Tensor known = (1.0 - open).unsqueeze(0);
    for (const Mask& mask : lifted) {
        fillHole(values, known, unitMask(mask, device));
    }
    // A drawing has an outline: what is found is there or not, no haze.
    const at::Tensor alpha = values.narrow(0, 3, 1);
    const at::Tensor crisp = values * (smoothstep(alpha, 0.4, 0.6) / alpha.clamp_min(1e-3));
    const at::Tensor result = picture + open * (crisp - picture);
    return Image::filled(plate.width(), plate.height(), [&](std::uint8_t* pixels) {
        compose(plate, result, open.eq(0), 0, pixels);
    });
}

bool isBackdrop(const multiplane::Plane& plane)
{
    const multiplane::Placement& place = plane.placement;
    constexpr double kEdge = 0.005; // of the frame
    if (plane.picture.isNull() || plane.pinnedToCamera || plane.opacity < 1.0
        || plane.blend != multiplane::Blend::Normal || place.x > kEdge || place.y > kEdge
        || place.x + place.width < 1 - kEdge || place.y + place.height < 1 - kEdge) {
        return false;
    }
    std::size_t clear = 0;
    const Image& picture = plane.picture;
    for (std::size_t i = 3; i < picture.byteCount(); i += 4) {
        clear += picture.pixels()[i] < 250 ? 1 : 0;
    }
    return clear * 200 <= picture.byteCount() / 4;
}

multiplane::Plate completed(const multiplane::Stage& stage, const multiplane::Plates& plates,
                            std::size_t index, int pixelsPerFrameHeight, const at::Device& device)
{
    const multiplane::Plane& plane = stage.planes[index];
    multiplane::Plate plate = plates.planes[index];
    if (plate.picture.isNull()) {
        return plate;
    }
    const std::vector<Mask> lifted = liftedMasks(plane, plate, stage.aspect);
    if (isBackdrop(plane)) {
        plate.picture = completeBackdrop(plate.picture, lifted, pixelsPerFrameHeight, device);
    } else if (!lifted.empty()) {
        plate.picture = completeFigure(plate.picture, lifted, device);
    }
    return plate;
}

} // namespace dollygrip::generator
