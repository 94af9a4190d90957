#include "app/cli/transfercommands.h"

#include "app/cli/conditioningfiles.h"
#include "app/cli/filmsession.h"
#include "core/interchange/movieexport.h"
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

Result<void> runConditioning(const Arguments& arguments, Report& report)
{
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
    if (!QDir().mkpath(folder))
        return fileError(ErrorCode::FileUnwritable, folder);
    const PanelPainter painter(film, std::make_shared<PictureCache>());
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
            "camera.json."),
         {u"FILM"_s, u"OUT_FOLDER"_s},
         {{u"shot"_s, u"NAME"_s, tr("which shot, by its name"), true, false},
          {u"size"_s, u"WxH"_s, tr("of the pictures"), true, false}},
         runConditioning},
    };
}

} // namespace dollygrip::cli
