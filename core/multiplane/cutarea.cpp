// The outline of something in a photo or a painting: GrabCut from a point or a box.

#include "core/multiplane/outlinework.h"

#include <queue>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace dollygrip::multiplane {
namespace {

constexpr int kRounds = 4;
constexpr double kSeed = 0.012;     // picture heights around a point that surely belong
constexpr double kFirstArea = 0.02; // of the picture: what is taken for the thing at first
constexpr double kFar = 0.75;       // picture heights from all points: surely not

/// How far it is to every pixel when it costs to cross edges: from all seeds at once.
cv::Mat wayFrom(const std::vector<cv::Point>& seeds, const cv::Mat& colour)
{
    cv::Mat lab;
    cv::cvtColor(colour, lab, cv::COLOR_RGB2Lab);
    cv::Mat way(colour.size(), CV_32FC1, cv::Scalar(std::numeric_limits<float>::max()));
    using Step = std::pair<float, int>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    for (const cv::Point& seed : seeds) {
        way.at<float>(seed) = 0;
        open.push({0, seed.y * colour.cols + seed.x});
    }
    while (!open.empty()) {
        const auto [far, index] = open.top();
        open.pop();
        const int x = index % colour.cols, y = index / colour.cols;
        if (far > way.at<float>(y, x)) {
            continue;
        }
        const cv::Vec3b here = lab.at<cv::Vec3b>(y, x);
        constexpr int kBeside[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
        for (const auto& by : kBeside) {
            const int nx = x + by[0], ny = y + by[1];
            if (nx < 0 || ny < 0 || nx >= colour.cols || ny >= colour.rows) {
                continue;
            }
            const cv::Vec3b there = lab.at<cv::Vec3b>(ny, nx);
            const float step = std::abs(float(here[0]) - there[0])
                               + 1.5f * std::abs(float(here[1]) - there[1])
                               + 1.5f * std::abs(float(here[2]) - there[2]);
            const float next = far + 0.6f + step * step * 0.05f;
            if (next < way.at<float>(ny, nx)) {
                way.at<float>(ny, nx) = next;
                open.push({next, ny * colour.cols + nx});
            }
        }
    }
    return way;
}

float quantile(const cv::Mat& values, double share)
{
    std::vector<float> sorted(values.begin<float>(), values.end<float>());
    const auto place = sorted.begin() + std::ptrdiff_t(share * double(sorted.size() - 1));
    std::nth_element(sorted.begin(), place, sorted.end());
    return *place;
}

} // namespace

cv::Mat cutArea(const FlatPicture& picture, const OutlineWish& wish, const std::stop_token& stop)
{
    cv::Mat colour;
    cv::GaussianBlur(picture.colour, colour, cv::Size(3, 3), 0);
    const cv::Size size = colour.size();
    cv::Mat labels(size, CV_8UC1, cv::Scalar(cv::GC_PR_BGD));
    std::vector<cv::Point> seeds;
    for (const Eigen::Vector2d& place : wish.inside) {
        seeds.push_back(pixelOf(place, size));
    }
    if (!seeds.empty()) {
        const cv::Mat way = wayFrom(seeds, colour);
        const double share = std::min(0.3, kFirstArea * double(seeds.size()));
        labels.setTo(cv::GC_PR_FGD, way <= quantile(way, share));
    }
    if (wish.box) {
        const cv::Rect box(pixelOf(wish.box->min, size), pixelOf(wish.box->max, size));
        cv::Mat beyond(size, CV_8UC1, cv::Scalar(255));
        beyond(box).setTo(0);
        if (seeds.empty()) {
            labels(box).setTo(cv::GC_PR_FGD);
        }
        labels.setTo(cv::GC_BGD, beyond);
    } else if (!seeds.empty()) {
        cv::Mat near(size, CV_8UC1, cv::Scalar(0));
        for (const cv::Point& seed : seeds) {
            cv::circle(near, seed, int(kFar * size.height), cv::Scalar(255), cv::FILLED);
        }
        labels.setTo(cv::GC_BGD, near == 0);
    }
    const int radius = std::max(1, int(std::lround(kSeed * size.height)));
    for (const cv::Point& seed : seeds) {
        cv::circle(labels, seed, radius, cv::Scalar(cv::GC_FGD), cv::FILLED);
    }
    for (const Eigen::Vector2d& place : wish.outside) {
        cv::circle(labels, pixelOf(place, size), 2 * radius, cv::Scalar(cv::GC_BGD), cv::FILLED);
    }
    cv::Mat background, foreground;
    cv::setRNGSeed(1); // the same click, the same outline
    for (int round = 0; round < kRounds; ++round) {
        if (stop.stop_requested()) {
            return {};
        }
        const cv::Mat isFront = (labels & 1) == 1; // GC_FGD and GC_PR_FGD are odd
        const int front = cv::countNonZero(isFront);
        if (front < 8 || front > int(isFront.total()) - 8) {
            break; // one of both is gone: nothing to tell apart
        }
        cv::grabCut(colour, labels, {}, background, foreground, 1,
                    round == 0 ? cv::GC_INIT_WITH_MASK : cv::GC_EVAL);
    }
    cv::Mat area = (labels & 1) == 1;
    area.setTo(0, picture.alpha < 32);
    cv::morphologyEx(area, area, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(3, 3)));
    // Of several pieces those that were pointed at; of a box's, the large ones.
    cv::Mat pieces, measures, middles;
    const int count = cv::connectedComponentsWithStats(area, pieces, measures, middles);
    int largest = 0;
    for (int piece = 1; piece < count; ++piece) {
        largest = std::max(largest, measures.at<int>(piece, cv::CC_STAT_AREA));
    }
    cv::Mat kept(size, CV_8UC1, cv::Scalar(0));
    for (int piece = 1; piece < count; ++piece) {
        const cv::Mat its = pieces == piece;
        const bool isPointedAt =
            std::any_of(seeds.begin(), seeds.end(), [&](const cv::Point& seed) {
                cv::Mat around(size, CV_8UC1, cv::Scalar(0));
                cv::circle(around, seed, radius + 1, cv::Scalar(255), cv::FILLED);
                return cv::countNonZero(its & around) > 0;
            });
        const bool isLarge = wish.box && measures.at<int>(piece, cv::CC_STAT_AREA) > largest / 5;
        if (isPointedAt || (isLarge && seeds.empty())) {
            kept |= its;
        }
    }
    fillHoles(kept, 0.04);
    return kept;
}

} // namespace dollygrip::multiplane
