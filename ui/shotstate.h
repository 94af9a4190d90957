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
/// The same in full: "Medium close-up"; "Not named" when unset.
QString shotSizeName(ShotSize size);
/// "Low", "Over the shoulder"; "Not named" when unset.
QString shotAngleName(ShotAngle angle);
/// Short for a card: "low", "OTS"; empty when unset.
QString shotAngleText(ShotAngle angle);
/// "Rough"; "None" when unset.
QString shotStatusName(ShotStatus status);
/// In the order in which they are offered.
const QList<ShotSize>& shotSizes();
const QList<ShotAngle>& shotAngles();
const QList<ShotStatus>& shotStatuses();

} // namespace dollygrip::ui
