#include "core/project/filmdatabase.h"

#include "core/project/errortext.h"
#include "core/project/filmfile.h"
#include "core/project/filmjson.h"
#include "core/project/sqlstatements.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <atomic>

namespace dollygrip {

using namespace Qt::StringLiterals;

namespace {

const char* const kSchema[] = {
    "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS scene(id TEXT PRIMARY KEY, position INTEGER NOT NULL, "
    "json TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS shot(id TEXT PRIMARY KEY, scene TEXT NOT NULL, "
    "position INTEGER NOT NULL, json TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS audio(id TEXT PRIMARY KEY, position INTEGER NOT NULL, "
    "json TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS \"cast\"(id TEXT PRIMARY KEY, position INTEGER NOT NULL, "
    "json TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS asset(hash TEXT PRIMARY KEY, mime TEXT NOT NULL, "
    "name TEXT NOT NULL, bytes BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS version(id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
    "made TEXT NOT NULL, rows BLOB NOT NULL)",
};

QStringList referencedAssets(const Film& film)
{
    QStringList hashes;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& panel : shot->panels) {
                for (const Layer& layer : panel->layers) {
                    if (!layer.picture.isEmpty())
                        hashes.append(layer.picture);
                }
            }
        }
    }
    for (const auto& track : film.audio) {
        for (const AudioClip& clip : track->clips)
            hashes.append(clip.sound);
    }
    for (const auto& member : film.cast)
        hashes += member->pictures;
    hashes.sort();
    hashes.removeDuplicates();
    return hashes;
}

} // namespace

FilmDatabase::FilmDatabase(const QString& path) : m_path(path)
{
    static std::atomic<int> count{0};
    m_connection = u"dollygrip-film-%1"_s.arg(++count);
}

FilmDatabase::~FilmDatabase()
{
    if (m_database.isOpen())
        m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> FilmDatabase::connect(Access access)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    if (access == Access::Read) {
        // Nothing at all is written, not even a lock: who wants that has no log to replay.
        QUrl url = QUrl::fromLocalFile(m_path);
        url.setQuery(u"immutable=1"_s);
        m_database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s);
        m_database.setDatabaseName(QString::fromLatin1(url.toEncoded()));
    } else {
        m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
        m_database.setDatabaseName(m_path);
    }
    if (!m_database.open())
        return sqlFailure(m_database.lastError(), m_path);
    return {};
}

Result<void> FilmDatabase::writeNew(const QString& path, const Film& film)
{
    FilmDatabase database(path);
    if (auto done = database.connect(Access::Write); !done)
        return done;
    Statements sql(database.m_database, path);
    sql.run(u"PRAGMA application_id=%1"_s.arg(kFilmApplicationId));
    sql.run(u"PRAGMA journal_mode=DELETE"_s);
    sql.run(u"PRAGMA synchronous=FULL"_s);
    sql.run(u"BEGIN"_s);
    for (const char* statement : kSchema)
        sql.run(QLatin1StringView(statement));
    sql.run(u"INSERT INTO meta VALUES('created', ?)"_s,
            {QDateTime::currentDateTimeUtc().toString(Qt::ISODate)});
    sql.run(u"COMMIT"_s);
    if (!sql.isGood())
        return sql.error();
    return database.rewrite(film);
}

Result<std::unique_ptr<FilmDatabase>> FilmDatabase::open(const QString& path, Access access)
{
    std::unique_ptr<FilmDatabase> database(new FilmDatabase(path));
    if (auto done = database->connect(access); !done)
        return done.error();
    Statements sql(database->m_database, path);
    if (access == Access::Write) {
        // Exclusive first: then the log needs no shared memory and is safe on a network drive.
        sql.run(u"PRAGMA locking_mode=EXCLUSIVE"_s);
        sql.run(u"PRAGMA journal_mode=WAL"_s);
        sql.run(u"PRAGMA synchronous=FULL"_s);
    }
    const QVariant id = sql.value(u"PRAGMA application_id"_s);
    if (sql.isGood() && id.toUInt() != kFilmApplicationId)
        return fileError(ErrorCode::NotAFilm, path);
    const QString verdict = sql.value(u"PRAGMA quick_check(1)"_s).toString();
    if (sql.isGood() && verdict != u"ok"_s)
        return fileError(ErrorCode::FilmDamaged, path, verdict);
    if (!sql.isGood())
        return sql.error();
    return database;
}

