#include "core/multiplane/findoutline.h"

#include "core/multiplane/outlinework.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

constexpr int kDrawingRows = 720;
constexpr int kPhotoRows = 300;
constexpr double kGround = 0.45;      // of a picture: even ground or nothing, then it is drawn
constexpr double kPhotoReach = 0.006; // picture heights that a photo's contour is drawn to edges

} // namespace

cv::Point pixelOf(const Eigen::Vector2d& place, const cv::Size& size)
{
    const auto index = [](double at, int count) {
        return int(std::clamp(std::floor(at * count), 0.0, double(count - 1)));
    };
    return {index(place.x(), size.width), index(place.y(), size.height)};
}

FlatPicture flattened(const Image& picture, int rows)
{
    const cv::Mat source(picture.height(), picture.width(), CV_8UC4,
                         const_cast<std::uint8_t*>(picture.pixels()));
    const double scale =
        std::min({1.0, double(rows) / picture.height(), 2.0 * double(rows) / picture.width()});
    cv::Mat small;
    const cv::Size size(std::max(1, int(std::lround(picture.width() * scale))),
                        std::max(1, int(std::lround(picture.height() * scale))));
    cv::resize(source, small, size, 0, 0, cv::INTER_AREA);
    FlatPicture flat{cv::Mat(size, CV_8UC3), cv::Mat(size, CV_8UC1)};
    for (int y = 0; y < size.height; ++y) {
        const auto* from = small.ptr<cv::Vec4b>(y);
        auto* colour = flat.colour.ptr<cv::Vec3b>(y);
        auto* alpha = flat.alpha.ptr<std::uint8_t>(y);
        for (int x = 0; x < size.width; ++x) {
            alpha[x] = from[x][3];
            for (int c = 0; c < 3; ++c) { // premultiplied
                colour[x][c] = std::uint8_t(std::min(255, from[x][c] + 255 - from[x][3]));
            }
        }
    }
    return flat;
}

bool looksDrawn(const FlatPicture& picture)
{
    const double count = double(picture.colour.total());
    const double empty = count - cv::countNonZero(picture.alpha > 32);
    if (empty > kGround * count) {
        return true;
    }
    // The share of the commonest colour, as a ground that is even to the eye.
    std::vector<int> bins(std::size_t(32) * 32 * 32, 0);
    for (int y = 0; y < picture.colour.rows; ++y) {
        const auto* line = picture.colour.ptr<cv::Vec3b>(y);
        for (int x = 0; x < picture.colour.cols; ++x) {
            ++bins[std::size_t((line[x][0] >> 3) << 10 | (line[x][1] >> 3) << 5 | line[x][2] >> 3)];
        }
    }
    return *std::max_element(bins.begin(), bins.end()) > kGround * count;
}

void fillHoles(cv::Mat& area, double share)
{
    std::vector<std::vector<cv::Point>> contours;
    std::vector<cv::Vec4i> family;
    cv::findContours(area, contours, family, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    for (std::size_t i = 0; i < contours.size(); ++i) {
        const int parent = family[i][3];
        if (parent >= 0
            && cv::contourArea(contours[i])
                   <= share * cv::contourArea(contours[std::size_t(parent)])) {
            cv::drawContours(area, contours, int(i), cv::Scalar(255), cv::FILLED);
        }
    }
}

Outlines outlinesOf(const cv::Mat& area, double smallest)
{
    // Twice as fine, so that the steps of pixels are no corners.
    cv::Mat fine;
    cv::resize(area, fine, area.size() * 2, 0, 0, cv::INTER_LINEAR);
    cv::GaussianBlur(fine, fine, cv::Size(5, 5), 0);
    fine = fine > 127;
    cv::copyMakeBorder(fine, fine, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    std::vector<std::vector<cv::Point>> contours;
    std::vector<cv::Vec4i> family;
    cv::findContours(fine, contours, family, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE);
    const auto polygon = [&](std::size_t index) {
        std::vector<cv::Point> points;
        cv::approxPolyDP(contours[index], points, 1.2, true);
        std::vector<Eigen::Vector2d> line;
        for (const cv::Point& point : points) {
            line.emplace_back((point.x - 0.5) / (2.0 * area.cols),
                              (point.y - 0.5) / (2.0 * area.rows));
        }
        return line;
    };
    Outlines outlines;
    for (std::size_t i = 0; i < contours.size(); ++i) {
        if (family[i][3] >= 0 || cv::contourArea(contours[i]) < 4 * smallest) {
            continue;
        }
        std::vector<Eigen::Vector2d> outline = polygon(i);
        if (outline.size() < 3) {
            continue;
        }
        // A hole hangs on the outline by a way there and back, which cancels out.
        for (int hole = family[i][2]; hole >= 0; hole = family[std::size_t(hole)][0]) {
            const auto inner = polygon(std::size_t(hole));
            if (inner.size() < 3 || cv::contourArea(contours[std::size_t(hole)]) < 4 * smallest) {
                continue;
            }
            const Eigen::Vector2d start = outline.front();
            outline.push_back(start);
            outline.insert(outline.end(), inner.begin(), inner.end());
            outline.push_back(inner.front());
        }
        outlines.push_back(std::move(outline));
    }
    return outlines;
}

FoundOutline findOutline(const Image& picture, const OutlineWish& wish, std::stop_token stop)
{
    FoundOutline found;
    if (picture.isNull() || wish.isEmpty()) {
        return found;
    }
    FlatPicture flat = flattened(picture, kDrawingRows);
    found.isDrawing = looksDrawn(flat);
    if (stop.stop_requested()) {
        return found;
    }
    if (found.isDrawing) {
        const cv::Mat area = enclosedArea(flat, wish, stop);
        if (!stop.stop_requested() && !area.empty()) {
            found.outlines = outlinesOf(area, 12);
        }
        return found;
    }
    const cv::Mat area = cutArea(flattened(picture, kPhotoRows), wish, stop);
    if (stop.stop_requested() || area.empty()) {
        return found;
    }
    found.outlines = snappedToEdges(picture, outlinesOf(area, 20), kPhotoReach, stop);
    if (stop.stop_requested()) {
        found.outlines.clear();
    }
    return found;
}

} // namespace dollygrip::multiplane
