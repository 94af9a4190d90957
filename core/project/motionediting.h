#pragma once

#include "core/project/shot.h"

namespace dollygrip {

// Verbs on the arrows of one region. Pure.

/// Its arrows in time order, as the stage plays them: indices into `motions`.
QList<qsizetype> inTime(const ShotRegion& region);
/// Pairs of arrows (indices) of which the second was drawn from the first one's end.
struct Joint {
    qsizetype before = 0;
    qsizetype after = 0;
};
QList<Joint> joints(const ShotRegion& region);
/// Moves arrows that were joined (by `joints`) so that they are again; each keeps its shape.
void rejoin(ShotRegion& region, const QList<Joint>& joints);

/// Puts an arrow at another place in the sequence. All keep their durations and follow one another
/// from where the first began; each is drawn from the end of the one before it.
void moveInSequence(ShotRegion& region, const MotionId& motion, qsizetype place);

/// New times for one arrow. One that touches it in time (its end is the other's start) gives way or
/// follows; none becomes shorter than `shortest`.
void retime(ShotRegion& region, const MotionId& motion, double from, double to, double shortest);

/// A region's area and arrows moved over the paper, in picture units.
void shift(ShotRegion& region, const Eigen::Vector2d& by);
void shift(MotionPath& path, const Eigen::Vector2d& by);

/// Arrows of another region for this one: copies that begin where its own began, else in its
/// middle, with ids of their own.
QList<Motion> fittedTo(const ShotRegion& region, const QList<Motion>& motions, double aspect);

/// Takes regions out of a shot; what followed them follows their leader or nobody.
void removeRegions(Shot& shot, const QList<RegionId>& regions);

} // namespace dollygrip
