#pragma once

#include "core/project/take.h"

#include <QJsonObject>
#include <QString>

namespace dollygrip::cli {

/// A take for machines, its report included.
QJsonObject takeJson(const Take& take, const QString& shotName);
/// A take for people: "6 frames of 320 x 180 in 1.5 s, Wan 2.1 VACE 1.3B, 20 steps, motion 1.2 %
/// off".
QString takeText(const Take& take);

} // namespace dollygrip::cli
