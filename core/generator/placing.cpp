#include "core/generator/placing.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string>

namespace dollygrip::generator {
namespace {

constexpr int kAmpere = 8;

std::string gigabytes(std::uint64_t bytes)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f GB", double(bytes) / 1e9);
    return text;
}

} // namespace

bool takesHalf(const MachineFacts& machine)
{
    return machine.gpuGeneration == 0 || machine.gpuGeneration >= kAmpere;
}

std::uint64_t gpuRoom(const MachineFacts& machine)
{
    if (machine.gpuFree == 0)
        return 0;
    return std::max(machine.gpuFree + machine.gpuOwn, machine.gpuFreeAtFirst);
}

Result<Placing> placingOf(const Model& model, int width, int height, int frames,
                          const MachineFacts& machine)
{
    Placing placing;
    placing.isOnGpu = machine.hasGpu;
    placing.isHalf = machine.hasGpu && takesHalf(machine);
    const Arithmetic arithmetic = !placing.isOnGpu ? Arithmetic::Processor
                                  : placing.isHalf ? Arithmetic::GpuHalf
                                                   : Arithmetic::GpuSingle;
    const MemoryNeed need = memoryNeed(model, width, height, frames, arithmetic);
    placing.needed = need.peak();
    const std::uint64_t room = placing.isOnGpu ? gpuRoom(machine) : machine.memoryFree;
    if (const auto fits = checkMemory(placing.needed, room); !fits)
        return Error{ErrorCode::OutOfMemory, model.name, fits.error().detail};
    placing.takesTurns = placing.isOnGpu && room > 0 && need.sampling + need.decoding > room;
    return placing;
}

ErrorCode failureOf(std::string_view what)
{
    const auto speaksOf = [what](std::string_view words) {
        return std::search(what.begin(), what.end(), words.begin(), words.end(),
                           [](char a, char b) {
                               return std::tolower(static_cast<unsigned char>(a))
                                      == std::tolower(static_cast<unsigned char>(b));
                           })
               != what.end();
    };
    // Libraries of CUDA say it in their own words when they cannot get their workspace.
    for (const char* words :
         {"can't allocate memory", "out of memory", "STATUS_ALLOC_FAILED", "std::bad_alloc"})
        if (speaksOf(words))
            return ErrorCode::OutOfMemory;
    for (const char* words : {"CUDA error", "CUDA driver error", "cuDNN error", "CUDNN_STATUS_",
                              "CUBLAS_STATUS_", "NVML", "no CUDA GPUs are available"})
        if (speaksOf(words))
            return ErrorCode::DeviceLost;
    return ErrorCode::Internal;
}

Result<void> checkMemory(std::uint64_t needed, std::uint64_t available)
{
    if (available == 0 || needed <= available)
        return {};
    return Error{ErrorCode::OutOfMemory,
                 {},
                 "needs about " + gigabytes(needed) + ", " + gigabytes(available) + " are free"};
}

} // namespace dollygrip::generator
