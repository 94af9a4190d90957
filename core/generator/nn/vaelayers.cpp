#include "core/generator/nn/attention.h"
#include "core/generator/nn/videovae.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace dollygrip::generator {
namespace {

constexpr double kSmallestNorm = 1e-12;
constexpr int64_t kAttentionRows = 2048; // of the score matrix at a time

CausalConv3d cubicConv(int64_t in, int64_t out)
{
    return CausalConv3d(CausalConv3dImpl::Options{in, out});
}

CausalConv3d timeConv(int64_t in, int64_t out, int64_t padding, int64_t stride)
{
    return CausalConv3d(CausalConv3dImpl::Options{in, out, {3, 1, 1}, {padding, 0, 0}, stride});
}

/// [b, c, t, h, w] -> [b·t, c, h, w]
at::Tensor framesAsBatch(const at::Tensor& x)
{
    return x.transpose(1, 2).reshape({-1, x.size(1), x.size(3), x.size(4)});
}

/// [b·t, c, h, w] -> [b, c, t, h, w]
at::Tensor batchAsFrames(const at::Tensor& x, int64_t batch)
{
    return x.reshape({batch, -1, x.size(1), x.size(2), x.size(3)}).transpose(1, 2);
}

bool doubles(Resampling mode)
{
    return mode == Resampling::Up2d || mode == Resampling::Up3d;
}

} // namespace

ChannelNormImpl::ChannelNormImpl(int64_t channels, int64_t trailing)
{
    std::vector<int64_t> shape(static_cast<std::size_t>(trailing) + 1, 1);
    shape[0] = channels;
    gamma = register_parameter("gamma", torch::ones(shape));
}

at::Tensor ChannelNormImpl::forward(const at::Tensor& x)
{
    const at::Tensor length = at::norm(x, 2, {1}, true).clamp_min(kSmallestNorm);
    const double scale = std::sqrt(static_cast<double>(gamma.size(0)));
    return x / length * scale * gamma;
}

VaeResidualImpl::VaeResidualImpl(int64_t in, int64_t out)
{
    auto residual = register_module("residual", std::make_shared<torch::nn::Module>("residual"));
    norm0 = residual->register_module("0", ChannelNorm(in, 3));
    conv2 = residual->register_module("2", cubicConv(in, out));
    norm3 = residual->register_module("3", ChannelNorm(out, 3));
    conv6 = residual->register_module("6", cubicConv(out, out));
    if (in != out)
        shortcut = register_module(
            "shortcut", CausalConv3d(CausalConv3dImpl::Options{in, out, {1, 1, 1}, {0, 0, 0}}));
}

at::Tensor VaeResidualImpl::forward(const at::Tensor& x, FeatureCache& cache)
{
    if (cache.shifts(x)) {
        const auto between = [&cache](const at::Tensor& y, const ChannelNorm& norm) {
            return rimmed(y, {1, cache.factorType(), norm->gamma}, cache.pool());
        };
        at::Tensor past = x;
        const at::Tensor h = conv2->streamed(between(x, norm0), cache);
        if (!shortcut.is_empty())
            past = shortcut->shifted(rimmed(x, {0, cache.factorType()}, cache.pool()), {}, 0,
                                     cache.pool());
        return conv6->streamed(between(h, norm3), cache, past);
    }
    at::Tensor h = conv2->streamed(at::silu(norm0->forward(x)), cache);
    h = conv6->streamed(at::silu(norm3->forward(h)), cache);
    return h + (shortcut.is_empty() ? x : shortcut->forward(x, {}, cache.how().products));
}

VaeAttentionImpl::VaeAttentionImpl(int64_t channels)
{
    norm = register_module("norm", ChannelNorm(channels, 2));
    to_qkv = register_module(
        "to_qkv", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, 3 * channels, 1)));
    proj =
        register_module("proj", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, channels, 1)));
}

at::Tensor VaeAttentionImpl::attendedHere(const at::Tensor& x)
{
    const int64_t channels = x.size(1);
    const at::Tensor pixels =
        norm->forward(framesAsBatch(x)).permute({0, 2, 3, 1}).reshape({x.size(2), -1, channels});
    const auto through = [](torch::nn::Conv2d& layer, const at::Tensor& from) {
        return product(from, layer->weight.flatten(1), Products::Exact).add_(layer->bias);
    };
    const std::vector<at::Tensor> qkv = through(to_qkv, pixels).chunk(3, 2);
    const at::Tensor seen = attendJoined(qkv[0], qkv[1], qkv[2], {});
    return through(proj, seen)
        .view({x.size(2), x.size(3), x.size(4), channels})
        .permute({3, 0, 1, 2})
        .unsqueeze(0)
        .add_(x);
}

at::Tensor VaeAttentionImpl::forward(const at::Tensor& x, FeatureCache& cache)
{
    if (cache.shifts(x))
        return attendedHere(x);
    const at::Tensor frames = framesAsBatch(x);
    const int64_t channels = frames.size(1);
    const double scale = 1.0 / std::sqrt(static_cast<double>(channels));
    const at::Tensor qkv = to_qkv->forward(norm->forward(frames)).flatten(2); // [n, 3c, pixels]
    const at::Tensor q = qkv.narrow(1, 0, channels).transpose(1, 2) * scale;
    const at::Tensor k = qkv.narrow(1, channels, channels);
    const at::Tensor v = qkv.narrow(1, 2 * channels, channels).transpose(1, 2);
    std::vector<at::Tensor> rows; // all scores of a large picture at once would not fit in memory
    for (int64_t first = 0; first < q.size(1); first += kAttentionRows) {
        const int64_t count = std::min(kAttentionRows, q.size(1) - first);
        const at::Tensor scores = at::matmul(q.narrow(1, first, count), k);
        rows.push_back(at::matmul(at::softmax(scores, -1), v));
    }
    const at::Tensor seen = at::cat(rows, 1).transpose(1, 2).reshape(frames.sizes());
    return batchAsFrames(proj->forward(seen), x.size(0)) + x;
}

