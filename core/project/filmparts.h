#pragma once

#include "core/project/film.h"

#include <QByteArray>
#include <QList>

namespace dollygrip {

/// The clipboard's word for shots of a film.
inline constexpr char kShotsMime[] = "application/x-dollygrip-shots+json";

/// Shots out of a film with all that they need elsewhere: `film` is a small film of one scene with
/// the settings they were drawn for, the bytes of their pictures and the cast that they show.
struct FilmPart {
    Film film;
    bool arePanels = false; ///< copied as panels: they go into a shot where there is one
};

/// The panels of a film, and every shot of which all panels are wanted, as text for the clipboard.
QByteArray partToText(const Film& film, const QList<PanelId>& panels);
/// Reads it back. Whatever it holds, it refuses what is no whole part of a film, what names files
/// and what is too large, in a sentence's worth of subject and detail.
Result<FilmPart> partFromText(const QByteArray& text);

/// Puts the part's shots before position `index` of a scene, each with ids of its own, drawn and
/// timed for this film. Cast members that the film has by name are its own; others come along.
Result<QList<ShotId>> pasteShots(Film& film, const FilmPart& part, const SceneId& scene,
                                 qsizetype index);
/// Puts the part's panels before position `index` of a shot.
Result<QList<PanelId>> pastePanels(Film& film, const FilmPart& part, const ShotId& shot,
                                   qsizetype index);

} // namespace dollygrip
