#pragma once

#include "core/base/error.h"
#include "core/generator/safetensors.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <string>
#include <vector>

namespace torch::nn {
class Module;
}

namespace dollygrip::generator {

/// The tensor's numbers in memory of their own, in the type they have in the file; F8 as float32.
at::Tensor tensorOf(const SafetensorsFile& file, const TensorEntry& entry);

/// Tensors in memory by name.
using NamedTensors = std::map<std::string, at::Tensor, std::less<>>;

/// How well a file's tensors and a network's fitted. Names are the network's.
struct LoadReport {
    std::vector<std::string> missing;    ///< the network wants it, the file has it not
    std::vector<std::string> unexpected; ///< the file has it, no network wants it
    std::vector<std::string> wrongShape; ///< both have it, not of one shape

    bool isWhole() const { return missing.empty() && unexpected.empty() && wrongShape.empty(); }
    /// "missing: a, b and 3 more; unexpected: c". Empty when whole.
    std::string summary() const;
};

/// Copies every tensor of the files into the parameter or buffer of the same name, in that
/// parameter's own type and place. Several networks may share one file. A tensor of another shape
/// is not copied.
LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const TensorFiles& files);
LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const NamedTensors& tensors);

} // namespace dollygrip::generator
