#pragma once

#include "core/generator/nn/shiftedconv.h"

#include <ATen/core/Tensor.h>
#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dollygrip::generator {

/// What the layers of a streamed network remember from one chunk of frames to the next: one slot
/// for each layer with a memory, in the order in which the layers are called. Every chunk begins
/// with rewind(). Never shared by two videos.
class FeatureCache {
public:
    /// How this video's convolutions are computed on a processor.
    struct Convolving {
        Products products = Products::Exact;
        bool isStock = false; ///< by LibTorch's conv3d, to compare with
    };
    FeatureCache() = default;
    explicit FeatureCache(const Convolving& how) : m_how(how) {}

    struct Slot {
        at::Tensor frames;   ///< the last features, undefined where there are none
        RimmedFrames rimmed; ///< the same as shifted products read them, one of both is there
        bool called = false; ///< this layer has seen a chunk
    };

    void rewind() { m_next = 0; }
    Slot& next();
    const Convolving& how() const { return m_how; }
    FramePool& pool() { return m_pool; }
    /// Whether x is convolved by shifted products, and in which type.
    bool shifts(const at::Tensor& x) const;
    at::ScalarType factorType() const;

private:
    Convolving m_how;
    FramePool m_pool;
    std::vector<Slot> m_slots;
    std::size_t m_next = 0;
};

/// A kernel as products take it, made when it is first needed and when the weight is another one.
class Taps {
public:
    /// tapsOf() or doublingTapsOf()
    using Make = at::Tensor (*)(const at::Tensor& weight, at::ScalarType type);
    explicit Taps(Make make) : m_make(make) {}
    const at::Tensor& of(const at::Tensor& weight, at::ScalarType type);

private:
    Make m_make;
    at::Tensor m_taps;
    const void* m_madeFrom = nullptr;
};

/// 3-D convolution that sees no later frame: all of its padding in time lies before the first.
struct CausalConv3dImpl : torch::nn::Module {
    struct Options {
        int64_t in = 1;
        int64_t out = 1;
        std::array<int64_t, 3> kernel{3, 3, 3}; ///< time, height, width
        std::array<int64_t, 3> padding{1, 1, 1};
        int64_t timeStride = 1;
    };
    explicit CausalConv3dImpl(const Options& options);

    /// x [batch, in, frames, height, width]; `history` (may be undefined) stands before x in place
    /// of as many zeros.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& history = {},
                       Products products = Products::Exact);
    /// The same with the history of the cache's next slot, which then keeps x's last two frames.
    at::Tensor streamed(const at::Tensor& x, FeatureCache& cache);
    /// The same for frames between rims; `addend` (may be undefined) is added to the result.
    at::Tensor streamed(const RimmedFrames& x, FeatureCache& cache, const at::Tensor& addend = {});
    /// Between rims, without a cache: `earlier` before x, before that `zeros` frames of zeros.
    at::Tensor shifted(const RimmedFrames& x, const RimmedFrames& earlier, std::int64_t zeros,
                       FramePool& pool, const at::Tensor& addend = {});

    Options options;
    at::Tensor weight, bias;

private:
    Taps m_taps{tapsOf};
};
TORCH_MODULE(CausalConv3d);

/// x's last two frames; where x has one, the last of `earlier` (may be undefined) before it.
at::Tensor lastTwoFrames(const at::Tensor& x, const at::Tensor& earlier);

} // namespace dollygrip::generator
