#pragma once

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

#include <cstdint>

namespace dollygrip::generator {

/// How a network's matrix products and convolutions are computed on a processor. What else there
/// is (norms, softmax, modulation, time embedding, head, the sum over the blocks) is float32 either
/// way, on every device.
enum class Products {
    Exact, ///< float32; weights that are held in 16 bits are widened a piece at a time
    Half,  ///< both factors bfloat16, sums float32: what the networks were trained with
};

/// Whether this processor multiplies bfloat16 by itself (AVX512-BF16, AMX). Where it does, Half
/// takes half of Exact's time; elsewhere Half is computed as Exact.
bool multipliesBFloat16();

/// y = x weight^T + bias. The weight may be float32, float16 or bfloat16, in memory of its own or
/// a mapped file's (`weight.set_data(…)`); nothing is written to it. Made without values: fill it.
struct LinearImpl : torch::nn::Module {
    LinearImpl(std::int64_t in, std::int64_t out, bool withBias = true);

    /// x [..., in] of any float type -> [..., out]; float32 on a processor, in the weight's type
    /// elsewhere.
    at::Tensor forward(const at::Tensor& x);
    /// The same without the bias.
    at::Tensor bare(const at::Tensor& x);
    /// The same in float32 on every device.
    at::Tensor exact(const at::Tensor& x);
    /// The type in which forward() would like x, so that it need not bring it there.
    at::ScalarType factorType() const;

    Products products = Products::Exact;
    at::Tensor weight; ///< [out, in]
    at::Tensor bias;   ///< [out] or undefined
};
TORCH_MODULE(Linear);

/// x [..., in] times weight [out, in] transposed -> [..., out] float32. On a processor only.
at::Tensor product(const at::Tensor& x, const at::Tensor& weight, Products how);

/// After the weights are in their places, before the first pass: tells every layer of `network`
/// how to multiply. For Half weights that are not bfloat16 yet become so, in memory of their own,
/// where this processor (or the device that they lie on) gains by it. What is not a factor of a
/// product (biases, norms, modulation) becomes float32 on a processor.
void holdWeights(torch::nn::Module& network, Products how);

} // namespace dollygrip::generator
