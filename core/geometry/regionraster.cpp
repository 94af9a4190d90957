#include "core/geometry/regionraster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dollygrip {

namespace {

constexpr int kSubRows = 8; // sub-scanlines a pixel row; columns are exact
constexpr double kFarAway = 1e6;

bool isUsable(const Eigen::Vector2d& point)
{
    return std::abs(point.x()) < kFarAway && std::abs(point.y()) < kFarAway; // false for NaN
}

std::vector<Eigen::Vector2d> usable(const std::vector<Eigen::Vector2d>& points)
{
    std::vector<Eigen::Vector2d> kept;
    std::copy_if(points.begin(), points.end(), std::back_inserter(kept), isUsable);
    return kept;
}

// Adds the span [a, b) of one sub-row to a row kept as differences: the running sum of `steps`
// plus `parts` is the covered share of each pixel.
void addSpan(double a, double b, std::vector<float>& steps, std::vector<float>& parts)
{
    const double width = double(steps.size() - 1);
    a = std::clamp(a, 0.0, width);
    b = std::clamp(b, 0.0, width);
    if (!(b > a))
        return;
    const std::size_t ia = std::size_t(a);
    const std::size_t ib = std::size_t(b);
    parts[ia] -= float(a - double(ia));
    parts[ib] += float(b - double(ib));
    steps[ia] += 1;
    steps[ib] -= 1;
}

// Squared distances along one line: lower envelope of parabolas (Felzenszwalb & Huttenlocher 2012).
struct Envelope {
    std::vector<int> place;
    std::vector<float> from;

    void transform(const std::vector<float>& in, std::vector<float>& out, int n)
    {
        place.resize(std::size_t(n));
        from.resize(std::size_t(n) + 1);
        int k = -1;
        for (int q = 0; q < n; ++q) {
            if (in[std::size_t(q)] == std::numeric_limits<float>::max())
                continue;
            float start = -std::numeric_limits<float>::max();
            while (k >= 0) {
                const int p = place[std::size_t(k)];
                start = (in[std::size_t(q)] - in[std::size_t(p)] + float(q) * q - float(p) * p)
                        / float(2 * (q - p));
                if (start > from[std::size_t(k)])
                    break;
                --k;
            }
            if (k < 0)
                start = -std::numeric_limits<float>::max();
            ++k;
            place[std::size_t(k)] = q;
            from[std::size_t(k)] = start;
        }
        if (k < 0) {
            std::fill(out.begin(), out.begin() + n, std::numeric_limits<float>::max());
            return;
        }
        from[std::size_t(k) + 1] = std::numeric_limits<float>::max();
        int i = 0;
        for (int q = 0; q < n; ++q) {
            while (from[std::size_t(i) + 1] < float(q))
                ++i;
            const float d = float(q - place[std::size_t(i)]);
            out[std::size_t(q)] = d * d + in[std::size_t(place[std::size_t(i)])];
        }
    }
};

} // namespace

RegionBounds paintedBounds(const Region& region, double aspect)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    RegionBounds all{{kInfinity, kInfinity}, {-kInfinity, -kInfinity}};
    const auto add = [&](const Eigen::Vector2d& point, double radius) {
        if (!isUsable(point))
            return;
        const Eigen::Vector2d reach(radius / aspect, radius);
        all.min = all.min.cwiseMin(point - reach);
        all.max = all.max.cwiseMax(point + reach);
    };
    for (const auto& outline : region.outlines)
        for (const Eigen::Vector2d& point : outline)
            add(point, 0);
    for (const RegionStroke& stroke : region.strokes)
        for (const Eigen::Vector2d& point : stroke.points)
            if (!stroke.erase && stroke.radius >= 0)
                add(point, stroke.radius);
    const bool isDrawn = all.max.x() >= all.min.x();
    if (isDrawn && region.grow > 0) {
        const Eigen::Vector2d reach(region.grow / aspect, region.grow);
        all = {all.min - reach, all.max + reach};
    }
    if (isDrawn && region.isInverted)
        all = {all.min.cwiseMin(Eigen::Vector2d(-1, -1)), all.max.cwiseMax(Eigen::Vector2d(2, 2))};
    return all;
}

