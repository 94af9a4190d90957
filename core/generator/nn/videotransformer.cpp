#include "core/generator/nn/videotransformer.h"

#include "core/generator/nn/controlbranch.h"
#include "core/generator/nn/kernels.h"

#include <torch/torch.h>

#include <stdexcept>
#include <utility>

namespace dollygrip::generator {
namespace {

void show(const Watch& watch, const std::string& name, const at::Tensor& tensor)
{
    if (watch)
        watch(name, tensor);
}

at::Tensor lengthened(const at::Tensor& rows, std::int64_t length)
{
    const std::int64_t more = length - rows.size(1);
    if (more <= 0)
        return rows;
    return at::cat({rows, rows.narrow(1, rows.size(1) - 1, 1).expand({rows.size(0), more, -1})}, 1);
}

/// All of a text that differs, and one of the equal rows behind it.
std::pair<at::Tensor, double> withoutRepetition(const Words& words)
{
    const std::int64_t all = words.text.size(1);
    if (words.length < 0 || words.length + 1 >= all)
        return {words.text, 1.0};
    return {words.text.narrow(1, 0, words.length + 1), static_cast<double>(all - words.length)};
}

constexpr std::int64_t kTokensAtOnce = 4096; // through a feed-forward layer, which is wide

} // namespace

LinearPairImpl::LinearPairImpl(std::int64_t in, std::int64_t middle, std::int64_t out)
{
    first = register_module("0", Linear(in, middle));
    second = register_module("2", Linear(middle, out));
}

at::Tensor LinearPairImpl::forward(const at::Tensor& x)
{
    const auto pass = [this](const at::Tensor& some) {
        return second->forward(biasedGelu(first->bare(some), first->bias, second->factorType()));
    };
    if (x.size(1) <= kTokensAtOnce)
        return pass(x);
    std::vector<at::Tensor> parts;
    for (const at::Tensor& part : x.split(kTokensAtOnce, 1))
        parts.push_back(pass(part));
    return at::cat(parts, 1);
}

TransformerBlockImpl::TransformerBlockImpl(const TransformerConfig& config) : eps(config.eps)
{
    self_attn = register_module("self_attn", SelfAttention(config.attention()));
    if (config.crossNorm)
        norm3 = register_module(
            "norm3", torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.dim}).eps(eps)));
    cross_attn =
        register_module("cross_attn", CrossAttention(config.attention(), config.imageDim > 0));
    ffn = register_module("ffn", LinearPair(config.dim, config.feedForward, config.dim));
    modulation = register_parameter("modulation", at::zeros({1, 6, config.dim}));
}

at::Tensor TransformerBlockImpl::answered(const at::Tensor& asked, const Words& words)
{
    const auto look = [&] {
        const auto [rows, count] = withoutRepetition(words);
        KeysValues text = cross_attn->textSeen(rows);
        text.lastCount = count;
        const bool hasImage = words.image.defined() && cross_attn->takesImage();
        return std::pair(text, hasImage ? cross_attn->imageSeen(words.image) : KeysValues());
    };
    if (!words.memory) {
        const auto [text, image] = look();
        return cross_attn->forward(asked, text, image);
    }
    auto seen = words.memory->find(cross_attn.get());
    if (seen == words.memory->end())
        seen = words.memory->emplace(cross_attn.get(), look()).first;
    return cross_attn->forward(asked, seen->second.first, seen->second.second);
}

at::Tensor TransformerBlockImpl::forward(at::Tensor x, const BlockContext& context,
                                         const Watch& watch, const std::string& name)
{
    // Shift, scale and gate of both parts, [batch, 1, dim] each.
    const auto e = (modulation.to(at::kFloat) + context.modulation).chunk(6, 1);
    const at::Tensor attended = self_attn->forward(
        modulatedNorm(x, eps, e[0], e[1], self_attn->q->factorType()), context.rotary);
    show(watch, name + ".self_attn", attended);
    addGated(x, attended, e[2]);

    const at::Tensor asked = norm3.is_empty() ? x : layerNorm(x, eps, norm3->weight, norm3->bias);
    show(watch, name + ".norm3", asked);
    const at::Tensor answer = answered(asked, context.words);
    show(watch, name + ".cross_attn", answer);
    x.add_(answer);

    const at::Tensor fed =
        ffn->forward(modulatedNorm(x, eps, e[3], e[4], ffn->first->factorType()));
    show(watch, name + ".ffn", fed);
    addGated(x, fed, e[5]);
    return x;
}

