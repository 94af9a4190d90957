#pragma once

#include "app/cli/commandline.h"
#include "app/cli/engine.h"

namespace dollygrip::cli {

/// Every command there is.
QList<Command> allCommands(const Engine& engine);

/// The whole program around an engine: what main() does. Returns the exit code.
int runProgram(int argc, char** argv, const Engine& engine);

} // namespace dollygrip::cli
