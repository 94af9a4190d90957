#include "core/generator/nn/shiftedconv.h"

#include "core/generator/nn/gemm.h"
#include "core/generator/nn/kernels.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <cstring>
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

/// One row of pixels into its place between the rims.
template <class Number>
void fillRow(const FrameView& from, std::int64_t row, std::int64_t width, std::int64_t channels,
             const Rimming& how, const float* gamma, Number* to)
{
    const std::int64_t each = how.isDoubled ? 2 : 1;
    const float* const source = from.data + row * from.rowStride;
    std::memset(to, 0, sizeof(Number) * static_cast<std::size_t>(how.rim * channels));
    to += how.rim * channels;
    if (gamma || (each == 1 && from.pixelStride == channels)) {
        pixelsInto(source, from.pixelStride, width, channels, gamma, to);
        to += width * channels;
    } else {
        for (std::int64_t x = 0; x < width; ++x) {
            const float* const pixel = source + x / each * from.pixelStride;
            pixelsInto(pixel, channels, 1, channels, nullptr, to);
            to += channels;
        }
    }
    std::memset(to, 0, sizeof(Number) * static_cast<std::size_t>(how.rim * channels));
}

template <class Number>
void fill(const at::Tensor& x, const Rimming& how, at::Tensor& out)
{
    const std::int64_t each = how.isDoubled ? 2 : 1;
    const std::int64_t parts = how.interleaved;
    const std::int64_t channels = out.size(3);
    const std::int64_t rows = out.size(1);
    const std::int64_t width = out.size(2) - 2 * how.rim;
    const std::int64_t pitch = out.size(2) * channels;
    const at::Tensor gammas =
        how.gamma.defined() ? how.gamma.to(at::kFloat).contiguous() : at::Tensor();
    const float* const gamma = gammas.defined() ? gammas.data_ptr<float>() : nullptr;
    Number* const data = out.data_ptr<Number>();
    at::parallel_for(0, out.size(0) * rows, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t task = begin; task < end; ++task) {
            Number* const to = data + task * pitch;
            const std::int64_t frame = task / rows;
            const std::int64_t row = task % rows - how.rim;
            if (row < 0 || row >= rows - 2 * how.rim) {
                std::memset(to, 0, sizeof(Number) * static_cast<std::size_t>(pitch));
                continue;
            }
            FrameView from = viewOf(x, frame / parts);
            from.data += frame % parts * channels;
            fillRow(from, row / each, width, channels, how, gamma, to);
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
    for (std::int64_t i = 0; i < some.frames(); ++i)
        all.push_back(some.data.select(0, i).data_ptr());
}

} // namespace

bool canBeRimmed(const at::Tensor& x)
{
    return x.is_cpu() && x.dim() == 5 && x.size(0) == 1 && x.scalar_type() == at::kFloat;
}

RimmedFrames rimmed(const at::Tensor& x, const Rimming& how)
{
    TORCH_CHECK(canBeRimmed(x) && x.size(1) % how.interleaved == 0, "frames cannot be rimmed");
    const std::int64_t each = how.isDoubled ? 2 : 1;
    const at::Tensor from = channelsLast(x);
    at::Tensor out = at::empty({x.size(2) * how.interleaved, x.size(3) * each + 2 * how.rim,
                                x.size(4) * each + 2 * how.rim, x.size(1) / how.interleaved},
                               at::TensorOptions(how.type));
    if (how.type == at::kBFloat16)
        fill<c10::BFloat16>(from, how, out);
    else
        fill<float>(from, how, out);
    return {out, how.rim};
}

RimmedFrames lastTwo(const RimmedFrames& x, const RimmedFrames& earlier)
{
    if (x.frames() >= 2)
        return {x.data.narrow(0, x.frames() - 2, 2).clone(), x.rim};
    if (earlier.frames() == 0)
        return x;
    return {at::cat({earlier.data.narrow(0, earlier.frames() - 1, 1), x.data}), x.rim};
}

at::Tensor tapsOf(const at::Tensor& weight, at::ScalarType type)
{
    const at::Tensor whole = weight.dim() == 4 ? weight.unsqueeze(2) : weight;
    return whole.detach().to(type).permute({2, 3, 4, 1, 0}).contiguous();
}

at::Tensor convolved(const RimmedFrames& x, const RimmedFrames& earlier, const ShiftedConv& given)
{
    ShiftedConv conv = given;
    if (conv.addend.defined())
        conv.addend = channelsLast(conv.addend);
    const at::Tensor& taps = conv.taps;
    TORCH_CHECK(taps.size(3) == x.data.size(3) && taps.scalar_type() == x.data.scalar_type()
                    && taps.size(1) == 2 * x.rim + 1 && taps.size(2) == 2 * x.rim + 1,
                "the kernel does not fit the frames");
    Work work{conv,
              x.data.size(1) - 2 * x.rim,
              x.data.size(2) - 2 * x.rim,
              x.data.size(2),
              taps.size(4),
              taps.size(3),
              std::vector<const void*>(static_cast<std::size_t>(conv.zeros), nullptr),
              nullptr};
    addFrames(work.frames, earlier);
    addFrames(work.frames, x);
    const std::int64_t frames =
        (static_cast<std::int64_t>(work.frames.size()) - taps.size(0)) / conv.timeStride + 1;
    at::Tensor out =
        at::empty({frames, work.height, work.pitch, work.outs}, at::TensorOptions(at::kFloat));
    work.out = out.data_ptr<float>();
    const std::vector<Band> bands = bandsOf(frames, work.height, work.pitch);
    const bool isHalf = taps.scalar_type() == at::kBFloat16;
    at::parallel_for(0, static_cast<std::int64_t>(bands.size()), 1,
                     [&](std::int64_t begin, std::int64_t end) {
                         for (std::int64_t i = begin; i < end; ++i)
                             isHalf ? compute<c10::BFloat16>(work, bands[std::size_t(i)])
                                    : compute<float>(work, bands[std::size_t(i)]);
                     });
    return out.narrow(2, 0, work.width).permute({3, 0, 1, 2}).unsqueeze(0);
}

} // namespace dollygrip::generator
