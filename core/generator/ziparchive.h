#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace dollygrip::generator {

/// The entries of a zip archive in memory, by name. Nothing is unpacked: every entry must be
/// stored as it is. Names that point out of the archive, two of one name, entries that overlap or
/// are not where the directory says, compression and encryption are refused (InvalidArgument; the
/// detail says what). Zip64 is read.
using ZipEntries = std::map<std::string, std::span<const std::byte>, std::less<>>;
Result<ZipEntries> storedZipEntries(std::span<const std::byte> archive);

} // namespace dollygrip::generator