ImageEmbeddingImpl::ImageEmbeddingImpl(const TransformerConfig& config)
{
    const std::int64_t in = config.imageDim;
    const auto norm = [](std::int64_t dim) {
        return torch::nn::LayerNorm(torch::nn::LayerNormOptions({dim}));
    };
    auto proj = register_module("proj", std::make_shared<torch::nn::Module>("proj"));
    norm0 = proj->register_module("0", norm(in));
    first = proj->register_module("1", Linear(in, in));
    second = proj->register_module("3", Linear(in, config.dim));
    norm4 = proj->register_module("4", norm(config.dim));
    if (config.imagePositions > 0)
        emb_pos = register_parameter("emb_pos", at::zeros({1, config.imagePositions, in}));
}

at::Tensor ImageEmbeddingImpl::forward(const at::Tensor& patches)
{
    const auto normed = [](const torch::nn::LayerNorm& norm, const at::Tensor& x) {
        return layerNorm(x, norm->options.eps(), norm->weight, norm->bias);
    };
    const at::Tensor x = emb_pos.defined() ? patches + emb_pos : patches;
    return normed(norm4, second->exact(geluErf(first->exact(normed(norm0, x)))));
}

CameraAdapterImpl::CameraAdapterImpl(std::int64_t channels, const TransformerConfig& config)
{
    const torch::ExpandingArray<2> patch({config.patchRows, config.patchColumns});
    const auto same = [&] {
        return torch::nn::Conv2d(torch::nn::Conv2dOptions(config.dim, config.dim, 3).padding(1));
    };
    conv = register_module(
        "conv",
        torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, config.dim, patch).stride(patch)));
    auto blocks =
        register_module("residual_blocks", std::make_shared<torch::nn::Module>("residual_blocks"));
    auto block = blocks->register_module("0", std::make_shared<torch::nn::Module>("0"));
    conv1 = block->register_module("conv1", same());
    conv2 = block->register_module("conv2", same());
}

at::Tensor CameraAdapterImpl::forward(const at::Tensor& rays)
{
    constexpr std::int64_t kCell = 8; // pixels of a latent cell's side
    const at::Tensor frames = rays.transpose(1, 2).flatten(0, 1).to(at::kFloat);
    const at::Tensor cells = at::pixel_unshuffle(frames, kCell);
    const auto through = [](torch::nn::Conv2d& layer, const at::Tensor& x, std::int64_t padding) {
        return at::conv2d(x, layer->weight.to(at::kFloat), layer->bias.to(at::kFloat), 1, padding);
    };
    const at::Tensor x = patched(cells.unsqueeze(2), conv->weight, conv->bias).squeeze(2);
    const at::Tensor y = x + through(conv2, at::relu(through(conv1, x, 1)), 1);
    return y.unflatten(0, {rays.size(0), rays.size(2)}).transpose(1, 2);
}

OutputHeadImpl::OutputHeadImpl(std::int64_t dim, std::int64_t values, double eps) : eps(eps)
{
    head = register_module("head", Linear(dim, values));
    modulation = register_parameter("modulation", at::zeros({1, 2, dim}));
}

at::Tensor OutputHeadImpl::forward(const at::Tensor& x, const at::Tensor& time)
{
    const auto e = (modulation.to(at::kFloat) + time.unsqueeze(1)).chunk(2, 1);
    return head->exact(modulatedNorm(x, eps, e[0], e[1]));
}

