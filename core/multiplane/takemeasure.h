#pragma once

#include "core/multiplane/guide.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace dollygrip::multiplane {

/// How far a take's picture is from where the drawing wanted it, in percent of the picture's width:
/// the median distance of the followed points, mean over the frames. The median, since a point on
/// which something else passes by may go along with that.
struct MotionError {
    int region = -1; ///< over all planes in order; -1: what stands or is moved by the camera alone
    int motion = -1; ///< index among the region's arrows; -1: the whole shot
    double percent = 0;
    double worstPercent = 0; ///< of its worst frame
    int points = 0;          ///< how many could be followed
    /// How far the drawing carries them, in percent of the picture's width: the median of each
    /// point's farthest. An error says little without it.
    double travelPercent = 0;
    /// How much the take looks like the drawing around the points where they were followed to: the
    /// mean correlation of edges, -1…1. A take that has nothing to do with the drawing has about 0.
    double alike = 0;

    /// Whether it was the drawn thing that was followed; what has been followed else is something.
    bool isFound() const { return alike >= 0.2; }
};

/// A take looked at against the shot it was made from. What could not be measured is absent.
struct TakeMeasure {
    std::vector<MotionError> arrows;   ///< of every arrow whose region shows something to follow
    std::optional<MotionError> camera; ///< of the background, when it shows something to follow
    /// Mean absolute difference, 0…1, between each picture and the next one carried back along the
    /// flow found between them, where that flow is the same both ways.
    std::optional<double> warpError;
    /// Mean change, 0…1, of a pixel's brightness against the mean of its neighbours in time, along
    /// the same flow: what shimmers.
    std::optional<double> flicker;
    /// Of each reference, 0…1: how like it the place is that is most like it, mean over the frames
    /// looked at.
    std::vector<double> likeness;
};

/// The take's picture at a frame of the shot; null when it has none. Called in order.
using TakePicture = std::function<Image(FrameIndex)>;

/// Follows what was drawn through the take: points with something to hold on to are picked in the
/// first picture in which their plane is on stage, at their drawn places, and followed from picture
/// to picture by pyramidal Lucas-Kanade, there and back (Bouguet 2000); those that are lost, or
/// that should be covered or outside, no longer count. Flow for steadiness is DIS (Kroeger 2016).
/// Works at 640 pixels of width at most. Stopped: what was found so far. Any thread; seconds.
TakeMeasure measureTake(const Guide& guide, const TakePicture& picture,
                        const std::vector<Image>& references, const std::stop_token& stop);

} // namespace dollygrip::multiplane
