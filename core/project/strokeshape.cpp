#include "core/project/strokeshape.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace dollygrip {

namespace {

/// A point of the pen's way in pixels, with half the width there.
struct Sample {
    QPointF at;
    double radius = 0;
};

double lengthOf(const QPointF& v)
{
    return std::hypot(v.x(), v.y());
}

/// Half the width in pixels at a pressure.
double radiusAt(const Stroke& stroke, double pressure, double frameHeight)
{
    const double full = stroke.width * frameHeight / 2;
    if (stroke.brush == Brush::Marker || stroke.brush == Brush::Fill)
        return std::max(full, 0.3);
    const double least = stroke.brush == Brush::Pencil ? 0.35 : 0.15;
    const double part = least + (1 - least) * std::clamp(pressure, 0.0, 1.0);
    return std::max(full * part, 0.3);
}

/// The pen's points in pixels. A hand trembles by less than the spacing of its samples: points
/// that lie close are drawn towards their neighbours, wide spaced ones and corners stay.
std::vector<Sample> penPoints(const Stroke& stroke, const QRectF& frame)
{
    const qsizetype count = stroke.points.size();
    std::vector<Sample> samples(std::size_t(count) * 1);
    for (qsizetype i = 0; i < count; ++i) {
        const StrokePoint& point = stroke.points[i];
        samples[i].at = {frame.x() + point.x * frame.width(), frame.y() + point.y * frame.height()};
        double pressure = point.pressure;
        if (i > 0 && i + 1 < count)
            pressure = pressure / 2
                       + (stroke.points[i - 1].pressure + stroke.points[i + 1].pressure) / 4.0;
        samples[i].radius = radiusAt(stroke, pressure, frame.height());
    }
    const double close = 0.005 * frame.height();
    const std::vector<Sample> raw = samples;
    for (qsizetype i = 1; i + 1 < count; ++i) {
        const QPointF before = raw[i - 1].at;
        const QPointF after = raw[i + 1].at;
        const double gap = std::max(lengthOf(raw[i].at - before), lengthOf(after - raw[i].at));
        if (before == raw[i].at || after == raw[i].at || gap >= close)
            continue;
        const double pull = 0.5 * (1 - gap / close);
        samples[i].at = raw[i].at * (1 - pull) + (before + after) * (pull / 2);
    }
    return samples;
}

/// One smooth run of the curve between corners: points without equal neighbours.
using Run = std::vector<Sample>;

std::vector<Run> runsOf(const std::vector<Sample>& samples)
{
    std::vector<Run> runs(1);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!runs.back().empty() && lengthOf(samples[i].at - runs.back().back().at) < 1e-3) {
            if (i + 1 < samples.size() && runs.back().size() > 1)
                runs.push_back({samples[i]});
            continue;
        }
        runs.back().push_back(samples[i]);
    }
    return runs;
}

/// Bezier handles of the centripetal Catmull-Rom piece from b to c with neighbours a and d
/// (Yuksel, Schaefer & Keyser 2011, knots by the root of the distance).
void handles(const QPointF& a, const QPointF& b, const QPointF& c, const QPointF& d, QPointF& first,
             QPointF& second)
{
    const double d1 = std::sqrt(lengthOf(b - a));
    const double d2 = std::sqrt(lengthOf(c - b));
    const double d3 = std::sqrt(lengthOf(d - c));
    first = b + (c - b) / 3;
    second = c - (c - b) / 3;
    if (d1 > 1e-6)
        first = (d1 * d1 * c - d2 * d2 * a + (2 * d1 * d1 + 3 * d1 * d2 + d2 * d2) * b)
                / (3 * d1 * (d1 + d2));
    if (d3 > 1e-6)
        second = (d3 * d3 * b - d2 * d2 * d + (2 * d3 * d3 + 3 * d3 * d2 + d2 * d2) * c)
                 / (3 * d3 * (d3 + d2));
}

/// Flattens a run finely enough that no edge shows.
Run flattened(const Run& run, bool closed)
{
    if (run.size() < 3)
        return run;
    const auto count = std::ptrdiff_t(run.size());
    const auto point = [&](std::ptrdiff_t i) {
        return closed ? run[std::size_t((i + count) % count)].at
                      : run[std::size_t(std::clamp<std::ptrdiff_t>(i, 0, count - 1))].at;
    };
    Run out;
    out.reserve(run.size() * 4);
    const std::ptrdiff_t pieces = closed ? count : count - 1;
    for (std::ptrdiff_t i = 0; i < pieces; ++i) {
        const Sample& from = run[std::size_t(i)];
        const Sample& to = run[std::size_t((i + 1) % count)];
        QPointF first;
        QPointF second;
        handles(point(i - 1), from.at, to.at, point(i + 2), first, second);
        const double bend =
            std::max(lengthOf(from.at - 2 * first + second), lengthOf(first - 2 * second + to.at));
        const int steps = std::clamp(int(std::ceil(std::sqrt(0.75 * bend / 0.08))), 1, 64);
        for (int s = 0; s < steps; ++s) {
            const double t = double(s) / steps;
            const double u = 1 - t;
            out.push_back({u * u * u * from.at + 3 * u * u * t * first + 3 * u * t * t * second
                               + t * t * t * to.at,
                           u * from.radius + t * to.radius});
        }
    }
    if (!closed)
        out.push_back(run.back());
    return out;
}

/// Clockwise as seen, like the strips.
void addDisc(QPainterPath& path, const Sample& centre)
{
    const int corners = std::clamp(int(6 + centre.radius * 2), 8, 48);
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
void addRun(QPainterPath& path, const Run& run, bool roundEnds)
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
    const auto put = [&](const Sample& sample, const QPointF& dir) {
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

} // namespace

QPainterPath strokeShape(const Stroke& stroke, const QRectF& frame)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (stroke.points.isEmpty())
        return path;
    std::vector<Sample> samples = penPoints(stroke, frame);
    if (stroke.brush == Brush::Fill && samples.size() > 2) {
        if (lengthOf(samples.front().at - samples.back().at) < 1e-3)
            samples.pop_back(); // closed by hand
        std::vector<Run> rim = runsOf(samples);
        if (rim.size() == 1) {
            Run closed = flattened(rim.front(), true);
            closed.push_back(closed.front());
            addRun(path, closed, true);
            return path;
        }
        samples.push_back(samples.front());
    }
    const std::vector<Run> runs = runsOf(samples);
    for (const Run& run : runs)
        addRun(path, flattened(run, false), stroke.brush != Brush::Marker || runs.size() > 1);
    return path;
}

QPainterPath fillShape(const Stroke& stroke, const QRectF& frame)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (stroke.points.size() < 3)
        return path;
    std::vector<Sample> samples = penPoints(stroke, frame);
    if (lengthOf(samples.front().at - samples.back().at) < 1e-3)
        samples.pop_back(); // closed by hand
    const std::vector<Run> runs = runsOf(samples);
    QPolygonF polygon;
    if (runs.size() == 1) {
        for (const Sample& sample : flattened(runs.front(), true))
            polygon << sample.at;
    } else {
        for (const Run& run : runs) {
            for (const Sample& sample : flattened(run, false))
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
    const double margin = stroke.width * frame.height() / 2 + 2 + 0.02 * frame.height();
    return QRectF(frame.x() + left * frame.width(), frame.y() + top * frame.height(),
                  (right - left) * frame.width(), (bottom - top) * frame.height())
        .adjusted(-margin, -margin, margin, margin);
}

} // namespace dollygrip
