#pragma once

#include "core/interchange/motion/motionformats.h"

namespace dollygrip::interchange {

/// Wan-Move (Ali-ViLab, wan/modules/trajectory.py): `tracks.npy` float32 [1, frames, points, 2] in
/// pixels of the picture and `visibility.npy` bool [1, frames, points]; names may stand in front
/// (`12_tracks.npy`), the first axis may be absent, without visibility all are visible.
NamedFiles writeWanMove(const MotionFile& motion);
Result<MotionFile> readWanMove(const NamedFiles& files);

/// ATI (ByteDance, wan/utils/motion.py): what torch.save makes of the bytes of an .npz with one
/// array [points, 121, 1, 3] or [121, points, 1, 3]: x, y, visible, all times 8. Read by taking
/// exactly one bytes object out of the pickle; anything else in it is refused and nothing is run.
NamedFiles writeAti(const MotionFile& motion);
Result<MotionFile> readAti(const NamedFiles& files);

} // namespace dollygrip::interchange
