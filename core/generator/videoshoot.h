#pragma once

#include "core/generator/device.h"
#include "core/generator/jobqueue.h"
#include "core/generator/networks.h"

#include <cstdint>
#include <memory>

namespace dollygrip::generator {

/// Shoots takes with a video model: words, what was drawn, noise taken away step by step, pictures.
/// Keeps the networks for the next take. Generator thread only, within inference mode.
class VideoShoot {
public:
    /// `memoryLimit` bytes of main memory at most; 0: what is free when a job begins.
    VideoShoot(const Device& device, std::uint64_t memoryLimit);
    ~VideoShoot();

    /// Errors: Cancelled, InvalidArgument, ModelUnusable (also for numbers that are none),
    /// OutOfMemory, those of files.
    Result<Summary> run(const Request& request, const Hooks& hooks, std::stop_token stop);
    /// Lets go of all networks.
    void clear() { m_networks.clear(); }

private:
    Device m_device;
    std::uint64_t m_memoryLimit;
    Networks m_networks;
};

} // namespace dollygrip::generator
