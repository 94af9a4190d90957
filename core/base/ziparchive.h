#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dollygrip {

/// An entry of a zip archive, as it lies there.
struct ZipEntry {
    std::string name;
    std::span<const std::byte> packed; ///< of the archive's bytes
    std::uint64_t size = 0;            ///< unpacked, as the archive says
    bool isDeflated = false;           ///< else stored as it is
};

/// The entries of a zip archive in memory (PKWARE APPNOTE, zip64 too), in its directory's order;
/// nothing is unpacked. Names that point out of the archive, two of one name, entries that overlap
/// or are not where the directory says, encryption and other compression than deflate are refused
/// (InvalidArgument; the detail says what).
Result<std::vector<ZipEntry>> zipEntries(std::span<const std::byte> archive);

} // namespace dollygrip
