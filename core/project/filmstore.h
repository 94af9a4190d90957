#pragma once

#include "core/project/film.h"
#include "core/project/filmdiff.h"
#include "core/project/migration.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>

namespace dollygrip {

struct FilmVersion {
    qint64 id = 0;
    QString name;
    QDateTime made;
};

enum class OpenMode {
    Edit,    ///< takes the lock; others are refused
    ReadOnly ///< no lock, nothing is ever written (info, dump, a read-only place)
};

/// The film's file: SQLite, one transaction an edit on its writer thread, the lock beside it, named
/// versions. Made and used on the main thread; never blocks it except in flush() and open().
/// See core/README.md for tables and format history.
class FilmStore : public QObject {
    Q_OBJECT
public:
    /// Writes a new file. Errors: FileExists, FileUnwritable, DiskFull, FilmLocked.
    static Result<std::unique_ptr<FilmStore>> create(const QString& path, const Film& film);
    /// Opens one. Errors: FileNotFound, FileUnreadable, FileUnwritable (read-only place in Edit
    /// mode), NotAFilm, FilmDamaged, FilmNewer, FilmLocked (detail: who holds it), DiskFull.
    /// `steps` are the migrations for older formats; tests pass their own.
    static Result<std::unique_ptr<FilmStore>>
    open(const QString& path, OpenMode mode = OpenMode::Edit,
         const std::vector<MigrationStep>& steps = migrationSteps());
    ~FilmStore() override; ///< flushes, closes, frees the lock

    QString path() const;
    /// "My Film.takes" beside the film.
    QString takesFolder() const;
    bool isReadOnly() const;
    /// The film as it was when opened.
    const Film& openedFilm() const;
    /// What a migration has to tell the user; empty when the format was current.
    QStringList notes() const;

    /// Writes what differs as one transaction, later, on the writer thread. Connect to
    /// Document::changed. Keeps order; returns at once.
    void write(const FilmDiff& diff, const Film& after);
    /// Waits until everything handed over is on the disk; what failed before is tried once more.
    /// An error means that the newest edits are in memory only.
    Result<void> flush();

    /// Named versions: "before the re-cut". Written and read synchronously (flushes first).
    Result<void> saveVersion(const QString& name, const Film& film);
    Result<QList<FilmVersion>> versions();
    Result<Film> version(qint64 id);

Q_SIGNALS:
    /// On the main thread, after each transaction: how many are still waiting.
    void written(int waiting);
    /// On the main thread. The edit stays in memory and is tried again with the next one.
    void writeFailed(const Error& error);

private:
    explicit FilmStore(const QString& path);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dollygrip
