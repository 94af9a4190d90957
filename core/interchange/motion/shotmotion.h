#pragma once

#include "core/interchange/motion/motionfile.h"
#include "core/multiplane/guide.h"

namespace dollygrip::interchange {

/// The drawn motion of a shot, exactly: points of every region (a group each) and of the rest
/// (group -1), in pixels of the asked size, and the camera; at eight times the shot's
/// rate, so that resampling is finer than any file can say.
MotionFile shotMotion(const multiplane::Stage& stage, int width, int height);

} // namespace dollygrip::interchange
