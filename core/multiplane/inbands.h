#pragma once

#include <functional>

namespace dollygrip::multiplane {

/// Calls `work(0)` … `work(count - 1)` on all cores and returns when all are done. Nested calls and
/// calls while another thread has the cores run one after the other.
void inParallel(int count, const std::function<void(int)>& work);

/// Bands of rows that cover a height: their coordinates and pixels stay in the cache of a core.
inline constexpr int kBandRows = 32;
void inBands(int height, const std::function<void(int firstRow, int endRow)>& work);

} // namespace dollygrip::multiplane
