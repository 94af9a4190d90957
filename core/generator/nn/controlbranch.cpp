#include "core/generator/nn/controlbranch.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace dollygrip::generator {

ControlBlockImpl::ControlBlockImpl(const TransformerConfig& config, bool first)
    : TransformerBlockImpl(config)
{
    if (first)
        before_proj = register_module("before_proj", Linear(config.dim, config.dim));
    after_proj = register_module("after_proj", Linear(config.dim, config.dim));
}

ControlBranchImpl::ControlBranchImpl(const TransformerConfig& config) : config(config)
{
    const torch::ExpandingArray<3> patch(
        {config.patchFrames, config.patchRows, config.patchColumns});
    vace_patch_embedding = register_module(
        "vace_patch_embedding",
        torch::nn::Conv3d(
            torch::nn::Conv3dOptions(config.controlChannels, config.dim, patch).stride(patch)));
    vace_blocks = register_module("vace_blocks", torch::nn::ModuleList());
    for (std::size_t i = 0; i < config.controlLayers.size(); ++i)
        vace_blocks->push_back(ControlBlock(config, i == 0));
}

at::Tensor ControlBranchImpl::begin(const at::Tensor& signals, const at::Tensor& x,
                                    const Watch& watch)
{
    const at::Tensor patches =
        patched(signals, vace_patch_embedding->weight, vace_patch_embedding->bias);
    if (watch)
        watch("vace_patch_embedding", patches);
    const at::Tensor tokens = patches.flatten(2).transpose(1, 2);
    auto& first = vace_blocks->at<ControlBlockImpl>(0);
    return first.before_proj->exact(tokens).add_(x);
}

std::optional<std::size_t> ControlBranchImpl::blockFor(std::int64_t layer) const
{
    const auto& layers = config.controlLayers;
    const auto found = std::find(layers.begin(), layers.end(), layer);
    if (found == layers.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - layers.begin());
}

at::Tensor ControlBranchImpl::step(std::size_t index, at::Tensor& state,
                                   const BlockContext& context, const Watch& watch)
{
    auto& block = vace_blocks->at<ControlBlockImpl>(index);
    state = block.forward(std::move(state), context);
    at::Tensor hint = block.after_proj->forward(state);
    if (watch) {
        const std::string name = "vace_block" + std::to_string(index);
        watch(name + ".c", state);
        watch(name + ".hint", hint);
    }
    return hint;
}

} // namespace dollygrip::generator
