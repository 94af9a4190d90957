#pragma once

#include "core/generator/nn/linear.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace dollygrip::generator {

// Convolution on a processor as matrix products: channels lie last, so all pixels of a frame are
// the rows of a matrix, and what a kernel's tap sees is the same matrix from another row on. With a
// rim of zeros around each frame no tap needs to ask where it is; the few rows that stand for the
// rim come out as rubbish and are never looked at. Sums over all taps stay in the cache.

/// Memory that a video's features pass through: what nobody holds any more is handed out again,
/// since fresh memory costs a visit to the system for each of its pages. For one thread.
class FramePool {
public:
    at::Tensor take(at::IntArrayRef shape, at::ScalarType type);
    /// Gives back what nobody holds: from here on other sizes are asked for.
    void drop();

private:
    std::vector<at::Tensor> m_pieces;
};

/// Frames with their rims: what a convolution reads, and what it remembers of earlier frames.
struct RimmedFrames {
    /// Each [height + 2 rim, width + 2 rim, channels], float32 or bfloat16.
    std::vector<at::Tensor> frames;
    std::int64_t rim = 0;

    std::int64_t count() const { return static_cast<std::int64_t>(frames.size()); }
};

/// What happens to frames on the way between their rims.
struct Rimming {
    std::int64_t rim = 1;
    at::ScalarType type = at::kFloat;
    at::Tensor gamma = {};        ///< defined: channelNorm() and SiLU first
    std::int64_t interleaved = 1; ///< of each pixel's channels, one part after the other is a frame
};

/// Whether these functions take x: one sample on a processor, float32.
bool canBeRimmed(const at::Tensor& x);
/// x [1, channels, frames, height, width] in any order
RimmedFrames rimmed(const at::Tensor& x, const Rimming& how, FramePool& pool);
/// The last two of both; where `x` has one, the last of `earlier` before it.
RimmedFrames lastTwo(const RimmedFrames& x, const RimmedFrames& earlier);

/// A kernel as the products take it: weight [out, in, time, height, width] (or without time) ->
/// [time, height, width, in, out] contiguous
at::Tensor tapsOf(const at::Tensor& weight, at::ScalarType type);

struct ShiftedConv {
    at::Tensor taps;        ///< of tapsOf(), in the frames' type
    at::Tensor bias;        ///< [out] float32 or undefined
    std::int64_t zeros = 0; ///< frames of zeros that stand before all others
    std::int64_t timeStride = 1;
    /// [1, out, frames, height, width] float32 or undefined: added to the result.
    at::Tensor addend = {};
};

/// The frames before x are `earlier`'s, then zeros. -> [1, out, frames, height, width] float32,
/// channels lying last, a row of pixels not always next to the other.
at::Tensor convolved(const RimmedFrames& x, const RimmedFrames& earlier, const ShiftedConv& conv,
                     FramePool& pool);

/// Work on each of `count` pieces, of any length each, by all threads of a parallel loop.
void forEachPiece(std::int64_t count, const std::function<void(std::int64_t piece)>& work);

} // namespace dollygrip::generator
