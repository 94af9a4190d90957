#include "core/conditioning/cameramaps.h"

#include <ATen/ATen.h>
#include <Eigen/Geometry>

namespace dollygrip::conditioning {
namespace {

struct Extrinsics {
    Eigen::Matrix3d turn; ///< world to camera
    Eigen::Vector3d shift;
};

Extrinsics extrinsicsAt(const multiplane::Stage& stage, FrameIndex frame)
{
    const CameraPose pose = stage.cameraAt(double(frame)).pose;
    // The film's y is up in world and camera; OpenCV's is down in both.
    const Eigen::Vector3d flip(1, -1, 1);
    const Eigen::Matrix3d turn = flip.asDiagonal() * pose.axes().transpose() * flip.asDiagonal();
    return {turn, -turn * flip.cwiseProduct(pose.position)};
}

struct Focal {
    double x = 0; ///< pixels
    double y = 0;
};

/// Both from the width of the gate; they are equal when width / height is the film's aspect.
Focal focalAt(const multiplane::Stage& stage, FrameIndex frame, int width, int height)
{
    const double widths = stage.cameraAt(double(frame)).focalWidths();
    return {widths * width, widths * stage.aspect * height};
}

} // namespace

at::Tensor worldToCamera(const multiplane::Stage& stage)
{
    at::Tensor poses = at::empty({stage.frames, 3, 4}, at::kDouble);
    auto values = poses.accessor<double, 3>();
    for (FrameIndex n = 0; n < stage.frames; ++n) {
        const Extrinsics camera = extrinsicsAt(stage, n);
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column) {
                values[n][row][column] = camera.turn(row, column);
            }
            values[n][row][3] = camera.shift(row);
        }
    }
    return poses;
}

at::Tensor intrinsics(const multiplane::Stage& stage, int width, int height)
{
    at::Tensor matrices = at::zeros({stage.frames, 3, 3}, at::kDouble);
    auto values = matrices.accessor<double, 3>();
    for (FrameIndex n = 0; n < stage.frames; ++n) {
        const Focal focal = focalAt(stage, n, width, height);
        values[n][0][0] = focal.x;
        values[n][1][1] = focal.y;
        values[n][0][2] = width / 2.0;
        values[n][1][2] = height / 2.0;
        values[n][2][2] = 1.0;
    }
    return matrices;
}

at::Tensor pluckerRays(const multiplane::Stage& stage, int width, int height, FrameRange range)
{
    const Extrinsics first = extrinsicsAt(stage, 0);
    const at::Tensor u = at::arange(width, at::kDouble).add_(0.5).sub_(width / 2.0);   // [W]
    const at::Tensor v = at::arange(height, at::kDouble).add_(0.5).sub_(height / 2.0); // [H]
    at::Tensor rays = at::empty({range.length(), 6, height, width}, at::kFloat);
    for (FrameIndex n = range.first; n < range.end; ++n) {
        const Focal focal = focalAt(stage, n, width, height);
        const Extrinsics camera = extrinsicsAt(stage, n);
        // Camera to the first frame's camera: w2c_0 · inverse(w2c_n).
        const Eigen::Matrix3d turn = first.turn * camera.turn.transpose();
        const Eigen::Vector3d o = first.shift - turn * camera.shift;

        const at::Tensor x = (u / focal.x).view({1, width});
        const at::Tensor y = (v / focal.y).view({height, 1});
        const at::Tensor length = (x * x + y * y + 1.0).sqrt();
        at::Tensor d[3]; // each [H, W]
        for (int row = 0; row < 3; ++row) {
            d[row] = (x * turn(row, 0) + y * turn(row, 1) + turn(row, 2)) / length;
        }
        at::Tensor map = rays[n - range.first];
        for (int row = 0; row < 3; ++row) {
            const int a = (row + 1) % 3;
            const int b = (row + 2) % 3;
            map[row].copy_(d[b] * o[a] - d[a] * o[b]);
            map[3 + row].copy_(d[row]);
        }
    }
    return rays;
}

} // namespace dollygrip::conditioning
