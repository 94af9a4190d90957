#pragma once

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
    struct Slot {
        at::Tensor frames;   ///< the last features, undefined where there are none
        bool called = false; ///< this layer has seen a chunk
    };

    void rewind() { m_next = 0; }
    Slot& next();

private:
    std::vector<Slot> m_slots;
    std::size_t m_next = 0;
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
    at::Tensor forward(const at::Tensor& x, const at::Tensor& history = {});
    /// The same with the history of the cache's next slot, which then keeps x's last two frames.
    at::Tensor streamed(const at::Tensor& x, FeatureCache& cache);

    Options options;
    at::Tensor weight, bias;
};
TORCH_MODULE(CausalConv3d);

/// x's last two frames; where x has one, the last of `earlier` (may be undefined) before it.
at::Tensor lastTwoFrames(const at::Tensor& x, const at::Tensor& earlier);

} // namespace dollygrip::generator
