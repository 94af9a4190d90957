#include "core/generator/nn/linear.h"
#include "tests/bench/generatorbench.h"

#include <torch/torch.h>

using namespace dollygrip::generator;

namespace bench {
namespace {

constexpr std::int64_t kWords = 40; // a usual prompt's

/// Of one pass: every product that is computed. Words and picture are in the memory already.
double flopOf(const TransformerConfig& c, std::int64_t tokens)
{
    const double t = double(tokens);
    const double d = double(c.dim);
    const double linear = 2 * t * d * (6 * d + 2 * double(c.feedForward));
    const double attention = 4 * t * d * (t + double(kWords) + 1);
    const double blocks = double(c.layers) + double(c.controlLayers.size());
    const double projections = 2 * t * d * d * (double(c.controlLayers.size()) + 1);
    return blocks * (linear + attention) + (c.controlLayers.empty() ? 0 : projections);
}

struct Grid {
    std::int64_t frames, rows, columns; ///< tokens
    std::int64_t tokens() const { return frames * rows * columns; }
};

void step(const Options& options, const Grid& grid, bool withControl)
{
    const TransformerConfig config = stepConfig(options.isSmall, withControl);
    VideoTransformer transformer(config);
    fill(*transformer, at::kBFloat16);
    ControlBranch branch{nullptr};
    const std::vector<std::int64_t> cells{1, 0, grid.frames, 2 * grid.rows, 2 * grid.columns};
    const auto noise = [&](std::int64_t channels) {
        std::vector<std::int64_t> shape = cells;
        shape[1] = channels;
        return at::randn(shape);
    };
    Control control;
    if (withControl) {
        branch = ControlBranch(config);
        fill(*branch, at::kBFloat16);
        control.branch = &branch;
        control.signals = noise(config.controlChannels);
    }
    const at::Tensor latent = noise(config.inChannels);
    const at::Tensor t = at::full({1}, 500.0, at::kDouble);
    for (const Products products : {Products::Exact, Products::Half}) {
        if (products == Products::Half && !multipliesBFloat16())
            continue;
        holdWeights(*transformer, products);
        if (withControl)
            holdWeights(*branch, products);
        const MachineRates before = machineRates(options, grid.tokens(), config);
        PeakMemory memory;
        memory.reset();
        const Words words = transformer->embedded(at::randn({kWords, config.textDim}), {});
        bool isSound = true;
        const auto pass = [&] {
            isSound =
                at::isfinite(transformer->forward(latent, t, words, control)).all().item<bool>();
        };
        const Clock clock = options.clock();
        const double first = clock.seconds(1, pass);
        const Rate rate{flopOf(config, grid.tokens()), clock.seconds(options.times, pass)};
        const MachineRates after = machineRates(options, grid.tokens(), config);
        const double matrix = (before.matrix + after.matrix) / 2;
        const bool isHalf = products == Products::Half;
        const double own =
            isHalf ? (before.half + after.half) / 2 : (before.exact + after.exact) / 2;
        std::printf("step %s %4lld tokens %s  %7.2f s (first %.2f)  %6.1f GFLOP/s = %3.0f %% of "
                    "at::mm (%.1f), %3.0f %% of our product (%.1f)  %s%s\n",
                    withControl ? "VACE" : "T2V ", (long long)(grid.tokens()),
                    isHalf ? "bfloat16" : "float32 ", rate.seconds, first, rate.giga(),
                    100 * rate.giga() / matrix, matrix, 100 * rate.giga() / own, own,
                    memory.text().c_str(), isSound ? "" : "  NOT FINITE");
        std::fflush(stdout);
    }
}

} // namespace

TransformerConfig stepConfig(bool isSmall, bool withControl)
{
    TransformerConfig config;
    config.dim = isSmall ? 256 : 1536;
    config.heads = isSmall ? 2 : 12;
    config.layers = isSmall ? 2 : 30;
    config.feedForward = isSmall ? 1024 : 8960;
    config.textDim = isSmall ? 64 : 4096;
    if (withControl)
        for (std::int64_t layer = 0; layer < config.layers; layer += 2)
            config.controlLayers.push_back(layer);
    return config;
}

void fill(torch::nn::Module& network, at::ScalarType matrices)
{
    constexpr std::int64_t kNumbers = 1 << 22;
    static const at::Tensor noise = at::randn({kNumbers});
    for (auto& item : network.named_parameters()) {
        at::Tensor& parameter = item.value();
        const bool isMatrix = parameter.dim() == 2;
        const double spread = 0.5 / std::sqrt(double(parameter.size(-1)));
        const at::Tensor values = at::empty(parameter.sizes(), isMatrix ? matrices : at::kFloat);
        const at::Tensor flat = values.view({-1});
        for (std::int64_t first = 0; first < flat.size(0); first += kNumbers) {
            const std::int64_t count = std::min(kNumbers, flat.size(0) - first);
            flat.narrow(0, first, count).copy_(noise.narrow(0, 0, count).mul(spread));
        }
        const bool isNorm = parameter.dim() == 1 && item.key().ends_with("weight");
        parameter.set_requires_grad(false);
        parameter.set_data(isNorm ? at::ones_like(values) : values);
    }
}

MachineRates machineRates(const Options& options, std::int64_t tokens,
                          const TransformerConfig& config)
{
    const Clock clock = options.clock();
    const std::vector<std::pair<std::int64_t, std::int64_t>> shapes{
        {config.dim, config.dim},
        {config.dim, config.feedForward},
        {config.feedForward, config.dim}};
    double flop = 0;
    double matrix = 0;
    double exact = 0;
    double half = 0;
    for (const auto& [in, out] : shapes) {
        const double times = in == out ? 6 : 1; // as often as a block has it
        const at::Tensor x = at::randn({tokens, in});
        const at::Tensor weight = at::randn({out, in});
        const at::Tensor turned = weight.t().contiguous();
        const at::Tensor shortX = x.to(at::kBFloat16);
        const at::Tensor shortWeight = weight.to(at::kBFloat16);
        flop += times * 2 * double(tokens) * double(in) * double(out);
        const auto timed = [&](const std::function<void()>& work) {
            work();
            return times * clock.seconds(options.times, work);
        };
        matrix += timed([&] { at::mm(x, turned); });
        exact += timed([&] { product(x, weight, Products::Exact); });
        if (multipliesBFloat16())
            half += timed([&] { product(shortX, shortWeight, Products::Half); });
    }
    const auto rate = [flop](double seconds) { return seconds > 0 ? flop / seconds / 1e9 : 0; };
    return {rate(matrix), rate(exact), rate(half)};
}

void benchSteps(const Options& options)
{
    const std::vector<Grid> grids = options.isSmall ? std::vector<Grid>{{2, 4, 6}}
                                                    : std::vector<Grid>{{3, 12, 20}, {5, 16, 28}};
    for (const bool withControl : {false, true})
        for (const Grid& grid : grids)
            step(options, grid, withControl);
}

} // namespace bench
