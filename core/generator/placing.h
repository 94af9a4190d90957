#pragma once

#include "core/base/error.h"
#include "core/generator/modelfolder.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dollygrip::generator {

// Where networks live during a job, decided from plain numbers, and what a failure within a job
// means; neither needs LibTorch or a GPU.

/// What a machine has to offer. Bytes; 0: not known.
struct MachineFacts {
    bool hasGpu = false;
    std::uint64_t gpuFree = 0;        ///< now, as the driver tells
    std::uint64_t gpuFreeAtFirst = 0; ///< before this program's first tensor
    std::uint64_t gpuOwn = 0;         ///< held there by networks that may be let go of
    int gpuGeneration = 0;            ///< CUDA's compute capability, its first number; 0: not known
    std::uint64_t memoryFree = 0;     ///< of the processor
};

/// Whether matrices are multiplied in bfloat16 on that GPU; older ones (before Ampere) have no such
/// numbers and take float32.
bool takesHalf(const MachineFacts& machine);

/// What a job can have of the GPU. LibTorch keeps the memory of tensors that are gone for those to
/// come, which the driver counts as taken.
std::uint64_t gpuRoom(const MachineFacts& machine);

struct Placing {
    bool isOnGpu = false;
    bool isHalf = false;      ///< networks there in bfloat16
    bool takesTurns = false;  ///< only one network on the GPU at a time
    std::uint64_t needed = 0; ///< bytes at the peak
};

/// Refuses before the work begins with OutOfMemory (the model's name, both amounts) instead of
/// running out; what is not known is never a reason.
Result<Placing> placingOf(const Model& model, int width, int height, int frames,
                          const MachineFacts& machine);

/// What the text of a failure within LibTorch speaks of: OutOfMemory, DeviceLost (a GPU that
/// answers no more; it stays so as long as the program runs), else Internal.
ErrorCode failureOf(std::string_view what);

/// Refuses with OutOfMemory, naming both amounts, when `needed` is more than `available` (0:
/// unknown, never refused).
Result<void> checkMemory(std::uint64_t needed, std::uint64_t available);

} // namespace dollygrip::generator
