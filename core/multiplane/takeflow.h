#pragma once

#include "core/multiplane/stage.h"

#include <opencv2/core/mat.hpp>
#include <opencv2/video/tracking.hpp>

#include <optional>
#include <vector>

namespace dollygrip::multiplane {

/// Does another picture come on stage at frame n, so that nothing can be carried over from the
/// frame before?
bool isCut(const Stage& stage, FrameIndex n);

/// How steady a take is, picture by picture; see TakeMeasure.
class Steadiness {
public:
    Steadiness();
    /// The next picture, CV_8U of one size. After a cut nothing is compared with what was before.
    void step(const cv::Mat& grey, bool isCut);
    std::optional<double> warpError() const;
    std::optional<double> flicker() const;

private:
    struct Mean {
        double sum = 0;
        double count = 0;
        std::optional<double> value() const
        {
            return count > 0 ? std::optional(sum / count) : std::nullopt;
        }
    };

    cv::Ptr<cv::DISOpticalFlow> m_flow;
    cv::Mat m_before;    // CV_8U
    cv::Mat m_carried;   // the one before that, carried to m_before: CV_32F
    cv::Mat m_isCarried; // CV_8U
    Mean m_warp;
    Mean m_flicker;
};

/// How like a take's pictures are to reference pictures. A crude measure without a network: the
/// best normalised correlation of the reference's inside (without a plain border), in colour, over
/// places and some sizes. It tells a lost character from a kept one, not one face from another.
class Likeness {
public:
    explicit Likeness(const std::vector<Image>& references);
    void step(const cv::Mat& colours); ///< CV_8UC3
    std::vector<double> values() const;

private:
    std::vector<cv::Mat> m_references;
    std::vector<double> m_sums;
    int m_count = 0;
};

} // namespace dollygrip::multiplane
