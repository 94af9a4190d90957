#include "core/generator/nn/videotransformer.h"

#include "core/generator/nn/controlbranch.h"

#include <ATen/ATen.h>

#include <stdexcept>
#include <utility>

namespace dollygrip::generator {
namespace {

void show(const Watch& watch, const std::string& name, const at::Tensor& tensor)
{
    if (watch)
        watch(name, tensor);
}

/// The layer `index` of a sequence, in float32 or the type of its weights, whichever it is.
torch::nn::Linear linearOf(torch::nn::Sequential& layers, std::size_t index)
{
    return torch::nn::Linear(layers->ptr<torch::nn::LinearImpl>(index));
}

at::Tensor applied(torch::nn::Sequential& layers, std::size_t index, const at::Tensor& x)
{
    torch::nn::Linear linear = linearOf(layers, index);
    return through(linear, x);
}

torch::nn::GELU tanhGelu()
{
    return torch::nn::GELU(torch::nn::GELUOptions().approximate("tanh"));
}

torch::nn::Sequential twoLayers(std::int64_t in, std::int64_t middle, std::int64_t out)
{
    return torch::nn::Sequential(torch::nn::Linear(in, middle), tanhGelu(),
                                 torch::nn::Linear(middle, out));
}

} // namespace

TransformerBlockImpl::TransformerBlockImpl(const TransformerConfig& config) : eps(config.eps)
{
    self_attn = register_module("self_attn", SelfAttention(config.attention()));
    if (config.crossNorm)
        norm3 = register_module(
            "norm3", torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.dim}).eps(eps)));
    cross_attn =
        register_module("cross_attn", CrossAttention(config.attention(), config.imageDim > 0));
    ffn = register_module("ffn", twoLayers(config.dim, config.feedForward, config.dim));
    modulation = register_parameter("modulation", at::zeros({1, 6, config.dim}));
}

at::Tensor TransformerBlockImpl::forward(at::Tensor x, const BlockContext& context,
                                         const Watch& watch, const std::string& name)
{
    // Shift, scale and gate of both parts, [batch, 1, dim] each.
    const auto e = (modulation.to(at::kFloat) + context.modulation).chunk(6, 1);
    const at::Tensor attended =
        self_attn->forward(modulatedNorm(x, eps, e[0], e[1]), context.rotary);
    show(watch, name + ".self_attn", attended);
    x = at::addcmul(x, attended.to(at::kFloat), e[2]);

    const at::Tensor asked = norm3.is_empty() ? x : layerNorm(x, eps, norm3->weight, norm3->bias);
    show(watch, name + ".norm3", asked);
    const at::Tensor answered = cross_attn->forward(asked, context.text, context.image);
    show(watch, name + ".cross_attn", answered);
    x = x + answered;

    const at::Tensor inner = applied(ffn, 0, modulatedNorm(x, eps, e[3], e[4]));
    const at::Tensor fed = applied(ffn, 2, geluTanh(inner));
    show(watch, name + ".ffn", fed);
    return at::addcmul(x, fed.to(at::kFloat), e[5]);
}

ImageEmbeddingImpl::ImageEmbeddingImpl(const TransformerConfig& config)
{
    const std::int64_t in = config.imageDim;
    proj = register_module(
        "proj", torch::nn::Sequential(
                    torch::nn::LayerNorm(torch::nn::LayerNormOptions({in})),
                    torch::nn::Linear(in, in), torch::nn::GELU(), torch::nn::Linear(in, config.dim),
                    torch::nn::LayerNorm(torch::nn::LayerNormOptions({config.dim}))));
    if (config.imagePositions > 0)
        emb_pos = register_parameter("emb_pos", at::zeros({1, config.imagePositions, in}));
}

at::Tensor ImageEmbeddingImpl::forward(const at::Tensor& patches)
{
    const auto normed = [this](std::size_t index, const at::Tensor& x) {
        const auto& norm = proj->at<torch::nn::LayerNormImpl>(index);
        return layerNorm(x, norm.options.eps(), norm.weight, norm.bias);
    };
    const at::Tensor x = emb_pos.defined() ? patches + emb_pos : patches;
    return normed(4, applied(proj, 3, geluErf(applied(proj, 1, normed(0, x)))));
}

