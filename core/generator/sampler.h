#pragma once

#include "core/base/error.h"
#include "core/generator/noiseschedule.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace dollygrip::generator {

/// Takes a sample down a noise schedule, one step at a time. The network's output is the velocity
/// v = noise - clean. Scalars are computed in double, tensors stay in their type. Generator thread.
class Sampler {
public:
    Sampler(Solver solver, NoiseSchedule schedule);

    const NoiseSchedule& schedule() const { return m_schedule; }
    /// The step that comes next, schedule().steps() when all are done.
    int step() const { return m_step; }
    double timestep() const { return m_schedule.timesteps.at(index(m_step)); }
    double sigma() const { return m_schedule.sigmas.at(index(m_step)); }

    /// What the sample would be without its noise, by this velocity: x - σ·v.
    at::Tensor clean(const at::Tensor& sample, const at::Tensor& velocity) const;
    /// The sample at the next noise level. `freshNoise` is asked for by FewStepRenoised only, with
    /// the sample's shape.
    at::Tensor advance(const at::Tensor& sample, const at::Tensor& velocity,
                       const std::function<at::Tensor()>& freshNoise = {});

private:
    static std::size_t index(int step) { return static_cast<std::size_t>(step); }
    at::Tensor advanceUniPc(at::Tensor sample, const at::Tensor& clean);
    at::Tensor corrected(const at::Tensor& clean) const;
    at::Tensor predicted(const at::Tensor& sample, int order) const;
    at::Tensor advanceDpmPp(const at::Tensor& sample, const at::Tensor& clean);

    Solver m_solver;
    NoiseSchedule m_schedule;
    int m_step = 0;
    int m_order = 1;         // of the last step
    at::Tensor m_sample;     // where the last step began
    at::Tensor m_clean;      // clean estimate of the last step
    at::Tensor m_cleanOlder; // and of the one before
};

/// Guidance: away from what the network sees without the prompt, `scale` times.
at::Tensor guided(const at::Tensor& withPrompt, const at::Tensor& without, double scale);

/// Standard normal numbers, float32, drawn on the processor: a seed is one noise on every machine.
at::Tensor drawNoise(std::uint64_t seed, const std::vector<std::int64_t>& shape);

/// What sampling asks of its caller.
struct SamplingSteps {
    /// The network at a sample and a timestep.
    std::function<at::Tensor(const at::Tensor& sample, double timestep)> velocity;
    /// After each step (from 1): the clean estimate. False keeps what there is and ends.
    std::function<bool(int step, const at::Tensor& clean)> stepped;
    std::function<at::Tensor()> freshNoise; ///< see Sampler::advance
};

/// Takes `noise` all the way down. Stopped by `stepped`, it gives the clean estimate of that step.
/// Errors: Cancelled; ModelUnusable when the network's numbers are no numbers any more.
Result<at::Tensor> sampleAll(Sampler sampler, const at::Tensor& noise, const SamplingSteps& steps,
                             std::stop_token stop);

} // namespace dollygrip::generator
