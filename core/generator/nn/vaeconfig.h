#pragma once

#include "core/generator/nn/shapeof.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dollygrip::generator {

/// The shape of a causal video VAE. The defaults are the published Wan 2.1 one.
struct VaeConfig {
    std::int64_t dim = 96;
    std::int64_t zDim = 16;
    std::vector<std::int64_t> dimMult{1, 2, 4, 4};
    std::int64_t resBlocks = 2;
    std::vector<double> attentionScales;
    std::vector<bool> temporalDownsample{false, true, true};

    bool operator==(const VaeConfig&) const = default;
};

/// The shape that the tensors of a file have, by their original keys. No config when these are no
/// tensors of such a VAE.
std::optional<VaeConfig> vaeConfigFromShapes(const ShapeOf& shapeOf);

} // namespace dollygrip::generator
