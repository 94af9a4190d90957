#pragma once

#include "core/geometry/speedcurve.h"
#include "core/geometry/spline.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace dollygrip {

/// What a drawn arrow means: where a region travels while the shot runs. Kept in picture units
/// and fractions of the shot, never in pixels or frame numbers, so it survives every trim, any
/// frame rate and any size. Fraction 0 is the shot's first frame, 1 its last.
struct MotionPath {
    std::vector<Eigen::Vector2d> points; ///< drawn points, picture units; at least one
    /// For each point, 1 where the way breaks off its direction; empty: smooth everywhere.
    std::vector<std::uint8_t> corners;
    SplineKind kind = SplineKind::CatmullRom;
    SpeedCurve speed;
    /// When it moves, in fractions of the shot. Before `from` it waits at its start, after `to` it
    /// stays at its end. May lie outside 0…1 after a split: each half keeps its own part.
    double from = 0.0;
    double to = 1.0;
    double turnRad = 0.0; ///< clockwise turn reached at the end, about the moved point
    double scale =
        1.0; ///< size reached at the end, about the moved point; > 0; grows evenly in ratio
    bool isOriented = false; ///< turns with the way besides, as a car does

    bool operator==(const MotionPath&) const = default;
};

bool isCorner(const MotionPath& path, std::size_t point);
void setCorner(MotionPath& path, std::size_t point, bool isCorner);
/// One more point, before the one at `index`.
void insertPoint(MotionPath& path, std::size_t index, const Eigen::Vector2d& point);
/// The last one is not taken.
void removePoint(MotionPath& path, std::size_t index);
/// The same way from its end to its start; turn and scale are undone along it.
MotionPath reversed(MotionPath path);
/// Mirrored in an upright line through its first point.
MotionPath mirrored(MotionPath path);

/// Where the path has taken its region: a similarity in seen proportions.
struct MotionPose {
    Eigen::Vector2d displacement{0, 0}; ///< picture units, from the path's first point
    double turnRad = 0.0;
    double scale = 1.0;
};

/// Evaluates a MotionPath. Made once (arc-length table), asked many times. A value; any thread.
class MotionSampler {
public:
    MotionSampler(const MotionPath& path, double aspect);
    /// At a fraction of the shot, not clamped to 0…1.
    MotionPose at(double shotFraction) const;
    /// Point of the path itself (first point + displacement).
    Eigen::Vector2d pointAt(double shotFraction) const;
    const Spline& spline() const { return m_spline; }

private:
    Eigen::Vector2d pointAtProgress(double progress) const;
    double turnAlong(double progress) const;

    MotionPath m_path;
    Spline m_spline;
    double m_aspect = 1.0;
    std::vector<double> m_headings; ///< along the way in even steps, without jumps; oriented only
};

/// The fraction of a shot of `length` frames at which frame `n` stands: n / (length - 1), 0 for a
/// single frame.
double shotFraction(double frame, std::int64_t length);

/// Several arrows of one region in time order, joined into one motion: each starts where the one
/// before it ended. Returns the pose at a fraction.
MotionPose combinedPose(const std::vector<MotionSampler>& samplers, double shotFraction);

/// The same motion seen by a part of the shot that covers fractions `first`…`last` of the whole:
/// its 0 is `first`, its 1 is `last`. Used by split and by trims that keep the motion's pace.
/// `last` must be greater than `first`.
MotionPath remapped(MotionPath path, double first, double last);

} // namespace dollygrip
