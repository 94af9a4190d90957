#include "core/generator/pipeline.h"

#include "core/base/log.h"
#include "core/generator/blas.h"
#include "core/generator/device.h"
#include "core/generator/moveshoot.h"
#include "core/generator/pam.h"
#include "core/generator/placing.h"
#include "core/generator/videoshoot.h"

#include <torch/torch.h>

#include <utility>

namespace dollygrip::generator {
namespace {

const char* const kNoNetworks = "completion";

Result<void> checkRequest(const Request& request)
{
    const auto isSide = [](int side) { return side >= 2 && side <= kLargestSide && side % 2 == 0; };
    if (!isSide(request.width) || !isSide(request.height)) {
        return Error{ErrorCode::InvalidArgument,
                     {},
                     "size " + std::to_string(request.width) + " x "
                         + std::to_string(request.height)};
    }
    if (request.stage.frames < 1) {
        return Error{ErrorCode::InvalidArgument, {}, "a shot without frames"};
    }
    return {};
}

} // namespace

struct Pipeline::Private {
    Result<Summary> run(const Request& request, const Hooks& hooks, const std::stop_token& stop);

    std::uint64_t memoryLimit = 0;
    /// Completion is bound by memory and works with indices that stand on the processor; networks
    /// take chooseDevice() for theirs.
    Device completionDevice;
    std::unique_ptr<VideoShoot> video; ///< made when a model is first asked for
    bool hasLostDevice = false;        ///< it stays lost as long as the program runs
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
    if (const auto sane = checkRequest(request); !sane) {
        return sane.error();
    }
    if (request.model == kNoNetworks || request.quality == Quality::Move) {
        const std::uint64_t limit = memoryLimit > 0 ? memoryLimit : availableMemory();
        return shootMove(request, hooks, stop, completionDevice, limit);
    }
    if (!video) {
        video =
            std::make_unique<VideoShoot>(hasLostDevice ? processor() : chooseDevice(), memoryLimit);
    }
    return video->run(request, hooks, stop);
}

Result<Summary> Pipeline::run(const Request& request, const Hooks& hooks, std::stop_token stop)
{
    const c10::InferenceMode guard;
    try {
        return d->run(request, hooks, stop);
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        d->video.reset(); // what it holds may be half done, and takes memory
        const ErrorCode code = failureOf(what);
        d->hasLostDevice = d->hasLostDevice || code == ErrorCode::DeviceLost;
        return Error{code, code == ErrorCode::Internal ? std::string() : request.model, what};
    } catch (const std::bad_alloc&) {
        d->video.reset();
        return Error{ErrorCode::OutOfMemory, request.model, "std::bad_alloc"};
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
    const Device device = chooseDevice();
    return {TORCH_VERSION,         blas.name,
            blas.isSlow,           device.name,
            at::get_num_threads(), availableOn(device.device)};
}

} // namespace dollygrip::generator
