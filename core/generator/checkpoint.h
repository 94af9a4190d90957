#pragma once

#include "core/base/error.h"
#include "core/generator/safetensors.h"
#include "core/generator/tensorfiles.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace torch::nn {
class Module;
}

namespace dollygrip::generator {

/// The tensor in memory of its own, in `type`; without one in the file's own type, but eight-bit
/// floats and scaled numbers as float32. Scales are applied in float32 before rounding to `type`.
at::Tensor tensorOf(const StoredTensor& stored, std::optional<at::ScalarType> type = std::nullopt);
at::Tensor tensorOf(const SafetensorsFile& file, const TensorEntry& entry);

/// The same without a copy where the file's numbers can be used as they lie (type, alignment, no
/// scale): then it is a view of the map that keeps the map open, and writing to it ends the
/// program. Else as tensorOf.
at::Tensor viewOf(const StoredTensor& stored, std::optional<at::ScalarType> type = std::nullopt);
bool canShare(const StoredTensor& stored, at::ScalarType type);

/// Rows of a tensor: index_select(0, rows), of which only those rows are read. rows int64 [n], each
/// within the tensor, else std::out_of_range.
at::Tensor rowsOf(const StoredTensor& stored, const at::Tensor& rows,
                  std::optional<at::ScalarType> type = std::nullopt);

/// Lets the pages of a tensor's map go that this program has read.
void release(const StoredTensor& stored);

/// Tensors in memory by name.
using NamedTensors = std::map<std::string, at::Tensor, std::less<>>;

/// By key, one tensor or some of its rows. A key that the files have not throws std::out_of_range.
using TensorSource = std::function<at::Tensor(const std::string& key)>;
using RowSource = std::function<at::Tensor(const std::string& key, const at::Tensor& rows)>;
/// With a type: each in memory of its own, the pages that were read let go again, so that a network
/// may be streamed that is larger than memory. Without: views where possible.
TensorSource tensorSource(TensorFiles files, std::optional<at::ScalarType> type = std::nullopt);
RowSource rowSource(TensorFiles files, std::optional<at::ScalarType> type = std::nullopt);

/// Adds "what: a, b and 3 more" to a text of such parts; nothing when there are no names.
void appendSome(std::string& text, const char* what, const std::vector<std::string>& names,
                std::size_t shown = 5);

/// How well a file's tensors and a network's fitted. Names are the network's.
struct LoadReport {
    std::vector<std::string> missing;    ///< the network wants it, the file has it not
    std::vector<std::string> unexpected; ///< the file has it, no network wants it
    std::vector<std::string> wrongShape; ///< both have it, not of one shape

    bool isWhole() const { return missing.empty() && unexpected.empty() && wrongShape.empty(); }
    /// "missing: a, b and 3 more; unexpected: c". Empty when whole.
    std::string summary() const;
};

/// How tensors come into networks.
struct Loading {
    /// Parameters become views of the map where `canShare`: no memory, no time; read-only.
    bool sharesMap = false;
    /// The type that a parameter gets, by its name and what the file has; none: its own type.
    std::function<at::ScalarType(const std::string& name, const StoredTensor&)> typeOf;
    /// What is added to a tensor on its way (LoRA): float32 of its shape, or undefined.
    std::function<at::Tensor(const std::string& name)> addition;
    /// Asked before each tensor; false ends loading, the rest of the names are missing.
    std::function<bool()> keepGoing;
    /// Not empty: only these are loaded and reported (a LoRA taken off again).
    std::set<std::string, std::less<>> only;
};

/// Brings every tensor of the files into the parameter or buffer of the same name, on its device.
/// Several networks may share one file. A tensor of another shape is left out.
LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const TensorFiles& files,
                    const Loading& loading = {});
LoadReport loadInto(const std::vector<torch::nn::Module*>& networks, const NamedTensors& tensors);

} // namespace dollygrip::generator
