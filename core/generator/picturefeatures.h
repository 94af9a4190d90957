#pragma once

#include "core/generator/device.h"
#include "core/generator/modelfolder.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <vector>

namespace dollygrip::generator {

/// What a model that goes out from pictures sees in them by its CLIP tower: pictures [3, H, W] in
/// -1…1 -> [1, positions of all, imageDim]. Zeros where the model has no tower (those that need one
/// are not whole without). The tower is read block by block; `keepGoing` may throw to end it.
/// Errors: those of files, ModelUnusable.
Result<at::Tensor> pictureFeatures(const Model& model, const std::vector<at::Tensor>& pictures,
                                   const Device& device, const std::function<void()>& keepGoing);

} // namespace dollygrip::generator
