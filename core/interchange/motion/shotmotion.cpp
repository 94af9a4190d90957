#include "core/interchange/motion/shotmotion.h"

namespace dollygrip::interchange {
namespace {

constexpr int kFiner = 8;

/// OpenCV axes from the film's: y down.
CameraFrame cameraFrame(const Camera& camera)
{
    const Eigen::Vector3d turned(1, -1, 1);
    const Eigen::Matrix3d turn =
        turned.asDiagonal() * camera.pose.axes().transpose() * turned.asDiagonal();
    CameraFrame frame;
    frame.worldToCamera << turn, -turn * camera.pose.position.cwiseProduct(turned);
    frame.fx = camera.focalWidths();
    frame.fy = camera.focalWidths() * camera.aspect;
    return frame;
}

} // namespace

MotionFile shotMotion(const multiplane::Stage& stage, int width, int height)
{
    multiplane::Stage fine = stage;
    fine.frames = (stage.frames - 1) * kFiner + 1;
    fine.rate.num *= kFiner;
    for (multiplane::Plane& plane : fine.planes) {
        plane.visible = {plane.visible.first * kFiner, plane.visible.end * kFiner};
    }
    const multiplane::PointTracks tracks = multiplane::Guide(fine).tracks(width, height);
    MotionFile motion;
    motion.width = width;
    motion.height = height;
    motion.framesPerSecond = fine.rate.perSecond();
    motion.resize(tracks.frames, tracks.points);
    motion.xy = tracks.xy;
    motion.visible = tracks.visible;
    motion.group = tracks.region;
    for (FrameIndex n = 0; n < fine.frames; ++n) {
        motion.camera.push_back(cameraFrame(fine.cameraAt(double(n))));
    }
    return motion;
}

} // namespace dollygrip::interchange
