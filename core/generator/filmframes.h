#pragma once

#include "core/generator/request.h"
#include "core/generator/shotgrid.h"
#include "core/generator/windows.h"

#include <ATen/core/Tensor.h>

#include <functional>

namespace dollygrip::generator {

/// The way back from a model's pictures to the film's frames: windows joined, brought to the
/// film's size, each frame of the film handed on as soon as it is there. Where two windows overlap
/// they are blended from one to the other, and the later one is brought to the colours of the
/// earlier one, since chained windows drift.
class FilmFrames {
public:
    using Sink = std::function<void(FrameIndex first, const std::vector<Image>& pictures)>;

    FilmFrames(const ShotGrid& grid, int width, int height, Sink sink);

    /// The next window comes. `shared`: how many of its last frames the one after it will make
    /// again; they are kept back.
    void begin(const Window& window, FrameIndex shared);
    /// Its next pictures, [3, t, height, width] in -1…1 at the model's size, in order.
    void add(const at::Tensor& pictures);
    /// The frames kept back, [3, shared, height, width] on the processor: what the next window
    /// knows.
    const at::Tensor& keptBack() const { return m_keptBack; }

    /// Frames of the film handed on so far.
    FrameIndex shown() const { return m_shown; }
    /// The picture handed on last; null before the first.
    const Image& lastPicture() const { return m_lastPicture; }

private:
    void take(const at::Tensor& pictures);
    void show(const at::Tensor& pictures, FrameIndex first);
    at::Tensor joined(const at::Tensor& opening);
    Image pictureOf(const at::Tensor& picture) const;

    ShotGrid m_grid;
    int m_width;
    int m_height;
    Sink m_sink;
    Window m_window;
    FrameIndex m_shared = 0;
    FrameIndex m_taken = 0; ///< frames of this window that have come
    at::Tensor m_opening;   ///< this window's first frames, until all known ones are there
    at::Tensor m_earlier;   ///< the same frames as the window before made them
    at::Tensor m_keptBack;
    at::Tensor m_gain; ///< [3, 1, 1, 1], undefined: none
    at::Tensor m_offset;
    FrameIndex m_shown = 0;
    Image m_lastPicture;
};

/// One picture [3, h, w] in -1…1 at another size, cubic, free of aliasing when it gets smaller.
at::Tensor resized(const at::Tensor& picture, int width, int height);

} // namespace dollygrip::generator
