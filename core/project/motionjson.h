#pragma once

#include "core/project/jsonreader.h"
#include "core/project/shot.h"

namespace dollygrip {

// Regions, arrows and camera paths <-> JSON; part of filmjson.h. Lengths in metres, angles in
// radians, everything else in picture units and fractions, as in the values themselves.

QJsonObject regionToJson(const ShotRegion& region);
ShotRegion regionFromJson(JsonReader& reader);
QJsonObject cameraToJson(const CameraPath& camera);
CameraPath cameraFromJson(JsonReader& reader);

} // namespace dollygrip
