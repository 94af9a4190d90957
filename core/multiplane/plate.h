#pragma once

#include "core/base/image.h"
#include "core/multiplane/stage.h"

#include <vector>

namespace dollygrip::multiplane {

/// A plane without what was lifted from it and with a margin beyond its edges, as premultiplied
/// RGBA; alpha 0 where nobody drew. What completion fills and what stands behind everything else.
struct Plate {
    Image picture;
    Placement placement; ///< where the picture lies, margin included
};

/// The clean plates of a stage, one for each plane, in the planes' order. Completed once per shot
/// and used for every frame, so that what was found behind a subject is steady in time.
struct Plates {
    std::vector<Plate> planes;
};

/// What the camera can ever see of each plane during the shot, as a placement in picture units
/// that contains the plane's own (clamped to 3 frames on each side).
std::vector<Placement> reach(const Stage& stage);

/// Cuts lifted regions out of each plane and adds the margin of reach(). `pixelsPerFrameHeight`
/// is the resolution (frame height in pixels).
Plates cutPlates(const Stage& stage, int pixelsPerFrameHeight);

} // namespace dollygrip::multiplane
