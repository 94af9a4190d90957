#include "core/generator/recipe.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <string>

namespace dollygrip::generator {
namespace {

constexpr int kManySteps = 10;
constexpr int kMostSteps = 1000;
constexpr double kDraftShare = 0.4;
constexpr double kMostGuidance = 100;
constexpr double kMostShift = 100;

const Sampling kDistilled{"few-step", 4, 1, 5};

std::optional<Solver> solverOf(const std::string& name)
{
    if (name == "unipc")
        return Solver::UniPc;
    if (name == "dpm++")
        return Solver::DpmPp;
    if (name == "euler")
        return Solver::Euler;
    if (name == "few-step")
        return Solver::FewStep;
    if (name == "few-step-renoised")
        return Solver::FewStepRenoised;
    return std::nullopt;
}

/// As the published ones are named: "..._lightx2v_4step.safetensors", "...Self_Forcing_DMD...".
bool isForFewSteps(std::string name)
{
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    for (const char* mark : {"4step", "4-step", "4_step", "lightx2v", "distill", "causvid",
                             "self_forcing", "selfforcing", "self-forcing"})
        if (name.find(mark) != std::string::npos)
            return true;
    return false;
}

Sampling chosen(const Request& request, const Model& model)
{
    Sampling sampling = model.defaults;
    if (std::any_of(request.loras.begin(), request.loras.end(),
                    [](const LoraUse& use) { return isForFewSteps(use.file); }))
        sampling = kDistilled;
    if (request.quality != Quality::Final && sampling.steps > kManySteps)
        sampling.steps = std::max(kManySteps, int(std::lround(sampling.steps * kDraftShare)));
    const Sampling& asked = request.sampling;
    if (!asked.solver.empty())
        sampling.solver = asked.solver;
    if (asked.steps != 0)
        sampling.steps = asked.steps;
    if (asked.guidance >= 0)
        sampling.guidance = asked.guidance;
    if (asked.shift != 0)
        sampling.shift = asked.shift;
    return sampling;
}

} // namespace

Result<Recipe> recipeFor(const Request& request, const Model& model)
{
    const Sampling sampling = chosen(request, model);
    const std::optional<Solver> solver = solverOf(sampling.solver);
    if (!solver)
        return Error{ErrorCode::InvalidArgument, sampling.solver, "no such solver"};
    if (sampling.steps < 1 || sampling.steps > kMostSteps)
        return Error{ErrorCode::InvalidArgument, {}, std::to_string(sampling.steps) + " steps"};
    if (!(sampling.guidance >= 0 && sampling.guidance <= kMostGuidance))
        return Error{
            ErrorCode::InvalidArgument, {}, "guidance " + std::to_string(sampling.guidance)};
    if (!(sampling.shift > 0 && sampling.shift <= kMostShift))
        return Error{ErrorCode::InvalidArgument, {}, "shift " + std::to_string(sampling.shift)};
    return Recipe{*solver, noiseSchedule(*solver, sampling.steps, sampling.shift),
                  sampling.guidance};
}

NoiseSchedule startedAt(const NoiseSchedule& schedule, double sigma)
{
    const auto first = std::find_if(schedule.sigmas.begin(), schedule.sigmas.end() - 2,
                                    [sigma](double level) { return level <= sigma; });
    const auto skipped = first - schedule.sigmas.begin();
    return {{first, schedule.sigmas.end()},
            {schedule.timesteps.begin() + skipped, schedule.timesteps.end()}};
}

} // namespace dollygrip::generator
