#pragma once

#include "core/project/jsonreader.h"
#include "core/project/shooting.h"

namespace dollygrip {

// How networks shoot a shot <-> JSON; part of filmjson.h. What stands at its default is left out.

QJsonObject shootingToJson(const Shooting& shooting);
Shooting shootingFromJson(JsonReader& reader);

} // namespace dollygrip
