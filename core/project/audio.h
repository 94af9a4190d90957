#pragma once

#include "core/base/time.h"
#include "core/project/ids.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace dollygrip {

/// A piece of sound on the timeline.
struct AudioClip {
    ClipId id = ClipId::create();
    QString name;
    QString sound;              ///< hash of an asset
    FrameIndex at = 0;          ///< film frame at which it starts, >= 0
    double offsetSeconds = 0.0; ///< where in the sound it starts, >= 0
    double lengthSeconds = 0.0; ///< how much of it plays, > 0
    double gainDb = 0.0;
    double fadeInSeconds = 0.0;
    double fadeOutSeconds = 0.0;
    bool operator==(const AudioClip&) const = default;
};

/// A scratch track: clips that play together with the pictures.
struct AudioTrack {
    TrackId id = TrackId::create();
    QString name;
    double gainDb = 0.0;
    bool isMuted = false;
    QList<AudioClip> clips;
    QJsonObject unknown;
    bool operator==(const AudioTrack&) const = default;
};

} // namespace dollygrip
