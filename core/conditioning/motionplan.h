#pragma once

#include "core/multiplane/stage.h"

namespace dollygrip::conditioning {

/// What was drawn for one shot and the size in which networks are to see it. Torch-free and plain:
/// the stage is in picture units and fractions of the shot, so one plan serves every size.
struct MotionPlan {
    multiplane::Stage stage;
    int width = 832; ///< pixels
    int height = 480;
};

} // namespace dollygrip::conditioning