at::Tensor patched(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias)
{
    const bool isFlat = weight.dim() == 4; // no axis of time
    const std::int64_t frames = isFlat ? 1 : weight.size(2);
    const std::int64_t rows = weight.size(isFlat ? 2 : 3);
    const std::int64_t columns = weight.size(isFlat ? 3 : 4);
    const std::int64_t f = x.size(2) / frames;
    const std::int64_t r = x.size(3) / rows;
    const std::int64_t c = x.size(4) / columns;
    const at::Tensor cells = x.to(at::kFloat)
                                 .reshape({x.size(0), x.size(1), f, frames, r, rows, c, columns})
                                 .permute({0, 2, 4, 6, 1, 3, 5, 7})
                                 .reshape({x.size(0), f * r * c, -1});
    return at::linear(cells, weight.to(at::kFloat).flatten(1), bias.to(at::kFloat))
        .transpose(1, 2)
        .reshape({x.size(0), weight.size(0), f, r, c});
}

at::Tensor unpatchified(const at::Tensor& x, const TokenGrid& grid, std::int64_t patchFrames,
                        std::int64_t patchRows, std::int64_t patchColumns)
{
    const std::int64_t channels = x.size(2) / (patchFrames * patchRows * patchColumns);
    return x
        .reshape({x.size(0), grid.frames, grid.rows, grid.columns, patchFrames, patchRows,
                  patchColumns, channels})
        .permute({0, 7, 1, 4, 2, 5, 3, 6})
        .reshape({x.size(0), channels, grid.frames * patchFrames, grid.rows * patchRows,
                  grid.columns * patchColumns});
}

VideoTransformerImpl::VideoTransformerImpl(const TransformerConfig& config) : config(config)
{
    const std::int64_t dim = config.dim;
    const torch::ExpandingArray<3> patch(
        {config.patchFrames, config.patchRows, config.patchColumns});
    patch_embedding = register_module(
        "patch_embedding",
        torch::nn::Conv3d(torch::nn::Conv3dOptions(config.inChannels, dim, patch).stride(patch)));
    text_embedding = register_module("text_embedding", LinearPair(config.textDim, dim, dim));
    time_embedding = register_module("time_embedding", LinearPair(config.timeDim, dim, dim));
    auto projection =
        register_module("time_projection", std::make_shared<torch::nn::Module>("time_projection"));
    time_projection = projection->register_module("1", Linear(dim, 6 * dim));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t i = 0; i < config.layers; ++i)
        blocks->push_back(TransformerBlock(config));
    head = register_module("head", OutputHead(dim,
                                              config.outChannels * config.patchFrames
                                                  * config.patchRows * config.patchColumns,
                                              config.eps));
    if (config.imageDim > 0)
        img_emb = register_module("img_emb", ImageEmbedding(config));
    if (config.referenceChannels > 0) {
        const torch::ExpandingArray<2> flat({config.patchRows, config.patchColumns});
        ref_conv = register_module(
            "ref_conv",
            torch::nn::Conv2d(
                torch::nn::Conv2dOptions(config.referenceChannels, dim, flat).stride(flat)));
    }
    if (config.cameraChannels > 0)
        control_adapter =
            register_module("control_adapter", CameraAdapter(config.cameraChannels, config));
}

Words VideoTransformerImpl::embedded(const at::Tensor& text, const at::Tensor& image,
                                     const Watch& watch)
{
    const at::NoGradGuard noGradient;
    if (text.dim() != 2 || text.size(1) != config.textDim || text.size(0) > config.textLength)
        throw std::invalid_argument("the words do not fit the video transformer");
    // Behind the words stand zeros; they all come out alike.
    const bool isFull = text.size(0) == config.textLength;
    const at::Tensor rows = (isFull ? text : at::constant_pad_nd(text, {0, 0, 0, 1})).unsqueeze(0);
    Words words;
    words.text =
        lengthened(text_embedding->second->exact(geluTanh(text_embedding->first->exact(rows))),
                   config.textLength);
    words.length = text.size(0);
    words.memory = std::make_shared<WordsMemory>();
    show(watch, "text_embedding", words.text);
    if (image.defined()) {
        if (img_emb.is_empty())
            throw std::invalid_argument("this video transformer takes no picture");
        words.image = img_emb->forward(image);
        show(watch, "img_emb", words.image);
    }
    return words;
}

