#pragma once

#include "core/generator/nn/shapeof.h"

#include <cstdint>
#include <optional>

namespace dollygrip::generator {

/// The shape of a CLIP visual tower. The defaults are ViT-H/14.
struct ClipConfig {
    std::int64_t dim = 1280;
    std::int64_t layers = 32;
    std::int64_t heads = 16;
    std::int64_t ffnDim = 5120;
    std::int64_t patch = 14;      ///< pixels
    std::int64_t positions = 257; ///< one for the whole and one for each patch

    bool operator==(const ClipConfig&) const = default;
};

/// The shape that the tensors of a file have, by their original keys ("visual.…"). Heads are 80
/// wide, as in ViT-H, where that divides. No config when these are no tensors of such a tower.
std::optional<ClipConfig> clipConfigFromShapes(const ShapeOf& shapeOf);

} // namespace dollygrip::generator
