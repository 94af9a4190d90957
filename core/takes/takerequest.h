#pragma once

#include "core/generator/request.h"
#include "core/project/film.h"
#include "core/project/panelpainter.h"

namespace dollygrip {

/// Shot + settings -> Request: the one bridge between film words and model words. Size by quality:
/// move and final at the film's size, draft at 960 wide or less, even numbers. Paints the panels,
/// so call it off the main thread when the shot is large. Any thread.
generator::Request takeRequest(const Shot& shot, const Film& film, const PanelPainter& painter,
                               generator::Quality quality);

} // namespace dollygrip
