#pragma once

#include "core/base/time.h"
#include "core/geometry/camerapath.h"

#include <optional>

namespace dollygrip {

/// What a move asks of the people on set, in numbers. Hand-held unrest is left out.
struct CameraFacts {
    double seconds = 0;    ///< from the first frame that moves to the last
    double trackM = 0;     ///< way over the ground
    double heightM = 0;    ///< end minus start
    double lowestM = 0;    ///< against the start, <= 0
    double highestM = 0;   ///< against the start, >= 0
    double fastestMps = 0; ///< through space
    double panRad = 0;     ///< end minus start; right is positive
    double tiltRad = 0;
    double rollRad = 0;
    double panRadPerSecond = 0; ///< fastest
    double tiltRadPerSecond = 0;
    double rollRadPerSecond = 0;
    double shortestMm = 0;
    double longestMm = 0;
    double startMm = 0;
    double endMm = 0;
    bool isMoving = false;

    /// The picture goes by so fast that it judders, and not so fast that it blurs (a whip pan).
    struct Judder {
        FrameIndex frame = 0;     ///< where it is worst
        double widthSeconds = 0;  ///< time that something needs to cross the picture there
        double neededSeconds = 0; ///< that it should need
    };
    std::optional<Judder> judder;
};

/// `subjectDistanceM`: what goes by in a travel is judged at that distance.
CameraFacts cameraFacts(const CameraPath& path, FrameIndex frames, FrameRate rate, double aspect,
                        double subjectDistanceM);

/// The cinematographer's rule: at 24 frames a second nothing should cross the picture in less than
/// seven seconds; faster rates allow as much less.
double slowestSafeSeconds(FrameRate rate);

} // namespace dollygrip
