#include "core/multiplane/inbands.h"

#include "core/multiplane/rasters.h"

#include <algorithm>
#if defined(__SANITIZE_THREAD__)
#include <thread>
#include <vector>
#endif

namespace dollygrip::multiplane {

void inParallel(int count, const std::function<void(int)>& work)
{
#if defined(__SANITIZE_THREAD__)
    // Threads that ThreadSanitizer sees: in OpenCV's pool it would report each hand-over.
    constexpr int kThreads = 3;
    const auto every = [&](int first) {
        for (int index = first; index < count; index += kThreads) {
            work(index);
        }
    };
    std::vector<std::jthread> others;
    for (int first = 1; first < std::min(kThreads, count); ++first) {
        others.emplace_back(every, first);
    }
    every(0);
#else
    onAllCores(count, work);
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
