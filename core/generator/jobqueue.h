#pragma once

#include "core/generator/request.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace dollygrip::generator {

/// Does one job. Runs on the generator thread only. app/*/main.cpp passes the pipeline, tests a
/// fake.
using Runner = std::function<Result<Summary>(const Request&, const Hooks&, std::stop_token)>;

using JobId = std::uint64_t;

struct JobHooks {
    Hooks hooks;
    std::function<void()> onStarted;
    std::function<void(const Result<Summary>&)>
        onFinished; ///< always called once, last; Cancelled too
};

/// The generator thread around a Runner. submit() and cancel() from any thread; all callbacks come
/// on the generator thread. Drafts and moves of the same `subject` replace each other (newest draft
/// wins, the running one is stopped); finals wait their turn. Requests for conditioning only count
/// as drafts. Exceptions of the runner become
/// Errors here. The destructor cancels everything and waits.
class JobQueue {
public:
    explicit JobQueue(Runner runner);
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// `subject`: what the job is about (a shot's id).
    JobId submit(Request request, std::string subject, JobHooks hooks);
    void cancel(JobId job);
    /// The job's sampler ends after the step it is in (Hooks::wantsToStopHere); one that waits will
    /// after its first.
    void stopHere(JobId job);
    void cancelAll();
    /// Jobs waiting or running.
    int count() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dollygrip::generator
