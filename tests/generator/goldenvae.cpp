#include "tests/generator/goldenvae.h"

#include "core/generator/nn/videovae.h"
#include "tests/generator/goldens.h"

#include <torch/torch.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {
namespace {

/// Gives a layer the weights of the case; a layer that they do not fit is a failure.
template <class Layer>
Layer filled(Golden& golden, std::size_t number, Layer layer)
{
    const LoadReport report = loadInto({layer.get()}, golden.inputs(number, "w."));
    if (!report.isWhole())
        golden.fail(report.summary());
    return layer;
}

/// Hands x on in the chunks of the case and joins the results.
void chunked(Golden& golden, std::size_t number, StreamedLayer& layer)
{
    const at::Tensor x = golden.in(number, "x");
    std::vector<int64_t> chunks =
        golden.caseAt(number).integers("chunks").value_or(std::vector<int64_t>{x.size(2)});
    FeatureCache cache;
    std::vector<at::Tensor> parts;
    std::vector<int64_t> frames;
    int64_t first = 0;
    for (const int64_t count : chunks) {
        cache.rewind();
        parts.push_back(layer.forward(x.narrow(2, first, count), cache));
        frames.push_back(parts.back().size(2));
        first += count;
    }
    golden.output(number, "y", at::cat(parts, 2));
    if (golden.has(number, "out", "chunk_frames"))
        golden.output(number, "chunk_frames", torch::tensor(frames));
}

void norm(Golden& golden, std::size_t number)
{
    const at::Tensor x = golden.in(number, "x");
    auto layer = filled(golden, number, ChannelNorm(x.size(1), x.dim() - 2));
    golden.output(number, "y", layer->forward(x));
}

void causalConv(Golden& golden, std::size_t number)
{
    const Json& about = golden.caseAt(number);
    const auto kernel = about.integers("kernel").value();
    const auto padding = about.integers("padding").value();
    CausalConv3dImpl::Options options;
    options.in = about.integerOr("cin", 0);
    options.out = about.integerOr("cout", 0);
    options.kernel = {kernel.at(0), kernel.at(1), kernel.at(2)};
    options.padding = {padding.at(0), padding.at(1), padding.at(2)};
    options.timeStride = about.integers("stride").value().at(0);
    auto layer = filled(golden, number, CausalConv3d(options));
    const at::Tensor x = golden.in(number, "x");
    golden.output(number, "y", layer->forward(x));
}

void resample(Golden& golden, std::size_t number)
{
    const std::string mode = golden.caseAt(number).stringOr("mode", "");
    const Resampling kind = mode == "upsample2d"     ? Resampling::Up2d
                            : mode == "upsample3d"   ? Resampling::Up3d
                            : mode == "downsample2d" ? Resampling::Down2d
                                                     : Resampling::Down3d;
    if (kind == Resampling::Down3d && mode != "downsample3d")
        golden.fail("unknown mode: " + mode);
    const at::Tensor x = golden.in(number, "x");
    auto layer = filled(golden, number, VaeResample(x.size(1), kind));
    chunked(golden, number, *layer);
}

void residual(Golden& golden, std::size_t number)
{
    const Json& about = golden.caseAt(number);
    auto layer =
        filled(golden, number, VaeResidual(about.integerOr("dim", 0), about.integerOr("dout", 0)));
    chunked(golden, number, *layer);
}

void attention(Golden& golden, std::size_t number)
{
    auto layer = filled(golden, number, VaeAttention(golden.caseAt(number).integerOr("dim", 0)));
    chunked(golden, number, *layer);
}

void encode(Golden& golden, std::size_t number, VideoVAE& vae)
{
    golden.output(number, "latent", vae->encode(golden.in(number, "video")));
}

void decode(Golden& golden, std::size_t number, VideoVAE& vae)
{
    const at::Tensor z = golden.in(number, "z");
    golden.intermediate(number, "conv2", vae->decoderInput(z));
    const at::Tensor all = vae->decode(z);
    golden.output(number, "video", all);

    // Pictures come while the rest is still being decoded, and no more once nobody wants them.
    int64_t calls = 0;
    const bool whole = vae->decode(z, [&](const at::Tensor& frames, int64_t first) {
        ++calls;
        const at::Tensor same = all.narrow(1, first, frames.size(1));
        if (!frames.equal(same))
            golden.fail("a chunk is not where it belongs: " + std::to_string(first));
        return calls < 2;
    });
    if (calls != std::min<int64_t>(2, z.size(1)) || whole != (z.size(1) < 2))
        golden.fail("decoding did not end when it was told to");
}

} // namespace

VaeConfig vaeConfigOf(const Json& json)
{
    VaeConfig config;
    config.dim = json.integerOr("dim", config.dim);
    config.zDim = json.integerOr("z_dim", config.zDim);
    config.dimMult = json.integers("dim_mult").value_or(config.dimMult);
    config.resBlocks = json.integerOr("num_res_blocks", config.resBlocks);
    const auto each = [&json](const char* key, auto&& take) {
        if (const Json* const list = json.find(key); list && list->array())
            for (const Json& value : *list->array())
                take(value);
    };
    each("attn_scales", [&config](const Json& value) {
        config.attentionScales.push_back(value.number().value());
    });
    if (json.find("temperal_downsample"))
        config.temporalDownsample.clear();
    each("temperal_downsample", [&config](const Json& value) {
        config.temporalDownsample.push_back(value.boolean().value());
    });
    return config;
}

VideoVAE vaeOf(Golden& golden, const VaeConfig& config, const TensorFiles& weights)
{
    VideoVAE vae(config);
    const LoadReport report = loadInto({vae.get()}, weights);
    if (!report.isWhole())
        golden.fail(report.summary());
    return vae;
}

void videoVae(Golden& golden)
{
    const VaeConfig config = vaeConfigOf(golden.config());
    const TensorFiles weights = golden.weights();
    // Files come without a config as well: their shapes say the same.
    const auto found = vaeConfigFromShapes([&weights](const std::string& key) {
        const auto* const entry = weights.find(key);
        return entry ? entry->shape : std::vector<int64_t>();
    });
    if (found != config)
        golden.fail("the shapes do not give the config");
    if (vaeConfigFromShapes([](const std::string&) { return std::vector<int64_t>(); }))
        golden.fail("a config out of nothing");
    VideoVAE vae = vaeOf(golden, config, weights);
    for (std::size_t number = 0; number < golden.caseCount(); ++number) {
        const std::string operation = golden.caseAt(number).stringOr("op", "");
        if (operation == "encode")
            encode(golden, number, vae);
        else if (operation == "decode")
            decode(golden, number, vae);
        else
            golden.fail("unknown op: " + operation);
    }
}

std::vector<Part> vaePrimitives()
{
    return {{"RMS_norm3d", norm},   {"RMS_norm2d", norm},        {"CausalConv3d", causalConv},
            {"Resample", resample}, {"ResidualBlock", residual}, {"VAEAttention", attention}};
}

} // namespace goldens
