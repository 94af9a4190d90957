#pragma once

#include "core/multiplane/guide.h"
#include "core/multiplane/preparedstage.h"
#include "core/multiplane/regionshape.h"

#include <memory>

namespace dollygrip::multiplane {

struct Guide::Private {
    static std::size_t regionsOf(const Stage& stage)
    {
        std::size_t count = 0;
        for (const Plane& plane : stage.planes) {
            count += plane.regions.size();
        }
        return count;
    }

    PreparedStage prepared;
    /// One for each region over all planes.
    std::unique_ptr<LazyShape[]> shapes =
        std::make_unique<LazyShape[]>(regionsOf(prepared.stage()));
};

} // namespace dollygrip::multiplane
