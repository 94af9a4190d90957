#pragma once

#include "core/base/time.h"

#include <Eigen/Core>

#include <cstdint>
#include <string>
#include <vector>

namespace dollygrip::interchange {

/// The camera at one frame as these files have it: OpenCV axes (x right, y down, z forward),
/// metres; focal lengths and centre in picture widths and heights.
struct CameraFrame {
    Eigen::Matrix<double, 3, 4> worldToCamera = Eigen::Matrix<double, 3, 4>::Identity();
    double fx = 1;
    double fy = 1;
    double cx = 0.5;
    double cy = 0.5;
};

/// Motion as the files of video models and of other editors have it: points over frames, a camera
/// over frames, or both. Plain values.
struct MotionFile {
    int width = 0; ///< of the picture that points refer to, pixels; 0: not said
    int height = 0;
    double framesPerSecond = 0; ///< 0: not said
    FrameIndex frames = 0;
    int points = 0;
    /// [frames, points, 2] pixels from the top left corner, x right, y down.
    std::vector<float> xy;
    std::vector<std::uint8_t> visible; ///< [frames, points]
    std::vector<int> group;            ///< [points] which thing it belongs to, -1: none
    std::vector<CameraFrame> camera;   ///< [frames] or empty

    bool hasPoints() const { return points > 0 && frames > 0; }
    const float* at(FrameIndex frame, int point) const
    {
        return xy.data() + (std::size_t(frame) * std::size_t(points) + std::size_t(point)) * 2;
    }
    float* at(FrameIndex frame, int point)
    {
        return xy.data() + (std::size_t(frame) * std::size_t(points) + std::size_t(point)) * 2;
    }
    bool isVisible(FrameIndex frame, int point) const
    {
        return visible[std::size_t(frame) * std::size_t(points) + std::size_t(point)] != 0;
    }
    /// Room for so many points, all at 0, visible, of one group each.
    void resize(FrameIndex frameCount, int pointCount);
};

inline constexpr FrameIndex kMostFrames = 10'000; ///< of a file that is read
inline constexpr int kMostPoints = 100'000;

/// At other times: frame k of the result is the motion at k / `framesPerSecond` seconds, between
/// frames in a straight line; after its end it stays. A file that does not say its rate has its
/// frames spread over all of the result's. The camera's turn goes the short way.
MotionFile resampled(const MotionFile& motion, double framesPerSecond, FrameIndex frames);
/// For a picture of another size.
MotionFile rescaled(MotionFile motion, int width, int height);

} // namespace dollygrip::interchange
