#include "core/geometry/speedcurve.h"

#include <algorithm>
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

} // namespace

double SpeedCurve::at(double time) const
{
    const double t = std::clamp(time, 0.0, 1.0);
    switch (ease) {
    case Ease::None: return t;
    case Ease::In: return t * t * t;
    case Ease::Out: return 1 - (1 - t) * (1 - t) * (1 - t);
    case Ease::InOut: return t * t * (3 - 2 * t);
    case Ease::Hold: return t >= 1 - kTimeTolerance ? 1.0 : 0.0;
    case Ease::Custom: return std::clamp(through(points, t), 0.0, 1.0);
    }
    return t;
}

} // namespace dollygrip
