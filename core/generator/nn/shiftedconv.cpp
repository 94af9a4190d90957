#include "core/generator/nn/shiftedconv.h"

#include "core/generator/nn/gemm.h"
#include "core/generator/nn/kernels.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>
#include <numeric>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kMostRows = 1024; // of a product: its sums stay in a second-level cache
constexpr std::int64_t kFewestRows = 128;

/// Where a frame's pixels lie, in float32, channels last.
struct FrameView {
    const float* data;
    std::int64_t rowStride;
    std::int64_t pixelStride;
};

at::Tensor channelsLast(const at::Tensor& x)
{
    return x.stride(1) == 1 ? x : x.contiguous(at::MemoryFormat::ChannelsLast3d);
}

FrameView viewOf(const at::Tensor& x, std::int64_t frame)
{
    return {x.data_ptr<float>() + frame * x.stride(2), x.stride(3), x.stride(4)};
}

template <class Number>
void fill(const at::Tensor& x, const Rimming& how, RimmedFrames& out)
{
    const at::Tensor& first = out.frames.front();
    const std::int64_t rows = first.size(0);
    const std::int64_t width = first.size(1) - 2 * how.rim;
    const std::int64_t channels = first.size(2);
    const std::int64_t pitch = first.size(1) * channels;
    const auto rim = static_cast<std::size_t>(how.rim * channels);
    const at::Tensor gammas =
        how.gamma.defined() ? how.gamma.to(at::kFloat).contiguous() : at::Tensor();
    const float* const gamma = gammas.defined() ? gammas.data_ptr<float>() : nullptr;
    at::parallel_for(0, out.count() * rows, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t task = begin; task < end; ++task) {
            const std::int64_t frame = task / rows;
            const std::int64_t row = task % rows - how.rim;
            Number* const to = out.frames[static_cast<std::size_t>(frame)].data_ptr<Number>()
                               + task % rows * pitch;
            if (row < 0 || row >= rows - 2 * how.rim) {
                std::memset(to, 0, sizeof(Number) * static_cast<std::size_t>(pitch));
                continue;
            }
            const FrameView from = viewOf(x, frame / how.interleaved);
            std::memset(to, 0, sizeof(Number) * rim);
            pixelsInto(from.data + frame % how.interleaved * channels + row * from.rowStride,
                       from.pixelStride, width, channels, gamma, to + rim);
            std::memset(to + pitch - rim, 0, sizeof(Number) * rim);
        }
    });
}

/// One product's share of the work.
struct Band {
    std::int64_t frame;
    std::int64_t firstRow;
    std::int64_t rows;
};

/// All that the bands of one convolution share. Sizes are of the result but for `channels`.
struct Work {
    const ShiftedConv& conv;
    std::int64_t height, width, pitch; ///< pitch: pixels of a rimmed row
    std::int64_t outs, channels;
    std::vector<const void*> frames; ///< all that a tap may see, in order; null: zeros
    float* out;
};

void begin(const Work& work, const Band& band)
{
    const at::Tensor& addend = work.conv.addend;
    const float* const bias = work.conv.bias.defined() ? work.conv.bias.data_ptr<float>() : nullptr;
    for (std::int64_t row = band.firstRow; row < band.firstRow + band.rows; ++row) {
        float* const to = work.out + ((band.frame * work.height + row) * work.pitch) * work.outs;
        const float* from = nullptr;
        std::int64_t stride = 0;
        if (addend.defined()) {
            const FrameView view = viewOf(addend, band.frame);
            from = view.data + row * view.rowStride;
            stride = view.pixelStride;
        }
        biasedPixels(from, stride, bias, work.pitch, work.width, work.outs, to);
    }
}

template <class Number>
void compute(const Work& work, const Band& band)
{
    begin(work, band);
    const at::Tensor& taps = work.conv.taps;
    const std::int64_t perTap = work.channels * work.outs;
    const std::int64_t last = taps.size(2) - 1; // rows of rubbish at the band's end
    const ProductShape shape{band.rows * work.pitch - last, work.outs, work.channels, false, true};
    float* const out =
        work.out + (band.frame * work.height + band.firstRow) * work.pitch * work.outs;
    const Number* tap = taps.data_ptr<Number>();
    for (std::int64_t k = 0; k < taps.size(0); ++k) {
        const auto index = static_cast<std::size_t>(band.frame * work.conv.timeStride + k);
        const auto* const frame = static_cast<const Number*>(work.frames[index]);
        for (std::int64_t y = 0; y < taps.size(1); ++y)
            for (std::int64_t x = 0; x < taps.size(2); ++x, tap += perTap)
                if (frame)
                    multiply(shape,
                             Rows<const Number>{
                                 frame + ((band.firstRow + y) * work.pitch + x) * work.channels,
                                 work.channels},
                             Rows<const Number>{tap, work.outs}, Rows<float>{out, work.outs});
    }
}

