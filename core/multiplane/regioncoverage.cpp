#include "core/multiplane/coverageon.h"
#include "core/multiplane/guideprivate.h"
#include "core/multiplane/painting.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

/// The region's coverage as the alpha of a picture.
Image asAlpha(const Mask& mask)
{
    return Image::filled(mask.width, mask.height, [&](std::uint8_t* pixels) {
        for (std::size_t i = 0; i < mask.values.size(); ++i) {
            std::fill_n(pixels + i * 4, 4, mask.values[i]);
        }
    });
}

} // namespace

Mask Guide::regionCoverage(int region, FrameIndex n, int width, int height) const
{
    Mask mask;
    int plane = 0;
    const std::vector<Plane>& planes = stage().planes;
    while (std::size_t(plane) < planes.size()
           && std::size_t(region) >= planes[std::size_t(plane)].regions.size()) {
        region -= int(planes[std::size_t(plane)].regions.size());
        ++plane;
    }
    if (region < 0 || std::size_t(plane) >= planes.size() || width <= 0 || height <= 0) {
        return mask;
    }
    n = d->prepared.clampedFrame(n);
    mask = {width, height, std::vector<std::uint8_t>(std::size_t(width) * height, 0)};
    const Plane& its = planes[std::size_t(plane)];
    const PlaneRegion& drawn = its.regions[std::size_t(region)];
    const Placement where = placementOf(drawn.region, stage().aspect);
    const bool flies = drawn.lifted && !drawn.heldStill;
    std::optional<Layer> layer = d->prepared.layer(plane, flies ? region : -1, n, true);
    if (!its.visible.contains(n) || !layer || isEmpty(where)) {
        return mask;
    }
    const Mask area = coverageOn(drawn.region, where, stage().aspect,
                                 std::clamp(int(std::ceil(where.width * width)), 1, 4096),
                                 std::clamp(int(std::ceil(where.height * height)), 1, 4096));
    const Pyramid pyramid(asAlpha(area));
    layer->pyramid = &pyramid;
    layer->where = where;
    layer->opacity = 1.0;
    const Warp warp = warpOf(*layer, width, height);
    if (warp.isEmpty()) {
        return mask;
    }
    std::vector<std::uint8_t> pixels(mask.values.size() * 4);
    paintWarps({warp}, {width, height, nullptr, pixels.data(), nullptr});
    for (std::size_t i = 0; i < mask.values.size(); ++i) {
        mask.values[i] = pixels[i * 4 + 3];
    }
    return mask;
}

} // namespace dollygrip::multiplane
