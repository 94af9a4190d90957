#pragma once

#include <Eigen/Core>

#include <vector>

namespace dollygrip {

/// How far along a motion is at a fraction of its time. Maps 0…1 to 0…1.
enum class Ease {
    None,  ///< even speed
    In,    ///< starts slowly (cubic)
    Out,   ///< ends slowly (cubic)
    InOut, ///< both (cubic smoothstep 3t²-2t³)
    Hold,  ///< stays at the start until the end, then jumps
    Custom ///< through SpeedCurve::points
};

struct SpeedCurve {
    Ease ease = Ease::None;
    /// Custom only: (time, progress) pairs, both 0…1, time rising strictly. Interpolated
    /// monotonically (Fritsch & Carlson 1980), held before the first and after the last.
    std::vector<Eigen::Vector2d> points;

    /// Progress at `time`; both 0…1, time is clamped.
    double at(double time) const;
    bool operator==(const SpeedCurve&) const = default;
};

} // namespace dollygrip
