#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dollygrip {

/// A stable 128-bit hash of bytes, the same on every machine and in every version. Key of takes,
/// pictures and caches. Not meant against an adversary.
struct ContentHash {
    std::array<std::uint8_t, 16> bytes{};

    /// 32 lower-case hexadecimal digits.
    std::string toText() const;
    bool isNull() const { return *this == ContentHash{}; }
    auto operator<=>(const ContentHash&) const = default;
};

/// MurmurHash3 x64 128 with seed 0 (Austin Appleby, public domain), little-endian.
ContentHash contentHash(std::span<const std::uint8_t> bytes);
ContentHash contentHash(std::string_view text);

} // namespace dollygrip
