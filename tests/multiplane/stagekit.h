#pragma once

#include "core/multiplane/guide.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

/// Drawn test pictures with dots whose places are known, and finding the dots again in a frame to
/// a fraction of a pixel.
namespace dollygrip::multiplane::stagekit {

inline constexpr int kWidth = 1280;
inline constexpr int kHeight = 720;
inline constexpr double kFocal = kDefaultFocalMm / kSuper35WidthMm * kWidth; // pixels

/// Process colours: each takes away one component of the white paper, so dots of three planes are
/// told apart even where they lie over each other.
enum Ink { Cyan, Magenta, Yellow };

struct Disc {
    Eigen::Vector2d centre; ///< picture units
    double radius = 5.0;    ///< pixels
};

inline double discCoverage(double distance, double radius)
{
    return std::clamp(radius - distance + 0.5, 0.0, 1.0);
}

/// Discs of an ink; between them nothing, or white where `opaque`.
inline Image discs(const std::vector<Disc>& list, Ink ink, bool opaque = false, int width = kWidth,
                   int height = kHeight)
{
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        std::fill(pixels, pixels + std::size_t(width) * height * 4, opaque ? 255 : 0);
        for (const Disc& disc : list) {
            const double cx = disc.centre.x() * width;
            const double cy = disc.centre.y() * height;
            for (int y = std::max(0, int(cy - disc.radius - 2));
                 y < std::min(height, int(cy + disc.radius + 3)); ++y) {
                for (int x = std::max(0, int(cx - disc.radius - 2));
                     x < std::min(width, int(cx + disc.radius + 3)); ++x) {
                    const double cover =
                        discCoverage(std::hypot(x + 0.5 - cx, y + 0.5 - cy), disc.radius);
                    std::uint8_t* pixel = pixels + (std::size_t(y) * width + x) * 4;
                    for (int c = 0; c < 4; ++c) {
                        const double value = c == int(ink) ? 0.0 : 255.0;
                        pixel[c] =
                            std::uint8_t(std::lround(pixel[c] * (1.0 - cover) + value * cover));
                    }
                }
            }
        }
    });
}

inline Plane planeOf(Image picture, double depthM, FrameIndex frames)
{
    Plane plane;
    plane.picture = std::move(picture);
    plane.depthM = depthM;
    plane.visible = {0, frames};
    return plane;
}

inline Stage stageOf(FrameIndex frames)
{
    Stage stage;
    stage.frames = frames;
    stage.paper[0] = stage.paper[1] = stage.paper[2] = 255;
    return stage;
}

/// Middle of the ink around a place, in pixels (centre of the first pixel 0.5, 0.5).
inline Eigen::Vector2d inkCentre(const Image& picture, const Eigen::Vector2d& about, Ink ink,
                                 int window = 14)
{
    Eigen::Vector2d sum(0, 0);
    double weight = 0;
    for (int y = std::max(0, int(about.y()) - window);
         y <= std::min(picture.height() - 1, int(about.y()) + window); ++y) {
        for (int x = std::max(0, int(about.x()) - window);
             x <= std::min(picture.width() - 1, int(about.x()) + window); ++x) {
            const double w = 255 - picture.pixel(x, y)[int(ink)];
            sum += w * Eigen::Vector2d(x + 0.5, y + 0.5);
            weight += w;
        }
    }
    return weight > 255.0 ? Eigen::Vector2d(sum / weight) : Eigen::Vector2d(-1e6, -1e6);
}

inline bool isWellInside(const Eigen::Vector2d& pixel, double margin = 16)
{
    return pixel.x() > margin && pixel.y() > margin && pixel.x() < kWidth - margin
           && pixel.y() < kHeight - margin;
}

inline Eigen::Vector2d toPixels(const Eigen::Vector2d& picture)
{
    return {picture.x() * kWidth, picture.y() * kHeight};
}

inline Region disc(const Eigen::Vector2d& centre, double radiusHeights, double aspect = 16.0 / 9.0)
{
    Region region;
    std::vector<Eigen::Vector2d> outline;
    for (int k = 0; k < 64; ++k) {
        const double angle = k * 2 * std::acos(-1.0) / 64;
        outline.emplace_back(centre.x() + radiusHeights * std::cos(angle) / aspect,
                             centre.y() + radiusHeights * std::sin(angle));
    }
    region.outlines.push_back(outline);
    return region;
}

inline PlaneRegion moving(Region region, std::vector<Eigen::Vector2d> way, bool lifted = false)
{
    PlaneRegion result;
    result.region = std::move(region);
    result.lifted = lifted;
    MotionPath path;
    path.points = std::move(way);
    result.motions.push_back(path);
    return result;
}

inline CameraPath between(const CameraPose& first, const CameraPose& last)
{
    CameraPath path;
    path.keys = {{0.0, first, Ease::None}, {1.0, last, Ease::None}};
    return path;
}

} // namespace dollygrip::multiplane::stagekit

namespace stagekit = dollygrip::multiplane::stagekit;
