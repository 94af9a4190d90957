#include "core/generator/sampler.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace dollygrip::generator {
namespace {

/// Half the logarithm of signal to noise; +infinity at 0, -infinity at 1.
double lambda(double sigma)
{
    return std::log(1 - sigma) - std::log(sigma);
}

} // namespace

Sampler::Sampler(Solver solver, NoiseSchedule schedule)
    : m_solver(solver), m_schedule(std::move(schedule))
{
}

at::Tensor Sampler::clean(const at::Tensor& sample, const at::Tensor& velocity) const
{
    return sample - velocity * sigma();
}

at::Tensor Sampler::advance(const at::Tensor& sample, const at::Tensor& velocity,
                            const std::function<at::Tensor()>& freshNoise)
{
    const double next = m_schedule.sigmas.at(index(m_step) + 1);
    at::Tensor result;
    switch (m_solver) {
    case Solver::UniPc: result = advanceUniPc(sample, clean(sample, velocity)); break;
    case Solver::DpmPp: result = advanceDpmPp(sample, clean(sample, velocity)); break;
    case Solver::Euler:
    case Solver::EulerTwiceShifted:
    case Solver::FewStep: result = sample + velocity * (next - sigma()); break;
    case Solver::FewStepRenoised:
        result = clean(sample, velocity);
        if (next > 0)
            result = result * (1 - next) + freshNoise().to(result.options()) * next;
        break;
    }
    ++m_step;
    return result;
}

at::Tensor Sampler::advanceUniPc(at::Tensor sample, const at::Tensor& clean)
{
    if (m_step > 0)
        sample = corrected(clean);
    m_cleanOlder = m_clean;
    m_clean = clean;
    const int left = m_schedule.steps() - m_step;
    m_order = std::min({2, left, m_step + 1});
    m_sample = sample;
    return predicted(sample, m_order);
}

at::Tensor Sampler::corrected(const at::Tensor& clean) const
{
    const double from = m_schedule.sigmas[index(m_step) - 1];
    const double to = sigma();
    const double h = lambda(to) - lambda(from);
    const double b = std::expm1(-h);
    const at::Tensor straight = m_sample * (to / from) - m_clean * ((1 - to) * b);
    const at::Tensor newest = clean - m_clean;
    if (m_order == 1)
        return straight - newest * ((1 - to) * b * 0.5);
    const double r = (lambda(m_schedule.sigmas[index(m_step) - 2]) - lambda(from)) / h;
    const double phi1 = b / -h - 1;
    const double phi2 = phi1 / -h - 0.5;
    const double right1 = phi1 / b; // rows of [[1, 1], [r, 1]]·weights = [right1, right2]
    const double right2 = 2 * phi2 / b;
    const double older = (right1 - right2) / (1 - r);
    const double newer = right1 - older;
    const at::Tensor slope = (m_cleanOlder - m_clean) / r;
    return straight - (slope * older + newest * newer) * ((1 - to) * b);
}

at::Tensor Sampler::predicted(const at::Tensor& sample, int order) const
{
    const double from = sigma();
    const double to = m_schedule.sigmas[index(m_step) + 1];
    const double h = lambda(to) - lambda(from);
    const double b = std::expm1(-h);
    const at::Tensor straight = sample * (to / from) - m_clean * ((1 - to) * b);
    if (order == 1)
        return straight;
    const double r = (lambda(m_schedule.sigmas[index(m_step) - 1]) - lambda(from)) / h;
    return straight - (m_cleanOlder - m_clean) / r * ((1 - to) * b * 0.5);
}

at::Tensor Sampler::advanceDpmPp(const at::Tensor& sample, const at::Tensor& clean)
{
    m_cleanOlder = m_clean;
    m_clean = clean;
    const double from = sigma();
    const double to = m_schedule.sigmas[index(m_step) + 1];
    const double h = lambda(to) - lambda(from);
    const double b = std::expm1(-h);
    const at::Tensor straight = sample * (to / from) - m_clean * ((1 - to) * b);
    const bool isLast = m_step + 1 == m_schedule.steps();
    if (m_step == 0 || isLast)
        return straight;
    // From sigma 1 the step before was infinitely long: r is too, and the slope 0.
    const double r = (lambda(from) - lambda(m_schedule.sigmas[index(m_step) - 1])) / h;
    return straight - (m_clean - m_cleanOlder) * ((1 - to) * b * 0.5 / r);
}

at::Tensor guided(const at::Tensor& withPrompt, const at::Tensor& without, double scale)
{
    return without + (withPrompt - without) * scale;
}

at::Tensor drawNoise(std::uint64_t seed, const std::vector<std::int64_t>& shape)
{
    return at::randn(shape, at::detail::createCPUGenerator(seed), at::TensorOptions(at::kFloat));
}

Result<at::Tensor> sampleAll(Sampler sampler, const at::Tensor& noise, const SamplingSteps& steps,
                             std::stop_token stop)
{
    at::Tensor sample = noise;
    while (sampler.step() < sampler.schedule().steps()) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const at::Tensor velocity = steps.velocity(sample, sampler.timestep());
        if (stop.stop_requested()) // the network may have ended early for it
            return Error{ErrorCode::Cancelled, {}, {}};
        if (!at::isfinite(velocity).all().item<bool>())
            return Error{ErrorCode::ModelUnusable, "step " + std::to_string(sampler.step() + 1),
                         "the network gave numbers that are infinite or no numbers"};
        const at::Tensor clean = sampler.clean(sample, velocity);
        sample = sampler.advance(sample, velocity, steps.freshNoise);
        if (steps.stepped && !steps.stepped(sampler.step(), clean))
            return clean;
    }
    return sample;
}

} // namespace dollygrip::generator
