#pragma once

#include "core/generator/device.h"
#include "core/generator/reporter.h"
#include "core/multiplane/plate.h"

#include <cstdint>
#include <stop_token>

namespace dollygrip::generator {

/// Resolution of the plates: that of the finest drawing, at least the picture's, at most twice.
int plateHeight(const Request& request);

/// What nobody drew, found once for each plane, so that it is steady in time. Tells its progress
/// as "completing". Errors: Cancelled.
Result<multiplane::Plates> completedPlates(const multiplane::Stage& stage, int height,
                                           const Device& device, Reporter& reporter,
                                           const std::stop_token& stop);

/// The multiplane move as a take, without any network: holes completed, frames composed. Refuses
/// what needs more than `memoryLimit` bytes (0: unknown). Errors: Cancelled, OutOfMemory.
Result<Summary> shootMove(const Request& request, const Hooks& hooks, const std::stop_token& stop,
                          const Device& device, std::uint64_t memoryLimit);

} // namespace dollygrip::generator
