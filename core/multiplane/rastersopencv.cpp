#include "core/multiplane/rasters.h"

#include <opencv2/imgproc.hpp>

namespace dollygrip::multiplane {
namespace {

void resize(const Raster& from, int width, int height, std::uint8_t* to, int how)
{
    const int type = CV_8UC(from.channels);
    const cv::Mat source(from.height, from.width, type, const_cast<std::uint8_t*>(from.pixels));
    cv::Mat target(height, width, type, to);
    cv::resize(source, target, target.size(), 0, 0, how);
}

} // namespace

void shrink(const Raster& from, int width, int height, std::uint8_t* to)
{
    resize(from, width, height, to, cv::INTER_AREA);
}

void stretch(const Raster& from, int width, int height, std::uint8_t* to)
{
    resize(from, width, height, to, cv::INTER_LINEAR);
}

std::vector<float> distances(const Mask& mask, double threshold)
{
    const cv::Mat values(mask.height, mask.width, CV_8UC1,
                         const_cast<std::uint8_t*>(mask.values.data()));
    cv::Mat outside;
    cv::threshold(values, outside, threshold, 255, cv::THRESH_BINARY_INV);
    std::vector<float> found(mask.values.size());
    cv::Mat distance(mask.height, mask.width, CV_32FC1, found.data());
    cv::distanceTransform(outside, distance, cv::DIST_L2, 5);
    return found;
}

void onAllCores(int count, const std::function<void(int)>& work)
{
    cv::parallel_for_(cv::Range(0, count), [&](const cv::Range& range) {
        for (int index = range.start; index < range.end; ++index) {
            work(index);
        }
    });
}

} // namespace dollygrip::multiplane
