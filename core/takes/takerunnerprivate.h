#pragma once

#include "core/takes/takereport.h"
#include "core/takes/takerunner.h"
#include "core/takes/takewriter.h"

#include <QThreadPool>

#include <optional>

namespace dollygrip {

// The inside of TakeRunner: takerunner.cpp keeps the list of jobs (main thread), takehooks.cpp says
// what happens while one runs (generator thread).

/// What the runner keeps of a job beside its face.
struct TakeRunner::Work {
    TakeJob face;
    Take take;                   ///< filled as things become known; unused for conditioning only
    TakeSubject subject;         ///< what the take will be measured against
    generator::JobId queued = 0; ///< 0: its request is still being painted
};

struct TakeRunner::Private {
    Private(TakeRunner& runner, TakeStore& takes, generator::Runner run,
            std::shared_ptr<PictureCache> pictures)
        : q(runner), store(takes), cache(std::move(pictures)), measurer(takes),
          queue(std::make_unique<generator::JobQueue>(std::move(run)))
    {
    }

    Work* find(quint64 id);
    std::optional<Work> remove(quint64 id);
    void submit(quint64 id, generator::Request request, const QString& hash);
    void submitConditioning(Work& work, generator::Request request);
    quint64 begin(const Film& film, const ShotId& shotId, TakeJob face, const ModelChoice& model);
    void paint(quint64 id, const Film& film, const std::shared_ptr<const Shot>& shot,
               generator::Quality quality, const ModelChoice& model);
    void giveUp(quint64 id);
    decltype(generator::Hooks::onConditioning)
    conditioningHook(quint64 id, const std::shared_ptr<TakeWriter>& writer);
    generator::JobHooks commonHooks(quint64 id);
    generator::JobHooks hooksFor(quint64 id, const QString& temporaryFolder, const Take& take);
    void finished(quint64 id, const QString& temporaryFolder, const Take& take);
    void conditioned(quint64 id);
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
    TakeMeasurer measurer;
    QList<Work> works;
    quint64 lastId = 0;
    std::unique_ptr<generator::JobQueue> queue;
};

template <class Change>
void TakeRunner::Private::change(quint64 id, Change&& apply)
{
    if (Work* work = find(id)) {
        apply(work->face);
        Q_EMIT q.jobsChanged();
    }
}

} // namespace dollygrip
