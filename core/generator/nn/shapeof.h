#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// The shape of a checkpoint's tensor by its original name; empty when there is none.
using ShapeOf = std::function<std::vector<std::int64_t>(const std::string&)>;

} // namespace dollygrip::generator
