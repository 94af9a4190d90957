#include "core/generator/modelkinds.h"

#include "core/generator/nn/tensorlist.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <string_view>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kSmallDim = 1536; ///< of the published 1.3B and 14B
constexpr std::int64_t kLargeDim = 5120;
constexpr std::string_view kRepackaged = "Comfy-Org/Wan_2.1_ComfyUI_repackaged";

/// Is `name` one of the words, or several of them in a row ("wan move")?
bool speakOf(const std::vector<std::string>& words, std::initializer_list<std::string_view> name)
{
    return std::search(words.begin(), words.end(), name.begin(), name.end()) != words.end();
}

bool speakOfFewSteps(const std::vector<std::string>& words)
{
    constexpr std::array<std::string_view, 10> kParts{
        "distill", "dmd",     "lightx2v", "causvid", "4step",
        "4steps",  "fastwan", "8step",    "lcm",     "selfforcing"};
    return speakOf(words, {"self", "forcing"}) || speakOf(words, {"4", "step"})
           || speakOf(words, {"4", "steps"})
           || std::any_of(words.begin(), words.end(), [&](const std::string& word) {
                  return std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
                      return word.find(part) != std::string::npos;
                  });
              });
}

std::string sizeOf(const TransformerConfig& config)
{
    if (config.dim == kSmallDim)
        return "1.3B";
    if (config.dim == kLargeDim)
        return "14B";
    TransformerConfig alone = config;
    alone.controlLayers.clear();
    const double count = double(parametersOf(tensorsOf(alone)));
    char text[32];
    if (count >= 1e9)
        std::snprintf(text, sizeof text, "%.1fB", count / 1e9);
    else
        std::snprintf(text, sizeof text, "%.1fM", count / 1e6);
    return text;
}

std::string familyName(const Model& model)
{
    switch (model.family) {
    case ModelFamily::TextToVideo: return "T2V";
    case ModelFamily::ImageToVideo: return "I2V";
    case ModelFamily::FirstLastToVideo: return "FLF2V";
    case ModelFamily::Vace: return "VACE";
    case ModelFamily::FunControl: return "Fun Control";
    case ModelFamily::FunCamera: break;
    }
    return "Fun Camera";
}

/// Steps, shift and guidance as the publishers' own programs have them.
Sampling samplingOf(const Model& model, const std::vector<std::string>& words, bool isLarge)
{
    if (model.isDistilled) {
        if (speakOf(words, {"causvid"}))
            return {"few-step-renoised", 3, 1, 8};
        // Self-Forcing and other distribution matching renoise at each step, LightX2V's go
        // straight.
        const bool isStraight = std::any_of(words.begin(), words.end(), [](const auto& word) {
            return word.find("lightx2v") != std::string::npos;
        });
        return {isStraight ? "few-step" : "few-step-renoised", 4, 1, 5};
    }
    switch (model.family) {
    case ModelFamily::Vace:
    case ModelFamily::FirstLastToVideo: return {"unipc", 50, 5, 16};
    case ModelFamily::FunControl:
    case ModelFamily::FunCamera: return {"unipc", 50, 6, isLarge ? 5.0 : 3.0};
    case ModelFamily::ImageToVideo:
        return {"unipc", 40, 5,
                isLarge || model.tracks == conditioning::TrackMethod::Ati ? 5.0 : 3.0};
    case ModelFamily::TextToVideo: break;
    }
    if (model.transformer.dim == kLargeDim)
        return {"unipc", 50, 5, 5};
    return {"unipc", 50, 6, 8};
}

/// Where a family's files are published; empty when nowhere under that size.
std::string sourceOf(const Model& model)
{
    const bool isSmall = model.transformer.dim != kLargeDim;
    if (model.tracks == conditioning::TrackMethod::WanMove)
        return "Ruihang/Wan-Move-14B-480P";
    if (model.tracks == conditioning::TrackMethod::Ati)
        return "bytedance-research/ATI";
    switch (model.family) {
    case ModelFamily::TextToVideo:
        return isSmall ? "Wan-AI/Wan2.1-T2V-1.3B" : "Wan-AI/Wan2.1-T2V-14B";
    case ModelFamily::ImageToVideo:
        return model.height > 480 ? "Wan-AI/Wan2.1-I2V-14B-720P" : "Wan-AI/Wan2.1-I2V-14B-480P";
    case ModelFamily::FirstLastToVideo: return "Wan-AI/Wan2.1-FLF2V-14B-720P";
    case ModelFamily::Vace:
        return model.transformer.dim == kLargeDim ? "Wan-AI/Wan2.1-VACE-14B"
                                                  : "Wan-AI/Wan2.1-VACE-1.3B";
    case ModelFamily::FunControl: return "alibaba-pai/Wan2.1-Fun-V1.1-1.3B-Control";
    case ModelFamily::FunCamera: break;
    }
    return "alibaba-pai/Wan2.1-Fun-V1.1-1.3B-Control-Camera";
}

} // namespace

