#include "core/multiplane/edgelikeness.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace dollygrip::multiplane {

cv::Mat edgesOf(const cv::Mat& grey)
{
    cv::Mat soft;
    grey.convertTo(soft, CV_32F, 1.0 / 255);
    cv::GaussianBlur(soft, soft, {5, 5}, 1.2);
    cv::Mat across;
    cv::Mat down;
    cv::Sobel(soft, across, CV_32F, 1, 0);
    cv::Sobel(soft, down, CV_32F, 0, 1);
    cv::Mat edges;
    cv::magnitude(across, down, edges);
    return edges;
}

double edgesAlike(const cv::Mat& edges, const cv::Point2f& at, const cv::Mat& others,
                  const cv::Point2f& there)
{
    const cv::Size window(25, 25);
    cv::Mat one;
    cv::Mat other;
    cv::getRectSubPix(edges, window, at, one);
    cv::getRectSubPix(others, window, there, other);
    one -= cv::mean(one);
    other -= cv::mean(other);
    const double lengths = cv::norm(one) * cv::norm(other);
    constexpr double kNothing = 1e-3; // of even ground
    return lengths > kNothing ? one.dot(other) / lengths : 0.0;
}

} // namespace dollygrip::multiplane
