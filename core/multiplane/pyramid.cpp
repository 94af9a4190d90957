#include "core/multiplane/pyramid.h"

#include "core/multiplane/rasters.h"

#include <algorithm>

namespace dollygrip::multiplane {
namespace {

Image halved(const Image& image)
{
    const int width = (image.width() + 1) / 2;
    const int height = (image.height() + 1) / 2;
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        shrink({image.width(), image.height(), 4, image.pixels()}, width, height, pixels);
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
