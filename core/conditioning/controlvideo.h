#pragma once

#include "core/base/error.h"
#include "core/conditioning/controlsignals.h"
#include "core/conditioning/steering.h"
#include "core/conditioning/vaceinput.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace dollygrip::conditioning {

/// What Steering leaves open, decided once for a shot, so that all windows of it look alike.
struct ChosenLook {
    ControlLook look = ControlLook::None; ///< never Automatic
    bool isDrawing = false;               ///< Scribble takes the strokes, else finds edges
    Image reference; ///< the shot's first picture, when it is to stand before the cast; else null
};

/// Automatic: a drawing becomes Scribble with its first picture as a reference (unless that is
/// given anyway), a photo Keep. Errors: InvalidArgument for a look that needs the stage played,
/// when there are only pictures.
Result<ChosenLook> chosenLook(const Steering& steering, const ControlSignals& shot);

/// A shot, or a window of one, as a VACE control branch is shown it. `signals` are at the model's
/// frames and size (1 + 4n, multiples of 16). Panels are given where they start on the stage:
/// the first at frame 0, the last at the last frame; a window that is neither end of its shot is
/// to be asked without them. Generator thread.
class ControlVideo {
public:
    /// `signals` outlive it.
    ControlVideo(const ControlSignals& signals, const Steering& steering, ChosenLook chosen);

    const ChosenLook& chosen() const { return m_chosen; }
    /// video [3, F, H, W], mask [1, F, H, W] (0 or 1) and the references. All frames: 16 bytes a
    /// pixel and frame. With a look that is drawn the mask is 1; frames given are the guide's
    /// picture under a mask of 0; what is unknown is 0 (127.5 of 255) under a mask of 1.
    VacePictures pictures() const;
    VacePictures pictures(FrameRange range) const;
    /// [3, H, W] in -1…1: one frame of the look, without given frames.
    at::Tensor lookAt(FrameIndex frame) const;
    /// Each [3, 1, H, W]: the shot's first picture if chosen, then the cast in order.
    std::vector<at::Tensor> references() const;
    /// Frames that show a panel as it is, in order.
    std::vector<FrameIndex> givenFrames() const;

private:
    const ControlSignals& m_signals;
    Steering m_steering;
    ChosenLook m_chosen;
    std::vector<int> m_figures; ///< for Layout
};

/// Puts pictures that are known [3, n, H, W] from frame `first` on: the last ones of the window
/// before.
void giveFrames(VacePictures& pictures, const at::Tensor& known, FrameIndex first = 0);

} // namespace dollygrip::conditioning
