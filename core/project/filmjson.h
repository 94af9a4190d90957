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
QJsonObject toJson(const CastMember& member);
Result<FilmSettings> settingsFromJson(const QJsonObject& json);
Result<Scene> sceneFromJson(const QJsonObject& json);
Result<Shot> shotFromJson(const QJsonObject& json);
Result<AudioTrack> audioTrackFromJson(const QJsonObject& json);
Result<CastMember> castMemberFromJson(const QJsonObject& json);

/// The whole film as one object {"format", "settings", "scenes":[{…,"shots":[…]}], "audio",
/// "cast", "assets":[{"hash","mime","name","size"[, "base64"]}]}; with bytes only on demand.
QJsonObject filmToJson(const Film& film, bool withAssetBytes);
/// Reads it back. Assets need "base64", or "file": a path relative to `folder`.
/// What people write by hand may leave out ids (not those that others point to) and call an asset
/// what they like; points of a stroke are base64 of little-endian floats x, y, pressure, or a plain
/// list of such numbers. The film is checked.
Result<Film> filmFromJson(const QJsonObject& json, const QString& folder = {});
/// Reads it back with assets that are at hand already; not checked.
Result<Film> filmFromJson(const QJsonObject& json,
                          const QHash<QString, std::shared_ptr<const Asset>>& assets);

/// The current format number of rows and files.
inline constexpr int kFilmFormat = 2;

} // namespace dollygrip
