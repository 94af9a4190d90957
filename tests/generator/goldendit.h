#pragma once

#include "core/generator/nn/controlbranch.h"
#include "core/generator/nn/videotransformer.h"
#include "tests/generator/goldens.h"

namespace goldens {

/// A video transformer and, where the weights have one, its control branch.
struct Networks {
    dollygrip::generator::VideoTransformer transformer{nullptr};
    dollygrip::generator::ControlBranch branch{nullptr};
};

/// From a fixture's constructor arguments and weights; what does not fit is a failure of the
/// fixture.
Networks networksOf(Golden& golden, const dollygrip::Json& config,
                    const dollygrip::generator::TensorFiles& weights);

} // namespace goldens