ModelFamily familyOf(const TransformerConfig& config)
{
    if (!config.controlLayers.empty())
        return ModelFamily::Vace;
    if (config.cameraChannels > 0)
        return ModelFamily::FunCamera;
    if (config.referenceChannels > 0 || config.inChannels == 48)
        return ModelFamily::FunControl;
    if (config.imagePositions > 0)
        return ModelFamily::FirstLastToVideo;
    if (config.imageDim > 0 || config.inChannels == 36)
        return ModelFamily::ImageToVideo;
    return ModelFamily::TextToVideo;
}

std::string strangenessOf(const TransformerConfig& config, const std::vector<std::string>& words)
{
    if (config.outChannels == 48)
        return "a Wan 2.2 model with latents of 48 channels, which is not supported";
    if (speakOf(words, {"high", "noise"}) || speakOf(words, {"low", "noise"})
        || (config.inChannels == 36 && config.imageDim == 0))
        return "one of the two halves of a Wan 2.2 model, which is not supported";
    const auto expects = [&](std::int64_t channels) {
        return config.inChannels == channels && config.outChannels == 16
                   ? std::string()
                   : "takes " + std::to_string(config.inChannels) + " channels and gives "
                         + std::to_string(config.outChannels)
                         + ", as no known model of its family does";
    };
    switch (familyOf(config)) {
    case ModelFamily::ImageToVideo:
    case ModelFamily::FirstLastToVideo: return expects(36);
    case ModelFamily::FunControl: return expects(48);
    case ModelFamily::FunCamera: return expects(32);
    case ModelFamily::TextToVideo:
    case ModelFamily::Vace: break;
    }
    return expects(16);
}

void describe(Model& model, const std::vector<std::string>& words)
{
    using conditioning::TrackMethod;
    const bool takesTracks = model.family == ModelFamily::ImageToVideo;
    if (takesTracks && (speakOf(words, {"wan", "move"}) || speakOf(words, {"wanmove"})))
        model.tracks = TrackMethod::WanMove;
    else if (takesTracks && speakOf(words, {"ati"}))
        model.tracks = TrackMethod::Ati;
    model.isDistilled = speakOfFewSteps(words);

    const bool isSmall = model.transformer.dim != kLargeDim;
    const bool says480 = speakOf(words, {"480p"}), says720 = speakOf(words, {"720p"});
    const bool isLarge =
        !isSmall && model.tracks == TrackMethod::None && !says480
        && (says720 || (model.family != ModelFamily::ImageToVideo && !model.isDistilled));
    if (isLarge) {
        model.width = 1280;
        model.height = 720;
    }
    model.defaults = samplingOf(model, words, isLarge);

    const std::string size = sizeOf(model.transformer);
    if (model.tracks == TrackMethod::WanMove)
        model.name = "Wan-Move " + size;
    else if (model.tracks == TrackMethod::Ati)
        model.name = "ATI " + size;
    else
        model.name = "Wan 2.1 " + familyName(model) + ' ' + size;
    if (says480 || says720)
        model.name += says720 ? " 720p" : " 480p";
    if (model.isDistilled)
        model.name += ", " + std::to_string(model.defaults.steps) + " steps";
}

std::vector<WantedFile> filesOf(const Model& model)
{
    const std::string source = sourceOf(model);
    const std::string repackaged(kRepackaged);
    const TransformerConfig& config = model.transformer;
    const bool isPublished = config.dim == kSmallDim || config.dim == kLargeDim;
    // The published control model keeps its first part in four bytes a number, the rest in two.
    std::uint64_t bytes = 2 * model.parameters;
    if (model.family == ModelFamily::Vace && config.dim == kSmallDim)
        bytes = 7'145'000'000;
    else if (model.family == ModelFamily::TextToVideo && config.dim == kSmallDim)
        bytes = 4 * model.parameters;
    std::vector<WantedFile> files{
        {FileRole::Transformer,
         config.dim == kLargeDim ? "diffusion_pytorch_model-0000N-of-0000M.safetensors"
                                 : "diffusion_pytorch_model.safetensors",
         source, isPublished ? bytes : 0, false},
        {FileRole::VideoVae, "Wan2.1_VAE.pth", source, 508'000'000, false},
        {FileRole::TextEncoder, "models_t5_umt5-xxl-enc-bf16.pth", source, 11'361'900'000, false},
        {FileRole::Tokenizer, "google/umt5-xxl/spiece.model", source, 4'550'000, false},
    };
    if (config.imageDim > 0) // Fun models were trained to do without now and then
        files.push_back(
            {FileRole::ClipEncoder, "split_files/clip_vision/clip_vision_h.safetensors", repackaged,
             1'264'000'000,
             model.family == ModelFamily::FunControl || model.family == ModelFamily::FunCamera});
    files.push_back({FileRole::PreviewDecoder, "safetensors/taew2_1.safetensors",
                     "madebyollin/taehv", 0, true});
    return files;
}

bool isFewStepName(std::string_view name)
{
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            words.back() += char(std::tolower(static_cast<unsigned char>(c)));
        else
            words.emplace_back();
    }
    return speakOfFewSteps(words);
}

} // namespace dollygrip::generator
