#include "core/generator/checkpoint.h"

#include <torch/nn/module.h>

namespace dollygrip::generator {
namespace {

/// Brings one tensor in; `current` is the network's.
using Bring = std::function<void(const std::string& name, at::Tensor& current)>;

/// `names`: what the files hold with their shapes.
LoadReport load(const std::vector<torch::nn::Module*>& networks,
                const std::map<std::string, std::vector<std::int64_t>, std::less<>>& names,
                const Loading& loading, const Bring& bring)
{
    const at::NoGradGuard noGradient;
    LoadReport report;
    std::set<std::string, std::less<>> wanted;
    bool isGoing = true;
    const auto isAsked = [&loading](const std::string& name) {
        return loading.only.empty() || loading.only.contains(name);
    };
    const auto take = [&](const std::string& name, at::Tensor& target) {
        if (!isAsked(name))
            return;
        wanted.insert(name);
        const auto found = names.find(name);
        isGoing = isGoing && (!loading.keepGoing || loading.keepGoing());
        if (found == names.end() || !isGoing)
            report.missing.push_back(name);
        else if (target.sizes() != at::IntArrayRef(found->second))
            report.wrongShape.push_back(name);
        else
            bring(name, target);
    };
    for (torch::nn::Module* network : networks) {
        for (auto& parameter : network->named_parameters())
            take(parameter.key(), parameter.value());
        for (auto& buffer : network->named_buffers())
            take(buffer.key(), buffer.value());
    }
    for (const auto& [name, shape] : names)
        if (isAsked(name) && !wanted.contains(name))
            report.unexpected.push_back(name);
    return report;
}

} // namespace

void appendSome(std::string& text, const char* what, const std::vector<std::string>& names,
                std::size_t shown)
{
    if (names.empty())
        return;
    text.append(text.empty() ? "" : "; ").append(what).append(": ");
    for (std::size_t i = 0; i < names.size() && i < shown; ++i)
        text.append(i ? ", " : "").append(names[i]);
    if (names.size() > shown)
        text.append(" and ").append(std::to_string(names.size() - shown)).append(" more");
}

std::string LoadReport::summary() const
{
    std::string text;
    appendSome(text, "missing", missing);
    appendSome(text, "unexpected", unexpected);
    appendSome(text, "wrong shape", wrongShape);
    return text;
}

LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const TensorFiles& files,
                    const Loading& loading)
{
    std::map<std::string, std::vector<std::int64_t>, std::less<>> names;
    for (const auto& [name, stored] : files.tensors())
        names[name] = stored.shape;
    return load(networks, names, loading, [&](const std::string& name, at::Tensor& current) {
        const StoredTensor& stored = files.tensors().at(name);
        const at::ScalarType type =
            loading.typeOf ? loading.typeOf(name, stored) : current.scalar_type();
        const at::Tensor addition = loading.addition ? loading.addition(name) : at::Tensor();
        const bool isShared = loading.sharesMap && !addition.defined() && current.device().is_cpu()
                              && canShare(stored, type);
        if (isShared) {
            current.set_data(viewOf(stored, type));
            return;
        }
        // Never into the memory that is there: it may be a map's.
        const at::Tensor value =
            addition.defined() ? tensorOf(stored, at::kFloat).add_(addition.to(at::kCPU)).to(type)
                               : tensorOf(stored, type);
        current.set_data(value.to(current.device()));
        release(stored);
    });
}

LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const NamedTensors& tensors)
{
    std::map<std::string, std::vector<std::int64_t>, std::less<>> names;
    for (const auto& [name, tensor] : tensors)
        names[name] = tensor.sizes().vec();
    return load(networks, names, {}, [&tensors](const std::string& name, at::Tensor& current) {
        current.set_data(tensors.at(name).to(current.device(), current.scalar_type(), false, true));
    });
}

} // namespace dollygrip::generator
