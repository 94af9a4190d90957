#pragma once

#include "core/multiplane/stage.h"

#include <Eigen/Core>

#include <vector>

namespace dollygrip::multiplane {

/// Points spread evenly inside a region's drawn area, at least 16 and more for large ones, the same
/// every time. They keep to what is drawn on the plane and out of the regions that lie over this
/// one, as far as that leaves enough. None when the region has no area.
std::vector<Eigen::Vector2d> scattered(const Plane& plane, int region, double aspect);

} // namespace dollygrip::multiplane
