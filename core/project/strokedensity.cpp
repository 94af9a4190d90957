#include "core/project/strokedensity.h"

#include "core/project/papergrain.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kLeastTip = 0.8; // pixels; a finer tip is laid down lighter instead
constexpr int kTableSteps = 1024;
constexpr float kDensest = 8;

/// Density -> what it covers, 0…1.
const std::array<float, kTableSteps + 2>& coverTable()
{
    static const std::array<float, kTableSteps + 2> table = [] {
        std::array<float, kTableSteps + 2> values{};
        for (int i = 0; i < kTableSteps + 2; ++i)
            values[std::size_t(i)] = 1 - std::exp(-float(i) * kDensest / kTableSteps);
        return values;
    }();
    return table;
}

float covers(float density)
{
    const float place = std::min(density, kDensest) * (kTableSteps / kDensest);
    const int step = int(place);
    const float part = place - float(step);
    const auto& table = coverTable();
    return table[std::size_t(step)]
           + (table[std::size_t(step) + 1] - table[std::size_t(step)]) * part;
}

float smooth(float t)
{
    t = std::clamp(t, 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

} // namespace

bool laysDensity(Brush brush)
{
    return brush == Brush::Pencil || brush == Brush::Paint || brush == Brush::SoftEraser;
}

int tipOf(Brush brush)
{
    return brush == Brush::SoftEraser ? 2 : 1;
}

StrokeDensity::StrokeDensity(const QRect& area)
    : m_area(area),
      m_values(std::size_t(std::max(0, area.width())) * std::size_t(std::max(0, area.height())),
               0.0F)
{
}

QRect StrokeDensity::add(const PenRun& run, int tip)
{
    if (run.empty() || m_area.isEmpty())
        return {};
    if (run.size() == 1) { // a dot: as if the tip had moved by its own radius
        PenSample from = run.front();
        PenSample to = from;
        from.at.rx() -= from.radius * 0.4;
        to.at.rx() += to.radius * 0.4;
        return addPiece(from, to, tip);
    }
    QRect touched;
    PenSample from = run.front();
    for (std::size_t i = 1; i < run.size(); ++i) {
        const PenSample& to = run[i];
        const double length = lengthOf(to.at - from.at);
        // Pieces far shorter than the tip are not worth their pixels.
        if (length < 0.14 * to.radius && i + 1 < run.size()
            && std::abs(to.radius - from.radius) < 0.08 * to.radius
            && std::abs(to.density - from.density) < 0.1)
            continue;
        const double ratio = std::abs(to.radius - from.radius) / std::max(from.radius, to.radius);
        const double change = std::max({ratio / 0.1, std::abs(to.density - from.density) / 0.12,
                                        length / std::max(24.0, 4 * to.radius)});
        const int parts = std::clamp(int(std::ceil(change)), 1, 256);
        const auto between = [&](double t) {
            return PenSample{from.at + (to.at - from.at) * t,
                             from.radius + (to.radius - from.radius) * t,
                             from.density + (to.density - from.density) * t};
        };
        for (int part = 0; part < parts; ++part)
            touched |=
                addPiece(between(double(part) / parts), between(double(part + 1) / parts), tip);
        from = to;
    }
    return touched;
}

// The tip is (1 - d²/r²)^tip at distance d from its middle. Along the piece, at height h over it,
// the integral of that polynomial from t1 to t2 has a closed form.
QRect StrokeDensity::addPiece(const PenSample& from, const PenSample& to, int tip)
{
    const QPointF way = to.at - from.at;
    const double length = lengthOf(way);
    if (length < 1e-9)
        return {};
    const QPointF along = way / length;
    const double wished = (from.radius + to.radius) / 2;
    const double radius = std::max(wished, kLeastTip);
    const double r2 = radius * radius;
    // A straight line at full width has its density along its middle.
    const double whole = tip == 1 ? radius * 4 / 3 : radius * 16 / 15;
    const double gain = (from.density + to.density) / 2 * (wished / radius) / whole;
    const QRect box = QRectF(from.at, to.at)
                          .normalized()
                          .adjusted(-radius, -radius, radius, radius)
                          .toAlignedRect()
                          .intersected(m_area);
    // Of each row only the pixels that the tip can reach: less than a radius beside the piece, and
    // less than a radius before its start or behind its end.
    const auto ax = float(along.x());
    const auto ay = float(along.y());
    const auto reach = float(radius);
    const auto square = float(r2);
    const auto end = float(length);
    const auto strength = float(tip == 1 ? gain / r2 : gain / (r2 * r2));
    for (int y = box.top(); y <= box.bottom(); ++y) {
        float* line = m_values.data() + std::size_t(y - m_area.y()) * std::size_t(m_area.width());
        const auto py = float(y + 0.5 - from.at.y());
        const auto left = float(0.5 - from.at.x());
        float first = float(box.left()) + left;
        float last = float(box.right()) + left;
        const auto keep = [&](float low, float high) {
            first = std::max(first, std::min(low, high));
            last = std::min(last, std::max(low, high));
        };
        if (std::abs(ay) > 1e-4F)
            keep((py * ax - reach) / ay, (py * ax + reach) / ay);
        if (std::abs(ax) > 1e-4F)
            keep((-reach - py * ay) / ax, (end + reach - py * ay) / ax);
        const int x1 = int(std::ceil(first - left));
        const int x2 = int(std::floor(last - left));
        // No branches, so that a compiler can do several pixels at a time.
        float* out = line - m_area.x();
        if (tip == 1) {
            for (int x = x1; x <= x2; ++x) {
                const float px = float(x) + left;
                const float s = px * ax + py * ay;
                const float beside = px * ay - py * ax;
                const float c2 =
                    std::max(0.0F, square - beside * beside); // half the chord, squared
                const float c = std::sqrt(c2);
                const float t1 = std::max(-c, -s);
                const float t2 = std::min(c, end - s);
                const float sum = (t2 - t1) * (c2 - (t2 * t2 + t2 * t1 + t1 * t1) * (1.0F / 3));
                out[x] += t2 > t1 ? strength * sum : 0.0F;
            }
            continue;
        }
        for (int x = x1; x <= x2; ++x) {
            const float px = float(x) + left;
            const float s = px * ax + py * ay;
            const float beside = px * ay - py * ax;
            const float c2 = std::max(0.0F, square - beside * beside);
            const float c = std::sqrt(c2);
            const float t1 = std::max(-c, -s);
            const float t2 = std::min(c, end - s);
            const auto primitive = [c2](float t) {
                const float tt = t * t;
                return t * (c2 * c2 - c2 * tt * (2.0F / 3) + tt * tt * 0.2F);
            };
            out[x] += t2 > t1 ? strength * (primitive(t2) - primitive(t1)) : 0.0F;
        }
    }
    return box;
}

QImage coverageOf(const StrokeDensity& density, const StrokeDensity* more, const Stroke& stroke,
                  const QRectF& frame, const QRect& part)
{
    QImage mask(part.size(), QImage::Format_Alpha8);
    const bool hasGrain = stroke.brush == Brush::Pencil;
    const double step = 1080 / std::max(1.0, frame.height());
    const PaperGrain grain(step);
    mask.fill(0);
    const QRect inside = part.intersected(density.area());
    for (int py = part.top(); py <= part.bottom(); ++py) {
        std::uint8_t* line = mask.scanLine(py - part.y()) - part.x();
        const double gy = (py + 0.5 - frame.y()) * step;
        const bool isInside = py >= inside.top() && py <= inside.bottom();
        const int from = more ? part.left() : isInside ? inside.left() : part.right() + 1;
        const int to = more ? part.right() : inside.right();
        const float* row = isInside ? density.row(py) : nullptr;
        for (int px = from; px <= to; ++px) {
            float value = row && px >= inside.left() && px <= inside.right() ? row[px] : 0.0F;
            if (more)
                value += more->at(px, py);
            if (value <= 0.002F)
                continue;
            float cover = covers(value);
            if (hasGrain) {
                // The lead reaches down between the teeth of the paper as far as it is pressed.
                const float tooth = grain.at((px + 0.5 - frame.x()) * step, gy);
                cover = 0.95F
                        * (0.22F * cover + 0.78F * smooth((cover * 1.22F - 0.62F * tooth) / 0.76F));
            }
            line[px] = std::uint8_t(cover * 255 + 0.5F);
        }
    }
    return mask;
}

} // namespace dollygrip
