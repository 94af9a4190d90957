#pragma once

#include "core/project/film.h"

namespace dollygrip {

// Part of Film::check(): is what networks are told whole? Errors: Refused, naming `subject` or the
// member.

/// Numbers in range, files that lie in the model folder. Listed cast may be gone.
Result<void> checkShooting(const QString& subject, const Shooting& shooting);
/// Ids and names that are there once, pictures that the film has.
Result<void> checkCast(const Film& film);

} // namespace dollygrip
