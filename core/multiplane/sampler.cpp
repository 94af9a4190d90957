#include "core/multiplane/sampler.h"

#include "core/multiplane/blending.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace dollygrip::multiplane {
namespace {

constexpr std::uint32_t kEven = 0x00ff00ffu; // two of the four channels, with room between them

std::uint32_t load(const std::uint8_t* pixel)
{
    std::uint32_t value;
    std::memcpy(&value, pixel, 4);
    return value;
}

/// Every channel times factor / 256.
std::uint32_t scaled(std::uint32_t pixel, std::uint32_t factor)
{
    const std::uint32_t even = ((pixel & kEven) * factor + 0x00800080u) >> 8;
    const std::uint32_t odd = ((pixel >> 8) & kEven) * factor + 0x00800080u;
    return (even & kEven) | (odd & ~kEven);
}

/// Bilinear; fx and fy in 1/256. In the innermost loop, twice; a call would cost a tenth of a
/// frame.
[[gnu::always_inline]] inline std::uint32_t blended(std::uint32_t a, std::uint32_t b,
                                                    std::uint32_t c, std::uint32_t d,
                                                    std::uint32_t fx, std::uint32_t fy)
{
    if (a == b && a == c && a == d) {
        return a;
    }
    const std::uint32_t wd = (fx * fy + 128) >> 8;
    const std::uint32_t wb = fx - wd;
    const std::uint32_t wc = fy - wd;
    const std::uint32_t wa = 256 - fx - wc;
    const std::uint32_t even =
        (a & kEven) * wa + (b & kEven) * wb + (c & kEven) * wc + (d & kEven) * wd + 0x00800080u;
    const std::uint32_t odd = ((a >> 8) & kEven) * wa + ((b >> 8) & kEven) * wb
                              + ((c >> 8) & kEven) * wc + ((d >> 8) & kEven) * wd + 0x00800080u;
    return ((even >> 8) & kEven) | (odd & ~kEven);
}

/// `over` laid on `under`.
std::uint32_t composed(std::uint32_t over, std::uint32_t under)
{
    const std::uint32_t rest = 255 - (over >> 24);
    std::uint32_t even = (under & kEven) * rest + 0x00800080u;
    even = ((even + ((even >> 8) & kEven)) >> 8) & kEven;
    std::uint32_t odd = ((under >> 8) & kEven) * rest + 0x00800080u;
    odd = (odd + ((odd >> 8) & kEven)) & ~kEven;
    return over + (even | odd);
}

#if defined(__SSE2__)
/// blended() of two neighbours in the row above and two below, the same to the bit.
std::uint32_t blendedAt(const std::uint8_t* upper, const std::uint8_t* lower, std::uint32_t fx,
                        std::uint32_t fy)
{
    const std::uint32_t wd = (fx * fy + 128) >> 8;
    const std::uint32_t wb = fx - wd;
    const std::uint32_t wc = fy - wd;
    const std::uint32_t wa = 256 - fx - wc;
    const auto wide = [](const std::uint8_t* two) { // eight channels of two pixels, 16 bits each
        return _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(two)),
                                 _mm_setzero_si128());
    };
    const auto weights = [](std::uint32_t left, std::uint32_t right) {
        const __m128i both = _mm_cvtsi32_si128(int(left | right << 16));
        return _mm_shuffle_epi32(_mm_unpacklo_epi16(both, both), 0x50);
    };
    __m128i sum = _mm_add_epi16(_mm_mullo_epi16(wide(upper), weights(wa, wb)),
                                _mm_mullo_epi16(wide(lower), weights(wc, wd)));
    sum = _mm_add_epi16(sum, _mm_unpackhi_epi64(sum, sum));
    sum = _mm_srli_epi16(_mm_add_epi16(sum, _mm_set1_epi16(128)), 8);
    return std::uint32_t(_mm_cvtsi128_si32(_mm_packus_epi16(sum, sum)));
}
#endif

/// The inside of one axis, in 1/256 pixels: where neither the edge's fall-off nor a held pixel
/// plays a part. Returns low; high is 256 * (size - 1) - low.
int insideFrom(float magnification)
{
    const float low = std::max(0.0f, 0.5f / magnification - 0.5f);
    return int(std::ceil(std::min(low, 1e5f) * 256.0f));
}

} // namespace

Sampler::Sampler(const Warp& warp)
    : m_pixels(warp.source->pixels()), m_width(warp.source->width()),
      m_height(warp.source->height()), m_opacity(int(std::lround(warp.opacity * 256.0))),
      m_blend(warp.blend), m_magnificationX(float(warp.magnificationX)),
      m_magnificationY(float(warp.magnificationY)), m_lowX(insideFrom(m_magnificationX)),
      m_lowY(insideFrom(m_magnificationY)), m_highX((m_width - 1) * 256 - m_lowX),
      m_highY((m_height - 1) * 256 - m_lowY)
{
}

