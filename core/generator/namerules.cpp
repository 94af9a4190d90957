#include "core/generator/namerules.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace dollygrip::generator {
namespace {

using Pair = std::pair<const char*, const char*>;

void append(std::vector<NameRule>& rules, std::string_view original, std::string_view other,
            std::initializer_list<Pair> inner)
{
    for (const auto& [first, second] : inner)
        rules.push_back({std::string(original).append(first), std::string(other).append(second)});
}

NameRules transformerRules()
{
    NameRules out{FileRole::Transformer, "diffusers", {}, {}};
    const std::string words = "condition_embedder.";
    append(out.rules, "", "",
           {{"patch_embedding", "patch_embedding"},
            {"vace_patch_embedding", "vace_patch_embedding"},
            {"ref_conv", "ref_conv"},
            {"control_adapter.conv", "control_adapter.conv"},
            {"control_adapter.residual_blocks.#.conv1", "control_adapter.residual_blocks.#.conv1"},
            {"control_adapter.residual_blocks.#.conv2", "control_adapter.residual_blocks.#.conv2"},
            {"head.head", "proj_out"},
            {"head.modulation", "scale_shift_table"}});
    append(out.rules, "", words,
           {{"text_embedding.0", "text_embedder.linear_1"},
            {"text_embedding.2", "text_embedder.linear_2"},
            {"time_embedding.0", "time_embedder.linear_1"},
            {"time_embedding.2", "time_embedder.linear_2"},
            {"time_projection.1", "time_proj"},
            {"img_emb.proj.0", "image_embedder.norm1"},
            {"img_emb.proj.1", "image_embedder.ff.net.0.proj"},
            {"img_emb.proj.3", "image_embedder.ff.net.2"},
            {"img_emb.proj.4", "image_embedder.norm2"},
            {"img_emb.emb_pos", "image_embedder.pos_embed"}});
    for (const char* const blocks : {"blocks.#.", "vace_blocks.#."}) {
        append(out.rules, blocks, blocks,
               {{"modulation", "scale_shift_table"},
                {"norm3", "norm2"}, // theirs are counted in the order of use
                {"ffn.0", "ffn.net.0.proj"},
                {"ffn.2", "ffn.net.2"},
                {"cross_attn.k_img", "attn2.add_k_proj"},
                {"cross_attn.v_img", "attn2.add_v_proj"},
                {"cross_attn.norm_k_img", "attn2.norm_added_k"}});
        for (const auto& [ours, theirs] : {Pair{"self_attn.", "attn1."}, {"cross_attn.", "attn2."}})
            append(out.rules, std::string(blocks) + ours, std::string(blocks) + theirs,
                   {{"q", "to_q"},
                    {"k", "to_k"},
                    {"v", "to_v"},
                    {"o", "to_out.0"},
                    {"norm_q", "norm_q"},
                    {"norm_k", "norm_k"}});
    }
    append(out.rules, "vace_blocks.#.", "vace_blocks.#.",
           {{"before_proj", "proj_in"}, {"after_proj", "proj_out"}});
    return out;
}

/// The decoder's `up_blocks` are counted through here; files count them by level.
NameRules vaeRules()
{
    NameRules out{FileRole::VideoVae, "diffusers", {}, {}};
    for (const auto& [ours, theirs] : {Pair{"encoder.downsamples.#.", "encoder.down_blocks.#."},
                                       {"decoder.upsamples.#.", "decoder.up_blocks.#."},
                                       {"encoder.middle.0.", "encoder.mid_block.resnets.0."},
                                       {"encoder.middle.2.", "encoder.mid_block.resnets.1."},
                                       {"decoder.middle.0.", "decoder.mid_block.resnets.0."},
                                       {"decoder.middle.2.", "decoder.mid_block.resnets.1."}})
        append(out.rules, ours, theirs,
               {{"residual.0", "norm1"},
                {"residual.2", "conv1"},
                {"residual.3", "norm2"},
                {"residual.6", "conv2"},
                {"shortcut", "conv_shortcut"}});
    for (const auto& [ours, theirs] : {Pair{"encoder.downsamples.#.", "encoder.down_blocks.#."},
                                       {"decoder.upsamples.#.", "decoder.up_blocks.#."}})
        append(out.rules, ours, theirs, {{"resample.1", "resample.1"}, {"time_conv", "time_conv"}});
    for (const auto& [ours, theirs] : {Pair{"encoder.downsamples.#.", "encoder.down_blocks.#."},
                                       {"decoder.upsamples.#.", "decoder.up_blocks.#."},
                                       {"encoder.middle.1.", "encoder.mid_block.attentions.0."},
                                       {"decoder.middle.1.", "decoder.mid_block.attentions.0."}})
        append(out.rules, ours, theirs, {{"norm", "norm"}, {"to_qkv", "to_qkv"}, {"proj", "proj"}});
    append(out.rules, "", "",
           {{"conv1", "quant_conv"},
            {"conv2", "post_quant_conv"},
            {"encoder.conv1", "encoder.conv_in"},
            {"encoder.head.0", "encoder.norm_out"},
            {"encoder.head.2", "encoder.conv_out"},
            {"decoder.conv1", "decoder.conv_in"},
            {"decoder.head.0", "decoder.norm_out"},
            {"decoder.head.2", "decoder.conv_out"}});
    return out;
}

NameRules textRules()
{
    NameRules out{FileRole::TextEncoder, "transformers", {}, {"spiece_model"}};
    append(out.rules, "", "",
           {{"token_embedding", "shared"}, {"norm", "encoder.final_layer_norm"}});
    append(out.rules, "blocks.#.", "encoder.block.#.layer.",
           {{"norm1", "0.layer_norm"},
            {"attn.q", "0.SelfAttention.q"},
            {"attn.k", "0.SelfAttention.k"},
            {"attn.v", "0.SelfAttention.v"},
            {"attn.o", "0.SelfAttention.o"},
            {"pos_embedding.embedding", "0.SelfAttention.relative_attention_bias"},
            {"norm2", "1.layer_norm"},
            {"ffn.gate.0", "1.DenseReluDense.wi_0"},
            {"ffn.fc1", "1.DenseReluDense.wi_1"},
            {"ffn.fc2", "1.DenseReluDense.wo"}});
    out.rules.push_back({"token_embedding", "encoder.embed_tokens"}); // tied; either or both
    return out;
}

NameRules clipRules()
{
    NameRules out{
        FileRole::ClipEncoder,
        "transformers",
        {},
        {"text_model", "text_projection", "logit_scale", "vision_model.embeddings.position_ids"}};
    const std::string theirs = "vision_model.";
    out.rules = {
        {"visual.cls_embedding", theirs + "embeddings.class_embedding", 0, 1, 2},
        {"visual.pos_embedding", theirs + "embeddings.position_embedding.weight", 0, 1, 1},
        {"visual.patch_embedding", theirs + "embeddings.patch_embedding"},
        {"visual.pre_norm", theirs + "pre_layrnorm"},
        {"visual.post_norm", theirs + "post_layernorm"},
        {"visual.head", "visual_projection.weight", 0, 1, 0, true},
    };
    const std::string block = "visual.transformer.#.";
    const std::string layer = theirs + "encoder.layers.#.";
    append(out.rules, block, layer,
           {{"norm1", "layer_norm1"},
            {"attn.proj", "self_attn.out_proj"},
            {"norm2", "layer_norm2"},
            {"mlp.0", "mlp.fc1"},
            {"mlp.2", "mlp.fc2"}});
    const std::array letters{"q", "k", "v"};
    for (int part = 0; part < 3; ++part)
        out.rules.push_back({block + "attn.to_qkv",
                             layer + "self_attn." + letters[std::size_t(part)] + "_proj", part, 3});
    return out;
}

NameRules openClipRules()
{
    NameRules out{FileRole::ClipEncoder,
                  "open-clip",
                  {},
                  {"text", "transformer", "token_embedding", "positional_embedding", "ln_final",
                   "text_projection", "logit_scale", "attn_mask"}};
    out.rules = {
        {"visual.cls_embedding", "visual.class_embedding", 0, 1, 2},
        {"visual.pos_embedding", "visual.positional_embedding", 0, 1, 1},
        {"visual.patch_embedding", "visual.conv1"},
        {"visual.pre_norm", "visual.ln_pre"},
        {"visual.post_norm", "visual.ln_post"},
        {"visual.head", "visual.proj"},
    };
    append(out.rules, "visual.transformer.#.", "visual.transformer.resblocks.#.",
           {{"norm1", "ln_1"},
            {"attn.to_qkv.weight", "attn.in_proj_weight"},
            {"attn.to_qkv.bias", "attn.in_proj_bias"},
            {"attn.proj", "attn.out_proj"},
            {"norm2", "ln_2"},
            {"mlp.0", "mlp.c_fc"},
            {"mlp.2", "mlp.c_proj"}});
    return out;
}

NameRules previewRules()
{
    NameRules out{FileRole::PreviewDecoder, "original", {}, {}};
    for (const char* const side : {"encoder.#", "decoder.#"})
        for (const char* const inner : {"", ".conv", ".conv.0", ".conv.2", ".conv.4", ".skip"})
            out.rules.push_back({std::string(side) + inner, std::string(side) + inner});
    return out;
}

/// The same network in its original naming.
NameRules originalOf(const NameRules& rules, std::vector<std::string> ignored)
{
    NameRules out{rules.role, "original", {}, std::move(ignored)};
    for (const NameRule& rule : rules.rules) {
        const bool isSeen = std::any_of(out.rules.begin(), out.rules.end(), [&](const auto& seen) {
            return seen.original == rule.original;
        });
        if (!isSeen)
            out.rules.push_back({rule.original, rule.original});
    }
    return out;
}

std::string_view nextWord(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find('.'), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

bool isNumber(std::string_view word)
{
    constexpr std::size_t kMostDigits = 4;
    return !word.empty() && word.size() <= kMostDigits
           && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

const std::vector<NameRules>& allNameRules()
{
    static const std::vector<NameRules> all = [] {
        const NameRules transformer = transformerRules();
        const NameRules vae = vaeRules();
        const NameRules text = textRules();
        const NameRules clip = clipRules();
        return std::vector<NameRules>{originalOf(transformer, {}),
                                      originalOf(vae, {}),
                                      originalOf(text, {}),
                                      originalOf(clip, {"textual", "log_scale"}),
                                      previewRules(),
                                      transformer,
                                      vae,
                                      text,
                                      clip,
                                      openClipRules()};
    }();
    return all;
}

std::string respelt(std::string_view name, std::string_view from, std::string_view to)
{
    std::vector<std::string_view> numbers;
    while (!from.empty()) {
        const std::string_view wanted = nextWord(from);
        const std::string_view word = nextWord(name);
        if (wanted == "#" ? !isNumber(word) : wanted != word)
            return {};
        if (wanted == "#")
            numbers.push_back(word);
    }
    if (!name.empty() && name != "weight" && name != "bias" && name != "gamma")
        return {};
    std::string out;
    std::size_t number = 0;
    while (!to.empty()) {
        const std::string_view word = nextWord(to);
        out.append(out.empty() ? "" : ".").append(word == "#" ? numbers.at(number++) : word);
    }
    return name.empty() ? out : out.append(".").append(name);
}

} // namespace dollygrip::generator
