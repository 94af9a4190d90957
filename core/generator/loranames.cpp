#include "core/generator/loranames.h"

#include "core/generator/namemap.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dollygrip::generator {
namespace {

struct Ending {
    std::string_view text;
    LoraPart part;
};
constexpr std::array kEndings{
    Ending{".lora_down.weight", LoraPart::Down},
    Ending{".lora_up.weight", LoraPart::Up},
    Ending{".lora.down.weight", LoraPart::Down},
    Ending{".lora.up.weight", LoraPart::Up},
    Ending{".lora_A.weight", LoraPart::Down},
    Ending{".lora_B.weight", LoraPart::Up},
    Ending{".lora_A.default.weight", LoraPart::Down},
    Ending{".lora_B.default.weight", LoraPart::Up},
    Ending{".lora_A", LoraPart::Down},
    Ending{".lora_B", LoraPart::Up},
    Ending{".alpha", LoraPart::Alpha},
    Ending{".diff", LoraPart::Difference},
    Ending{".diff_b", LoraPart::BiasDifference},
    Ending{".diff_m", LoraPart::TableDifference},
};

constexpr std::array<std::string_view, 7> kDottedPrefixes{"model.diffusion_model.",
                                                          "diffusion_model.",
                                                          "base_model.model.",
                                                          "transformer.",
                                                          "pipe.dit.",
                                                          "model.",
                                                          "unet."};
constexpr std::array<std::string_view, 3> kJoinedPrefixes{"lora_unet_", "lora_transformer_",
                                                          "lycoris_"};

std::string layerOf(const std::string& weight)
{
    for (const std::string_view end : {".weight", ".bias"})
        if (weight.ends_with(end))
            return weight.substr(0, weight.size() - end.size());
    return weight;
}

std::string joined(std::string layer)
{
    std::replace(layer.begin(), layer.end(), '.', '_');
    return layer;
}

} // namespace

std::optional<LoraName> loraNameOf(std::string_view name)
{
    for (const Ending& ending : kEndings)
        if (name.ends_with(ending.text) && name.size() > ending.text.size())
            return LoraName{std::string(name.substr(0, name.size() - ending.text.size())),
                            ending.part};
    return std::nullopt;
}

LoraLayers::LoraLayers(const std::vector<std::string>& weights)
{
    std::map<std::string, Layer> layers;
    for (const std::string& weight : weights)
        (weight.ends_with(".bias") ? layers[layerOf(weight)].bias
                                   : layers[layerOf(weight)].weight) = weight;
    // The original's spelling wins where another one is the same.
    for (const auto& [layer, names] : layers)
        m_layers.emplace(layer, names);
    const NameMap diffusers = nameMapIn(FileRole::Transformer, "diffusers", weights);
    for (const auto& [name, part] : diffusers.parts)
        m_layers.emplace(layerOf(name), layers[layerOf(part.original)]);
    const auto dotted = m_layers;
    for (const auto& [layer, names] : dotted)
        m_layers.emplace(joined(layer), names);
}

const LoraLayers::Layer* LoraLayers::find(std::string_view layer) const
{
    const auto known = [this](std::string_view spelling) {
        const auto found = m_layers.find(spelling);
        return found == m_layers.end() ? nullptr : &found->second;
    };
    if (const Layer* const found = known(layer))
        return found;
    for (const std::string_view prefix : kJoinedPrefixes)
        if (layer.starts_with(prefix))
            return known(layer.substr(prefix.size()));
    for (const std::string_view prefix : kDottedPrefixes)
        if (layer.starts_with(prefix))
            return find(layer.substr(prefix.size()));
    return nullptr;
}

std::string LoraLayers::weightOf(const LoraName& name) const
{
    if (name.part == LoraPart::TableDifference) {
        const Layer* const table = find(name.layer + ".modulation");
        return table ? table->weight : std::string();
    }
    const Layer* const layer = find(name.layer);
    if (!layer)
        return {};
    return name.part == LoraPart::BiasDifference ? layer->bias : layer->weight;
}

} // namespace dollygrip::generator
