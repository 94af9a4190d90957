#pragma once

#include "core/generator/nn/shapeof.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace dollygrip::generator {

/// The shape of a TAEHV decoder, a small network that shows roughly what the video VAE would. The
/// defaults are `taew2_1`, made for the latents of Wan 2.1.
struct TinyConfig {
    std::int64_t latentChannels = 16;
    std::array<std::int64_t, 4> widths{256, 128, 64, 64};
    std::array<std::int64_t, 3> grows{1, 2, 2}; ///< frames out of one, per stage
    std::int64_t patch = 1;                     ///< pixels a side that one output cell holds

    std::int64_t framesPerLatent() const { return grows[0] * grows[1] * grows[2]; }
    bool operator==(const TinyConfig&) const = default;
};

/// The shape that the tensors of a file have ("decoder.1.weight" …). No config when these are no
/// tensors of such a decoder.
std::optional<TinyConfig> tinyConfigFromShapes(const ShapeOf& shapeOf);

/// Three convolutions over a frame's features and those of the frame before it, and a way past.
struct MemoryBlockImpl : torch::nn::Module {
    explicit MemoryBlockImpl(std::int64_t width);
    /// x and past [frames, width, height, width] -> the same
    at::Tensor forward(const at::Tensor& x, const at::Tensor& past);

    torch::nn::Conv2d conv0{nullptr}, conv2{nullptr}, conv4{nullptr}; // conv.0, conv.2, conv.4
};
TORCH_MODULE(MemoryBlock);

/// Latents, as the sampler has them (neither mean nor spread applied), to pictures in 0…1. Members
/// carry the checkpoint's keys; its encoder is not part.
struct TinyDecoderImpl : torch::nn::Module {
    explicit TinyDecoderImpl(const TinyConfig& config = {});

    /// The last frame that each memory block saw.
    using Memory = std::vector<at::Tensor>;

    /// One latent frame [channels, height, width] -> its pictures [n, 3, 8 height, 8 width]. The
    /// first (empty memory) gives 1, all others framesPerLatent(). `onlyLast`: one picture each,
    /// roughly the last, for little more than half the work; not to be mixed with the other.
    at::Tensor next(const at::Tensor& latent, Memory& memory, bool onlyLast = false);
    /// [channels, frames, height, width] -> [1 + framesPerLatent (frames - 1), 3, …], one latent
    /// frame after the other.
    at::Tensor forward(const at::Tensor& latents);

    TinyConfig config;
    struct Stage {
        std::array<MemoryBlock, 3> blocks{MemoryBlock(nullptr), MemoryBlock(nullptr),
                                          MemoryBlock(nullptr)};
        torch::nn::Conv2d grow{nullptr}, conv{nullptr};
    };
    torch::nn::Conv2d first{nullptr}, last{nullptr}; // decoder.1, decoder.22
    std::array<Stage, 3> stages;                     // decoder.3 … 20
};
TORCH_MODULE(TinyDecoder);

} // namespace dollygrip::generator