const at::Tensor& VideoTransformerImpl::rotaryFor(const TokenGrid& grid, at::Device device)
{
    if (!m_rotary.defined() || m_grid != grid || m_rotary.device() != device) {
        m_rotary = rotaryOf(grid, config.headDim()).to(at::kComplexFloat).to(device);
        m_grid = grid;
    }
    return m_rotary;
}

at::Tensor VideoTransformerImpl::tokensOf(const at::Tensor& patches, const Control& control,
                                          TokenGrid& grid)
{
    at::Tensor cells = patches;
    if (!control_adapter.is_empty() && control.camera.defined())
        cells = cells + control_adapter->forward(control.camera);
    at::Tensor x = cells.flatten(2).transpose(1, 2);
    if (!ref_conv.is_empty()) { // one frame of tokens more, in front
        const at::Tensor reference =
            control.reference.defined()
                ? control.reference
                : at::zeros({x.size(0), config.referenceChannels, grid.rows * config.patchRows,
                             grid.columns * config.patchColumns},
                            x.options());
        const at::Tensor seen = patched(reference.unsqueeze(2), ref_conv->weight, ref_conv->bias);
        x = at::cat({seen.flatten(2).transpose(1, 2), x}, 1);
        ++grid.frames;
    }
    // A memory of its own: the blocks work in it.
    return x.clone(at::MemoryFormat::Contiguous);
}

at::Tensor VideoTransformerImpl::forward(const at::Tensor& latent, const at::Tensor& t,
                                         const Words& words, const Control& control,
                                         const Watch& watch, const KeepGoing& keepGoing)
{
    const at::NoGradGuard noGradient;
    if (latent.dim() != 5 || latent.size(1) != config.inChannels
        || latent.size(2) % config.patchFrames != 0 || latent.size(3) % config.patchRows != 0
        || latent.size(4) % config.patchColumns != 0)
        throw std::invalid_argument("the latent does not fit the video transformer");
    const at::Tensor patches = patched(latent, patch_embedding->weight, patch_embedding->bias);
    show(watch, "patch_embedding", patches);
    const TokenGrid cells{patches.size(2), patches.size(3), patches.size(4)};
    TokenGrid grid = cells;
    at::Tensor x = tokensOf(patches, control, grid);

    const at::Tensor waves = sinusoids(t, config.timeDim).to(latent.device(), at::kFloat);
    const at::Tensor time =
        time_embedding->second->exact(at::silu(time_embedding->first->exact(waves)));
    show(watch, "time_embedding", time);
    const at::Tensor levels = time_projection->exact(at::silu(time));
    show(watch, "time_projection", levels);

    const BlockContext context{levels.view({levels.size(0), 6, config.dim}),
                               rotaryFor(grid, latent.device()), words};
    at::Tensor state =
        control.branch ? (*control.branch)->begin(control.signals, x, watch) : at::Tensor();
    for (std::int64_t i = 0; i < config.layers; ++i) {
        if (keepGoing && !keepGoing())
            return {};
        const std::string name = "block" + std::to_string(i);
        x = blocks->at<TransformerBlockImpl>(i).forward(std::move(x), context, watch, name);
        if (control.branch)
            if (const auto index = (*control.branch)->blockFor(i))
                x.add_((*control.branch)->step(*index, state, context, watch), control.strength);
        show(watch, name, x);
    }
    const at::Tensor seen = head->forward(x, time);
    show(watch, "head", seen);
    return unpatchified(seen.narrow(1, grid.tokens() - cells.tokens(), cells.tokens()), cells,
                        config.patchFrames, config.patchRows, config.patchColumns);
}

} // namespace dollygrip::generator
