#include "core/project/papergrain.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace dollygrip {

namespace {

constexpr int kSide = 512;
constexpr int kLevels = 6;

using Tile = std::vector<float>;

float noise(int x, int y, std::uint32_t seed)
{
    std::uint32_t h = std::uint32_t(x) * 0x9e3779b1U ^ std::uint32_t(y) * 0x85ebca77U ^ seed;
    h ^= h >> 15;
    h *= 0x2c1b3c6dU;
    h ^= h >> 12;
    h *= 0x297a2d39U;
    h ^= h >> 15;
    return float(h & 0xffff) / 65535.0F;
}

/// Box blur that goes round at the edges.
Tile blurred(const Tile& tile, int radius)
{
    const auto pass = [radius](const Tile& in, int stepX, int stepY) {
        Tile out(in.size());
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x) {
                float sum = 0;
                for (int k = -radius; k <= radius; ++k)
                    sum += in[std::size_t((y + k * stepY) & (kSide - 1)) * kSide
                              + std::size_t((x + k * stepX) & (kSide - 1))];
                out[std::size_t(y) * kSide + std::size_t(x)] = sum / float(2 * radius + 1);
            }
        }
        return out;
    };
    return pass(pass(tile, 1, 0), 0, 1);
}

Tile octave(int radius, std::uint32_t seed)
{
    Tile tile(std::size_t(kSide) * kSide);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x)
            tile[std::size_t(y) * kSide + std::size_t(x)] = noise(x, y, seed) - 0.5F;
    }
    if (radius > 0)
        tile = blurred(tile, radius);
    // Blurring takes contrast away by the number of pixels it mixes.
    const float gain = float(2 * radius + 1);
    for (float& value : tile)
        value *= gain;
    return tile;
}

std::array<Tile, kLevels> makeLevels()
{
    std::array<Tile, kLevels> levels;
    const Tile fine = octave(0, 1);
    const Tile middle = octave(1, 2);
    const Tile coarse = octave(4, 3);
    Tile& tile = levels[0];
    tile.resize(fine.size());
    for (std::size_t i = 0; i < tile.size(); ++i)
        tile[i] = 0.45F * fine[i] + 0.85F * middle[i] + 0.4F * coarse[i];
    // Every height as often as the others.
    std::vector<std::uint32_t> order(tile.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return tile[a] != tile[b] ? tile[a] < tile[b] : a < b;
    });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        tile[order[rank]] = float(rank) / float(order.size() - 1);
    for (int level = 1; level < kLevels; ++level) {
        const Tile& larger = levels[std::size_t(level - 1)];
        const int side = kSide >> level;
        Tile& smaller = levels[std::size_t(level)];
        smaller.resize(std::size_t(side) * std::size_t(side));
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const std::size_t at =
                    std::size_t(2 * y) * std::size_t(2 * side) + std::size_t(2 * x);
                smaller[std::size_t(y) * std::size_t(side) + std::size_t(x)] =
                    (larger[at] + larger[at + 1] + larger[at + std::size_t(2 * side)]
                     + larger[at + std::size_t(2 * side) + 1])
                    / 4;
            }
        }
    }
    return levels;
}

const std::array<Tile, kLevels>& levels()
{
    static const std::array<Tile, kLevels> made = makeLevels();
    return made;
}

} // namespace

PaperGrain::PaperGrain(double step)
{
    const int level = std::clamp(int(std::lround(std::log2(std::max(step, 0.01)))), 0, kLevels - 1);
    m_tile = &levels()[std::size_t(level)];
    m_side = kSide >> level;
    m_scale = 1.0 / double(1 << level);
}

float PaperGrain::at(double x, double y) const
{
    const double tx = x * m_scale - 0.5;
    const double ty = y * m_scale - 0.5;
    const auto below = [](double value) {
        const int whole = int(value);
        return value < whole ? whole - 1 : whole;
    };
    const int fx = below(tx);
    const int fy = below(ty);
    const auto eased = [](double t) { return float(t * t * (3 - 2 * t)); };
    const float u = eased(tx - fx);
    const float v = eased(ty - fy);
    const int mask = m_side - 1;
    const auto x0 = std::size_t(fx & mask);
    const auto x1 = std::size_t((fx + 1) & mask);
    const auto y0 = std::size_t(fy & mask) * std::size_t(m_side);
    const auto y1 = std::size_t((fy + 1) & mask) * std::size_t(m_side);
    const Tile& t = *m_tile;
    const float top = t[y0 + x0] + (t[y0 + x1] - t[y0 + x0]) * u;
    const float bottom = t[y1 + x0] + (t[y1 + x1] - t[y1 + x0]) * u;
    return top + (bottom - top) * v;
}

} // namespace dollygrip
