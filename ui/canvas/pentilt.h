#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dollygrip::ui {

/// How far a pen leans, 0 upright … 1 flat, of its two angles in degrees. At 60° it counts as flat.
inline double penTilt(double xDegrees, double yDegrees)
{
    constexpr double kRad = std::numbers::pi / 180;
    const double tx = std::tan(std::clamp(xDegrees, -85.0, 85.0) * kRad);
    const double ty = std::tan(std::clamp(yDegrees, -85.0, 85.0) * kRad);
    return std::min(1.0, std::atan(std::hypot(tx, ty)) / kRad / 60);
}

} // namespace dollygrip::ui
