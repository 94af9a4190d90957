#pragma once

#include "core/base/time.h"
#include "core/generator/modelfolder.h"
#include "core/generator/request.h"

namespace dollygrip::generator {

inline constexpr int kCell = 16;           ///< pixels: sides of a model's picture are multiples
inline constexpr int kFramesPerLatent = 4; ///< a model's frames are 1 + 4n

/// How a shot of the film lies on the grid of a model. In time both begin together and run at
/// their own rates, so motion keeps its pace; a film frame shows the model frame that stands
/// nearest to it (blended ones would show everything twice). The model's last frames may lie
/// beyond the shot's end; they are made, since frames come in fours, and not shown. In space the
/// whole frame of the film is brought to the model's size. That changes its proportions by at most
/// a few percent, which the way back undoes exactly; nothing is cut off.
struct ShotGrid {
    int width = kCell; ///< of the model, multiples of kCell
    int height = kCell;
    FrameIndex frames = 1; ///< of the model for the whole shot, 1 + 4n
    FrameRate rate{16, 1};
    FrameIndex filmFrames = 1;
    FrameRate filmRate;

    /// The model frame that plays at a film frame.
    FrameIndex modelFrameAt(FrameIndex film) const;
    /// The film frame nearest to a model frame, at most the last.
    FrameIndex filmFrameAt(FrameIndex model) const;

    bool operator==(const ShotGrid&) const = default;
};

/// The same on every machine. A final take has the model's own area, a draft 448 x 256 pixels'
/// (17 frames of it are 2,240 tokens), both at most what the request asks for.
ShotGrid shotGrid(const Request& request, const Model& model);

/// The stage as the model plays it in `range` of its frames: at its rate, motion and camera with
/// it. What lies beyond the shot's end stands still there.
multiplane::Stage onGrid(const multiplane::Stage& film, const ShotGrid& grid, FrameRange range);

} // namespace dollygrip::generator
