#pragma once

#include "core/base/error.h"
#include "core/interchange/formats.h"
#include "core/playback/frameprovider.h"
#include "core/project/film.h"

#include <QSize>
#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

namespace dollygrip::interchange {

struct ExportSettings {
    QString path;
    Format format = Format::Mp4;
    QSize size;          ///< of the pictures; empty: the film's. The film is fitted in
    FrameRange range;    ///< film frames; empty: the whole film
    QList<ShotId> shots; ///< when not empty, these alone, in the film's order, instead of a range
    bool burnsInTimecode = false;
    bool burnsInShot = false; ///< the shot's name
    bool hasSound = true;     ///< where the format has sound and the film has some
    int quality = 18;         ///< of H.264: 0 lossless … 51 worst
    QString speed = QStringLiteral("veryfast"); ///< x264's preset
};

struct ExportProgress {
    FrameIndex done = 0;
    FrameIndex total = 0;
    double perSecond = 0.0;   ///< frames written a second, lately
    double secondsLeft = 0.0; ///< at that pace
};

struct ExportReport {
    FrameIndex frames = 0;
    QSize size;             ///< of the file's pictures: made even for movies
    std::int64_t bytes = 0; ///< pictures and sound, without the container
    double seconds = 0.0;   ///< it took
};

/// Called on the exporting thread after every frame.
using ExportProgressFunction = std::function<void(const ExportProgress&)>;

/// Writes the film, a range or some shots as a movie or as pictures, and returns when it is done:
/// call it in the pool, or anywhere without a window. Several pictures are painted at once, ahead
/// of the encoder. Until it has succeeded, whatever has the path's name stays as it is; when it
/// fails or is stopped nothing is left. With a burn-in there must be a QGuiApplication.
///
/// Errors: Cancelled, InvalidArgument (no frames, a size that makes no sense), NotFound (a shot
/// that is not in the film), MediaDamaged and MediaUnsupported for a broken sound, and those of
/// media::VideoWriter and media::ImageSequenceWriter: DiskFull, FileUnwritable, EncoderFailed.
Result<ExportReport> exportMovie(const Film& film, const TakeResolver& takes,
                                 std::shared_ptr<PictureCache> pictures,
                                 const ExportSettings& settings,
                                 const ExportProgressFunction& progress = {},
                                 std::stop_token stop = {});

} // namespace dollygrip::interchange
