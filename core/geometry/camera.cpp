#include "core/geometry/camera.h"

#include <cmath>

namespace dollygrip {

Eigen::Matrix3d CameraPose::axes() const
{
    const double cp = std::cos(panRad), sp = std::sin(panRad);
    const double ct = std::cos(tiltRad), st = std::sin(tiltRad);
    const double cr = std::cos(rollRad), sr = std::sin(rollRad);
    Eigen::Matrix3d pan, tilt, roll;
    pan << cp, 0, sp, 0, 1, 0, -sp, 0, cp;
    tilt << 1, 0, 0, 0, ct, st, 0, -st, ct;
    roll << cr, sr, 0, -sr, cr, 0, 0, 0, 1;
    return pan * tilt * roll;
}

double Camera::horizontalFieldOfViewRad() const
{
    return 2 * std::atan(0.5 / focalWidths());
}

std::optional<Eigen::Vector2d> Camera::project(const Eigen::Vector3d& world) const
{
    const Eigen::Vector3d seen = pose.axes().transpose() * (world - pose.position);
    if (!(seen.z() > 0))
        return std::nullopt;
    const double f = focalWidths();
    return Eigen::Vector2d(0.5 + f * seen.x() / seen.z(), 0.5 - f * aspect * seen.y() / seen.z());
}

Eigen::Vector3d Camera::direction(const Eigen::Vector2d& picture) const
{
    const double f = focalWidths();
    return pose.axes()
           * Eigen::Vector3d((picture.x() - 0.5) / f, (0.5 - picture.y()) / (f * aspect), 1);
}

PlaneInWorld PlaneInWorld::before(const Camera& start, double depthM)
{
    const Eigen::Matrix3d axes = start.pose.axes();
    const double width = depthM / start.focalWidths();
    const double height = width / start.aspect;
    PlaneInWorld plane;
    plane.origin = start.pose.position + axes * Eigen::Vector3d(-width / 2, height / 2, depthM);
    plane.across = axes.col(0) * width;
    plane.down = axes.col(1) * -height;
    return plane;
}

Eigen::Matrix3d PlaneInWorld::homographyTo(const Camera& camera) const
{
    Eigen::Matrix3d sheet; // (u, v, 1) -> world, seen from the camera's place
    sheet.col(0) = across;
    sheet.col(1) = down;
    sheet.col(2) = origin - camera.pose.position;
    const double f = camera.focalWidths();
    Eigen::Matrix3d lens;
    lens << f, 0, 0.5, 0, -f * camera.aspect, 0.5, 0, 0, 1;
    return lens * camera.pose.axes().transpose() * sheet;
}

} // namespace dollygrip
