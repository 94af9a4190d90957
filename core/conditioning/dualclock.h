#pragma once

#include "core/conditioning/controlsignals.h"
#include "core/conditioning/steering.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace dollygrip::conditioning {

// The steps of Time-to-Move; its levels are Steering's.

/// Noise level at the start of step `index` of `steps` with that shift.
double sigmaOfStep(int index, int steps, double shift);
/// The first of falling `sigmas` that is at most `sigma` (a little more is forgiven); the last one
/// when none is. Where sampling starts.
std::int64_t stepOfSigma(const std::vector<double>& sigmas, double sigma);

/// Which latent cells are held: mask [1, frames, H, W] (1 from one half) -> [1, T, h, w] of 0
/// and 1. Of the frames 0, 1, 5, 9 …; of each cell's pixels the first.
at::Tensor heldCells(const at::Tensor& mask);
/// From the shot's moving figures; where only the camera moves, all that is known.
at::Tensor heldCells(const ControlSignals& signals);

/// (1 - sigma) · guide + sigma · noise.
at::Tensor atNoiseLevel(const at::Tensor& guide, const at::Tensor& noise, double sigma);
/// After a step that led down to `sigma`: what is held goes back to the guide.
at::Tensor held(const at::Tensor& latent, const at::Tensor& guide, const at::Tensor& noise,
                const at::Tensor& cells, double sigma);

} // namespace dollygrip::conditioning
