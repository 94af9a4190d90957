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

std::string gigabytes(std::uint64_t bytes)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f GB", double(bytes) / 1e9);
    return text;
}

} // namespace

Device processor()
{
    return {at::Device(at::kCPU), at::kFloat,
            "cpu (" + std::to_string(at::get_num_threads()) + " threads)"};
}

Device chooseDevice()
{
    if (torch::cuda::is_available()) {
        return {at::Device(at::kCUDA, 0), at::kBFloat16, "cuda:0"};
    }
    return processor();
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
    // The runtime's own function, out of the LibTorch that is loaded: there need be no CUDA to
    // build against.
    using MemGetInfo = int (*)(std::size_t * free, std::size_t * total);
    const auto memGetInfo = reinterpret_cast<MemGetInfo>(dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
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

Result<void> checkMemory(std::uint64_t needed, std::uint64_t available)
{
    if (available == 0 || needed <= available) {
        return {};
    }
    return Error{ErrorCode::OutOfMemory,
                 {},
                 "needs about " + gigabytes(needed) + ", " + gigabytes(available) + " are free"};
}

} // namespace dollygrip::generator
