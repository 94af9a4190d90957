#pragma once

#include "core/base/error.h"
#include "core/base/image.h"
#include "core/project/film.h"

#include <QImage>
#include <QString>

namespace dollygrip {

inline constexpr int kLargestPictureSide = 16384; ///< pixels; larger ones are refused

/// Reads a picture file for import and proves that it decodes: 8 and 16 bit, grey, RGB, CMYK, with
/// or without alpha, turned as its EXIF says. The bytes are kept as they came. Errors:
/// FileNotFound, FileUnreadable, MediaUnsupported, MediaDamaged (cut off), MediaTooLarge. Any
/// thread.
Result<std::shared_ptr<const Asset>> importPicture(const QString& path);
/// Same for a sound: kept as it came; whether it decodes is asked of media::AudioReader by the
/// caller.
Result<std::shared_ptr<const Asset>> importSound(const QString& path);
/// Decodes an asset to premultiplied RGBA, sRGB. Errors as above. Any thread.
Result<Image> decodePicture(const Asset& asset);

/// A placement that covers the frame with a picture of this size, keeping its proportions; what is
/// too much lies beyond the frame, for the camera to find.
multiplane::Placement coveringPlacement(QSize picture, double frameAspect);

/// QImage view on an Image's pixels, uncopied (keeps them alive); and the way back (converts).
QImage toQImage(const Image& image);
Image toImage(const QImage& image);

} // namespace dollygrip
