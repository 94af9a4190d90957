#pragma once

#include <string>

namespace dollygrip::interchange {

/// The shortest text that reads back as the same number, the same in every country.
std::string numberText(double value);

} // namespace dollygrip::interchange
