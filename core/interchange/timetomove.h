#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/multiplane/stage.h"

#include <QSize>
#include <QString>

#include <stop_token>

namespace dollygrip::interchange {

/// What a Time-to-Move case folder holds (time-to-move, GUIs/README.md): `first_frame.png`,
/// `motion_signal.mp4` (the crude move), `mask.mp4` (white: what follows it) and `prompt.txt`.
struct TimeToMoveCase {
    QSize size;
    FrameIndex frames = 0;
    FrameRate rate;
    QString prompt;
};

/// Writes the move of a shot as such a folder: 16 frames a second, at least 81 of them, the last
/// one held. Moving regions are white in the mask; where none moves, all that was drawn is, for the
/// camera alone. `size` is made even. Errors: FileUnwritable, DiskFull, EncoderFailed, Cancelled.
Result<TimeToMoveCase> writeTimeToMove(const multiplane::Stage& stage, QSize size,
                                       const QString& prompt, const QString& folder,
                                       const std::stop_token& stop);

/// Looks whether such a folder is whole: all pictures of one size, a mask for every frame. Errors:
/// FileNotFound, MediaDamaged (detail: what does not fit) and those of media::VideoReader.
Result<TimeToMoveCase> readTimeToMove(const QString& folder);

} // namespace dollygrip::interchange
