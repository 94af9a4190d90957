#include "core/multiplane/inbands.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace dollygrip::multiplane {

void inParallel(int count, const std::function<void(int)>& work)
{
    const auto some = [&](const cv::Range& range) {
        for (int index = range.start; index < range.end; ++index) {
            work(index);
        }
    };
#if defined(__SANITIZE_THREAD__)
    // ThreadSanitizer does not see into OpenCV's pool and would report each hand-over.
    some(cv::Range(0, count));
#else
    cv::parallel_for_(cv::Range(0, count), some);
#endif
}

void inBands(int height, const std::function<void(int firstRow, int endRow)>& work)
{
    inParallel((height + kBandRows - 1) / kBandRows, [&](int band) {
        const int first = band * kBandRows;
        work(first, std::min(height, first + kBandRows));
    });
}

} // namespace dollygrip::multiplane
