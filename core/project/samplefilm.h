#pragma once

#include "core/project/film.h"

namespace dollygrip {

/// The sample film that is compiled in (resources/sample; the program links dollygrip_sample and
/// calls Q_INIT_RESOURCE(sample)). Opens on first start. Errors: FileUnreadable without it.
Result<Film> sampleFilm();

} // namespace dollygrip
