#include "core/project/filmstore.h"

#include "core/base/log.h"
#include "core/project/errortext.h"
#include "core/project/filmdatabase.h"
#include "core/project/filmfile.h"
#include "core/project/filmjson.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace dollygrip {

using namespace Qt::StringLiterals;

struct FilmStore::Private {
    explicit Private(FilmStore& store) : q(store) {}

    // Main thread.
    FilmStore& q;
    QString path;
    bool isReadOnly = false;
    Film openedFilm;
    QStringList notes;
    std::unique_ptr<QLockFile> lock;
    std::thread thread;

    /// Handed to the writer thread in order.
    struct Shared {
        std::mutex mutex;
        std::condition_variable work;
        std::deque<std::function<void()>> jobs;
        bool isClosing = false;
        int waiting = 0; ///< films handed over and not yet written
    } shared;

    /// The writer thread only.
    struct ThreadOnly {
        std::unique_ptr<FilmDatabase> database;
        std::unique_ptr<QTemporaryDir> copy;
        std::optional<Film> unwritten; ///< the newest film that a failure kept from the disk
    } writer;

    void post(std::function<void()> job, bool isWrite = false)
    {
        {
            const std::lock_guard guard(shared.mutex);
            shared.jobs.push_back(std::move(job));
            shared.waiting += isWrite ? 1 : 0;
        }
        shared.work.notify_one();
    }

    /// Runs a job on the writer thread after everything handed over before, and waits for it.
    template <class T>
    Result<T> ask(std::function<Result<T>()> job)
    {
        std::promise<Result<T>> promise;
        std::future<Result<T>> future = promise.get_future();
        post([&] {
            try {
                promise.set_value(job());
            } catch (const std::exception& exception) {
                promise.set_value(
                    fileError(ErrorCode::Internal, path, QString::fromUtf8(exception.what())));
            }
        });
        return future.get();
    }

    void run()
    {
        for (;;) {
            std::function<void()> job;
            {
                std::unique_lock guard(shared.mutex);
                shared.work.wait(guard, [&] { return shared.isClosing || !shared.jobs.empty(); });
                if (shared.jobs.empty())
                    break;
                job = std::move(shared.jobs.front());
                shared.jobs.pop_front();
            }
            job();
        }
        writer = {};
    }

    /// Writer thread. What differs from the disk is written, whatever failed before included.
    Result<void> put(const Film& film)
    {
        Result<void> done;
        try {
            done = writer.database->write(film);
        } catch (const std::exception& exception) {
            done = fileError(ErrorCode::OutOfMemory, path, QString::fromUtf8(exception.what()));
        }
        if (done)
            writer.unwritten.reset();
        else
            writer.unwritten = film;
        return done;
    }

    Result<void> open(OpenMode mode, const std::vector<MigrationStep>& steps);
    Result<void> openForEdit(const std::vector<MigrationStep>& steps);
    Result<void> load(const FilmRows& rows);
};

Result<void> FilmStore::Private::load(const FilmRows& rows)
{
    auto film = writer.database->load(rows);
    if (!film)
        return film.error();
    openedFilm = std::move(*film);
    return {};
}

/// Writer thread; the main thread waits for it.
Result<void> FilmStore::Private::openForEdit(const std::vector<MigrationStep>& steps)
{
    auto database = FilmDatabase::open(path, FilmDatabase::Access::Write);
    if (!database)
        return database.error();
    writer.database = std::move(*database);
    auto rows = writer.database->rows();
    if (!rows)
        return rows.error();
    if (rows->format == kFilmFormat)
        return load(*rows);

    // An older format: the file as it was is kept beside, before anything is written. SQLite lets
    // go of it first, since closing a copy's file would drop its locks.
    const int format = rows->format;
    auto migrated = migrate(*rows, steps);
    if (!migrated)
        return fileError(migrated.error().code, path,
                         QString::fromStdString(migrated.error().detail));
    writer.database.reset();
    const QString kept = keptName(path, format);
    if (!QFile::copy(path, kept))
        return fileError(isDiskFull(path) ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, kept);
    auto again = FilmDatabase::open(path, FilmDatabase::Access::Write);
    if (!again)
        return again.error();
    writer.database = std::move(*again);
    if (auto done = load(*rows); !done)
        return done;
    if (auto done = writer.database->rewrite(openedFilm); !done)
        return done;
    notes = *migrated;
    notes.append(keptFilmNote(QFileInfo(kept).fileName()));
    return {};
}

Result<void> FilmStore::Private::open(OpenMode mode, const std::vector<MigrationStep>& steps)
{
    if (mode == OpenMode::Edit)
        return openForEdit(steps);
    writer.copy = std::make_unique<QTemporaryDir>();
    const auto place = readingPlace(path, writer.copy->path());
    if (!place)
        return place.error();
    auto database = FilmDatabase::open(*place, *place == path ? FilmDatabase::Access::Read
                                                              : FilmDatabase::Access::Write);
    if (!database) {
        Error error = database.error();
        error.subject = path.toStdString();
        return error;
    }
    writer.database = std::move(*database);
    auto rows = writer.database->rows();
    if (!rows)
        return fileError(rows.error().code, path, QString::fromStdString(rows.error().detail));
    const auto migrated = migrate(*rows, steps);
    if (!migrated)
        return fileError(migrated.error().code, path,
                         QString::fromStdString(migrated.error().detail));
    notes = *migrated;
    return load(*rows);
}

