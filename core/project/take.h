#pragma once

#include "core/base/contenthash.h"
#include "core/base/time.h"
#include "core/project/ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QSize>
#include <QString>

namespace dollygrip {

/// Pictures of what the network was given for a take.
struct TakeSignal {
    QString name; ///< "control", "mask", "reference" …
    FrameIndex frames = 0;
    bool operator==(const TakeSignal&) const = default;
};

/// One generated version of a shot, as the ledger beside the film keeps it.
struct Take {
    TakeId id = TakeId::create();
    ShotId shot = ShotId::create();
    QString requestHash; ///< everything that determines it
    QString quality;     ///< "move", "draft" or "final"
    QString model;       ///< "completion", or the Model::id of a network
    QString modelName;   ///< for people, "Wan 2.1 VACE 1.3B"; empty for completion
    QString prompt;      ///< as it was sent
    quint64 seed = 0;
    QSize size;
    FrameIndex frames = 0;
    FrameRate rate;
    QDateTime made;
    double seconds = 0; ///< how long it took
    int steps = 0;      ///< of the sampler; 0: there was none
    int stepsDone = 0;
    QList<TakeSignal> conditioning; ///< kept beside the pictures: <name>-%05d.png, from 0
    QJsonObject report;             ///< measured on the pictures; empty: not yet
    QString note;
    QString folder; ///< absolute; pictures are frame-%05d.png in it, from 0

    /// Somebody said "stop here": it is a take, but not what its request asks for.
    bool isStoppedEarly() const { return stepsDone < steps; }
};

} // namespace dollygrip
