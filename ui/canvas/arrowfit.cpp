#include "ui/canvas/arrowfit.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dollygrip::ui {

namespace {

using Points = std::vector<Eigen::Vector2d>;

// Marks the points between `first` and `last` that have to stay.
void keepFar(const Points& points, std::vector<bool>& kept, double aspect, double tolerance)
{
    std::vector<std::pair<std::size_t, std::size_t>> stretches{{0, points.size() - 1}};
    while (!stretches.empty()) {
        const auto [first, last] = stretches.back();
        stretches.pop_back();
        double most = tolerance;
        std::size_t farthest = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double away = segmentDistance(points[i], points[first], points[last], aspect);
            if (away > most) {
                most = away;
                farthest = i;
            }
        }
        if (farthest == first)
            continue;
        kept[farthest] = true;
        stretches.emplace_back(first, farthest);
        stretches.emplace_back(farthest, last);
    }
}

Points without(const Points& points, double aspect, double tolerance)
{
    if (points.size() < 3)
        return points;
    std::vector<bool> kept(points.size(), false);
    kept.front() = kept.back() = true;
    keepFar(points, kept, aspect, tolerance);
    Points result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (kept[i])
            result.push_back(points[i]);
    }
    return result;
}

} // namespace

double segmentDistance(const Eigen::Vector2d& point, const Eigen::Vector2d& a,
                       const Eigen::Vector2d& b, double aspect)
{
    const Eigen::Vector2d seen(aspect, 1.0);
    const Eigen::Vector2d p = (point - a).cwiseProduct(seen);
    const Eigen::Vector2d way = (b - a).cwiseProduct(seen);
    const double square = way.squaredNorm();
    const double t = square > 0 ? std::clamp(p.dot(way) / square, 0.0, 1.0) : 0.0;
    return (p - t * way).norm();
}

std::vector<Eigen::Vector2d> fitted(const Points& drawn, double aspect, double tolerance)
{
    Points smooth = drawn;
    for (int round = 0; round < 3 && drawn.size() > 4; ++round) {
        const Points before = smooth;
        for (std::size_t i = 1; i + 1 < smooth.size(); ++i)
            smooth[i] = 0.25 * before[i - 1] + 0.5 * before[i] + 0.25 * before[i + 1];
    }
    return without(smooth, aspect, tolerance);
}

std::vector<Eigen::Vector2d> simplified(const Points& drawn, double aspect, double tolerance)
{
    Points result = without(drawn, aspect, tolerance);
    return result.size() < 3 ? drawn : result;
}

} // namespace dollygrip::ui
