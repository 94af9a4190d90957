#pragma once

#include "core/base/error.h"

#include <string>

namespace dollygrip::generator {

/// Where a LoRA of that name lies: the first of its name, in the order of paths, in a model folder
/// and the folders in it. Errors: FileNotFound.
Result<std::string> loraPath(const std::string& modelFolder, const std::string& name);

/// What tells a LoRA file from another one of its name: 32 hexadecimal digits of its tensors'
/// names, types and shapes and of numbers of each. Reads little. Errors: those of TensorFiles.
Result<std::string> loraContent(const std::string& path);

} // namespace dollygrip::generator
