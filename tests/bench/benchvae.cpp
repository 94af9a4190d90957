#include "tests/bench/generatorbench.h"

#include <torch/torch.h>

using namespace dollygrip::generator;

namespace bench {
namespace {

/// Of all convolutions of decoding 9 frames of 320 x 192 by the published network, taps on the
/// zeros before the first frame counted as the formula does.
constexpr double kPublishedFlop = 4.815e12;

struct Way {
    const char* name;
    FeatureCache::Convolving how;
};

} // namespace

void benchVae(const Options& options)
{
    VaeConfig config;
    if (options.isSmall)
        config.dim = 16;
    VideoVAE vae(config);
    const std::int64_t rows = options.isSmall ? 4 : 24;
    const std::int64_t columns = options.isSmall ? 6 : 40;
    const at::Tensor latent = at::randn({16, 3, rows, columns});
    at::Tensor exact;
    double stock = 0;
    for (const Way& way :
         {Way{"conv3d  ", {Products::Exact, true}}, Way{"float32 ", {Products::Exact, false}},
          Way{"bfloat16", {Products::Half, false}}}) {
        if (way.how.products == Products::Half && !multipliesBFloat16())
            continue;
        vae->convolving = way.how;
        const MachineRates before = machineRates(options, 720, stepConfig(options.isSmall, false));
        PeakMemory memory;
        memory.reset();
        at::Tensor pictures;
        const double seconds =
            options.clock().seconds(options.times, [&] { pictures = vae->decode(latent); });
        const MachineRates after = machineRates(options, 720, stepConfig(options.isSmall, false));
        if (way.how.isStock)
            stock = seconds;
        if (!exact.defined())
            exact = pictures;
        const double error = (pictures - exact).square().mean().item<double>();
        const double matrix = (before.matrix + after.matrix) / 2;
        std::printf("decode 9 frames %s  %7.2f s = %.2f times conv3d", way.name, seconds,
                    stock / seconds);
        if (!options.isSmall)
            std::printf("  %6.1f GFLOP/s = %3.0f %% of at::mm (%.1f)",
                        kPublishedFlop / seconds / 1e9,
                        100 * kPublishedFlop / seconds / 1e9 / matrix, matrix);
        std::printf("  difference %.1f dB  %s\n", error > 0 ? 10 * std::log10(4 / error) : 999.0,
                    memory.text().c_str());
        std::fflush(stdout);
    }
}

} // namespace bench
