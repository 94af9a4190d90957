// Rasters in a build without OpenCV.
#include "core/multiplane/rastersplain.h"

namespace dollygrip::multiplane {

void shrink(const Raster& from, int width, int height, std::uint8_t* to)
{
    shrinkPlainly(from, width, height, to);
}

void stretch(const Raster& from, int width, int height, std::uint8_t* to)
{
    stretchPlainly(from, width, height, to);
}

std::vector<float> distances(const Mask& mask, double threshold)
{
    return distancesPlainly(mask, threshold);
}

void onAllCores(int count, const std::function<void(int)>& work)
{
    onAllCoresPlainly(count, work);
}

} // namespace dollygrip::multiplane
