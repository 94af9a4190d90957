#pragma once

#include "core/project/stroke.h"

#include <QImage>
#include <QRect>
#include <QRectF>

class QPainter;

namespace dollygrip {

/// Paints one stroke. The painter's units are pixels; `frame` is the frame's rectangle in them.
void paintStroke(QPainter& painter, const Stroke& stroke, const QRectF& frame);

/// The share of its colour that a stroke has where it covers a pixel wholly, 0…1.
double inkOpacity(const Stroke& stroke);

/// Puts the stroke's colour where `mask` (Alpha8, its top left at `at`) covers, over what the
/// sheet (ARGB32 premultiplied) has there; an eraser takes away.
void layMask(QImage& sheet, const QImage& mask, const QPoint& at, const Stroke& stroke);

} // namespace dollygrip
