#include "core/project/stroketransform.h"

#include "core/project/pictureimport.h"
#include "core/project/strokeshape.h"

#include <QBuffer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr double kUnit = 1000; // pixels a picture height while outlines are measured

QRectF unitFrame(double aspect)
{
    return {0, 0, kUnit * aspect, kUnit};
}

QRectF inHeights(const QRectF& pixels)
{
    return {pixels.x() / kUnit, pixels.y() / kUnit, pixels.width() / kUnit,
            pixels.height() / kUnit};
}

QRectF rectOf(const multiplane::Placement& place, double aspect)
{
    return {place.x * aspect, place.y, place.width * aspect, place.height};
}

multiplane::Placement placementOf(const QRectF& rect, double aspect)
{
    return {rect.x() / aspect, rect.y(), rect.width() / aspect, rect.height()};
}

/// How long a vector of length one becomes, in the mean.
double meanStretch(const QTransform& t)
{
    return std::sqrt(std::abs(t.m11() * t.m22() - t.m12() * t.m21()));
}

Result<std::shared_ptr<const Asset>> assetOf(const QImage& image, const QString& name)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return Error{ErrorCode::MediaTooLarge, name.toStdString(),
                     "the changed picture could not be kept"};
    return makeAsset(bytes, u"image/png"_s, name);
}

} // namespace

Stroke transformed(const Stroke& stroke, const QTransform& transform, double aspect)
{
    Stroke result = stroke;
    for (StrokePoint& point : result.points) {
        const QPointF place = transform.map(QPointF(double(point.x) * aspect, double(point.y)));
        point.x = float(place.x() / aspect);
        point.y = float(place.y());
    }
    result.width = stroke.width * meanStretch(transform);
    return result;
}

QRectF boundsOf(const Stroke& stroke, double aspect)
{
    return inHeights(strokeBounds(stroke, unitFrame(aspect)));
}

QPainterPath lineOf(const Stroke& stroke, double aspect)
{
    QPainterPath path;
    for (qsizetype i = 0; i < stroke.points.size(); ++i) {
        const QPointF place(double(stroke.points[i].x) * aspect, double(stroke.points[i].y));
        if (i == 0)
            path.moveTo(place);
        else
            path.lineTo(place);
    }
    if (stroke.brush == Brush::Fill)
        path.closeSubpath();
    return path;
}

bool isAt(const Stroke& stroke, const QPointF& point, double radius, double aspect)
{
    if (!boundsOf(stroke, aspect).adjusted(-radius, -radius, radius, radius).contains(point))
        return false;
    if (stroke.brush == Brush::Text)
        return true;
    if (stroke.brush == Brush::Fill && lineOf(stroke, aspect).contains(point))
        return true;
    const double reach = radius + stroke.width / 2;
    QPointF last;
    for (qsizetype i = 0; i < stroke.points.size(); ++i) {
        const QPointF here(double(stroke.points[i].x) * aspect, double(stroke.points[i].y));
        const QPointF from = i > 0 ? last : here;
        const QPointF way = here - from;
        const double length = QPointF::dotProduct(way, way);
        const double part =
            length > 0 ? std::clamp(QPointF::dotProduct(point - from, way) / length, 0.0, 1.0) : 0;
        const QPointF off = point - (from + part * way);
        if (std::hypot(off.x(), off.y()) <= reach)
            return true;
        last = here;
    }
    return false;
}

Result<void> transformPicture(Film& film, Layer& layer, const QTransform& transform,
                              const std::shared_ptr<PictureCache>& pictures)
{
    if (layer.picture.isEmpty())
        return {};
    const double aspect = film.settings.aspect();
    const QRectF before = rectOf(layer.placement, aspect);
    const QRectF after = transform.mapRect(before);
    if (transform.type() <= QTransform::TxScale && transform.m11() > 0 && transform.m22() > 0) {
        layer.placement = placementOf(after, aspect);
        return {};
    }
    const auto asset = film.assets.value(layer.picture);
    const QImage source = toQImage(pictures->picture(asset));
    if (source.isNull())
        return Error{ErrorCode::MediaDamaged, layer.name.toStdString(),
                     "the layer's picture cannot be decoded"};
    // As many pixels as it has now; stretched ones get no more.
    const double perHeight = source.height() / before.height();
    const QSize size(int(std::ceil(after.width() * perHeight)),
                     int(std::ceil(after.height() * perHeight)));
    if (size.width() > kLargestPictureSide || size.height() > kLargestPictureSide)
        return Error{ErrorCode::MediaTooLarge, layer.name.toStdString(),
                     "the turned picture would be too large"};
    QImage canvas(size.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.scale(canvas.width() / after.width(), canvas.height() / after.height());
    painter.translate(-after.topLeft());
    painter.setTransform(transform, true);
    painter.drawImage(before, source, QRectF(source.rect()));
    painter.end();
    const auto made = assetOf(canvas, asset->name);
    if (!made)
        return made.error();
    film.assets.insert((*made)->hash, *made);
    layer.picture = (*made)->hash;
    layer.placement = placementOf(after, aspect);
    return {};
}

Result<std::optional<Layer>> cutPicture(Film& film, Layer& layer, const QPainterPath& area,
                                        const std::shared_ptr<PictureCache>& pictures)
{
    const double aspect = film.settings.aspect();
    const QRectF place = rectOf(layer.placement, aspect);
    const QRectF part = area.boundingRect() & place;
    if (layer.picture.isEmpty() || part.isEmpty() || !area.intersects(place))
        return std::optional<Layer>();
    const auto asset = film.assets.value(layer.picture);
    const QImage source = toQImage(pictures->picture(asset));
    if (source.isNull())
        return Error{ErrorCode::MediaDamaged, layer.name.toStdString(),
                     "the layer's picture cannot be decoded"};
    const double scaleX = source.width() / place.width();
    const double scaleY = source.height() / place.height();
    const QRect pixels = QRectF((part.x() - place.x()) * scaleX, (part.y() - place.y()) * scaleY,
                                part.width() * scaleX, part.height() * scaleY)
                             .toAlignedRect()
                             .intersected(source.rect());
    if (pixels.isEmpty())
        return std::optional<Layer>();
    const QPainterPath edge =
        (QTransform::fromTranslate(-place.x(), -place.y()) * QTransform::fromScale(scaleX, scaleY))
            .map(area);

    QImage inside = source.copy(pixels).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QImage mask(inside.size(), QImage::Format_ARGB32_Premultiplied);
    mask.fill(Qt::transparent);
    QPainter painter(&mask);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(edge.translated(-pixels.topLeft()), Qt::black);
    painter.end();
    painter.begin(&inside);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    painter.drawImage(0, 0, mask);
    painter.end();
    QImage outside = source.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    painter.begin(&outside);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.drawImage(pixels.topLeft(), mask);
    painter.end();

    const auto kept = assetOf(outside, asset->name);
    const auto taken = assetOf(inside, asset->name);
    if (!kept || !taken)
        return kept ? taken.error() : kept.error();
    film.assets.insert((*kept)->hash, *kept);
    film.assets.insert((*taken)->hash, *taken);
    Layer piece = layer;
    piece.id = LayerId::create();
    piece.shared.reset();
    piece.strokes.clear();
    piece.picture = (*taken)->hash;
    piece.placement = placementOf({place.x() + pixels.x() / scaleX, place.y() + pixels.y() / scaleY,
                                   pixels.width() / scaleX, pixels.height() / scaleY},
                                  aspect);
    layer.picture = (*kept)->hash;
    return std::optional<Layer>(piece);
}

} // namespace dollygrip
