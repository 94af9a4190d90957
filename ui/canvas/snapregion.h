#pragma once

#include "ui/canvas/outlinesearch.h"
#include "ui/motion/motionclipboard.h"

namespace dollygrip::ui {

class Session;

/// How far from the edges of the picture a hand-drawn outline may lie, picture heights.
inline constexpr double kSnapReach = 0.02;

/// Draws the edge of what was brushed or lassoed to the edges of its layer, as one undo step when
/// the pool is done; grow, soft edge and inversion stay. `then(found)`: whether it changed. False
/// when there is no such region.
bool snapRegion(OutlineSearch& search, Session& session, const RegionId& region,
                std::shared_ptr<PictureCache> pictures, EditFilm edit,
                std::function<void(bool)> then = {});

} // namespace dollygrip::ui
