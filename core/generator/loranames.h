#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// What a tensor of a LoRA file is to its weight.
enum class LoraPart {
    Down,           ///< rank rows
    Up,             ///< rank columns
    Alpha,          ///< divided by the rank: the product's scale
    Difference,     ///< of the whole weight
    BiasDifference, ///< of the bias beside it
    TableDifference ///< of the modulation table below it
};

struct LoraName {
    std::string layer; ///< as the file spells it
    LoraPart part = LoraPart::Down;
};

/// Nothing for names of another kind (DoRA's scales, LoKr's factors).
std::optional<LoraName> loraNameOf(std::string_view name);

/// Finds layers of networks by every spelling that LoRA files use.
class LoraLayers {
public:
    /// `weights`: the networks' parameters, by the original.
    explicit LoraLayers(const std::vector<std::string>& weights);

    /// The parameter that this part of the file's layer changes; empty when there is none.
    std::string weightOf(const LoraName& name) const;

private:
    struct Layer {
        std::string weight; ///< "….weight", or the parameter itself
        std::string bias;
    };
    const Layer* find(std::string_view layer) const;

    std::map<std::string, Layer, std::less<>> m_layers; ///< by dotted and by joined spelling
};

} // namespace dollygrip::generator
