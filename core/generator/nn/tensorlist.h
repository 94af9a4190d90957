#pragma once

#include "core/generator/nn/clipconfig.h"
#include "core/generator/nn/textconfig.h"
#include "core/generator/nn/transformerconfig.h"
#include "core/generator/nn/vaeconfig.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// A tensor that a network of some shape has, by its original name.
struct ExpectedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    bool isOptional = false; ///< files have it, the network works without
};
using TensorList = std::vector<ExpectedTensor>;

/// Every parameter of a network with this configuration, in the order of its layers: what a whole
/// file holds.
TensorList tensorsOf(const TransformerConfig& config); ///< with its control branch
TensorList tensorsOf(const VaeConfig& config);
TensorList tensorsOf(const TextConfig& config);
TensorList tensorsOf(const ClipConfig& config);

/// Numbers in all of them.
std::uint64_t parametersOf(const TensorList& tensors);

} // namespace dollygrip::generator
