#include "core/generator/denoising.h"

#include "core/conditioning/dualclock.h"
#include "core/conditioning/vaceinput.h"
#include "core/generator/sampler.h"

#include <ATen/ATen.h>

#include <utility>

namespace dollygrip::generator {
namespace {

/// Asks the transformer, once with the prompt and, where there is guidance, once without.
class Predictor {
public:
    Predictor(const Denoising& what, const std::stop_token& stop) : m_what(what), m_stop(stop)
    {
        if (what.input.control.defined()) {
            m_control.branch = &what.denoiser.branch;
            m_control.signals = what.input.control.to(what.device).unsqueeze(0);
            m_control.strength = what.input.strength;
        }
        if (what.input.reference.defined())
            m_control.reference = what.input.reference.to(what.device).unsqueeze(0);
        if (what.input.rays.defined())
            m_control.camera = what.input.rays.to(what.device).unsqueeze(0);
    }

    /// latent [16, T, h, w] -> velocity, the same.
    at::Tensor operator()(const at::Tensor& latent, double timestep)
    {
        const NetworkInput& input = m_what.input;
        const at::Tensor with = asked(latent, timestep, m_what.words.prompt, input.beside);
        if (!m_what.recipe.needsNegative())
            return with;
        const at::Tensor& beside =
            input.besideWithoutWords.defined() ? input.besideWithoutWords : input.beside;
        const at::Tensor without = asked(latent, timestep, m_what.words.negative, beside);
        return guided(with, without, m_what.recipe.guidance);
    }

private:
    at::Tensor asked(const at::Tensor& latent, double timestep, const Words& words,
                     const at::Tensor& beside)
    {
        const at::Tensor x =
            beside.defined() ? at::cat({latent, beside.to(latent.options())}, 0) : latent;
        const at::Tensor t = at::full({1}, timestep, at::TensorOptions(at::kDouble));
        const at::Tensor velocity = m_what.denoiser.transformer->forward(
            x.unsqueeze(0), t.to(m_what.device), words, m_control, {},
            [this] { return !m_stop.stop_requested(); });
        if (!velocity.defined())
            throw Stopped();
        return velocity[0];
    }

    const Denoising& m_what;
    const std::stop_token& m_stop;
    Control m_control;
};

} // namespace

std::uint64_t derivedSeed(std::uint64_t seed, std::uint64_t index)
{
    if (index == 0)
        return seed;
    std::uint64_t z = seed + index * 0x9e3779b97f4a7c15ULL; // SplitMix64
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

int stepsOf(const Recipe& recipe, double startSigma)
{
    return (startSigma < 1 ? startedAt(recipe.schedule, startSigma) : recipe.schedule).steps();
}

Result<at::Tensor> denoised(const Denoising& what, const std::vector<std::int64_t>& cells,
                            const Stepped& stepped, const std::stop_token& stop)
{
    const NetworkInput& input = what.input;
    const std::vector<std::int64_t> shape{what.denoiser.transformer->config.outChannels,
                                          input.references + cells.at(0), cells.at(1), cells.at(2)};
    const at::Tensor noise = drawNoise(what.seed, shape).to(what.device);
    const at::Tensor guide = input.guide.defined() ? input.guide.to(noise.options()) : at::Tensor();
    const at::Tensor cellsHeld =
        input.held.defined() ? input.held.to(noise.options()) : at::Tensor();
    NoiseSchedule schedule = what.recipe.schedule;
    at::Tensor start = noise;
    if (input.startSigma < 1 && guide.defined()) {
        schedule = startedAt(schedule, input.startSigma);
        start = conditioning::atNoiseLevel(guide, noise, schedule.sigmas.front());
    }
    const auto withoutReferences = [&](const at::Tensor& latent) {
        return conditioning::withoutReferences(latent, input.references);
    };
    Predictor predict(what, stop);
    int step = 0;
    SamplingSteps steps;
    steps.velocity = [&](const at::Tensor& sample, double timestep) {
        const double sigma = schedule.sigmas[std::size_t(step)];
        const double next = schedule.sigmas[std::size_t(step) + 1];
        at::Tensor velocity = predict(sample, timestep);
        // What is held has the guide as its clean estimate, so that solvers which look back find
        // it on one way too. At the next level it is exactly where the dual clock wants it.
        if (cellsHeld.defined() && next >= input.heldSigma)
            velocity = at::where(cellsHeld > 0.5, (sample - guide) / sigma, velocity);
        return velocity;
    };
    steps.stepped = [&](int done, const at::Tensor& clean) {
        step = done;
        return !stepped || stepped(done, withoutReferences(clean));
    };
    steps.freshNoise = [&] {
        return drawNoise(derivedSeed(what.seed, std::uint64_t(step) + 1), shape).to(what.device);
    };
    auto sampled = sampleAll(Sampler(what.recipe.solver, schedule), start, steps, stop);
    if (!sampled)
        return sampled.error();
    return withoutReferences(*sampled);
}

} // namespace dollygrip::generator
