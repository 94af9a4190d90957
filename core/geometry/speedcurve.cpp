#include "core/geometry/speedcurve.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dollygrip {

namespace {

// A hold ends with its last instant; a fraction that went through a split may miss it by rounding.
constexpr double kTimeTolerance = 1e-9;

// Tangents after Fritsch & Carlson 1980: the interpolant never overshoots its points.
std::vector<double> monotoneTangents(const std::vector<Eigen::Vector2d>& points)
{
    const std::size_t n = points.size();
    std::vector<double> slope(n - 1);
    for (std::size_t i = 0; i + 1 < n; ++i)
        slope[i] = (points[i + 1].y() - points[i].y()) / (points[i + 1].x() - points[i].x());
    std::vector<double> tangent(n);
    tangent.front() = slope.front();
    tangent.back() = slope.back();
    for (std::size_t i = 1; i + 1 < n; ++i)
        tangent[i] = slope[i - 1] * slope[i] <= 0 ? 0.0 : (slope[i - 1] + slope[i]) / 2;
    for (std::size_t i = 0; i + 1 < n; ++i) {
        if (slope[i] == 0) {
            tangent[i] = tangent[i + 1] = 0;
            continue;
        }
        const double a = tangent[i] / slope[i];
        const double b = tangent[i + 1] / slope[i];
        const double size = std::hypot(a, b);
        if (size > 3) {
            tangent[i] = 3 * a / size * slope[i];
            tangent[i + 1] = 3 * b / size * slope[i];
        }
    }
    return tangent;
}

double through(const std::vector<Eigen::Vector2d>& points, double time)
{
    if (points.empty())
        return time;
    if (time <= points.front().x())
        return points.front().y();
    if (time >= points.back().x())
        return points.back().y();
    const auto next = std::upper_bound(points.begin(), points.end(), time,
                                       [](double t, const auto& point) { return t < point.x(); });
    const std::size_t i = std::size_t(next - points.begin()) - 1;
    const std::vector<double> tangent = monotoneTangents(points);
    const double width = points[i + 1].x() - points[i].x();
    const double t = (time - points[i].x()) / width;
    const double s = 1 - t;
    return (1 + 2 * t) * s * s * points[i].y() + t * s * s * width * tangent[i]
           + t * t * (3 - 2 * t) * points[i + 1].y() - t * t * s * width * tangent[i + 1];
}

double smooth(double t)
{
    return t * t * (3 - 2 * t);
}

// From place to place, at rest in each of them.
template <std::size_t n>
double restingIn(const std::array<std::array<double, 2>, n>& places, double time)
{
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const auto [t0, v0] = places[i];
        const auto [t1, v1] = places[i + 1];
        if (time <= t1)
            return v0 + (v1 - v0) * smooth((time - t0) / (t1 - t0));
    }
    return places[n - 1][1];
}

constexpr std::array<std::array<double, 2>, 3> kAnticipate{{{0, 0}, {0.24, -0.08}, {1, 1}}};
constexpr std::array<std::array<double, 2>, 4> kOvershoot{
    {{0, 0}, {0.62, 1.08}, {0.82, 0.975}, {1, 1}}};

double bounced(double t)
{
    constexpr double kFall = 2.75, kPull = 7.5625;
    if (t < 1 / kFall)
        return kPull * t * t;
    const double middle = t < 2 / kFall ? 1.5 : t < 2.5 / kFall ? 2.25 : 2.625;
    const double floor = t < 2 / kFall ? 0.75 : t < 2.5 / kFall ? 0.9375 : 0.984375;
    const double u = t - middle / kFall;
    return kPull * u * u + floor;
}

} // namespace

double SpeedCurve::at(double time) const
{
    const double t = std::clamp(time, 0.0, 1.0);
    switch (ease) {
    case Ease::None: return t;
    case Ease::In: return t * t * t;
    case Ease::Out: return 1 - (1 - t) * (1 - t) * (1 - t);
    case Ease::InOut: return smooth(t);
    case Ease::Hold: return t >= 1 - kTimeTolerance ? 1.0 : 0.0;
    case Ease::Custom: return std::clamp(through(points, t), kLeastProgress, kMostProgress);
    case Ease::Anticipate: return restingIn(kAnticipate, t);
    case Ease::Overshoot: return restingIn(kOvershoot, t);
    case Ease::Bounce: return t >= 1 ? 1.0 : bounced(t);
    }
    return t;
}

std::vector<Eigen::Vector2d> pointsLike(const SpeedCurve& curve)
{
    if (curve.ease == Ease::Custom && curve.points.size() > 1)
        return curve.points;
    std::vector<double> times{0, 0.25, 0.5, 0.75, 1};
    switch (curve.ease) {
    case Ease::None: times = {0, 1}; break;
    case Ease::Hold: times = {0, 0.98, 1}; break;
    case Ease::Anticipate: times = {0, 0.24, 0.43, 0.62, 0.81, 1}; break;
    case Ease::Overshoot: times = {0, 0.16, 0.31, 0.46, 0.62, 0.82, 1}; break;
    case Ease::Bounce:
        times = {0, 0.2, 1 / 2.75, 1.5 / 2.75, 2 / 2.75, 2.25 / 2.75, 2.5 / 2.75, 1};
        break;
    default: break;
    }
    std::vector<Eigen::Vector2d> points;
    for (const double time : times)
        points.emplace_back(time, curve.at(time));
    return points;
}

} // namespace dollygrip
