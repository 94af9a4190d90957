#include "core/multiplane/preparedstage.h"

#include "core/multiplane/clipping.h"
#include "core/multiplane/coverageon.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

bool isLifted(const PlaneRegion& region)
{
    return region.lifted && !region.heldStill;
}

bool sameSheet(const Plane& a, const Plane& b)
{
    return a.picture.share() == b.picture.share() && a.placement == b.placement;
}

/// The areas that were cut out are the same (their arrows may differ).
bool sameCuts(const Plane& a, const Plane& b)
{
    return std::equal(a.regions.begin(), a.regions.end(), b.regions.begin(), b.regions.end(),
                      [](const PlaneRegion& p, const PlaneRegion& q) {
                          return isLifted(p) == isLifted(q)
                                 && (!isLifted(p) || p.region == q.region);
                      });
}

} // namespace

std::optional<Eigen::Vector2d> Layer::seen(const Eigen::Vector2d& drawn) const
{
    const Eigen::Vector2d place = isBent() ? deformation->map(mesh, drawn) : drawn;
    const Eigen::Vector3d point = toSeen * place.homogeneous();
    if (!(point.z() > kNearestM)) {
        return std::nullopt;
    }
    return Eigen::Vector2d(point.hnormalized());
}

PreparedStage::PreparedStage(Stage stage, Plates plates, const PreparedStage* before)
    : m_stage(std::move(stage)), m_planes(m_stage.planes.size())
{
    for (std::size_t index = 0; index < m_planes.size(); ++index) {
        const bool hasPlate =
            index < plates.planes.size() && !plates.planes[index].picture.isNull();
        prepare(index, hasPlate ? &plates.planes[index] : nullptr, before);
    }
}

void PreparedStage::prepare(std::size_t index, const Plate* plate, const PreparedStage* before)
{
    const Plane& plane = m_stage.planes[index];
    PreparedPlane& ready = m_planes[index];
    const Camera start{m_stage.camera.startPose(), m_stage.camera.sensorWidthMm, m_stage.aspect};
    ready.world = PlaneInWorld::before(start, plane.depthM);
    for (const PlaneRegion& region : plane.regions) {
        ready.motions.emplace_back(region, m_stage.aspect);
    }

    const bool sameFrame =
        before && index < before->m_planes.size() && before->m_stage.aspect == m_stage.aspect;
    const Plane* oldPlane = sameFrame ? &before->m_stage.planes[index] : nullptr;
    const PreparedPlane* old = sameFrame ? &before->m_planes[index] : nullptr;
    if (old && oldPlane->regions == plane.regions && oldPlane->placement == plane.placement
        && before->m_stage.frames == m_stage.frames) {
        ready.deformation = old->deformation;
    } else {
        ready.deformation = std::make_shared<const Deformation>(plane, ready.motions,
                                                                m_stage.aspect, m_stage.frames);
    }
    if (plane.picture.isNull() || isEmpty(plane.placement)) {
        return;
    }
    const bool sameDrawing = old && old->whole && sameSheet(*oldPlane, plane);
    const bool sameHoles = sameDrawing && sameCuts(*oldPlane, plane);
    ready.whole = sameDrawing ? old->whole : std::make_shared<const Pyramid>(plane.picture);
    ready.restPlacement = plane.placement;
    if (plate) {
        ready.hasPlate = true;
        ready.restPlacement = plate->placement;
        const bool samePlate =
            old && old->rest && old->rest->picture().share() == plate->picture.share();
        ready.rest = samePlate ? old->rest : std::make_shared<const Pyramid>(plate->picture);
    } else if (sameHoles && !old->hasPlate) {
        ready.rest = old->rest;
    } else {
        const Image rest = pictureWithoutLifted(plane, m_stage.aspect);
        ready.rest = rest.share() == plane.picture.share() ? ready.whole
                                                           : std::make_shared<const Pyramid>(rest);
    }
    if (sameHoles) {
        ready.lifted = old->lifted;
        return;
    }
    for (std::size_t r = 0; r < plane.regions.size(); ++r) {
        if (!isLifted(plane.regions[r])) {
            continue;
        }
        const CutSheet cut = cutSheet(plane, plane.regions[r].region, m_stage.aspect);
        Lifted lifted{int(r), cut.where, nullptr};
        if (!cut.picture.isNull()) {
            lifted.sheet = std::make_shared<const Pyramid>(cut.picture);
        }
        ready.lifted.push_back(lifted);
    }
}

