#pragma once

#include "core/project/shot.h"
#include "core/takes/takestore.h"
#include "ui/theme.h"

namespace dollygrip::ui {

/// The one mark of a shot: by its circled take if the store has it, else by whether it moves.
ShotMark markOf(const Shot& shot, const TakeStore& takes);
/// The mark in words, for tips and screen readers.
QString markText(ShotMark mark);
/// A shot's size as a storyboard abbreviates it: "MCU"; empty when unset.
QString shotSizeText(ShotSize size);

} // namespace dollygrip::ui
