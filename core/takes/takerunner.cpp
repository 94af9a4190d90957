#include "core/takes/takerunner.h"

#include "core/takes/takerequest.h"
#include "core/takes/takewriter.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThreadPool>

#include <algorithm>
#include <exception>
#include <new>

namespace dollygrip {
namespace {

/// What the runner keeps of a job beside its face.
struct Work {
    TakeJob face;
    Take take;                   ///< filled as things become known
    generator::JobId queued = 0; ///< 0: its request is still being painted
};

/// A job that is no longer the newest of its shot makes no sense unless it is a final.
bool isQuick(const TakeJob& job)
{
    return job.quality != generator::Quality::Final;
}

} // namespace

struct TakeRunner::Private {
    Private(TakeRunner& runner, TakeStore& takes, generator::Runner run,
            std::shared_ptr<PictureCache> pictures)
        : q(runner), store(takes), cache(std::move(pictures)),
          queue(std::make_unique<generator::JobQueue>(std::move(run)))
    {
    }

    Work* find(quint64 id);
    std::optional<Work> remove(quint64 id);
    void submit(quint64 id, generator::Request request, const QString& hash);
    generator::JobHooks hooksFor(quint64 id, const QString& temporaryFolder, const Take& take);
    void finished(quint64 id, const QString& temporaryFolder, const Take& take);
    void unfinished(quint64 id, const Error& error);
    template <class Change>
    void change(quint64 id, Change&& apply);
    /// From any thread: `call` runs on the main thread, later. Dies unseen with the runner.
    template <class Call>
    void post(Call&& call)
    {
        QMetaObject::invokeMethod(&q, std::forward<Call>(call), Qt::QueuedConnection);
    }

