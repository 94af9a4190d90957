#include "core/generator/lora.h"

#include "core/base/json.h"
#include "core/generator/checkpoint.h"
#include "core/generator/loranames.h"

#include <ATen/ATen.h>
#include <torch/nn/module.h>

#include <cmath>
#include <optional>
#include <set>
#include <utility>

namespace dollygrip::generator {
namespace {

Error unusable(const std::string& path, std::string detail)
{
    return Error{ErrorCode::ModelUnusable, path, std::move(detail)};
}

/// One layer of a file.
struct Pieces {
    std::map<LoraPart, std::pair<std::string, const StoredTensor*>> parts;

    const StoredTensor* tensor(LoraPart part) const
    {
        const auto found = parts.find(part);
        return found == parts.end() ? nullptr : found->second.second;
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto& [part, named] : parts)
            names.push_back(named.first);
        return names;
    }
};

/// By layer, as the file spells it. The first name that is of no kind of ours becomes `stranger`.
std::map<std::string, Pieces> piecesOf(const TensorFiles& files, std::string& stranger)
{
    std::map<std::string, Pieces> layers;
    for (const auto& [name, tensor] : files.tensors()) {
        if (const std::optional<LoraName> known = loraNameOf(name))
            layers[known->layer].parts.emplace(known->part, std::pair(name, &tensor));
        else if (stranger.empty())
            stranger = name;
    }
    return layers;
}

/// What peft writes into the header when the layers have no alpha of their own.
std::optional<double> alphaOfHeader(const TensorFiles& files)
{
    const auto text = files.metadata().find("lora_adapter_metadata");
    const Result<Json> json =
        text == files.metadata().end() ? Result<Json>(Json()) : Json::parse(text->second);
    if (!json || !json->object())
        return std::nullopt;
    for (const auto& [key, value] : *json->object())
        if ((key == "lora_alpha" || key.ends_with(".lora_alpha")) && value.number())
            return value.number();
    return std::nullopt;
}

bool isMatrix(const StoredTensor& tensor)
{
    return tensor.shape.size() >= 2 && countOf(tensor.shape).value_or(0) > 0;
}

/// Whether the product has the weight's shape; a convolution's inner side is flat.
bool isProductOf(const std::vector<std::int64_t>& weight, const StoredTensor& down,
                 const StoredTensor& up)
{
    const std::uint64_t whole = countOf(weight).value_or(0);
    const std::uint64_t inner =
        countOf(down.shape).value_or(0) / static_cast<std::uint64_t>(down.shape[0]);
    return weight.size() >= 2 && weight[0] == up.shape[0]
           && whole == static_cast<std::uint64_t>(weight[0]) * inner;
}

} // namespace

std::string LoraReport::summary() const
{
    std::string text;
    constexpr std::size_t kShown = 3;
    appendSome(text, "no weight for", unfit, kShown);
    appendSome(text, "another shape", wrongShape, kShown);
    return text;
}

Result<Loras> Loras::open(const std::vector<LoraUse>& uses, const Shapes& weights)
{
    Loras loras;
    loras.m_shapes = weights;
    for (const LoraUse& use : uses) {
        Result<LoraReport> report = loras.add(use, weights);
        if (!report)
            return report.error();
        loras.m_reports.push_back(std::move(*report));
    }
    return loras;
}

