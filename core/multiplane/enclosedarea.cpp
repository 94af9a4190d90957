// The outline of something drawn: what its lines enclose.

#include "core/multiplane/outlinework.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace dollygrip::multiplane {
namespace {

constexpr int kLikeness = 40;    // of a channel: the same colour to the eye, with its soft edges
constexpr int kInk = 72;         // difference from the ground that is a line
constexpr double kLargest = 0.6; // of the picture: more is its ground
constexpr int kLineWidth = 7;    // pixels of a line that belong to what it encloses

cv::Mat disc(int radius)
{
    return cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(2 * radius + 1, 2 * radius + 1));
}

/// 255 where the colour is not that of the seed.
cv::Mat unlike(const cv::Mat& colour, const cv::Vec3b& seed, int by)
{
    cv::Mat like;
    const cv::Scalar low(seed[0] - by, seed[1] - by, seed[2] - by);
    const cv::Scalar high(seed[0] + by, seed[1] + by, seed[2] + by);
    cv::inRange(colour, low, high, like);
    return 255 - like;
}

/// The commonest colour.
cv::Vec3b ground(const cv::Mat& colour)
{
    std::vector<int> bins(4096, 0);
    for (int y = 0; y < colour.rows; ++y) {
        const auto* line = colour.ptr<cv::Vec3b>(y);
        for (int x = 0; x < colour.cols; ++x) {
            ++bins[std::size_t((line[x][0] >> 4) << 8 | (line[x][1] >> 4) << 4 | line[x][2] >> 4)];
        }
    }
    const int best = int(std::max_element(bins.begin(), bins.end()) - bins.begin());
    cv::Scalar sum(0, 0, 0);
    int count = 0;
    for (int y = 0; y < colour.rows; y += 2) {
        const auto* line = colour.ptr<cv::Vec3b>(y);
        for (int x = 0; x < colour.cols; x += 2) {
            if (((line[x][0] >> 4) << 8 | (line[x][1] >> 4) << 4 | line[x][2] >> 4) == best) {
                sum += cv::Scalar(line[x][0], line[x][1], line[x][2]);
                ++count;
            }
        }
    }
    count = std::max(1, count);
    return {std::uint8_t(sum[0] / count), std::uint8_t(sum[1] / count),
            std::uint8_t(sum[2] / count)};
}

/// What can be reached from a pixel without crossing what is 255 in `barrier`.
cv::Mat reached(const cv::Mat& barrier, cv::Point from)
{
    cv::Mat mask;
    cv::copyMakeBorder(barrier, mask, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(255));
    cv::Mat unused = barrier.clone();
    cv::floodFill(unused, mask, from, cv::Scalar(128), nullptr, cv::Scalar(), cv::Scalar(),
                  4 | (100 << 8) | cv::FLOODFILL_MASK_ONLY);
    return cv::Mat(mask == 100)(cv::Rect(1, 1, barrier.cols, barrier.rows)).clone();
}

bool isGround(const cv::Mat& area)
{
    const double share = double(cv::countNonZero(area)) / double(area.total());
    if (share > kLargest) {
        return true;
    }
    // It runs along the picture's edge for a good part of it.
    const double edge = cv::countNonZero(area.row(0)) + cv::countNonZero(area.row(area.rows - 1))
                        + cv::countNonZero(area.col(0)) + cv::countNonZero(area.col(area.cols - 1));
    return edge > 0.3 * (2.0 * area.cols + 2.0 * area.rows);
}

/// The area grown into its own lines, and what it encloses.
cv::Mat withItsLines(cv::Mat area, const cv::Mat& barrier)
{
    for (int step = 0; step < kLineWidth; ++step) {
        cv::Mat wider;
        cv::dilate(area, wider, disc(1));
        wider &= barrier;
        cv::bitwise_or(area, wider, area);
    }
    fillHoles(area, 1.0);
    return area;
}

