#pragma once

#include "core/generator/jobqueue.h"

#include <cstdint>
#include <memory>
#include <string>

namespace dollygrip::generator {

/// The whole recipe from Request to pictures on LibTorch, in-process. Used on the generator thread
/// only (JobQueue). With the model "completion", and for a move, the holes of the clean plates are
/// filled on tensors and the move is composed on them (moveshoot.h); other models are looked for
/// in the request's model folder and shot by their networks (videoshoot.h).
class Pipeline {
public:
    /// Refuses jobs that need more than `memoryLimit` bytes; 0: what the machine has free.
    explicit Pipeline(std::uint64_t memoryLimit = 0);
    ~Pipeline();

    /// Errors: Cancelled, OutOfMemory, InvalidArgument, ModelUnusable, DeviceLost, those of files.
    Result<Summary> run(const Request& request, const Hooks& hooks, std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A Runner that makes its Pipeline at the first job, on the generator thread.
Runner pipelineRunner();

/// Versions and settings for `info`: LibTorch, BLAS in use, device, threads.
struct EngineInfo {
    std::string torch;
    std::string blas; ///< "OpenBLAS 0.3.21 (openmp)", "reference BLAS (slow)" …
    bool blasIsSlow = false;
    std::string device;
    int threads = 1;
    std::uint64_t deviceBytes = 0; ///< free on the graphics card; 0: there is none
};
EngineInfo engineInfo();

} // namespace dollygrip::generator