std::uint32_t Sampler::nearEdge(float x, float y) const
{
    const float insideX = std::min(x + 0.5f, float(m_width) - 0.5f - x) * m_magnificationX + 0.5f;
    const float insideY = std::min(y + 0.5f, float(m_height) - 0.5f - y) * m_magnificationY + 0.5f;
    if (!(insideX > 0.0f && insideY > 0.0f)) {
        return 0;
    }
    const float coverage = std::min(1.0f, insideX) * std::min(1.0f, insideY);
    const int fixedX = std::clamp(int(std::lrint(x * 256.0f)), 0, (m_width - 1) * 256);
    const int fixedY = std::clamp(int(std::lrint(y * 256.0f)), 0, (m_height - 1) * 256);
    const int x0 = fixedX >> 8;
    const int y0 = fixedY >> 8;
    const int x1 = std::min(x0 + 1, m_width - 1);
    const int y1 = std::min(y0 + 1, m_height - 1);
    const auto at = [&](int px, int py) {
        return load(m_pixels + (std::size_t(py) * m_width + px) * 4);
    };
    const std::uint32_t pixel = blended(at(x0, y0), at(x1, y0), at(x0, y1), at(x1, y1),
                                        std::uint32_t(fixedX & 255), std::uint32_t(fixedY & 255));
    const int factor = int(std::lrint(coverage * 256.0f));
    return factor == 256 ? pixel : scaled(pixel, std::uint32_t(factor));
}

#if defined(__SSE2__)
int Sampler::paintInside(const float* x, const float* y, int from, int end,
                         std::uint32_t* row) const
{
    const std::size_t stride = std::size_t(m_width) * 4;
    const auto fixed = [](const float* at) {
        return _mm_cvtps_epi32(_mm_mul_ps(_mm_loadu_ps(at), _mm_set1_ps(256.0f)));
    };
    const auto isInside = [](__m128i at, int low, int high) { // low <= at < high
        return _mm_andnot_si128(_mm_cmplt_epi32(at, _mm_set1_epi32(low)),
                                _mm_cmplt_epi32(at, _mm_set1_epi32(high)));
    };
    int i = from;
    const bool isPlain = m_opacity == 256 && m_blend == Blend::Normal;
    for (; i + 4 <= end && isPlain; i += 4) {
        const __m128i fourX = fixed(x + i);
        const __m128i fourY = fixed(y + i);
        const __m128i inside =
            _mm_and_si128(isInside(fourX, m_lowX, m_highX), isInside(fourY, m_lowY, m_highY));
        if (_mm_movemask_epi8(inside) != 0xffff) {
            break;
        }
        alignas(16) std::int32_t placeX[4];
        alignas(16) std::int32_t placeY[4];
        _mm_store_si128(reinterpret_cast<__m128i*>(placeX), fourX);
        _mm_store_si128(reinterpret_cast<__m128i*>(placeY), fourY);
        std::uint32_t pixels[4];
        for (int k = 0; k < 4; ++k) {
            const std::uint8_t* corner =
                m_pixels + std::size_t(placeY[k] >> 8) * stride + std::size_t(placeX[k] >> 8) * 4;
            pixels[k] = blendedAt(corner, corner + stride, std::uint32_t(placeX[k] & 255),
                                  std::uint32_t(placeY[k] & 255));
        }
        if ((pixels[0] & pixels[1] & pixels[2] & pixels[3]) >= 0xff000000u) {
            std::memcpy(row + i, pixels, sizeof pixels);
        } else if ((pixels[0] | pixels[1] | pixels[2] | pixels[3]) != 0) {
            for (int k = 0; k < 4; ++k) {
                row[i + k] = composed(pixels[k], row[i + k]);
            }
        }
    }
    return i;
}
#else
int Sampler::paintInside(const float*, const float*, int from, int, std::uint32_t*) const
{
    return from;
}
#endif

void Sampler::paint(const float* x, const float* y, int from, int end, std::uint32_t* row) const
{
    const std::size_t stride = std::size_t(m_width) * 4;
    const unsigned spanX = m_highX >= m_lowX ? unsigned(m_highX - m_lowX) : 0;
    const unsigned spanY = m_highY >= m_lowY ? unsigned(m_highY - m_lowY) : 0;
    for (int i = from; i < end; ++i) {
        i = paintInside(x, y, i, end, row);
        if (i >= end) {
            break;
        }
        // Truncation rounds what lies inside to the nearest; outside only the sign counts.
        const int fixedX = int(x[i] * 256.0f + 0.5f);
        const int fixedY = int(y[i] * 256.0f + 0.5f);
        std::uint32_t pixel;
        // Below `span` also leaves out the last pixel itself, which has no right neighbour.
        if (unsigned(fixedX - m_lowX) < spanX && unsigned(fixedY - m_lowY) < spanY) {
            const std::uint8_t* corner =
                m_pixels + std::size_t(fixedY >> 8) * stride + std::size_t(fixedX >> 8) * 4;
            pixel = blended(load(corner), load(corner + 4), load(corner + stride),
                            load(corner + stride + 4), std::uint32_t(fixedX & 255),
                            std::uint32_t(fixedY & 255));
        } else {
            pixel = nearEdge(x[i], y[i]);
        }
        if (m_blend != Blend::Normal) {
            row[i] = blendedOver(pixel, row[i], m_blend, std::uint32_t(m_opacity));
            continue;
        }
        if (m_opacity != 256) {
            pixel = scaled(pixel, std::uint32_t(m_opacity));
        }
        const std::uint32_t alpha = pixel >> 24;
        if (alpha == 255) {
            row[i] = pixel;
        } else if (alpha != 0) {
            row[i] = composed(pixel, row[i]);
        }
    }
}

int Sampler::alphaAt(double x, double y) const
{
    const std::uint32_t pixel = nearEdge(float(x), float(y));
    return int(scaled(pixel, std::uint32_t(m_opacity)) >> 24);
}

} // namespace dollygrip::multiplane
