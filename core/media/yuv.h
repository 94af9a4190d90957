#pragma once

#include "core/base/image.h"

#include <cstddef>
#include <cstdint>

namespace dollygrip::media {

/// Three planes of one picture, 8 bits each, both chroma planes at half size in both directions.
struct Yuv420 {
    std::uint8_t* y = nullptr;
    std::uint8_t* u = nullptr;
    std::uint8_t* v = nullptr;
    std::ptrdiff_t yStride = 0;
    std::ptrdiff_t uStride = 0;
    std::ptrdiff_t vStride = 0;
};

/// The same with 10 bits in 16, chroma at half width and full height. Strides count values.
struct Yuv422 {
    std::uint16_t* y = nullptr;
    std::uint16_t* u = nullptr;
    std::uint16_t* v = nullptr;
    std::ptrdiff_t yStride = 0;
    std::ptrdiff_t uStride = 0;
    std::ptrdiff_t vStride = 0;
};

/// RGB to limited-range BT.709, chroma sited left as H.264 has it (half way between two rows, on
/// the left column). The planes hold the image's size rounded up to even; an odd last row or
/// column is repeated. What is transparent is seen on black.
void toYuv420(const Image& image, const Yuv420& planes);
void toYuv422(const Image& image, const Yuv422& planes);

} // namespace dollygrip::media
