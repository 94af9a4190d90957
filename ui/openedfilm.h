#pragma once

#include "core/project/filmstore.h"
#include "core/takes/takestore.h"

#include <memory>

class QThread;

namespace dollygrip::ui {

/// A film's file and its takes, with everything that is read from the disk before a window stands.
struct OpenedFilm {
    std::unique_ptr<FilmStore> store; ///< null: the film is open already
    std::unique_ptr<TakeStore> takes;
};

/// Lists the takes beside the film.
OpenedFilm withTakes(std::unique_ptr<FilmStore> store);

// Any thread, for the pool: they wait for the disk. What they make lives on `home` afterwards.

Result<OpenedFilm> openFilm(const QString& path, OpenMode mode, QThread* home);
Result<OpenedFilm> createFilm(const QString& path, const Film& film, QThread* home);
/// The person's copy of the sample in `folder`, made if there is none; a copy that cannot be opened
/// gets a neighbour. An OpenedFilm without a store when it is `openNow` already.
Result<OpenedFilm> openSampleFilm(const QString& folder, const QString& openNow, QThread* home);

} // namespace dollygrip::ui
