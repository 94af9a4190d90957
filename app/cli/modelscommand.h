#pragma once

#include "app/cli/commandline.h"
#include "app/cli/engine.h"

namespace dollygrip::cli {

/// models: what lies in a folder of video models, and what can be done with it here.
QList<Command> modelsCommands(const Engine& engine);

} // namespace dollygrip::cli
