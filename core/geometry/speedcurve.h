#pragma once

#include <Eigen/Core>

#include <vector>

namespace dollygrip {

/// How far along a motion is at a fraction of its time. Maps 0…1 to 0…1; those that anticipate or
/// overshoot go a little below and above on the way. New ones are added at the end: their numbers
/// stand in requests.
enum class Ease {
    None,       ///< even speed
    In,         ///< starts slowly (cubic)
    Out,        ///< ends slowly (cubic)
    InOut,      ///< both (cubic smoothstep 3t²-2t³)
    Hold,       ///< stays at the start until the end, then jumps
    Custom,     ///< through SpeedCurve::points
    Anticipate, ///< goes back a little first, then starts and ends slowly
    Overshoot,  ///< goes a little too far and settles
    Bounce      ///< falls to its end and bounces there three times
};

/// What a custom curve may reach before the start and beyond the end.
constexpr double kLeastProgress = -1.0;
constexpr double kMostProgress = 2.0;

struct SpeedCurve {
    Ease ease = Ease::None;
    /// Custom only: (time, progress) pairs; time 0…1, rising strictly; progress may leave 0…1 as
    /// far as kLeastProgress and kMostProgress. Interpolated monotonically between neighbours
    /// (Fritsch & Carlson 1980), held before the first and after the last.
    std::vector<Eigen::Vector2d> points;

    /// Progress at `time`, which is clamped to 0…1.
    double at(double time) const;
    bool operator==(const SpeedCurve&) const = default;
};

/// Points of a custom curve that looks like `ease`, to go on from by hand: 0 and 1 are among them.
std::vector<Eigen::Vector2d> pointsLike(const SpeedCurve& curve);

} // namespace dollygrip
