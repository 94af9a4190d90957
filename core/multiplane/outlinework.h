#pragma once

#include "core/multiplane/findoutline.h"

#include <opencv2/core.hpp>

#include <stop_token>

namespace dollygrip::multiplane {

// The steps of findOutline(). Masks are CV_8UC1, 255 inside; pictures CV_8UC3 on their ground.

/// What is drawn, on white, at most `rows` high and twice as wide; `alpha` of the same size.
struct FlatPicture {
    cv::Mat colour; ///< CV_8UC3
    cv::Mat alpha;  ///< CV_8UC1
};
FlatPicture flattened(const Image& picture, int rows);

/// Lines on an even ground.
bool looksDrawn(const FlatPicture& picture);
/// In a drawing.
cv::Mat enclosedArea(const FlatPicture& picture, const OutlineWish& wish,
                     const std::stop_token& stop);
/// In a photo or a painting.
cv::Mat cutArea(const FlatPicture& picture, const OutlineWish& wish, const std::stop_token& stop);

/// The area's polygons in units of the picture, without what is smaller than `smallest` pixels.
Outlines outlinesOf(const cv::Mat& area, double smallest);
/// Fills holes that are smaller than this share of the area around them.
void fillHoles(cv::Mat& area, double share);
/// Pixel of a place in units of the picture, within it.
cv::Point pixelOf(const Eigen::Vector2d& place, const cv::Size& size);

} // namespace dollygrip::multiplane
