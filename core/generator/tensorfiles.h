#pragma once

#include "core/base/error.h"
#include "core/generator/namemap.h"
#include "core/generator/storedtensor.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// The tensors of one network, from one file or several, of either format. Copying is cheap: the
/// maps are shared.
class TensorFiles {
public:
    /// A `.safetensors` file; a PyTorch one (`.pth`, `.pt`, `.ckpt`, `.bin`; tensors only, see
    /// PthFile); an index (`*.index.json`) with the files that it names; or a folder: its index if
    /// it has exactly one, else all its `.safetensors` files, else its one PyTorch file. Which
    /// format it is, the content says. A name that stands in two files, or that the index promises
    /// and no file holds, is refused.
    ///
    /// `X.scale_weight` and `X.weight_scale` become the scale of `X.weight`; other quantization
    /// notes (`scaled_fp8`, `X.scale_input`, …) are passed over.
    static Result<TensorFiles> open(const std::string& path);
    /// The same, by the names of the original where the file's names are known; see `named`.
    static Result<TensorFiles> openNamed(const std::string& path);

    using Tensors = std::map<std::string, StoredTensor, std::less<>>;
    const Tensors& tensors() const { return m_tensors; }
    /// Null when there is none of that name.
    const StoredTensor* find(std::string_view name) const;
    /// Empty when there is none: a ShapeOf.
    std::vector<std::int64_t> shapeOf(std::string_view name) const;
    std::vector<std::string> names() const;
    /// The files that were opened, in order.
    const std::vector<std::string>& paths() const { return m_paths; }
    /// The safetensors headers' `__metadata__`, of all files.
    const std::map<std::string, std::string, std::less<>>& metadata() const { return m_metadata; }
    /// Bytes of all tensors in their files.
    std::uint64_t byteCount() const;

    /// The same tensors by the original's names; joined and turned where the map says so. Ignored
    /// ones are left out; unknown ones, and those of which a part is missing, keep the file's name.
    TensorFiles named(const NameMap& map) const;

private:
    Result<void> add(const std::string& path);
    Result<void> addIndex(const std::string& path);
    Result<void> addFolder(const std::string& path);
    Result<void> insert(std::string name, StoredTensor tensor);
    void pairScales();

    std::vector<std::string> m_paths;
    Tensors m_tensors;
    std::map<std::string, std::string, std::less<>> m_metadata;
};

} // namespace dollygrip::generator
