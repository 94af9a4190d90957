#pragma once

#include "core/project/filmrowwriter.h"
#include "core/project/filmstore.h"
#include "core/project/migration.h"

#include <QHash>
#include <QSqlDatabase>

#include <memory>

namespace dollygrip {

/// The SQLite side of a film file: tables, rows, transactions. Made, used and destroyed on one
/// thread (FilmStore's writer; `check` and tests use it directly). Knows what it wrote last and
/// writes only what differs from it.
class FilmDatabase {
public:
    enum class Access { Write, Read };

    /// Writes a whole film into a new file. The file must not exist.
    static Result<void> writeNew(const QString& path, const Film& film);
    /// Opens and looks it over (quick_check). Errors as FilmStore::open.
    static Result<std::unique_ptr<FilmDatabase>> open(const QString& path, Access access);
    ~FilmDatabase();
    FilmDatabase(const FilmDatabase&) = delete;
    FilmDatabase& operator=(const FilmDatabase&) = delete;

    /// The rows as they stand in the file, in order.
    Result<FilmRows> rows();
    /// Understands rows of the current format; from then on they are what is on the disk.
    Result<Film> load(const FilmRows& rows);
    /// One transaction: makes the file hold `film`. On error the file is as it was before.
    Result<void> write(const Film& film);
    /// The same, every row anew (after a migration).
    Result<void> rewrite(const Film& film);

    Result<void> saveVersion(const QString& name, const Film& film);
    Result<QList<FilmVersion>> versions();
    Result<Film> version(qint64 id);

private:
    explicit FilmDatabase(const QString& path);
    Result<void> connect(Access access);
    Result<QHash<QString, std::shared_ptr<const Asset>>> assets(const QStringList& hashes);

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    WrittenFilm m_written;
};

} // namespace dollygrip
