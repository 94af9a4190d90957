#pragma once

#include "core/geometry/camerapath.h"

#include <QString>

namespace dollygrip::ui {

/// "Pan right", "Dolly zoom in" … for menus and forms, in the person's language.
QString cameraMoveName(CameraMove move);

} // namespace dollygrip::ui