Result<FilmRows> FilmDatabase::rows()
{
    Statements sql(m_database, m_path);
    FilmRows rows;
    const auto object = [&](const QByteArray& json, const QString& what) {
        QJsonParseError parsed{};
        const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
        if (!document.isObject())
            sql.fail(
                fileError(ErrorCode::FilmDamaged, m_path, what + u": "_s + parsed.errorString()));
        return document.object();
    };
    sql.each(u"SELECT key, CAST(value AS BLOB) FROM meta"_s, [&](const QSqlQuery& row) {
        const QString key = row.value(0).toString();
        const QByteArray value = row.value(1).toByteArray();
        if (key == u"format"_s)
            rows.format = value.toInt();
        else if (key == u"settings"_s)
            rows.settings = object(value, key);
        else if (key == u"film"_s)
            rows.unknown = object(value, key);
    });
    if (sql.isGood() && rows.format > kFilmFormat)
        return fileError(ErrorCode::FilmNewer, m_path, QString::number(rows.format));
    const auto read = [&](const QString& query, QList<FilmRow>& list) {
        sql.each(query, [&](const QSqlQuery& row) {
            const QString id = row.value(0).toString();
            list.append({id, row.value(1).toString(), row.value(2).toLongLong(),
                         object(row.value(3).toByteArray(), id)});
        });
    };
    read(u"SELECT id, '', position, CAST(json AS BLOB) FROM scene ORDER BY position, id"_s,
         rows.scenes);
    read(u"SELECT id, scene, position, CAST(json AS BLOB) FROM shot ORDER BY position, id"_s,
         rows.shots);
    read(u"SELECT id, '', position, CAST(json AS BLOB) FROM audio ORDER BY position, id"_s,
         rows.audio);
    if (rows.format >= 2)
        read(u"SELECT id, '', position, CAST(json AS BLOB) FROM \"cast\" ORDER BY position, id"_s,
             rows.cast);
    if (!sql.isGood())
        return sql.error();
    return rows;
}

Result<QHash<QString, std::shared_ptr<const Asset>>> FilmDatabase::assets(const QStringList& hashes)
{
    QHash<QString, std::shared_ptr<const Asset>> assets;
    Statements sql(m_database, m_path);
    for (const QString& hash : hashes) {
        sql.each(u"SELECT mime, name, bytes FROM asset WHERE hash = ?"_s,
                 [&](const QSqlQuery& row) {
                     assets.insert(hash, std::make_shared<const Asset>(Asset{
                                             hash, row.value(0).toString(), row.value(1).toString(),
                                             row.value(2).toByteArray()}));
                 },
                 {hash});
    }
    if (!sql.isGood())
        return sql.error();
    return assets;
}

Result<Film> FilmDatabase::load(const FilmRows& rows)
{
    const auto named = [&](Error error) {
        error.detail = error.subject + ": " + error.detail;
        error.subject = m_path.toStdString();
        error.code = ErrorCode::FilmDamaged;
        return error;
    };
    WrittenFilm written;
    Film& film = written.film;
    auto settings = settingsFromJson(rows.settings);
    if (!settings)
        return named(settings.error());
    film.settings = *settings;
    film.unknown = rows.unknown;

    QHash<QString, QList<std::shared_ptr<const Shot>>> shots;
    for (const FilmRow& row : rows.shots) {
        auto shot = shotFromJson(row.json);
        if (!shot)
            return named(shot.error());
        shots[row.scene].append(std::make_shared<const Shot>(std::move(*shot)));
        written.shotPositions.insert(row.id, row.position);
        written.sceneOfShot.insert(row.id, row.scene);
    }
    for (const FilmRow& row : rows.scenes) {
        auto scene = sceneFromJson(row.json);
        if (!scene)
            return named(scene.error());
        scene->shots = shots.take(row.id);
        written.scenePositions.insert(row.id, row.position);
        film.scenes.append(std::make_shared<const Scene>(std::move(*scene)));
    }
    if (!shots.isEmpty())
        return fileError(ErrorCode::FilmDamaged, m_path,
                         u"scene %1 is missing"_s.arg(shots.begin().key()));
    for (const FilmRow& row : rows.audio) {
        auto track = audioTrackFromJson(row.json);
        if (!track)
            return named(track.error());
        film.audio.append(std::make_shared<const AudioTrack>(std::move(*track)));
    }
    for (const FilmRow& row : rows.cast) {
        auto member = castMemberFromJson(row.json);
        if (!member)
            return named(member.error());
        film.cast.append(std::make_shared<const CastMember>(std::move(*member)));
    }
    auto found = assets(referencedAssets(film));
    if (!found)
        return found.error();
    film.assets = std::move(*found);
    if (auto whole = film.check(); !whole)
        return named(whole.error());
    m_written = std::move(written);
    return m_written.film;
}

