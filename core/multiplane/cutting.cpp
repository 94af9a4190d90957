#include "core/multiplane/coverageon.h"
#include "core/multiplane/preparedstage.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dollygrip::multiplane {
namespace {

/// Pixels of a picture: first inside, end outside.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    bool isEmpty() const { return right <= left || bottom <= top; }
};

/// The pixels of the plane's picture that hold the region with its soft edge.
PixelBox boxOf(const Plane& plane, const Region& region, double aspect)
{
    const Placement& sheet = plane.placement;
    const Placement part = intersected(
        sheet, placementOf(region, aspect, 2.0 * sheet.height / plane.picture.height()));
    if (isEmpty(part)) {
        return {};
    }
    const double across = plane.picture.width() / sheet.width;
    const double down = plane.picture.height() / sheet.height;
    return {
        std::max(0, int(std::floor((part.x - sheet.x) * across))),
        std::max(0, int(std::floor((part.y - sheet.y) * down))),
        std::min(plane.picture.width(), int(std::ceil((part.x + part.width - sheet.x) * across))),
        std::min(plane.picture.height(), int(std::ceil((part.y + part.height - sheet.y) * down)))};
}

Placement placementOfBox(const Plane& plane, const PixelBox& box)
{
    const double across = plane.placement.width / plane.picture.width();
    const double down = plane.placement.height / plane.picture.height();
    return {plane.placement.x + box.left * across, plane.placement.y + box.top * down,
            (box.right - box.left) * across, (box.bottom - box.top) * down};
}

std::uint8_t scaled(std::uint8_t value, int factor)
{
    return std::uint8_t((value * factor + 127) / 255);
}

} // namespace

CutSheet cutSheet(const Plane& plane, const Region& region, double aspect)
{
    if (plane.picture.isNull() || isEmpty(plane.placement)) {
        return {{}, {0, 0, 0, 0}};
    }
    const PixelBox box = boxOf(plane, region, aspect);
    if (box.isEmpty()) {
        return {{}, {0, 0, 0, 0}};
    }
    const Placement where = placementOfBox(plane, box);
    const int width = box.right - box.left;
    const int height = box.bottom - box.top;
    const Mask mask = coverageOn(region, where, aspect, width, height);
    const Image sheet = Image::filled(width, height, [&](std::uint8_t* pixels) {
        for (int y = 0; y < height; ++y) {
            const std::uint8_t* from = plane.picture.pixel(box.left, box.top + y);
            std::uint8_t* to = pixels + std::size_t(y) * width * 4;
            for (int x = 0; x < width; ++x) {
                const int factor = mask.at(x, y);
                for (int c = 0; c < 4; ++c) {
                    to[x * 4 + c] = scaled(from[x * 4 + c], factor);
                }
            }
        }
    });
    return {sheet, where};
}

Image pictureWithoutLifted(const Plane& plane, double aspect)
{
    const bool any = std::any_of(plane.regions.begin(), plane.regions.end(),
                                 [](const PlaneRegion& r) { return r.lifted && !r.heldStill; });
    if (!any || plane.picture.isNull() || isEmpty(plane.placement)) {
        return plane.picture;
    }
    return Image::filled(plane.picture.width(), plane.picture.height(), [&](std::uint8_t* pixels) {
        std::memcpy(pixels, plane.picture.pixels(), plane.picture.byteCount());
        for (const PlaneRegion& region : plane.regions) {
            if (!region.lifted || region.heldStill) {
                continue;
            }
            const PixelBox box = boxOf(plane, region.region, aspect);
            if (box.isEmpty()) {
                continue;
            }
            const Mask mask = coverageOn(region.region, placementOfBox(plane, box), aspect,
                                         box.right - box.left, box.bottom - box.top);
            for (int y = box.top; y < box.bottom; ++y) {
                std::uint8_t* line = pixels + std::size_t(y) * plane.picture.bytesPerLine();
                for (int x = box.left; x < box.right; ++x) {
                    const int factor = 255 - mask.at(x - box.left, y - box.top);
                    for (int c = 0; c < 4; ++c) {
                        line[x * 4 + c] = scaled(line[x * 4 + c], factor);
                    }
                }
            }
        }
    });
}

} // namespace dollygrip::multiplane
