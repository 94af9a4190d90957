#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dollygrip::interchange {

/// The entries of a small zip archive in memory, unpacked: name and content, in the directory's
/// order. More than `mostBytes` in all are refused. Errors: MediaDamaged, MediaTooLarge.
Result<std::vector<std::pair<std::string, std::string>>> unzipped(std::string_view bytes,
                                                                  std::size_t mostBytes);

/// An archive of stored entries, without dates.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& entries);

} // namespace dollygrip::interchange
