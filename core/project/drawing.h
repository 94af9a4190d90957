#pragma once

#include "core/project/film.h"

namespace dollygrip {

// What drawing tools do to a layer besides adding a stroke on top (editing.h). A locked layer
// refuses.

/// Puts a stroke under the lines of a layer, over what lies flat at its bottom already.
Result<void> addStrokeBelow(Film& film, const ShotId& shot, const LayerId& layer, Stroke stroke);

/// Puts another stroke in the place of `old`; an empty text takes it away.
Result<void> replaceStroke(Film& film, const ShotId& shot, const LayerId& layer,
                           const std::shared_ptr<const Stroke>& old, Stroke stroke);

// The film's palettes.
Result<void> addPalette(Film& film, Palette palette); ///< its name is made one of a kind
Result<void> renamePalette(Film& film, qsizetype index, const QString& name);
Result<void> removePalette(Film& film, qsizetype index);
Result<void> setPaletteColours(Film& film, qsizetype index, const QList<QColor>& colours);

} // namespace dollygrip
