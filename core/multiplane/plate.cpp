#include "core/multiplane/plate.h"

#include "core/multiplane/clipping.h"
#include "core/multiplane/coverageon.h"
#include "core/multiplane/painting.h"
#include "core/multiplane/preparedstage.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

constexpr double kFarthestFrames = 3.0;
constexpr double kMostPixels = 32e6; // of one plate; beyond that it is made coarser

/// How far bending can pull in what lies beyond the sheet's edge, picture heights.
double farthestBend(const Plane& plane, const Stage& stage)
{
    double farthest = 0.0;
    for (const PlaneRegion& region : plane.regions) {
        if (!region.lifted) {
            const RegionMotion motion(region, stage.aspect);
            farthest = std::max(
                farthest, travelOf(region.region, motion, stage.aspect, stage.frames).farthest);
        }
    }
    return std::isfinite(farthest) ? farthest : 0.0;
}

Placement reachOf(const Plane& plane, const Stage& stage)
{
    if (plane.pinnedToCamera) {
        return plane.placement;
    }
    const Camera start{stage.camera.startPose(), stage.camera.sensorWidthMm, stage.aspect};
    const PlaneInWorld world = PlaneInWorld::before(start, plane.depthM);
    Placement seen{0, 0, 0, 0};
    const FrameIndex end = std::min(stage.frames, plane.visible.end);
    for (FrameIndex n = std::max<FrameIndex>(0, plane.visible.first); n < end; ++n) {
        const Eigen::Matrix3d toSeen = world.homographyTo(stage.cameraAt(double(n)));
        const double size = toSeen.norm();
        if (!(std::abs(toSeen.determinant()) > 1e-12 * size * size * size)) {
            continue;
        }
        // Third component 1 / metres: the part of the frame whose view meets the sheet within
        // 10 km; what is farther lies beyond the limit in any case.
        const std::optional<Placement> box = boundsOfMapped(toSeen.inverse(), Placement{}, 1e-4);
        if (box) {
            seen = united(seen, *box);
        }
    }
    const double bend = farthestBend(plane, stage);
    if (bend > 0.0 && !isEmpty(seen)) {
        seen = {seen.x - bend / stage.aspect, seen.y - bend, seen.width + 2 * bend / stage.aspect,
                seen.height + 2 * bend};
    }
    const Placement limit{-kFarthestFrames, -kFarthestFrames, 1 + 2 * kFarthestFrames,
                          1 + 2 * kFarthestFrames};
    return united(plane.placement, intersected(seen, limit));
}

} // namespace

std::vector<Placement> reach(const Stage& stage)
{
    std::vector<Placement> placements;
    for (const Plane& plane : stage.planes) {
        placements.push_back(reachOf(plane, stage));
    }
    return placements;
}

Plates cutPlates(const Stage& stage, int pixelsPerFrameHeight)
{
    Plates plates;
    for (const Plane& plane : stage.planes) {
        if (plane.picture.isNull() || isEmpty(plane.placement) || pixelsPerFrameHeight <= 0) {
            plates.planes.emplace_back();
            continue;
        }
        Plate plate;
        plate.placement = reachOf(plane, stage);
        const double pixels = plate.placement.width * plate.placement.height * stage.aspect
                              * pixelsPerFrameHeight * pixelsPerFrameHeight;
        const double perHeight =
            pixelsPerFrameHeight * std::min(1.0, std::sqrt(kMostPixels / std::max(1.0, pixels)));
        const int width =
            std::max(1, int(std::lround(plate.placement.width * stage.aspect * perHeight)));
        const int height = std::max(1, int(std::lround(plate.placement.height * perHeight)));

        const Pyramid rest(pictureWithoutLifted(plane, stage.aspect));
        Layer layer;
        layer.pyramid = &rest;
        layer.where = plane.placement;
        layer.toSeen = Eigen::Matrix3d::Identity();
        layer.toSeen(0, 0) = 1.0 / plate.placement.width;
        layer.toSeen(0, 2) = -plate.placement.x / plate.placement.width;
        layer.toSeen(1, 1) = 1.0 / plate.placement.height;
        layer.toSeen(1, 2) = -plate.placement.y / plate.placement.height;
        layer.toDrawn = layer.toSeen.inverse();
        const Warp warp = warpOf(layer, width, height);
        plate.picture = Image::filled(width, height, [&](std::uint8_t* target) {
            paintWarps({warp}, {width, height, nullptr, target, nullptr});
        });
        plates.planes.push_back(std::move(plate));
    }
    return plates;
}

} // namespace dollygrip::multiplane
