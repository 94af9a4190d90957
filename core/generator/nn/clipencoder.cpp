#include "core/generator/nn/clipencoder.h"

#include "core/generator/nn/attention.h"
#include "core/generator/nn/norms.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr double kEps = 1e-5;

/// Without numbers in it yet: drawing random ones would cost more than computing.
at::Tensor blank(at::IntArrayRef shape)
{
    return at::zeros(shape);
}

torch::nn::Linear blankLinear(std::int64_t in, std::int64_t out)
{
    torch::nn::Linear linear(torch::nn::LinearOptions(1, 1));
    linear->weight.set_data(blank({out, in}));
    linear->bias.set_data(blank({out}));
    return linear;
}

} // namespace

ClipNormImpl::ClipNormImpl(std::int64_t dim)
{
    weight = register_parameter("weight", at::ones({dim}));
    bias = register_parameter("bias", at::zeros({dim}));
}

at::Tensor ClipNormImpl::forward(const at::Tensor& x)
{
    return layerNorm(x, kEps, weight, bias).to(x.scalar_type());
}

ClipAttentionImpl::ClipAttentionImpl(const ClipConfig& config) : heads(config.heads)
{
    to_qkv = register_module("to_qkv", blankLinear(config.dim, 3 * config.dim));
    proj = register_module("proj", blankLinear(config.dim, config.dim));
}

at::Tensor ClipAttentionImpl::forward(const at::Tensor& x)
{
    const std::int64_t batch = x.size(0), tokens = x.size(1);
    const std::vector<at::Tensor> parts = to_qkv->forward(x)
                                              .view({batch, tokens, 3, heads, -1})
                                              .permute({2, 0, 3, 1, 4})
                                              .unbind(0); // each [batch, heads, tokens, width]
    const at::Tensor seen = attend(parts[0], parts[1], parts[2]);
    return proj->forward(seen.transpose(1, 2).reshape({batch, tokens, -1}));
}

ClipBlockImpl::ClipBlockImpl(const ClipConfig& config)
{
    norm1 = register_module("norm1", ClipNorm(config.dim));
    attn = register_module("attn", ClipAttention(config));
    norm2 = register_module("norm2", ClipNorm(config.dim));
    auto mlp = register_module("mlp", std::make_shared<torch::nn::Module>("mlp"));
    mlp0 = mlp->register_module("0", blankLinear(config.dim, config.ffnDim));
    mlp2 = mlp->register_module("2", blankLinear(config.ffnDim, config.dim));
}

at::Tensor ClipBlockImpl::forward(const at::Tensor& x)
{
    const at::Tensor y = x + attn->forward(norm1->forward(x));
    return y + mlp2->forward(geluErf(mlp0->forward(norm2->forward(y))));
}

ClipEncoderImpl::ClipEncoderImpl(const ClipConfig& given) : config(given)
{
    auto visual = register_module("visual", std::make_shared<torch::nn::Module>("visual"));
    auto patches =
        visual->register_module("patch_embedding", std::make_shared<torch::nn::Module>("patches"));
    patchEmbedding =
        patches->register_parameter("weight", blank({config.dim, 3, config.patch, config.patch}));
    clsEmbedding = visual->register_parameter("cls_embedding", blank({1, 1, config.dim}));
    posEmbedding =
        visual->register_parameter("pos_embedding", blank({1, config.positions, config.dim}));
    preNorm = visual->register_module("pre_norm", ClipNorm(config.dim));
    transformer = visual->register_module("transformer", torch::nn::ModuleList());
    for (std::int64_t layer = 0; layer + 1 < config.layers; ++layer)
        transformer->push_back(ClipBlock(config).ptr());
}

at::Tensor ClipEncoderImpl::embedded(const at::Tensor& pixels)
{
    const at::Tensor patches =
        at::conv2d(pixels.to(patchEmbedding.scalar_type()), patchEmbedding, {}, config.patch)
            .flatten(2)
            .transpose(1, 2);
    const at::Tensor whole = clsEmbedding.expand({pixels.size(0), -1, -1});
    return preNorm->forward(at::cat({whole, patches}, 1) + posEmbedding);
}

at::Tensor ClipEncoderImpl::forward(const at::Tensor& pixels)
{
    at::Tensor x = embedded(pixels);
    for (const auto& block : *transformer)
        x = block->as<ClipBlock>()->forward(x);
    return x;
}

std::int64_t clipSide(const ClipConfig& config)
{
    const auto patches = static_cast<double>(config.positions - 1);
    return config.patch * std::llround(std::sqrt(patches));
}

at::Tensor clipPixels(const at::Tensor& picture, const ClipConfig& config)
{
    const std::int64_t side = clipSide(config);
    const at::Tensor sized =
        at::upsample_bicubic2d(picture.to(at::kFloat), {side, side}, /*align_corners=*/false);
    const auto channels = [&](double r, double g, double b) {
        return at::tensor({r, g, b}, sized.options()).view({3, 1, 1});
    };
    return (sized * 0.5 + 0.5 - channels(0.48145466, 0.4578275, 0.40821073))
           / channels(0.26862954, 0.26130258, 0.27577711);
}

at::Tensor encodeClipStreamed(const ClipConfig& config, const at::Tensor& pixels,
                              const std::function<at::Tensor(const std::string& key)>& weights,
                              at::ScalarType dtype, const std::function<bool()>& keepGoing)
{
    const torch::NoGradGuard noGrad;
    const std::int64_t dim = config.dim, ffn = config.ffnDim;
    const auto take = [&](const std::string& key, at::IntArrayRef shape) {
        const at::Tensor value = weights(key);
        TORCH_CHECK(value.defined() && value.sizes() == shape, key, " has an unexpected shape");
        return value.to(pixels.device(), dtype);
    };
    const auto takeNorm = [&](ClipNorm& norm, const std::string& name) {
        norm->weight = take(name + ".weight", {dim});
        norm->bias = take(name + ".bias", {dim});
    };
    const auto takeLinear = [&](torch::nn::Linear& linear, const std::string& name, std::int64_t in,
                                std::int64_t out) {
        linear->weight = take(name + ".weight", {out, in});
        linear->bias = take(name + ".bias", {out});
    };
    ClipConfig hollow = config; // modules of the smallest size, which take the weights' memory
    hollow.dim = config.heads;
    hollow.ffnDim = hollow.patch = hollow.positions = hollow.layers = 1;
    ClipEncoder tower(hollow);
    tower->config = config;
    tower->patchEmbedding =
        take("visual.patch_embedding.weight", {dim, 3, config.patch, config.patch});
    tower->clsEmbedding = take("visual.cls_embedding", {1, 1, dim});
    tower->posEmbedding = take("visual.pos_embedding", {1, config.positions, dim});
    takeNorm(tower->preNorm, "visual.pre_norm");
    at::Tensor x = tower->embedded(pixels);
    for (std::int64_t layer = 0; layer + 1 < config.layers; ++layer) {
        if (keepGoing && !keepGoing())
            return {};
        ClipBlock block(hollow);
        const std::string name = "visual.transformer." + std::to_string(layer) + ".";
        takeNorm(block->norm1, name + "norm1");
        takeLinear(block->attn->to_qkv, name + "attn.to_qkv", dim, 3 * dim);
        takeLinear(block->attn->proj, name + "attn.proj", dim, dim);
        takeNorm(block->norm2, name + "norm2");
        takeLinear(block->mlp0, name + "mlp.0", dim, ffn);
        takeLinear(block->mlp2, name + "mlp.2", ffn, dim);
        x = block->forward(x);
    }
    return x;
}

} // namespace dollygrip::generator
