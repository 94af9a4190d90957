#include "core/generator/nn/textconfig.h"

#include <string>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kMostLayers = 512;

} // namespace

std::optional<TextConfig> textConfigFromShapes(const ShapeOf& shapeOf)
{
    const auto table = shapeOf("token_embedding.weight");
    const auto query = shapeOf("blocks.0.attn.q.weight");
    const auto forward = shapeOf("blocks.0.ffn.fc1.weight");
    auto positions = shapeOf("blocks.0.pos_embedding.embedding.weight");
    TextConfig config;
    config.sharedPositions = positions.empty();
    if (config.sharedPositions)
        positions = shapeOf("pos_embedding.embedding.weight");
    // T5 of the first kind has no gate.
    if (table.size() != 2 || query.size() != 2 || forward.size() != 2 || positions.size() != 2
        || shapeOf("blocks.0.ffn.gate.0.weight").size() != 2)
        return std::nullopt;
    config.vocabulary = table[0];
    config.dim = table[1];
    config.attentionDim = query[0];
    config.ffnDim = forward[0];
    config.buckets = positions[0];
    config.heads = positions[1];
    config.layers = 0;
    while (config.layers < kMostLayers
           && !shapeOf("blocks." + std::to_string(config.layers) + ".attn.q.weight").empty())
        ++config.layers;
    if (config.vocabulary <= 0 || config.dim <= 0 || config.ffnDim <= 0 || config.heads <= 0
        || config.attentionDim <= 0 || config.attentionDim % config.heads != 0
        || config.buckets <= 0 || config.buckets % 4 != 0)
        return std::nullopt;
    return config;
}

} // namespace dollygrip::generator
