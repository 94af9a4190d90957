#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dollygrip::interchange {

/// Small zip archives in memory (PKWARE APPNOTE): stored and deflated entries, no encryption, no
/// parts, no zip64. An entry that says to be larger than `mostBytes`, or is, is refused. Name and
/// content, in the directory's order. Errors: MediaDamaged, MediaUnsupported, MediaTooLarge.
Result<std::vector<std::pair<std::string, std::string>>> unzipped(std::string_view bytes,
                                                                  std::size_t mostBytes);

/// An archive of stored entries, without dates.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& entries);

} // namespace dollygrip::interchange
