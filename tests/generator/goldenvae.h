#pragma once

#include "core/generator/nn/videovae.h"
#include "tests/generator/goldens.h"

namespace goldens {

/// From a fixture's constructor arguments.
dollygrip::generator::VaeConfig vaeConfigOf(const dollygrip::Json& json);

/// A VAE with these weights; what does not fit is a failure of the fixture.
dollygrip::generator::VideoVAE vaeOf(Golden& golden, const dollygrip::generator::VaeConfig& config,
                                     const dollygrip::generator::TensorFiles& weights);

} // namespace goldens
