#include "core/takes/takerequest.h"

#include "core/project/stageshot.h"

#include <algorithm>
#include <cmath>

namespace dollygrip {
namespace {

constexpr int kDraftWidth = 960;
constexpr double kMostDetail = 2.0; // a drawing is painted at most twice as fine as the picture

/// How many times larger than at the start the camera will see the drawing at most: then strokes
/// are painted finer, so that a push-in stays crisp.
double largestMagnification(const Shot& shot, double framesPerSecond)
{
    constexpr int kSamples = 16;
    const CameraPose start = shot.camera.startPose();
    const Eigen::Vector3d forward = start.axes().col(2);
    double largest = 1.0;
    for (int i = 0; i <= kSamples; ++i) {
        const double fraction = double(i) / kSamples;
        const CameraPose pose =
            shot.camera.at(fraction, fraction * double(shot.length) / framesPerSecond);
        const double way = forward.dot(pose.position - start.position);
        for (const auto& panel : shot.panels) {
            for (const Layer& layer : panel->layers) {
                const double depth = layer.depthM - way;
                if (depth > 0 && !layer.isPinnedToCamera) {
                    largest =
                        std::max(largest, pose.focalMm / start.focalMm * layer.depthM / depth);
                }
            }
        }
    }
    return std::min(largest, kMostDetail);
}

} // namespace

generator::Request takeRequest(const Shot& shot, const Film& film, const PanelPainter& painter,
                               generator::Quality quality)
{
    const QSize full = film.settings.size;
    generator::Request request;
    request.quality = quality;
    request.width = full.width();
    request.height = full.height();
    double detail = 1.0;
    if (quality == generator::Quality::Draft) {
        request.width = std::min(kDraftWidth, full.width());
        request.height =
            std::max(2, int(std::lround(request.width / film.settings.aspect() / 2)) * 2);
    } else {
        detail = largestMagnification(shot, film.settings.rate.perSecond());
    }
    request.prompt = shot.prompt.toStdString();
    request.negativePrompt = shot.negativePrompt.toStdString();
    request.seed = shot.seed;
    request.stage =
        stageShot(shot, painter, film.settings, int(std::lround(request.height * detail)));
    return request;
}

} // namespace dollygrip
