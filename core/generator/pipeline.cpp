#include "core/generator/pipeline.h"

#include "core/base/log.h"
#include "core/generator/blas.h"
#include "core/generator/completion.h"
#include "core/generator/device.h"
#include "core/generator/framebridge.h"
#include "core/generator/pam.h"
#include "core/multiplane/guide.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dollygrip::generator {
namespace {

constexpr FrameIndex kChunk = 8; ///< frames handed on at a time
constexpr int kPreviewSide = 320;

const Error kCancelled{ErrorCode::Cancelled, {}, {}};

/// Tells how far the job is; the time left comes from the pace of the current stage.
class Reporter {
public:
    explicit Reporter(const Hooks& hooks) : m_hooks(hooks) {}

    void report(const std::string& stage, int done, int total, const Image& preview = {})
    {
        if (stage != m_stage) {
            m_stage = stage;
            m_stageStart = seconds();
        }
        Progress progress{stage, done, total, -1, smaller(preview, kPreviewSide)};
        if (done > 0) {
            progress.secondsLeft = (seconds() - m_stageStart) / done * (total - done);
        }
        if (m_hooks.onProgress) {
            m_hooks.onProgress(progress);
        }
    }
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    const Hooks& m_hooks;
    std::string m_stage;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_stageStart = 0;
};

Result<void> checkRequest(const Request& request)
{
    const auto isSide = [](int side) { return side >= 2 && side <= kLargestSide && side % 2 == 0; };
    if (!isSide(request.width) || !isSide(request.height)) {
        return Error{ErrorCode::InvalidArgument,
                     {},
                     "size " + std::to_string(request.width) + " x "
                         + std::to_string(request.height)};
    }
    if (request.model != "completion") {
        return Error{ErrorCode::ModelUnusable, request.model, "no such model"};
    }
    if (request.stage.frames < 1) {
        return Error{ErrorCode::InvalidArgument, {}, "a shot without frames"};
    }
    return {};
}

/// Resolution of the plates: that of the finest drawing, at least the picture's, at most twice.
int plateHeight(const Request& request)
{
    double finest = request.height;
    for (const multiplane::Plane& plane : request.stage.planes) {
        finest = std::max(finest, plane.picture.height() / plane.placement.height);
    }
    return int(std::lround(std::min(finest, 2.0 * request.height)));
}

/// What nobody drew is found once for each plane, so that it is steady in time.
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

bool isMemoryFailure(const std::string& what)
{
    return what.find("can't allocate memory") != std::string::npos
           || what.find("out of memory") != std::string::npos;
}

} // namespace

struct Pipeline::Private {
    Result<Summary> run(const Request& request, const Hooks& hooks, const std::stop_token& stop);

    std::uint64_t memoryLimit = 0;
    /// Completion is bound by memory and works with indices that stand on the processor; networks
    /// take chooseDevice() for theirs.
    Device completionDevice;
};

Pipeline::Pipeline(std::uint64_t memoryLimit) : d(std::make_unique<Private>())
{
    useProcessors();
    d->memoryLimit = memoryLimit;
    d->completionDevice = processor();
    if (const Blas blas = blasInUse(); blas.isSlow) {
        log(LogLevel::Warning, "dollygrip.generator",
            "LibTorch multiplies with the reference BLAS, which is slow. Install "
            "libopenblas0-openmp.");
    }
}

Pipeline::~Pipeline() = default;

Result<Summary> Pipeline::Private::run(const Request& request, const Hooks& hooks,
                                       const std::stop_token& stop)
{
    Reporter reporter(hooks);
    if (const auto sane = checkRequest(request); !sane) {
        return sane.error();
    }
    const int height = plateHeight(request);
    const auto fits = checkMemory(memoryEstimate(request, height, kChunk),
                                  memoryLimit > 0 ? memoryLimit : availableMemory());
    if (!fits) {
        return fits.error();
    }
    Result<FrameIndex> frames = FrameIndex(0);
    if (!request.guide.empty()) {
        frames = handOn(
            FrameIndex(request.guide.size()),
            [&](FrameIndex n) {
                return completeBackdrop(request.guide[n], {}, request.height,
                                        completionDevice.device);
            },
            hooks, reporter, stop);
    } else {
        const auto plates =
            completedPlates(request.stage, height, completionDevice, reporter, stop);
        if (!plates) {
            return plates.error();
        }
        const multiplane::Guide guide(request.stage, *plates);
        // Networks take over here: conditioning::ControlSignals(guide, width, height) in, sampled
        // and decoded pictures out, chunk by chunk through handOn(). With the model "completion"
        // the composed move is the take.
        frames = handOn(
            request.stage.frames,
            [&](FrameIndex n) {
                return guide.frame(n, request.width, request.height, /*withHole=*/false).picture;
            },
            hooks, reporter, stop);
    }
    if (!frames) {
        return frames.error();
    }
    return Summary{*frames, reporter.seconds(), completionDevice.name};
}

Result<Summary> Pipeline::run(const Request& request, const Hooks& hooks, std::stop_token stop)
{
    const c10::InferenceMode guard;
    try {
        return d->run(request, hooks, stop);
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        return Error{
            isMemoryFailure(what) ? ErrorCode::OutOfMemory : ErrorCode::Internal, {}, what};
    }
}

Runner pipelineRunner()
{
    return [pipeline = std::shared_ptr<Pipeline>()](const Request& request, const Hooks& hooks,
                                                    std::stop_token stop) mutable {
        if (!pipeline) {
            pipeline = std::make_shared<Pipeline>();
        }
        return pipeline->run(request, hooks, std::move(stop));
    };
}

EngineInfo engineInfo()
{
    useProcessors();
    const Blas blas = blasInUse();
    return {TORCH_VERSION, blas.name, blas.isSlow, chooseDevice().name, at::get_num_threads()};
}

} // namespace dollygrip::generator
