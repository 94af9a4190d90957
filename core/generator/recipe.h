#pragma once

#include "core/generator/modelfolder.h"
#include "core/generator/noiseschedule.h"
#include "core/generator/request.h"

namespace dollygrip::generator {

/// How a request is sampled by a model, every choice made.
struct Recipe {
    Solver solver = Solver::UniPc;
    NoiseSchedule schedule;
    double guidance = 1; ///< 1: the network is not asked without the prompt
    bool needsNegative() const { return guidance != 1; }
};

/// What the request leaves open is the model's own, but a draft of a model that takes many steps
/// takes two fifths of them; and with a LoRA whose name says that it is for few steps, those of
/// distilled weights. InvalidArgument for a solver that there is not or numbers out of range.
Result<Recipe> recipeFor(const Request& request, const Model& model);

/// The same run begun later, at the first noise level that is at most `sigma`.
NoiseSchedule startedAt(const NoiseSchedule& schedule, double sigma);

} // namespace dollygrip::generator