RegionRaster RegionRaster::over(const RegionBounds& area, double scaleX, double scaleY, int margin)
{
    RegionRaster raster;
    raster.scaleX = scaleX;
    raster.scaleY = scaleY;
    raster.left = int(std::floor(area.min.x() * scaleX)) - margin;
    raster.top = int(std::floor(area.min.y() * scaleY)) - margin;
    raster.width = std::max(0, int(std::ceil(area.max.x() * scaleX)) + margin - raster.left);
    raster.height = std::max(0, int(std::ceil(area.max.y() * scaleY)) + margin - raster.top);
    raster.values.assign(std::size_t(raster.width) * std::size_t(raster.height), 0);
    return raster;
}

void RegionRaster::paint(const Region& region)
{
    for (const auto& outline : region.outlines)
        paintOutline(outline);
    for (const RegionStroke& stroke : region.strokes)
        paintStroke(stroke);
    const double by = std::clamp(region.grow, -4.0, 4.0) * scaleY;
    if (by < 0)
        invert();
    if (by != 0)
        widen(std::abs(by));
    if ((by < 0) != region.isInverted)
        invert();
}

void RegionRaster::invert()
{
    for (std::uint8_t& value : values)
        value = std::uint8_t(255 - value);
}

// Distance of a pixel's middle from the nearest middle inside, at most `reach`; beyond, none.
template <class Use>
void RegionRaster::eachNear(double reach, Use use)
{
    constexpr float kNone = std::numeric_limits<float>::max();
    const std::size_t w = std::size_t(width);
    // Distance down and up each column to the nearest inside pixel, swept row by row.
    std::vector<float> column(values.size());
    std::vector<float> running(w, kNone);
    for (int y = 0; y < height; ++y)
        for (std::size_t x = 0; x < w; ++x) {
            const std::size_t i = std::size_t(y) * w + x;
            running[x] = values[i] >= 128 ? 0 : running[x] == kNone ? kNone : running[x] + 1;
            column[i] = running[x];
        }
    std::fill(running.begin(), running.end(), kNone);
    for (int y = height - 1; y >= 0; --y)
        for (std::size_t x = 0; x < w; ++x) {
            const std::size_t i = std::size_t(y) * w + x;
            running[x] = values[i] >= 128 ? 0 : running[x] == kNone ? kNone : running[x] + 1;
            column[i] = std::min(column[i], running[x]);
        }
    const float wide = float(reach) + 1;
    std::vector<float> in(w), out(w);
    Envelope envelope;
    for (int y = 0; y < height; ++y) {
        bool any = false;
        for (std::size_t x = 0; x < w; ++x) {
            const float d = column[std::size_t(y) * w + x];
            in[x] = d > wide ? kNone : d * d;
            any = any || in[x] != kNone;
        }
        if (!any)
            continue;
        envelope.transform(in, out, width);
        std::uint8_t* line = values.data() + std::size_t(y) * w;
        for (std::size_t x = 0; x < w; ++x)
            if (line[x] < 128 && out[x] != kNone)
                use(line[x], std::sqrt(out[x]) - 0.5f);
    }
}

void RegionRaster::paintOutline(const std::vector<Eigen::Vector2d>& outline)
{
    std::vector<Eigen::Vector2d> corners = usable(outline);
    if (corners.size() < 3)
        return;
    const std::size_t rows = std::size_t(height) * kSubRows;
    std::vector<std::vector<double>> crossings(rows);
    for (Eigen::Vector2d& corner : corners)
        corner =
            Eigen::Vector2d(corner.x() * scaleX - left, (corner.y() * scaleY - top) * kSubRows);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        Eigen::Vector2d a = corners[i];
        Eigen::Vector2d b = corners[(i + 1) % corners.size()];
        if (a.y() > b.y())
            std::swap(a, b);
        const double first = std::max(0.0, std::ceil(a.y() - 0.5));
        const double end = std::min(double(rows), std::ceil(b.y() - 0.5));
        for (double row = first; row < end; ++row)
            crossings[std::size_t(row)].push_back(
                a.x() + (b.x() - a.x()) * (row + 0.5 - a.y()) / (b.y() - a.y()));
    }
    std::vector<float> steps(std::size_t(width) + 1), parts(std::size_t(width) + 1);
    for (int y = 0; y < height; ++y) {
        std::fill(steps.begin(), steps.end(), 0.0f);
        std::fill(parts.begin(), parts.end(), 0.0f);
        bool any = false;
        for (int k = 0; k < kSubRows; ++k) {
            std::vector<double>& row = crossings[std::size_t(y) * kSubRows + std::size_t(k)];
            std::sort(row.begin(), row.end());
            for (std::size_t i = 0; i + 1 < row.size(); i += 2)
                addSpan(row[i], row[i + 1], steps, parts);
            any = any || !row.empty();
        }
        if (!any)
            continue;
        std::uint8_t* line = values.data() + std::size_t(y) * std::size_t(width);
        float running = 0;
        for (int x = 0; x < width; ++x) {
            running += steps[std::size_t(x)];
            const float share = (running + parts[std::size_t(x)]) * (255.0f / kSubRows);
            line[x] = std::max(line[x], std::uint8_t(std::clamp(share + 0.5f, 0.0f, 255.0f)));
        }
    }
}

