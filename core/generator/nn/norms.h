#pragma once

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>
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

/// Layer norm without weights of its own, then times (1 + scale) plus shift, in float32.
/// x [batch, tokens, dim], shift and scale [batch, 1, dim] float32 -> float32
at::Tensor modulatedNorm(const at::Tensor& x, double eps, const at::Tensor& shift,
                         const at::Tensor& scale);

/// GELU by its tanh approximation, and the exact one.
at::Tensor geluTanh(const at::Tensor& x);
at::Tensor geluErf(const at::Tensor& x);

/// A linear layer in the type of its own weights: x is brought there first.
at::Tensor through(torch::nn::Linear& linear, const at::Tensor& x);

} // namespace dollygrip::generator
