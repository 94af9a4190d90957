#pragma once

#include "core/geometry/camerapath.h"

#include <array>
#include <optional>

namespace dollygrip::ui {

/// What a camera sees of the subject's plane, as a rectangle on the paper: the place its axis
/// meets, its size against the drawn frame, and how far it is rolled. For a camera that looks
/// askew it is the middle and the size along the axis.
struct CameraFrame {
    Eigen::Vector2d centre{0.5, 0.5}; ///< picture units
    double scale = 1.0;
    double rollRad = 0.0; ///< clockwise, against the drawing
};

/// Pose <-> rectangle on the paper, exactly inverse both ways. The paper stands at the subject's
/// distance before the pose in which the panel was drawn. Pure.
class CameraPaper {
public:
    CameraPaper(const CameraPath& path, double aspect, double subjectDistanceM);

    /// Nothing when the camera does not look at the paper.
    std::optional<CameraFrame> frame(const CameraPose& pose) const;
    /// The four corners of what it sees: top left, top right, bottom right, bottom left. Nothing
    /// when one of them looks past the paper.
    std::optional<std::array<Eigen::Vector2d, 4>> corners(const CameraPose& pose) const;

    // The camera that has this frame, made from `pose` by:
    /// travelling (truck and pedestal to the centre, dolly for the size) and rolling;
    CameraPose travelled(const CameraPose& pose, const CameraFrame& frame) const;
    /// travelling to the centre, the lens for the size;
    CameraPose zoomed(const CameraPose& pose, const CameraFrame& frame) const;
    /// turning on the spot (pan and tilt) so that its axis meets the centre; size and lens follow.
    CameraPose turned(const CameraPose& pose, const Eigen::Vector2d& centre) const;

private:
    std::optional<Eigen::Vector2d> meet(const Eigen::Vector3d& from, const Eigen::Vector3d& along,
                                        double* distance = nullptr) const;

    Camera m_start;
    PlaneInWorld m_plane;
    Eigen::Vector3d m_normal;
    double m_distanceM;
};

} // namespace dollygrip::ui
