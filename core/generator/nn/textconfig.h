#pragma once

#include "core/generator/nn/shapeof.h"

#include <cstdint>
#include <optional>

namespace dollygrip::generator {

/// The shape of a UMT5 encoder. The defaults are UMT5-XXL.
struct TextConfig {
    std::int64_t vocabulary = 256384;
    std::int64_t dim = 4096;
    std::int64_t attentionDim = 4096;
    std::int64_t ffnDim = 10240;
    std::int64_t heads = 64;
    std::int64_t layers = 24;
    std::int64_t buckets = 32;
    std::int64_t maxDistance = 128;
    bool sharedPositions = false; ///< one position bias for all layers (T5) instead of one each

    bool operator==(const TextConfig&) const = default;
};

/// The shape that the tensors of a file have, by their original keys. No config when these are no
/// tensors of such an encoder.
std::optional<TextConfig> textConfigFromShapes(const ShapeOf& shapeOf);

} // namespace dollygrip::generator
