#pragma once

#include "core/multiplane/plate.h"
#include "core/multiplane/stage.h"

#include <ATen/core/Tensor.h>

#include <functional>

namespace dollygrip::generator {

/// Finds what nobody drew from what was drawn around it. Near the drawing it goes on in full
/// detail, as its mirror image; farther away it calms down to a smooth field of the flat colours
/// around (ink lines count little there, so paper stays paper and does not turn grey).
/// values [channels, height, width], multiplied by known; known [1, height, width] in 0…1;
/// `detailReach`: pixels over which the mirror image fades -> [channels, height, width].
at::Tensor continued(const at::Tensor& values, const at::Tensor& known, double detailReach);

/// A plate of a backdrop: becomes opaque everywhere, behind what was lifted and beyond its edges.
/// Drawn (opaque) pixels stay bit for bit.
Image completeBackdrop(const Image& plate, int pixelsPerFrameHeight, const at::Device& device);

/// A plate of a figure: only what `lifted` took away is found, its outline included: where the
/// surroundings are empty, so is what was behind. Pixels outside `lifted` stay bit for bit.
Image completeFigure(const Image& plate, const Mask& lifted, int pixelsPerFrameHeight,
                     const at::Device& device);

/// Is the plane a backdrop: opaque to its edges, and filling the frame?
bool isBackdrop(const multiplane::Plane& plane);

/// Which part of a plate was lifted off it, at its size; a null mask when nothing was.
Mask liftedMask(const multiplane::Plane& plane, const multiplane::Plate& plate, double frameAspect);

/// Completes plane `index` of the stage's clean plates.
multiplane::Plate completed(const multiplane::Stage& stage, const multiplane::Plates& plates,
                            std::size_t index, int pixelsPerFrameHeight, const at::Device& device);

} // namespace dollygrip::generator
