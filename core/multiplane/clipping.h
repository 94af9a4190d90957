#pragma once

#include "core/multiplane/stage.h"

#include <Eigen/Core>
#include <Eigen/Geometry>

#include <optional>
#include <span>
#include <vector>

namespace dollygrip::multiplane {

inline constexpr double kNearestM = 0.01; ///< what is nearer to the camera is not seen

/// The part of a convex polygon in homogeneous coordinates whose third component is at least
/// `least` (Sutherland and Hodgman against one plane).
std::vector<Eigen::Vector3d> clipped(std::span<const Eigen::Vector3d> polygon, double least);

/// The rectangle around a placement mapped by a homography, of its part with a third component of
/// at least `least`. Nothing when no part has.
std::optional<Placement> boundsOfMapped(const Eigen::Matrix3d& homography, const Placement& from,
                                        double least);

} // namespace dollygrip::multiplane
