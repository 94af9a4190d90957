#pragma once

#include "ui/canvas/picked.h"

namespace dollygrip::ui {

/// The clipboard's word for picked pictures, each a layer, with their bytes.
inline constexpr char kPicturesMime[] = "application/x-dollygrip-pictures+json";

/// The picked pictures as text for the clipboard, as a part of a film; empty when none is picked.
/// Any thread.
QByteArray picturesToText(const Picked& picked, const Film& film);

struct PastedPictures {
    QList<Layer> layers; ///< with ids of their own, in no group, shared with nobody
    QHash<QString, std::shared_ptr<const Asset>> assets;
};
/// Reads it back; refuses what partFromText() refuses and what has no picture.
Result<PastedPictures> picturesFromText(const QByteArray& text);

/// A copy of the layer that is its own.
Layer twinOf(const Layer& layer);

} // namespace dollygrip::ui
