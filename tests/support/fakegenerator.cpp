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

Result<Summary> run(FakeGenerator& fake, const Request& request, const Hooks& hooks,
                    const std::stop_token& stop)
{
    const FrameIndex frames = request.stage.frames;
    const Error cancelled{ErrorCode::Cancelled, {}, {}};
    const bool waits = request.prompt.starts_with("wait");
    switch (waits ? FakeGenerator::Act::WaitForCancel : fake.act.load()) {
    case FakeGenerator::Act::Shoot:
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
