#pragma once

#include "core/geometry/motionpath.h"
#include "core/multiplane/stage.h"

#include <Eigen/Core>

#include <vector>

namespace dollygrip::multiplane {

/// Where a region is at one frame: turned and scaled in seen proportions about `pivot`, then
/// shifted. A value.
struct Similarity {
    Eigen::Vector2d pivot{0, 0}; ///< picture units
    MotionPose pose;
    double aspect = 16.0 / 9.0;

    /// Picture units -> picture units. With `weight` below 1 only that part of the way, turning
    /// and scaling evenly (so a half turn is a rotation too, not a squeeze).
    Eigen::Vector2d apply(const Eigen::Vector2d& point, double weight = 1.0) const;
    /// The full motion as an affine 3x3 matrix on (u, v, 1).
    Eigen::Matrix3d matrix() const;
    bool isIdentity() const;
};

/// A region's arrows and those of what it follows, ready to be asked for any time. A value; any
/// thread.
class RegionMotion {
public:
    RegionMotion(const PlaneRegion& region, double aspect);
    /// Held-still regions and those without arrows never move, but for what they follow.
    bool moves() const { return m_moves; }
    Similarity at(double shotFraction) const;

private:
    struct Way {
        std::vector<MotionSampler> samplers;
        Eigen::Vector2d pivot{0, 0};
        Way(const std::vector<MotionPath>& paths, double aspect);
        Similarity at(double shotFraction, double aspect) const;
    };
    std::vector<Way> m_ways; ///< its own, then those that take it along
    double m_aspect = 1.0;
    bool m_moves = false;
};

/// How far any part of a region travels during the shot, in picture heights.
struct Travel {
    double farthest = 0.0;
    double left = 0.0; ///< farthest towards each side
    double right = 0.0;
    double up = 0.0;
    double down = 0.0;
};
Travel travelOf(const Region& region, const RegionMotion& motion, double aspect, FrameIndex frames);

} // namespace dollygrip::multiplane
