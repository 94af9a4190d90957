#pragma once

#include "core/multiplane/plate.h"
#include "core/multiplane/stage.h"

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <vector>

namespace dollygrip::generator {

/// A plate of a backdrop: becomes opaque everywhere. Behind what was lifted (`lifted`, one mask of
/// the plate's size for each region) the best fitting neighbouring piece goes on; other gaps are
/// filled smoothly. Beyond the edges the drawing goes on as its mirror image, which over half a
/// frame height calms down to the flat colours along the edge (ink counts little there, so paper
/// stays paper). Drawn (opaque) pixels stay bit for bit.
Image completeBackdrop(const Image& plate, const std::vector<Mask>& lifted,
                       int pixelsPerFrameHeight, const at::Device& device);

/// A plate of a figure: only what was lifted is found, its outline included: where the
/// surroundings are empty, so is what was behind. Pixels outside `lifted` stay bit for bit.
Image completeFigure(const Image& plate, const std::vector<Mask>& lifted, const at::Device& device);

/// Is the plane a backdrop: opaque to its edges, and filling the frame?
bool isBackdrop(const multiplane::Plane& plane);

/// Completes plane `index` of the stage's clean plates.
multiplane::Plate completed(const multiplane::Stage& stage, const multiplane::Plates& plates,
                            std::size_t index, int pixelsPerFrameHeight, const at::Device& device);

} // namespace dollygrip::generator
