#pragma once

#include "core/project/film.h"

namespace dollygrip {

/// Puts a layer at another distance before the camera. `keepsSizeInPicture`: what is drawn still
/// fills the same part of the first picture (a thing twice as far is twice as large); else it
/// keeps its size in metres and so looks smaller the farther it is, with its regions and arrows.
Result<void> placeInDepth(Film& film, const ShotId& shot, const LayerId& layer, double depthM,
                          bool keepsSizeInPicture);

} // namespace dollygrip
