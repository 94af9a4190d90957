#include "app/cli/castcommand.h"

#include "app/cli/filmsession.h"
#include "core/project/castofshot.h"
#include "core/project/editing.h"
#include "core/project/pictureimport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace dollygrip::cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// Names of the shots in which a member is seen.
QStringList shotsOf(const CastMember& member, const Film& film)
{
    QStringList names;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& seen : castOfShot(*shot, film)) {
                if (seen->id == member.id)
                    names.append(shot->name);
            }
        }
    }
    return names;
}

Result<void> list(const Arguments& arguments, Report& report)
{
    const auto store = FilmStore::open(arguments.word(0), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    const Film& film = (*store)->openedFilm();
    QJsonArray members;
    for (const auto& member : film.cast) {
        const QStringList shots = shotsOf(*member, film);
        members.append(QJsonObject{{u"id"_s, member->id.toText()},
                                   {u"name"_s, member->name},
                                   {u"words"_s, member->words},
                                   {u"seed"_s, QString::number(member->seed)},
                                   {u"pictures"_s, QJsonArray::fromStringList(member->pictures)},
                                   {u"shots"_s, QJsonArray::fromStringList(shots)}});
        report.lines.append(tr("%1: %2 pictures, seed %3, in %4")
                                .arg(member->name)
                                .arg(member->pictures.size())
                                .arg(member->seed)
                                .arg(shots.isEmpty() ? tr("no shot") : shots.join(u", "_s)));
        if (!member->words.isEmpty())
            report.lines.append(u"    "_s + member->words);
    }
    if (members.isEmpty())
        report.lines.append(tr("Nobody is in the cast yet."));
    report.json[u"cast"_s] = members;
    return {};
}

/// What the options say about a member.
Result<void> put(CastMember& member, Film& film, const Arguments& arguments)
{
    member.words = arguments.text(u"words"_s, member.words);
    if (arguments.has(u"seed"_s))
        member.seed = arguments.text(u"seed"_s).toULongLong();
    if (!arguments.has(u"picture"_s))
        return {};
    member.pictures.clear();
    for (const QString& path : arguments.texts(u"picture"_s)) {
        const auto asset = importPicture(path);
        if (!asset)
            return asset.error();
        member.pictures.append(addAsset(film, *asset));
    }
    return {};
}

Result<CastId> memberNamed(const Film& film, const QString& name)
{
    const auto member = film.castNamed(name);
    if (!member)
        return Error{ErrorCode::NotFound, "cast member " + name.toStdString(), {}};
    return member->id;
}

Result<void> add(Film& film, const QString& name, const Arguments& arguments)
{
    CastMember member;
    member.name = name;
    if (auto done = put(member, film, arguments); !done)
        return done;
    const auto added = addCastMember(film, member);
    return added ? Result<void>() : added.error();
}

Result<void> change(Film& film, const QString& name, const Arguments& arguments)
{
    const auto id = memberNamed(film, name);
    if (!id)
        return id.error();
    CastMember changed = *film.castMember(*id);
    if (auto done = put(changed, film, arguments); !done)
        return done;
    return changeCastMember(film, *id, [&](CastMember& member) -> Result<void> {
        member = changed;
        return {};
    });
}

Result<void> runCast(const Arguments& arguments, Report& report)
{
    const QString deed = arguments.word(1);
    const QString name = arguments.word(2);
    if (!QStringList{u"list"_s, u"add"_s, u"change"_s, u"remove"_s}.contains(deed))
        arguments.complain(tr("“%1” is none of: list, add, change, remove.").arg(deed));
    if (deed != u"list"_s && name.isEmpty())
        arguments.complain(tr("NAME is missing."));
    if (deed == u"list"_s && !name.isEmpty())
        arguments.complain(tr("“%1” is one word too many.").arg(name));
    bool isNumber = true;
    if (arguments.has(u"seed"_s))
        (void)arguments.text(u"seed"_s).toULongLong(&isNumber);
    if (!isNumber)
        arguments.complain(tr("--seed %1 is no whole number.").arg(arguments.text(u"seed"_s)));
    for (const QString& option : {u"words"_s, u"seed"_s, u"picture"_s}) {
        if (arguments.has(option) && (deed == u"list"_s || deed == u"remove"_s))
            arguments.complain(tr("--%1 goes with add and change.").arg(option));
    }
    if (!arguments.isGood())
        return {};
    if (deed == u"list"_s)
        return list(arguments, report);
    const auto session = FilmSession::open(arguments.word(0));
    if (!session)
        return session.error();
    const auto done = (*session)->edit(tr("Cast"), [&](Film& film) -> Result<void> {
        if (deed == u"add"_s)
            return add(film, name, arguments);
        if (deed == u"change"_s)
            return change(film, name, arguments);
        const auto id = memberNamed(film, name);
        return id ? removeCastMember(film, *id) : id.error();
    });
    if (!done)
        return done;
    report.lines.append(deed == u"add"_s      ? tr("%1 is in the cast now.").arg(name)
                        : deed == u"change"_s ? tr("%1 is changed.").arg(name)
                                              : tr("%1 is no longer in the cast.").arg(name));
    report.json[u"name"_s] = name;
    return {};
}

} // namespace

QList<Command> castCommands()
{
    return {
        {u"cast"_s,
         tr("Who or what is to look the same in every shot. Networks get the pictures, words and "
            "seed of everyone whose name stands in a shot's prompt."),
         {u"FILM"_s, u"list|add|change|remove"_s, u"[NAME]"_s},
         {{u"words"_s, u"TEXT"_s, tr("what every prompt says of them"), false, false},
          {u"seed"_s, u"N"_s, tr("where their shots' noise begins; 0: the shot's own"), false,
           false},
          {u"picture"_s, u"FILE"_s, tr("what they look like, the best one first"), false, true}},
         runCast}};
}

} // namespace dollygrip::cli
