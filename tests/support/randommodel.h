#pragma once

#include "core/base/error.h"
#include "core/generator/nn/tensorlist.h"
#include "core/generator/safetensors.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dollygrip::test {

/// A model's networks by their measures, and what its files are called.
struct ModelRecipe {
    std::string name; ///< "tiny-vace", "wan2.1-vace-1.3b"
    std::string kind; ///< as in the original's config.json: "t2v", "i2v", "flf2v", "vace"
    std::string comfyName;
    generator::TransformerConfig transformer;
    generator::VaeConfig vae;
    generator::TextConfig text;
    std::optional<generator::ClipConfig> clip;
};

std::vector<std::string> recipeNames();
std::optional<ModelRecipe> recipeNamed(const std::string& name);

/// How the files lie in the folder.
struct ModelLayout {
    std::string naming = "original";                          ///< or "diffusers", "comfyui"
    generator::NumberType type = generator::NumberType::BF16; ///< the VAE is always float32
    std::uint64_t seed = 1;
    std::string tokenizer; ///< the spiece.model to put in; empty: this project's small one
    /// Bytes of a shard; what is larger is cut into several files with an index.
    std::uint64_t shard = std::uint64_t(10) << 30;
    std::vector<std::string> leftOut; ///< tensors that are not written, by their original names
    std::vector<std::string> added;   ///< to the transformer: tensors that no network has
};

/// Writes the model with random weights, the same in every layout. Never holds more than a piece of
/// a tensor. Errors: DiskFull (before it begins), FileUnwritable, FileUnreadable.
Result<void> writeRandomModel(const ModelRecipe& recipe, const ModelLayout& layout,
                              const std::string& folder);

} // namespace dollygrip::test
