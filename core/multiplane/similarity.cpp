#include "core/multiplane/similarity.h"

#include "core/multiplane/coverageon.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {

Eigen::Vector2d Similarity::apply(const Eigen::Vector2d& point, double weight) const
{
    if (weight == 0.0) {
        return point;
    }
    if (pose.turnRad == 0.0 && pose.scale == 1.0) {
        return point + weight * pose.displacement;
    }
    const double turn = weight * pose.turnRad;
    const double scale = std::pow(pose.scale, weight);
    const double c = scale * std::cos(turn);
    const double s = scale * std::sin(turn);
    const double x = (point.x() - pivot.x()) * aspect;
    const double y = point.y() - pivot.y();
    return pivot + weight * pose.displacement
           + Eigen::Vector2d((c * x - s * y) / aspect, s * x + c * y);
}

Eigen::Matrix3d Similarity::matrix() const
{
    const double c = pose.scale * std::cos(pose.turnRad);
    const double s = pose.scale * std::sin(pose.turnRad);
    Eigen::Matrix3d m = Eigen::Matrix3d::Identity();
    m(0, 0) = c;
    m(0, 1) = -s / aspect;
    m(1, 0) = s * aspect;
    m(1, 1) = c;
    const Eigen::Matrix2d linear = m.topLeftCorner<2, 2>();
    m.topRightCorner<2, 1>() = pivot + pose.displacement - linear * pivot;
    return m;
}

bool Similarity::isIdentity() const
{
    return pose.displacement.isZero(0.0) && pose.turnRad == 0.0 && pose.scale == 1.0;
}

RegionMotion::RegionMotion(const PlaneRegion& region, double aspect) : m_aspect(aspect)
{
    if (region.heldStill) {
        return;
    }
    for (const MotionPath& path : region.motions) {
        if (path.points.empty()) {
            continue;
        }
        if (m_samplers.empty()) {
            m_pivot = path.points.front();
        }
        m_samplers.emplace_back(path, aspect);
    }
}

Similarity RegionMotion::at(double shotFraction) const
{
    if (m_samplers.empty()) {
        return {m_pivot, {}, m_aspect};
    }
    return {m_pivot, combinedPose(m_samplers, shotFraction), m_aspect};
}

Travel travelOf(const Region& region, const RegionMotion& motion, double aspect, FrameIndex frames)
{
    Travel travel;
    if (!motion.moves()) {
        return travel;
    }
    const Placement box = placementOf(region, aspect);
    const FrameIndex steps = std::clamp<FrameIndex>(frames - 1, 0, 64);
    for (FrameIndex step = 0; step <= steps; ++step) {
        const Similarity pose = motion.at(steps == 0 ? 0.0 : double(step) / double(steps));
        for (int corner = 0; corner < 4; ++corner) {
            const Eigen::Vector2d point(box.x + (corner & 1) * box.width,
                                        box.y + (corner >> 1) * box.height);
            const Eigen::Vector2d way = pose.apply(point) - point;
            travel.farthest = std::max(travel.farthest, std::hypot(way.x() * aspect, way.y()));
            travel.left = std::max(travel.left, -way.x() * aspect);
            travel.right = std::max(travel.right, way.x() * aspect);
            travel.up = std::max(travel.up, -way.y());
            travel.down = std::max(travel.down, way.y());
        }
    }
    return travel;
}

} // namespace dollygrip::multiplane
