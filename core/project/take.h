#pragma once

#include "core/base/contenthash.h"
#include "core/base/time.h"
#include "core/project/ids.h"

#include <QDateTime>
#include <QSize>
#include <QString>

namespace dollygrip {

/// One generated version of a shot, as the ledger beside the film keeps it.
struct Take {
    TakeId id = TakeId::create();
    ShotId shot = ShotId::create();
    QString requestHash; ///< everything that determines it
    QString quality;     ///< "move", "draft" or "final"
    QString model;       ///< "completion" until networks are named
    quint64 seed = 0;
    QSize size;
    FrameIndex frames = 0;
    FrameRate rate;
    QDateTime made;
    double seconds = 0; ///< how long it took
    QString note;
    QString folder; ///< absolute; pictures are frame-%05d.png in it, from 0
};

} // namespace dollygrip
