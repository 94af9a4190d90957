#include "core/generator/nn/norms.h"
#include "core/generator/nn/textencoder.h"
#include "tests/generator/goldens.h"

#include <torch/torch.h>

#include <string>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {
namespace {

TextConfig configOf(const Json& json)
{
    TextConfig config;
    config.vocabulary = json.integerOr("vocab", config.vocabulary);
    config.dim = json.integerOr("dim", config.dim);
    config.attentionDim = json.integerOr("dim_attn", config.attentionDim);
    config.ffnDim = json.integerOr("dim_ffn", config.ffnDim);
    config.heads = json.integerOr("num_heads", config.heads);
    config.layers = json.integerOr("num_layers", config.layers);
    config.buckets = json.integerOr("num_buckets", config.buckets);
    config.sharedPositions = json.booleanOr("shared_pos", config.sharedPositions);
    return config;
}

void norm(Golden& golden, std::size_t number)
{
    const at::Tensor x = golden.in(number, "x");
    TextNorm layer(x.size(-1));
    if (const auto report = loadInto({layer.get()}, golden.inputs(number, "w.")); !report.isWhole())
        golden.fail(report.summary());
    golden.output(number, "y", layer->forward(x));
}

void gelu(Golden& golden, std::size_t number)
{
    golden.output(number, "y", geluTanh(golden.in(number, "x")));
}

} // namespace

void textEncoder(Golden& golden)
{
    const TextConfig config = configOf(golden.config());
    TextEncoder encoder(config);
    const TensorFiles weights = golden.weights();
    if (const LoadReport report = loadInto({encoder.get()}, weights); !report.isWhole())
        golden.fail(report.summary());
    const WeightSource source = tensorSource(weights);
    for (std::size_t number = 0; number < golden.caseCount(); ++number) {
        const at::Tensor ids = golden.in(number, "ids");
        const at::Tensor mask =
            golden.hasIn(number, "mask") ? golden.in(number, "mask") : at::Tensor();
        golden.output(number, "hidden", encoder->forward(ids, mask));
        // A prompt alone, without its padding and a layer at a time, must give the same rows.
        for (int64_t row = 0; row < ids.size(0); ++row) {
            const std::string name = "trimmed" + std::to_string(row);
            if (!golden.has(number, "out", name))
                continue;
            const int64_t length = mask.defined() ? mask[row].sum().item<int64_t>() : ids.size(1);
            const at::Tensor alone = ids[row].narrow(0, 0, length);
            golden.output(number, name, encodeTextStreamed(config, alone, source, at::kFloat));
        }
    }
}

std::vector<Part> textPrimitives()
{
    return {{"T5LayerNorm", norm}, {"T5GELU", gelu}};
}

} // namespace goldens
