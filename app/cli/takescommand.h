#pragma once

#include "app/cli/commandline.h"

namespace dollygrip::cli {

/// takes.
QList<Command> takesCommands();

} // namespace dollygrip::cli
