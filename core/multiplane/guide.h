#pragma once

#include "core/base/error.h"
#include "core/multiplane/plate.h"
#include "core/multiplane/stage.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace dollygrip::multiplane {

/// What the drawn camera sees at one frame.
struct GuideFrame {
    Image picture; ///< opaque; holes show the paper
    Mask hole;     ///< 255 where nobody drew anything
};

/// Where the content of each pixel of frame n is at frame m, in pixels of that size.
struct Flow {
    int width = 0;
    int height = 0;
    std::vector<float> dxdy; ///< [height, width, 2] displacement in pixels
    Mask valid;              ///< 255 where there is drawn content to follow
};

/// Points followed through the shot. Pixels: x right, y down, the centre of the first pixel is
/// (0.5, 0.5).
struct PointTracks {
    FrameIndex frames = 0;
    int points = 0;
    std::vector<float> xy;             ///< [frames, points, 2]
    std::vector<std::uint8_t> visible; ///< [frames, points] 1: inside the frame and not covered
    std::vector<int>
        region; ///< [points] index of the region over all planes in order, -1: background
    std::vector<int> plane; ///< [points]
};

/// Plays a stage: the multiplane move. Made once for a stage (solves how regions bend), asked for
/// any frame at any size. Const calls may run on several threads at once; copying is cheap
/// (shared).
class Guide {
public:
    explicit Guide(Stage stage);
    /// With completed plates behind and beside the drawing; holes are then only where the plates
    /// themselves have none.
    Guide(Stage stage, Plates plates);
    /// While something is dragged: the same as above, but what `before` worked out for the same
    /// pictures (shared pixels) and the same regions is taken over. The frames are the same.
    Guide(Stage stage, const Guide& before);
    Guide(Stage stage, Plates plates, const Guide& before);

    const Stage& stage() const;

    /// Frame n (0 … frames-1) at width x height pixels. `withHole` false spares the mask (null).
    GuideFrame frame(FrameIndex n, int width, int height, bool withHole = true) const;
    /// Forward flow from frame n to frame m.
    Flow flow(FrameIndex n, FrameIndex m, int width, int height) const;
    /// 1 / metres before the camera of what is seen at frame n, 0 in holes: [height, width].
    std::vector<float> nearness(FrameIndex n, int width, int height) const;
    /// Where what is drawn in a region (index over all planes in order) is at frame n, with what
    /// its lines enclose, also where something covers it; the whole region on a backdrop. Zeros
    /// when its plane is not on stage.
    Mask regionCoverage(int region, FrameIndex n, int width, int height) const;
    /// Points scattered inside every region (at least 16 each, more for large ones) and on a
    /// background grid, followed exactly (no rounding to pixels).
    PointTracks tracks(int width, int height) const;
    /// The same of points that somebody chose: as drawn on a plane, in picture units.
    struct DrawnPlace {
        int plane = 0;
        Eigen::Vector2d drawn{0, 0};
    };
    PointTracks tracksOf(const std::vector<DrawnPlace>& places, int width, int height) const;
    /// Where a drawn point of a plane (picture units, as drawn) is seen at frame n, in picture
    /// units; nothing when behind the camera.
    std::optional<Eigen::Vector2d> follow(int plane, const Eigen::Vector2d& drawn,
                                          FrameIndex n) const;

private:
    struct Private;
    std::shared_ptr<const Private> d;
};

} // namespace dollygrip::multiplane
