#include "core/geometry/lenses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dollygrip {

namespace {

// Widths as the makers publish them, of the whole gate.
constexpr std::array<SensorFormat, 20> kSensors = {{
    {"Super 8", 5.79},
    {"Phone, main camera", 9.80},
    {"16 mm", 10.26},
    {"Super 16", 12.52},
    {"Micro Four Thirds", 17.30},
    {"Blackmagic Pocket 4K", 18.96},
    {"Academy 35 mm", 21.95},
    {"Blackmagic Pocket 6K", 23.10},
    {"APS-C", 23.50},
    {"Super 35", 24.89},
    {"Canon C300 III, C70", 26.20},
    {"RED Komodo", 27.03},
    {"ARRI Alexa 35", 27.99},
    {"Sony Venice 2 8K", 35.90},
    {"Full frame", 36.00},
    {"ARRI Alexa Mini LF", 36.70},
    {"VistaVision", 37.72},
    {"RED V-Raptor 8K VV", 40.96},
    {"ARRI Alexa 65", 54.12},
    {"IMAX 15/70", 70.41},
}};

constexpr std::array<double, 28> kPrimes = {8,   10,  12,  14,  16,  18,  21,  24, 25, 27,
                                            28,  32,  35,  40,  50,  58,  65,  75, 85, 90,
                                            100, 120, 135, 150, 180, 200, 300, 400};

constexpr std::array<ZoomLens, 8> kZooms = {
    {{14.5, 45}, {15, 40}, {17, 80}, {24, 70}, {24, 290}, {45, 120}, {45, 250}, {70, 200}}};

} // namespace

std::span<const SensorFormat> sensorFormats()
{
    return kSensors;
}

std::span<const double> primeLenses()
{
    return kPrimes;
}

std::span<const ZoomLens> zoomLenses()
{
    return kZooms;
}

double nextPrime(double focalMm, int steps)
{
    double found = focalMm;
    for (int i = 0; i < std::abs(steps); ++i) {
        if (steps > 0) {
            const auto next = std::upper_bound(kPrimes.begin(), kPrimes.end(), found + 1e-6);
            found = next != kPrimes.end() ? *next : std::max(found, kPrimes.back());
        } else {
            const auto next = std::lower_bound(kPrimes.begin(), kPrimes.end(), found - 1e-6);
            found = next != kPrimes.begin() ? *std::prev(next) : std::min(found, kPrimes.front());
        }
    }
    return found;
}

double horizontalFieldOfViewDegrees(double focalMm, double sensorWidthMm)
{
    return 2 * std::atan(sensorWidthMm / (2 * focalMm)) * 180 / std::numbers::pi;
}

} // namespace dollygrip