    TakeRunner& q;
    TakeStore& store;
    std::shared_ptr<PictureCache> cache;
    QThreadPool pool; ///< paints requests, writes pictures
    QList<Work> works;
    quint64 lastId = 0;
    std::unique_ptr<generator::JobQueue> queue;
};

Work* TakeRunner::Private::find(quint64 id)
{
    const auto found = std::find_if(works.begin(), works.end(),
                                    [id](const Work& work) { return work.face.id == id; });
    return found == works.end() ? nullptr : &*found;
}

std::optional<Work> TakeRunner::Private::remove(quint64 id)
{
    const Work* work = find(id);
    if (!work) {
        return std::nullopt;
    }
    const Work taken = *work;
    works.removeAt(work - works.constData());
    return taken;
}

template <class Change>
void TakeRunner::Private::change(quint64 id, Change&& apply)
{
    if (Work* work = find(id)) {
        apply(work->face);
        Q_EMIT q.jobsChanged();
    }
}

/// Main thread: the request is painted. Known already? Else into the queue with it.
void TakeRunner::Private::submit(quint64 id, generator::Request request, const QString& hash)
{
    Work* work = find(id);
    if (!work) {
        return; // cancelled while it was painted
    }
    if (const auto known = store.takeByHash(hash)) {
        remove(id);
        Q_EMIT q.jobsChanged();
        Q_EMIT q.takeFinished(id, *known, true);
        return;
    }
    const auto folder = store.beginTake(hash);
    if (!folder) {
        unfinished(id, folder.error());
        return;
    }
    Take& take = work->take;
    take.requestHash = hash;
    take.model = QString::fromStdString(request.model);
    take.size = QSize(request.width, request.height);
    const std::string subject = take.shot.toText().toStdString();
    work->face.stage = QStringLiteral("waiting");
    work->queued = queue->submit(std::move(request), subject, hooksFor(id, *folder, take));
    Q_EMIT q.jobsChanged();
}

/// What happens on the generator thread: pictures go to the disk, news to the main thread.
generator::JobHooks TakeRunner::Private::hooksFor(quint64 id, const QString& temporaryFolder,
                                                  const Take& take)
{
    auto writer = std::make_shared<TakeWriter>(temporaryFolder, pool);
    generator::JobHooks job;
    job.onStarted = [this, id] {
        post([this, id] { change(id, [](TakeJob& face) { face.isRunning = true; }); });
    };
    job.hooks.onProgress = [this, id](const generator::Progress& progress) {
        post([this, id, progress] {
            change(id, [&](TakeJob& face) {
                face.stage = QString::fromStdString(progress.stage);
                face.done = progress.done;
                face.total = progress.total;
                face.secondsLeft = progress.secondsLeft;
                if (!progress.preview.isNull()) {
                    face.preview = progress.preview;
                }
            });
        });
    };
    job.hooks.onFrames = [this, id, writer](FrameIndex first, const std::vector<Image>& pictures) {
        if (!writer->write(first, pictures)) {
            post([this, id] { // no use going on; finish() says why
                if (const Work* work = find(id)) {
                    queue->cancel(work->queued);
                }
            });
            return;
        }
        const QList<Image> shared(pictures.begin(), pictures.end());
        post([this, id, first, shared] { Q_EMIT q.takeFrames(id, first, shared); });
    };
    job.onFinished = [this, id, writer, temporaryFolder,
                      take](const Result<generator::Summary>& summary) {
        Take made = take;
        Result<void> state = writer->finish();
        if (state && summary) {
            made.frames = summary->frames;
            made.seconds = summary->seconds;
            made.made = QDateTime::currentDateTime();
            state = TakeStore::sealTake(temporaryFolder, made);
        } else if (state) {
            state = summary.error();
        }
        if (!state) {
            TakeStore::abandonTake(temporaryFolder);
            post([this, id, error = state.error()] { unfinished(id, error); });
            return;
        }
        post([this, id, temporaryFolder, made] { finished(id, temporaryFolder, made); });
    };
    return job;
}

void TakeRunner::Private::finished(quint64 id, const QString& temporaryFolder, const Take& take)
{
    const auto stored = store.finishTake(temporaryFolder, take);
    if (!stored) {
        TakeStore::abandonTake(temporaryFolder);
        unfinished(id, stored.error());
        return;
    }
    if (remove(id)) { // else cancelled at the last moment; the take is there all the same
        Q_EMIT q.jobsChanged();
        Q_EMIT q.takeFinished(id, *stored, stored->id != take.id);
    }
}

void TakeRunner::Private::unfinished(quint64 id, const Error& error)
{
    const auto work = remove(id);
    if (!work) {
        return;
    }
    Q_EMIT q.jobsChanged();
    if (error.code == ErrorCode::Cancelled) {
        Q_EMIT q.cancelled(id);
    } else {
        Error named = error;
        if (named.subject.empty()) {
            named.subject = work->face.shotName.toStdString();
        }
        Q_EMIT q.failed(id, work->face.shot, named);
    }
}

TakeRunner::TakeRunner(TakeStore& store, generator::Runner runner,
                       std::shared_ptr<PictureCache> cache, QObject* parent)
    : QObject(parent),
      d(std::make_unique<Private>(*this, store, std::move(runner), std::move(cache)))
{
}

TakeRunner::~TakeRunner()
{
    d->queue.reset(); // stops the work and waits; half-made takes are removed on its thread
    d->pool.waitForDone();
}

quint64 TakeRunner::shoot(const Film& film, const ShotId& shotId, generator::Quality quality)
{
    const quint64 id = ++d->lastId;
    const std::shared_ptr<const Shot> shot = film.shot(shotId);
    if (!shot) {
        d->post([this, id, shotId] {
            Q_EMIT failed(id, shotId,
                          {ErrorCode::NotFound, shotId.toText().toStdString(), "no such shot"});
        });
        return id;
    }
    Work work;
    work.face.id = id;
    work.face.shot = shotId;
    work.face.shotName = shot->name;
    work.face.quality = quality;
    work.face.stage = QStringLiteral("painting");
    work.take.shot = shotId;
    work.take.quality = QString::fromStdString(generator::toText(quality));
    work.take.seed = shot->seed;
    work.take.rate = film.settings.rate;
    if (isQuick(work.face)) {
        for (const TakeJob& older : jobs()) {
            if (older.shot == shotId && isQuick(older)) {
                cancel(older.id);
            }
        }
    }
    d->works.append(work);
    Q_EMIT jobsChanged();

    d->pool.start([p = d.get(), id, film, shot, quality] {
        const auto fail = [p, id](ErrorCode code, std::string detail) {
            p->post(
                [p, id, error = Error{code, {}, std::move(detail)}] { p->unfinished(id, error); });
        };
        try {
            const PanelPainter painter(film, p->cache);
            generator::Request request = takeRequest(*shot, film, painter, quality);
            const QString hash = QString::fromStdString(request.hash().toText());
            p->post([p, id, request = std::move(request), hash] { p->submit(id, request, hash); });
        } catch (const std::bad_alloc&) {
            fail(ErrorCode::OutOfMemory, "painting the request");
        } catch (const std::exception& exception) {
            fail(ErrorCode::Internal, exception.what());
        }
    });
    return id;
}

void TakeRunner::cancel(quint64 job)
{
    Work* work = d->find(job);
    if (!work) {
        return;
    }
    if (work->queued != 0) {
        d->queue->cancel(work->queued);
    }
    if (work->face.isRunning) { // leaves the list when its thread has let go
        work->face.stage = QStringLiteral("cancelling");
        Q_EMIT jobsChanged();
        return;
    }
    d->unfinished(job, {ErrorCode::Cancelled, {}, {}});
}

void TakeRunner::cancelAll()
{
    for (const TakeJob& job : jobs()) {
        cancel(job.id);
    }
}

QList<TakeJob> TakeRunner::jobs() const
{
    QList<TakeJob> faces;
    for (const Work& work : d->works) {
        faces.append(work.face);
    }
    return faces;
}

void TakeRunner::waitForAll()
{
    QEventLoop loop;
    connect(this, &TakeRunner::jobsChanged, &loop, [&] {
        if (d->works.isEmpty()) {
            loop.quit();
        }
    });
    if (!d->works.isEmpty()) {
        loop.exec();
    }
    QCoreApplication::sendPostedEvents(this); // a job that failed before it was listed
}

} // namespace dollygrip
