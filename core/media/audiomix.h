#pragma once

#include "core/media/audioreader.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dollygrip::media {

/// A piece of a sound at a place on the film, counted in audio frames at the mix's rate.
struct MixClip {
    std::shared_ptr<const Sound> sound; ///< at the mix's rate; null is silence
    std::int64_t start = 0;             ///< where it begins on the film
    std::int64_t offset = 0;            ///< where it begins in the sound
    std::int64_t length = 0;            ///< how much of it plays
    double gainDb = 0.0;
    std::int64_t fadeIn = 0;  ///< audio frames from silence to full
    std::int64_t fadeOut = 0; ///< audio frames from full to silence, up to its end
    bool isMuted = false;
};

/// The clips together from audio frame `first` for `count` frames: interleaved stereo, never
/// beyond -1 … 1 (below 0.9 the sum is exact, above it bends towards 1). `first` may be negative.
std::vector<float> mix(std::span<const MixClip> clips, std::int64_t first, std::int64_t count);

} // namespace dollygrip::media
