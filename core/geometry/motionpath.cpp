#include "core/geometry/motionpath.h"

#include <cassert>
#include <cmath>

namespace dollygrip {

namespace {

std::vector<Eigen::Vector2d> orOrigin(const std::vector<Eigen::Vector2d>& points)
{
    return points.empty() ? std::vector<Eigen::Vector2d>{{0, 0}} : points;
}

double progress(const MotionPath& path, double shotFraction)
{
    const double span = path.to - path.from;
    if (!(span > 0)) // no time to move in: it jumps
        return shotFraction < path.to ? 0.0 : 1.0;
    return path.speed.at((shotFraction - path.from) / span);
}

} // namespace

MotionSampler::MotionSampler(const MotionPath& path, double aspect)
    : m_path(path), m_spline(orOrigin(path.points), path.kind, aspect)
{
}

MotionPose MotionSampler::at(double shotFraction) const
{
    const double s = progress(m_path, shotFraction);
    MotionPose pose;
    pose.displacement = m_spline.atFraction(s) - m_spline.atFraction(0);
    pose.turnRad = m_path.turnRad * s;
    pose.scale = m_path.scale == 1.0 ? 1.0 : std::pow(m_path.scale, s);
    return pose;
}

Eigen::Vector2d MotionSampler::pointAt(double shotFraction) const
{
    return m_spline.atFraction(progress(m_path, shotFraction));
}

double shotFraction(double frame, std::int64_t length)
{
    return length > 1 ? frame / double(length - 1) : 0.0;
}

MotionPose combinedPose(const std::vector<MotionSampler>& samplers, double shotFraction)
{
    MotionPose all;
    for (const MotionSampler& sampler : samplers) {
        const MotionPose one = sampler.at(shotFraction);
        all.displacement += one.displacement;
        all.turnRad += one.turnRad;
        all.scale *= one.scale;
    }
    return all;
}

MotionPath remapped(MotionPath path, double first, double last)
{
    assert(last > first);
    path.from = (path.from - first) / (last - first);
    path.to = (path.to - first) / (last - first);
    return path;
}

} // namespace dollygrip
