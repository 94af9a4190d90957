#pragma once

#include "core/project/jsonreader.h"
#include "core/project/panel.h"

namespace dollygrip {

// Panels with their layers and strokes <-> JSON; part of filmjson.h.

QJsonObject panelToJson(const Panel& panel);
Panel panelFromJson(JsonReader& reader);
/// "#rrggbb", or "#aarrggbb" when it is not opaque.
QString colourToText(const QColor& colour);

} // namespace dollygrip
