#include "core/generator/nn/linear.h"

#include "core/generator/nn/gemm.h"
#include "core/generator/nn/kernels.h"

#include <torch/torch.h>

#include <algorithm>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kWidenedNumbers = std::int64_t(4) << 20; // of a weight at a time: 16 MB

/// Replaces what a parameter holds, in whatever type.
void hold(at::Tensor& parameter, const at::Tensor& value)
{
    if (parameter.scalar_type() != value.scalar_type())
        parameter.set_data(value);
}

at::Tensor wideOf(const at::Tensor& x)
{
    return x.to(at::kFloat).contiguous();
}

/// x [rows, in], weight [count, in] -> the columns of `out` from `first` on, all float32
void multiplyInto(at::Tensor& out, const at::Tensor& x, const float* weight, std::int64_t count,
                  std::int64_t first)
{
    const std::int64_t in = x.size(1);
    multiply({x.size(0), count, in, true, false}, {x.data_ptr<float>(), in}, {weight, in},
             {out.data_ptr<float>() + first, out.size(1)});
}

} // namespace

bool multipliesBFloat16()
{
    return canMultiplyHalf();
}

at::Tensor product(const at::Tensor& x, const at::Tensor& weight, Products how)
{
    const at::NoGradGuard noGradient;
    const std::int64_t in = weight.size(1);
    const std::int64_t outs = weight.size(0);
    std::vector<std::int64_t> shape = x.sizes().vec();
    TORCH_CHECK(!shape.empty() && shape.back() == in, "the factors of a product do not fit");
    shape.back() = outs;
    const at::Tensor kept = weight.contiguous();
    if (how == Products::Half && kept.scalar_type() == at::kBFloat16 && canMultiplyHalf()) {
        const at::Tensor rows = x.to(at::kBFloat16).contiguous().view({-1, in});
        at::Tensor out = at::empty({rows.size(0), outs}, at::TensorOptions(at::kFloat));
        multiply({rows.size(0), outs, in, true, false}, {rows.data_ptr<c10::BFloat16>(), in},
                 {kept.data_ptr<c10::BFloat16>(), in}, {out.data_ptr<float>(), outs});
        return out.view(shape);
    }
    const at::Tensor rows = wideOf(x).view({-1, in});
    at::Tensor out = at::empty({rows.size(0), outs}, at::TensorOptions(at::kFloat));
    if (kept.scalar_type() == at::kFloat) {
        multiplyInto(out, rows, kept.data_ptr<float>(), outs, 0);
        return out.view(shape);
    }
    const std::int64_t piece =
        std::clamp<std::int64_t>(kWidenedNumbers / std::max<std::int64_t>(in, 1), 1, outs);
    thread_local std::vector<float> widened; // stays for the next product
    widened.resize(std::max(widened.size(), static_cast<std::size_t>(piece * in)));
    for (std::int64_t first = 0; first < outs; first += piece) {
        const std::int64_t count = std::min(piece, outs - first);
        widen(kept.narrow(0, first, count), widened.data());
        multiplyInto(out, rows, widened.data(), count, first);
    }
    return out.view(shape);
}

LinearImpl::LinearImpl(std::int64_t in, std::int64_t out, bool withBias)
{
    weight = register_parameter("weight", at::empty({out, in}), /*requires_grad=*/false);
    if (withBias)
        bias = register_parameter("bias", at::empty({out}), /*requires_grad=*/false);
}

at::Tensor LinearImpl::bare(const at::Tensor& x)
{
    return weight.is_cpu() ? product(x, weight, products)
                           : at::linear(x.to(weight.scalar_type()), weight);
}

at::Tensor LinearImpl::forward(const at::Tensor& x)
{
    if (!weight.is_cpu())
        return at::linear(x.to(weight.scalar_type()), weight,
                          bias.defined() ? bias.to(weight.scalar_type()) : bias);
    at::Tensor y = product(x, weight, products);
    return bias.defined() ? y.add_(bias) : y;
}

at::Tensor LinearImpl::exact(const at::Tensor& x)
{
    if (!weight.is_cpu())
        return at::linear(x.to(at::kFloat), weight.to(at::kFloat),
                          bias.defined() ? bias.to(at::kFloat) : bias);
    at::Tensor y = product(x, weight, Products::Exact);
    return bias.defined() ? y.add_(bias) : y;
}

at::ScalarType LinearImpl::factorType() const
{
    if (!weight.is_cpu())
        return weight.scalar_type();
    const bool isHalf = products == Products::Half && weight.scalar_type() == at::kBFloat16;
    return isHalf && canMultiplyHalf() ? at::kBFloat16 : at::kFloat;
}

void holdWeights(torch::nn::Module& network, Products how)
{
    const at::NoGradGuard noGradient;
    for (const auto& module : network.modules(/*include_self=*/true)) {
        if (auto* const linear = module->as<LinearImpl>())
            linear->products = how;
        for (auto& item : module->named_parameters(/*recurse=*/false)) {
            at::Tensor& parameter = item.value();
            const bool gains = !parameter.is_cpu() || canMultiplyHalf();
            if (!module->as<LinearImpl>() || item.key() != "weight")
                hold(parameter, parameter.to(at::kFloat));
            else if (how == Products::Half && gains)
                hold(parameter, parameter.to(at::kBFloat16));
        }
    }
}

} // namespace dollygrip::generator
