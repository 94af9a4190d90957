#include "core/takes/takerunner.h"

#include "core/project/stageshot.h"
#include "core/takes/takerequest.h"
#include "core/takes/takerunnerprivate.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <exception>
#include <new>

namespace dollygrip {
namespace {

/// A job that is no longer the newest of its shot makes no sense unless it is a final. A look at
/// the conditioning and a take leave each other alone.
bool isReplacedBy(const TakeJob& older, const TakeJob& newer)
{
    if (older.wantsOnlyConditioning || newer.wantsOnlyConditioning) {
        return older.wantsOnlyConditioning && newer.wantsOnlyConditioning;
    }
    return older.quality != generator::Quality::Final && newer.quality != generator::Quality::Final;
}

} // namespace

TakeRunner::Work* TakeRunner::Private::find(quint64 id)
{
    const auto found = std::find_if(works.begin(), works.end(),
                                    [id](const Work& work) { return work.face.id == id; });
    return found == works.end() ? nullptr : &*found;
}

std::optional<TakeRunner::Work> TakeRunner::Private::remove(quint64 id)
{
    const Work* work = find(id);
    if (!work) {
        return std::nullopt;
    }
    const Work taken = *work;
    works.removeAt(work - works.constData());
    return taken;
}

/// Main thread: the request is painted. Known already? Else into the queue with it.
void TakeRunner::Private::submit(quint64 id, generator::Request request, const QString& hash)
{
    Work* work = find(id);
    if (!work) {
        return; // cancelled while it was painted
    }
    if (work->face.wantsOnlyConditioning) {
        submitConditioning(*work, std::move(request));
        return;
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
    take.modelName = work->face.modelName;
    take.prompt = QString::fromStdString(request.prompt);
    take.seed = request.seed;
    take.size = QSize(request.width, request.height);
    const std::string subject = take.shot.toText().toStdString();
    work->face.stage = QStringLiteral("waiting");
    work->subject.stage = request.stage;
    work->subject.references = request.steering.references;
    work->queued = queue->submit(std::move(request), subject, hooksFor(id, *folder, take));
    Q_EMIT q.jobsChanged();
}

void TakeRunner::Private::finished(quint64 id, const QString& temporaryFolder, const Take& take)
{
    const auto stored = store.finishTake(temporaryFolder, take);
    if (!stored) {
        TakeStore::abandonTake(temporaryFolder);
        unfinished(id, stored.error());
        return;
    }
    // Else cancelled at the last moment; the take is there all the same.
    if (const auto work = remove(id)) {
        if (stored->id == take.id) {
            measurer.measure(*stored, work->subject);
        }
        Q_EMIT q.jobsChanged();
        Q_EMIT q.takeFinished(id, *stored, stored->id != take.id);
    }
}

void TakeRunner::Private::conditioned(quint64 id)
{
    if (const auto work = remove(id)) {
        Q_EMIT q.jobsChanged();
        Q_EMIT q.conditioningFinished(id, work->face.shot);
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

/// Lists the job and lets its request be painted.
quint64 TakeRunner::Private::begin(const Film& film, const ShotId& shotId, TakeJob face,
                                   const ModelChoice& model)
{
    const quint64 id = ++lastId;
    const std::shared_ptr<const Shot> shot = film.shot(shotId);
    if (!shot) {
        post([this, id, shotId] {
            Q_EMIT q.failed(id, shotId,
                            {ErrorCode::NotFound, shotId.toText().toStdString(), "no such shot"});
        });
        return id;
    }
    Work work;
    work.face = std::move(face);
    work.face.id = id;
    work.face.shot = shotId;
    work.face.shotName = shot->name;
    work.face.modelName = model.isNetwork() ? model.name : QString();
    work.face.stage = QStringLiteral("painting");
    work.take.shot = shotId;
    work.take.quality = QString::fromStdString(generator::toText(work.face.quality));
    work.take.rate = film.settings.rate;
    work.subject.regionNames = stageRegionNames(*shot);
    for (const TakeJob& older : q.jobs()) {
        if (older.shot == shotId && isReplacedBy(older, work.face)) {
            q.cancel(older.id);
        }
    }
    works.append(work);
    Q_EMIT q.jobsChanged();
    paint(id, film, shot, work.face.quality, model);
    return id;
}

/// In the pool.
void TakeRunner::Private::paint(quint64 id, const Film& film,
                                const std::shared_ptr<const Shot>& shot, generator::Quality quality,
                                const ModelChoice& model)
{
    pool.start([this, id, film, shot, quality, model] {
        const auto fail = [this, id](ErrorCode code, std::string detail) {
            post([this, id, error = Error{code, {}, std::move(detail)}] { unfinished(id, error); });
        };
        try {
            const PanelPainter painter(film, cache);
            auto request = takeRequest(*shot, film, painter, quality, model);
            if (!request) {
                post([this, id, error = request.error()] { unfinished(id, error); });
                return;
            }
            const QString hash = QString::fromStdString(request->hash().toText());
            post([this, id, request = std::move(*request), hash] { submit(id, request, hash); });
        } catch (const std::bad_alloc&) {
            fail(ErrorCode::OutOfMemory, "painting the request");
        } catch (const std::exception& exception) {
            fail(ErrorCode::Internal, exception.what());
        }
    });
}

quint64 TakeRunner::shoot(const Film& film, const ShotId& shot, generator::Quality quality,
                          const ModelChoice& model)
{
    TakeJob face;
    face.quality = quality;
    return d->begin(film, shot, std::move(face), model);
}

quint64 TakeRunner::shootConditioning(const Film& film, const ShotId& shot,
                                      generator::Quality quality, const ModelChoice& model)
{
    TakeJob face;
    face.quality = quality;
    face.wantsOnlyConditioning = true;
    return d->begin(film, shot, std::move(face), model);
}

void TakeRunner::stopHere(quint64 job)
{
    Work* work = d->find(job);
    if (!work || work->queued == 0) {
        return;
    }
    d->queue->stopHere(work->queued);
    work->face.isStopping = true;
    work->face.canStopHere = false;
    Q_EMIT jobsChanged();
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
    const auto isDone = [this] { return d->works.isEmpty() && !d->measurer.isBusy(); };
    const auto quitWhenDone = [&] {
        if (isDone()) {
            loop.quit();
        }
    };
    connect(this, &TakeRunner::jobsChanged, &loop, quitWhenDone);
    connect(&d->measurer, &TakeMeasurer::idle, &loop, quitWhenDone);
    if (!isDone()) {
        loop.exec();
    }
    QCoreApplication::sendPostedEvents(this); // a job that failed before it was listed
}

} // namespace dollygrip
