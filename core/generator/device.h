#pragma once

#include "core/generator/placing.h"
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
/// What this machine has to offer a job on that device; `limit` bytes of main memory at most (0:
/// what is free). To be asked once before anything lies on a GPU, which fixes what was free there.
MachineFacts factsOf(const Device& device, std::uint64_t limit);

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

} // namespace dollygrip::generator
