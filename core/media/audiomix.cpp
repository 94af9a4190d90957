#include "core/media/audiomix.h"

#include <algorithm>
#include <cmath>

namespace dollygrip::media {
namespace {

constexpr float kKnee = 0.9F;

float bend(float value)
{
    const float size = std::abs(value);
    if (size <= kKnee)
        return value;
    const float bent = kKnee + (1.0F - kKnee) * std::tanh((size - kKnee) / (1.0F - kKnee));
    return std::copysign(std::min(bent, 1.0F), value);
}

/// How loud audio frame `at` of the clip is, fades included.
float gainAt(const MixClip& clip, float gain, std::int64_t at)
{
    const std::int64_t left = clip.length - at;
    if (clip.fadeIn > 0 && at < clip.fadeIn)
        gain *= float(at) / float(clip.fadeIn);
    if (clip.fadeOut > 0 && left < clip.fadeOut)
        gain *= float(left) / float(clip.fadeOut);
    return gain;
}

void add(const MixClip& clip, std::int64_t first, std::vector<float>& to)
{
    const std::int64_t count = std::int64_t(to.size() / 2);
    const std::vector<float>& samples = clip.sound->samples;
    // Frames of the clip that lie in the range, in its length and in its sound.
    const std::int64_t from = std::max({std::int64_t(0), first - clip.start, -clip.offset});
    const std::int64_t end =
        std::min({clip.length, first + count - clip.start, clip.sound->frameCount() - clip.offset});
    const float gain = float(std::pow(10.0, clip.gainDb / 20.0));
    for (std::int64_t at = from; at < end; ++at) {
        const float g = gainAt(clip, gain, at);
        const std::size_t in = std::size_t(at + clip.offset) * 2;
        const std::size_t out = std::size_t(at + clip.start - first) * 2;
        to[out] += g * samples[in];
        to[out + 1] += g * samples[in + 1];
    }
}

} // namespace

std::vector<float> mix(std::span<const MixClip> clips, std::int64_t first, std::int64_t count)
{
    std::vector<float> sum(std::size_t(std::max<std::int64_t>(count, 0)) * 2, 0.0F);
    for (const MixClip& clip : clips)
        if (clip.sound && !clip.isMuted)
            add(clip, first, sum);
    std::transform(sum.begin(), sum.end(), sum.begin(), bend);
    return sum;
}

} // namespace dollygrip::media
