#include "core/generator/nn/transformerconfig.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kHeadDim = 128; ///< of every published model of the family
constexpr std::int64_t kMostBlocks = 512;

Error unusable(std::string detail)
{
    return Error{ErrorCode::ModelUnusable, {}, std::move(detail)};
}

/// How many blocks `prefix`0, `prefix`1, … there are.
std::int64_t countOf(const ShapeOf& shapeOf, const std::string& prefix)
{
    std::int64_t count = 0;
    while (count < kMostBlocks
           && !shapeOf(prefix + std::to_string(count) + ".self_attn.q.weight").empty())
        ++count;
    return count;
}

/// A member that both the configuration and a shape tell, when they differ.
std::optional<Error> contradiction(const Json& config, const char* key, std::int64_t measured)
{
    const std::int64_t told = config.integerOr(key, measured);
    if (told == measured)
        return std::nullopt;
    return unusable(std::string(key) + " is " + std::to_string(told) + " in the configuration and "
                    + std::to_string(measured) + " in the tensors");
}

bool queryKeyNorm(const Json& config, const ShapeOf& shapeOf)
{
    return !shapeOf("blocks.0.self_attn.norm_q.weight").empty()
           && config.booleanOr("qk_norm", true);
}

} // namespace

Result<TransformerConfig> transformerConfig(const Json& config, const ShapeOf& shapeOf)
{
    TransformerConfig out;
    const std::vector<std::int64_t> patch = shapeOf("patch_embedding.weight");
    const std::vector<std::int64_t> text = shapeOf("text_embedding.0.weight");
    const std::vector<std::int64_t> time = shapeOf("time_embedding.0.weight");
    const std::vector<std::int64_t> forward = shapeOf("blocks.0.ffn.0.weight");
    const std::vector<std::int64_t> head = shapeOf("head.head.weight");
    if (patch.size() != 5 || text.size() != 2 || time.size() != 2 || forward.size() != 2
        || head.size() != 2)
        return unusable("its tensors are no video transformer's");
    out.dim = patch[0];
    out.inChannels = patch[1];
    out.patchFrames = patch[2];
    out.patchRows = patch[3];
    out.patchColumns = patch[4];
    out.textDim = text[1];
    out.timeDim = time[1];
    out.feedForward = forward[0];
    const std::int64_t cells = out.patchFrames * out.patchRows * out.patchColumns;
    if (out.dim <= 0 || cells <= 0 || head[0] <= 0 || head[0] % cells != 0)
        return unusable("its head fits no patch");
    out.outChannels = head[0] / cells;
    out.layers = countOf(shapeOf, "blocks.");
    for (const auto& [key, measured] :
         {std::pair("dim", out.dim), std::pair("ffn_dim", out.feedForward),
          std::pair("num_layers", out.layers), std::pair("in_dim", out.inChannels),
          std::pair("out_dim", out.outChannels), std::pair("text_dim", out.textDim),
          std::pair("freq_dim", out.timeDim)})
        if (const std::optional<Error> error = contradiction(config, key, measured))
            return *error;

    const std::int64_t headDim = config.integerOr("attention_head_dim", kHeadDim);
    out.heads = config.integerOr("num_heads", config.integerOr("num_attention_heads", 0));
    if (out.heads == 0 && headDim > 0)
        out.heads = out.dim / headDim;
    if (out.heads <= 0 || out.dim % out.heads != 0 || out.headDim() % 2 != 0)
        return unusable("its width does not part into heads");
    out.textLength = config.integerOr("text_len", out.textLength);
    out.eps = config.numberOr("eps", out.eps);
    if (out.textLength <= 0 || !(out.eps > 0) || out.timeDim % 2 != 0 || out.timeDim <= 0)
        return unusable("its configuration makes no sense");
    if (const auto window = config.integers("window_size");
        window && *window != std::vector<std::int64_t>{-1, -1})
        return unusable("attention within a window is not supported");
    out.queryKeyNorm = queryKeyNorm(config, shapeOf);
    out.crossNorm = !shapeOf("blocks.0.norm3.weight").empty();

    if (const auto image = shapeOf("img_emb.proj.0.weight"); image.size() == 1)
        out.imageDim = image[0];
    if (const auto positions = shapeOf("img_emb.emb_pos"); positions.size() == 3)
        out.imagePositions = positions[1];
    if (const auto reference = shapeOf("ref_conv.weight"); reference.size() == 4)
        out.referenceChannels = reference[1];
    if (const auto camera = shapeOf("control_adapter.conv.weight"); camera.size() == 4)
        out.cameraChannels = camera[1];

    const std::int64_t controls = countOf(shapeOf, "vace_blocks.");
    if (controls > 0) {
        const auto channels = shapeOf("vace_patch_embedding.weight");
        if (channels.size() != 5)
            return unusable("its control branch has no patch embedding");
        out.controlChannels = channels[1];
        if (const auto layers = config.integers("vace_layers"))
            out.controlLayers = *layers;
        else // spread evenly, as in the published ones
            for (std::int64_t i = 0; i < controls; ++i)
                out.controlLayers.push_back(i * std::max<std::int64_t>(1, out.layers / controls));
        const bool rising = std::is_sorted(out.controlLayers.begin(), out.controlLayers.end(),
                                           [](auto a, auto b) { return a <= b; });
        if (static_cast<std::int64_t>(out.controlLayers.size()) != controls || !rising
            || out.controlLayers.front() != 0 || out.controlLayers.back() >= out.layers)
            return unusable("its control layers do not fit its blocks");
    }
    return out;
}

} // namespace dollygrip::generator
