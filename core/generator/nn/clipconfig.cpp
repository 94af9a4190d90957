#include "core/generator/nn/clipconfig.h"

#include <string>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kHeadDim = 80; ///< of ViT-H
constexpr std::int64_t kMostLayers = 512;

} // namespace

std::optional<ClipConfig> clipConfigFromShapes(const ShapeOf& shapeOf)
{
    const auto patch = shapeOf("visual.patch_embedding.weight");
    const auto positions = shapeOf("visual.pos_embedding");
    const auto forward = shapeOf("visual.transformer.0.mlp.0.weight");
    if (patch.size() != 4 || positions.size() != 3 || forward.size() != 2 || patch[2] != patch[3])
        return std::nullopt;
    ClipConfig config;
    config.dim = patch[0];
    config.patch = patch[2];
    config.positions = positions[1];
    config.ffnDim = forward[0];
    config.heads = config.dim % kHeadDim == 0 ? config.dim / kHeadDim : 1;
    config.layers = 0;
    while (config.layers < kMostLayers
           && !shapeOf("visual.transformer." + std::to_string(config.layers) + ".mlp.0.weight")
                   .empty())
        ++config.layers;
    if (config.dim <= 0 || config.patch <= 0 || config.positions <= 1 || config.ffnDim <= 0)
        return std::nullopt;
    return config;
}

} // namespace dollygrip::generator
