#pragma once

#include "core/base/error.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace dollygrip {

/// "DGrp", the application_id of a film's SQLite file.
inline constexpr quint32 kFilmApplicationId = 0x44477270;

/// Looks at a file's first bytes and its size, without SQLite: is it there, readable, a film, whole
/// in length? Errors: FileNotFound, FileUnreadable, NotAFilm, FilmDamaged. Must not be called while
/// this process has the film open (closing a file drops a process's locks on it).
Result<void> inspectFilmFile(const QString& path);

/// Takes the lock beside the film. A lock left by a process of this machine that is gone is taken
/// over. Errors: FilmLocked (detail: person and machine), FileUnwritable, DiskFull.
Result<std::unique_ptr<QLockFile>> lockFilm(const QString& path);

/// Where a film is read from when nothing may be written beside it: in place if its log is empty,
/// else from a copy in `folder` (a temporary one), where the log may be replayed.
Result<QString> readingPlace(const QString& path, const QString& folder);

/// A name beside `path` that is free: "My Film (format 1).dgrip", "My Film (format 1) 2.dgrip" …
QString keptName(const QString& path, int format);

/// Is there hardly any room left where the file lies?
bool isDiskFull(const QString& path);

} // namespace dollygrip
