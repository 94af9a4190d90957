#pragma once

#include "core/base/time.h"
#include "core/geometry/camerapath.h"

#include <QString>

namespace dollygrip::ui {

/// What the camera does, as it is said on a set: "35 → 50 mm, push-in 1.2 m, ease out". A camera
/// that stands: "35 mm, static". In the person's language.
QString cameraWords(const CameraPath& path, FrameIndex frames, FrameRate rate);

} // namespace dollygrip::ui
