#include "core/generator/device.h"

#include "core/multiplane/plate.h"

#include <ATen/Parallel.h>
#include <torch/cuda.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <limits>
#include <sched.h>
#include <thread>

namespace dollygrip::generator {
namespace {

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

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

std::uint64_t numberIn(const char* path)
{
    std::ifstream in(path);
    std::uint64_t value = 0;
    return in >> value ? value : kUnlimited;
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
    std::uint64_t available = 0;
    std::ifstream in("/proc/meminfo");
    std::string name;
    std::uint64_t kilobytes = 0;
    for (std::string unit; in >> name >> kilobytes; std::getline(in, unit)) {
        if (name == "MemAvailable:") {
            available = kilobytes * 1024;
        }
    }
    const std::uint64_t limit = numberIn("/sys/fs/cgroup/memory.max");
    const std::uint64_t used = numberIn("/sys/fs/cgroup/memory.current");
    if (limit != kUnlimited && used != kUnlimited) {
        const std::uint64_t left = limit > used ? limit - used : 1;
        available = available == 0 ? left : std::min(available, left);
    }
    return available;
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