std::vector<Band> bandsOf(std::int64_t frames, std::int64_t height, std::int64_t pitch)
{
    const std::int64_t share = frames * height / (2 * at::get_num_threads()) + 1;
    const std::int64_t rows = std::clamp<std::int64_t>(
        share, kFewestRows / pitch + 1, std::max(kMostRows / pitch, kFewestRows / pitch + 1));
    std::vector<Band> bands;
    for (std::int64_t frame = 0; frame < frames; ++frame)
        for (std::int64_t row = 0; row < height; row += rows)
            bands.push_back({frame, row, std::min(rows, height - row)});
    return bands;
}

void addFrames(std::vector<const void*>& all, const RimmedFrames& some)
{
    for (const at::Tensor& frame : some.frames)
        all.push_back(frame.data_ptr());
}

} // namespace

bool canBeRimmed(const at::Tensor& x)
{
    return x.is_cpu() && x.dim() == 5 && x.size(0) == 1 && x.scalar_type() == at::kFloat;
}

at::Tensor FramePool::take(at::IntArrayRef shape, at::ScalarType type)
{
    const std::int64_t numbers =
        std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    for (const at::Tensor& piece : m_pieces)
        if (piece.storage().use_count() == 1 && piece.numel() == numbers
            && piece.scalar_type() == type)
            return piece.view(shape);
    m_pieces.push_back(at::empty({numbers}, at::TensorOptions(type)));
    return m_pieces.back().view(shape);
}

void FramePool::drop()
{
    std::erase_if(m_pieces,
                  [](const at::Tensor& piece) { return piece.storage().use_count() == 1; });
}

RimmedFrames rimmed(const at::Tensor& x, const Rimming& how, FramePool& pool)
{
    TORCH_CHECK(canBeRimmed(x) && x.size(1) % how.interleaved == 0, "frames cannot be rimmed");
    const at::Tensor from = channelsLast(x);
    RimmedFrames out{{}, how.rim};
    for (std::int64_t frame = 0; frame < x.size(2) * how.interleaved; ++frame)
        out.frames.push_back(pool.take(
            {x.size(3) + 2 * how.rim, x.size(4) + 2 * how.rim, x.size(1) / how.interleaved},
            how.type));
    if (how.type == at::kBFloat16)
        fill<c10::BFloat16>(from, how, out);
    else
        fill<float>(from, how, out);
    return out;
}

RimmedFrames lastTwo(const RimmedFrames& x, const RimmedFrames& earlier)
{
    RimmedFrames last{{}, x.rim};
    if (x.count() < 2 && earlier.count() > 0)
        last.frames.push_back(earlier.frames.back());
    last.frames.insert(last.frames.end(), x.frames.end() - std::min<std::int64_t>(x.count(), 2),
                       x.frames.end());
    return last;
}

at::Tensor tapsOf(const at::Tensor& weight, at::ScalarType type)
{
    const at::Tensor whole = weight.dim() == 4 ? weight.unsqueeze(2) : weight;
    return whole.detach().to(type).permute({2, 3, 4, 1, 0}).contiguous();
}

at::Tensor convolved(const RimmedFrames& x, const RimmedFrames& earlier, const ShiftedConv& given,
                     FramePool& pool)
{
    ShiftedConv conv = given;
    if (conv.addend.defined())
        conv.addend = channelsLast(conv.addend);
    const at::Tensor& taps = conv.taps;
    const at::Tensor& first = x.frames.front();
    TORCH_CHECK(taps.size(3) == first.size(2) && taps.scalar_type() == first.scalar_type()
                    && taps.size(1) == 2 * x.rim + 1 && taps.size(2) == 2 * x.rim + 1,
                "the kernel does not fit the frames");
    Work work{conv,
              first.size(0) - 2 * x.rim,
              first.size(1) - 2 * x.rim,
              first.size(1),
              taps.size(4),
              taps.size(3),
              std::vector<const void*>(static_cast<std::size_t>(conv.zeros), nullptr),
              nullptr};
    addFrames(work.frames, earlier);
    addFrames(work.frames, x);
    const std::int64_t frames =
        (static_cast<std::int64_t>(work.frames.size()) - taps.size(0)) / conv.timeStride + 1;
    const at::Tensor out = pool.take({frames, work.height, work.pitch, work.outs}, at::kFloat);
    work.out = out.data_ptr<float>();
    const std::vector<Band> bands = bandsOf(frames, work.height, work.pitch);
    const bool isHalf = taps.scalar_type() == at::kBFloat16;
    forEachPiece(static_cast<std::int64_t>(bands.size()), [&](std::int64_t piece) {
        const Band& band = bands[static_cast<std::size_t>(piece)];
        isHalf ? compute<c10::BFloat16>(work, band) : compute<float>(work, band);
    });
    return out.narrow(2, 0, work.width).permute({3, 0, 1, 2}).unsqueeze(0);
}

void forEachPiece(std::int64_t count, const std::function<void(std::int64_t piece)>& work)
{
    std::atomic<std::int64_t> next{0}; // a thread that was held up takes fewer
    const std::int64_t threads = std::min<std::int64_t>(count, at::get_num_threads());
    at::parallel_for(0, threads, 1, [&](std::int64_t begin, std::int64_t end) {
        for (; begin < end; ++begin)
            for (std::int64_t piece = next++; piece < count; piece = next++)
                work(piece);
    });
}

} // namespace dollygrip::generator
