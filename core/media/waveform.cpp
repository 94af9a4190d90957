#include "core/media/waveform.h"

#include <algorithm>

namespace dollygrip::media {

std::vector<Peak> peaks(std::span<const float> samples, std::int64_t bucket)
{
    std::vector<Peak> result;
    const std::size_t step = std::size_t(std::max<std::int64_t>(bucket, 1)) * 2;
    result.reserve(samples.size() / step + 1);
    for (std::size_t first = 0; first < samples.size(); first += step) {
        const auto part = samples.subspan(first, std::min(step, samples.size() - first));
        const auto [low, high] = std::minmax_element(part.begin(), part.end());
        result.push_back({*low, *high});
    }
    return result;
}

std::vector<Peak> coarser(std::span<const Peak> fine, std::int64_t factor)
{
    std::vector<Peak> result;
    const std::size_t step = std::size_t(std::max<std::int64_t>(factor, 1));
    result.reserve(fine.size() / step + 1);
    for (std::size_t first = 0; first < fine.size(); first += step) {
        Peak peak = fine[first];
        for (std::size_t i = first + 1; i < std::min(first + step, fine.size()); ++i) {
            peak.low = std::min(peak.low, fine[i].low);
            peak.high = std::max(peak.high, fine[i].high);
        }
        result.push_back(peak);
    }
    return result;
}

} // namespace dollygrip::media
