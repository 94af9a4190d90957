#include "app/cli/transfercommands.h"

#include "app/cli/conditioningfiles.h"
#include "app/cli/filmsession.h"
#include "core/interchange/motion/motionformats.h"
#include "core/interchange/motion/shotmotion.h"
#include "core/interchange/movieexport.h"
#include "core/interchange/timetomove.h"
#include "core/multiplane/guide.h"
#include "core/project/errortext.h"
#include "core/project/stageshot.h"
#include "core/takes/takestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<void> runExport(const Arguments& arguments, Report& report)
{
    interchange::ExportSettings settings;
    settings.path = arguments.word(1);
    const auto format = interchange::formatOf(settings.path);
    if (!format)
        arguments.complain(tr("“%1” is neither .mp4, .mov nor a folder.").arg(settings.path));
    const auto size = arguments.size(u"size"_s);
    const QStringList shots = arguments.list(u"shots"_s);
    if (arguments.has(u"shots"_s) && shots.isEmpty())
        arguments.complain(tr("--shots names no shot."));
    for (const QString& what : arguments.list(u"burn-in"_s)) {
        settings.burnsInTimecode |= what == u"timecode"_s;
        settings.burnsInShot |= what == u"shot"_s;
        if (what != u"timecode"_s && what != u"shot"_s)
            arguments.complain(tr("--burn-in %1 is none of: timecode, shot.").arg(what));
    }
    if (!arguments.isGood())
        return {};
    settings.format = *format;
    settings.size = size.value_or(QSize());
    const auto store = FilmStore::open(arguments.word(0), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const Film& film = (*store)->openedFilm();
    for (const QString& name : shots) {
        const auto shot = shotNamed(film, name);
        if (!shot)
            return shot.error();
        settings.shots.append((*shot)->id);
    }
    const TakeStore takes((*store)->takesFolder());
    std::stop_source stop;
    const auto progress = [&](const interchange::ExportProgress& now) {
        if (isInterrupted())
            stop.request_stop();
        showProgress(
            tr("Frame %1 of %2, %3 s left").arg(now.done).arg(now.total).arg(int(now.secondsLeft)));
    };
    const auto done = interchange::exportMovie(film, circledTakes(takes.takes()),
                                               std::make_shared<PictureCache>(), settings, progress,
                                               stop.get_token());
    if (!done)
        return done.error();
    report.lines.append(tr("Wrote %1: %2 frames of %3 x %4 in %5 s.")
                            .arg(settings.path)
                            .arg(done->frames)
                            .arg(done->size.width())
                            .arg(done->size.height())
                            .arg(done->seconds, 0, 'f', 1));
    report.json = {{u"path"_s, settings.path},        {u"frames"_s, qint64(done->frames)},
                   {u"width"_s, done->size.width()},  {u"height"_s, done->size.height()},
                   {u"bytes"_s, qint64(done->bytes)}, {u"seconds"_s, done->seconds}};
    return {};
}

/// A folder of pictures, so it is no row of the table of motion formats.
const QString kTimeToMove = u"time-to-move"_s;

QStringList motionFormatNames()
{
    QStringList names;
    for (const interchange::MotionFormat& format : interchange::motionFormats())
        names.append(QString::fromStdString(std::string(format.id)));
    names.append(kTimeToMove);
    return names;
}

/// The format that an option names; null and a complaint when there is none of that name.
const interchange::MotionFormat* motionFormatOf(const Arguments& arguments, const QString& option)
{
    const QString id = arguments.text(option);
    const auto* format = interchange::motionFormat(id.toStdString());
    if (!format)
        arguments.complain(
            tr("--%1 %2 is none of: %3.").arg(option, id, motionFormatNames().join(u", "_s)));
    return format;
}

/// Writes motion in the format of --format and says what that loses.
Result<void> writeAs(const interchange::MotionFormat& format, const interchange::MotionFile& motion,
                     const QString& path, Report& report)
{
    if (auto done = interchange::writeMotion(format, motion, path.toStdString()); !done)
        return done;
    const QString lost = QString::fromUtf8(format.lost.data(), qsizetype(format.lost.size()));
    report.lines.append(tr("Wrote %1 for %2. Not kept: %3.")
                            .arg(path, QString::fromStdString(std::string(format.name)), lost));
    report.json = {{u"path"_s, path},
                   {u"format"_s, QString::fromStdString(std::string(format.id))},
                   {u"points"_s, format.hasPoints ? motion.points : 0},
                   {u"lost"_s, lost}};
    return {};
}

Result<void> writeCase(const multiplane::Stage& stage, QSize size, const QString& prompt,
                       const QString& folder, Report& report)
{
    const auto written = interchange::writeTimeToMove(stage, size, prompt, folder, {});
    if (!written)
        return written.error();
    report.lines.append(tr("Wrote %1 for Time-to-Move: %2 frames of %3 x %4. Not kept: the film's "
                           "rate, points, the camera's numbers.")
                            .arg(folder)
                            .arg(written->frames)
                            .arg(written->size.width())
                            .arg(written->size.height()));
    report.json = {
        {u"path"_s, folder}, {u"format"_s, kTimeToMove}, {u"frames"_s, qint64(written->frames)}};
    return {};
}

/// conditioning FILE OUT --from FORMAT --format FORMAT: from one program's files to another's.
Result<void> runConversion(const Arguments& arguments, Report& report)
{
    if (arguments.text(u"from"_s) == kTimeToMove) {
        const auto found = interchange::readTimeToMove(arguments.word(0));
        if (!found)
            return found.error();
        report.lines.append(tr("A whole Time-to-Move folder: %1 frames of %2 x %3. It has pictures "
                               "only, so it cannot become another format.")
                                .arg(found->frames)
                                .arg(found->size.width())
                                .arg(found->size.height()));
        report.json = {{u"frames"_s, qint64(found->frames)},
                       {u"width"_s, found->size.width()},
                       {u"height"_s, found->size.height()},
                       {u"prompt"_s, found->prompt}};
        return {};
    }
    const auto* from = motionFormatOf(arguments, u"from"_s);
    const auto* format = motionFormatOf(arguments, u"format"_s);
    const auto size = arguments.has(u"size"_s) ? arguments.size(u"size"_s) : std::nullopt;
    if (!arguments.isGood())
        return {};
    auto motion = interchange::readMotion(*from, arguments.word(0).toStdString());
    if (!motion)
        return motion.error();
    if (size)
        motion = interchange::rescaled(std::move(*motion), size->width(), size->height());
    if (motion->framesPerSecond <= 0)
        report.lines.append(tr("The file does not say its rate: its frames are spread evenly."));
    return writeAs(*format, *motion, arguments.word(1), report);
}

Result<void> runConditioning(const Arguments& arguments, Report& report)
{
    if (arguments.has(u"from"_s))
        return runConversion(arguments, report);
    const bool isCase = arguments.text(u"format"_s) == kTimeToMove;
    const interchange::MotionFormat* format =
        arguments.has(u"format"_s) && !isCase ? motionFormatOf(arguments, u"format"_s) : nullptr;
    if (!arguments.has(u"shot"_s) || !arguments.has(u"size"_s))
        arguments.complain(tr("A film wants --shot and --size."));
    const auto size = arguments.size(u"size"_s);
    if (!arguments.isGood())
        return {};
    const auto store = FilmStore::open(arguments.word(0), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const Film& film = (*store)->openedFilm();
    const auto shot = shotNamed(film, arguments.text(u"shot"_s));
    if (!shot)
        return shot.error();
    const QString folder = arguments.word(1);
    const PanelPainter painter(film, std::make_shared<PictureCache>());
    if (isCase || format) {
        const multiplane::Stage stage = stageShot(**shot, painter, film.settings, size->height());
        if (isCase)
            return writeCase(stage, *size, (*shot)->prompt, folder, report);
        interchange::MotionFile motion =
            interchange::shotMotion(stage, size->width(), size->height());
        if (format->framesPerSecond <= 0) // the film's own, where the format has none
            motion = interchange::resampled(motion, stage.rate.perSecond(), stage.frames);
        return writeAs(*format, motion, folder, report);
    }
    if (!QDir().mkpath(folder))
        return fileError(ErrorCode::FileUnwritable, folder);
    const multiplane::Guide guide(stageShot(**shot, painter, film.settings, size->height()));
    if (auto done = writeConditioning(guide, *size, folder); !done)
        return done;
    report.lines.append(tr("Wrote the conditioning of shot %1 to %2: %3 frames of %4 x %5.")
                            .arg((*shot)->name, folder)
                            .arg((*shot)->length)
                            .arg(size->width())
                            .arg(size->height()));
    report.json = {{u"folder"_s, folder},
                   {u"frames"_s, qint64((*shot)->length)},
                   {u"width"_s, size->width()},
                   {u"height"_s, size->height()}};
    return {};
}

} // namespace

QList<Command> transferCommands()
{
    return {
        {u"export"_s,
         tr("Writes the film as a movie (.mp4: H.264 with AAC, .mov: ProRes 422) or as PNG "
            "pictures into a folder. Circled takes play."),
         {u"FILM"_s, u"OUT"_s},
         {{u"shots"_s, u"1A,1B"_s, tr("these alone; else the whole film"), false, false},
          {u"size"_s, u"WxH"_s, tr("else the film's"), false, false},
          {u"burn-in"_s, u"timecode,shot"_s, tr("what is written on the pictures"), false, false}},
         runExport},
        {u"conditioning"_s,
         tr("Writes what a generator is given for a shot: guide-%05d.png, hole-%05d.png (white "
            "where nobody drew), tracks.npy [1,F,N,2] in pixels, visibility.npy [1,F,N] and "
            "camera.json. With --format the motion alone, as another program reads it; with --from "
            "such a file is turned into that of another program."),
         {u"FILM"_s, u"OUT"_s},
         {{u"shot"_s, u"NAME"_s, tr("which shot, by its name"), false, false},
          {u"size"_s, u"WxH"_s, tr("of the pictures"), false, false},
          {u"format"_s, u"NAME"_s, motionFormatNames().join(u", "_s), false, false},
          {u"from"_s, u"NAME"_s, tr("FILM is a motion file of that format"), false, false}},
         runConditioning},
    };
}

} // namespace dollygrip::cli
