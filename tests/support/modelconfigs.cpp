#include "tests/support/modelconfigs.h"

#include "tests/support/tensorfilewriter.h"

#include <utility>

namespace dollygrip::test {
namespace {

/// An object, member by member.
class Object {
public:
    Object& text(const std::string& key, const std::string& value)
    {
        return raw(key, jsonText(value));
    }
    Object& number(const std::string& key, std::int64_t value)
    {
        return raw(key, std::to_string(value));
    }
    Object& list(const std::string& key, const std::vector<std::int64_t>& values)
    {
        std::string text;
        for (const std::int64_t value : values) {
            if (!text.empty())
                text += ", ";
            text += std::to_string(value);
        }
        return raw(key, '[' + text + ']');
    }
    Object& raw(const std::string& key, const std::string& value)
    {
        m_text += (m_text.empty() ? "  " : ",\n  ") + jsonText(key) + ": " + value;
        return *this;
    }
    std::string done() const { return "{\n" + m_text + "\n}\n"; }

private:
    std::string m_text;
};

} // namespace

std::string originalConfig(const ModelRecipe& recipe)
{
    const generator::TransformerConfig& config = recipe.transformer;
    const bool hasControl = !config.controlLayers.empty();
    Object out;
    out.text("_class_name", hasControl ? "VaceWanModel" : "WanModel")
        .text("model_type", recipe.kind)
        .number("dim", config.dim)
        .number("ffn_dim", config.feedForward)
        .number("freq_dim", config.timeDim)
        .number("num_heads", config.heads)
        .number("num_layers", config.layers)
        .raw("eps", "1e-06")
        .number("in_dim", config.inChannels)
        .number("out_dim", config.outChannels)
        .number("text_len", config.textLength);
    if (hasControl)
        out.list("vace_layers", config.controlLayers).number("vace_in_dim", config.controlChannels);
    return out.done();
}

std::string diffusersConfig(const ModelRecipe& recipe)
{
    const generator::TransformerConfig& config = recipe.transformer;
    const bool hasControl = !config.controlLayers.empty();
    Object out;
    out.text("_class_name", hasControl ? "WanVACETransformer3DModel" : "WanTransformer3DModel")
        .raw("added_kv_proj_dim", config.imageDim > 0 ? std::to_string(config.dim) : "null")
        .number("attention_head_dim", config.headDim())
        .raw("cross_attn_norm", "true")
        .raw("eps", "1e-06")
        .number("ffn_dim", config.feedForward)
        .number("freq_dim", config.timeDim)
        .raw("image_dim", config.imageDim > 0 ? std::to_string(config.imageDim) : "null")
        .number("in_channels", config.inChannels)
        .number("num_attention_heads", config.heads)
        .number("num_layers", config.layers)
        .number("out_channels", config.outChannels)
        .list("patch_size", {config.patchFrames, config.patchRows, config.patchColumns})
        .text("qk_norm", "rms_norm_across_heads")
        .number("text_dim", config.textDim);
    if (hasControl)
        out.list("vace_layers", config.controlLayers)
            .number("vace_in_channels", config.controlChannels);
    return out.done();
}

std::string vaeConfigText(const ModelRecipe& recipe)
{
    return Object()
        .text("_class_name", "AutoencoderKLWan")
        .number("base_dim", recipe.vae.dim)
        .number("z_dim", recipe.vae.zDim)
        .list("dim_mult", recipe.vae.dimMult)
        .number("num_res_blocks", recipe.vae.resBlocks)
        .raw("temperal_downsample", "[false, true, true]")
        .done();
}

std::string textConfigText(const ModelRecipe& recipe)
{
    const generator::TextConfig& config = recipe.text;
    return Object()
        .raw("architectures", R"(["UMT5EncoderModel"])")
        .number("vocab_size", config.vocabulary)
        .number("d_model", config.dim)
        .number("d_kv", config.attentionDim / config.heads)
        .number("d_ff", config.ffnDim)
        .number("num_layers", config.layers)
        .number("num_heads", config.heads)
        .number("relative_attention_num_buckets", config.buckets)
        .number("relative_attention_max_distance", config.maxDistance)
        .done();
}

std::string modelIndex(const ModelRecipe& recipe)
{
    const bool hasControl = !recipe.transformer.controlLayers.empty();
    return Object()
        .text("_class_name", hasControl ? "WanVACEPipeline" : "WanPipeline")
        .raw("text_encoder", R"(["transformers", "UMT5EncoderModel"])")
        .raw("tokenizer", R"(["transformers", "T5TokenizerFast"])")
        .raw("transformer", hasControl ? R"(["diffusers", "WanVACETransformer3DModel"])"
                                       : R"(["diffusers", "WanTransformer3DModel"])")
        .raw("vae", R"(["diffusers", "AutoencoderKLWan"])")
        .done();
}

} // namespace dollygrip::test