FilmStore::FilmStore(const QString& path) : d(std::make_unique<Private>(*this))
{
    d->path = QFileInfo(path).absoluteFilePath();
    d->thread = std::thread([this] { d->run(); });
}

FilmStore::~FilmStore()
{
    if (const auto flushed = flush(); !flushed)
        log(LogLevel::Error, "dollygrip.project",
            "Closing the film with edits that are not on the disk: " + flushed.error().detail);
    {
        const std::lock_guard guard(d->shared.mutex);
        d->shared.isClosing = true;
    }
    d->shared.work.notify_one();
    d->thread.join();
}

Result<std::unique_ptr<FilmStore>> FilmStore::create(const QString& path, const Film& film)
{
    const QFileInfo info(path);
    if (info.exists())
        return fileError(ErrorCode::FileExists, path);
    if (!info.absoluteDir().exists())
        return fileError(ErrorCode::FileNotFound, info.absolutePath());
    auto lock = lockFilm(info.absoluteFilePath());
    if (!lock)
        return lock.error();
    // Whole or not at all: written under another name, then renamed.
    const QString making = info.absoluteDir().filePath(u'.' + info.fileName() + u".making"_s);
    QFile::remove(making);
    if (auto done = FilmDatabase::writeNew(making, film); !done) {
        QFile::remove(making);
        QFile::remove(making + u"-journal"_s);
        Error error = done.error();
        error.subject = path.toStdString();
        if (error.code == ErrorCode::FileUnreadable)
            error.code = ErrorCode::FileUnwritable;
        return error;
    }
    if (!QFile::rename(making, path)) {
        QFile::remove(making);
        return fileError(ErrorCode::FileExists, path);
    }
    (*lock)->unlock();
    return open(path);
}

Result<std::unique_ptr<FilmStore>> FilmStore::open(const QString& path, OpenMode mode,
                                                   const std::vector<MigrationStep>& steps)
{
    if (auto whole = inspectFilmFile(path); !whole)
        return whole.error();
    std::unique_ptr<FilmStore> store(new FilmStore(path));
    Private& d = *store->d;
    d.isReadOnly = mode == OpenMode::ReadOnly;
    if (mode == OpenMode::Edit) {
        if (!QFileInfo(path).isWritable())
            return fileError(ErrorCode::FileUnwritable, path, u"the file is read-only"_s);
        auto lock = lockFilm(d.path);
        if (!lock)
            return lock.error();
        d.lock = std::move(*lock);
    }
    if (auto done = d.ask<void>([&] { return d.open(mode, steps); }); !done)
        return done.error();
    return store;
}

QString FilmStore::path() const
{
    return d->path;
}

QString FilmStore::takesFolder() const
{
    const QFileInfo info(d->path);
    return info.absoluteDir().filePath(info.completeBaseName() + u".takes"_s);
}

bool FilmStore::isReadOnly() const
{
    return d->isReadOnly;
}

const Film& FilmStore::openedFilm() const
{
    return d->openedFilm;
}

QStringList FilmStore::notes() const
{
    return d->notes;
}

void FilmStore::write(const FilmDiff& diff, const Film& after)
{
    if (d->isReadOnly || diff.isEmpty())
        return;
    d->post(
        [this, after] {
            const auto done = d->put(after);
            int waiting = 0;
            {
                const std::lock_guard guard(d->shared.mutex);
                waiting = --d->shared.waiting;
            }
            QMetaObject::invokeMethod(
                this,
                [this, done, waiting] {
                    if (done)
                        Q_EMIT written(waiting);
                    else
                        Q_EMIT writeFailed(done.error());
                },
                Qt::QueuedConnection);
        },
        true);
}

Result<void> FilmStore::flush()
{
    return d->ask<void>([this]() -> Result<void> {
        if (!d->writer.unwritten)
            return {};
        const Film film = *d->writer.unwritten;
        return d->put(film);
    });
}

Result<void> FilmStore::saveVersion(const QString& name, const Film& film)
{
    if (d->isReadOnly)
        return fileError(ErrorCode::FileUnwritable, d->path, u"it is open for reading only"_s);
    return d->ask<void>([&] { return d->writer.database->saveVersion(name, film); });
}

Result<QList<FilmVersion>> FilmStore::versions()
{
    return d->ask<QList<FilmVersion>>([&] { return d->writer.database->versions(); });
}

Result<Film> FilmStore::version(qint64 id)
{
    return d->ask<Film>([&] { return d->writer.database->version(id); });
}

} // namespace dollygrip
