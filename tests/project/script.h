#pragma once

#include "core/project/editing.h"

namespace dollygrip::test {

/// The number of the last scripted edit that a film went through.
int serialOf(const Film& film);

/// Edit number `k` of the script: the same change for the same film and number, on every run. It
/// touches settings, shots, their order, scenes, sounds and pictures by turns.
Result<void> applyScript(Film& film, int k);

/// What the film looks like after `k` edits, without ids: equal for two runs of the script.
QString described(const Film& film);

} // namespace dollygrip::test
