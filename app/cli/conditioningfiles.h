#pragma once

#include "core/multiplane/guide.h"

#include <QJsonObject>
#include <QSize>
#include <QString>

namespace dollygrip::cli {

/// Writes guide and hole pictures, point tracks, visibility and camera of a shot into a folder
/// that is there. Errors: FileUnwritable, DiskFull, Cancelled.
Result<void> writeConditioning(const multiplane::Guide& guide, QSize size, const QString& folder);

/// The camera frame by frame: position in metres (x right, y up, z forward), pan, tilt and roll in
/// degrees, focal length; and as networks take it, world to camera [3][4] in OpenCV axes (x right,
/// y down, z forward, the world's y turned down as well) and intrinsics in picture widths and
/// heights.
QJsonObject cameraJson(const multiplane::Stage& stage, QSize size);

/// A NumPy array file, format 1.0, C order. `descr`: "<f4", "|b1". `shape`: "(1, 2, 3)".
QByteArray npy(const QByteArray& descr, const QByteArray& shape, const QByteArray& values);

} // namespace dollygrip::cli
