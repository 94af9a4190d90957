#include "core/multiplane/pyramid.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace dollygrip::multiplane {
namespace {

Image halved(const Image& image)
{
    const int width = (image.width() + 1) / 2;
    const int height = (image.height() + 1) / 2;
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        const cv::Mat from(image.height(), image.width(), CV_8UC4,
                           const_cast<std::uint8_t*>(image.pixels()));
        cv::Mat to(height, width, CV_8UC4, pixels);
        cv::resize(from, to, to.size(), 0, 0, cv::INTER_AREA);
    });
}

} // namespace

Pyramid::Pyramid(Image picture) : m_picture(std::move(picture))
{
    for (int longer = std::max(m_picture.width(), m_picture.height());
         longer > 1 && m_levels <= int(m_smaller.size()); longer = (longer + 1) / 2) {
        ++m_levels;
    }
}

const Image& Pyramid::level(int index) const
{
    index = std::clamp(index, 0, m_levels - 1);
    if (index == 0) {
        return m_picture;
    }
    Level& level = m_smaller[std::size_t(index - 1)];
    std::call_once(level.made, [&] { level.image = halved(this->level(index - 1)); });
    return level.image;
}

} // namespace dollygrip::multiplane
