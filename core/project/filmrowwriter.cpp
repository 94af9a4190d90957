#include "core/project/filmrowwriter.h"

#include "core/project/filmdiff.h"
#include "core/project/filmjson.h"
#include "core/project/rowpositions.h"

#include <QJsonDocument>
#include <QSet>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void writeMeta(Statements& sql, const QString& key, const QString& value)
{
    sql.run(u"INSERT OR REPLACE INTO meta VALUES(?, ?)"_s, {key, value});
}

void writeAudio(Statements& sql, const Film& film)
{
    sql.run(u"DELETE FROM audio"_s);
    for (qsizetype i = 0; i < film.audio.size(); ++i)
        sql.run(u"INSERT INTO audio VALUES(?, ?, ?)"_s,
                {film.audio[i]->id.toText(), qint64(i), compact(toJson(*film.audio[i]))});
}

void writeCast(Statements& sql, const Film& film)
{
    sql.run(u"DELETE FROM \"cast\""_s);
    for (qsizetype i = 0; i < film.cast.size(); ++i)
        sql.run(u"INSERT INTO \"cast\" VALUES(?, ?, ?)"_s,
                {film.cast[i]->id.toText(), qint64(i), compact(toJson(*film.cast[i]))});
}

void writeScenes(Statements& sql, WrittenFilm& written, const Film& film,
                 const QSet<SceneId>& changed)
{
    QStringList order;
    for (const auto& scene : film.scenes)
        order.append(scene->id.toText());
    const auto positions = rowPositions(order, written.scenePositions);
    for (qsizetype i = 0; i < order.size(); ++i) {
        const Scene& scene = *film.scenes[i];
        if (changed.contains(scene.id) || !written.scenePositions.contains(order[i]))
            sql.run(u"INSERT OR REPLACE INTO scene VALUES(?, ?, ?)"_s,
                    {order[i], positions[order[i]], compact(toJson(scene))});
        else if (written.scenePositions[order[i]] != positions[order[i]])
            sql.run(u"UPDATE scene SET position = ? WHERE id = ?"_s,
                    {positions[order[i]], order[i]});
    }
    for (auto it = written.scenePositions.begin(); it != written.scenePositions.end(); ++it) {
        if (!positions.contains(it.key()))
            sql.run(u"DELETE FROM scene WHERE id = ?"_s, {it.key()});
    }
    written.scenePositions = positions;
}

void writeShots(Statements& sql, WrittenFilm& written, const Film& film,
                const QSet<ShotId>& changed)
{
    QHash<QString, qint64> positions;
    QHash<QString, QString> scenes;
    for (const auto& scene : film.scenes) {
        const QString sceneId = scene->id.toText();
        QStringList order;
        QHash<QString, qint64> old;
        for (const auto& shot : scene->shots) {
            order.append(shot->id.toText());
            if (written.sceneOfShot.value(order.last()) == sceneId)
                old.insert(order.last(), written.shotPositions[order.last()]);
        }
        const auto placed = rowPositions(order, old);
        for (qsizetype i = 0; i < order.size(); ++i) {
            const QString& id = order[i];
            const qint64 position = placed[id];
            positions.insert(id, position);
            scenes.insert(id, sceneId);
            if (changed.contains(scene->shots[i]->id) || !written.shotPositions.contains(id))
                sql.run(u"INSERT OR REPLACE INTO shot VALUES(?, ?, ?, ?)"_s,
                        {id, sceneId, position, compact(toJson(*scene->shots[i]))});
            else if (written.shotPositions[id] != position || written.sceneOfShot[id] != sceneId)
                sql.run(u"UPDATE shot SET position = ?, scene = ? WHERE id = ?"_s,
                        {position, sceneId, id});
        }
    }
    for (auto it = written.shotPositions.begin(); it != written.shotPositions.end(); ++it) {
        if (!positions.contains(it.key()))
            sql.run(u"DELETE FROM shot WHERE id = ?"_s, {it.key()});
    }
    written.shotPositions = positions;
    written.sceneOfShot = scenes;
}

} // namespace

void writeRows(Statements& sql, WrittenFilm& written, const Film& film, bool everything)
{
    if (everything)
        written = {};
    const FilmDiff changes = diff(written.film, film);
    for (const QString& hash : changes.assetsAdded) {
        const Asset& asset = *film.assets[hash];
        sql.run(u"INSERT OR IGNORE INTO asset VALUES(?, ?, ?, ?)"_s,
                {asset.hash, asset.mime, asset.name, asset.bytes});
    }
    if (changes.settings || everything) {
        writeMeta(sql, u"settings"_s, compact(toJson(film.settings)));
        writeMeta(sql, u"film"_s, compact(film.unknown));
    }
    if (changes.audio || everything)
        writeAudio(sql, film);
    if (changes.cast || everything)
        writeCast(sql, film);
    const QSet<SceneId> scenes(changes.scenesChanged.begin(), changes.scenesChanged.end());
    if (changes.order || !scenes.isEmpty())
        writeScenes(sql, written, film, scenes);
    if (changes.order) {
        writeShots(sql, written, film, {changes.shotsChanged.begin(), changes.shotsChanged.end()});
    } else {
        for (const ShotId& id : changes.shotsChanged)
            sql.run(u"UPDATE shot SET json = ? WHERE id = ?"_s,
                    {compact(toJson(*film.shot(id))), id.toText()});
    }
    written.film = film;
}

} // namespace dollygrip
