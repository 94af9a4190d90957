#include "core/generator/modelshapes.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <utility>

namespace dollygrip::generator {
namespace {

using Shape = std::vector<std::int64_t>;

constexpr std::int64_t kMostBlocks = 512;

const Shape* find(const Shapes& shapes, const std::string& name)
{
    const auto found = shapes.find(name);
    return found == shapes.end() ? nullptr : &found->second;
}

/// "blocks.17.ffn.0.weight" of `prefix` "blocks." -> 17, "ffn.0.weight"
std::optional<std::pair<std::int64_t, std::string>> partsOf(std::string_view name,
                                                            std::string_view prefix)
{
    if (!name.starts_with(prefix))
        return std::nullopt;
    name.remove_prefix(prefix.size());
    std::int64_t index = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), index);
    const auto used = std::size_t(end - name.data());
    if (error != std::errc{} || index < 0 || index >= kMostBlocks || used >= name.size()
        || name[used] != '.')
        return std::nullopt;
    return std::pair(index, std::string(name.substr(used + 1)));
}

/// A row of alike blocks: what one of them lacks, the others tell.
class Row {
public:
    Row(const Shapes& shapes, std::string prefix) : m_prefix(std::move(prefix))
    {
        for (auto at = shapes.lower_bound(m_prefix);
             at != shapes.end() && at->first.starts_with(m_prefix); ++at)
            if (const auto parts = partsOf(at->first, m_prefix)) {
                m_count = std::max(m_count, parts->first + 1);
                m_shapes.try_emplace(parts->second, at->second);
            }
    }
    Shape shapeOf(const std::string& name) const
    {
        const auto parts = partsOf(name, m_prefix);
        if (!parts || parts->first >= m_count)
            return {};
        const auto found = m_shapes.find(parts->second);
        return found == m_shapes.end() ? Shape() : found->second;
    }
    /// One side of a block's tensor; 0 when no block has it.
    std::int64_t side(const std::string& name, std::size_t axis) const
    {
        const auto found = m_shapes.find(name);
        return found == m_shapes.end() || axis >= found->second.size() ? 0 : found->second[axis];
    }
    std::int64_t count() const { return m_count; }

private:
    std::string m_prefix;
    std::int64_t m_count = 0;
    std::map<std::string, Shape> m_shapes; ///< by the name within a block
};

/// The width of a transformer, from whatever is there.
std::int64_t widthOf(const Shapes& shapes, const Row& blocks)
{
    for (const char* name : {"patch_embedding.weight", "patch_embedding.bias",
                             "text_embedding.2.weight", "time_embedding.2.weight"})
        if (const Shape* shape = find(shapes, name); shape && !shape->empty())
            return shape->front();
    for (const char* name :
         {"self_attn.q.weight", "self_attn.o.weight", "ffn.2.weight", "norm3.weight"})
        if (const std::int64_t side = blocks.side(name, 0); side > 0)
            return side;
    return 0;
}

/// What the configuration tells, or the published models have, where a tensor outside of the
/// blocks is missing.
Shape published(const std::string& name, const Shapes& shapes, const Json& config, std::int64_t dim,
                bool hasControl)
{
    TransformerConfig usual;
    const auto told = [&](const char* key, const char* otherKey, std::int64_t& value) {
        value = config.integerOr(key, config.integerOr(otherKey, value));
    };
    told("text_dim", "text_dim", usual.textDim);
    told("freq_dim", "freq_dim", usual.timeDim);
    told("in_dim", "in_channels", usual.inChannels);
    told("out_dim", "out_channels", usual.outChannels);
    told("vace_in_dim", "vace_in_channels", usual.controlChannels);
    const std::int64_t cells = usual.patchFrames * usual.patchRows * usual.patchColumns;
    const Shape patch{dim, 0, usual.patchFrames, usual.patchRows, usual.patchColumns};
    const auto patchOf = [&](std::int64_t channels) {
        Shape shape = patch;
        shape[1] = channels;
        return shape;
    };
    if (name == "patch_embedding.weight")
        return patchOf(usual.inChannels);
    if (name == "vace_patch_embedding.weight" && hasControl)
        return patchOf(usual.controlChannels);
    if (name == "text_embedding.0.weight")
        return {dim, usual.textDim};
    if (name == "time_embedding.0.weight")
        return {dim, usual.timeDim};
    if (name == "head.head.weight")
        return {cells * usual.outChannels, dim};
    // The two ends of these stand in neighbours too.
    const auto sideOf = [&](const char* other, std::size_t axis) -> Shape {
        const Shape* shape = find(shapes, other);
        return shape && axis < shape->size() ? Shape{(*shape)[axis]} : Shape{};
    };
    if (name == "img_emb.proj.0.weight")
        return sideOf("img_emb.proj.1.weight", 1);
    return {};
}

} // namespace

