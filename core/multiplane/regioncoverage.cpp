#include "core/multiplane/guideprivate.h"
#include "core/multiplane/painting.h"

namespace dollygrip::multiplane {

Mask Guide::regionCoverage(int region, FrameIndex n, int width, int height) const
{
    const std::vector<Plane>& planes = stage().planes;
    const int index = region;
    std::size_t plane = 0;
    while (plane < planes.size() && region >= int(planes[plane].regions.size())) {
        region -= int(planes[plane].regions.size());
        ++plane;
    }
    if (region < 0 || plane >= planes.size() || width <= 0 || height <= 0) {
        return {};
    }
    Mask mask{width, height, std::vector<std::uint8_t>(std::size_t(width) * height, 0)};
    n = d->prepared.clampedFrame(n);
    const Plane& its = planes[plane];
    const PlaneRegion& drawn = its.regions[std::size_t(region)];
    LazyShape& lazy = d->shapes[std::size_t(index)];
    std::call_once(lazy.made, [&] { lazy.shape = shapeOf(its, drawn.region, stage().aspect); });
    const bool flies = drawn.lifted && !drawn.heldStill;
    std::optional<Layer> layer = d->prepared.layer(int(plane), flies ? region : -1, n, true);
    if (!its.visible.contains(n) || !layer || !lazy.shape) {
        return mask;
    }
    layer->pyramid = &lazy.shape->pyramid;
    layer->where = lazy.shape->where;
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
