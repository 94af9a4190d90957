#pragma once

#include "core/multiplane/rasters.h"

namespace dollygrip::multiplane {

/// See rasters.h: the same in plain C++.
void shrinkPlainly(const Raster& from, int width, int height, std::uint8_t* to);
void stretchPlainly(const Raster& from, int width, int height, std::uint8_t* to);
std::vector<float> distancesPlainly(const Mask& mask, double threshold);
void onAllCoresPlainly(int count, const std::function<void(int)>& work);

} // namespace dollygrip::multiplane
