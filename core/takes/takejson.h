#pragma once

#include "core/base/error.h"
#include "core/project/take.h"

#include <QString>

namespace dollygrip {

/// Reads `folder`/take.json. Everything in it is checked; `folder` becomes the take's folder.
/// Errors: FileNotFound, FileUnreadable, MediaDamaged.
Result<Take> readTakeJson(const QString& folder);

/// "control", "mask" …: a plain word of small letters, and not the pictures' own "frame".
bool isSignalName(const QString& name);

/// Writes `folder`/take.json, whole or not at all. Returns the system's words when that fails,
/// else nothing.
QString writeTakeJson(const QString& folder, const Take& take);

} // namespace dollygrip
