#pragma once

#include "tests/support/randommodel.h"

#include <string>

namespace dollygrip::test {

/// The texts of a model folder's configurations, as its publishers write them.
std::string originalConfig(const ModelRecipe& recipe);
std::string diffusersConfig(const ModelRecipe& recipe);
std::string vaeConfigText(const ModelRecipe& recipe);
std::string textConfigText(const ModelRecipe& recipe);
std::string modelIndex(const ModelRecipe& recipe);

} // namespace dollygrip::test
