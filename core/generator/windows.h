#pragma once

#include "core/base/time.h"

#include <vector>

namespace dollygrip::generator {

/// A part of a shot that a model makes in one go. Its first `known` frames are the last ones of
/// the window before.
struct Window {
    FrameRange frames; ///< 1 + 4n of them
    FrameIndex known = 0;

    bool operator==(const Window&) const = default;
};

/// Parts a shot of `frames` (1 + 4n) into windows of at most `longest` (1 + 4n) that share
/// `overlap` (1 + 4n, fewer than `longest`) frames. All of about the same length, so that none is
/// a short rest.
std::vector<Window> windowsOf(FrameIndex frames, FrameIndex longest, FrameIndex overlap);

/// Frames that windows of this length share by default: three latent frames and the first, less
/// in short windows.
FrameIndex defaultOverlap(FrameIndex longest);

} // namespace dollygrip::generator
