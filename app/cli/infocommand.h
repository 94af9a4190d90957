#pragma once

#include "app/cli/commandline.h"
#include "app/cli/engine.h"

namespace dollygrip::cli {

/// info.
QList<Command> infoCommands(const Engine& engine);

} // namespace dollygrip::cli
