#include "core/generator/nn/kernels.h"
#include "core/generator/nn/videotransformer.h"
#include "tests/generator/goldens.h"

#include <torch/torch.h>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {
namespace {

/// Gives a layer the weights of the case; a layer that they do not fit is a failure.
void fill(Golden& golden, std::size_t number, torch::nn::Module* layer)
{
    if (const LoadReport report = loadInto({layer}, golden.inputs(number, "w.")); !report.isWhole())
        golden.fail(report.summary());
}

void rmsNorm(Golden& golden, std::size_t number)
{
    const at::Tensor x = golden.in(number, "x");
    RMSNorm layer(x.size(-1), golden.caseAt(number).numberOr("eps", 1e-6));
    fill(golden, number, layer.get());
    golden.output(number, "y", layer->forward(x));
}

void layerNorms(Golden& golden, std::size_t number)
{
    const at::Tensor x = golden.in(number, "x");
    const double eps = golden.caseAt(number).numberOr("eps", 1e-6);
    const NamedTensors weights = golden.inputs(number, "w.");
    if (golden.caseAt(number).booleanOr("affine", false)) {
        golden.output(number, "y", layerNorm(x, eps, weights.at("weight"), weights.at("bias")));
        return;
    }
    golden.output(number, "y", layerNorm(x, eps));
    // Without modulation the fused one is the same norm.
    const at::Tensor none = at::zeros({1, 1, x.size(-1)});
    golden.output(number, "y", modulatedNorm(x, eps, none, none));
}

void tanhGelu(Golden& golden, std::size_t number)
{
    golden.output(number, "y", geluTanh(golden.in(number, "x")));
}

void erfGelu(Golden& golden, std::size_t number)
{
    golden.output(number, "y", geluErf(golden.in(number, "x")));
}

void outputHead(Golden& golden, std::size_t number)
{
    const at::Tensor x = golden.in(number, "x");
    const NamedTensors weights = golden.inputs(number, "w.");
    OutputHead layer(x.size(-1), weights.at("head.weight").size(0),
                     golden.caseAt(number).numberOr("eps", 1e-6));
    fill(golden, number, layer.get());
    golden.output(number, "y", layer->forward(x, golden.in(number, "e")));
}

void unpatchify(Golden& golden, std::size_t number)
{
    const Json& about = golden.caseAt(number);
    const auto patch = about.integers("patch").value();
    const Json::Array& grids = *about.find("grids")->array();
    const at::Tensor x = golden.in(number, "x");
    for (std::size_t i = 0; i < grids.size(); ++i) {
        const Json::Array& sides = *grids[i].array();
        const TokenGrid grid{sides.at(0).integer().value(), sides.at(1).integer().value(),
                             sides.at(2).integer().value()};
        const at::Tensor tokens = x.narrow(0, std::int64_t(i), 1).narrow(1, 0, grid.tokens());
        golden.output(number, indexed("y", i),
                      unpatchified(tokens, grid, patch.at(0), patch.at(1), patch.at(2))[0]);
    }
}

} // namespace

std::vector<Part> transformerPrimitives()
{
    return {{"WanRMSNorm", rmsNorm},   {"WanLayerNorm", layerNorms}, {"GELUtanh", tanhGelu},
            {"T5GELU", tanhGelu},      {"GELUerf", erfGelu},         {"Head", outputHead},
            {"unpatchify", unpatchify}};
}

void primitives(Golden& golden)
{
    std::vector<Part> parts = transformerPrimitives();
    for (const std::vector<Part>& more : {vaePrimitives(), textPrimitives()})
        parts.insert(parts.end(), more.begin(), more.end());
    runParts(golden, "layer", parts);
}

} // namespace goldens
