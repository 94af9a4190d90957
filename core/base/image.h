#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace dollygrip {

/// Pixels that are shared and never change once filled: RGBA, 8 bits, premultiplied alpha,
/// rows without gaps, top row first, sRGB. The only picture that crosses threads; QImage
/// (Format_RGBA8888_Premultiplied) and cv::Mat (CV_8UC4) wrap it uncopied. Copying an Image
/// copies a pointer. An Image made by default is null: no pixels, 0 x 0.
class Image {
public:
    Image() = default;
    /// Takes over `pixels`, which hold 4 * width * height bytes.
    Image(int width, int height, std::shared_ptr<const std::uint8_t[]> pixels);

    /// An image to be filled by `fill(std::uint8_t* pixels)` before anyone sees it.
    template <class Fill>
    static Image filled(int width, int height, Fill&& fill)
    {
        std::shared_ptr<std::uint8_t[]> pixels = allocate(width, height);
        fill(pixels.get());
        return Image(width, height, std::move(pixels));
    }
    /// One colour, straight (not premultiplied) components 0…255.
    static Image ofColour(int width, int height, int r, int g, int b, int a = 255);

    bool isNull() const { return !m_pixels; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    std::size_t bytesPerLine() const { return std::size_t(m_width) * 4; }
    std::size_t byteCount() const { return bytesPerLine() * std::size_t(m_height); }
    const std::uint8_t* pixels() const { return m_pixels.get(); }
    const std::uint8_t* line(int y) const
    {
        return m_pixels.get() + bytesPerLine() * std::size_t(y);
    }
    const std::uint8_t* pixel(int x, int y) const { return line(y) + std::size_t(x) * 4; }
    /// Keeps the pixels alive for wrappers that outlive this Image.
    std::shared_ptr<const std::uint8_t[]> share() const { return m_pixels; }

    /// True for the same size and the same bytes (fast when they share pixels).
    bool operator==(const Image& other) const;

private:
    static std::shared_ptr<std::uint8_t[]> allocate(int width, int height);

    int m_width = 0;
    int m_height = 0;
    std::shared_ptr<const std::uint8_t[]> m_pixels;
};

} // namespace dollygrip
