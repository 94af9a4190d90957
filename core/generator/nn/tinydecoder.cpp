#include "core/generator/nn/tinydecoder.h"

#include <torch/torch.h>

#include <cmath>
#include <memory>
#include <string>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kStageLayers =
    6; ///< of the checkpoint's numbering: 3 blocks, up, grow, conv
constexpr std::int64_t kFirstStage = 3;

torch::nn::Conv2d conv(std::int64_t in, std::int64_t out, std::int64_t kernel, bool hasBias)
{
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).padding(kernel / 2).bias(hasBias));
}

std::string layerName(std::int64_t stage, std::int64_t layer)
{
    return std::to_string(kFirstStage + stage * kStageLayers + layer);
}

} // namespace

std::optional<TinyConfig> tinyConfigFromShapes(const ShapeOf& shapeOf)
{
    const auto shape = [&](const std::string& layer) {
        auto sides = shapeOf("decoder." + layer);
        return sides.size() == 4 ? sides : std::vector<std::int64_t>(4, 0);
    };
    TinyConfig config;
    const auto first = shape("1.weight");
    config.widths[0] = first[0];
    config.latentChannels = first[1];
    for (std::int64_t stage = 0; stage < 3; ++stage) {
        const auto i = static_cast<std::size_t>(stage);
        const auto grow = shape(layerName(stage, 4) + ".conv.weight");
        config.widths[i + 1] = shape(layerName(stage, 5) + ".weight")[0];
        if (config.widths[i] <= 0 || grow[1] != config.widths[i] || grow[0] % grow[1] != 0)
            return std::nullopt;
        config.grows[i] = grow[0] / grow[1];
        if (config.grows[i] < 1 || config.grows[i] > 4)
            return std::nullopt;
    }
    const auto last = shape("22.weight");
    config.patch = std::llround(std::sqrt(static_cast<double>(last[0]) / 3));
    if (config.patch < 1 || config.patch > 16 || last[0] != 3 * config.patch * config.patch
        || last[1] != config.widths[3] || config.widths[3] <= 0 || config.latentChannels <= 0)
        return std::nullopt;
    return config;
}

MemoryBlockImpl::MemoryBlockImpl(std::int64_t width)
{
    auto sequence = register_module("conv", std::make_shared<torch::nn::Module>("conv"));
    conv0 = sequence->register_module("0", conv(2 * width, width, 3, true));
    conv2 = sequence->register_module("2", conv(width, width, 3, true));
    conv4 = sequence->register_module("4", conv(width, width, 3, true));
}

at::Tensor MemoryBlockImpl::forward(const at::Tensor& x, const at::Tensor& past)
{
    const at::Tensor inner = conv0->forward(at::cat({x, past}, 1)).relu_();
    return conv4->forward(conv2->forward(inner).relu_()).add_(x).relu_();
}

TinyDecoderImpl::TinyDecoderImpl(const TinyConfig& given) : config(given)
{
    auto decoder = register_module("decoder", std::make_shared<torch::nn::Module>("decoder"));
    const auto& widths = config.widths;
    first = decoder->register_module("1", conv(config.latentChannels, widths[0], 3, true));
    for (std::int64_t s = 0; s < 3; ++s) {
        const auto i = static_cast<std::size_t>(s);
        for (std::int64_t b = 0; b < 3; ++b)
            stages[i].blocks[static_cast<std::size_t>(b)] =
                decoder->register_module(layerName(s, b), MemoryBlock(widths[i]));
        auto grow =
            decoder->register_module(layerName(s, 4), std::make_shared<torch::nn::Module>("grow"));
        stages[i].grow =
            grow->register_module("conv", conv(widths[i], widths[i] * config.grows[i], 1, false));
        stages[i].conv =
            decoder->register_module(layerName(s, 5), conv(widths[i], widths[i + 1], 3, false));
    }
    last =
        decoder->register_module("22", conv(widths[3], 3 * config.patch * config.patch, 3, true));
}

at::Tensor TinyDecoderImpl::next(const at::Tensor& latent, Memory& memory, bool onlyLast)
{
    const bool isFirst = memory.empty();
    memory.resize(9);
    std::size_t place = 0;
    const at::Tensor given = latent.unsqueeze(0).to(first->weight.scalar_type());
    at::Tensor x = first->forward(at::tanh(given / 3) * 3).relu_();
    for (Stage& stage : stages) {
        for (MemoryBlock& block : stage.blocks) {
            at::Tensor& before = memory[place++];
            if (!before.defined())
                before = at::zeros_like(x.narrow(0, 0, 1));
            const std::int64_t frames = x.size(0);
            const at::Tensor past =
                frames == 1 ? before : at::cat({before, x.narrow(0, 0, frames - 1)});
            before = x.narrow(0, frames - 1, 1).clone();
            x = block->forward(x, past);
        }
        // One frame's channels become those of several frames.
        x = at::upsample_nearest2d(x, {2 * x.size(2), 2 * x.size(3)});
        const std::int64_t width = x.size(1), all = stage.grow->weight.size(0);
        const at::Tensor grown =
            onlyLast ? at::conv2d(x, stage.grow->weight.narrow(0, all - width, width))
                     : stage.grow->forward(x);
        x = stage.conv->forward(grown.reshape({-1, width, x.size(2), x.size(3)}));
    }
    x = last->forward(at::relu_(x));
    if (config.patch > 1)
        x = at::pixel_shuffle(x, config.patch);
    x = x.to(at::kFloat).clamp(0, 1);
    // The frames before the last of the first latent stand for a time before the shot.
    return isFirst ? x.narrow(0, x.size(0) - 1, 1) : x;
}

at::Tensor TinyDecoderImpl::forward(const at::Tensor& latents)
{
    Memory memory;
    std::vector<at::Tensor> pictures;
    for (std::int64_t frame = 0; frame < latents.size(1); ++frame)
        pictures.push_back(next(latents.select(1, frame), memory));
    return at::cat(pictures);
}

} // namespace dollygrip::generator
