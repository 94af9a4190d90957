#include "core/multiplane/scatter.h"

#include "core/multiplane/coverageon.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

constexpr std::size_t kFewest = 16;
constexpr double kMost = 64.0;
constexpr double kSpacing = 0.04; // picture heights between points, until kMost are reached
constexpr int kMaskSide = 128;
constexpr double kMostSquares = 1 << 18; // fine enough for each place to have its own

bool isDrawn(const Plane& plane, const Eigen::Vector2d& point)
{
    if (plane.picture.isNull() || isEmpty(plane.placement)) {
        return false;
    }
    const double x =
        (point.x() - plane.placement.x) / plane.placement.width * plane.picture.width();
    const double y =
        (point.y() - plane.placement.y) / plane.placement.height * plane.picture.height();
    return x >= 0 && y >= 0 && x < plane.picture.width() && y < plane.picture.height()
           && plane.picture.pixel(int(x), int(y))[3] > 127;
}

/// Those that fulfil the claim, if they are enough; else all.
template <class Claim>
std::vector<Eigen::Vector2d> preferred(std::vector<Eigen::Vector2d> points, Claim claim)
{
    std::vector<Eigen::Vector2d> kept;
    std::copy_if(points.begin(), points.end(), std::back_inserter(kept), claim);
    return kept.size() >= kFewest ? kept : points;
}

} // namespace

std::vector<Eigen::Vector2d> scattered(const Plane& plane, int region, double aspect)
{
    Region hard = plane.regions[std::size_t(region)].region;
    hard.feather = 0.0;
    const Placement box = placementOf(hard, aspect);
    if (isEmpty(box)) {
        return {};
    }
    const double proportion =
        std::clamp(box.width * aspect / box.height, 1.0 / kMaskSide, double(kMaskSide));
    const int width = std::max(8, int(kMaskSide * std::min(1.0, proportion)));
    const int height = std::max(8, int(kMaskSide * std::min(1.0, 1.0 / proportion)));
    const Mask mask = coverageOn(hard, box, aspect, width, height);
    std::vector<Eigen::Vector2i> pixels; // of the mask that are inside
    for (const int threshold : {255, 128}) {
        pixels.clear();
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                if (mask.at(x, y) >= threshold) {
                    pixels.emplace_back(x, y);
                }
            }
        }
        if (pixels.size() >= kFewest) {
            break;
        }
    }
    if (pixels.empty()) {
        return {};
    }
    const double cellX = box.width / width;
    const double cellY = box.height / height;
    const double area = double(pixels.size()) * cellX * aspect * cellY;
    double wanted = std::clamp(area / (kSpacing * kSpacing), double(kFewest), kMost);
    std::vector<Eigen::Vector2d> places;
    // Pixels are split when there are fewer than points wanted.
    const int split = std::max(1, int(std::ceil(std::sqrt(2.0 * wanted / double(pixels.size())))));
    for (const Eigen::Vector2i& pixel : pixels) {
        for (int k = 0; k < split * split; ++k) {
            places.emplace_back(box.x + (pixel.x() + (k % split + 0.5) / split) * cellX,
                                box.y + (pixel.y() + (k / split + 0.5) / split) * cellY);
        }
    }
    places = preferred(places, [&](const auto& point) { return isDrawn(plane, point); });
    places = preferred(places, [&](const auto& point) {
        for (std::size_t r = std::size_t(region) + 1; r < plane.regions.size(); ++r) {
            if (contains(plane.regions[r].region, point, aspect)) {
                return false;
            }
        }
        return true;
    });

    // One place for each square of a lattice, the finer the more are wanted.
    wanted = std::min(wanted, double(places.size()));
    double side = std::sqrt(area * split * split / wanted);
    std::vector<Eigen::Vector2d> chosen;
    for (int attempt = 0; attempt < 40 && double(chosen.size()) < wanted; ++attempt) {
        const int columns = std::max(1, int(std::ceil(box.width * aspect / side)));
        const int rows = std::max(1, int(std::ceil(box.height / side)));
        if (double(columns) * rows > kMostSquares && !chosen.empty()) {
            break;
        }
        chosen.clear();
        struct Nearest {
            double distance = 1e9;
            Eigen::Vector2d place{0, 0};
        };
        std::vector<Nearest> squares(std::size_t(columns) * rows);
        for (const Eigen::Vector2d& place : places) {
            const double gx = (place.x() - box.x) * aspect / side;
            const double gy = (place.y() - box.y) / side;
            const int i = std::clamp(int(gx), 0, columns - 1);
            const int j = std::clamp(int(gy), 0, rows - 1);
            const double distance = std::hypot(gx - i - 0.5, gy - j - 0.5);
            Nearest& square = squares[std::size_t(j) * columns + i];
            if (distance < square.distance) {
                square = {distance, place};
            }
        }
        for (const Nearest& square : squares) {
            if (square.distance < 1e9) {
                chosen.push_back(square.place);
            }
        }
        side *= 0.85;
    }
    return chosen;
}

} // namespace dollygrip::multiplane
