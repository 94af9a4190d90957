#include "core/takes/takerequest.h"

#include "core/generator/loracontent.h"
#include "core/project/castofshot.h"
#include "core/project/pictureimport.h"
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

conditioning::Steering steeringOf(const Shooting& shooting)
{
    conditioning::Steering steering;
    steering.look = shooting.look;
    steering.strength = shooting.strength;
    steering.givesFirstPanel = shooting.givesFirstPanel;
    steering.givesLastPanel = shooting.givesLastPanel;
    steering.givesKeyPanels = shooting.givesKeyPanels;
    steering.whiteOnBlackLayout = shooting.whiteOnBlackLayout;
    steering.tracks = shooting.tracks;
    steering.startSigma = shooting.startSigma;
    steering.heldSigma = shooting.heldSigma;
    return steering;
}

/// The pictures of everyone who is seen, as many as there are, the leading member's first.
Result<std::vector<conditioning::Reference>> referencesOf(const Shot& shot, const Film& film)
{
    std::vector<conditioning::Reference> references;
    for (const auto& member : castOfShot(shot, film)) {
        for (const QString& hash : member->pictures) {
            const auto asset = film.assets.value(hash);
            if (!asset) {
                return Error{ErrorCode::NotFound, member->name.toStdString(),
                             "picture " + hash.toStdString()};
            }
            const auto picture = decodePicture(*asset);
            if (!picture) {
                return picture.error();
            }
            references.push_back({member->name.toStdString(), *picture});
        }
    }
    return references;
}

/// Puts in what only networks take.
Result<void> direct(generator::Request& request, const Shot& shot, const Film& film,
                    const ModelChoice& model)
{
    const Shooting& shooting = shot.shooting;
    request.model = model.id.toStdString();
    request.modelFolder = model.folder.toStdString();
    request.prompt = promptWithCast(shot, film).toStdString();
    request.seed = seedWithCast(shot, film);
    request.sampling.solver = shooting.solver.toStdString();
    request.sampling.steps = shooting.steps;
    request.sampling.guidance = shooting.guidance;
    request.sampling.shift = shooting.shift;
    for (const ShotLora& lora : shooting.loras) {
        const std::string name = lora.file.toStdString();
        const auto path = generator::loraPath(request.modelFolder, name);
        const auto content = path ? generator::loraContent(*path) : path;
        // A file that is not there, or is none, is the engine's to refuse.
        request.loras.push_back({name, lora.strength, content ? *content : std::string()});
    }
    request.steering = steeringOf(shooting);
    auto references = referencesOf(shot, film);
    if (!references) {
        return references.error();
    }
    request.steering.references = std::move(*references);
    return {};
}

} // namespace

Result<generator::Request> takeRequest(const Shot& shot, const Film& film,
                                       const PanelPainter& painter, generator::Quality quality,
                                       const ModelChoice& model)
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
    if (model.isNetwork() && quality != generator::Quality::Move) {
        if (const auto done = direct(request, shot, film, model); !done) {
            return done.error();
        }
    }
    return request;
}

} // namespace dollygrip