/// The enclosed area around a point; empty when it lies on the ground.
cv::Mat areaAround(const cv::Mat& colour, cv::Point seed)
{
    const cv::Mat barrier = unlike(colour, colour.at<cv::Vec3b>(seed), kLikeness);
    // A gap is closed by the smallest brush that keeps the fill from running out.
    for (const int gap : {0, 2, 4, 7, 11}) {
        cv::Mat closed = barrier;
        if (gap > 0) {
            cv::dilate(barrier, closed, disc(gap));
        }
        if (closed.at<std::uint8_t>(seed) != 0) {
            break; // a narrow place: the brush fills all of it
        }
        cv::Mat area = reached(closed, seed);
        if (isGround(area)) {
            continue;
        }
        if (gap > 0) { // back to the lines that it was kept from
            cv::dilate(area, area, disc(gap));
            area &= ~barrier;
        }
        return withItsLines(area, barrier);
    }
    return {};
}

/// All ink that hangs together with the ink near a point, and what it encloses.
cv::Mat figureAt(const cv::Mat& ink, cv::Point seed)
{
    cv::Mat joined;
    cv::dilate(ink, joined, disc(2));
    if (joined.at<std::uint8_t>(seed) == 0) {
        return {};
    }
    cv::Mat figure = reached(~joined, seed);
    cv::Mat closed;
    cv::morphologyEx(figure, closed, cv::MORPH_CLOSE, disc(6));
    fillHoles(closed, 1.0);
    cv::erode(closed, closed, disc(2));
    closed |= figure & ink;
    return closed;
}

cv::Mat drawnIn(const cv::Mat& ink, const OutlineWish::Box& box)
{
    const cv::Point low = pixelOf(box.min, ink.size()), high = pixelOf(box.max, ink.size());
    const cv::Rect part(low, high + cv::Point(1, 1));
    cv::Mat joined;
    cv::dilate(ink, joined, disc(2));
    cv::Mat labels, measures, middles;
    const int count = cv::connectedComponentsWithStats(joined, labels, measures, middles);
    cv::Mat inside(ink.size(), CV_8UC1, cv::Scalar(0));
    for (int label = 1; label < count; ++label) {
        const cv::Rect place(measures.at<int>(label, cv::CC_STAT_LEFT),
                             measures.at<int>(label, cv::CC_STAT_TOP),
                             measures.at<int>(label, cv::CC_STAT_WIDTH),
                             measures.at<int>(label, cv::CC_STAT_HEIGHT));
        const cv::Rect common = place & part;
        if (common.empty()) {
            continue;
        }
        const cv::Mat its = labels(common) == label;
        const double share =
            double(cv::countNonZero(its)) / measures.at<int>(label, cv::CC_STAT_AREA);
        if (share > 0.8) { // all of it, also what sticks out a little
            inside |= labels == label;
        } else { // cut off at the box
            cv::Mat cut = inside(common);
            cut |= its;
        }
    }
    cv::morphologyEx(inside, inside, cv::MORPH_CLOSE, disc(6));
    fillHoles(inside, 1.0);
    cv::erode(inside, inside, disc(2));
    return inside;
}

} // namespace

cv::Mat enclosedArea(const FlatPicture& picture, const OutlineWish& wish,
                     const std::stop_token& stop)
{
    const cv::Mat& colour = picture.colour;
    const cv::Mat ink = unlike(colour, ground(colour), kInk);
    cv::Mat all(colour.size(), CV_8UC1, cv::Scalar(0));
    if (wish.box) {
        all |= drawnIn(ink, *wish.box);
    }
    const auto areaOf = [&](const Eigen::Vector2d& place) {
        const cv::Point seed = pixelOf(place, colour.size());
        cv::Mat area;
        // On a thin line the line is meant, and with it the figure; a wide patch is an area.
        cv::Mat patch;
        cv::erode(ink, patch, disc(5));
        const bool isOnLine =
            ink.at<std::uint8_t>(seed) != 0 && reached(~ink, seed).dot(patch) == 0;
        if (!isOnLine) {
            area = areaAround(colour, seed);
        }
        return area.empty() ? figureAt(ink, seed) : area;
    };
    for (const Eigen::Vector2d& place : wish.inside) {
        if (stop.stop_requested()) {
            return {};
        }
        const cv::Mat area = areaOf(place);
        if (!area.empty()) {
            all |= area;
        }
    }
    for (const Eigen::Vector2d& place : wish.outside) {
        if (stop.stop_requested()) {
            return {};
        }
        const cv::Mat area = areaOf(place);
        if (!area.empty()) {
            all &= ~area;
        }
    }
    return all;
}

} // namespace dollygrip::multiplane
