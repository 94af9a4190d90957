#pragma once

#include "app/cli/arguments.h"
#include "core/project/film.h"
#include "core/takes/takerequest.h"

namespace dollygrip::cli {

/// Options of `shoot` that say who shoots and how, for this call only; the film keeps its own.
QList<Option> directingOptions();

/// Complains about what makes no sense whatever the film is.
void checkDirections(const Arguments& arguments);

/// Who shoots: what --model and --models say, else what was chosen in the window for this quality.
/// Errors: those of modelNamed().
Result<ModelChoice> chosenModel(const Arguments& arguments, generator::Quality quality);

/// Puts what the options say into the shots of a film. Complains when there is no network to take
/// it. Errors: those of importPicture() and of
/// Film::check().
Result<void> direct(Film& film, const QList<ShotId>& shots, const Arguments& arguments,
                    bool hasNetwork);

} // namespace dollygrip::cli
