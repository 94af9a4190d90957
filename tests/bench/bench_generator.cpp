// What a step, decoding and loading take, beside the rate at which the same machine multiplies
// matrices in the same minute. Weights are random, of the published sizes.
//   bench_generator [--small] [--processor-time] [--times N] [--model FOLDER] [--only PART]
#include "core/generator/device.h"
#include "core/generator/pipeline.h"
#include "tests/bench/generatorbench.h"

#include <torch/torch.h>

#include <cstring>

using namespace dollygrip::generator;

namespace {

bench::Options optionsOf(int count, char** words)
{
    bench::Options options;
    for (int i = 1; i < count; ++i) {
        const auto is = [&](const char* name) { return std::strcmp(words[i], name) == 0; };
        if (is("--small"))
            options.isSmall = true;
        else if (is("--processor-time"))
            options.ofProcessor = true;
        else if (is("--times") && i + 1 < count)
            options.times = std::max(1, std::atoi(words[++i]));
        else if (is("--model") && i + 1 < count)
            options.model = words[++i];
        else if (is("--only") && i + 1 < count)
            options.only = words[++i];
        else {
            std::fprintf(stderr, "unknown: %s\n", words[i]);
            std::exit(2);
        }
    }
    return options;
}

} // namespace

int main(int count, char** words)
{
    const bench::Options options = optionsOf(count, words);
    const c10::InferenceMode guard;
    const EngineInfo info = engineInfo();
    if (options.ofProcessor)
        at::set_num_threads(1);
    std::printf("LibTorch %s, %s, %d threads, %s; bfloat16 products: %s\n", info.torch.c_str(),
                info.blas.c_str(), at::get_num_threads(),
                options.ofProcessor ? "processor time" : "wall time",
                multipliesBFloat16() ? "yes" : "no");
    const auto wants = [&](const char* part) {
        return options.only.empty() || options.only == part;
    };
    if (wants("step"))
        bench::benchSteps(options);
    if (wants("vae"))
        bench::benchVae(options);
    if (wants("tricks"))
        bench::benchTricks(options);
    if (wants("load") && !options.model.empty())
        bench::benchLoad(options);
    return 0;
}
