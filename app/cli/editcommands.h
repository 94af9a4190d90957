#pragma once

#include "app/cli/commandline.h"

namespace dollygrip::cli {

/// add-shot, add-layer, add-motion, set-camera, add-audio, trim.
QList<Command> editCommands();

} // namespace dollygrip::cli
