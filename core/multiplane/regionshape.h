#pragma once

#include "core/multiplane/pyramid.h"
#include "core/multiplane/stage.h"

#include <memory>
#include <mutex>
#include <utility>

namespace dollygrip::multiplane {

/// What a region takes along, as drawn: where something is drawn in it, with what its lines
/// enclose; on a backdrop all of it. A picture whose alpha counts.
struct RegionShape {
    RegionShape(Image alpha, Placement place) : pyramid(std::move(alpha)), where(place) {}

    Pyramid pyramid;
    Placement where;
};

/// Null when the region is empty.
std::unique_ptr<const RegionShape> shapeOf(const Plane& plane, const Region& region, double aspect);

/// Made when first asked for, by any thread.
struct LazyShape {
    std::once_flag made;
    std::unique_ptr<const RegionShape> shape;
};

} // namespace dollygrip::multiplane
