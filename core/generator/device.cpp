#include "core/generator/device.h"

#include "core/base/memory.h"
#include "core/multiplane/plate.h"

#include <ATen/Parallel.h>
#include <torch/cuda.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <fstream>
#include <limits>
#include <sched.h>
#include <thread>

namespace dollygrip::generator {
namespace {

/// Processors' worth of time that the cgroup grants ("max 100000" or "200000 100000").
int quotaProcessors()
{
    std::ifstream in("/sys/fs/cgroup/cpu.max");
    double quota = 0;
    double period = 0;
    if (in >> quota >> period && period > 0) {
        return std::max(1, int(quota / period + 0.5));
    }
    return std::numeric_limits<int>::max();
}

/// A function of CUDA's runtime out of the LibTorch that is loaded: there need be no CUDA to build
/// against.
template <class Function>
Function cudaFunction(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
}

/// CUDA's compute capability, its first number; 0: not known.
int generationOf(const at::Device& device)
{
    constexpr int kMajor = 75; // cudaDevAttrComputeCapabilityMajor
    using Attribute = int (*)(int* value, int attribute, int device);
    const auto attribute = cudaFunction<Attribute>("cudaDeviceGetAttribute");
    int major = 0;
    const int index = device.has_index() ? device.index() : 0;
    return attribute && attribute(&major, kMajor, index) == 0 ? major : 0;
}

} // namespace

Device processor()
{
    return {at::Device(at::kCPU), at::kFloat,
            "cpu (" + std::to_string(at::get_num_threads()) + " threads)"};
}

Device chooseDevice()
{
    if (!torch::cuda::is_available())
        return processor();
    MachineFacts facts;
    const at::Device gpu(at::kCUDA, 0);
    facts.gpuGeneration = generationOf(gpu);
    return {gpu, takesHalf(facts) ? at::kBFloat16 : at::kFloat, "cuda:0"};
}

MachineFacts factsOf(const Device& device, std::uint64_t limit)
{
    MachineFacts facts;
    facts.hasGpu = device.device.is_cuda();
    facts.memoryFree = limit > 0 ? limit : availableMemory();
    if (facts.hasGpu) {
        facts.gpuFree = availableOn(device.device);
        static const std::uint64_t atFirst = facts.gpuFree;
        facts.gpuFreeAtFirst = atFirst;
        facts.gpuGeneration = generationOf(device.device);
    }
    return facts;
}

int usableProcessors()
{
    cpu_set_t mask;
    CPU_ZERO(&mask);
    int count = int(std::thread::hardware_concurrency());
    if (sched_getaffinity(0, sizeof mask, &mask) == 0) {
        count = CPU_COUNT(&mask);
    }
    return std::max(1, std::min(count, quotaProcessors()));
}

void useProcessors()
{
    at::set_num_threads(usableProcessors());
}

std::uint64_t availableMemory()
{
    return freeMemory();
}

std::uint64_t availableOn(const at::Device& device)
{
    if (!device.is_cuda())
        return 0;
    using MemGetInfo = int (*)(std::size_t * free, std::size_t * total);
    const auto memGetInfo = cudaFunction<MemGetInfo>("cudaMemGetInfo");
    std::size_t free = 0;
    std::size_t total = 0;
    return memGetInfo && memGetInfo(&free, &total) == 0 ? free : 0;
}

std::uint64_t peakMemory()
{
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmHWM:"))
            return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
    return 0;
}

void resetPeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

std::uint64_t memoryEstimate(const Request& request, int pixelsPerFrameHeight, int chunk)
{
    constexpr double kPlateBytes = 3 * 4;   // drawing, cut plate, completed plate
    constexpr double kTensorBytes = 40 * 4; // float maps alive at once for one pixel
    constexpr double kPictureBytes = 4 * 4; // a picture, its hole, what is being blended
    const double frame = request.stage.aspect * pixelsPerFrameHeight * pixelsPerFrameHeight;
    double plates = 0;
    double largest = 0;
    for (const multiplane::Placement& placement : multiplane::reach(request.stage)) {
        const double pixels = placement.width * placement.height * frame;
        plates += pixels;
        largest = std::max(largest, pixels);
    }
    const double pictures = double(request.width) * request.height * chunk;
    return std::uint64_t(plates * kPlateBytes + largest * kTensorBytes + pictures * kPictureBytes);
}

} // namespace dollygrip::generator
