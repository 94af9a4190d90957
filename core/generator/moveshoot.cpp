#include "core/generator/moveshoot.h"

#include "core/generator/completion.h"
#include "core/multiplane/guide.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr FrameIndex kChunk = 8; // frames handed on at a time

const Error kCancelled{ErrorCode::Cancelled, {}, {}};

using PictureAt = std::function<Image(FrameIndex)>;

Result<FrameIndex> handOn(FrameIndex frames, const PictureAt& pictureAt, const Hooks& hooks,
                          Reporter& reporter, const std::stop_token& stop)
{
    for (FrameIndex first = 0; first < frames; first += kChunk) {
        std::vector<Image> pictures;
        for (FrameIndex n = first; n < std::min(first + kChunk, frames); ++n) {
            if (stop.stop_requested()) {
                return kCancelled;
            }
            pictures.push_back(pictureAt(n));
        }
        if (hooks.onFrames) {
            hooks.onFrames(first, pictures);
        }
        reporter.report("composing", int(first + pictures.size()), int(frames), pictures.front());
    }
    return frames;
}

} // namespace

int plateHeight(const Request& request)
{
    double finest = request.height;
    for (const multiplane::Plane& plane : request.stage.planes) {
        finest = std::max(finest, plane.picture.height() / plane.placement.height);
    }
    return int(std::lround(std::min(finest, 2.0 * request.height)));
}

Result<multiplane::Plates> completedPlates(const multiplane::Stage& stage, int height,
                                           const Device& device, Reporter& reporter,
                                           const std::stop_token& stop)
{
    multiplane::Plates plates = multiplane::cutPlates(stage, height);
    const int total = int(plates.planes.size());
    for (int i = 0; i < total; ++i) {
        if (stop.stop_requested()) {
            return kCancelled;
        }
        reporter.report("completing", i, total);
        plates.planes[i] = completed(stage, plates, i, height, device.device);
    }
    return plates;
}

Result<Summary> shootMove(const Request& request, const Hooks& hooks, const std::stop_token& stop,
                          const Device& device, std::uint64_t memoryLimit)
{
    Reporter reporter(hooks);
    const int height = plateHeight(request);
    if (const auto fits = checkMemory(memoryEstimate(request, height, kChunk), memoryLimit); !fits)
        return fits.error();
    Result<FrameIndex> frames = FrameIndex(0);
    if (!request.guide.empty()) {
        frames = handOn(
            FrameIndex(request.guide.size()),
            [&](FrameIndex n) {
                return completeBackdrop(request.guide[n], {}, request.height, device.device);
            },
            hooks, reporter, stop);
    } else {
        const auto plates = completedPlates(request.stage, height, device, reporter, stop);
        if (!plates)
            return plates.error();
        const multiplane::Guide guide(request.stage, *plates);
        frames = handOn(
            request.stage.frames,
            [&](FrameIndex n) {
                return guide.frame(n, request.width, request.height, /*withHole=*/false).picture;
            },
            hooks, reporter, stop);
    }
    if (!frames)
        return frames.error();
    return Summary{*frames, reporter.seconds(), device.name};
}

} // namespace dollygrip::generator
