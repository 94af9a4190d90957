#include "app/cli/infocommand.h"

#include "core/media/probe.h"
#include "core/project/cut.h"
#include "core/project/filmjson.h"
#include "core/project/filmstore.h"
#include "core/takes/takestore.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <thread>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<void> aboutProgram(const Engine& engine, Report& report)
{
    const QString none = tr("none in this build");
    QJsonObject engineInfo{{u"torch"_s, QString()}, {u"blas"_s, QString()}};
    if (engine.info)
        engineInfo = engine.info();
    // The processors of this process's affinity mask.
    const int threads = engineInfo[u"threads"_s].toInt(int(std::thread::hardware_concurrency()));
    const auto line = [&](const QString& name, const QString& value) {
        report.lines.append(name.leftJustified(12) + (value.isEmpty() ? none : value));
    };
    report.json = {{u"dollygrip"_s, QCoreApplication::applicationVersion()},
                   {u"format"_s, kFilmFormat},
                   {u"qt"_s, QString::fromLatin1(qVersion())},
                   {u"ffmpeg"_s, QString::fromStdString(media::ffmpegVersion())},
                   {u"torch"_s, engineInfo[u"torch"_s]},
                   {u"blas"_s, engineInfo[u"blas"_s]},
                   {u"blasIsSlow"_s, engineInfo[u"blasIsSlow"_s].toBool()},
                   {u"device"_s, engineInfo[u"device"_s].toString(u"cpu"_s)},
                   {u"threads"_s, threads}};
    line(u"Dollygrip"_s, report.json[u"dollygrip"_s].toString());
    line(u"Qt"_s, report.json[u"qt"_s].toString());
    line(u"FFmpeg"_s, report.json[u"ffmpeg"_s].toString());
    line(u"LibTorch"_s, report.json[u"torch"_s].toString());
    line(u"BLAS"_s, report.json[u"blas"_s].toString());
    line(u"Device"_s, report.json[u"device"_s].toString());
    line(u"Threads"_s, QString::number(threads));
    if (report.json[u"blasIsSlow"_s].toBool())
        report.lines.append(tr("Shooting will be slow: LibTorch uses the reference BLAS. Install "
                               "libopenblas0-openmp."));
    return {};
}

QJsonObject shotJson(const CutEntry& entry, const TakeStore& takes)
{
    const Shot& shot = *entry.shot;
    const bool isTake = shot.circledTake && takes.take(*shot.circledTake);
    qsizetype layers = 0;
    for (const auto& panel : shot.panels)
        layers += panel->layers.size();
    return {{u"name"_s, shot.name},
            {u"start"_s, qint64(entry.range.first)},
            {u"length"_s, qint64(shot.length)},
            {u"state"_s, isTake           ? u"take"_s
                         : shot.hasMove() ? u"move"_s
                                          : u"still"_s},
            {u"panels"_s, qint64(shot.panels.size())},
            {u"layers"_s, qint64(layers)},
            {u"regions"_s, qint64(shot.regions.size())},
            {u"cameraKeys"_s, qint64(shot.camera.keys.size())},
            {u"takes"_s, qint64(takes.takesOf(shot.id).size())},
            {u"prompt"_s, shot.prompt}};
}

Result<void> aboutFilm(const QString& path, Report& report)
{
    const auto store = FilmStore::open(path, OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const Film& film = (*store)->openedFilm();
    const FilmSettings& settings = film.settings;
    const TakeStore takes((*store)->takesFolder());
    const Cut cut(film);
    const QString rate = QString::fromStdString(toText(settings.rate));
    const QString length = QString::fromStdString(timecode(cut.length(), settings.rate));
    report.lines = (*store)->notes();
    report.lines.append(tr("%1: %2 x %3, %4 frames a second, %5 frames (%6)")
                            .arg(settings.title)
                            .arg(settings.size.width())
                            .arg(settings.size.height())
                            .arg(rate)
                            .arg(cut.length())
                            .arg(length));
    QJsonArray scenes;
    for (const auto& scene : film.scenes) {
        report.lines.append(scene->heading.isEmpty() ? tr("(scene without a heading)")
                                                     : scene->heading);
        QJsonArray shots;
        for (const CutEntry& entry : cut.entries()) {
            if (entry.scene != scene->id)
                continue;
            const QJsonObject shot = shotJson(entry, takes);
            shots.append(shot);
            report.lines.append(
                tr("  %1  %2 frames from %3, %4")
                    .arg(entry.shot->name.leftJustified(6))
                    .arg(entry.shot->length, 5)
                    .arg(QString::fromStdString(
                             timecode(settings.startTimecode + entry.range.first, settings.rate)),
                         shot[u"state"_s].toString()));
        }
        scenes.append(QJsonObject{{u"heading"_s, scene->heading}, {u"shots"_s, shots}});
    }
    QJsonArray sounds;
    for (const auto& track : film.audio) {
        for (const AudioClip& clip : track->clips) {
            sounds.append(QJsonObject{{u"name"_s, clip.name},
                                      {u"at"_s, qint64(clip.at)},
                                      {u"seconds"_s, clip.lengthSeconds},
                                      {u"gain_db"_s, clip.gainDb}});
            report.lines.append(tr("Sound %1 from frame %2, %3 s")
                                    .arg(clip.name)
                                    .arg(clip.at)
                                    .arg(clip.lengthSeconds, 0, 'f', 2));
        }
    }
    report.json = {{u"title"_s, settings.title},
                   {u"width"_s, settings.size.width()},
                   {u"height"_s, settings.size.height()},
                   {u"fps"_s, rate},
                   {u"sensor_width_mm"_s, settings.sensorWidthMm},
                   {u"frames"_s, qint64(cut.length())},
                   {u"length"_s, length},
                   {u"scenes"_s, scenes},
                   {u"sounds"_s, sounds},
                   {u"assets"_s, qint64(film.assets.size())},
                   {u"cast"_s, qint64(film.cast.size())},
                   {u"takes"_s, qint64(takes.takes().size())},
                   {u"format"_s, kFilmFormat}};
    return {};
}

} // namespace

QList<Command> infoCommands(const Engine& engine)
{
    return {{u"info"_s,
             tr("Tells what is in a film; without one, which libraries this program runs on."),
             {u"[FILM]"_s},
             {},
             [engine](const Arguments& arguments, Report& report) {
                 return arguments.word(0).isEmpty() ? aboutProgram(engine, report)
                                                    : aboutFilm(arguments.word(0), report);
             }}};
}

} // namespace dollygrip::cli
