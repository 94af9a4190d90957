#pragma once

#include "core/conditioning/controlsignals.h"
#include "core/generator/device.h"
#include "core/generator/reporter.h"
#include "core/generator/shotgrid.h"

#include <optional>
#include <stop_token>

namespace dollygrip::generator {

/// A request's shot as conditioning plays it, a range of model frames at a time: from its stage, or
/// from the pictures of a guide that was played elsewhere.
class ShotSignals {
public:
    /// The request outlives it.
    ShotSignals(const Request& request, const ShotGrid& grid);

    /// With the holes that the drawing leaves.
    conditioning::ControlSignals drawn(FrameRange range) const;
    /// Without: complete() first.
    conditioning::ControlSignals completed(FrameRange range) const;
    /// Finds what nobody drew; tells its progress. Errors: Cancelled.
    Result<void> complete(const Device& device, Reporter& reporter, const std::stop_token& stop);

private:
    conditioning::ControlSignals played(FrameRange range, bool isCompleted) const;

    const Request& m_request;
    ShotGrid m_grid;
    std::optional<multiplane::Plates> m_plates;
};

} // namespace dollygrip::generator
