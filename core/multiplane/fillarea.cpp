#include "core/multiplane/fillarea.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dollygrip::multiplane {

namespace {

using Line = std::vector<OutlinePoint>;

constexpr double kSmallestIsland = 14; // pixels of area
constexpr double kCornerRad = 0.75;    // a sharper turn stays sharp
constexpr double kStraightAfter = 4;   // pixels

/// 255 where a pixel looks like the one at the seed.
cv::Mat alikePixels(const Image& picture, int x, int y, int tolerance)
{
    cv::Mat alike(picture.height(), picture.width(), CV_8U);
    const std::uint8_t* seed = picture.pixel(x, y);
    for (int row = 0; row < picture.height(); ++row) {
        const std::uint8_t* from = picture.line(row);
        auto* to = alike.ptr<std::uint8_t>(row);
        for (int column = 0; column < picture.width(); ++column, from += 4) {
            int most = 0;
            for (int channel = 0; channel < 4; ++channel)
                most = std::max(most, std::abs(int(from[channel]) - int(seed[channel])));
            to[column] = most <= tolerance ? 255 : 0;
        }
    }
    return alike;
}

/// What hangs together with the seed in a mask of 255; 255 in the result.
cv::Mat together(const cv::Mat& mask, cv::Point seed)
{
    cv::Mat marks = cv::Mat::zeros(mask.rows + 2, mask.cols + 2, CV_8U);
    cv::floodFill(cv::Mat(mask), marks, seed, cv::Scalar(), nullptr, cv::Scalar(), cv::Scalar(),
                  4 | cv::FLOODFILL_MASK_ONLY | (255 << 8));
    return marks(cv::Rect(1, 1, mask.cols, mask.rows)).clone();
}

/// The pixel of `core` nearest to the seed, within reach of it.
bool nearest(const cv::Mat& core, cv::Point& seed, int reach)
{
    int best = std::numeric_limits<int>::max();
    cv::Point found = seed;
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const cv::Point at(seed.x + dx, seed.y + dy);
            if (at.x < 0 || at.y < 0 || at.x >= core.cols || at.y >= core.rows
                || core.at<std::uint8_t>(at) == 0 || dx * dx + dy * dy >= best)
                continue;
            best = dx * dx + dy * dy;
            found = at;
        }
    }
    seed = found;
    return best != std::numeric_limits<int>::max();
}

cv::Mat within(const cv::Mat& area, double distance)
{
    cv::Mat outside;
    cv::bitwise_not(area, outside);
    cv::Mat far;
    cv::distanceTransform(outside, far, cv::DIST_L2, 5);
    return cv::Mat(far <= distance);
}

/// The area around the seed; narrow openings in the lines hold it back.
cv::Mat flooded(const cv::Mat& alike, cv::Point seed, double gap)
{
    if (gap > 0) {
        cv::Mat away;
        cv::distanceTransform(alike, away, cv::DIST_L2, 5);
        const cv::Mat core = away > gap / 2;
        cv::Point start = seed;
        const cv::Mat reachable = together(alike, seed);
        if (nearest(cv::Mat(core & reachable), start, int(std::ceil(gap)) + 2)) {
            const cv::Mat middle = together(core, start);
            return cv::Mat(within(middle, gap / 2 + 1) & alike);
        }
    }
    return together(alike, seed);
}

