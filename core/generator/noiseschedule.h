#pragma once

#include <vector>

namespace dollygrip::generator {

/// How a sample goes from one noise level to the next, and from which table of levels.
enum class Solver {
    UniPc,             ///< multistep, order 2, predictor and corrector; table from 0.999
    DpmPp,             ///< DPM-Solver++ 2M; table from 1
    Euler,             ///< straight steps on the table of DpmPp
    EulerTwiceShifted, ///< straight steps on the table of diffusers' own scheduler
    FewStep,           ///< straight steps of distilled weights
    FewStepRenoised    ///< distilled weights: the clean estimate with fresh noise at every step
};

/// Noise levels of one run. sigma 1 is all noise, 0 none.
struct NoiseSchedule {
    std::vector<double> sigmas;    ///< one more than steps, falling, the last 0; rounded to float32
    std::vector<double> timesteps; ///< what the network is told at each step, 0…1000

    int steps() const { return static_cast<int>(timesteps.size()); }
    bool operator==(const NoiseSchedule&) const = default;
};

/// sigma moved towards noise: shift·σ / (1 + (shift-1)·σ).
double shifted(double sigma, double shift);

/// The table of a solver; steps at least 1, shift above 0. The few-step solvers' is an even one,
/// at 4 steps the published 1000, 750, 500, 250.
NoiseSchedule noiseSchedule(Solver solver, int steps, double shift);

/// The table of distilled weights: `picks` are the unshifted timesteps, falling, e.g. 1000, 750,
/// 500, 250.
NoiseSchedule fewStepSchedule(const std::vector<double>& picks, double shift);

} // namespace dollygrip::generator
