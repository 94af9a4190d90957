#pragma once

#include "app/cli/commandline.h"

namespace dollygrip::cli {

/// cast.
QList<Command> castCommands();

} // namespace dollygrip::cli
