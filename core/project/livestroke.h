#pragma once

#include "core/project/strokedensity.h"

#include <QImage>
#include <QRect>

#include <optional>

namespace dollygrip {

/// The stroke under the pen, painted onto its sheet while it grows: what can no longer change is
/// laid down once, only the last few points are painted anew. The same pixels as paintStroke().
class LiveStroke {
public:
    /// `before` is the sheet without it (ARGB32 premultiplied), `frame` the frame's rectangle in
    /// its pixels.
    LiveStroke(const QImage& before, const QRectF& frame);

    /// Brings `sheet` from what the last call left to this stroke; only points from `firstNew` on
    /// are new (0: all of it). Returns the pixels that changed.
    QRect show(QImage& sheet, const Stroke& stroke, qsizetype firstNew);
    const QImage& before() const { return m_before; }
    const Stroke& stroke() const { return m_stroke; }
    /// Everything it ever touched.
    QRect touched() const { return m_touched; }

private:
    QRect showWhole(QImage& sheet);
    QRect showGrown(QImage& sheet, const PenRun& run);
    QRect settle(const PenRun& run, std::size_t end);
    QImage mask(const PenRun& run, const QRect& part) const;
    std::size_t settledEnd(const PenRun& run) const;

    QImage m_before;
    QRectF m_frame;
    Stroke m_stroke;
    QRect m_touched;
    QRect m_tail;            ///< pixels of what is not settled
    std::size_t m_ended = 0; ///< pieces that are settled
    QImage m_mask;           ///< Alpha8, of settled outlines
    std::optional<StrokeDensity> m_density;
};

} // namespace dollygrip
