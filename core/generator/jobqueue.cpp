#include "core/generator/jobqueue.h"

#include "core/base/log.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

namespace dollygrip::generator {
namespace {

struct Job {
    JobId id = 0;
    Request request;
    std::string subject;
    JobHooks hooks;
    std::stop_source stop;
    std::atomic<bool> isStoppedHere = false;

    bool isFinal() const
    {
        return request.quality == Quality::Final && !request.wantsOnlyConditioning;
    }
};
using JobPointer = std::shared_ptr<Job>;

const Error kCancelled{ErrorCode::Cancelled, {}, {}};

void finish(const Job& job, const Result<Summary>& result)
{
    if (job.hooks.onFinished) {
        job.hooks.onFinished(result);
    }
}

/// Runs one job; whatever it throws becomes an Error here.
Result<Summary> runOne(const Runner& runner, const Job& job, const Hooks& hooks)
{
    try {
        return runner(job.request, hooks, job.stop.get_token());
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, {}, "std::bad_alloc"};
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, {}, exception.what()};
    } catch (...) {
        return Error{ErrorCode::Internal, {}, "unknown exception"};
    }
}

} // namespace

struct JobQueue::Private {
    explicit Private(Runner run) : runner(std::move(run)) {}

    void loop(std::stop_token quit);
    void dropWaiting(const std::function<bool(const Job&)>& isDropped);
    void tellDropped();
    void run(const JobPointer& job);

    Runner runner; ///< generator thread only; made and left there too

    struct Shared {
        mutable std::mutex mutex;
        std::condition_variable_any wake;
        std::deque<JobPointer> waiting;
        std::vector<JobPointer> dropped; ///< left before their turn, not told yet
        JobPointer running;
        JobId lastId = 0;
    } shared;

    std::jthread thread; ///< last member: starts when all else stands, joins first
};

/// Moves waiting jobs to the dropped ones. The mutex is held by the caller.
void JobQueue::Private::dropWaiting(const std::function<bool(const Job&)>& isDropped)
{
    const auto kept =
        std::stable_partition(shared.waiting.begin(), shared.waiting.end(),
                              [&](const JobPointer& job) { return !isDropped(*job); });
    shared.dropped.insert(shared.dropped.end(), kept, shared.waiting.end());
    shared.waiting.erase(kept, shared.waiting.end());
}

/// Generator thread: tells jobs that never ran that they are over.
void JobQueue::Private::tellDropped()
{
    std::vector<JobPointer> dropped;
    {
        const std::lock_guard lock(shared.mutex);
        dropped.swap(shared.dropped);
    }
    for (const JobPointer& job : dropped) {
        finish(*job, kCancelled);
    }
}

void JobQueue::Private::run(const JobPointer& job)
{
    // A long job must not keep the news from those that were dropped meanwhile.
    Hooks hooks;
    hooks.onProgress = [this, &job](const Progress& progress) {
        tellDropped();
        if (job->hooks.hooks.onProgress) {
            job->hooks.hooks.onProgress(progress);
        }
    };
    hooks.onFrames = [this, &job](FrameIndex first, const std::vector<Image>& pictures) {
        tellDropped();
        if (job->hooks.hooks.onFrames) {
            job->hooks.hooks.onFrames(first, pictures);
        }
    };
    hooks.onConditioning = [this, &job](const std::string& signal, FrameIndex first,
                                        const std::vector<Image>& pictures) {
        tellDropped();
        if (job->hooks.hooks.onConditioning) {
            job->hooks.hooks.onConditioning(signal, first, pictures);
        }
    };
    hooks.wantsToStopHere = [&job] {
        const auto& asked = job->hooks.hooks.wantsToStopHere;
        return job->isStoppedHere || (asked && asked());
    };
    if (job->hooks.onStarted) {
        job->hooks.onStarted();
    }
    const Result<Summary> result = runOne(runner, *job, hooks);
    if (!result && result.error().code != ErrorCode::Cancelled) {
        log(LogLevel::Warning, "dollygrip.generator",
            std::string("Job failed: ") + errorName(result.error().code) + " "
                + result.error().subject + " " + result.error().detail);
    }
    {
        const std::lock_guard lock(shared.mutex);
        shared.running.reset();
    }
    finish(*job, result);
}

void JobQueue::Private::loop(std::stop_token quit)
{
    while (true) {
        JobPointer job;
        {
            std::unique_lock lock(shared.mutex);
            shared.wake.wait(lock, quit,
                             [this] { return !shared.waiting.empty() || !shared.dropped.empty(); });
            if (quit.stop_requested()) {
                dropWaiting([](const Job&) { return true; });
            } else if (!shared.waiting.empty()) {
                job = shared.waiting.front();
                shared.waiting.pop_front();
                shared.running = job;
            }
        }
        tellDropped();
        if (job) {
            run(job);
        } else if (quit.stop_requested()) {
            runner = nullptr; // tensors go on the thread that made them
            return;
        }
    }
}

JobQueue::JobQueue(Runner runner) : d(std::make_unique<Private>(std::move(runner)))
{
    d->thread = std::jthread([p = d.get()](std::stop_token quit) { p->loop(std::move(quit)); });
}

JobQueue::~JobQueue()
{
    d->thread.request_stop();
    cancelAll();
    d->thread.join();
}

JobId JobQueue::submit(Request request, std::string subject, JobHooks hooks)
{
    auto job = std::make_shared<Job>();
    job->request = std::move(request);
    job->subject = std::move(subject);
    job->hooks = std::move(hooks);
    JobId id = 0;
    {
        const std::lock_guard lock(d->shared.mutex);
        id = job->id = ++d->shared.lastId;
        auto& waiting = d->shared.waiting;
        if (job->isFinal()) {
            waiting.push_back(std::move(job));
        } else {
            const auto isReplaced = [&](const Job& other) {
                return !other.isFinal() && other.subject == job->subject;
            };
            d->dropWaiting(isReplaced);
            if (d->shared.running && isReplaced(*d->shared.running)) {
                d->shared.running->stop.request_stop();
            }
            // Quick ones go before finals, behind other quick ones.
            const auto firstFinal =
                std::find_if(waiting.begin(), waiting.end(),
                             [](const JobPointer& other) { return other->isFinal(); });
            waiting.insert(firstFinal, std::move(job));
        }
    }
    d->shared.wake.notify_one();
    return id;
}

void JobQueue::cancel(JobId id)
{
    {
        const std::lock_guard lock(d->shared.mutex);
        d->dropWaiting([id](const Job& job) { return job.id == id; });
        if (d->shared.running && d->shared.running->id == id) {
            d->shared.running->stop.request_stop();
        }
    }
    d->shared.wake.notify_one();
}

void JobQueue::stopHere(JobId id)
{
    const std::lock_guard lock(d->shared.mutex);
    if (d->shared.running && d->shared.running->id == id) {
        d->shared.running->isStoppedHere = true;
    }
    for (const JobPointer& job : d->shared.waiting) {
        if (job->id == id) {
            job->isStoppedHere = true;
        }
    }
}

void JobQueue::cancelAll()
{
    {
        const std::lock_guard lock(d->shared.mutex);
        d->dropWaiting([](const Job&) { return true; });
        if (d->shared.running) {
            d->shared.running->stop.request_stop();
        }
    }
    d->shared.wake.notify_one();
}

int JobQueue::count() const
{
    const std::lock_guard lock(d->shared.mutex);
    return int(d->shared.waiting.size()) + (d->shared.running ? 1 : 0);
}

} // namespace dollygrip::generator