Result<LoraReport> Loras::add(const LoraUse& use, const Shapes& weights)
{
    const Result<TensorFiles> files = TensorFiles::open(use.file);
    if (!files)
        return files.error();
    if (!std::isfinite(use.strength))
        return Error{ErrorCode::InvalidArgument, use.file, "its strength is no number"};
    std::string stranger;
    const std::map<std::string, Pieces> layers = piecesOf(*files, stranger);
    if (layers.empty())
        return unusable(use.file, "no LoRA: none of its tensors is named as of one");
    if (!stranger.empty())
        return unusable(use.file, "a LoRA of a kind that is not known: " + stranger);

    std::vector<std::string> names;
    for (const auto& [name, shape] : weights)
        names.push_back(name);
    const LoraLayers known(names);
    const std::optional<double> headerAlpha = alphaOfHeader(*files);
    LoraReport report{use.file, 0, {}, {}};
    std::set<std::string> changed;
    const auto put = [&](const std::string& weight, Change change) {
        m_changes[weight].push_back(std::move(change));
        changed.insert(weight);
    };
    for (const auto& [layer, pieces] : layers) {
        const StoredTensor* const down = pieces.tensor(LoraPart::Down);
        const StoredTensor* const up = pieces.tensor(LoraPart::Up);
        if (!down != !up)
            return unusable(use.file, "half of a pair is missing: " + layer);
        if (down) {
            if (!isMatrix(*down) || !isMatrix(*up) || down->shape[0] != up->shape[1])
                return unusable(use.file, "a pair that makes no product: " + layer);
            const std::string weight = known.weightOf({layer, LoraPart::Down});
            double scale = use.strength;
            const auto rank = static_cast<double>(down->shape[0]);
            if (const StoredTensor* const alpha = pieces.tensor(LoraPart::Alpha)) {
                if (countOf(alpha->shape) != 1)
                    return unusable(use.file, "an alpha that is no number: " + layer);
                scale *= tensorOf(*alpha, at::kDouble).item<double>() / rank;
            } else if (headerAlpha) {
                scale *= *headerAlpha / rank;
            }
            if (!std::isfinite(scale))
                return unusable(use.file, "an alpha that is no number: " + layer);
            const std::string& name = pieces.parts.at(LoraPart::Up).first;
            if (weight.empty())
                report.unfit.push_back(name);
            else if (!isProductOf(weights.at(weight), *down, *up))
                report.wrongShape.push_back(name);
            else
                put(weight, Change{*down, *up, false, scale});
        }
        for (const LoraPart part :
             {LoraPart::Difference, LoraPart::BiasDifference, LoraPart::TableDifference}) {
            const StoredTensor* const difference = pieces.tensor(part);
            if (!difference)
                continue;
            const std::string weight = known.weightOf({layer, part});
            const std::string& name = pieces.parts.at(part).first;
            if (weight.empty())
                report.unfit.push_back(name);
            else if (countOf(difference->shape) != countOf(weights.at(weight)))
                report.wrongShape.push_back(name);
            else
                put(weight, Change{{}, *difference, true, use.strength});
        }
    }
    report.changed = changed.size();
    if (changed.empty())
        return Error{ErrorCode::ModelMixed, use.file,
                     "not made for this model; " + report.summary()};
    return report;
}

std::vector<std::string> Loras::changed() const
{
    std::vector<std::string> names;
    for (const auto& [name, changes] : m_changes)
        names.push_back(name);
    return names;
}

at::Tensor Loras::additionTo(std::string_view weight) const
{
    const auto found = m_changes.find(weight);
    if (found == m_changes.end())
        return {};
    const std::vector<std::int64_t>& shape = m_shapes.find(weight)->second;
    at::Tensor sum;
    for (const Change& change : found->second) {
        at::Tensor part = tensorOf(change.up, at::kFloat);
        if (!change.isDifference)
            part = at::matmul(part.flatten(1), tensorOf(change.down, at::kFloat).flatten(1));
        part = part.reshape(shape).mul_(change.scale);
        sum = sum.defined() ? sum.add_(part) : part;
    }
    return sum;
}

Loras::Shapes shapesOf(const std::vector<torch::nn::Module*>& networks)
{
    Loras::Shapes shapes;
    for (const torch::nn::Module* network : networks)
        for (const auto& parameter : network->named_parameters())
            shapes[parameter.key()] = parameter.value().sizes().vec();
    return shapes;
}

void addTo(const std::vector<torch::nn::Module*>& networks, const Loras& loras)
{
    const at::NoGradGuard noGradient;
    for (torch::nn::Module* network : networks)
        for (auto& parameter : network->named_parameters()) {
            const at::Tensor addition = loras.additionTo(parameter.key());
            if (!addition.defined())
                continue;
            at::Tensor& weight = parameter.value();
            weight.set_data(
                weight.to(at::kFloat).add(addition.to(weight.device())).to(weight.scalar_type()));
        }
}

} // namespace dollygrip::generator
