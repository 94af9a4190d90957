#pragma once

#include "app/cli/commandline.h"

namespace dollygrip::cli {

/// new, sample, check, dump.
QList<Command> projectCommands();

} // namespace dollygrip::cli
