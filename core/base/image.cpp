#include "core/base/image.h"

#include <cassert>
#include <cstring>

namespace dollygrip {

Image::Image(int width, int height, std::shared_ptr<const std::uint8_t[]> pixels)
    : m_width(width), m_height(height), m_pixels(std::move(pixels))
{
    assert(width > 0 && height > 0 && m_pixels);
}

std::shared_ptr<std::uint8_t[]> Image::allocate(int width, int height)
{
    assert(width > 0 && height > 0);
    return std::shared_ptr<std::uint8_t[]>(new std::uint8_t[std::size_t(width) * height * 4]);
}

Image Image::ofColour(int width, int height, int r, int g, int b, int a)
{
    return filled(width, height, [&](std::uint8_t* pixels) {
        const std::uint8_t colour[4] = {std::uint8_t((r * a + 127) / 255),
                                        std::uint8_t((g * a + 127) / 255),
                                        std::uint8_t((b * a + 127) / 255), std::uint8_t(a)};
        for (std::size_t i = 0; i < std::size_t(width) * height; ++i)
            std::memcpy(pixels + i * 4, colour, 4);
    });
}

bool Image::operator==(const Image& other) const
{
    if (m_width != other.m_width || m_height != other.m_height)
        return false;
    return m_pixels == other.m_pixels
           || std::memcmp(m_pixels.get(), other.m_pixels.get(), byteCount()) == 0;
}

} // namespace dollygrip
