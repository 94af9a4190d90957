#include "core/project/strokesamples.h"

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kTaperWidths = 2.2;  // an ink line comes to its width within so many widths
constexpr double kThinnestEnd = 0.34; // of its width, at the very end
constexpr double kLeastRadius = 0.3;  // pixels

double radiusAt(const Stroke& stroke, double pressure, double tilt, double frameHeight)
{
    const double full = stroke.width * frameHeight / 2;
    const double p = std::clamp(pressure, 0.0, 1.0);
    const auto between = [&](double least) { return least + (1 - least) * p; };
    double part = 1;
    switch (stroke.brush) {
    case Brush::Pencil:
        part = 1.15 * between(0.62) * (1 + 5 * std::pow(std::clamp(tilt, 0.0, 1.0), 1.5));
        break;
    case Brush::Ink: part = between(0.05); break;
    case Brush::Paint:
    case Brush::SoftEraser: part = between(0.85); break;
    case Brush::Eraser: part = between(0.5); break;
    case Brush::Marker:
    case Brush::Fill:
    case Brush::Text: break;
    }
    return std::max(full * part, kLeastRadius);
}

/// Density d covers 1 - exp(-d) of the paper.
double densityAt(const Stroke& stroke, double pressure, double tilt)
{
    const double p = std::clamp(pressure, 0.0, 1.0);
    const double t = std::clamp(tilt, 0.0, 1.0);
    if (stroke.brush == Brush::Pencil)
        return -std::log(1 - (0.14 + 0.84 * std::pow(p, 0.9))) * (1 - 0.6 * t);
    return -1.4 * std::log(1 - (0.03 + 0.955 * p));
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

/// Ink runs thin towards both ends of a free line.
void taper(const Stroke& stroke, const QRectF& frame, PenRun& samples)
{
    if (stroke.brush != Brush::Ink || samples.size() < 5)
        return;
    double whole = 0;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const double step = lengthOf(samples[i].at - samples[i - 1].at);
        if (step < 1e-3)
            return; // it has corners: a drawn shape
        whole += step;
    }
    const double close = stroke.width * frame.height() / 2;
    if (lengthOf(samples.front().at - samples.back().at) < close)
        return; // closed
    const double reach = std::min(taperLength(stroke, frame), whole / 3);
    double along = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i > 0)
            along += lengthOf(samples[i].at - samples[i - 1].at);
        const double near = std::min(along, whole - along) / reach;
        if (near >= 1)
            continue;
        const double grown = std::sin(near * 1.5707963267948966);
        samples[i].radius =
            std::max(kLeastRadius, samples[i].radius * (kThinnestEnd + (1 - kThinnestEnd) * grown));
    }
}

} // namespace

double lengthOf(const QPointF& v)
{
    return std::hypot(v.x(), v.y());
}

double taperLength(const Stroke& stroke, const QRectF& frame)
{
    return stroke.brush == Brush::Ink ? kTaperWidths * stroke.width * frame.height() : 0;
}

PenRun penSamples(const Stroke& stroke, const QRectF& frame)
{
    const qsizetype count = stroke.points.size();
    PenRun samples(std::size_t(count) * 1);
    for (qsizetype i = 0; i < count; ++i) {
        const StrokePoint& point = stroke.points[i];
        PenSample& sample = samples[std::size_t(i)];
        sample.at = {frame.x() + point.x * frame.width(), frame.y() + point.y * frame.height()};
        double pressure = point.pressure;
        double tilt = point.tilt;
        if (i > 0 && i + 1 < count) {
            const StrokePoint& before = stroke.points[i - 1];
            const StrokePoint& after = stroke.points[i + 1];
            pressure = pressure / 2 + (before.pressure + after.pressure) / 4.0;
            tilt = tilt / 2 + (before.tilt + after.tilt) / 4.0;
        }
        sample.radius = radiusAt(stroke, pressure, tilt, frame.height());
        sample.density = densityAt(stroke, pressure, tilt);
    }
    const double close = 0.005 * frame.height();
    const PenRun raw = samples;
    for (std::size_t i = 1; i + 1 < samples.size(); ++i) {
        const QPointF before = raw[i - 1].at;
        const QPointF after = raw[i + 1].at;
        const double gap = std::max(lengthOf(raw[i].at - before), lengthOf(after - raw[i].at));
        if (before == raw[i].at || after == raw[i].at || gap >= close)
            continue;
        const double pull = 0.5 * (1 - gap / close);
        samples[i].at = raw[i].at * (1 - pull) + (before + after) * (pull / 2);
    }
    taper(stroke, frame, samples);
    return samples;
}

std::vector<PenRun> penRuns(const PenRun& samples)
{
    std::vector<PenRun> runs(1);
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

PenRun flattened(const PenRun& run, bool isClosed, std::size_t first, std::size_t end)
{
    const auto count = std::ptrdiff_t(run.size());
    if (count < 2)
        return run;
    const std::size_t pieces = isClosed ? run.size() : run.size() - 1;
    end = std::min(end, pieces);
    first = std::min(first, end);
    const auto point = [&](std::ptrdiff_t i) {
        return isClosed ? run[std::size_t((i + count) % count)].at
                        : run[std::size_t(std::clamp<std::ptrdiff_t>(i, 0, count - 1))].at;
    };
    PenRun out;
    out.reserve((end - first) * 4 + 1);
    for (std::size_t piece = first; piece < end; ++piece) {
        const auto i = std::ptrdiff_t(piece);
        const PenSample& from = run[piece];
        const PenSample& to = run[(piece + 1) % run.size()];
        QPointF one;
        QPointF two;
        handles(point(i - 1), from.at, to.at, point(i + 2), one, two);
        const double bend =
            std::max(lengthOf(from.at - 2 * one + two), lengthOf(one - 2 * two + to.at));
        const int steps = std::clamp(int(std::ceil(std::sqrt(0.75 * bend / 0.08))), 1, 64);
        for (int s = 0; s < steps; ++s) {
            const double t = double(s) / steps;
            const double u = 1 - t;
            out.push_back({u * u * u * from.at + 3 * u * u * t * one + 3 * u * t * t * two
                               + t * t * t * to.at,
                           u * from.radius + t * to.radius, u * from.density + t * to.density});
        }
    }
    if (!isClosed)
        out.push_back(run[end]);
    return out;
}

} // namespace dollygrip
