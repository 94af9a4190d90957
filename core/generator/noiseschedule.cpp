#include "core/generator/noiseschedule.h"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace dollygrip::generator {
namespace {

constexpr double kTimesteps = 1000;

double asFloat(double value)
{
    return static_cast<double>(static_cast<float>(value));
}

/// The level at `step` of `count` even parts of the way from `first` to `last`.
double between(double first, double last, int step, int count)
{
    return count > 0 ? first + step * ((last - first) / count) : first;
}

NoiseSchedule scheduleOf(const std::vector<double>& sigmas, bool wholeTimesteps)
{
    NoiseSchedule schedule;
    for (const double sigma : sigmas) {
        schedule.sigmas.push_back(asFloat(sigma));
        // Whole ones are cut, not rounded, from the level before it is rounded to float32.
        schedule.timesteps.push_back(wholeTimesteps ? std::trunc(sigma * kTimesteps)
                                                    : asFloat(sigma * kTimesteps));
    }
    schedule.sigmas.push_back(0);
    return schedule;
}

} // namespace

double shifted(double sigma, double shift)
{
    return shift * sigma / (1 + (shift - 1) * sigma);
}

NoiseSchedule noiseSchedule(Solver solver, int steps, double shift)
{
    assert(steps > 0 && shift > 0);
    std::vector<double> sigmas;
    for (int step = 0; step < steps; ++step) {
        switch (solver) {
        case Solver::UniPc: // the reference keeps 0.999 in float32
            sigmas.push_back(shifted(between(asFloat(0.999), 0, step, steps), shift));
            break;
        case Solver::DpmPp:
        case Solver::Euler:
        case Solver::FewStep:
        case Solver::FewStepRenoised:
            sigmas.push_back(shifted(between(1, 0, step, steps), shift));
            break;
        case Solver::EulerTwiceShifted: // its lower end is shifted once before, and again here
            sigmas.push_back(
                shifted(between(1, shifted(1 / kTimesteps, shift), step, steps - 1), shift));
            break;
        }
    }
    return scheduleOf(sigmas, solver == Solver::UniPc || solver == Solver::DpmPp);
}

NoiseSchedule fewStepSchedule(const std::vector<double>& picks, double shift)
{
    std::vector<double> sigmas;
    for (const double pick : picks)
        sigmas.push_back(shifted(pick / kTimesteps, shift));
    return scheduleOf(sigmas, false);
}

} // namespace dollygrip::generator
