#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dollygrip::media {

/// The lowest and highest sample of a stretch of sound, both sides together.
struct Peak {
    float low = 0.0F;
    float high = 0.0F;
    bool operator==(const Peak&) const = default;
};

/// One Peak for every `bucket` audio frames of interleaved stereo, the last one for what is left.
std::vector<Peak> peaks(std::span<const float> samples, std::int64_t bucket);

/// Coarser peaks from finer ones, `factor` to one, so that zooming out reads the sound only once.
std::vector<Peak> coarser(std::span<const Peak> fine, std::int64_t factor);

} // namespace dollygrip::media