void RegionRaster::paintStroke(const RegionStroke& stroke)
{
    const double radius = stroke.radius * scaleY;
    if (!(radius >= 0) || width == 0 || height == 0)
        return;
    std::vector<Eigen::Vector2d> points;
    for (const Eigen::Vector2d& point : usable(stroke.points))
        points.emplace_back(point.x() * scaleX - left, point.y() * scaleY - top);
    // An eraser's passes are joined first, so that its soft edge is counted once.
    const double reach = radius + 0.5;
    const std::size_t segments = points.size() > 1 ? points.size() - 1 : points.size();
    std::vector<std::uint8_t> joined;
    if (stroke.erase)
        joined.assign(values.size(), 0);
    std::vector<std::uint8_t>& target = stroke.erase ? joined : values;
    const double solid = std::max(0.0, radius - 0.5) * std::max(0.0, radius - 0.5);
    for (std::size_t i = 0; i < segments; ++i) {
        const Eigen::Vector2d& a = points[i];
        const Eigen::Vector2d& b = points[std::min(i + 1, points.size() - 1)];
        const Eigen::Vector2d low = a.cwiseMin(b), high = a.cwiseMax(b);
        const int y0 = int(std::clamp(std::floor(low.y() - reach), 0.0, double(height)));
        const int y1 = int(std::clamp(std::ceil(high.y() + reach), 0.0, double(height)));
        const int x0 = int(std::clamp(std::floor(low.x() - reach), 0.0, double(width)));
        const int x1 = int(std::clamp(std::ceil(high.x() + reach), 0.0, double(width)));
        const Eigen::Vector2d way = b - a;
        const double inverse = way.squaredNorm() > 0 ? 1 / way.squaredNorm() : 0.0;
        for (int y = y0; y < y1; ++y) {
            std::uint8_t* line = target.data() + std::size_t(y) * std::size_t(width);
            for (int x = x0; x < x1; ++x) {
                if (line[x] == 255)
                    continue;
                const double px = x + 0.5 - a.x(), py = y + 0.5 - a.y();
                const double t = std::clamp((px * way.x() + py * way.y()) * inverse, 0.0, 1.0);
                const double dx = px - t * way.x(), dy = py - t * way.y();
                const double squared = dx * dx + dy * dy;
                if (squared <= solid)
                    line[x] = 255;
                else if (squared < reach * reach)
                    line[x] =
                        std::max(line[x], std::uint8_t((reach - std::sqrt(squared)) * 255 + 0.5));
            }
        }
    }
    for (std::size_t i = 0; i < joined.size(); ++i)
        values[i] = std::min(values[i], std::uint8_t(255 - joined[i]));
}

void RegionRaster::widen(double by)
{
    if (values.empty())
        return;
    // What was the soft pixel of the edge lies within now.
    for (std::uint8_t& value : values)
        value = value >= 128 ? 255 : value;
    eachNear(by + 1, [by](std::uint8_t& value, float distance) {
        const float share = std::clamp(float(by) - distance + 0.5f, 0.0f, 1.0f);
        value = std::max(value, std::uint8_t(share * 255 + 0.5f));
    });
}

void RegionRaster::soften(double feather)
{
    if (!(feather > 0) || values.empty())
        return;
    eachNear(feather, [feather](std::uint8_t& value, float distance) {
        const float t = std::clamp(1 - distance / float(feather), 0.0f, 1.0f);
        value = std::max(value, std::uint8_t(t * t * (3 - 2 * t) * 255 + 0.5f));
    });
}

} // namespace dollygrip