Result<TransformerConfig> transformerOf(const Json& config, const Shapes& shapes)
{
    const Row blocks(shapes, "blocks.");
    const Row controls(shapes, "vace_blocks.");
    const std::int64_t dim = widthOf(shapes, blocks);
    return transformerConfig(config, [&](const std::string& name) {
        if (const Shape* shape = find(shapes, name))
            return *shape;
        Shape shape = blocks.shapeOf(name);
        if (shape.empty())
            shape = controls.shapeOf(name);
        if (shape.empty() && dim > 0 && blocks.count() > 0)
            shape = published(name, shapes, config, dim, controls.count() > 0);
        return shape;
    });
}

std::optional<VaeConfig> vaeOf(const Shapes& shapes)
{
    const std::optional<VaeConfig> told = vaeConfigFromShapes([&](const std::string& name) {
        const Shape* shape = find(shapes, name);
        return shape ? *shape : Shape();
    });
    if (told)
        return told;
    // The published form, of the width that any tensor tells.
    VaeConfig usual;
    for (const char* name : {"encoder.conv1.weight", "encoder.downsamples.0.residual.2.weight",
                             "decoder.head.0.gamma", "encoder.downsamples.0.residual.0.gamma"})
        if (const Shape* shape = find(shapes, name); shape && !shape->empty()) {
            usual.dim = shape->front();
            return usual;
        }
    return std::nullopt;
}

std::optional<TextConfig> textOf(const Shapes& shapes)
{
    const Row blocks(shapes, "blocks.");
    return textConfigFromShapes([&](const std::string& name) -> Shape {
        if (const Shape* shape = find(shapes, name))
            return *shape;
        if (name == "token_embedding.weight") // missing: the published number of pieces
            return {TextConfig().vocabulary, blocks.side("norm1.weight", 0)};
        return blocks.shapeOf(name);
    });
}

std::optional<ClipConfig> clipOf(const Shapes& shapes)
{
    const Row blocks(shapes, "visual.transformer.");
    return clipConfigFromShapes([&](const std::string& name) -> Shape {
        if (const Shape* shape = find(shapes, name))
            return *shape;
        const std::int64_t dim = blocks.side("norm1.weight", 0);
        const ClipConfig usual;
        if (name == "visual.patch_embedding.weight")
            return {dim, 3, usual.patch, usual.patch};
        if (name == "visual.pos_embedding")
            return {1, usual.positions, dim};
        return blocks.shapeOf(name);
    });
}

Differences differences(const TensorList& expected, const Shapes& shapes)
{
    Differences out;
    std::set<std::string_view> known;
    for (const ExpectedTensor& tensor : expected) {
        known.insert(tensor.name);
        const Shape* const shape = find(shapes, tensor.name);
        if (!shape && !tensor.isOptional)
            out.missing.push_back(tensor.name);
        else if (shape && *shape != tensor.shape)
            out.wrongShape.push_back(tensor.name);
    }
    for (const auto& [name, shape] : shapes)
        if (!known.contains(name))
            out.unexpected.push_back(name);
    return out;
}

} // namespace dollygrip::generator
