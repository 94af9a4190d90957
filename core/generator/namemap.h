#pragma once

#include "core/generator/modelfolder.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// What a file's tensor is in the published original.
struct NamedPart {
    std::string original;
    int part = 0; ///< one above the other, `parts` of the file's tensors make the original's one
    int parts = 1;
    int leadingAxes = 0;       ///< axes of size 1 that the original has in front
    bool isTransposed = false; ///< two axes, the other way round
};

/// The names of one network's tensors, as a file spells them, and in the published original, which
/// is what our networks' members are called: `blocks.0.self_attn.q.weight` (transformer),
/// `encoder.conv1.weight` (VAE), `blocks.0.attn.q.weight` (text), `visual.pre_norm.weight` (CLIP).
struct NameMap {
    FileRole role = FileRole::Transformer;
    /// "original", "diffusers", "transformers", "open-clip", "comfyui" (the original's or
    /// transformers' names with its own prefix or embedded tokenizer); of LoRA files "kohya",
    /// "diffusers" or "original"
    std::string naming;
    std::map<std::string, NamedPart, std::less<>> parts; ///< by the file's name; of a LoRA empty
    std::vector<std::string> ignored; ///< known, but of no network here: tokenizer, text tower
    std::vector<std::string> unknown;

    /// The file's names of an original one, by part; empty when it has none.
    std::vector<std::string> namesOf(std::string_view original) const;
};

/// Finds out from the names alone what network they are of and how they are spelt. Nothing when
/// most of them are of no network that is known.
std::optional<NameMap> nameMapOf(const std::vector<std::string>& names);

/// The other way: how a file of that naming spells the original's names.
NameMap nameMapIn(FileRole role, std::string_view naming,
                  const std::vector<std::string>& originals);

} // namespace dollygrip::generator
