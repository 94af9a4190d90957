#pragma once

namespace dollygrip::ui {

// Sizes that brushes can have, picture heights.
inline constexpr double kSmallestBrush = 0.0008;
inline constexpr double kLargestBrush = 0.25;

} // namespace dollygrip::ui
