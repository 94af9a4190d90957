#include "core/interchange/motion/motionfile.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dollygrip::interchange {
namespace {

CameraFrame between(const CameraFrame& a, const CameraFrame& b, double part)
{
    const Eigen::Quaterniond turnA(Eigen::Matrix3d(a.worldToCamera.leftCols<3>()));
    const Eigen::Quaterniond turnB(Eigen::Matrix3d(b.worldToCamera.leftCols<3>()));
    const Eigen::Matrix3d turn = turnA.slerp(part, turnB).toRotationMatrix();
    // Places travel in straight lines in the world, not as the camera sees them.
    const auto place = [](const CameraFrame& frame) -> Eigen::Vector3d {
        return -frame.worldToCamera.leftCols<3>().transpose() * frame.worldToCamera.col(3);
    };
    const Eigen::Vector3d position = (1 - part) * place(a) + part * place(b);
    const auto mixed = [part](double x, double y) { return (1 - part) * x + part * y; };
    CameraFrame result;
    result.worldToCamera << turn, -turn * position;
    result.fx = mixed(a.fx, b.fx);
    result.fy = mixed(a.fy, b.fy);
    result.cx = mixed(a.cx, b.cx);
    result.cy = mixed(a.cy, b.cy);
    return result;
}

} // namespace

void MotionFile::resize(FrameIndex frameCount, int pointCount)
{
    frames = frameCount;
    points = pointCount;
    const std::size_t count = std::size_t(frameCount) * std::size_t(pointCount);
    xy.assign(count * 2, 0.0F);
    visible.assign(count, 1);
    group.resize(std::size_t(pointCount));
    std::iota(group.begin(), group.end(), 0);
}

MotionFile resampled(const MotionFile& motion, double framesPerSecond, FrameIndex frames)
{
    MotionFile result;
    result.width = motion.width;
    result.height = motion.height;
    result.framesPerSecond = framesPerSecond;
    result.resize(frames, motion.points);
    result.group = motion.group;
    const double last = double(std::max<FrameIndex>(motion.frames - 1, 0));
    const double pace = motion.framesPerSecond > 0
                            ? motion.framesPerSecond / framesPerSecond
                            : last / double(std::max<FrameIndex>(frames - 1, 1));
    for (FrameIndex k = 0; k < frames; ++k) {
        const double time = std::min(double(k) * pace, last);
        const auto before = FrameIndex(std::floor(time + 1e-9));
        const FrameIndex after = std::min<FrameIndex>(before + 1, FrameIndex(last));
        const double part = std::clamp(time - double(before), 0.0, 1.0);
        for (int point = 0; point < motion.points; ++point) {
            for (int axis = 0; axis < 2; ++axis) {
                result.at(k, point)[axis] = float((1 - part) * motion.at(before, point)[axis]
                                                  + part * motion.at(after, point)[axis]);
            }
            const FrameIndex nearest = part < 0.5 ? before : after;
            result.visible[std::size_t(k) * std::size_t(motion.points) + std::size_t(point)] =
                motion.isVisible(nearest, point) ? 1 : 0;
        }
        if (!motion.camera.empty()) {
            result.camera.push_back(between(motion.camera[std::size_t(before)],
                                            motion.camera[std::size_t(after)], part));
        }
    }
    return result;
}

MotionFile rescaled(MotionFile motion, int width, int height)
{
    if (motion.width > 0 && motion.height > 0) {
        const float across = float(width) / float(motion.width);
        const float down = float(height) / float(motion.height);
        for (std::size_t i = 0; i + 1 < motion.xy.size(); i += 2) {
            motion.xy[i] *= across;
            motion.xy[i + 1] *= down;
        }
    }
    motion.width = width;
    motion.height = height;
    return motion;
}

} // namespace dollygrip::interchange
