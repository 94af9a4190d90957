#pragma once

#include "core/interchange/motion/motionformats.h"

namespace dollygrip::interchange {

/// RealEstate10K text, as CameraCtrl and Fun-Camera read it: a first line that says nothing, then
/// for each frame `microseconds fx fy cx cy 0 0` and world to camera, 3 rows of 4. Focal lengths
/// and centre in picture widths and heights.
NamedFiles writeRealEstate(const MotionFile& motion);
Result<MotionFile> readRealEstate(const NamedFiles& files);

/// MotionCtrl JSON (gradio_utils/camera_utils.py): for each of 16 frames the 12 numbers of a 3 x 4
/// matrix, relative to the first frame's camera.
NamedFiles writeMotionCtrl(const MotionFile& motion);
Result<MotionFile> readMotionCtrl(const NamedFiles& files);

} // namespace dollygrip::interchange
