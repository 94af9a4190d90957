#pragma once

#include "core/geometry/region.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace dollygrip::multiplane {

/// What of OpenCV the guide needs, so that an engine can be built without it: OpenCV's own
/// (rastersopencv.cpp), else the same in plain C++ (rastersplain.h), slower, and equal up to
/// rounding (distances: OpenCV's are estimates, up to 2 % off).

/// Pixels of `channels` bytes, rows without gaps.
struct Raster {
    int width = 0;
    int height = 0;
    int channels = 1;
    const std::uint8_t* pixels = nullptr;
};

/// Each new pixel the mean of the area that it covers.
void shrink(const Raster& from, int width, int height, std::uint8_t* to);
/// Between the middles of pixels linearly.
void stretch(const Raster& from, int width, int height, std::uint8_t* to);

/// Pixels from each pixel to the nearest one above `threshold`, by rows; 0 for those above. At
/// least one is.
std::vector<float> distances(const Mask& mask, double threshold);

/// Calls `work(index)` for all on all cores; nested calls one after the other.
void onAllCores(int count, const std::function<void(int)>& work);

} // namespace dollygrip::multiplane
