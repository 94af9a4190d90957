#include "core/multiplane/takeflow.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace dollygrip::multiplane {
namespace {

constexpr int kFlowWidth = 320;
constexpr float kReturn = 0.7F; ///< pixels between a place and its way there and back
constexpr int kSearchWidth = 200;

/// Where to look in the other picture for what lies at each pixel.
cv::Mat lookup(const cv::Mat& flow)
{
    cv::Mat map(flow.size(), CV_32FC2);
    for (int y = 0; y < flow.rows; ++y) {
        for (int x = 0; x < flow.cols; ++x) {
            map.at<cv::Point2f>(y, x) = flow.at<cv::Point2f>(y, x) + cv::Point2f(x, y);
        }
    }
    return map;
}

/// 255 where the way there and back ends where it began, inside the picture.
cv::Mat returns(const cv::Mat& there, const cv::Mat& back)
{
    cv::Mat found;
    cv::remap(back, found, lookup(there), cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
              cv::Scalar::all(1e6));
    cv::Mat good(there.size(), CV_8U);
    for (int y = 0; y < there.rows; ++y) {
        for (int x = 0; x < there.cols; ++x) {
            const cv::Point2f off = there.at<cv::Point2f>(y, x) + found.at<cv::Point2f>(y, x);
            good.at<uchar>(y, x) = cv::norm(off) < kReturn ? 255 : 0;
        }
    }
    return good;
}

/// The rectangle of what differs from the first corner's colour.
cv::Rect inside(const cv::Mat& picture)
{
    const cv::Vec3b border = picture.at<cv::Vec3b>(0, 0);
    cv::Mat differs(picture.size(), CV_8U, cv::Scalar(0));
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            const cv::Vec3b pixel = picture.at<cv::Vec3b>(y, x);
            int most = 0;
            for (int c = 0; c < 3; ++c) {
                most = std::max(most, std::abs(int(pixel[c]) - int(border[c])));
            }
            differs.at<uchar>(y, x) = most > 12 ? 255 : 0;
        }
    }
    const cv::Rect box = cv::boundingRect(differs);
    return box.area() > 0 ? box : cv::Rect(0, 0, picture.cols, picture.rows);
}

} // namespace

bool isCut(const Stage& stage, FrameIndex n)
{
    return n > 0 && std::any_of(stage.planes.begin(), stage.planes.end(), [n](const Plane& plane) {
               return !plane.visible.isEmpty() && plane.visible.first == n;
           });
}

Steadiness::Steadiness() : m_flow(cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_FAST)) {}

void Steadiness::step(const cv::Mat& grey, bool isCut)
{
    const double factor = std::min(1.0, double(kFlowWidth) / grey.cols);
    cv::Mat now;
    cv::resize(grey, now, {}, factor, factor, cv::INTER_AREA);
    if (m_before.empty() || isCut || now.cols < 32 || now.rows < 32) {
        m_before = now;
        m_carried.release();
        return;
    }
    cv::Mat forth;
    cv::Mat back;
    m_flow->calc(now, m_before, back);
    m_flow->calc(m_before, now, forth);
    cv::Mat before;
    m_before.convertTo(before, CV_32F, 1 / 255.0);
    cv::Mat carried;
    cv::remap(before, carried, lookup(back), cv::noArray(), cv::INTER_LINEAR);
    cv::Mat good = returns(back, forth);
    cv::Mat picture;
    now.convertTo(picture, CV_32F, 1 / 255.0);
    const int count = cv::countNonZero(good);
    if (count > 0) {
        m_warp.sum += cv::mean(cv::abs(picture - carried), good)[0] * count;
        m_warp.count += count;
    }
    if (!m_carried.empty()) {
        // Of three pictures in a row the middle one against the mean of its neighbours.
        cv::Mat next;
        cv::remap(picture, next, lookup(forth), cv::noArray(), cv::INTER_LINEAR);
        cv::Mat both;
        cv::bitwise_and(m_isCarried, returns(forth, back), both);
        const int seen = cv::countNonZero(both);
        if (seen > 0) {
            m_flicker.sum += cv::mean(cv::abs(before - (m_carried + next) / 2), both)[0] * seen;
            m_flicker.count += seen;
        }
    }
    m_carried = carried;
    m_isCarried = good;
    m_before = now;
}

std::optional<double> Steadiness::warpError() const
{
    return m_warp.value();
}

std::optional<double> Steadiness::flicker() const
{
    return m_flicker.value();
}

Likeness::Likeness(const std::vector<Image>& references) : m_sums(references.size(), 0)
{
    for (const Image& image : references) {
        const cv::Mat rgba(image.height(), image.width(), CV_8UC4,
                           const_cast<std::uint8_t*>(image.pixels())); // read only
        cv::Mat onWhite(rgba.size(), CV_8UC3);
        for (int y = 0; y < rgba.rows; ++y) {
            for (int x = 0; x < rgba.cols; ++x) {
                const cv::Vec4b pixel = rgba.at<cv::Vec4b>(y, x);
                for (int c = 0; c < 3; ++c) {
                    onWhite.at<cv::Vec3b>(y, x)[c] = uchar(pixel[c] + 255 - pixel[3]);
                }
            }
        }
        m_references.push_back(onWhite(inside(onWhite)).clone());
    }
}

void Likeness::step(const cv::Mat& colours)
{
    if (m_references.empty()) {
        return;
    }
    const double factor = std::min(1.0, double(kSearchWidth) / colours.cols);
    cv::Mat picture;
    cv::resize(colours, picture, {}, factor, factor, cv::INTER_AREA);
    ++m_count;
    for (std::size_t k = 0; k < m_references.size(); ++k) {
        double best = 0;
        for (const double height : {0.2, 0.28, 0.4, 0.55, 0.75, 1.0}) {
            const cv::Mat& reference = m_references[k];
            const int rows = int(std::lround(height * picture.rows));
            const int columns =
                int(std::lround(double(rows) * reference.cols / std::max(1, reference.rows)));
            if (rows < 8 || columns < 8 || columns > picture.cols || rows > picture.rows) {
                continue;
            }
            cv::Mat small;
            cv::resize(reference, small, {columns, rows}, 0, 0, cv::INTER_AREA);
            cv::Mat match;
            cv::matchTemplate(picture, small, match, cv::TM_CCOEFF_NORMED);
            cv::patchNaNs(match, 0);
            double most = 0;
            cv::minMaxLoc(match, nullptr, &most);
            best = std::max(best, most);
        }
        m_sums[k] += std::min(best, 1.0);
    }
}

std::vector<double> Likeness::values() const
{
    std::vector<double> values;
    for (const double sum : m_sums) {
        values.push_back(m_count > 0 ? sum / m_count : 0);
    }
    return values;
}

} // namespace dollygrip::multiplane
