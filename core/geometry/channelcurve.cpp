#include "core/geometry/channelcurve.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace dollygrip {

namespace {

constexpr double kSameTime = 1e-6;

// The handle shortened to `width` in time when it is longer.
Eigen::Vector2d within(const Eigen::Vector2d& handle, double width)
{
    const double reach = std::abs(handle.x());
    return reach > width && reach > 0 ? Eigen::Vector2d(handle * (width / reach)) : handle;
}

// The slope of an automatic point; 0 at ends and turning points.
double autoSlope(const std::vector<CurvePoint>& points, std::size_t i)
{
    if (i == 0 || i + 1 >= points.size())
        return 0;
    const CurvePoint &before = points[i - 1], &here = points[i], &after = points[i + 1];
    const double h0 = here.at - before.at, h1 = after.at - here.at;
    const double s0 = (here.value - before.value) / h0, s1 = (after.value - here.value) / h1;
    if (s0 * s1 <= 0)
        return 0;
    const double slope = (s0 * h1 + s1 * h0) / (h0 + h1);
    const double most = 3 * std::min(std::abs(s0), std::abs(s1));
    return std::clamp(slope, -most, most);
}

// Four control points of a segment, times from 0 to 1.
struct Segment {
    std::array<double, 4> time{0, 1.0 / 3, 2.0 / 3, 1};
    std::array<double, 4> value{};

    static double bezier(const std::array<double, 4>& p, double s)
    {
        const double r = 1 - s;
        return r * r * r * p[0] + 3 * s * r * r * p[1] + 3 * s * s * r * p[2] + s * s * s * p[3];
    }
    // The parameter at which the segment is at time t.
    double parameter(double t) const
    {
        if (std::abs(time[1] - 1.0 / 3) < 1e-12 && std::abs(time[2] - 2.0 / 3) < 1e-12)
            return t;
        double low = 0, high = 1, s = t;
        for (int i = 0; i < 60 && high - low > 1e-15; ++i) {
            const double x = bezier(time, s);
            (x < t ? low : high) = s;
            s = (low + high) / 2;
        }
        return s;
    }
};

Segment segment(const ChannelCurve& curve, std::size_t i)
{
    const CurvePoint &a = curve.points[i], &b = curve.points[i + 1];
    const double width = b.at - a.at;
    const Eigen::Vector2d out = curve.outHandle(i), in = curve.inHandle(i + 1);
    Segment made;
    made.time = {0, out.x() / width, 1 + in.x() / width, 1};
    made.value = {a.value, a.value + out.y(), b.value + in.y(), b.value};
    return made;
}

} // namespace

Eigen::Vector2d ChannelCurve::outHandle(std::size_t i) const
{
    const CurvePoint& point = points[i];
    if (i + 1 >= points.size()) {
        if (point.handles == CurveHandles::Aligned || point.handles == CurveHandles::Free)
            return point.out;
        return {0, 0};
    }
    const double width = points[i + 1].at - point.at;
    switch (point.handles) {
    case CurveHandles::Auto: return {width / 3, autoSlope(points, i) * width / 3};
    case CurveHandles::Linear: return {width / 3, (points[i + 1].value - point.value) / 3};
    case CurveHandles::Hold: return {width / 3, 0};
    case CurveHandles::Aligned:
    case CurveHandles::Free: break;
    }
    return within(point.out, width);
}

Eigen::Vector2d ChannelCurve::inHandle(std::size_t i) const
{
    const CurvePoint& point = points[i];
    if (i == 0) {
        if (point.handles == CurveHandles::Aligned || point.handles == CurveHandles::Free)
            return point.in;
        return {0, 0};
    }
    const double width = point.at - points[i - 1].at;
    switch (point.handles) {
    case CurveHandles::Auto: return {-width / 3, -autoSlope(points, i) * width / 3};
    case CurveHandles::Linear: return {-width / 3, (points[i - 1].value - point.value) / 3};
    case CurveHandles::Hold: return {-width / 3, 0};
    case CurveHandles::Aligned:
    case CurveHandles::Free: break;
    }
    return within(point.in, width);
}

