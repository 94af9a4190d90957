#pragma once

#include "core/multiplane/guide.h"
#include "core/multiplane/preparedstage.h"

namespace dollygrip::multiplane {

struct Guide::Private {
    PreparedStage prepared;
};

} // namespace dollygrip::multiplane
