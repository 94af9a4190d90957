#include "core/media/resize.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace dollygrip::media {
namespace {

/// OpenCV reads only, but has no constant pixels.
cv::Mat wrap(const Image& picture)
{
    return {picture.height(), picture.width(), CV_8UC4,
            const_cast<std::uint8_t*>(picture.pixels())};
}

} // namespace

Image resized(const Image& picture, int width, int height)
{
    if (picture.isNull() || (picture.width() == width && picture.height() == height))
        return picture;
    const bool isSmaller = width < picture.width() || height < picture.height();
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        cv::Mat to(height, width, CV_8UC4, pixels);
        // Linear keeps premultiplied colours below their alpha, which cubic does not.
        cv::resize(wrap(picture), to, to.size(), 0, 0,
                   isSmaller ? cv::INTER_AREA : cv::INTER_LINEAR);
    });
}

Image onBlack(const Image& picture, int width, int height)
{
    if (picture.width() == width && picture.height() == height)
        return picture;
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        cv::Mat to(height, width, CV_8UC4, pixels);
        to.setTo(cv::Scalar(0, 0, 0, 255));
        const cv::Rect all(0, 0, std::min(width, picture.width()),
                           std::min(height, picture.height()));
        const cv::Rect place((width - all.width) / 2, (height - all.height) / 2, all.width,
                             all.height);
        wrap(picture)(all).copyTo(to(place));
    });
}

} // namespace dollygrip::media
