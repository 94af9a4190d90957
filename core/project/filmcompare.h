#pragma once

#include "core/project/film.h"

namespace dollygrip {

/// Writes the film that was read from `path` to a temporary file and compares every row
/// with the ones in `path`: what is read must be what is written. Returns how many rows there are.
/// Errors: FilmDamaged names the first row that differs. The film must not be open for editing.
Result<int> compareWithRewrite(const QString& path, const Film& film);

} // namespace dollygrip
