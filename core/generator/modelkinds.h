#pragma once

#include "core/generator/modelfolder.h"

#include <string>
#include <vector>

namespace dollygrip::generator {

/// What a transformer takes, by its measures.
ModelFamily familyOf(const TransformerConfig& config);
/// Why a transformer is of no kind that can be shot with here; empty when it is.
std::string strangenessOf(const TransformerConfig& config, const std::vector<std::string>& words);

/// Fills in what a model is called and how it is sampled, from its family, its measures and the
/// words of its file's and folders' names.
void describe(Model& model, const std::vector<std::string>& words);

/// The files that such a model needs, as they are published, whether they are there or not.
std::vector<WantedFile> filesOf(const Model& model);

} // namespace dollygrip::generator
