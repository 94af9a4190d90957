#pragma once

#include "core/geometry/region.h"
#include "core/multiplane/stage.h"

namespace dollygrip::multiplane {

/// The region's coverage on a part of the plane: `where` (picture units) fills a mask of
/// width x height, whatever its proportions.
Mask coverageOn(const Region& region, const Placement& where, double aspect, int width, int height);

/// The smallest placement that holds the region with its soft edge and `grow` (picture heights)
/// more, or nothing with no width when the region is empty or its numbers are not finite.
Placement placementOf(const Region& region, double aspect, double grow = 0.0);

/// The common part; no width or height when there is none.
Placement intersected(const Placement& a, const Placement& b);
Placement united(const Placement& a, const Placement& b);
bool isEmpty(const Placement& placement);

} // namespace dollygrip::multiplane
