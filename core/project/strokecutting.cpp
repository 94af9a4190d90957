// Strokes in pieces along an area's edge, and on the clipboard.

#include "core/project/paneljson.h"
#include "core/project/stroketransform.h"

#include <QJsonDocument>
#include <QLineF>

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

QPointF placeOf(const StrokePoint& point, double aspect)
{
    return {double(point.x) * aspect, double(point.y)};
}

StrokePoint between(const StrokePoint& a, const StrokePoint& b, double part)
{
    const auto mix = [part](float from, float to) { return float(from + (to - from) * part); };
    return {mix(a.x, b.x), mix(a.y, b.y), mix(a.pressure, b.pressure), mix(a.tilt, b.tilt)};
}

/// The parts 0 … 1 of a segment at which it crosses the area's edges, in order.
QList<double> crossings(const QLineF& segment, const QList<QPolygonF>& edges)
{
    QList<double> parts;
    if (segment.length() <= 0)
        return parts;
    for (const QPolygonF& edge : edges) {
        for (qsizetype i = 0; i < edge.size(); ++i) {
            const QLineF side(edge[i], edge[(i + 1) % edge.size()]);
            QPointF at;
            if (side.length() > 0 && segment.intersects(side, &at) == QLineF::BoundedIntersection)
                parts.append(QLineF(segment.p1(), at).length() / segment.length());
        }
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

CutStroke cutLine(const Stroke& stroke, const QPainterPath& area, double aspect)
{
    const QList<QPolygonF> edges = area.toSubpathPolygons();
    CutStroke pieces;
    Stroke piece = stroke;
    piece.points.clear();
    const auto finish = [&](const QPointF& middle) {
        if (!piece.points.isEmpty())
            (area.contains(middle) ? pieces.inside : pieces.outside).append(piece);
        piece.points.clear();
    };
    // A piece lies where the middle of its last segment lies: its ends are on the edge itself.
    QPointF middle = placeOf(stroke.points.first(), aspect);
    for (qsizetype i = 0; i < stroke.points.size(); ++i) {
        const StrokePoint& here = stroke.points[i];
        if (i > 0) {
            const StrokePoint& last = stroke.points[i - 1];
            const QPointF a = placeOf(last, aspect), b = placeOf(here, aspect);
            double from = 0;
            for (const double part : crossings({a, b}, edges)) {
                if (part <= from + 1e-9 || part >= 1 - 1e-9)
                    continue;
                const StrokePoint edge = between(last, here, part);
                middle = a + (b - a) * (from + part) / 2;
                piece.points.append(edge);
                finish(middle);
                piece.points.append(edge);
                from = part;
            }
            middle = a + (b - a) * (from + 1) / 2;
        }
        piece.points.append(here);
    }
    finish(middle);
    return pieces;
}

/// A clipped fill's outlines as fills of their own; corners where it was cut.
QList<Stroke> fillsOf(const Stroke& stroke, const QPainterPath& shape, double aspect)
{
    QList<Stroke> fills;
    for (const QPolygonF& polygon : shape.toFillPolygons()) {
        if (polygon.size() < 4)
            continue;
        const QRectF box = polygon.boundingRect();
        if (box.width() * box.height() < 1e-8)
            continue;
        Stroke fill = stroke;
        fill.points.clear();
        const qsizetype count = polygon.isClosed() ? polygon.size() - 1 : polygon.size();
        for (qsizetype i = 0; i < count; ++i) {
            const QPointF& before = polygon[(i + count - 1) % count];
            const QPointF& here = polygon[i];
            const QPointF& after = polygon[(i + 1) % count];
            const StrokePoint point{float(here.x() / aspect), float(here.y()),
                                    stroke.points.first().pressure, stroke.points.first().tilt};
            fill.points.append(point);
            double turn = std::abs(QLineF(before, here).angleTo(QLineF(here, after)));
            turn = std::min(turn, 360 - turn);
            if (turn > 35)
                fill.points.append(point); // given twice: a corner
        }
        fills.append(fill);
    }
    return fills;
}

} // namespace

CutStroke cut(const Stroke& stroke, const QPainterPath& area, double aspect)
{
    if (stroke.points.isEmpty())
        return {};
    const QRectF bounds = lineOf(stroke, aspect).boundingRect();
    if (stroke.brush == Brush::Text || stroke.points.size() == 1) {
        const QPointF middle = stroke.brush == Brush::Text ? boundsOf(stroke, aspect).center()
                                                           : placeOf(stroke.points.first(), aspect);
        return area.contains(middle) ? CutStroke{{stroke}, {}} : CutStroke{{}, {stroke}};
    }
    if (!area.boundingRect().intersects(bounds.adjusted(-1e-6, -1e-6, 1e-6, 1e-6)))
        return {{}, {stroke}};
    if (stroke.brush == Brush::Fill) {
        QPainterPath shape = lineOf(stroke, aspect);
        shape.setFillRule(Qt::WindingFill);
        if (area.contains(shape))
            return {{stroke}, {}};
        if (!area.intersects(shape))
            return {{}, {stroke}};
        return {fillsOf(stroke, shape.intersected(area), aspect),
                fillsOf(stroke, shape.subtracted(area), aspect)};
    }
    return cutLine(stroke, area, aspect);
}

QByteArray strokesToBytes(const Strokes& strokes)
{
    Panel panel;
    panel.layers.append(Layer());
    panel.layers.first().strokes = strokes;
    return QJsonDocument(panelToJson(panel)).toJson(QJsonDocument::Compact);
}

Result<Strokes> strokesFromBytes(const QByteArray& bytes)
{
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    if (!json.isObject())
        return Error{ErrorCode::FileUnreadable, "clipboard", "no strokes"};
    JsonReader reader(json.object(), u"clipboard"_s);
    const auto panel = reader.result(panelFromJson(reader));
    if (!panel)
        return panel.error();
    Strokes strokes;
    for (const Layer& layer : panel->layers)
        strokes += layer.strokes;
    return strokes;
}

} // namespace dollygrip