FrameIndex PreparedStage::clampedFrame(FrameIndex n) const
{
    return std::clamp<FrameIndex>(n, 0, std::max<FrameIndex>(m_stage.frames - 1, 0));
}

Similarity PreparedStage::motion(int plane, int region, FrameIndex n) const
{
    return m_planes[std::size_t(plane)].motions[std::size_t(region)].at(
        shotFraction(double(clampedFrame(n)), m_stage.frames));
}

bool PreparedStage::isAtRest(const PreparedPlane& plane, double fraction) const
{
    return std::all_of(plane.lifted.begin(), plane.lifted.end(), [&](const Lifted& lifted) {
        return plane.motions[std::size_t(lifted.region)].at(fraction).isIdentity();
    });
}

std::optional<Layer> PreparedStage::layer(int plane, int region, FrameIndex n, bool alwaysCut) const
{
    n = clampedFrame(n);
    const Plane& drawn = m_stage.planes[std::size_t(plane)];
    const PreparedPlane& ready = m_planes[std::size_t(plane)];
    const double fraction = shotFraction(double(n), m_stage.frames);

    Layer layer;
    layer.plane = plane;
    layer.region = region;
    layer.opacity = drawn.opacity;
    layer.blend = drawn.blend;
    layer.toSeen = Eigen::Matrix3d::Identity();
    if (!drawn.pinnedToCamera) {
        layer.toSeen = ready.world.homographyTo(m_stage.cameraAt(double(n)));
    }
    if (region >= 0) {
        layer.toSeen = layer.toSeen * ready.motions[std::size_t(region)].at(fraction).matrix();
        for (const Lifted& lifted : ready.lifted) {
            if (lifted.region == region) {
                layer.pyramid = lifted.sheet.get();
                layer.where = lifted.where;
            }
        }
    } else {
        const bool whole = !ready.hasPlate && !alwaysCut && isAtRest(ready, fraction);
        layer.pyramid = whole ? ready.whole.get() : ready.rest.get();
        layer.where = whole ? drawn.placement : ready.restPlacement;
        if (!ready.deformation->isIdentity()) {
            std::vector<Similarity> poses;
            for (const RegionMotion& motion : ready.motions) {
                poses.push_back(motion.at(fraction));
            }
            layer.deformation = ready.deformation.get();
            layer.mesh = ready.deformation->bent(poses);
        }
    }
    const double size = layer.toSeen.norm();
    const double volume = layer.toSeen.determinant();
    if (!std::isfinite(volume) || std::abs(volume) < 1e-12 * size * size * size) {
        return std::nullopt;
    }
    layer.toDrawn = layer.toSeen.inverse();
    return layer;
}

std::vector<Layer> PreparedStage::layersAt(FrameIndex n, bool alwaysCut) const
{
    n = clampedFrame(n);
    std::vector<Layer> layers;
    const double fraction = shotFraction(double(n), m_stage.frames);
    const auto add = [&](int plane, int region) {
        std::optional<Layer> sheet = layer(plane, region, n, alwaysCut);
        if (sheet && sheet->pyramid) {
            layers.push_back(*std::move(sheet));
        }
    };
    for (std::size_t index = 0; index < m_planes.size(); ++index) {
        const Plane& plane = m_stage.planes[index];
        const PreparedPlane& ready = m_planes[index];
        if (!plane.visible.contains(n) || !(plane.opacity > 0.0) || !ready.whole) {
            continue;
        }
        add(int(index), -1);
        if (!ready.hasPlate && !alwaysCut && isAtRest(ready, fraction)) {
            continue;
        }
        for (const Lifted& lifted : ready.lifted) {
            add(int(index), lifted.region);
        }
    }
    return layers;
}

int PreparedStage::sheetOf(int plane, const Eigen::Vector2d& drawn) const
{
    const std::vector<PlaneRegion>& regions = m_stage.planes[std::size_t(plane)].regions;
    for (std::size_t r = regions.size(); r-- > 0;) {
        if (isLifted(regions[r]) && contains(regions[r].region, drawn, m_stage.aspect)) {
            return int(r);
        }
    }
    return -1;
}

} // namespace dollygrip::multiplane
