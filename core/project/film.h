#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/project/audio.h"
#include "core/project/castmember.h"
#include "core/project/scene.h"

#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QSize>

namespace dollygrip {

/// Colours that belong together, by a name.
struct Palette {
    QString name;
    QList<QColor> colours;
    bool operator==(const Palette&) const = default;
};

/// The rule by which shots get their names.
struct Numbering {
    enum class Style {
        SceneAndLetter, ///< "1A", "1B" … (I and O are skipped)
        SceneAndNumber, ///< "1-10", "1-20" …, by `step`
        Film            ///< "010", "020" … through the whole film, by `step`
    };
    Style style = Style::SceneAndLetter;
    int step = 10;            ///< 1 … 100
    bool isAutomatic = false; ///< after every edit, names that are not locked follow the rule
    bool operator==(const Numbering&) const = default;
};

struct FilmSettings {
    QString title;
    QSize size{1920, 1080}; ///< picture size, both even, 16 … 8192
    FrameRate rate;
    FrameIndex startTimecode = 0; ///< in frames
    double sensorWidthMm = kSuper35WidthMm;
    QColor paper{246, 243, 236};
    double maskAspect =
        0.0; ///< a second frame is marked in the picture: width / height, 0 for none
    QList<Palette> palettes;
    Numbering numbering;
    QJsonObject unknown;

    double aspect() const { return double(size.width()) / size.height(); }
    bool operator==(const FilmSettings&) const = default;
};

/// An imported picture or sound, as it came: stored once, named by its content.
struct Asset {
    QString hash; ///< contentHash of bytes, as text
    QString mime; ///< "image/png", "audio/x-wav" …
    QString name; ///< the file's name when it was imported
    QByteArray bytes;
};
std::shared_ptr<const Asset> makeAsset(const QByteArray& bytes, const QString& mime,
                                       const QString& name);

/// The whole story in order. A value that is cheap to copy: scenes, shots, strokes and assets are
/// shared and never modified in place.
struct Film {
    FilmSettings settings;
    QList<std::shared_ptr<const Scene>> scenes;
    QList<std::shared_ptr<const AudioTrack>> audio;
    QList<std::shared_ptr<const CastMember>> cast; ///< in the order the director gave them
    QHash<QString, std::shared_ptr<const Asset>>
        assets; ///< by hash; undo never removes bytes from disk
    QJsonObject unknown;

    /// Is it whole? Lengths, ids that are unique and point to something, sizes in range.
    Result<void> check() const;
    /// The same, quicker: what is shared with `before`, a film that was whole, is not looked at
    /// again.
    Result<void> checkAfter(const Film* before) const;

    FrameIndex length() const;
    qsizetype shotCount() const;
    std::shared_ptr<const Shot> shot(const ShotId& id) const;    ///< null if absent
    std::shared_ptr<const Scene> scene(const SceneId& id) const; ///< null if absent
    std::shared_ptr<const Scene> sceneOf(const ShotId& id) const;
    std::shared_ptr<const Shot> shotNamed(const QString& name) const;       ///< first of that name
    std::shared_ptr<const CastMember> castMember(const CastId& id) const;   ///< null if absent
    std::shared_ptr<const CastMember> castNamed(const QString& name) const; ///< in any case
    bool operator==(const Film& other) const;
};

/// An empty film: one scene without shots, one audio track.
Film emptyFilm(const FilmSettings& settings);

} // namespace dollygrip
