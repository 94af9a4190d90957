#pragma once

#include "core/project/stroke.h"
#include "core/project/strokesamples.h"

#include <QPainterPath>
#include <QRectF>

namespace dollygrip {

/// The outline of a stroke in pixels, to be filled with the winding rule: the drawn points joined
/// by a smooth curve, as wide as pressure says, round or flat at its ends. Every piece of it turns
/// the same way, so that it never has holes where it folds or crosses itself.
/// `frame` is the frame's rectangle in pixels.
QPainterPath strokeShape(const Stroke& stroke, const QRectF& frame);

/// The outline of pieces `first` … `end`-1 of an open run (piece i leads from sample i to i+1);
/// ends are round only where the run begins and ends.
QPainterPath strokePartShape(const PenRun& run, std::size_t first, std::size_t end, bool roundEnds);

/// The closed outline of a Fill stroke, smooth but for its corners.
QPainterPath fillShape(const Stroke& stroke, const QRectF& frame);

/// Pixels that a stroke can touch.
QRectF strokeBounds(const Stroke& stroke, const QRectF& frame);

} // namespace dollygrip
