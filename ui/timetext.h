#pragma once

#include "core/base/time.h"

#include <QString>

namespace dollygrip::ui {

/// "2 s 04 f", short for a card or a readout; "12 f" below a second.
QString lengthText(FrameIndex frames, FrameRate rate);
/// A change of length with its sign: "+12 f", "-1 s 03 f".
QString changeText(FrameIndex frames, FrameRate rate);
/// "0:42" or "1:02:07", for how long something still takes or is.
QString durationText(double seconds);

} // namespace dollygrip::ui
