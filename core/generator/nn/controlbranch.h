#pragma once

#include "core/generator/nn/videotransformer.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include <cstdint>
#include <optional>

namespace dollygrip::generator {

/// A transformer block over the control signal, which hands out what is added to a main block.
struct ControlBlockImpl : TransformerBlockImpl {
    /// The first one lets the latent's own tokens in.
    ControlBlockImpl(const TransformerConfig& config, bool first);

    Linear before_proj{nullptr}; ///< of the first block only
    Linear after_proj{nullptr};
};
TORCH_MODULE(ControlBlock);

/// The control network beside a video transformer (VACE): it walks along with the main blocks and
/// adds to some of them. Its keys stand in the transformer's own files.
struct ControlBranchImpl : torch::nn::Module {
    explicit ControlBranchImpl(const TransformerConfig& config);

    /// signals [batch, controlChannels, frames, height, width], x [batch, tokens, dim] -> the
    /// running state before the first block, [batch, tokens, dim] float32
    at::Tensor begin(const at::Tensor& signals, const at::Tensor& x, const Watch& watch = {});
    /// Which control block belongs to main block `layer`; nothing: none.
    std::optional<std::size_t> blockFor(std::int64_t layer) const;
    /// Takes the running state through block `index` -> what is added behind the main block.
    at::Tensor step(std::size_t index, at::Tensor& state, const BlockContext& context,
                    const Watch& watch = {});

    TransformerConfig config;
    torch::nn::Conv3d vace_patch_embedding{nullptr};
    torch::nn::ModuleList vace_blocks{nullptr};
};
TORCH_MODULE(ControlBranch);

} // namespace dollygrip::generator
