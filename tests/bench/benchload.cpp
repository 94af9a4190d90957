#include "core/generator/device.h"
#include "core/generator/modelfolder.h"
#include "core/generator/networks.h"
#include "tests/bench/generatorbench.h"

#include <torch/torch.h>

using namespace dollygrip::generator;

namespace bench {
namespace {

constexpr double kGiga = 1e9;

/// 9 frames of 320 x 192.
void firstSteps(const Options& options, Denoiser& denoiser)
{
    const TransformerConfig& config = denoiser.transformer->config;
    const std::int64_t frames = 3;
    const std::int64_t rows = 24;
    const std::int64_t columns = 40;
    const at::Tensor latent = at::randn({1, config.inChannels, frames, rows, columns});
    Control control;
    if (!denoiser.branch.is_empty()) {
        control.branch = &denoiser.branch;
        control.signals = at::randn({1, config.controlChannels, frames, rows, columns});
    }
    const Words words = denoiser.transformer->embedded(at::randn({40, config.textDim}), {});
    const at::Tensor t = at::full({1}, 500.0, at::kDouble);
    const auto pass = [&] { denoiser.transformer->forward(latent, t, words, control); };
    const double first = options.clock().seconds(1, pass);
    const double second = options.clock().seconds(1, pass);
    std::printf("  first step of 720 tokens %.2f s (reads the weights' pages), second %.2f s  %s\n",
                first, second, PeakMemory().text().c_str());
}

} // namespace

void benchLoad(const Options& options)
{
    const auto found = modelsIn(options.model);
    if (!found || found->empty()) {
        std::printf("no model in %s\n", options.model.c_str());
        return;
    }
    const Model& model = found->front();
    const ModelFile* const file = model.file(FileRole::Transformer);
    // The wall's clock: most of it is reading.
    const Clock clock(/*ofProcessor=*/false);
    for (const char* name : {"cold or warm", "warm"}) {
        PeakMemory memory;
        memory.reset();
        Networks networks;
        Denoiser* denoiser = nullptr;
        std::string failure;
        const double search = clock.seconds(1, [&] { (void)modelsIn(options.model); });
        const double seconds = clock.seconds(1, [&] {
            networks.use(model, {}, processor(), /*takesTurns=*/false);
            const auto opened = networks.denoiser([] {});
            if (opened)
                denoiser = *opened;
            else
                failure = opened.error().subject + " " + opened.error().detail;
        });
        if (!denoiser) {
            std::printf("%s cannot be loaded: %s\n", model.name.c_str(), failure.c_str());
            return;
        }
        std::printf("load %s (%.2f GB, page cache %s)  %.2f s, folder read in %.2f s  %s\n",
                    model.name.c_str(), file ? double(file->bytes) / kGiga : 0.0, name, seconds,
                    search, memory.text().c_str());
        std::fflush(stdout);
        firstSteps(options, *denoiser);
    }
}

} // namespace bench
