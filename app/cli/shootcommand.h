#pragma once

#include "app/cli/commandline.h"
#include "app/cli/engine.h"

namespace dollygrip::cli {

/// shoot.
QList<Command> shootCommands(const Engine& engine);

} // namespace dollygrip::cli
