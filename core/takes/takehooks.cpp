// What happens while a job runs: pictures go to the disk, news to the main thread.

#include "core/takes/signalledger.h"
#include "core/takes/takerunnerprivate.h"

namespace dollygrip {

void TakeRunner::Private::submitConditioning(Work& work, generator::Request request)
{
    const quint64 id = work.face.id;
    request.wantsOnlyConditioning = true;
    generator::JobHooks job = commonHooks(id);
    job.hooks.onConditioning = conditioningHook(id, nullptr);
    job.onFinished = [this, id](const Result<generator::Summary>& summary) {
        if (summary) {
            post([this, id] { conditioned(id); });
        } else {
            post([this, id, error = summary.error()] { unfinished(id, error); });
        }
    };
    work.face.stage = QStringLiteral("waiting");
    // A subject of its own: looking at what a network gets must not end the shot's draft.
    const std::string subject = "conditioning " + work.face.shot.toText().toStdString();
    work.queued = queue->submit(std::move(request), subject, std::move(job));
    Q_EMIT q.jobsChanged();
}

/// From the generator thread: no use going on; the writer's finish() says why.
void TakeRunner::Private::giveUp(quint64 id)
{
    post([this, id] {
        if (const Work* work = find(id)) {
            queue->cancel(work->queued);
        }
    });
}

/// What the network is given: news for the main thread, and files where there is a writer.
decltype(generator::Hooks::onConditioning)
TakeRunner::Private::conditioningHook(quint64 id, const std::shared_ptr<TakeWriter>& writer)
{
    auto ledger = std::make_shared<SignalLedger>();
    return [this, id, writer, ledger](const std::string& signal, FrameIndex first,
                                      const std::vector<Image>& pictures) {
        const QString name = QString::fromStdString(signal);
        if (!ledger->add(name, first, FrameIndex(pictures.size()))) {
            return;
        }
        if (writer && !writer->writeSignal(name, first, pictures)) {
            giveUp(id);
            return;
        }
        const QList<Image> shared(pictures.begin(), pictures.end());
        post([this, id, name, first, shared] { Q_EMIT q.conditioning(id, name, first, shared); });
    };
}

/// Started and progress, for takes and for conditioning.
generator::JobHooks TakeRunner::Private::commonHooks(quint64 id)
{
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
                face.canStopHere = progress.stage == "sampling" && !face.isStopping;
                if (!progress.preview.isNull()) {
                    face.preview = progress.preview;
                }
            });
        });
    };
    return job;
}

/// What happens on the generator thread: pictures go to the disk, news to the main thread.
generator::JobHooks TakeRunner::Private::hooksFor(quint64 id, const QString& temporaryFolder,
                                                  const Take& take)
{
    auto writer = std::make_shared<TakeWriter>(temporaryFolder, pool);
    generator::JobHooks job = commonHooks(id);
    job.hooks.onConditioning = conditioningHook(id, writer);
    job.hooks.onFrames = [this, id, writer](FrameIndex first, const std::vector<Image>& pictures) {
        if (!writer->write(first, pictures)) {
            giveUp(id);
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
            made.steps = summary->steps;
            made.stepsDone = summary->stepsDone;
            made.conditioning = writer->conditioning();
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

} // namespace dollygrip
