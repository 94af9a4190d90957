#pragma once

#include "core/project/film.h"
#include "core/project/picturecache.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QTransform>

namespace dollygrip {

// Moving, turning, stretching and cutting what is drawn. All places and transforms here are in
// picture heights on both axes (x times the aspect), so that turns keep shapes.

using Strokes = QList<std::shared_ptr<const Stroke>>;

/// The stroke under a transform: its points, and its width by the mean stretch.
Stroke transformed(const Stroke& stroke, const QTransform& transform, double aspect);
/// What a stroke covers.
QRectF boundsOf(const Stroke& stroke, double aspect);
/// The line that its points draw (of a fill: its closed outline).
QPainterPath lineOf(const Stroke& stroke, double aspect);
/// The stroke is seen within `radius` of a point.
bool isAt(const Stroke& stroke, const QPointF& point, double radius, double aspect);

/// A stroke in its pieces inside and outside of an area. Lines end at its edge with the pressure
/// they have there; fills are clipped, text goes whole where its middle lies.
struct CutStroke {
    QList<Stroke> inside;
    QList<Stroke> outside;
};
CutStroke cut(const Stroke& stroke, const QPainterPath& area, double aspect);

/// Lays the layer's picture elsewhere. Moved and stretched along its sides it stays the same
/// asset; turned, mirrored or skewed its pixels are painted anew and added to the film.
Result<void> transformPicture(Film& film, Layer& layer, const QTransform& transform,
                              const std::shared_ptr<PictureCache>& pictures);
/// Cuts the layer's picture along an area: `layer` keeps what is outside, the result has what is
/// inside, as a picture of its own. Nothing when the area misses the picture.
Result<std::optional<Layer>> cutPicture(Film& film, Layer& layer, const QPainterPath& area,
                                        const std::shared_ptr<PictureCache>& pictures);

/// Strokes as bytes for the clipboard, and back. What is no such thing is refused.
inline constexpr char kStrokesMime[] = "application/x-dollygrip-strokes";
QByteArray strokesToBytes(const Strokes& strokes);
Result<Strokes> strokesFromBytes(const QByteArray& bytes);

} // namespace dollygrip
