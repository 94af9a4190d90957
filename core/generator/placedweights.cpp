#include "core/generator/placedweights.h"

#include <ATen/ATen.h>
#include <torch/nn/module.h>

namespace dollygrip::generator {

PlacedWeights::PlacedWeights(const torch::nn::Module& network)
{
    const auto keep = [this](const std::string& name, const at::Tensor& used) {
        m_weights.push_back({name, used, used.detach()});
    };
    for (const auto& parameter : network.named_parameters())
        keep(parameter.key(), parameter.value());
    for (const auto& buffer : network.named_buffers())
        keep(buffer.key(), buffer.value());
}

void PlacedWeights::bring(const at::Device& device, const TypeOf& typeOf)
{
    if (m_isAway)
        return;
    m_isAway = true; // part of them is enough
    for (Weight& weight : m_weights)
        weight.used.set_data(weight.home.to(device, typeOf(weight.name)));
}

void PlacedWeights::goHome()
{
    if (!m_isAway)
        return;
    for (Weight& weight : m_weights)
        weight.used.set_data(weight.home);
    m_isAway = false;
}

std::uint64_t PlacedWeights::bytes() const
{
    std::uint64_t sum = 0;
    for (const Weight& weight : m_weights)
        sum += std::uint64_t(weight.home.numel()) * weight.home.element_size();
    return sum;
}

} // namespace dollygrip::generator
