#include "core/generator/nn/tensorlist.h"

#include <algorithm>
#include <utility>

namespace dollygrip::generator {
namespace {

using Shape = std::vector<std::int64_t>;

/// Collects tensors under a prefix.
class Writer {
public:
    void tensor(const std::string& name, Shape shape, bool isOptional = false)
    {
        m_list.push_back({name, std::move(shape), isOptional});
    }
    /// A layer's weight, and its bias over the weight's first axis.
    void layer(const std::string& name, Shape weight, bool isOptional = false)
    {
        const std::int64_t out = weight.front();
        tensor(name + ".weight", std::move(weight), isOptional);
        tensor(name + ".bias", {out}, isOptional);
    }
    TensorList take() { return std::move(m_list); }

private:
    TensorList m_list;
};

void addAttention(Writer& out, const std::string& name, const TransformerConfig& config)
{
    for (const char* part : {".q", ".k", ".v", ".o"})
        out.layer(name + part, {config.dim, config.dim});
    if (config.queryKeyNorm)
        for (const char* part : {".norm_q.weight", ".norm_k.weight"})
            out.tensor(name + part, {config.dim});
}

void addBlock(Writer& out, const std::string& name, const TransformerConfig& config,
              bool takesImage)
{
    const std::int64_t dim = config.dim;
    out.tensor(name + ".modulation", {1, 6, dim});
    addAttention(out, name + ".self_attn", config);
    if (config.crossNorm)
        out.layer(name + ".norm3", {dim});
    addAttention(out, name + ".cross_attn", config);
    if (takesImage) {
        out.layer(name + ".cross_attn.k_img", {dim, dim});
        out.layer(name + ".cross_attn.v_img", {dim, dim});
        if (config.queryKeyNorm)
            out.tensor(name + ".cross_attn.norm_k_img.weight", {dim});
    }
    out.layer(name + ".ffn.0", {config.feedForward, dim});
    out.layer(name + ".ffn.2", {dim, config.feedForward});
}

void addConditions(Writer& out, const TransformerConfig& config)
{
    const std::int64_t dim = config.dim, width = config.imageDim;
    if (width > 0) {
        out.layer("img_emb.proj.0", {width});
        out.layer("img_emb.proj.1", {width, width});
        out.layer("img_emb.proj.3", {dim, width});
        out.layer("img_emb.proj.4", {dim});
        if (config.imagePositions > 0)
            out.tensor("img_emb.emb_pos", {1, config.imagePositions, width});
    }
    if (config.referenceChannels > 0)
        out.layer("ref_conv",
                  {dim, config.referenceChannels, config.patchRows, config.patchColumns});
    if (config.cameraChannels > 0) {
        out.layer("control_adapter.conv",
                  {dim, config.cameraChannels, config.patchRows, config.patchColumns});
        for (const char* part : {"conv1", "conv2"})
            out.layer(std::string("control_adapter.residual_blocks.0.") + part, {dim, dim, 3, 3});
    }
}

void addControl(Writer& out, const TransformerConfig& config)
{
    const std::int64_t dim = config.dim;
    out.layer("vace_patch_embedding", {dim, config.controlChannels, config.patchFrames,
                                       config.patchRows, config.patchColumns});
    for (std::size_t i = 0; i < config.controlLayers.size(); ++i) {
        const std::string name = "vace_blocks." + std::to_string(i);
        addBlock(out, name, config, config.imageDim > 0);
        if (i == 0)
            out.layer(name + ".before_proj", {dim, dim});
        out.layer(name + ".after_proj", {dim, dim});
    }
}

/// The VAE's layers, named as in a file.
class VaeWriter {
public:
    explicit VaeWriter(const VaeConfig& config) : m_config(config) {}

