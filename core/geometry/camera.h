#pragma once

#include <Eigen/Core>

#include <optional>

namespace dollygrip {

inline constexpr double kSuper35WidthMm = 24.89; ///< the film's sensor unless it says otherwise
inline constexpr double kDefaultFocalMm = 35.0;
inline constexpr double kDefaultDepthM = 5.0;

/// Where the camera stands and looks. World axes: x right, y up, z forward (into the picture), in
/// metres. Pan right, tilt up and clockwise roll (of the camera, seen from behind) are positive.
struct CameraPose {
    Eigen::Vector3d position{0, 0, 0};
    double panRad = 0.0;
    double tiltRad = 0.0;
    double rollRad = 0.0;
    double focalMm = kDefaultFocalMm;

    /// Columns: the camera's right, up and forward in the world. R = Ry(pan)·Rx(tilt)·Rz(roll);
    /// forward = (sin pan cos tilt, sin tilt, cos pan cos tilt).
    Eigen::Matrix3d axes() const;
    bool operator==(const CameraPose&) const = default;
};

/// A pinhole camera: a pose and its film gate. A value; any thread.
struct Camera {
    CameraPose pose;
    double sensorWidthMm = kSuper35WidthMm;
    double aspect = 16.0 / 9.0; ///< width / height of the frame; pixels are square

    /// Focal length in picture widths.
    double focalWidths() const { return pose.focalMm / sensorWidthMm; }
    double horizontalFieldOfViewRad() const;
    /// World point -> picture units (y down). Nothing when it is not in front of the camera.
    std::optional<Eigen::Vector2d> project(const Eigen::Vector3d& world) const;
    /// Direction in the world (not normalised, forward component 1) of a point in the picture.
    Eigen::Vector3d direction(const Eigen::Vector2d& picture) const;
};

/// A flat sheet in the world: the picture drawn at `depthM` metres before `start`, filling its
/// frame exactly. Picture units (u right, v down) -> world: origin + u * across + v * down.
struct PlaneInWorld {
    Eigen::Vector3d origin{0, 0, 0};
    Eigen::Vector3d across{1, 0, 0};
    Eigen::Vector3d down{0, -1, 0};

    static PlaneInWorld before(const Camera& start, double depthM);
    Eigen::Vector3d at(const Eigen::Vector2d& picture) const
    {
        return origin + picture.x() * across + picture.y() * down;
    }
    /// 3x3 homography: (u, v, 1) on the sheet -> homogeneous picture units seen by `camera`;
    /// the third component is the depth in metres before the camera.
    Eigen::Matrix3d homographyTo(const Camera& camera) const;
};

} // namespace dollygrip
