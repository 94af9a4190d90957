#pragma once

#include "core/base/json.h"
#include "core/generator/nn/tensorlist.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// Shapes of a file's tensors by their original names.
using Shapes = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

/// The measures of a network of which some tensors may be missing: what they would tell is taken
/// from other blocks, or from the published models, so that the missing ones can be named. Errors
/// as transformerConfig().
Result<TransformerConfig> transformerOf(const Json& config, const Shapes& shapes);
std::optional<VaeConfig> vaeOf(const Shapes& shapes);
std::optional<TextConfig> textOf(const Shapes& shapes);
std::optional<ClipConfig> clipOf(const Shapes& shapes);

/// What a file lacks of a network's tensors, has beyond them, and has in another shape.
struct Differences {
    std::vector<std::string> missing;
    std::vector<std::string> unexpected;
    std::vector<std::string> wrongShape;
};
Differences differences(const TensorList& expected, const Shapes& shapes);

} // namespace dollygrip::generator