    TensorList list()
    {
        const std::int64_t z = m_config.zDim;
        encoder();
        m_out.layer("conv1", {2 * z, 2 * z, 1, 1, 1});
        m_out.layer("conv2", {z, z, 1, 1, 1});
        decoder();
        return m_out.take();
    }

private:
    void conv(const std::string& name, std::int64_t in, std::int64_t out)
    {
        m_out.layer(name, {out, in, 3, 3, 3});
    }
    void residual(const std::string& name, std::int64_t in, std::int64_t out)
    {
        m_out.tensor(name + ".residual.0.gamma", {in, 1, 1, 1});
        conv(name + ".residual.2", in, out);
        m_out.tensor(name + ".residual.3.gamma", {out, 1, 1, 1});
        conv(name + ".residual.6", out, out);
        if (in != out)
            m_out.layer(name + ".shortcut", {out, in, 1, 1, 1});
    }
    void attention(const std::string& name, std::int64_t channels)
    {
        m_out.tensor(name + ".norm.gamma", {channels, 1, 1});
        m_out.layer(name + ".to_qkv", {3 * channels, channels, 1, 1});
        m_out.layer(name + ".proj", {channels, channels, 1, 1});
    }
    void resample(const std::string& name, std::int64_t in, std::int64_t out, std::int64_t inTime)
    {
        m_out.layer(name + ".resample.1", {out, in, 3, 3});
        if (inTime > 0)
            m_out.layer(name + ".time_conv", {inTime, in, 3, 1, 1});
    }
    void middle(const std::string& coder, std::int64_t channels)
    {
        residual(coder + ".middle.0", channels, channels);
        attention(coder + ".middle.1", channels);
        residual(coder + ".middle.2", channels, channels);
    }
    void head(const std::string& coder, std::int64_t in, std::int64_t out)
    {
        m_out.tensor(coder + ".head.0.gamma", {in, 1, 1, 1});
        conv(coder + ".head.2", in, out);
    }
    /// The residual blocks of one level, and their attention where the configuration has it.
    void level(const std::string& layers, std::int64_t& index, std::int64_t in, std::int64_t out,
               std::int64_t blocks, double scale)
    {
        const auto& scales = m_config.attentionScales;
        for (std::int64_t block = 0; block < blocks; ++block) {
            residual(layers + std::to_string(index++), block == 0 ? in : out, out);
            if (std::find(scales.begin(), scales.end(), scale) != scales.end())
                attention(layers + std::to_string(index++), out);
        }
    }

    void encoder()
    {
        const std::size_t levels = m_config.dimMult.size();
        conv("encoder.conv1", 3, m_config.dim);
        std::int64_t in = m_config.dim, index = 0;
        double scale = 1;
        for (std::size_t i = 0; i < levels; ++i, scale /= 2) {
            const std::int64_t out = m_config.dim * m_config.dimMult[i];
            level("encoder.downsamples.", index, in, out, m_config.resBlocks, scale);
            in = out;
            if (i + 1 < levels)
                resample("encoder.downsamples." + std::to_string(index++), out, out,
                         m_config.temporalDownsample.at(i) ? out : 0);
        }
        middle("encoder", in);
        head("encoder", in, 2 * m_config.zDim);
    }

    void decoder()
    {
        const std::size_t levels = m_config.dimMult.size();
        std::int64_t in = m_config.dim * m_config.dimMult.back(), index = 0;
        conv("decoder.conv1", m_config.zDim, in);
        middle("decoder", in);
        double scale = 1;
        for (std::size_t i = 2; i < levels; ++i)
            scale /= 2;
        for (std::size_t i = 0; i < levels; ++i, scale *= 2) {
            const std::int64_t out = m_config.dim * m_config.dimMult[levels - 1 - i];
            level("decoder.upsamples.", index, in, out, m_config.resBlocks + 1, scale);
            in = out;
            if (i + 1 < levels) {
                const bool inTime = m_config.temporalDownsample.at(levels - 2 - i);
                resample("decoder.upsamples." + std::to_string(index++), out, out / 2,
                         inTime ? 2 * out : 0);
                in = out / 2;
            }
        }
        head("decoder", in, 3);
    }

