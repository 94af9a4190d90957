#include "core/multiplane/blending.h"

#include <algorithm>

namespace dollygrip::multiplane {
namespace {

constexpr std::uint32_t kFull = 255;

/// One component; all values times 255 twice, so that the one division at the end rounds once.
std::uint32_t component(std::uint32_t cs, std::uint32_t cb, std::uint32_t as, std::uint32_t ab,
                        Blend blend)
{
    const std::uint32_t around = cs * (kFull - ab) + cb * (kFull - as);
    switch (blend) {
    case Blend::Multiply: return around + cs * cb;
    case Blend::Screen: return (cs + cb) * kFull - cs * cb;
    case Blend::Overlay:
        return around + (2 * cb <= ab ? 2 * cs * cb : as * ab - 2 * (ab - cb) * (as - cs));
    case Blend::Add: return std::min(kFull, cs + cb) * kFull;
    case Blend::Normal: break;
    }
    return cs * kFull + cb * (kFull - as);
}

} // namespace

std::uint32_t blendedOver(std::uint32_t over, std::uint32_t under, Blend blend,
                          std::uint32_t opacity)
{
    const std::uint32_t as = over >> 24;
    const std::uint32_t ab = under >> 24;
    const std::uint32_t alpha =
        blend == Blend::Add ? std::min(kFull, as + ab) : as + ab - (as * ab + kFull / 2) / kFull;
    std::uint32_t result = alpha << 24;
    for (int shift = 0; shift < 24; shift += 8) {
        // A source that is brighter than its alpha (a rounding) must not run over.
        const std::uint32_t cs = std::min((over >> shift) & kFull, as);
        const std::uint32_t cb = std::min((under >> shift) & kFull, ab);
        const std::uint32_t value = (component(cs, cb, as, ab, blend) + kFull / 2) / kFull;
        result |= std::min(value, alpha) << shift;
    }
    if (opacity >= 256) {
        return result;
    }
    std::uint32_t faded = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const std::uint32_t from = (under >> shift) & kFull;
        const std::uint32_t to = (result >> shift) & kFull;
        faded |= ((from * (256 - opacity) + to * opacity + 128) >> 8) << shift;
    }
    return faded;
}

} // namespace dollygrip::multiplane
