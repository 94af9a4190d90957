#include "tests/support/fakegenerator.h"

#include <new>
#include <stdexcept>
#include <thread>

namespace dollygrip::test {
namespace {

using generator::Hooks;
using generator::Request;
using generator::Summary;

/// Frames first … end, two at a time.
bool shoot(const Request& request, const Hooks& hooks, FrameRange range,
           const std::stop_token& stop)
{
    for (FrameIndex n = range.first; n < range.end; n += 2) {
        if (stop.stop_requested())
            return false;
        std::vector<Image> pictures;
        for (FrameIndex k = n; k < std::min(n + 2, range.end); ++k)
            pictures.push_back(numberedPicture(request.width, request.height, k));
        if (hooks.onFrames)
            hooks.onFrames(n, pictures);
        if (hooks.onProgress)
            hooks.onProgress({"composing", int(n + 2), int(request.stage.frames), 1.0, {}});
    }
    return true;
}

/// What a network would be given: half as many control pictures as frames, and the references.
void condition(const Request& request, const Hooks& hooks)
{
    for (FrameIndex n = 0; n < request.stage.frames / 2; ++n)
        hooks.onConditioning("control", n, {numberedPicture(16, 16, 100 + n)});
    FrameIndex n = 0;
    for (const conditioning::Reference& reference : request.steering.references)
        hooks.onConditioning("reference", n++, {reference.picture});
    if (request.stage.frames < 20)
        return;
    // A second window, as a long shot has it.
    hooks.onConditioning("control", 5, std::vector<Image>(8, numberedPicture(16, 16, 200)));
    if (n > 0)
        hooks.onConditioning("reference", 5, {request.steering.references[0].picture});
}

/// Steps that were done; fewer when somebody said stop here.
int sample(const Hooks& hooks, int steps, bool goesOn, const std::stop_token& stop)
{
    for (int step = 1; step <= steps; ++step) {
        hooks.onProgress({"sampling", step, steps, 1.0, numberedPicture(8, 8, step)});
        while (goesOn && step == 2 && !hooks.wantsToStopHere() && !stop.stop_requested())
            std::this_thread::yield();
        if (hooks.wantsToStopHere() || stop.stop_requested())
            return step;
    }
    return steps;
}

Result<Summary> network(const Request& request, const Hooks& hooks, bool goesOn,
                        const std::stop_token& stop)
{
    Summary summary{request.stage.frames, 0.25, "fake"};
    condition(request, hooks);
    if (request.wantsOnlyConditioning)
        return Summary{0, 0.25, "fake"};
    summary.steps = request.sampling.steps > 0 ? request.sampling.steps : 4;
    summary.stepsDone = sample(hooks, summary.steps, goesOn, stop);
    if (!shoot(request, hooks, {0, request.stage.frames}, stop))
        return Error{ErrorCode::Cancelled, {}, {}};
    return summary;
}

Result<Summary> run(FakeGenerator& fake, const Request& request, const Hooks& hooks,
                    const std::stop_token& stop)
{
    const FrameIndex frames = request.stage.frames;
    const Error cancelled{ErrorCode::Cancelled, {}, {}};
    const bool waits = request.prompt.starts_with("wait");
    switch (waits ? FakeGenerator::Act::WaitForCancel : fake.act.load()) {
    case FakeGenerator::Act::Shoot:
    case FakeGenerator::Act::SampleOn:
        if (request.model != "completion")
            return network(request, hooks, fake.act == FakeGenerator::Act::SampleOn, stop);
        if (!shoot(request, hooks, {0, frames}, stop))
            return cancelled;
        return Summary{frames, 0.25, "fake"};
    case FakeGenerator::Act::Fail:
        shoot(request, hooks, {0, 2}, stop);
        return Error{ErrorCode::OutOfMemory, {}, "needs more than there is"};
    case FakeGenerator::Act::WaitForCancel:
        shoot(request, hooks, {0, 2}, stop);
        while (!stop.stop_requested())
            std::this_thread::yield();
        return cancelled;
    case FakeGenerator::Act::ThrowBadAlloc: throw std::bad_alloc();
    case FakeGenerator::Act::ThrowRuntimeError: throw std::runtime_error("shapes do not match");
    }
    return cancelled;
}

} // namespace

generator::Runner runnerOf(std::shared_ptr<FakeGenerator> fake)
{
    return [fake = std::move(fake)](const Request& request, const Hooks& hooks,
                                    std::stop_token stop) -> Result<Summary> {
        ++fake->started;
        struct Ended {
            FakeGenerator& fake;
            ~Ended() { ++fake.ended; }
        } ended{*fake};
        return run(*fake, request, hooks, stop);
    };
}

Image numberedPicture(int width, int height, FrameIndex frame)
{
    return Image::ofColour(width, height, int(frame % 256), int(frame / 256 % 256), 77);
}

} // namespace dollygrip::test
