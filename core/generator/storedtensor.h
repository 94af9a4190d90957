#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// How a tensor's numbers lie in a file, little-endian.
enum class NumberType { F64, F32, F16, BF16, F8E4M3, F8E5M2, I64, I32, I16, I8, U8, Bool };

/// Bytes of one number.
std::size_t sizeOf(NumberType type);

/// How many numbers; nothing when a side is negative or the count goes beyond 64 bits.
std::optional<std::uint64_t> countOf(const std::vector<std::int64_t>& shape);

/// A tensor where it lies in a mapped file, whatever the file's format.
struct StoredTensor {
    NumberType type = NumberType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;  ///< in numbers, none negative; empty: row-major, no gaps
    std::span<const std::byte> bytes;   ///< from the first number to the last, at any alignment
    std::shared_ptr<const void> holder; ///< keeps the bytes there
    std::string path;                   ///< of its file
    /// What the numbers are to be multiplied by: of one number, or one for each row. Null: nothing.
    std::shared_ptr<const StoredTensor> scale;
    /// When not empty: the tensor is these, one above the other along the first axis, and has no
    /// bytes of its own. Pieces have none.
    std::vector<StoredTensor> pieces;

    std::uint64_t byteCount() const { return countOf(shape).value_or(0) * sizeOf(type); }
};

} // namespace dollygrip::generator
