#pragma once

#include "core/base/error.h"
#include "core/generator/safetensors.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace dollygrip::test {

/// A tensor that goes into a file.
struct StoredTensor {
    std::string name;
    generator::NumberType type = generator::NumberType::F32;
    std::vector<std::int64_t> shape;

    std::uint64_t numbers() const;
    std::uint64_t bytes() const { return numbers() * generator::sizeOf(type); }
};

/// Writes the numbers `first`, `first` + 1, … of a tensor into `chunk`.
using Fill =
    std::function<void(std::size_t tensor, std::uint64_t first, std::span<std::byte> chunk)>;

/// A safetensors file, written piece by piece. Errors: FileUnwritable, DiskFull.
Result<void> writeSafetensors(const std::string& path, const std::vector<StoredTensor>& tensors,
                              const Fill& fill);
/// The same as torch.save writes a state dict: a stored zip of a pickle and one entry a tensor.
Result<void> writePth(const std::string& path, const std::vector<StoredTensor>& tensors,
                      const Fill& fill);
/// A file of text or bytes.
Result<void> writeText(const std::string& path, const std::string& text);

/// `text` as a JSON string.
std::string jsonText(const std::string& text);

} // namespace dollygrip::test
