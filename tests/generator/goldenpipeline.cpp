#include "core/conditioning/vaceinput.h"
#include "core/generator/sampler.h"
#include "tests/generator/goldendit.h"
#include "tests/generator/goldenvae.h"

#include <torch/torch.h>

#include <stdexcept>
#include <string>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {
namespace {

Solver solverOf(const std::string& name)
{
    if (name == "unipc")
        return Solver::UniPc;
    if (name == "dpm++")
        return Solver::DpmPp;
    throw std::runtime_error("unknown solver: " + name);
}

/// The pictures of a case through the VAE; undefined where there are none.
at::Tensor signalsOf(Golden& golden, std::size_t number, VideoVAE& vae)
{
    if (!golden.hasIn(number, "video"))
        return {};
    conditioning::VacePictures pictures;
    pictures.video = golden.in(number, "video");
    pictures.mask = golden.in(number, "mask");
    const std::int64_t references = golden.caseAt(number).integerOr("refs", 0);
    for (std::int64_t i = 0; i < references; ++i)
        pictures.references.push_back(golden.in(number, indexed("ref", std::size_t(i))));
    return conditioning::vaceContext(
        pictures, [&vae](const at::Tensor& video) { return vae->encode(video); });
}

void shoot(Golden& golden, std::size_t number, Networks& networks, VideoVAE& vae)
{
    const Json& about = golden.caseAt(number);
    const NoiseSchedule schedule =
        noiseSchedule(solverOf(about.stringOr("solver", "")), int(about.integerOr("steps", 0)),
                      about.numberOr("shift", 0));
    golden.intermediate(number, "timesteps",
                        torch::tensor(schedule.timesteps, at::kDouble).to(at::kLong));
    const double guide = about.numberOr("guide", 1);
    const Words prompt = networks.transformer->embedded(golden.in(number, "context"), {});
    const Words null = networks.transformer->embedded(golden.in(number, "context_null"), {});
    Control control;
    if (const at::Tensor signals = signalsOf(golden, number, vae); signals.defined()) {
        control.branch = &networks.branch;
        control.signals = signals.unsqueeze(0);
        control.strength = about.numberOr("scale", 1);
    }

    Sampler sampler(solverOf(about.stringOr("solver", "")), schedule);
    at::Tensor latent = golden.mid(number, "noise");
    std::vector<at::Tensor> velocities;
    std::vector<at::Tensor> latents;
    while (sampler.step() < schedule.steps()) {
        const at::Tensor t = at::full({1}, sampler.timestep(), at::kDouble);
        const auto velocity = [&](const Words& words) {
            return networks.transformer->forward(latent.unsqueeze(0), t, words, control)[0];
        };
        velocities.push_back(guided(velocity(prompt), velocity(null), guide));
        latent = sampler.advance(latent, velocities.back());
        latents.push_back(latent);
    }
    golden.intermediate(number, "v", at::stack(velocities));
    golden.intermediate(number, "latents", at::stack(latents));
    const at::Tensor kept = conditioning::withoutReferences(latent, about.integerOr("refs", 0));
    golden.intermediate(number, "decoder_input", kept);
    golden.output(number, "video", vae->decode(kept));
}

} // namespace

void wholePipeline(Golden& golden)
{
    const Json* const transformer = golden.config().find("dit");
    const Json* const decoder = golden.config().find("vae");
    if (!transformer || !decoder)
        throw std::runtime_error("no configuration of both networks");
    Networks networks = networksOf(golden, *transformer, golden.weights("dit"));
    VideoVAE vae = vaeOf(golden, vaeConfigOf(*decoder), golden.weights("vae"));
    for (std::size_t number = 0; number < golden.caseCount(); ++number)
        shoot(golden, number, networks, vae);
}

} // namespace goldens
