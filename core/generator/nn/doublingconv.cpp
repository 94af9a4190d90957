#include "core/generator/nn/doublingconv.h"

#include "core/generator/nn/gemm.h"
#include "core/generator/nn/kernels.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kPixels = 320; // of a product: its four sums stay in a second-level cache

/// All that the bands of one convolution share; sizes before doubling.
struct Work {
    const RimmedFrames& x;
    const DoublingConv& conv;
    std::int64_t height, width, pitch; ///< pitch: pixels of a rimmed row
    std::int64_t outs, channels;
    float* out;
};

/// Both columns of the four, in `sums` [rows, pitch, 2, outs], of the row `half` of the four.
template <class Number>
void addUp(const Work& work, const Number* frame, std::int64_t half, std::int64_t firstRow,
           std::int64_t rows, float* sums)
{
    const std::int64_t perTap = work.channels * 2 * work.outs;
    const Number* tap = work.conv.taps.data_ptr<Number>() + half * 6 * perTap;
    const std::int64_t pixels = rows * work.pitch - 2; // what follows stands for the rim
    for (std::int64_t y = 0; y < 2; ++y)
        for (std::int64_t x = 0; x < 3; ++x, tap += perTap) {
            const Number* const seen =
                frame + ((firstRow + half + y) * work.pitch + x) * work.channels;
            const std::int64_t skipped = x == 2 ? work.outs : 0; // the first column
            multiply({pixels, x == 1 ? 2 * work.outs : work.outs, work.channels, false, true},
                     Rows<const Number>{seen, work.channels},
                     Rows<const Number>{tap + skipped, 2 * work.outs},
                     Rows<float>{sums + skipped, 2 * work.outs});
        }
}

template <class Number>
void compute(const Work& work, std::int64_t frame, std::int64_t firstRow, std::int64_t rows)
{
    const auto* const seen =
        work.x.frames[static_cast<std::size_t>(frame)].template data_ptr<Number>();
    const float* const bias = work.conv.bias.defined() ? work.conv.bias.data_ptr<float>() : nullptr;
    const std::int64_t pixels = 2 * rows * work.pitch;
    std::vector<float> sums(static_cast<std::size_t>(pixels * work.outs));
    const std::int64_t row = 2 * work.width * work.outs; // of the result
    for (std::int64_t half = 0; half < 2; ++half) {
        biasedPixels(nullptr, 0, bias, pixels, pixels, work.outs, sums.data());
        addUp(work, seen, half, firstRow, rows, sums.data());
        float* to = work.out + (2 * (frame * work.height + firstRow) + half) * row;
        for (std::int64_t y = 0; y < rows; ++y, to += 2 * row)
            std::memcpy(to, sums.data() + y * 2 * work.pitch * work.outs,
                        sizeof(float) * static_cast<std::size_t>(row));
    }
}

} // namespace

at::Tensor doublingTapsOf(const at::Tensor& weight, at::ScalarType type)
{
    // Which of the kernel's three (last) stand on which pixel seen, for each of two: along a column
    // two pixels are seen, along a row the same two or, with both halves side by side, three.
    const float down[2][2][3] = {{{1, 0, 0}, {0, 1, 1}}, {{1, 1, 0}, {0, 0, 1}}};
    const float across[2][3][3] = {{{1, 0, 0}, {0, 1, 1}, {0, 0, 0}},
                                   {{0, 0, 0}, {1, 1, 0}, {0, 0, 1}}};
    const auto tensorOf = [](const auto& numbers, std::int64_t seen) {
        return at::from_blob(const_cast<float*>(&numbers[0][0][0]), {2, seen, 3}, at::kFloat);
    };
    return at::einsum("hyk,wxl,oikl->hyxiwo",
                      {tensorOf(down, 2), tensorOf(across, 3), weight.detach().to(at::kFloat)})
        .to(type)
        .contiguous();
}

at::Tensor convolvedDoubled(const RimmedFrames& x, const DoublingConv& conv, FramePool& pool)
{
    const at::Tensor& first = x.frames.front();
    const at::Tensor& taps = conv.taps;
    TORCH_CHECK(x.rim == 1 && taps.dim() == 6 && taps.size(3) == first.size(2)
                    && taps.scalar_type() == first.scalar_type(),
                "the kernel does not fit the frames");
    Work work{x,
              conv,
              first.size(0) - 2,
              first.size(1) - 2,
              first.size(1),
              taps.size(5),
              taps.size(3),
              nullptr};
    const at::Tensor out =
        pool.take({x.count(), 2 * work.height, 2 * work.width, work.outs}, at::kFloat);
    work.out = out.data_ptr<float>();
    const std::int64_t rows = std::clamp<std::int64_t>(kPixels / work.pitch, 1, work.height);
    const std::int64_t bands = (work.height + rows - 1) / rows;
    const bool isHalf = taps.scalar_type() == at::kBFloat16;
    forEachPiece(x.count() * bands, [&](std::int64_t piece) {
        const std::int64_t row = piece % bands * rows;
        const std::int64_t count = std::min(rows, work.height - row);
        isHalf ? compute<c10::BFloat16>(work, piece / bands, row, count)
               : compute<float>(work, piece / bands, row, count);
    });
    return out.permute({3, 0, 1, 2}).unsqueeze(0);
}

} // namespace dollygrip::generator
