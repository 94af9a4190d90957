#pragma once

#include <Eigen/Core>

#include <vector>

namespace dollygrip::ui {

/// A freehand line as few points: smoothed a little, then only those kept without which a smooth
/// curve would leave the line by more than `tolerance` picture heights (Ramer, Douglas & Peucker).
/// First and last stay where they were drawn. Pure.
std::vector<Eigen::Vector2d> fitted(const std::vector<Eigen::Vector2d>& drawn, double aspect,
                                    double tolerance);

/// The same for a closed outline, without smoothing; keeps at least three points if there are.
std::vector<Eigen::Vector2d> simplified(const std::vector<Eigen::Vector2d>& drawn, double aspect,
                                        double tolerance);

/// Distance of a point from the segment a-b as seen, in picture heights.
double segmentDistance(const Eigen::Vector2d& point, const Eigen::Vector2d& a,
                       const Eigen::Vector2d& b, double aspect);

} // namespace dollygrip::ui
