#include "core/generator/nn/videovae.h"

#include <torch/torch.h>

#include <algorithm>
#include <memory>
#include <string>

namespace dollygrip::generator {
namespace {

constexpr int64_t kLatentChannels = 16;
constexpr float kMean[kLatentChannels] = {
    -0.7571F, -0.7089F, -0.9113F, 0.1075F,  -0.1745F, 0.9653F,  -0.1517F, 1.5508F,
    0.4134F,  -0.0715F, 0.5517F,  -0.3632F, -0.1922F, -0.9497F, 0.2503F,  -0.2921F};
constexpr float kStd[kLatentChannels] = {2.8184F, 1.4541F, 2.3275F, 2.6558F, 1.2196F, 1.7708F,
                                         2.6052F, 2.0743F, 3.2687F, 2.1526F, 2.8652F, 1.5579F,
                                         1.6382F, 1.1253F, 2.8251F, 1.9160F};

at::Tensor perChannel(const float* values)
{
    return torch::tensor(at::ArrayRef<float>(values, kLatentChannels))
        .view({kLatentChannels, 1, 1, 1});
}

CausalConv3d pointwise(int64_t channels)
{
    return CausalConv3d(CausalConv3dImpl::Options{channels, channels, {1, 1, 1}, {0, 0, 0}});
}

bool hasAttention(const VaeConfig& config, double scale)
{
    const auto& scales = config.attentionScales;
    return std::find(scales.begin(), scales.end(), scale) != scales.end();
}

at::Tensor through(torch::nn::ModuleList& layers, at::Tensor x, FeatureCache& cache)
{
    for (const auto& layer : *layers)
        x = std::dynamic_pointer_cast<StreamedLayer>(layer)->forward(x, cache);
    return x;
}

} // namespace

at::Tensor latentMean()
{
    return perChannel(kMean);
}

at::Tensor latentStd()
{
    return perChannel(kStd);
}

VaeCoderImpl::VaeCoderImpl(const VaeConfig& config, Kind kind)
{
    if (kind == Kind::Encoder) {
        const int64_t first = config.dim;
        conv1 = register_module("conv1", CausalConv3d(CausalConv3dImpl::Options{3, first}));
        const int64_t last = addDown(config);
        addMiddle(last);
        addHead(last, 2 * config.zDim);
    } else {
        const int64_t first = config.dim * config.dimMult.back();
        conv1 =
            register_module("conv1", CausalConv3d(CausalConv3dImpl::Options{config.zDim, first}));
        addMiddle(first);
        addHead(addUp(config), 3);
    }
}

int64_t VaeCoderImpl::addDown(const VaeConfig& config)
{
    downsamples = register_module("downsamples", torch::nn::ModuleList());
    int64_t in = config.dim;
    double scale = 1;
    for (std::size_t level = 0; level < config.dimMult.size(); ++level) {
        const int64_t out = config.dim * config.dimMult[level];
        for (int64_t block = 0; block < config.resBlocks; ++block) {
            downsamples->push_back(VaeResidual(in, out).ptr());
            if (hasAttention(config, scale))
                downsamples->push_back(VaeAttention(out).ptr());
            in = out;
        }
        if (level + 1 == config.dimMult.size())
            break;
        const bool inTime = config.temporalDownsample.at(level);
        downsamples->push_back(
            VaeResample(out, inTime ? Resampling::Down3d : Resampling::Down2d).ptr());
        scale /= 2;
    }
    return in;
}

int64_t VaeCoderImpl::addUp(const VaeConfig& config)
{
    upsamples = register_module("upsamples", torch::nn::ModuleList());
    const std::size_t levels = config.dimMult.size();
    int64_t in = config.dim * config.dimMult.back();
    double scale = 1;
    for (std::size_t level = 2; level < levels;
         ++level) // the reference starts one above the middle
        scale /= 2;
    for (std::size_t level = 0; level < levels; ++level) {
        const int64_t out = config.dim * config.dimMult[levels - 1 - level];
        for (int64_t block = 0; block <= config.resBlocks; ++block) {
            upsamples->push_back(VaeResidual(in, out).ptr());
            if (hasAttention(config, scale))
                upsamples->push_back(VaeAttention(out).ptr());
            in = out;
        }
        if (level + 1 == levels)
            break;
        const bool inTime = config.temporalDownsample.at(levels - 2 - level);
        upsamples->push_back(VaeResample(out, inTime ? Resampling::Up3d : Resampling::Up2d).ptr());
        in = out / 2; // the resampler's convolution halves the channels
        scale *= 2;
    }
    return in;
}

void VaeCoderImpl::addMiddle(int64_t channels)
{
    middle = register_module("middle", torch::nn::ModuleList());
    middle->push_back(VaeResidual(channels, channels).ptr());
    middle->push_back(VaeAttention(channels).ptr());
    middle->push_back(VaeResidual(channels, channels).ptr());
}

void VaeCoderImpl::addHead(int64_t in, int64_t out)
{
    auto head = register_module("head", std::make_shared<torch::nn::Module>("head"));
    headNorm = head->register_module("0", ChannelNorm(in, 3));
    headConv = head->register_module("2", CausalConv3d(CausalConv3dImpl::Options{in, out}));
}

at::Tensor VaeCoderImpl::forward(const at::Tensor& x, FeatureCache& cache)
{
    at::Tensor h = conv1->streamed(x, cache);
    if (!downsamples.is_empty())
        h = through(downsamples, h, cache);
    h = through(middle, h, cache);
    if (!upsamples.is_empty())
        h = through(upsamples, h, cache);
    if (cache.shifts(h))
        return headConv->streamed(rimmed(h, {1, cache.factorType(), headNorm->gamma}, cache.pool()),
                                  cache);
    return headConv->streamed(at::silu(headNorm->forward(h)), cache);
}

VideoVAEImpl::VideoVAEImpl(const VaeConfig& given) : config(given)
{
    encoder = register_module("encoder", VaeCoder(config, VaeCoderImpl::Kind::Encoder));
    conv1 = register_module("conv1", pointwise(2 * config.zDim));
    conv2 = register_module("conv2", pointwise(config.zDim));
    decoder = register_module("decoder", VaeCoder(config, VaeCoderImpl::Kind::Decoder));
}

at::Tensor VideoVAEImpl::encode(const at::Tensor& video, const KeepGoing& keepGoing)
{
    TORCH_CHECK(video.dim() == 4 && video.size(0) == 3 && video.size(1) > 0,
                "a video of shape [3, frames, height, width] is expected");
    TORCH_CHECK(config.zDim == kLatentChannels, "mean and spread are known for 16 channels");
    const at::NoGradGuard noGradient;
    const at::Tensor x = video.to(conv1->weight.options().dtype(at::kFloat)).unsqueeze(0);
    FeatureCache cache({Products::Exact, convolving.isStock});
    std::vector<at::Tensor> chunks;
    for (int64_t first = 0; first == 0 || first + 4 <= x.size(2); first += first == 0 ? 1 : 4) {
        if (keepGoing && !keepGoing())
            return {};
        cache.rewind();
        chunks.push_back(encoder->forward(x.narrow(2, first, first == 0 ? 1 : 4), cache));
    }
    const at::Tensor both = conv1->forward(at::cat(chunks, 2)).squeeze(0).to(at::kFloat);
    const at::Tensor mu = both.narrow(0, 0, config.zDim);
    return (mu - latentMean().to(mu.device())) * (1.0 / latentStd().to(mu.device()));
}

at::Tensor VideoVAEImpl::decoderInput(const at::Tensor& z)
{
    TORCH_CHECK(z.dim() == 4 && z.size(0) == config.zDim && config.zDim == kLatentChannels,
                "a latent of shape [16, frames, height, width] is expected");
    const at::Tensor spread =
        z.to(at::kFloat) / (1.0 / latentStd().to(z.device())) + latentMean().to(z.device());
    return conv2->forward(spread.to(conv2->weight.options().dtype(at::kFloat)).unsqueeze(0));
}

bool VideoVAEImpl::decode(const at::Tensor& z, const ChunkSink& sink)
{
    const at::NoGradGuard noGradient;
    const at::Tensor x = decoderInput(z);
    FeatureCache cache(convolving);
    int64_t first = 0;
    for (int64_t latentFrame = 0; latentFrame < x.size(2); ++latentFrame) {
        cache.rewind();
        const at::Tensor frames = decoder->forward(x.narrow(2, latentFrame, 1), cache)
                                      .squeeze(0)
                                      .to(at::kFloat)
                                      .clamp(-1, 1);
        if (!sink(frames, first))
            return false;
        first += frames.size(1);
    }
    return true;
}

at::Tensor VideoVAEImpl::decode(const at::Tensor& z)
{
    std::vector<at::Tensor> chunks;
    decode(z, [&chunks](const at::Tensor& frames, int64_t) {
        chunks.push_back(frames);
        return true;
    });
    return at::cat(chunks, 1);
}

} // namespace dollygrip::generator
