#pragma once

#include "core/project/film.h"

namespace dollygrip {

/// What an edit touched, found by comparing pointers. Ids only: who hears it asks the film.
struct FilmDiff {
    bool settings = false;
    bool order = false; ///< scenes or shots added, removed or moved
    bool audio = false;
    bool cast = false; ///< members added, removed, moved or changed
    QList<SceneId> scenesAdded, scenesRemoved,
        scenesChanged; ///< changed: heading, text or its shots
    QList<ShotId> shotsAdded, shotsRemoved, shotsChanged;
    QList<QString> assetsAdded;
    bool assetsRemoved = false; ///< an undo took some back

    bool isEmpty() const;
    bool touches(const ShotId& shot) const;
};
FilmDiff diff(const Film& before, const Film& after);

} // namespace dollygrip
