#include "core/generator/filmframes.h"

#include "core/conditioning/picturetensor.h"
#include "core/generator/framebridge.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr double kLeastGain = 0.8; // what colours may be changed by at a seam
constexpr double kMostGain = 1.25;
constexpr double kLeastSpread = 1e-3;

/// Mean and spread of each component over frames and pixels, [3, 1, 1, 1].
std::pair<at::Tensor, at::Tensor> coloursOf(const at::Tensor& pictures)
{
    const at::Tensor mean = pictures.mean({1, 2, 3}, true);
    return {mean, (pictures - mean).square().mean({1, 2, 3}, true).sqrt()};
}

} // namespace

at::Tensor resized(const at::Tensor& picture, int width, int height)
{
    if (picture.size(1) == height && picture.size(2) == width)
        return picture;
    const at::Tensor batch = picture.unsqueeze(0);
    const bool isSmaller = height < picture.size(1) || width < picture.size(2);
    return (isSmaller ? at::_upsample_bicubic2d_aa(batch, {height, width}, false)
                      : at::upsample_bicubic2d(batch, {height, width}, false))
        .squeeze(0);
}

FilmFrames::FilmFrames(const ShotGrid& grid, int width, int height, Sink sink)
    : m_grid(grid), m_width(width), m_height(height), m_sink(std::move(sink))
{
}

void FilmFrames::begin(const Window& window, FrameIndex shared)
{
    m_window = window;
    m_shared = shared;
    m_taken = 0;
    m_opening = at::Tensor();
    m_gain = at::Tensor();
    m_offset = at::Tensor();
    m_earlier = window.known > 0 ? m_keptBack : at::Tensor();
    m_keptBack = at::Tensor();
}

void FilmFrames::add(const at::Tensor& pictures)
{
    at::Tensor next = pictures.to(at::kCPU, at::kFloat);
    if (m_earlier.defined()) {
        m_opening = m_opening.defined() ? at::cat({m_opening, next}, 1) : next;
        if (m_opening.size(1) < m_window.known)
            return;
        next = joined(std::exchange(m_opening, at::Tensor()));
        m_earlier = at::Tensor();
    } else if (m_gain.defined()) {
        next = (next * m_gain + m_offset).clamp_(-1, 1);
    }
    take(next);
}

/// The window's first frames in the colours of those before, blended with them where both are.
at::Tensor FilmFrames::joined(const at::Tensor& opening)
{
    const FrameIndex known = m_window.known;
    const auto [mean, spread] = coloursOf(m_earlier);
    const auto [ownMean, ownSpread] = coloursOf(opening.narrow(1, 0, known));
    m_gain = (spread.clamp_min(kLeastSpread) / ownSpread.clamp_min(kLeastSpread))
                 .clamp(kLeastGain, kMostGain);
    m_offset = mean - ownMean * m_gain;
    at::Tensor pictures = (opening * m_gain + m_offset).clamp_(-1, 1);
    const at::Tensor share =
        (at::arange(1, known + 1, at::kFloat) / double(known + 1)).view({1, known, 1, 1});
    at::Tensor both = pictures.narrow(1, 0, known);
    both.copy_(m_earlier + (both - m_earlier) * share);
    return pictures;
}

void FilmFrames::take(const at::Tensor& pictures)
{
    const FrameIndex first = m_window.frames.first + m_taken;
    m_taken += pictures.size(1);
    const FrameIndex end = m_window.frames.end - m_shared; // of what is shown now
    const FrameIndex now = std::clamp<FrameIndex>(end - first, 0, pictures.size(1));
    if (now > 0)
        show(pictures.narrow(1, 0, now), first);
    if (now < pictures.size(1)) {
        const at::Tensor rest = pictures.narrow(1, now, pictures.size(1) - now);
        m_keptBack = m_keptBack.defined() ? at::cat({m_keptBack, rest}, 1) : rest.clone();
    }
}

Image FilmFrames::pictureOf(const at::Tensor& picture) const
{
    return conditioning::pictureImage(resized(picture, m_width, m_height));
}

/// Every film frame whose model frame is among these.
void FilmFrames::show(const at::Tensor& pictures, FrameIndex first)
{
    std::vector<Image> chunk;
    FrameIndex painted = -1;
    while (m_shown + FrameIndex(chunk.size()) < m_grid.filmFrames) {
        const FrameIndex n = m_grid.modelFrameAt(m_shown + FrameIndex(chunk.size()));
        if (n >= first + pictures.size(1))
            break;
        if (n != painted)
            m_lastPicture = pictureOf(pictures.select(1, std::max<FrameIndex>(n - first, 0)));
        painted = n;
        chunk.push_back(m_lastPicture);
    }
    if (chunk.empty())
        return;
    const FrameIndex from = m_shown;
    m_shown += FrameIndex(chunk.size());
    if (m_sink)
        m_sink(from, chunk);
}

} // namespace dollygrip::generator
