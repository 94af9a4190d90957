#include "core/conditioning/cameramaps.h"

#include <ATen/ATen.h>
#include <Eigen/Geometry>

#include <algorithm>
#include <cstdint>

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

struct Lens {
    double focalX = 0; ///< all in pixels
    double focalY = 0;
    double middleX = 0;
    double middleY = 0;
};

/// rays [6, height, width] of a camera, seen from the first one's.
void fillRays(at::Tensor rays, const Extrinsics& first, const Extrinsics& camera, const Lens& lens,
              int width, int height)
{
    // Camera to the first frame's camera: w2c_0 · inverse(w2c_n).
    const Eigen::Matrix3d turn = first.turn * camera.turn.transpose();
    const Eigen::Vector3d o = first.shift - turn * camera.shift;
    const auto away = [](int count, double middle, double focal) {
        return at::arange(count, at::kDouble).add_(0.5).sub_(middle).div_(focal);
    };
    const at::Tensor x = away(width, lens.middleX, lens.focalX).view({1, width});
    const at::Tensor y = away(height, lens.middleY, lens.focalY).view({height, 1});
    const at::Tensor length = (x * x + y * y + 1.0).sqrt();
    at::Tensor d[3]; // each [H, W]
    for (int row = 0; row < 3; ++row) {
        d[row] = (x * turn(row, 0) + y * turn(row, 1) + turn(row, 2)) / length;
    }
    for (int row = 0; row < 3; ++row) {
        const int a = (row + 1) % 3;
        const int b = (row + 2) % 3;
        rays[row].copy_(d[b] * o[a] - d[a] * o[b]);
        rays[3 + row].copy_(d[row]);
    }
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

at::Tensor pluckerRays(const at::Tensor& worldToCamera, const at::Tensor& intrinsics, int width,
                       int height)
{
    const std::int64_t frames = worldToCamera.size(0);
    const auto pose = worldToCamera.accessor<double, 3>();
    const auto lens = intrinsics.accessor<double, 3>();
    const auto camera = [&](std::int64_t n) {
        Extrinsics result;
        for (int row = 0; row < 3; ++row) {
            result.turn.row(row) << pose[n][row][0], pose[n][row][1], pose[n][row][2];
            result.shift[row] = pose[n][row][3];
        }
        return result;
    };
    at::Tensor rays = at::empty({frames, 6, height, width}, at::kFloat);
    for (std::int64_t n = 0; n < frames; ++n) {
        const Extrinsics from = camera(n);
        fillRays(rays[n], camera(0), from,
                 {lens[n][0][0], lens[n][1][1], lens[n][0][2], lens[n][1][2]}, width, height);
    }
    return rays;
}

at::Tensor pluckerRays(const multiplane::Stage& stage, int width, int height, FrameRange range)
{
    const Extrinsics first = extrinsicsAt(stage, 0);
    at::Tensor rays = at::empty({range.length(), 6, height, width}, at::kFloat);
    for (FrameIndex n = range.first; n < range.end; ++n) {
        const Focal focal = focalAt(stage, n, width, height);
        fillRays(rays[n - range.first], first, extrinsicsAt(stage, n),
                 {focal.x, focal.y, width / 2.0, height / 2.0}, width, height);
    }
    return rays;
}

at::Tensor intrinsicsOfFile(const at::Tensor& normalised, int width, int height)
{
    constexpr double kAspect = 1280.0 / 720.0; // of the pictures such files speak of
    const auto lens = normalised.accessor<double, 2>();
    at::Tensor matrices = at::zeros({normalised.size(0), 3, 3}, at::kDouble);
    auto values = matrices.accessor<double, 3>();
    const bool isNarrower = kAspect > double(width) / height;
    for (std::int64_t n = 0; n < normalised.size(0); ++n) {
        values[n][0][0] = lens[n][0] * (isNarrower ? height * kAspect : width);
        values[n][1][1] = lens[n][1] * (isNarrower ? height : width / kAspect);
        values[n][0][2] = lens[n][2] * width;
        values[n][1][2] = lens[n][3] * height;
        values[n][2][2] = 1.0;
    }
    return matrices;
}

at::Tensor packedRays(const at::Tensor& rays, bool startsShot)
{
    constexpr std::int64_t kFrames = 4;
    const std::int64_t height = rays.size(2);
    const std::int64_t width = rays.size(3);
    const std::int64_t extra = startsShot ? kFrames - 1 : 0;
    TORCH_CHECK((rays.size(0) + extra) % kFrames == 0, "1 + 4n frames at a start, else 4n");
    const std::int64_t count = (rays.size(0) + extra) / kFrames;
    at::Tensor packed = at::empty({6, kFrames, count, height, width}, rays.options());
    for (std::int64_t t = 0; t < count; ++t) {
        for (std::int64_t k = 0; k < kFrames; ++k) {
            const std::int64_t frame = std::max<std::int64_t>(t * kFrames + k - extra, 0);
            packed.select(1, k).select(1, t).copy_(rays[frame]);
        }
    }
    return packed.view({6 * kFrames, count, height, width});
}

} // namespace dollygrip::conditioning
