#pragma once

#include "core/base/error.h"
#include "core/geometry/camerapath.h"

#include <QString>

namespace dollygrip::cli {

/// Reads camera keys: [{"at":0.0,"x":0,"y":0,"z":0,"pan":0,"tilt":0,"roll":0,"focal_mm":35,
/// "ease":"none"}, …], metres and degrees; "at" must be there and rise. Errors: those of reading a
/// file; InvalidArgument names the file and what is wrong.
Result<CameraPath> readCameraKeys(const QString& path);

/// "none", "in", "out", "in-out", "hold".
std::optional<Ease> easeFromText(const QString& text);

} // namespace dollygrip::cli
