// Outlines drawn to the edges of the picture.

#include "core/multiplane/outlinework.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

constexpr int kRows = 1080;
constexpr double kSpacing = 3.0; // pixels between the places that are moved
constexpr double kBend = 0.35;   // what it costs to go one step farther than the neighbour
constexpr double kStay = 0.015;  // what a step away from the outline costs
constexpr float kNoEdge = 12.0f; // of 255: weaker is none

/// How strong the edges are, 0…1.
cv::Mat edgesOf(const FlatPicture& picture)
{
    cv::Mat soft;
    cv::GaussianBlur(picture.colour, soft, cv::Size(5, 5), 1.1);
    cv::Mat across, down;
    cv::Scharr(soft, across, CV_32F, 1, 0, 1.0 / 16);
    cv::Scharr(soft, down, CV_32F, 0, 1, 1.0 / 16);
    cv::Mat strength(soft.size(), CV_32FC1);
    for (int y = 0; y < soft.rows; ++y) {
        const auto* dx = across.ptr<cv::Vec3f>(y);
        const auto* dy = down.ptr<cv::Vec3f>(y);
        auto* to = strength.ptr<float>(y);
        for (int x = 0; x < soft.cols; ++x) {
            float most = 0;
            for (int c = 0; c < 3; ++c) {
                most = std::max(most, dx[x][c] * dx[x][c] + dy[x][c] * dy[x][c]);
            }
            const float edge = std::sqrt(most);
            to[x] = edge < kNoEdge ? 0.0f : std::min(1.0f, edge / 80.0f);
        }
    }
    return strength;
}

double valueAt(const cv::Mat& values, const Eigen::Vector2d& pixel)
{
    const int x = std::clamp(int(std::floor(pixel.x())), 0, values.cols - 1);
    const int y = std::clamp(int(std::floor(pixel.y())), 0, values.rows - 1);
    return values.at<float>(y, x);
}

/// Even places along a closed line, in pixels.
std::vector<Eigen::Vector2d> spaced(const std::vector<Eigen::Vector2d>& line, double spacing)
{
    std::vector<Eigen::Vector2d> places;
    double left = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Eigen::Vector2d& a = line[i];
        const Eigen::Vector2d way = line[(i + 1) % line.size()] - a;
        const double length = way.norm();
        for (; left < length; left += spacing) {
            places.push_back(a + way * (left / length));
        }
        left -= length;
    }
    return places;
}

/// For each place how far it goes along its normal, so that all together lie on strong edges and
/// neighbours stay together: the cheapest way around, by dynamic programming, gone around twice.
std::vector<double> shifts(const cv::Mat& edges, const std::vector<Eigen::Vector2d>& places,
                           const std::vector<Eigen::Vector2d>& normals, int reach)
{
    const int states = 2 * reach + 1;
    const std::size_t count = places.size(), steps = 2 * count;
    std::vector<double> cost(std::size_t(states), 0.0), next(cost);
    std::vector<std::int16_t> from(steps * std::size_t(states), 0);
    for (std::size_t step = 0; step < steps; ++step) {
        const std::size_t i = step % count;
        for (int s = 0; s < states; ++s) {
            const double by = s - reach;
            double best = 1e30;
            for (int p = std::max(0, s - 2); p <= std::min(states - 1, s + 2); ++p) {
                const double way = cost[std::size_t(p)] + kBend * std::abs(s - p);
                if (way < best) {
                    best = way;
                    from[step * std::size_t(states) + std::size_t(s)] = std::int16_t(p);
                }
            }
            next[std::size_t(s)] =
                best + kStay * std::abs(by) - valueAt(edges, places[i] + by * normals[i]);
        }
        std::swap(cost, next);
    }
    auto state = std::int16_t(std::min_element(cost.begin(), cost.end()) - cost.begin());
    std::vector<double> found(count, 0.0);
    for (std::size_t step = steps; step-- > 0;) {
        // The middle of the two rounds knows both of its sides.
        if (step >= count / 2 && step < count / 2 + count) {
            found[step % count] = state - reach;
        }
        state = from[step * std::size_t(states) + std::size_t(state)];
    }
    return found;
}

} // namespace

Outlines snappedToEdges(const Image& picture, const Outlines& outlines, double reach,
                        std::stop_token stop)
{
    if (picture.isNull() || !(reach > 0)) {
        return outlines;
    }
    const FlatPicture flat = flattened(picture, kRows);
    const cv::Mat edges = edgesOf(flat);
    const Eigen::Vector2d size(edges.cols, edges.rows);
    const int pixels = std::clamp(int(std::lround(reach * edges.rows)), 1, 60);
    Outlines snapped;
    for (const auto& outline : outlines) {
        if (stop.stop_requested()) {
            return outlines;
        }
        std::vector<Eigen::Vector2d> line;
        for (const Eigen::Vector2d& point : outline) {
            line.push_back(point.cwiseProduct(size));
        }
        std::vector<Eigen::Vector2d> places = spaced(line, kSpacing);
        const std::size_t count = places.size();
        if (count < 8) {
            snapped.push_back(outline);
            continue;
        }
        std::vector<Eigen::Vector2d> normals;
        for (std::size_t i = 0; i < count; ++i) {
            const Eigen::Vector2d way = places[(i + 3) % count] - places[(i + count - 3) % count];
            const double length = std::max(way.norm(), 1e-9);
            normals.emplace_back(-way.y() / length, way.x() / length);
        }
        const std::vector<double> by = shifts(edges, places, normals, pixels);
        std::vector<cv::Point2f> moved;
        for (std::size_t i = 0; i < count; ++i) {
            const double smooth =
                0.25 * by[(i + count - 1) % count] + 0.5 * by[i] + 0.25 * by[(i + 1) % count];
            const Eigen::Vector2d place = places[i] + smooth * normals[i];
            // At corners the ways cross: what would go back is left out.
            const Eigen::Vector2d along(normals[i].y(), -normals[i].x());
            if (!moved.empty()
                && (place - Eigen::Vector2d(moved.back().x, moved.back().y)).dot(along)
                       < 0.2 * kSpacing) {
                continue;
            }
            moved.emplace_back(float(place.x()), float(place.y()));
        }
        if (moved.size() < 8) {
            snapped.push_back(outline);
            continue;
        }
        std::vector<cv::Point2f> few;
        cv::approxPolyDP(moved, few, 0.7, true);
        std::vector<Eigen::Vector2d> polygon;
        for (const cv::Point2f& point : few) {
            polygon.push_back(Eigen::Vector2d(point.x, point.y).cwiseQuotient(size));
        }
        snapped.push_back(polygon.size() < 3 ? outline : polygon);
    }
    return snapped;
}

} // namespace dollygrip::multiplane
