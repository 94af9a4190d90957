#include "core/generator/nn/norms.h"

#include <ATen/ATen.h>

namespace dollygrip::generator {

RMSNormImpl::RMSNormImpl(std::int64_t dim, double eps) : eps(eps)
{
    weight = register_parameter("weight", at::ones({dim}));
}

at::Tensor RMSNormImpl::forward(const at::Tensor& x)
{
    const at::Tensor wide = x.to(at::kFloat);
    const at::Tensor scale = wide.square().mean(-1, true).add_(eps).rsqrt_();
    return wide.mul(scale).to(x.scalar_type()) * weight;
}

at::Tensor layerNorm(const at::Tensor& x, double eps, const at::Tensor& weight,
                     const at::Tensor& bias)
{
    const auto wide = [](const at::Tensor& t) { return t.defined() ? t.to(at::kFloat) : t; };
    return at::layer_norm(wide(x), {x.size(-1)}, wide(weight), wide(bias), eps);
}

at::Tensor geluTanh(const at::Tensor& x)
{
    return at::gelu(x, "tanh");
}

at::Tensor geluErf(const at::Tensor& x)
{
    return at::gelu(x, "none");
}

} // namespace dollygrip::generator
