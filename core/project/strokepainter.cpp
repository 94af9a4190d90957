#include "core/project/strokepainter.h"

#include "core/project/strokedensity.h"
#include "core/project/strokeshape.h"
#include "core/project/textshape.h"

#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kMarkerOpacity = 0.55;

/// The pixels a painter may change, in its units.
QRect paintable(const QPainter& painter)
{
    const QRect device(0, 0, painter.device()->width(), painter.device()->height());
    return painter.hasClipping() ? painter.clipBoundingRect().toAlignedRect().intersected(device)
                                 : device;
}

void paintDensity(QPainter& painter, const Stroke& stroke, const QRectF& frame)
{
    const QRect bounds =
        strokeBounds(stroke, frame).toAlignedRect().intersected(paintable(painter));
    if (bounds.isEmpty())
        return;
    StrokeDensity density(bounds);
    QRect touched;
    for (const PenRun& run : penRuns(penSamples(stroke, frame)))
        touched |= density.add(flattened(run, false), tipOf(stroke.brush));
    touched &= bounds;
    if (touched.isEmpty())
        return;
    QImage picture(touched.size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    Stroke paint = stroke;
    if (isErasing(stroke.brush)) {
        paint.brush = Brush::Paint;
        paint.colour = Qt::black;
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    }
    layMask(picture, coverageOf(density, nullptr, stroke, frame, touched), {}, paint);
    painter.drawImage(touched.topLeft(), picture);
}

} // namespace

double inkOpacity(const Stroke& stroke)
{
    const double opacity = std::clamp(stroke.opacity, 0.0, 1.0);
    if (isErasing(stroke.brush))
        return opacity;
    return opacity * stroke.colour.alphaF()
           * (stroke.brush == Brush::Marker ? kMarkerOpacity : 1.0);
}

void layMask(QImage& sheet, const QImage& mask, const QPoint& at, const Stroke& stroke)
{
    const int full = int(std::lround(inkOpacity(stroke) * 255));
    const bool takes = isErasing(stroke.brush);
    const auto by255 = [](int v) { return (v + 128 + ((v + 128) >> 8)) >> 8; };
    QRgb colours[256]; // premultiplied, by what the mask covers
    for (int i = 0; i < 256; ++i)
        colours[i] = qPremultiply(qRgba(stroke.colour.red(), stroke.colour.green(),
                                        stroke.colour.blue(), by255(i * full)));
    const QRect inside = QRect(at, mask.size()).intersected(sheet.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const std::uint8_t* covered = mask.constScanLine(y - at.y());
        auto* line = reinterpret_cast<QRgb*>(sheet.scanLine(y));
        for (int x = inside.left(); x <= inside.right(); ++x) {
            const int cover = covered[x - at.x()];
            if (cover == 0)
                continue;
            const QRgb over = colours[cover];
            const int rest = 255 - qAlpha(over);
            const QRgb under = line[x];
            const int a = by255(qAlpha(under) * rest);
            const int r = by255(qRed(under) * rest);
            const int g = by255(qGreen(under) * rest);
            const int b = by255(qBlue(under) * rest);
            line[x] =
                takes ? qRgba(r, g, b, a)
                      : qRgba(r + qRed(over), g + qGreen(over), b + qBlue(over), a + qAlpha(over));
        }
    }
}

void paintStroke(QPainter& painter, const Stroke& stroke, const QRectF& frame)
{
    if (stroke.points.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor colour = stroke.colour;
    colour.setAlphaF(float(inkOpacity(stroke)));
    switch (stroke.brush) {
    case Brush::Pencil:
    case Brush::Paint:
    case Brush::SoftEraser: paintDensity(painter, stroke, frame); break;
    case Brush::Text: painter.fillPath(textShape(stroke, frame), colour); break;
    case Brush::Ink:
    case Brush::Marker: painter.fillPath(strokeShape(stroke, frame), colour); break;
    case Brush::Fill: {
        QPainterPath path = fillShape(stroke, frame);
        if (stroke.width > 0)
            path.addPath(strokeShape(stroke, frame));
        path.setFillRule(Qt::WindingFill);
        painter.fillPath(path, colour);
        break;
    }
    case Brush::Eraser:
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
        painter.fillPath(strokeShape(stroke, frame), colour);
        break;
    }
    painter.restore();
}

} // namespace dollygrip
