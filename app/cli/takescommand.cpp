#include "app/cli/takescommand.h"

#include "app/cli/filmsession.h"
#include "app/cli/takeslist.h"
#include "core/takes/takestore.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<void> runTakes(const Arguments& arguments, Report& report)
{
    const auto store = FilmStore::open(arguments.word(0), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const Film& film = (*store)->openedFilm();
    QList<ShotId> asked;
    for (const QString& name : arguments.texts(u"shot"_s)) {
        const auto shot = shotNamed(film, name);
        if (!shot)
            return shot.error();
        asked.append((*shot)->id);
    }
    const TakeStore takes((*store)->takesFolder());
    QJsonArray list;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            if (!asked.isEmpty() && !asked.contains(shot->id))
                continue;
            for (const Take& take : takes.takesOf(shot->id)) {
                const bool isCircled = shot->circledTake == take.id;
                QJsonObject json = takeJson(take, shot->name);
                json[u"isCircled"_s] = isCircled;
                list.append(json);
                report.lines.append(u"%1 %2  %3  %4  %5"_s.arg(
                    isCircled ? u"*"_s : u" "_s, shot->name.leftJustified(6),
                    take.quality.leftJustified(5), take.id.toText(), takeText(take)));
            }
        }
    }
    if (list.isEmpty())
        report.lines.append(tr("There are no takes yet."));
    report.json[u"takes"_s] = list;
    return {};
}

} // namespace

QList<Command> takesCommands()
{
    return {{u"takes"_s,
             tr("Lists the takes of a film, oldest first in each shot; * plays. With --json also "
                "what was sent and the report of each."),
             {u"FILM"_s},
             {{u"shot"_s, u"NAME"_s, tr("which shot; else all of them"), false, true}},
             runTakes}};
}

} // namespace dollygrip::cli
