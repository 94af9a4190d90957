#include "core/media/yuv.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace dollygrip::media {
namespace {

// BT.709, Kr 0.2126, Kb 0.0722, scaled to 219 steps of Y and 224 of chroma, as 16-bit fractions.
// Rows work on values shifted left by 8, so that every product keeps its high half only: that is
// one vector instruction, and exact to half a step.
constexpr std::uint16_t fraction(double value)
{
    return std::uint16_t(value * 65536.0 + 0.5);
}
constexpr double kLuma = 219.0 / 255.0;
constexpr double kChroma = 224.0 / 255.0 / 2.0;
constexpr double kR = 0.2126, kG = 0.7152, kB = 0.0722;
constexpr std::uint16_t kYr = fraction(kR * kLuma), kYg = fraction(kG * kLuma),
                        kYb = fraction(kB * kLuma);
constexpr std::uint16_t kUr = fraction(kR / (1 - kB) * kChroma),
                        kUg = fraction(kG / (1 - kB) * kChroma), kUb = fraction(kChroma);
constexpr std::uint16_t kVr = fraction(kChroma), kVg = fraction(kG / (1 - kR) * kChroma),
                        kVb = fraction(kB / (1 - kR) * kChroma);

inline std::uint16_t part(std::uint16_t value, std::uint16_t fraction)
{
    return std::uint16_t((std::uint32_t(value) * fraction) >> 16);
}

/// One row's channels, shifted left by 8. One spare on the right repeats the last of an odd row.
struct Channels {
    explicit Channels(int width) : r(room(width)), g(room(width)), b(room(width)) {}
    static std::size_t room(int width) { return std::size_t(width) + 2; }
    std::vector<std::uint16_t> r, g, b;
};

void split(const std::uint8_t* rgba, int width, Channels& to)
{
    std::uint16_t* r = to.r.data();
    std::uint16_t* g = to.g.data();
    std::uint16_t* b = to.b.data();
    for (int x = 0; x < width; ++x) {
        std::uint32_t pixel; // red in the lowest byte on every machine that we build for
        std::memcpy(&pixel, rgba + std::size_t(x) * 4, 4);
        r[x] = std::uint16_t(pixel << 8);
        g[x] = std::uint16_t(pixel & 0xff00U);
        b[x] = std::uint16_t((pixel >> 8) & 0xff00U);
    }
    r[width] = r[width - 1];
    g[width] = g[width - 1];
    b[width] = b[width - 1];
}

/// Y shifted left by 8, rounded for a result of `Bits` bits, and cut to them.
template <int Bits, class Value>
void lumaRow(const Channels& row, int width, Value* to)
{
    constexpr int kShift = 16 - Bits;
    constexpr std::uint16_t kZero = (16 << 8) + (1 << (kShift - 1)) + 1;
    const std::uint16_t* r = row.r.data();
    const std::uint16_t* g = row.g.data();
    const std::uint16_t* b = row.b.data();
    for (int x = 0; x < width; ++x) {
        const auto y = std::uint16_t(part(r[x], kYr) + part(g[x], kYg) + part(b[x], kYb) + kZero);
        to[x] = Value(y >> kShift);
    }
}

/// Mean of two rows, then the left-sited half of the columns: one quarter, half, one quarter.
void halve(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b, int half,
           std::vector<std::uint16_t>& mean, std::vector<std::uint16_t>& to)
{
    const int width = half * 2;
    for (int x = 0; x < width; ++x)
        mean[std::size_t(x) + 1] =
            std::uint16_t((a[std::size_t(x)] >> 1) + (b[std::size_t(x)] >> 1));
    mean[0] = mean[1];
    const std::uint16_t* from = mean.data();
    std::uint16_t* out = to.data();
    for (int x = 0; x < half; ++x)
        out[x] =
            std::uint16_t((from[2 * x] >> 2) + (from[2 * x + 1] >> 1) + (from[2 * x + 2] >> 2));
}

template <int Bits, class Value>
void chromaRow(const Channels& row, int half, Value* u, Value* v)
{
    constexpr int kShift = 16 - Bits;
    constexpr std::uint16_t kZero = (128 << 8) + (1 << (kShift - 1));
    const std::uint16_t* r = row.r.data();
    const std::uint16_t* g = row.g.data();
    const std::uint16_t* b = row.b.data();
    for (int x = 0; x < half; ++x) {
        const auto cu = std::uint16_t(kZero + part(b[x], kUb) - part(r[x], kUr) - part(g[x], kUg));
        const auto cv = std::uint16_t(kZero + part(r[x], kVr) - part(g[x], kVg) - part(b[x], kVb));
        u[x] = Value(cu >> kShift);
        v[x] = Value(cv >> kShift);
    }
}

} // namespace

void toYuv420(const Image& image, const Yuv420& planes)
{
    const int width = image.width();
    const int evenWidth = (width + 1) & ~1;
    const int half = evenWidth / 2;
    Channels upper(evenWidth), lower(evenWidth), small(evenWidth);
    std::vector<std::uint16_t> mean(std::size_t(evenWidth) + 2);
    for (int y = 0; y < image.height(); y += 2) {
        const int next = std::min(y + 1, image.height() - 1);
        split(image.line(y), width, upper);
        split(image.line(next), width, lower);
        lumaRow<8>(upper, evenWidth, planes.y + y * planes.yStride);
        lumaRow<8>(lower, evenWidth, planes.y + (y + 1) * planes.yStride);
        halve(upper.r, lower.r, half, mean, small.r);
        halve(upper.g, lower.g, half, mean, small.g);
        halve(upper.b, lower.b, half, mean, small.b);
        chromaRow<8>(small, half, planes.u + y / 2 * planes.uStride,
                     planes.v + y / 2 * planes.vStride);
    }
}

void toYuv422(const Image& image, const Yuv422& planes)
{
    const int width = image.width();
    const int evenWidth = (width + 1) & ~1;
    const int half = evenWidth / 2;
    Channels row(evenWidth), small(evenWidth);
    std::vector<std::uint16_t> mean(std::size_t(evenWidth) + 2);
    const int evenHeight = (image.height() + 1) & ~1;
    for (int y = 0; y < evenHeight; ++y) {
        split(image.line(std::min(y, image.height() - 1)), width, row);
        lumaRow<10>(row, evenWidth, planes.y + y * planes.yStride);
        halve(row.r, row.r, half, mean, small.r);
        halve(row.g, row.g, half, mean, small.g);
        halve(row.b, row.b, half, mean, small.b);
        chromaRow<10>(small, half, planes.u + y * planes.uStride, planes.v + y * planes.vStride);
    }
}

} // namespace dollygrip::media