    const VaeConfig& m_config;
    Writer m_out;
};

} // namespace

TensorList tensorsOf(const TransformerConfig& config)
{
    Writer out;
    const std::int64_t dim = config.dim;
    const std::int64_t cells = config.patchFrames * config.patchRows * config.patchColumns;
    out.layer("patch_embedding",
              {dim, config.inChannels, config.patchFrames, config.patchRows, config.patchColumns});
    out.layer("text_embedding.0", {dim, config.textDim});
    out.layer("text_embedding.2", {dim, dim});
    out.layer("time_embedding.0", {dim, config.timeDim});
    out.layer("time_embedding.2", {dim, dim});
    out.layer("time_projection.1", {6 * dim, dim});
    for (std::int64_t i = 0; i < config.layers; ++i)
        addBlock(out, "blocks." + std::to_string(i), config, config.imageDim > 0);
    out.tensor("head.modulation", {1, 2, dim});
    out.layer("head.head", {cells * config.outChannels, dim});
    addConditions(out, config);
    if (!config.controlLayers.empty())
        addControl(out, config);
    return out.take();
}

TensorList tensorsOf(const VaeConfig& config)
{
    return VaeWriter(config).list();
}

TensorList tensorsOf(const TextConfig& config)
{
    Writer out;
    const std::int64_t dim = config.dim, inner = config.attentionDim, ffn = config.ffnDim;
    const Shape positions{config.buckets, config.heads};
    out.tensor("token_embedding.weight", {config.vocabulary, dim});
    if (config.sharedPositions)
        out.tensor("pos_embedding.embedding.weight", positions);
    for (std::int64_t i = 0; i < config.layers; ++i) {
        const std::string name = "blocks." + std::to_string(i);
        out.tensor(name + ".norm1.weight", {dim});
        for (const char* part : {".attn.q.weight", ".attn.k.weight", ".attn.v.weight"})
            out.tensor(name + part, {inner, dim});
        out.tensor(name + ".attn.o.weight", {dim, inner});
        out.tensor(name + ".norm2.weight", {dim});
        out.tensor(name + ".ffn.gate.0.weight", {ffn, dim});
        out.tensor(name + ".ffn.fc1.weight", {ffn, dim});
        out.tensor(name + ".ffn.fc2.weight", {dim, ffn});
        if (!config.sharedPositions)
            out.tensor(name + ".pos_embedding.embedding.weight", positions);
    }
    out.tensor("norm.weight", {dim});
    return out.take();
}

TensorList tensorsOf(const ClipConfig& config)
{
    Writer out;
    const std::int64_t dim = config.dim;
    out.tensor("visual.patch_embedding.weight", {dim, 3, config.patch, config.patch});
    out.tensor("visual.cls_embedding", {1, 1, dim});
    out.tensor("visual.pos_embedding", {1, config.positions, dim});
    out.layer("visual.pre_norm", {dim});
    for (std::int64_t i = 0; i < config.layers; ++i) {
        // What is taken is what the last block but one gives.
        const bool isLast = i + 1 == config.layers;
        const std::string name = "visual.transformer." + std::to_string(i);
        out.layer(name + ".norm1", {dim}, isLast);
        out.layer(name + ".attn.to_qkv", {3 * dim, dim}, isLast);
        out.layer(name + ".attn.proj", {dim, dim}, isLast);
        out.layer(name + ".norm2", {dim}, isLast);
        out.layer(name + ".mlp.0", {config.ffnDim, dim}, isLast);
        out.layer(name + ".mlp.2", {dim, config.ffnDim}, isLast);
    }
    out.layer("visual.post_norm", {dim}, true);
    return out.take();
}

std::uint64_t parametersOf(const TensorList& tensors)
{
    std::uint64_t sum = 0;
    for (const ExpectedTensor& tensor : tensors) {
        std::uint64_t count = 1;
        for (const std::int64_t side : tensor.shape)
            count *= static_cast<std::uint64_t>(std::max<std::int64_t>(side, 0));
        sum += count;
    }
    return sum;
}

} // namespace dollygrip::generator
