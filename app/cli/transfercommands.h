#pragma once

#include "app/cli/commandline.h"

namespace dollygrip::cli {

/// export, conditioning.
QList<Command> transferCommands();

} // namespace dollygrip::cli
