#pragma once

#include "core/project/film.h"

#include <QList>

namespace dollygrip {

// Shots get their names by the film's rule (FilmSettings::numbering). A locked name stays; free
// names go on around it and never repeat it. Where the free shots between two locked ones do not
// fit the rule they are named after the one before them: between 12A and 12B come 12AA, 12AB.
// Scenes count from 1; a scene that holds a locked name keeps that name's scene number, and scenes
// that come between such ones are named before the next: A4, B4, then 4.

/// "A" … "Z" without I and O for 0 … 23, then "AA" …
QString numberingLetters(qsizetype index);

/// Names every shot whose name is not locked. Shots that keep their name stay the same object.
void numberShots(Film& film);
/// What tells a shot by its name changed since `before`: order, names, locks or the rule.
bool needsNumbering(const Film& before, const Film& after);

/// Sets the rule and names the shots by it.
Result<void> renumber(Film& film, const Numbering& rule);
/// Locks the names of these shots, or frees them.
Result<void> lockShotNames(Film& film, const QList<ShotId>& shots, bool areLocked);
/// A name given by hand, which locks it. An empty one gives the shot back to the rule.
Result<void> renameShot(Film& film, const ShotId& shot, const QString& name);

/// The name of a new shot before position `index` of a scene: a name in between where what follows
/// is locked, else the next free one.
QString nextShotName(const Film& film, const SceneId& scene, qsizetype index);

} // namespace dollygrip
