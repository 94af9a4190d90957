#pragma once

#include "core/project/film.h"
#include "core/project/sqlstatements.h"

#include <QHash>

namespace dollygrip {

/// What stands in a film file: the film as last written, and the positions of its rows.
struct WrittenFilm {
    Film film;
    QHash<QString, qint64> scenePositions;
    QHash<QString, qint64> shotPositions;
    QHash<QString, QString> sceneOfShot;
};

/// Writes what differs between `written.film` and `film` (all rows when `everything`) inside the
/// transaction that `sql` is in, and brings `written` up to date. Give it a copy: what was written
/// counts only once the transaction is committed.
void writeRows(Statements& sql, WrittenFilm& written, const Film& film, bool everything);

} // namespace dollygrip
