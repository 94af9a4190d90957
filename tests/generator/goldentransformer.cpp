#include "tests/generator/goldendit.h"

#include <torch/torch.h>

#include <algorithm>
#include <stdexcept>
#include <string>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {
namespace {

/// All of one kind of input: x0, x1, …
std::vector<at::Tensor> numbered(const Golden& golden, std::size_t number, const std::string& name)
{
    std::vector<at::Tensor> found;
    while (golden.hasIn(number, indexed(name, found.size())))
        found.push_back(golden.in(number, indexed(name, found.size())));
    return found;
}

bool ofOneSize(const std::vector<at::Tensor>& tensors)
{
    return std::all_of(tensors.begin(), tensors.end(),
                       [&](const at::Tensor& t) { return t.sizes() == tensors.front().sizes(); });
}

/// One pass over samples of one size, from sample `first` of the case on.
class Pass {
public:
    Pass(Golden& golden, std::size_t number, Networks& networks, std::size_t samples)
        : m_golden(golden), m_number(number), m_networks(networks), m_samples(samples)
    {
    }

    void run(std::size_t first, std::size_t count)
    {
        // Only a pass over the whole case has the shapes of the recorded intermediates.
        Watch watch;
        if (count == m_samples)
            watch = [this, count](const std::string& name, const at::Tensor& tensor) {
                // The reference makes patches of one sample after the other.
                if (count == 1 || !name.ends_with("patch_embedding"))
                    m_golden.intermediate(m_number, name, tensor);
            };
        const at::Tensor latent = joinedInputs("x", first, count);
        Control control;
        if (!m_networks.branch.is_empty()) {
            control.branch = &m_networks.branch;
            control.signals = stacked("vace_context", first, count);
            control.strength = m_golden.in(m_number, "vace_context_scale").item<double>();
        }
        const at::Tensor t =
            m_golden.in(m_number, "t").narrow(0, std::int64_t(first), std::int64_t(count));
        const at::Tensor velocity =
            m_networks.transformer->forward(latent, t, words(first, count, watch), control, watch);
        for (std::size_t i = 0; i < count; ++i)
            m_golden.output(m_number, indexed("y", first + i), velocity[std::int64_t(i)]);
    }

private:
    at::Tensor stacked(const std::string& name, std::size_t first, std::size_t count)
    {
        std::vector<at::Tensor> some = numbered(m_golden, m_number, name);
        if (some.size() != m_samples)
            throw std::runtime_error(name + ": not one a sample");
        return at::stack(std::vector<at::Tensor>(some.begin() + std::ptrdiff_t(first),
                                                 some.begin() + std::ptrdiff_t(first + count)));
    }

    /// The latent, and behind it along the channels what a picture-to-video model is given.
    at::Tensor joinedInputs(const std::string& name, std::size_t first, std::size_t count)
    {
        const at::Tensor x = stacked(name, first, count);
        return m_golden.hasIn(m_number, "y0") ? at::cat({x, stacked("y", first, count)}, 1) : x;
    }

    Words words(std::size_t first, std::size_t count, const Watch& watch)
    {
        // The words are of different lengths; each is embedded alone, then they are one batch.
        std::vector<at::Tensor> text;
        std::vector<at::Tensor> image;
        const bool withImage = m_golden.hasIn(m_number, "clip_fea");
        for (std::size_t i = first; i < first + count; ++i) {
            const at::Tensor picture =
                withImage ? m_golden.in(m_number, "clip_fea").narrow(0, std::int64_t(i), 1)
                          : at::Tensor();
            const Words one = m_networks.transformer->embedded(
                m_golden.in(m_number, indexed("context", i)), picture);
            text.push_back(one.text);
            image.push_back(one.image);
        }
        const Words all{at::cat(text), withImage ? at::cat(image) : at::Tensor()};
        if (watch) {
            watch("text_embedding", all.text);
            if (withImage)
                watch("img_emb", all.image);
        }
        return all;
    }

    Golden& m_golden;
    std::size_t m_number;
    Networks& m_networks;
    std::size_t m_samples;
};

} // namespace

Networks networksOf(Golden& golden, const Json& config, const TensorFiles& weights)
{
    const auto shapeOf = [&weights](const std::string& name) {
        const auto* const entry = weights.find(name);
        return entry ? entry->shape : std::vector<std::int64_t>();
    };
    const Result<TransformerConfig> measured = transformerConfig(config, shapeOf);
    if (!measured)
        throw std::runtime_error(measured.error().detail);
    Networks networks;
    networks.transformer = VideoTransformer(*measured);
    std::vector<torch::nn::Module*> modules{networks.transformer.get()};
    if (!measured->controlLayers.empty()) {
        networks.branch = ControlBranch(*measured);
        modules.push_back(networks.branch.get());
    }
    if (const LoadReport report = loadInto(modules, weights); !report.isWhole())
        golden.fail(report.summary());
    return networks;
}

void transformer(Golden& golden)
{
    Networks networks = networksOf(golden, golden.config(), golden.weights());
    for (std::size_t number = 0; number < golden.caseCount(); ++number) {
        const std::vector<at::Tensor> samples = numbered(golden, number, "x");
        if (samples.empty())
            throw std::runtime_error("a case without samples");
        Pass pass(golden, number, networks, samples.size());
        if (ofOneSize(samples)) {
            pass.run(0, samples.size());
        } else {
            for (std::size_t i = 0; i < samples.size(); ++i)
                pass.run(i, 1);
        }
    }
}

} // namespace goldens
