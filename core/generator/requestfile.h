#pragma once

#include "core/generator/request.h"

#include <functional>
#include <string>
#include <string_view>

namespace dollygrip::generator {

/// Reads Request::toText() back. `picture` brings the pixels of a hash. Numbers are checked to be
/// finite and in range. Errors: InvalidArgument (detail: which line), those of `picture`.
Result<Request> requestFromText(std::string_view text,
                                const std::function<Result<Image>(const std::string&)>& picture);

/// A request as a folder that an engine on another machine can shoot: request.txt and every
/// picture as <hash>.pam. Errors: FileUnwritable, DiskFull.
Result<void> writeRequest(const std::string& folder, const Request& request);
/// Errors: FileNotFound, FileUnreadable, InvalidArgument, MediaDamaged (also a picture whose
/// content is not the one its name says), MediaTooLarge.
Result<Request> readRequest(const std::string& folder);

} // namespace dollygrip::generator