double ChannelCurve::at(double time) const
{
    assert(!points.empty());
    if (time <= points.front().at)
        return points.front().value;
    if (time >= points.back().at)
        return points.back().value;
    const auto next = std::upper_bound(points.begin(), points.end(), time,
                                       [](double t, const CurvePoint& p) { return t < p.at; });
    const std::size_t i = std::size_t(next - points.begin()) - 1;
    const double t = (time - points[i].at) / (points[i + 1].at - points[i].at);
    if (points[i].handles == CurveHandles::Hold) // a split may miss the jump by rounding
        return t >= 1 - 1e-9 ? points[i + 1].value : points[i].value;
    const Segment here = segment(*this, i);
    return Segment::bezier(here.value, here.parameter(t));
}

bool ChannelCurve::isConstant() const
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].value != points.front().value)
            return false;
        if ((i + 1 < points.size() && outHandle(i).y() != 0) || (i > 0 && inHandle(i).y() != 0))
            return false;
    }
    return true;
}

int ChannelCurve::pointAt(double time) const
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::abs(points[i].at - time) < kSameTime)
            return int(i);
    }
    return -1;
}

std::size_t ChannelCurve::insert(double time)
{
    if (const int there = pointAt(time); there >= 0)
        return std::size_t(there);
    const auto next = std::find_if(points.begin(), points.end(),
                                   [time](const CurvePoint& p) { return p.at > time; });
    const auto index = std::size_t(next - points.begin());
    CurvePoint made;
    made.at = time;
    if (points.empty() || index == 0 || index == points.size()) {
        made.value = points.empty() ? 0.0 : at(time);
        points.insert(next, made);
        return index;
    }
    CurvePoint &a = points[index - 1], &b = points[index];
    if (a.handles == CurveHandles::Hold) {
        made.value = a.value;
        made.handles = CurveHandles::Hold;
        points.insert(next, made);
        return index;
    }
    if (a.handles == CurveHandles::Linear && b.handles == CurveHandles::Linear) {
        made.value = at(time);
        made.handles = CurveHandles::Linear;
        points.insert(next, made);
        return index;
    }
    // De Casteljau: both halves together are the old segment.
    const double width = b.at - a.at;
    const Segment old = segment(*this, index - 1);
    const double s = old.parameter((time - a.at) / width);
    const auto split = [s](const std::array<double, 4>& p) {
        const auto mix = [s](double u, double v) { return u + (v - u) * s; };
        const double ab = mix(p[0], p[1]), bc = mix(p[1], p[2]), cd = mix(p[2], p[3]);
        const double abc = mix(ab, bc), bcd = mix(bc, cd);
        return std::array<double, 5>{ab, abc, mix(abc, bcd), bcd, cd};
    };
    const std::array<double, 5> x = split(old.time), y = split(old.value);
    const auto own = [&](CurvePoint& point, std::size_t i) {
        if (point.handles == CurveHandles::Free)
            return;
        const Eigen::Vector2d in = inHandle(i), out = outHandle(i);
        point.handles =
            point.handles == CurveHandles::Linear ? CurveHandles::Free : CurveHandles::Aligned;
        point.in = in;
        point.out = out;
    };
    const std::size_t left = index - 1, right = index;
    own(a, left);
    if (b.handles != CurveHandles::Hold)
        own(b, right);
    a.out = {x[0] * width, y[0] - a.value};
    b.in = {(x[4] - 1) * width, y[4] - b.value};
    made.value = y[2];
    made.handles = CurveHandles::Aligned;
    made.in = {(x[1] - x[2]) * width, y[1] - y[2]};
    made.out = {(x[3] - x[2]) * width, y[3] - y[2]};
    points.insert(points.begin() + std::ptrdiff_t(index), made);
    return index;
}

void ChannelCurve::setValue(double time, double value)
{
    int there = pointAt(time);
    if (there < 0) {
        if (!points.empty() && std::abs(at(time) - value) < 1e-12)
            return;
        const auto next = std::find_if(points.begin(), points.end(),
                                       [time](const CurvePoint& p) { return p.at > time; });
        there = int(next - points.begin());
        points.insert(next, {time, value, CurveHandles::Auto, {0, 0}, {0, 0}});
    }
    points[std::size_t(there)].value = value;
}

} // namespace dollygrip
