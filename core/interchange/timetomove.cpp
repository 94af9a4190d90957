#include "core/interchange/timetomove.h"

#include "core/media/videoreader.h"
#include "core/media/videowriter.h"
#include "core/multiplane/guide.h"
#include "core/project/errortext.h"
#include "core/project/filmfile.h"
#include "core/project/pictureimport.h"

#include <QDir>
#include <QImage>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace dollygrip::interchange {

using namespace Qt::StringLiterals;

namespace {

constexpr FrameIndex kFewestFrames = 81;
constexpr FrameRate kRate{16, 1};

Error damaged(const QString& path, const QString& why)
{
    return {ErrorCode::MediaDamaged, path.toStdString(), why.toStdString()};
}

/// The same move at 16 frames a second.
multiplane::Stage atModelRate(multiplane::Stage stage)
{
    const double seconds = double(stage.frames - 1) / stage.rate.perSecond();
    const FrameIndex frames =
        std::max<FrameIndex>(1, FrameIndex(std::lround(seconds * kRate.perSecond())) + 1);
    const double factor = double(frames) / double(std::max<FrameIndex>(stage.frames, 1));
    for (multiplane::Plane& plane : stage.planes) {
        plane.visible = {FrameIndex(std::lround(double(plane.visible.first) * factor)),
                         FrameIndex(std::lround(double(plane.visible.end) * factor))};
    }
    stage.frames = frames;
    stage.rate = kRate;
    return stage;
}

Image maskPicture(const multiplane::Guide& guide, FrameIndex n, QSize size,
                  const multiplane::GuideFrame& frame)
{
    std::vector<Mask> moving;
    int index = 0;
    for (const multiplane::Plane& plane : guide.stage().planes) {
        for (const multiplane::PlaneRegion& region : plane.regions) {
            if (region.moves()) {
                moving.push_back(guide.regionCoverage(index, n, size.width(), size.height()));
            }
            ++index;
        }
    }
    return Image::filled(size.width(), size.height(), [&](std::uint8_t* pixels) {
        const std::size_t count = std::size_t(size.width()) * std::size_t(size.height());
        for (std::size_t i = 0; i < count; ++i) {
            bool isWhite = moving.empty() && frame.hole.values[i] < 128;
            for (const Mask& mask : moving)
                isWhite = isWhite || (!mask.values.empty() && mask.values[i] > 127);
            std::fill_n(pixels + i * 4, 3, std::uint8_t(isWhite ? 255 : 0));
            pixels[i * 4 + 3] = 255;
        }
    });
}

Result<media::VideoWriter> movie(const QString& path, QSize size)
{
    media::MovieSettings settings;
    settings.width = size.width();
    settings.height = size.height();
    settings.rate = kRate;
    settings.quality = 4; // what a network reads must not show the encoder
    return media::VideoWriter::create(path.toStdString(), settings);
}

} // namespace

Result<TimeToMoveCase> writeTimeToMove(const multiplane::Stage& stage, QSize size,
                                       const QString& prompt, const QString& folder,
                                       const std::stop_token& stop)
{
    size = {size.width() / 2 * 2, size.height() / 2 * 2};
    if (size.isEmpty())
        return Error{ErrorCode::InvalidArgument, {}, "an empty picture"};
    const QDir place(folder);
    if (!place.mkpath(u"."_s))
        return fileError(ErrorCode::FileUnwritable, folder);
    const multiplane::Guide guide(atModelRate(stage));
    auto signal = movie(place.filePath(u"motion_signal.mp4"_s), size);
    if (!signal)
        return signal.error();
    auto mask = movie(place.filePath(u"mask.mp4"_s), size);
    if (!mask)
        return mask.error();
    const FrameIndex frames = std::max(kFewestFrames, guide.stage().frames);
    Image first;
    for (FrameIndex k = 0; k < frames; ++k) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const FrameIndex n = std::min(k, guide.stage().frames - 1);
        const multiplane::GuideFrame frame = guide.frame(n, size.width(), size.height());
        if (auto added = signal->add(frame.picture); !added)
            return added.error();
        if (auto added = mask->add(maskPicture(guide, n, size, frame)); !added)
            return added.error();
        if (k == 0)
            first = frame.picture;
    }
    if (auto done = signal->finish(); !done)
        return done.error();
    if (auto done = mask->finish(); !done)
        return done.error();
    const QString picture = place.filePath(u"first_frame.png"_s);
    if (!toQImage(first).convertToFormat(QImage::Format_RGB888).save(picture))
        return fileError(isDiskFull(picture) ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                         picture);
    QSaveFile text(place.filePath(u"prompt.txt"_s));
    if (!text.open(QIODevice::WriteOnly) || text.write(prompt.toUtf8()) < 0 || !text.commit())
        return fileError(ErrorCode::FileUnwritable, text.fileName(), text.errorString());
    return TimeToMoveCase{size, frames, kRate, prompt};
}

Result<TimeToMoveCase> readTimeToMove(const QString& folder)
{
    const QDir place(folder);
    const auto first = media::readPicture(place.filePath(u"first_frame.png"_s).toStdString());
    if (!first)
        return first.error();
    const QString signalPath = place.filePath(u"motion_signal.mp4"_s);
    auto signal = media::VideoReader::open(signalPath.toStdString());
    if (!signal)
        return signal.error();
    const QString maskPath = place.filePath(u"mask.mp4"_s);
    auto mask = media::VideoReader::open(maskPath.toStdString());
    if (!mask)
        return mask.error();
    TimeToMoveCase result;
    result.size = {signal->width(), signal->height()};
    result.rate = signal->rate();
    if (QSize(mask->width(), mask->height()) != result.size)
        return damaged(maskPath, u"its size is not that of motion_signal.mp4"_s);
    // The picture may be of any size, but not of another shape.
    if (std::abs(double(first->width()) / first->height()
                 - double(result.size.width()) / result.size.height())
        > 0.03)
        return damaged(place.filePath(u"first_frame.png"_s),
                       u"its shape is not that of motion_signal.mp4"_s);
    while (true) {
        const auto picture = signal->next();
        if (!picture)
            return picture.error();
        if (picture->isNull())
            break;
        const auto covered = mask->next();
        if (!covered)
            return covered.error();
        if (covered->isNull())
            return damaged(maskPath, u"it ends before motion_signal.mp4"_s);
        if (++result.frames > 10'000)
            return Error{ErrorCode::MediaTooLarge, signalPath.toStdString(), "too many frames"};
    }
    QFile text(place.filePath(u"prompt.txt"_s));
    if (text.open(QIODevice::ReadOnly))
        result.prompt = QString::fromUtf8(text.read(100'000)).trimmed();
    return result;
}

} // namespace dollygrip::interchange