/// The staircase of pixels as a line of few points, its corners marked.
Line smoothed(const std::vector<cv::Point>& chain, double detail)
{
    const auto count = std::ptrdiff_t(chain.size());
    constexpr double kWeights[] = {0.28, 0.22, 0.11, 0.03};
    std::vector<cv::Point2f> soft(chain.size());
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        double x = kWeights[0] * chain[std::size_t(i)].x;
        double y = kWeights[0] * chain[std::size_t(i)].y;
        for (std::ptrdiff_t k = 1; k < 4; ++k) {
            const cv::Point& a = chain[std::size_t((i + k) % count)];
            const cv::Point& b = chain[std::size_t((i + count * 4 - k) % count)];
            x += kWeights[k] * (a.x + b.x);
            y += kWeights[k] * (a.y + b.y);
        }
        soft[std::size_t(i)] = {float(x), float(y)};
    }
    std::vector<cv::Point2f> few;
    cv::approxPolyDP(soft, few, detail, true);
    if (few.size() < 3)
        few = soft;
    Line line;
    line.reserve(few.size());
    for (std::size_t i = 0; i < few.size(); ++i) {
        const cv::Point2f before = few[(i + few.size() - 1) % few.size()];
        const cv::Point2f after = few[(i + 1) % few.size()];
        const cv::Point2f in = few[i] - before;
        const cv::Point2f out = after - few[i];
        const double turn = std::abs(std::atan2(double(in.x) * out.y - double(in.y) * out.x,
                                                double(in.x) * out.x + double(in.y) * out.y));
        // The centre of the first pixel is (0.5, 0.5).
        line.push_back({few[i].x + 0.5, few[i].y + 0.5, turn > kCornerRad});
        // A long straight piece stays straight right up to its ends.
        const double length = std::hypot(double(out.x), double(out.y));
        if (length > 3 * kStraightAfter) {
            for (const double part : {kStraightAfter / length, 1 - kStraightAfter / length})
                line.push_back(
                    {few[i].x + 0.5 + part * out.x, few[i].y + 0.5 + part * out.y, false});
        }
    }
    return line;
}

double areaOf(const Line& line)
{
    double area = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const OutlinePoint& a = line[i];
        const OutlinePoint& b = line[(i + 1) % line.size()];
        area += a.x * b.y - b.x * a.y;
    }
    return area / 2;
}

/// Cuts from the outline to the island and goes around it.
void cutOut(Line& outline, Line island)
{
    if (areaOf(outline) * areaOf(island) > 0)
        std::reverse(island.begin(), island.end());
    std::size_t from = 0;
    std::size_t to = 0;
    double best = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < outline.size(); ++i) {
        for (std::size_t k = 0; k < island.size(); ++k) {
            const double distance =
                std::hypot(outline[i].x - island[k].x, outline[i].y - island[k].y);
            if (distance < best) {
                best = distance;
                from = i;
                to = k;
            }
        }
    }
    std::rotate(island.begin(), island.begin() + std::ptrdiff_t(to), island.end());
    island.front().isCorner = true;
    outline[from].isCorner = true;
    island.push_back(island.front());
    island.push_back(outline[from]);
    outline.insert(outline.begin() + std::ptrdiff_t(from) + 1, island.begin(), island.end());
}

} // namespace

std::vector<OutlinePoint> fillArea(const Image& picture, int x, int y, const FillOptions& options)
{
    if (picture.isNull() || x < 0 || y < 0 || x >= picture.width() || y >= picture.height())
        return {};
    const cv::Mat alike = alikePixels(picture, x, y, std::clamp(options.tolerance, 0, 254));
    cv::Mat area = flooded(alike, {x, y}, std::max(0.0, options.gap));
    if (options.grow > 0)
        area = within(area, options.grow);
    std::vector<std::vector<cv::Point>> chains;
    std::vector<cv::Vec4i> nesting;
    cv::findContours(area, chains, nesting, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE);
    int outer = -1;
    double largest = 0;
    for (std::size_t i = 0; i < chains.size(); ++i) {
        if (nesting[i][3] >= 0)
            continue;
        const double size = std::abs(cv::contourArea(chains[i]));
        if (size > largest) {
            largest = size;
            outer = int(i);
        }
    }
    if (outer < 0 || largest < 2)
        return {};
    Line outline = smoothed(chains[std::size_t(outer)], options.detail);
    for (int hole = nesting[std::size_t(outer)][2]; hole >= 0;
         hole = nesting[std::size_t(hole)][0]) {
        const auto& chain = chains[std::size_t(hole)];
        if (std::abs(cv::contourArea(chain)) >= kSmallestIsland)
            cutOut(outline, smoothed(chain, options.detail));
    }
    // A line with corners begins at one.
    const auto corner = std::find_if(outline.begin(), outline.end(),
                                     [](const OutlinePoint& point) { return point.isCorner; });
    std::rotate(outline.begin(), corner == outline.end() ? outline.begin() : corner, outline.end());
    return outline;
}

} // namespace dollygrip::multiplane
