#include "core/generator/windows.h"

#include "core/generator/shotgrid.h"

#include <algorithm>
#include <cassert>

namespace dollygrip::generator {
namespace {

constexpr FrameIndex kLargestOverlap = 3 * kFramesPerLatent + 1;

} // namespace

std::vector<Window> windowsOf(FrameIndex frames, FrameIndex longest, FrameIndex overlap)
{
    assert(frames % kFramesPerLatent == 1 && longest % kFramesPerLatent == 1);
    assert(overlap % kFramesPerLatent == 1 && (overlap < longest || frames <= longest));
    if (frames <= longest) {
        return {{{0, frames}, 0}};
    }
    const FrameIndex step = (longest - overlap) / kFramesPerLatent; // latent frames, at most
    const FrameIndex toGo = (frames - overlap) / kFramesPerLatent;
    const FrameIndex count = (toGo + step - 1) / step;
    std::vector<Window> windows;
    for (FrameIndex i = 0; i < count; ++i) {
        const FrameIndex from = toGo * i / count * kFramesPerLatent;
        const FrameIndex to = toGo * (i + 1) / count * kFramesPerLatent;
        windows.push_back({{from, to + overlap}, i == 0 ? 0 : overlap});
    }
    return windows;
}

FrameIndex defaultOverlap(FrameIndex longest)
{
    const FrameIndex half = (longest - 1) / 2 / kFramesPerLatent * kFramesPerLatent + 1;
    return std::min(kLargestOverlap, half);
}

} // namespace dollygrip::generator
