#include "app/cli/projectcommands.h"

#include "core/project/filmcompare.h"
#include "core/project/filmjson.h"
#include "core/project/filmstore.h"
#include "core/project/pictureimport.h"
#include "core/project/samplefilm.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<void> runNew(const Arguments& arguments, Report& report)
{
    FilmSettings settings;
    settings.title = arguments.text(u"title"_s, QFileInfo(arguments.word(0)).completeBaseName());
    settings.size = arguments.size(u"size"_s).value_or(settings.size);
    settings.rate = arguments.rate(u"fps"_s).value_or(settings.rate);
    settings.sensorWidthMm = arguments.number(u"sensor-mm"_s, settings.sensorWidthMm, 1.0, 200.0);
    if (!arguments.isGood())
        return {};
    const Film film = emptyFilm(settings);
    if (auto whole = film.check(); !whole)
        return whole;
    const auto store = FilmStore::create(arguments.word(0), film);
    if (!store)
        return store.error();
    report.lines.append(tr("Made %1.").arg((*store)->path()));
    report.json[u"film"_s] = (*store)->path();
    return {};
}

Result<void> runSample(const Arguments& arguments, Report& report)
{
    const auto film = sampleFilm();
    if (!film)
        return film.error();
    const auto store = FilmStore::create(arguments.word(0), *film);
    if (!store)
        return store.error();
    report.lines.append(tr("Wrote the sample film to %1: shots %2, frames %3.")
                            .arg((*store)->path())
                            .arg(film->shotCount())
                            .arg(film->length()));
    report.json = {{u"film"_s, (*store)->path()},
                   {u"shots"_s, qint64(film->shotCount())},
                   {u"frames"_s, qint64(film->length())}};
    return {};
}

Result<void> runDump(const Arguments& arguments, Report& report)
{
    const auto store = FilmStore::open(arguments.word(0), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const QJsonObject json = filmToJson((*store)->openedFilm(), arguments.has(u"with-bytes"_s));
    report.raw = QJsonDocument(json).toJson();
    return {};
}

/// Are the stored bytes the ones that were imported, and do pictures decode?
Result<void> checkAssets(const Film& film)
{
    for (const auto& asset : film.assets) {
        if (makeAsset(asset->bytes, {}, {})->hash != asset->hash)
            return Error{ErrorCode::MediaDamaged, asset->name.toStdString(),
                         "its bytes are not the ones that were imported"};
        if (asset->mime.startsWith(u"image/"_s)) {
            if (const auto image = decodePicture(*asset); !image)
                return image.error();
        }
    }
    return {};
}

Result<void> runCheck(const Arguments& arguments, Report& report)
{
    const auto store = FilmStore::open(arguments.word(0), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const Film& film = (*store)->openedFilm();
    if (auto whole = checkAssets(film); !whole)
        return whole;
    report.lines = (*store)->notes();
    report.lines.append(tr("%1 is whole: scenes %2, shots %3, frames %4, pictures and sounds %5.")
                            .arg(QFileInfo(arguments.word(0)).fileName())
                            .arg(film.scenes.size())
                            .arg(film.shotCount())
                            .arg(film.length())
                            .arg(film.assets.size()));
    report.json = {{u"scenes"_s, qint64(film.scenes.size())},
                   {u"shots"_s, qint64(film.shotCount())},
                   {u"frames"_s, qint64(film.length())},
                   {u"assets"_s, qint64(film.assets.size())}};
    if (arguments.has(u"strict"_s)) {
        const auto rows = compareWithRewrite(arguments.word(0), film);
        if (!rows)
            return rows.error();
        report.lines.append(tr("Every row is written as it was read (%1).").arg(*rows));
        report.json[u"rows"_s] = *rows;
    }
    return {};
}

} // namespace

QList<Command> projectCommands()
{
    return {
        {u"new"_s,
         tr("Makes an empty film."),
         {u"FILM"_s},
         {{u"title"_s, u"T"_s, tr("its title; else the file's name"), false, false},
          {u"size"_s, u"WxH"_s, tr("picture size, both even; else 1920x1080"), false, false},
          {u"fps"_s, u"RATE"_s, tr("24, 25, 23.976, 24000/1001 …; else 24"), false, false},
          {u"sensor-mm"_s, u"MM"_s, tr("width of the film gate; else 24.89"), false, false}},
         runNew},
        {u"sample"_s, tr("Writes the sample film to a new file."), {u"FILM"_s}, {}, runSample},
        {u"check"_s,
         tr("Reads a film, looks it over and decodes its pictures; changes nothing."),
         {u"FILM"_s},
         {{u"strict"_s,
           {},
           tr("also writes it to a new file and compares every row"),
           false,
           false}},
         runCheck},
        {u"dump"_s,
         tr("Prints the whole film as sorted JSON, and nothing else."),
         {u"FILM"_s},
         {{u"with-bytes"_s, {}, tr("with the bytes of pictures and sounds"), false, false}},
         runDump},
    };
}

} // namespace dollygrip::cli
