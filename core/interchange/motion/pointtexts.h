#pragma once

#include "core/interchange/motion/motionformats.h"

namespace dollygrip::interchange {

/// KJNodes' spline editor: `[[{"x":1.0,"y":2.0}, …], …]`, a list for each point, pixels from the
/// top left; one list alone, and single quotes, are read too.
NamedFiles writeKjNodes(const MotionFile& motion);
Result<MotionFile> readKjNodes(const NamedFiles& files);

/// Tora (tora/traj_utils.py): a text for each thing, `x,y` a line, whole numbers on a canvas of
/// 256 x 256.
NamedFiles writeTora(const MotionFile& motion);
Result<MotionFile> readTora(const NamedFiles& files);

/// Kling's request (image2video): `dynamic_masks[].trajectories`, whole pixels from the bottom
/// left corner. Masks are pictures and stay out; the picture's size is kept in `width`, `height`.
NamedFiles writeKling(const MotionFile& motion);
Result<MotionFile> readKling(const NamedFiles& files);

} // namespace dollygrip::interchange
