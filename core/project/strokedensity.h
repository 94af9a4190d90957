#pragma once

#include "core/project/strokesamples.h"

#include <QImage>
#include <QRect>

#include <vector>

namespace dollygrip {

/// Pencil, paint and soft eraser lay down pigment along their way rather than fill an outline.
bool laysDensity(Brush brush);

/// What a pen lays down on a part of a sheet: at each pixel the integral of its soft tip along its
/// way, solved exactly piece by piece. So there are no dabs to see at any size, and where a stroke
/// comes back over itself it gets denser.
class StrokeDensity {
public:
    /// Nothing yet on `area`, in pixels of the sheet.
    explicit StrokeDensity(const QRect& area);

    const QRect& area() const { return m_area; }
    /// Lays a flattened run down. `tip` 1 is a firm tip, 2 a soft one. A single sample is a dot.
    /// Returns the pixels it touched.
    QRect add(const PenRun& run, int tip);
    /// A row of the area, so that row(y)[x] is what lies at x, y.
    const float* row(int y) const
    {
        return m_values.data() + std::ptrdiff_t(y - m_area.y()) * std::ptrdiff_t(m_area.width())
               - m_area.x();
    }
    float at(int x, int y) const
    {
        return m_area.contains(x, y)
                   ? m_values[std::size_t(y - m_area.y()) * std::size_t(m_area.width())
                              + std::size_t(x - m_area.x())]
                   : 0.0F;
    }

private:
    QRect addPiece(const PenSample& from, const PenSample& to, int tip);

    QRect m_area;
    std::vector<float> m_values;
};

/// The tip of a density brush, for StrokeDensity::add().
int tipOf(Brush brush);

/// How much of each pixel of `part` is covered, 0…255: densities (`more` on top, may be null) seen
/// on the paper's grain where the brush is one that shows it. Its top left lies at part.topLeft().
QImage coverageOf(const StrokeDensity& density, const StrokeDensity* more, const Stroke& stroke,
                  const QRectF& frame, const QRect& part);

} // namespace dollygrip
