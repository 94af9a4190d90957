#include "ui/canvas/cameraframe.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::ui {

namespace {

constexpr double kShortestMm = 4.0;
constexpr double kLongestMm = 1200.0;
constexpr double kSmallest = 0.01;
constexpr double kLargest = 50.0;

double usable(double scale)
{
    return std::clamp(scale, kSmallest, kLargest);
}

} // namespace

CameraPaper::CameraPaper(const CameraPath& path, double aspect, double subjectDistanceM)
    : m_distanceM(subjectDistanceM)
{
    m_start.pose = path.startPose();
    m_start.sensorWidthMm = path.sensorWidthMm;
    m_start.aspect = aspect;
    m_plane = PlaneInWorld::before(m_start, subjectDistanceM);
    m_normal = m_start.pose.axes().col(2);
}

std::optional<Eigen::Vector2d>
CameraPaper::meet(const Eigen::Vector3d& from, const Eigen::Vector3d& along, double* distance) const
{
    const double towards = m_normal.dot(along);
    const double away = m_normal.dot(m_plane.origin - from);
    if (std::abs(towards) < 1e-9)
        return std::nullopt;
    const double t = away / towards;
    if (!(t > 1e-6))
        return std::nullopt;
    const Eigen::Vector3d hit = from + t * along - m_plane.origin;
    if (distance)
        *distance = t;
    return Eigen::Vector2d(hit.dot(m_plane.across) / m_plane.across.squaredNorm(),
                           hit.dot(m_plane.down) / m_plane.down.squaredNorm());
}

std::optional<CameraFrame> CameraPaper::frame(const CameraPose& pose) const
{
    double distance = 0;
    const auto centre = meet(pose.position, pose.axes().col(2), &distance);
    if (!centre)
        return std::nullopt;
    CameraFrame frame;
    frame.centre = *centre;
    frame.scale = (distance / pose.focalMm) / (m_distanceM / m_start.pose.focalMm);
    frame.rollRad = pose.rollRad - m_start.pose.rollRad;
    return frame;
}

std::optional<std::array<Eigen::Vector2d, 4>> CameraPaper::corners(const CameraPose& pose) const
{
    Camera camera = m_start;
    camera.pose = pose;
    const Eigen::Vector2d picture[4] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    std::array<Eigen::Vector2d, 4> result;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto corner = meet(pose.position, camera.direction(picture[i]));
        if (!corner || corner->cwiseAbs().maxCoeff() > 1e4)
            return std::nullopt;
        result[i] = *corner;
    }
    return result;
}

CameraPose CameraPaper::travelled(const CameraPose& pose, const CameraFrame& frame) const
{
    CameraPose result = pose;
    result.rollRad = m_start.pose.rollRad + frame.rollRad;
    const double distance = usable(frame.scale) * pose.focalMm * m_distanceM / m_start.pose.focalMm;
    result.position = m_plane.at(frame.centre) - pose.axes().col(2) * distance;
    return result;
}

CameraPose CameraPaper::zoomed(const CameraPose& pose, const CameraFrame& frame) const
{
    CameraPose result = pose;
    result.rollRad = m_start.pose.rollRad + frame.rollRad;
    const Eigen::Vector3d axis = pose.axes().col(2);
    double distance = m_distanceM;
    meet(pose.position, axis, &distance);
    result.position = m_plane.at(frame.centre) - axis * distance;
    result.focalMm =
        std::clamp(distance * m_start.pose.focalMm / (m_distanceM * usable(frame.scale)),
                   kShortestMm, kLongestMm);
    return result;
}

CameraPose CameraPaper::turned(const CameraPose& pose, const Eigen::Vector2d& centre) const
{
    CameraPose result = pose;
    const Eigen::Vector3d way = m_plane.at(centre) - pose.position;
    result.panRad = std::atan2(way.x(), way.z());
    result.tiltRad = std::atan2(way.y(), std::hypot(way.x(), way.z()));
    return result;
}

} // namespace dollygrip::ui