OutputHeadImpl::OutputHeadImpl(std::int64_t dim, std::int64_t values, double eps) : eps(eps)
{
    head = register_module("head", torch::nn::Linear(dim, values));
    modulation = register_parameter("modulation", at::zeros({1, 2, dim}));
}

at::Tensor OutputHeadImpl::forward(const at::Tensor& x, const at::Tensor& time)
{
    const auto e = (modulation.to(at::kFloat) + time.unsqueeze(1)).chunk(2, 1);
    return through(head, modulatedNorm(x, eps, e[0], e[1])).to(at::kFloat);
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
    text_embedding = register_module("text_embedding", twoLayers(config.textDim, dim, dim));
    time_embedding = register_module(
        "time_embedding", torch::nn::Sequential(torch::nn::Linear(config.timeDim, dim),
                                                torch::nn::SiLU(), torch::nn::Linear(dim, dim)));
    time_projection =
        register_module("time_projection",
                        torch::nn::Sequential(torch::nn::SiLU(), torch::nn::Linear(dim, 6 * dim)));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t i = 0; i < config.layers; ++i)
        blocks->push_back(TransformerBlock(config));
    head = register_module("head", OutputHead(dim,
                                              config.outChannels * config.patchFrames
                                                  * config.patchRows * config.patchColumns,
                                              config.eps));
    if (config.imageDim > 0)
        img_emb = register_module("img_emb", ImageEmbedding(config));
}

Words VideoTransformerImpl::embedded(const at::Tensor& text, const at::Tensor& image,
                                     const Watch& watch)
{
    if (text.dim() != 2 || text.size(1) != config.textDim || text.size(0) > config.textLength)
        throw std::invalid_argument("the words do not fit the video transformer");
    const at::Tensor padded =
        at::constant_pad_nd(text, {0, 0, 0, config.textLength - text.size(0)}).unsqueeze(0);
    Words words;
    words.text = applied(text_embedding, 2, geluTanh(applied(text_embedding, 0, padded)));
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

at::Tensor VideoTransformerImpl::forward(const at::Tensor& latent, const at::Tensor& t,
                                         const Words& words, const Control& control,
                                         const Watch& watch)
{
    if (latent.dim() != 5 || latent.size(1) != config.inChannels
        || latent.size(2) % config.patchFrames != 0 || latent.size(3) % config.patchRows != 0
        || latent.size(4) % config.patchColumns != 0)
        throw std::invalid_argument("the latent does not fit the video transformer");
    const at::Tensor patches =
        patch_embedding->forward(latent.to(patch_embedding->weight.scalar_type()));
    show(watch, "patch_embedding", patches);
    const TokenGrid grid{patches.size(2), patches.size(3), patches.size(4)};
    at::Tensor x = patches.flatten(2).transpose(1, 2).to(at::kFloat).contiguous();

    const at::Tensor waves = sinusoids(t, config.timeDim).to(latent.device(), at::kFloat);
    const at::Tensor time =
        applied(time_embedding, 2, at::silu(applied(time_embedding, 0, waves))).to(at::kFloat);
    show(watch, "time_embedding", time);
    const at::Tensor levels = applied(time_projection, 1, at::silu(time)).to(at::kFloat);
    show(watch, "time_projection", levels);

    const BlockContext context{levels.view({levels.size(0), 6, config.dim}),
                               rotaryFor(grid, latent.device()), words.text, words.image};
    at::Tensor state =
        control.branch ? (*control.branch)->begin(control.signals, x, watch) : at::Tensor();
    for (std::int64_t i = 0; i < config.layers; ++i) {
        const std::string name = "block" + std::to_string(i);
        x = blocks->at<TransformerBlockImpl>(i).forward(std::move(x), context, watch, name);
        if (control.branch)
            if (const auto index = (*control.branch)->blockFor(i))
                x = at::add(x, (*control.branch)->step(*index, state, context, watch),
                            control.strength);
        show(watch, name, x);
    }
    const at::Tensor cells = head->forward(x, time);
    show(watch, "head", cells);
    return unpatchified(cells, grid, config.patchFrames, config.patchRows, config.patchColumns);
}

} // namespace dollygrip::generator
