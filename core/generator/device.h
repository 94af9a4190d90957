#pragma once

#include "core/base/error.h"
#include "core/generator/request.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>

namespace dollygrip::generator {

/// Where and how numbers live during a job.
struct Device {
    at::Device device = at::Device(at::kCPU);
    at::ScalarType dtype = at::kFloat; ///< of networks; pictures are always float32
    std::string name;                  ///< "cpu (2 threads)", "cuda:0"
};

/// The processor, float32.
Device processor();
/// The first CUDA device when LibTorch has one, else the processor.
Device chooseDevice();

/// Processors that this process may use: its affinity mask and its cgroup's quota, at least 1.
int usableProcessors();
/// Tells LibTorch to use them. At the top of the generator thread, once; OpenMP keeps the number
/// per thread.
void useProcessors();

/// Bytes that this process can still take: free memory, or what its cgroup leaves. 0: unknown.
std::uint64_t availableMemory();

/// Bytes free on a GPU; 0: unknown, or no GPU.
std::uint64_t availableOn(const at::Device& device);

/// The most bytes that this process held resident (mapped files that were read included) since the
/// last reset. 0: unknown.
std::uint64_t peakMemory();
void resetPeakMemory();

/// What shooting this request will take at its peak, in bytes: the plates of every plane, the
/// tensors of the largest one, the pictures of one chunk.
std::uint64_t memoryEstimate(const Request& request, int pixelsPerFrameHeight, int chunk);

/// Refuses with OutOfMemory, naming both amounts, when `needed` is more than `available` (0:
/// unknown, never refused).
Result<void> checkMemory(std::uint64_t needed, std::uint64_t available);

} // namespace dollygrip::generator
