#pragma once

#include "core/generator/jobqueue.h"

#include <atomic>
#include <memory>

namespace dollygrip::test {

/// A Runner that paints numbered pictures, so that takes, queue and docks are tested without
/// LibTorch. What it does is set from the test's thread, also while it runs; a request whose prompt
/// begins with "wait" waits for its cancel whatever is set.
struct FakeGenerator {
    enum class Act {
        Shoot,    ///< all frames of the request's stage, two at a time; for a network's request
                  ///< before that "control", "reference" and its steps (4)
        SampleOn, ///< the same, but a network's second step lasts until it is stopped there
        Fail,     ///< two frames, then OutOfMemory
        WaitForCancel, ///< two frames, then nothing until it is stopped
        ThrowBadAlloc,
        ThrowRuntimeError
    };
    std::atomic<Act> act = Act::Shoot;
    std::atomic<int> started = 0;
    std::atomic<int> ended = 0;
};

generator::Runner runnerOf(std::shared_ptr<FakeGenerator> fake);

/// The picture it paints for a frame: one colour that says which.
Image numberedPicture(int width, int height, FrameIndex frame);

} // namespace dollygrip::test