Result<void> FilmDatabase::write(const Film& film)
{
    Statements sql(m_database, m_path);
    sql.run(u"BEGIN IMMEDIATE"_s);
    WrittenFilm written = m_written;
    writeRows(sql, written, film, false);
    if (auto done = sql.commit(); !done)
        return done;
    m_written = std::move(written);
    return {};
}

Result<void> FilmDatabase::rewrite(const Film& film)
{
    Statements sql(m_database, m_path);
    sql.run(u"BEGIN IMMEDIATE"_s);
    for (const char* statement : kSchema) // tables that came with a later format
        sql.run(QLatin1StringView(statement));
    for (const QString& table : {u"scene"_s, u"shot"_s, u"audio"_s, u"\"cast\""_s})
        sql.run(u"DELETE FROM "_s + table);
    sql.run(u"INSERT OR REPLACE INTO meta VALUES('format', ?)"_s, {QString::number(kFilmFormat)});
    sql.run(u"INSERT OR REPLACE INTO meta VALUES('application', ?)"_s,
            {u"Dollygrip "_s + QLatin1StringView(DOLLYGRIP_VERSION)});
    WrittenFilm written;
    writeRows(sql, written, film, true);
    if (auto done = sql.commit(); !done)
        return done;
    m_written = std::move(written);
    return {};
}

Result<void> FilmDatabase::saveVersion(const QString& name, const Film& film)
{
    Statements sql(m_database, m_path);
    const QByteArray json = QJsonDocument(filmToJson(film, false)).toJson(QJsonDocument::Compact);
    sql.run(u"BEGIN IMMEDIATE"_s);
    for (const auto& asset : film.assets)
        sql.run(u"INSERT OR IGNORE INTO asset VALUES(?, ?, ?, ?)"_s,
                {asset->hash, asset->mime, asset->name, asset->bytes});
    sql.run(u"INSERT INTO version(name, made, rows) VALUES(?, ?, ?)"_s,
            {name, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), qCompress(json)});
    return sql.commit();
}

Result<QList<FilmVersion>> FilmDatabase::versions()
{
    Statements sql(m_database, m_path);
    QList<FilmVersion> versions;
    sql.each(u"SELECT id, name, made FROM version ORDER BY id"_s, [&](const QSqlQuery& row) {
        versions.append({row.value(0).toLongLong(), row.value(1).toString(),
                         QDateTime::fromString(row.value(2).toString(), Qt::ISODateWithMs)});
    });
    if (!sql.isGood())
        return sql.error();
    return versions;
}

Result<Film> FilmDatabase::version(qint64 id)
{
    Statements sql(m_database, m_path);
    const QVariant packed = sql.value(u"SELECT rows FROM version WHERE id = ?"_s, {id});
    if (!sql.isGood())
        return sql.error();
    if (!packed.isValid())
        return Error{ErrorCode::NotFound, "version " + std::to_string(id), {}};
    const QJsonDocument json = QJsonDocument::fromJson(qUncompress(packed.toByteArray()));
    QStringList hashes;
    for (const QJsonValue& asset : json[u"assets"_s].toArray())
        hashes.append(asset[u"hash"_s].toString());
    auto found = assets(hashes);
    if (!found)
        return found.error();
    auto film = filmFromJson(json.object(), *found);
    if (!film)
        return film;
    if (auto whole = film->check(); !whole)
        return whole.error();
    return film;
}

} // namespace dollygrip
