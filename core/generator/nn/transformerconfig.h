#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/generator/nn/shapeof.h"

#include <cstdint>
#include <vector>

namespace dollygrip::generator {

/// What all attention layers of a network share.
struct AttentionConfig {
    std::int64_t dim = 0;
    std::int64_t heads = 1;
    double eps = 1e-6;
    bool queryKeyNorm = true;
};

/// A video transformer's measures. Defaults are what published configurations leave out.
struct TransformerConfig {
    std::int64_t dim = 0;
    std::int64_t heads = 0;
    std::int64_t layers = 0;
    std::int64_t feedForward = 0;
    std::int64_t inChannels = 16;
    std::int64_t outChannels = 16;
    std::int64_t patchFrames = 1; ///< latent cells that make one token
    std::int64_t patchRows = 2;
    std::int64_t patchColumns = 2;
    std::int64_t textLength = 512; ///< words are filled up to this with zeros
    std::int64_t textDim = 4096;
    std::int64_t timeDim = 256;
    std::int64_t imageDim = 0;       ///< of a picture's patches; 0: takes no picture
    std::int64_t imagePositions = 0; ///< patches of two pictures that have positions; 0: have none
    std::int64_t referenceChannels = 0; ///< of a reference's latent (ref_conv); 0: takes none
    std::int64_t cameraChannels = 0;    ///< of rays (control_adapter), unshuffled; 0: takes none
    std::vector<std::int64_t> controlLayers; ///< blocks that a control block adds to; empty: none
    std::int64_t controlChannels = 96;
    double eps = 1e-6;
    bool queryKeyNorm = true;
    bool crossNorm = true; ///< a norm with weights before the attention to words

    std::int64_t headDim() const { return dim / heads; }
    AttentionConfig attention() const { return {dim, heads, eps, queryKeyNorm}; }
};

/// Reads the measures off the tensors' shapes, and what shapes cannot tell (heads, text length,
/// eps, control layers) off the configuration, in either spelling; an absent member takes the
/// published models' value. ModelUnusable where they cannot be a network, or contradict each other.
Result<TransformerConfig> transformerConfig(const Json& config, const ShapeOf& shapeOf);

} // namespace dollygrip::generator
