#pragma once

#include "core/generator/networks.h"
#include "core/generator/recipe.h"
#include "core/generator/windowinput.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace dollygrip::generator {

/// Words as the transformer takes them, and those of the pass without the prompt.
struct ShotWords {
    Words prompt;
    Words negative; ///< only where the recipe has guidance
};

/// One window's way from noise to a latent.
struct Denoising {
    Denoiser& denoiser;
    const Recipe& recipe;
    const NetworkInput& input;
    const ShotWords& words;
    at::Device device;
    std::uint64_t seed; ///< its own for each window
};

/// After each step (from 1) with the clean estimate [16, T, h, w], references left out. False keeps
/// that and ends.
using Stepped = std::function<bool(int step, const at::Tensor& clean)>;

/// T latent frames of h x w cells: [16, T, h, w], references left out. Stops within a step. Errors:
/// Cancelled; ModelUnusable when the network gives numbers that are none.
Result<at::Tensor> denoised(const Denoising& what, const std::vector<std::int64_t>& cells,
                            const Stepped& stepped, const std::stop_token& stop);

/// How many steps that takes: fewer than the recipe's where it begins at the guide.
int stepsOf(const Recipe& recipe, double startSigma);

/// A seed for the `index`th of what is drawn from one.
std::uint64_t derivedSeed(std::uint64_t seed, std::uint64_t index);

/// Thrown out of the networks when a job was stopped; caught where the job began.
struct Stopped {};

} // namespace dollygrip::generator
