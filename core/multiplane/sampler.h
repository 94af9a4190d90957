#pragma once

#include "core/multiplane/planewarp.h"

#include <cstdint>

namespace dollygrip::multiplane {

/// Samples a warp's source between its pixels (to 1/256 of one) and lays it over what is there.
/// Inside the sheet colours are interpolated; towards its edge they are held and the coverage
/// falls off within one frame pixel, so an unmoved sheet fills the frame without a rim.
class Sampler {
public:
    explicit Sampler(const Warp& warp);
    /// Pixels from … end of a row. x and y: source pixel indices; `row`: premultiplied RGBA.
    void paint(const float* x, const float* y, int from, int end, std::uint32_t* row) const;
    /// Alpha with opacity and edge at a source place, 0 … 255.
    int alphaAt(double x, double y) const;

private:
    std::uint32_t nearEdge(float x, float y) const;
    /// paint() for as long as four pixels in a row lie inside the sheet, where the machine can do
    /// four at once; returns how far it came. The same pixels.
    int paintInside(const float* x, const float* y, int from, int end, std::uint32_t* row) const;

    const std::uint8_t* m_pixels = nullptr;
    int m_width = 0;
    int m_height = 0;
    int m_opacity = 256;
    Blend m_blend = Blend::Normal;
    float m_magnificationX = 1.0f;
    float m_magnificationY = 1.0f;
    int m_lowX = 0; ///< bounds of the inside in 1/256 pixels
    int m_lowY = 0;
    int m_highX = 0;
    int m_highY = 0;
};

} // namespace dollygrip::multiplane
