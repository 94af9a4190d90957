#include "core/generator/sampler.h"
#include "tests/generator/goldens.h"

#include <torch/torch.h>

#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {
namespace {

std::optional<Solver> solverOf(const std::string& name)
{
    if (name == "unipc")
        return Solver::UniPc;
    if (name == "dpmpp")
        return Solver::DpmPp;
    if (name == "euler")
        return Solver::EulerTwiceShifted;
    if (name == "euler_wan")
        return Solver::Euler;
    return std::nullopt;
}

at::Tensor sigmasOf(const NoiseSchedule& schedule)
{
    return torch::tensor(schedule.sigmas, at::kDouble).to(at::kFloat);
}

at::Tensor timestepsOf(const NoiseSchedule& schedule, Solver solver)
{
    const at::Tensor exact = torch::tensor(schedule.timesteps, at::kDouble);
    const bool isWhole = solver == Solver::UniPc || solver == Solver::DpmPp;
    TORCH_CHECK(!isWhole || exact.equal(exact.trunc()), "timesteps are not whole");
    return exact.to(isWhole ? at::kLong : at::kFloat);
}

/// The stand-ins for a network that the fixtures were made with.
at::Tensor velocityOf(const std::string& model, const at::Tensor& x, double t)
{
    if (model == "lin")
        return x * 0.3 + std::sin(t / 1000);
    TORCH_CHECK(model == "tanh", "unknown model: ", model);
    return at::tanh(x * 1.5) * std::cos(t / 300) + at::flip(x, {-1}) * 0.2;
}

void table(Golden& golden, std::size_t number)
{
    const Json& about = golden.caseAt(number);
    for (const Json& name : *about.find("solvers")->array()) {
        const auto solver = solverOf(*name.string());
        TORCH_CHECK(solver, "unknown solver: ", *name.string());
        const std::vector<int64_t> counts = about.integers("steps").value();
        for (const int64_t steps : counts) {
            for (const Json& shift : *about.find("shifts")->array()) {
                const double by = shift.number().value();
                const NoiseSchedule schedule = noiseSchedule(*solver, static_cast<int>(steps), by);
                char shiftText[32];
                std::snprintf(shiftText, sizeof shiftText, "%g", by);
                const std::string key =
                    *name.string() + ".steps" + std::to_string(steps) + ".shift" + shiftText;
                golden.output(number, key + ".sigmas", sigmasOf(schedule));
                golden.output(number, key + ".timesteps", timestepsOf(schedule, *solver));
            }
        }
    }
}

/// Twice: on the recorded velocities (the solver alone), and with the network's stand-in.
void trajectory(Golden& golden, std::size_t number)
{
    const Json& about = golden.caseAt(number);
    const auto solver = solverOf(about.stringOr("solver", ""));
    TORCH_CHECK(solver, "unknown solver: ", about.stringOr("solver", ""));
    const NoiseSchedule schedule = noiseSchedule(
        *solver, static_cast<int>(about.integerOr("steps", 0)), about.numberOr("shift", 0));
    golden.output(number, "sigmas", sigmasOf(schedule));
    golden.output(number, "timesteps", timestepsOf(schedule, *solver));
    const at::Tensor recorded = golden.mid(number, "v");
    for (const bool alone : {true, false}) {
        Sampler sampler(*solver, schedule);
        at::Tensor x = golden.in(number, "x");
        std::vector<at::Tensor> samples;
        std::vector<at::Tensor> velocities;
        while (sampler.step() < schedule.steps()) {
            velocities.push_back(
                alone ? recorded[sampler.step()]
                      : velocityOf(about.stringOr("model", ""), x, sampler.timestep()));
            x = sampler.advance(x, velocities.back());
            samples.push_back(x);
        }
        golden.intermediate(number, "v", at::stack(velocities));
        golden.output(number, "x", at::stack(samples));
    }
}

} // namespace

void schedulers(Golden& golden)
{
    runParts(golden, "op", {{"table", table}, {"trajectory", trajectory}});
}

} // namespace goldens