VaeResampleImpl::VaeResampleImpl(int64_t channels, Resampling given) : mode(given)
{
    auto resample = register_module("resample", std::make_shared<torch::nn::Module>("resample"));
    const auto options = doubles(mode)
                             ? torch::nn::Conv2dOptions(channels, channels / 2, 3).padding(1)
                             : torch::nn::Conv2dOptions(channels, channels, 3).stride(2);
    conv = resample->register_module("1", torch::nn::Conv2d(options));
    if (mode == Resampling::Up3d)
        time_conv = register_module("time_conv", timeConv(channels, 2 * channels, 1, 1));
    else if (mode == Resampling::Down3d)
        time_conv = register_module("time_conv", timeConv(channels, channels, 0, 2));
}

at::Tensor VaeResampleImpl::forward(const at::Tensor& x, FeatureCache& cache)
{
    const bool shifts = cache.shifts(x);
    cache.pool().drop();
    switch (mode) {
    case Resampling::Up3d:
        return shifts ? doubledHere(x, cache, cache.next()) : resize(doubleFrames(x, cache), cache);
    case Resampling::Up2d: return shifts ? resizedHere(x, cache, 1) : resize(x, cache);
    case Resampling::Down3d: return halveFrames(resize(x, cache), cache);
    case Resampling::Down2d: break;
    }
    return resize(x, cache);
}

at::Tensor VaeResampleImpl::resizedHere(const at::Tensor& x, FeatureCache& cache,
                                        int64_t interleaved)
{
    const at::ScalarType type = cache.factorType();
    const RimmedFrames frames = rimmed(x, {1, type, {}, interleaved}, cache.pool());
    return convolvedDoubled(
        frames, {m_taps.of(conv->weight, type), conv->bias.detach().to(at::kFloat)}, cache.pool());
}

at::Tensor VaeResampleImpl::doubledHere(const at::Tensor& x, FeatureCache& cache,
                                        FeatureCache::Slot& slot)
{
    if (!slot.called) { // as in doubleFrames()
        slot.called = true;
        return resizedHere(x, cache, 1);
    }
    const RimmedFrames frames = rimmed(x, {0, cache.factorType()}, cache.pool());
    const RimmedFrames earlier = slot.rimmed;
    slot.rimmed = lastTwo(frames, earlier);
    return resizedHere(time_conv->shifted(frames, earlier, 2 - earlier.count(), cache.pool()),
                       cache, 2);
}

at::Tensor VaeResampleImpl::doubleFrames(const at::Tensor& x, FeatureCache& cache)
{
    FeatureCache::Slot& slot = cache.next();
    if (!slot.called) { // the first frame stays one, and leaves nothing behind
        slot.called = true;
        return x;
    }
    // The second chunk has zeros before it: what the slot keeps after a one-frame chunk is [0, x].
    const at::Tensor history = slot.frames;
    slot.frames = lastTwoFrames(x, history.defined() ? history : at::zeros_like(x));
    const at::Tensor both =
        time_conv->forward(x, history, cache.how().products); // [b, 2c, t, h, w]
    const auto size = x.sizes();
    return both.reshape({size[0], 2, size[1], size[2], size[3], size[4]})
        .permute({0, 2, 3, 1, 4, 5}) // frame 2t + k is half k
        .reshape({size[0], size[1], 2 * size[2], size[3], size[4]});
}

at::Tensor VaeResampleImpl::halveFrames(const at::Tensor& x, FeatureCache& cache)
{
    FeatureCache::Slot& slot = cache.next();
    const at::Tensor earlier = slot.frames;
    slot.frames = x.narrow(2, x.size(2) - 1, 1).clone();
    if (!slot.called) {
        slot.called = true;
        return x;
    }
    return time_conv->forward(at::cat({earlier, x}, 2), {}, cache.how().products);
}

at::Tensor VaeResampleImpl::resize(const at::Tensor& x, const FeatureCache& cache)
{
    at::Tensor frames = framesAsBatch(x);
    if (doubles(mode))
        frames = frames.repeat_interleave(2, 2).repeat_interleave(2, 3);
    else
        frames = at::constant_pad_nd(frames, {0, 1, 0, 1}); // right and bottom
    const bool isHalf = cache.how().products == Products::Half && !x.is_cpu();
    const at::ScalarType type = isHalf ? at::kBFloat16 : at::kFloat;
    const int64_t stride = doubles(mode) ? 1 : 2;
    const int64_t padding = doubles(mode) ? 1 : 0;
    const at::Tensor y =
        at::conv2d(frames.to(type), conv->weight.to(type), conv->bias.to(type), stride, padding);
    return batchAsFrames(y.to(at::kFloat), x.size(0));
}

} // namespace dollygrip::generator
