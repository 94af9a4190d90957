#pragma once

#include "ui/canvas/guides.h"

namespace dollygrip::ui {

class CanvasView;
class Settings;

/// The guides as the person left them; nonsense in the file counts as never set.
GuideLook guidesIn(const Settings& settings);
void keepGuides(Settings& settings, const GuideLook& look);
/// Sets the canvas up as it was left, and keeps what is changed from then on.
void rememberGuides(CanvasView& canvas, Settings& settings);

} // namespace dollygrip::ui
