#include "core/geometry/motionpath.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr int kHeadings = 128;

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

bool isCorner(const MotionPath& path, std::size_t point)
{
    return point < path.corners.size() && path.corners[point] != 0;
}

void setCorner(MotionPath& path, std::size_t point, bool isCorner)
{
    if (point >= path.points.size())
        return;
    path.corners.resize(path.points.size(), 0);
    path.corners[point] = isCorner ? 1 : 0;
    if (std::find(path.corners.begin(), path.corners.end(), 1) == path.corners.end())
        path.corners.clear();
}

void insertPoint(MotionPath& path, std::size_t index, const Eigen::Vector2d& point)
{
    index = std::min(index, path.points.size());
    if (!path.corners.empty()) {
        path.corners.resize(path.points.size(), 0);
        path.corners.insert(path.corners.begin() + std::ptrdiff_t(index), 0);
    }
    path.points.insert(path.points.begin() + std::ptrdiff_t(index), point);
}

void removePoint(MotionPath& path, std::size_t index)
{
    if (index >= path.points.size() || path.points.size() < 2)
        return;
    path.points.erase(path.points.begin() + std::ptrdiff_t(index));
    if (index < path.corners.size())
        path.corners.erase(path.corners.begin() + std::ptrdiff_t(index));
}

MotionPath reversed(MotionPath path)
{
    if (!path.corners.empty())
        path.corners.resize(path.points.size(), 0);
    std::reverse(path.points.begin(), path.points.end());
    std::reverse(path.corners.begin(), path.corners.end());
    path.turnRad = -path.turnRad;
    path.scale = 1 / path.scale;
    return path;
}

MotionPath mirrored(MotionPath path)
{
    for (Eigen::Vector2d& point : path.points)
        point.x() = 2 * path.points.front().x() - point.x();
    path.turnRad = -path.turnRad;
    return path;
}

MotionSampler::MotionSampler(const MotionPath& path, double aspect)
    : m_path(path), m_spline(orOrigin(path.points), path.kind, aspect, path.corners),
      m_aspect(aspect)
{
    if (!path.isOriented)
        return;
    for (int i = 0; i <= kHeadings; ++i) {
        const Eigen::Vector2d way = m_spline.tangentAtFraction(double(i) / kHeadings);
        double heading = std::atan2(way.y(), way.x());
        if (!m_headings.empty())
            heading = m_headings.back() + std::remainder(heading - m_headings.back(), 2 * kPi);
        m_headings.push_back(heading);
    }
}

// Before its start and beyond its end the way goes straight on.
Eigen::Vector2d MotionSampler::pointAtProgress(double progress) const
{
    const Eigen::Vector2d on = m_spline.atFraction(progress);
    if (progress >= 0 && progress <= 1)
        return on;
    const double beyond = (progress < 0 ? progress : progress - 1) * m_spline.length();
    const Eigen::Vector2d way = m_spline.tangentAtFraction(progress);
    return on + beyond * Eigen::Vector2d(way.x() / m_aspect, way.y());
}

double MotionSampler::turnAlong(double progress) const
{
    if (m_headings.empty())
        return 0;
    const double place = std::clamp(progress, 0.0, 1.0) * kHeadings;
    const int before = std::min(int(place), kHeadings - 1);
    const double part = place - before;
    return m_headings[std::size_t(before)] * (1 - part) + m_headings[std::size_t(before) + 1] * part
           - m_headings.front();
}

MotionPose MotionSampler::at(double shotFraction) const
{
    const double s = progress(m_path, shotFraction);
    MotionPose pose;
    pose.displacement = pointAtProgress(s) - m_spline.atFraction(0);
    pose.turnRad = m_path.turnRad * s + turnAlong(s);
    pose.scale = m_path.scale == 1.0 ? 1.0 : std::pow(m_path.scale, s);
    return pose;
}

Eigen::Vector2d MotionSampler::pointAt(double shotFraction) const
{
    return pointAtProgress(progress(m_path, shotFraction));
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
