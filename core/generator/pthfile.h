#pragma once

#include "core/base/error.h"
#include "core/generator/storedtensor.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace dollygrip::generator {

/// A PyTorch file of tensors (`torch.save`, zip layout), mapped into memory. Only tensors are
/// read: nothing in the file is ever run, and a file that asks for more is refused by the name of
/// what it asks for.
class PthFile {
public:
    /// Whether the first bytes are a PyTorch file's, of this or the older layout.
    static bool isLikely(std::span<const std::byte> start);

    /// FileNotFound, FileUnreadable, or ModelUnusable with the reason. Of nested dictionaries the
    /// innermost with tensors is taken; of several the averaged one (`generator_ema`) first, then
    /// `generator`, `state_dict`, `model`; what has no tensors (an optimizer's numbers) is passed
    /// over.
    static Result<PthFile> open(const std::string& path);

    const std::map<std::string, StoredTensor, std::less<>>& tensors() const { return m_tensors; }
    /// Where in the file they stood: "generator_ema"; empty at the top.
    const std::string& place() const { return m_place; }

private:
    std::map<std::string, StoredTensor, std::less<>> m_tensors;
    std::string m_place;
};

} // namespace dollygrip::generator
