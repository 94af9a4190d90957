#pragma once

#include "core/base/error.h"
#include "core/base/image.h"

#include <string>

namespace dollygrip::generator {

inline constexpr int kLargestSide = 16384; ///< pixels; larger pictures are refused

/// Netpbm files, the pictures of an engine that has no other image library. PAM keeps RGBA as
/// Image has it (premultiplied), so that it reads back to the same hash; PPM keeps RGB.
/// Errors: FileNotFound, FileUnreadable, MediaUnsupported, MediaDamaged, MediaTooLarge.
Result<Image> readPam(const std::string& path);
/// Errors: FileUnwritable, DiskFull.
Result<void> writePam(const std::string& path, const Image& image);
Result<void> writePpm(const std::string& path, const Image& image);

} // namespace dollygrip::generator
