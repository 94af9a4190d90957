#pragma once

#include "core/base/image.h"

#include <string>
#include <vector>

namespace dollygrip::conditioning {

/// How a network that takes a control video (VACE) is shown the shot.
enum class ControlLook {
    Automatic, ///< a photo: Keep; a drawing: Scribble, with its first panel as a reference
    None,      ///< words and references only
    Keep,      ///< the guide is known, its holes are generated
    Scribble,  ///< the guide's lines, dark on white
    Flow,      ///< the guide's motion as colours
    Layout,    ///< outlines of the moving regions
    Gray,      ///< the guide without its colours
    Depth      ///< the planes' nearness, near is white
};

/// How point tracks enter a network that goes out from a picture.
enum class TrackMethod {
    Automatic, ///< as the model says
    None,
    WanMove, ///< the first picture's latent cells copied along the tracks
    Ati      ///< the same, spread smoothly, with the tracks' own mask
};

/// A picture of who or what is to be seen, with its name in the film's cast.
struct Reference {
    std::string name;
    Image picture;
};

/// Time-to-Move: all starts from the guide's latents at one noise level, and what moves is held to
/// them down to a lower one. Levels are sigmas (1: noise alone), so they mean the same with any
/// number of steps and any shift.
struct DualClock {
    double startSigma = 1.0;
    double heldSigma = 1.0;

    bool isOff() const { return startSigma >= 1.0 && heldSigma >= 1.0; }
};

/// What its authors use, from steps of 50 at shift 3: for regions that are cut out and dragged
/// (steps 3 and 7), and for a camera that moves (2 and 5).
inline constexpr DualClock kClockForMovedRegions{0.979167, 0.948529};
inline constexpr DualClock kClockForCamera{0.986301, 0.964286};

/// How the drawing steers the network. Plain values; torch-free.
struct Steering {
    ControlLook look = ControlLook::Automatic;
    double strength = 1.0;           ///< of the control branch, 0…2
    bool givesFirstPanel = false;    ///< the guide's first picture is the take's first
    bool givesLastPanel = false;     ///< and its last one
    bool givesKeyPanels = false;     ///< and that of every panel, where it comes
    bool whiteOnBlackLayout = false; ///< Layout as white shapes on black, else black on white
    TrackMethod tracks = TrackMethod::Automatic;
    /// Dual clock (Time-to-Move): all starts from the guide's latents at this noise level, and
    /// moving regions are held to the guide down to the second one. 1: off.
    double startSigma = 1.0;
    double heldSigma = 1.0;
    std::vector<Reference> references; ///< in front of the take, in this order
};

} // namespace dollygrip::conditioning
