#pragma once

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

#include <cstdint>

namespace dollygrip::generator {

/// Root mean square norm over the last axis, in float32, times a weight.
struct RMSNormImpl : torch::nn::Module {
    RMSNormImpl(std::int64_t dim, double eps);
    /// x [..., dim] -> the same, in x's type
    at::Tensor forward(const at::Tensor& x);

    double eps;
    at::Tensor weight; ///< [dim]
};
TORCH_MODULE(RMSNorm);

/// Layer norm over the last axis in float32. weight and bias [dim] or undefined. -> float32
at::Tensor layerNorm(const at::Tensor& x, double eps, const at::Tensor& weight = {},
                     const at::Tensor& bias = {});

/// GELU by its tanh approximation, and the exact one.
at::Tensor geluTanh(const at::Tensor& x);
at::Tensor geluErf(const at::Tensor& x);

} // namespace dollygrip::generator
