#pragma once

#include "core/generator/nn/controlbranch.h"
#include "core/generator/nn/videotransformer.h"
#include "core/generator/nn/videovae.h"
#include "tests/bench/benchclock.h"

namespace bench {

struct Options {
    bool isSmall = false;
    bool ofProcessor = false; ///< one thread, by processor time
    int times = 3;
    std::string model; ///< a folder; empty: no loading
    std::string only;  ///< "step", "vae", "load", "tricks"; empty: all

    Clock clock() const { return Clock(ofProcessor); }
};

/// Numbers of a step or of decoding.
struct Rate {
    double flop = 0;
    double seconds = 0;
    double giga() const { return flop / seconds / 1e9; }
};

/// What a machine multiplies at, on the shapes that a step has at so many tokens.
struct MachineRates {
    double matrix = 0; ///< at::mm, float32
    double exact = 0;  ///< the product that the networks use, float32
    double half = 0;   ///< the same, bfloat16; 0: this machine has none
};
MachineRates machineRates(const Options& options, std::int64_t tokens,
                          const dollygrip::generator::TransformerConfig& config);

/// The 1.3B model's measures, or small ones.
dollygrip::generator::TransformerConfig stepConfig(bool isSmall, bool withControl);
/// Random numbers of a spread that keeps a deep network's values in range, in this type.
void fill(torch::nn::Module& network, at::ScalarType matrices);

void benchSteps(const Options& options);
void benchVae(const Options& options);
void benchLoad(const Options& options);
void benchTricks(const Options& options);

} // namespace bench
