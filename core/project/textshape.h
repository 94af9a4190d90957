#pragma once

#include "core/project/stroke.h"

#include <QLineF>
#include <QPainterPath>
#include <QRectF>
#include <QTransform>

namespace dollygrip {

// Letters on the paper (Brush::Text). Laid out once at a fixed size and scaled, so that they are
// sharp and break the same at every size. Without a QGuiApplication there are no fonts and nothing
// is painted.

/// The family that text has when it names none.
QString defaultTextFont();

/// The outline of all letters, in pixels.
QPainterPath textShape(const Stroke& stroke, const QRectF& frame);

/// The box around its lines before it is turned, in pixels, its top left at (0, 0).
QRectF textBox(const Stroke& stroke, const QRectF& frame);
/// From that box to the paper.
QTransform textTransform(const Stroke& stroke, const QRectF& frame);

/// The cursor before the letter at `position`, in pixels on the paper, top to bottom.
QLineF textCursor(const Stroke& stroke, qsizetype position, const QRectF& frame);
/// The position whose cursor is nearest to a place.
qsizetype textPositionAt(const Stroke& stroke, const QPointF& place, const QRectF& frame);
/// What is behind the letters from `first` to `end`, one shape on the paper.
QPainterPath textSelection(const Stroke& stroke, qsizetype first, qsizetype end,
                           const QRectF& frame);

} // namespace dollygrip
