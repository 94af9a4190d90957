#include "core/project/strokeshape.h"

#include "core/project/strokesamples.h"
#include "core/project/textshape.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace dollygrip {

namespace {

/// Clockwise as seen, like the strips.
void addDisc(QPainterPath& path, const PenSample& centre)
{
    // A twentieth of a pixel from the circle.
    const double half = std::acos(std::max(0.5, 1 - 0.05 / std::max(centre.radius, 0.1)));
    const int corners = std::clamp(int(std::ceil(std::numbers::pi / half)), 8, 512);
    QPolygonF polygon;
    polygon.reserve(corners);
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        polygon << centre.at + centre.radius * QPointF(std::cos(angle), std::sin(angle));
    }
    path.addPolygon(polygon);
    path.closeSubpath();
}

/// Strips of the swept width; a new strip begins, with a disc at the joint, wherever the inner
/// edge would turn back on itself.
void addRun(QPainterPath& path, const PenRun& run, bool roundEnds)
{
    if (run.size() == 1) {
        addDisc(path, run.front());
        return;
    }
    QPolygonF left;
    QPolygonF right;
    const auto flush = [&] {
        if (left.size() > 1) {
            std::reverse(right.begin(), right.end());
            path.addPolygon(left + right);
            path.closeSubpath();
        }
        left.clear();
        right.clear();
    };
    const auto direction = [&](std::size_t i) {
        const QPointF v = run[i + 1].at - run[i].at;
        const double length = lengthOf(v);
        return length > 1e-9 ? v / length : QPointF(1, 0);
    };
    const auto put = [&](const PenSample& sample, const QPointF& dir) {
        const QPointF normal(dir.y(), -dir.x()); // to the left as seen, y down
        left << sample.at + normal * sample.radius;
        right << sample.at - normal * sample.radius;
    };
    if (roundEnds) {
        addDisc(path, run.front());
        addDisc(path, run.back());
    }
    QPointF before = direction(0);
    put(run.front(), before);
    for (std::size_t i = 1; i + 1 < run.size(); ++i) {
        const QPointF after = direction(i);
        const QPointF middle = before + after;
        const double size = lengthOf(middle);
        const double turn = std::abs(before.x() * after.y() - before.y() * after.x());
        const double reach =
            std::min(lengthOf(run[i].at - run[i - 1].at), lengthOf(run[i + 1].at - run[i].at));
        const bool isTight = size < 1.2 || turn * run[i].radius > reach;
        if (isTight) {
            put(run[i], before);
            flush();
            addDisc(path, run[i]);
            put(run[i], after);
        } else {
            put(run[i], middle / size);
        }
        before = after;
    }
    put(run.back(), before);
    flush();
}

/// A line of straight pieces, evenly wide: one outline, so that its corners are as even.
bool isStraightPieces(const std::vector<PenRun>& runs)
{
    const double radius = runs.front().front().radius;
    return runs.size() > 1 && std::all_of(runs.begin(), runs.end(), [radius](const PenRun& run) {
               return run.size() == 2 && std::abs(run.front().radius - radius) < 1e-6
                      && std::abs(run.back().radius - radius) < 1e-6;
           });
}

QPainterPath straightPieces(const std::vector<PenRun>& runs)
{
    QPainterPath line(runs.front().front().at);
    for (const PenRun& run : runs)
        line.lineTo(run.back().at);
    if (lengthOf(runs.front().front().at - runs.back().back().at) < 1e-3)
        line.closeSubpath();
    QPainterPathStroker pen;
    pen.setWidth(2 * runs.front().front().radius);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    QPainterPath path = pen.createStroke(line);
    path.setFillRule(Qt::WindingFill);
    return path;
}

} // namespace

QPainterPath strokeShape(const Stroke& stroke, const QRectF& frame)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (stroke.points.isEmpty())
        return path;
    if (stroke.brush == Brush::Text)
        return textShape(stroke, frame);
    PenRun samples = penSamples(stroke, frame);
    if (stroke.brush == Brush::Fill && samples.size() > 2) {
        if (lengthOf(samples.front().at - samples.back().at) < 1e-3)
            samples.pop_back(); // closed by hand
        std::vector<PenRun> rim = penRuns(samples);
        if (rim.size() == 1 && rim.front().size() > 2) {
            PenRun closed = flattened(rim.front(), true);
            closed.push_back(closed.front());
            addRun(path, closed, true);
            return path;
        }
        samples.push_back(samples.front());
    }
    const std::vector<PenRun> runs = penRuns(samples);
    if (isStraightPieces(runs))
        return straightPieces(runs);
    for (const PenRun& run : runs)
        addRun(path, flattened(run, false), stroke.brush != Brush::Marker || runs.size() > 1);
    return path;
}

QPainterPath strokePartShape(const PenRun& run, std::size_t first, std::size_t end, bool roundEnds)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const bool isBegin = first == 0;
    const bool isEnd = end + 1 >= run.size();
    const PenRun part = flattened(run, false, first, end);
    addRun(path, part, false);
    if (roundEnds && isBegin)
        addDisc(path, part.front());
    if (roundEnds && isEnd)
        addDisc(path, part.back());
    return path;
}

QPainterPath fillShape(const Stroke& stroke, const QRectF& frame)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (stroke.points.size() < 3)
        return path;
    PenRun samples = penSamples(stroke, frame);
    if (lengthOf(samples.front().at - samples.back().at) < 1e-3)
        samples.pop_back(); // closed by hand
    const std::vector<PenRun> runs = penRuns(samples);
    QPolygonF polygon;
    if (runs.size() == 1) {
        for (const PenSample& sample : flattened(runs.front(), true))
            polygon << sample.at;
    } else {
        for (const PenRun& run : runs) {
            for (const PenSample& sample : flattened(run, false))
                polygon << sample.at;
        }
    }
    double area = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF& a = polygon[i];
        const QPointF& b = polygon[(i + 1) % polygon.size()];
        area += a.x() * b.y() - b.x() * a.y();
    }
    if (area < 0) // turn it as its rim turns
        std::reverse(polygon.begin(), polygon.end());
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QRectF strokeBounds(const Stroke& stroke, const QRectF& frame)
{
    if (stroke.points.isEmpty())
        return {};
    if (stroke.brush == Brush::Text)
        return textShape(stroke, frame).boundingRect().adjusted(-2, -2, 2, 2);
    double left = stroke.points.first().x;
    double right = left;
    double top = stroke.points.first().y;
    double bottom = top;
    for (const StrokePoint& point : stroke.points) {
        left = std::min<double>(left, point.x);
        right = std::max<double>(right, point.x);
        top = std::min<double>(top, point.y);
        bottom = std::max<double>(bottom, point.y);
    }
    // The curve may swing out a little between points.
    double wide = 1;
    if (stroke.brush == Brush::Pencil) { // the side of the lead
        for (const StrokePoint& point : stroke.points)
            wide = std::max(wide, 1 + 5.0 * point.tilt);
    }
    const double margin = wide * stroke.width * frame.height() / 2 + 2 + 0.02 * frame.height();
    return QRectF(frame.x() + left * frame.width(), frame.y() + top * frame.height(),
                  (right - left) * frame.width(), (bottom - top) * frame.height())
        .adjusted(-margin, -margin, margin, margin);
}

} // namespace dollygrip
