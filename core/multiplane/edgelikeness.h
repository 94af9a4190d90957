#pragma once

#include <opencv2/core/mat.hpp>

namespace dollygrip::multiplane {

/// How strongly brightness changes at each pixel of a CV_8U picture, a little blurred: CV_32F. What
/// a drawing and a painting of the same thing have in common.
cv::Mat edgesOf(const cv::Mat& grey);

/// How much the edges around two points are alike, -1…1 (a correlation over 25 x 25 pixels); 0
/// where one side has none. About 0 for pictures that have nothing to do with each other.
double edgesAlike(const cv::Mat& edges, const cv::Point2f& at, const cv::Mat& others,
                  const cv::Point2f& there);

} // namespace dollygrip::multiplane
