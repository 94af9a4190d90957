#pragma once

#include "core/conditioning/motionplan.h"
#include "core/conditioning/pointtracks.h"
#include "core/multiplane/guide.h"

#include <ATen/core/Tensor.h>

#include <optional>
#include <vector>

namespace dollygrip::conditioning {

/// All that one shot tells a network, as named tensors of stated shape. Pictures are made a range
/// of frames at a time, since a whole shot of them does not fit in memory beside a network. F is
/// the length of the asked range, H x W the plan's size. On the processor; the caller moves them
/// to its device. Generator thread.
class ControlSignals {
public:
    /// Plays the plan's stage.
    explicit ControlSignals(const MotionPlan& plan);
    /// Plays a guide that is there already, e.g. one with completed plates.
    ControlSignals(multiplane::Guide guide, int width, int height);
    /// A move that was played elsewhere, transparent where nobody drew, fitted to the size; `stage`
    /// is what it was played from, for paper and camera. It can't tell motion, tracks, regions and
    /// nearness.
    ControlSignals(std::vector<Image> pictures, multiplane::Stage stage, int width, int height);

    /// False when there are pictures only.
    bool playsStage() const { return m_guide.has_value(); }
    const multiplane::Stage& stage() const { return m_guide ? m_guide->stage() : m_stage; }
    FrameIndex frames() const
    {
        return m_guide ? m_guide->stage().frames : FrameIndex(m_pictures.size());
    }
    int width() const { return m_width; }
    int height() const { return m_height; }

    /// What is known and what is to be generated.
    struct Pictures {
        at::Tensor guide; ///< [3, F, H, W] float32 in -1…1
        at::Tensor hole;  ///< [1, F, H, W] float32, 1 = generate
    };
    Pictures pictures(FrameRange range) const;

    /// One frame of both: [3, H, W] and [1, H, W].
    Pictures frame(FrameIndex n) const;

    /// Forward flow from each frame to the next, pixels: [F, 2, H, W] float32, and where it is
    /// known [F, 1, H, W] float32. `range` ends at frames()-1 at most.
    struct Motion {
        at::Tensor flow;
        at::Tensor valid;
    };
    Motion motion(FrameRange range) const;

    /// Flow out of frame n alone: [2, H, W] and [1, H, W].
    Motion motionFrom(FrameIndex n) const;

    /// Indices over all planes of the regions that arrows move.
    std::vector<int> movingRegions() const;
    /// Those of them that are figures: a moved backdrop, which fills the frame, is none. All where
    /// each is a backdrop.
    std::vector<int> movingFigures() const;
    /// Where regions are at frame n, each by itself, seen or covered: [regions, H, W] float32, 0…1.
    at::Tensor regionsAt(FrameIndex n, const std::vector<int>& regions) const;
    /// 1 / metres of what is seen at frame n, 0 where there is nothing: [1, H, W] float32.
    at::Tensor nearness(FrameIndex n) const;

    /// tracks [frames, points, 2], visibility [frames, points]: the whole shot.
    PointTracks tracks() const;
    at::Tensor worldToCamera() const; ///< [frames, 3, 4] float64
    at::Tensor intrinsics() const;    ///< [frames, 3, 3] float64, pixels
    /// [F, 6, H, W] float32, see cameramaps.h.
    at::Tensor pluckerRays(FrameRange range) const;

private:
    const multiplane::Guide& guide() const;

    std::optional<multiplane::Guide> m_guide;
    std::vector<Image> m_pictures; ///< without a guide
    multiplane::Stage m_stage;     ///< likewise
    int m_width;
    int m_height;
};

} // namespace dollygrip::conditioning
