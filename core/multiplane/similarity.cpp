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

RegionMotion::Way::Way(const std::vector<MotionPath>& paths, double aspect)
{
    for (const MotionPath& path : paths) {
        if (path.points.empty()) {
            continue;
        }
        if (samplers.empty()) {
            pivot = path.points.front();
        }
        samplers.emplace_back(path, aspect);
    }
}

Similarity RegionMotion::Way::at(double shotFraction, double aspect) const
{
    return {pivot, combinedPose(samplers, shotFraction), aspect};
}

RegionMotion::RegionMotion(const PlaneRegion& region, double aspect)
    : m_aspect(aspect), m_moves(region.moves())
{
    if (!m_moves) {
        return;
    }
    m_ways.emplace_back(region.motions, aspect);
    for (const auto& carrier : region.carriers) {
        m_ways.emplace_back(carrier, aspect);
    }
}

Similarity RegionMotion::at(double shotFraction) const
{
    if (m_ways.empty()) {
        return {{0, 0}, {}, m_aspect};
    }
    Similarity all = m_ways.front().at(shotFraction, m_aspect);
    // One similarity after another is one: turns add up, sizes multiply, and the pivot tells where.
    for (std::size_t i = 1; i < m_ways.size(); ++i) {
        const Similarity carrier = m_ways[i].at(shotFraction, m_aspect);
        all.pose.displacement = carrier.apply(all.pivot + all.pose.displacement) - all.pivot;
        all.pose.turnRad += carrier.pose.turnRad;
        all.pose.scale *= carrier.pose.scale;
    }
    return all;
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
