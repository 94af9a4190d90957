#pragma once

#include "core/project/shot.h"

#include <QColor>
#include <QList>

namespace dollygrip::ui {

/// Calm colours that tell regions apart; none is the camera's, a sound's or that of what is held
/// still. The first is no colour: the theme's amber.
const QList<QColor>& regionPalette();
/// What a region and its arrows are drawn with: its own colour, violet when held still.
QColor regionColour(const ShotRegion& region);
/// The first of the palette that the shot has not used yet.
QColor nextRegionColour(const Shot& shot);

} // namespace dollygrip::ui
