#pragma once

#include "core/project/film.h"

#include <QJsonObject>
#include <QStringList>

namespace dollygrip {

// Film <-> JSON, one object a row of the film file. Numbers are locale-independent; keys that this
// version does not know are kept in `unknown` and written back. Reading refuses (FilmDamaged) what
// is missing or of the wrong kind, naming it.

QJsonObject toJson(const FilmSettings& settings);
QJsonObject toJson(const Scene& scene); ///< without its shots
QJsonObject toJson(const Shot& shot);
QJsonObject toJson(const AudioTrack& track);
Result<FilmSettings> settingsFromJson(const QJsonObject& json);
Result<Scene> sceneFromJson(const QJsonObject& json);
Result<Shot> shotFromJson(const QJsonObject& json);
Result<AudioTrack> audioTrackFromJson(const QJsonObject& json);

/// The whole film as one object {"format", "settings", "scenes":[{…,"shots":[…]}], "audio",
/// "assets":[{"hash","mime","name","size"[, "base64"]}]}; with bytes only on demand.
QJsonObject filmToJson(const Film& film, bool withAssetBytes);
/// Reads it back. Assets need "base64", or "file": a path relative to `folder`.
Result<Film> filmFromJson(const QJsonObject& json, const QString& folder = {});

/// The current format number of rows and files.
inline constexpr int kFilmFormat = 1;

} // namespace dollygrip
