#pragma once

#include "core/base/contenthash.h"
#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/time.h"
#include "core/multiplane/stage.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace dollygrip::generator {

enum class Quality {
    Move,  ///< the multiplane move with its holes completed
    Draft, ///< quick and small
    Final  ///< full size
};
std::string toText(Quality quality);
Result<Quality> qualityFromText(const std::string& text);

/// Everything that determines a take, in plain values. Equal text, equal take.
struct Request {
    Quality quality = Quality::Draft;
    int width = 1280; ///< pixels, even
    int height = 720;
    std::string prompt;
    std::string negativePrompt;
    std::uint64_t seed = 1;
    std::string model = "completion"; ///< which networks; "completion" needs none
    multiplane::Stage stage; ///< what was drawn: pictures, regions, motion, camera, frames, rate
    /// The move already played, one picture a frame, transparent where nobody drew. For an engine
    /// that was built without OpenCV; empty: the pipeline plays the stage itself.
    std::vector<Image> guide;

    /// Same for the same content on every machine; pixels enter by their hash.
    std::string toText() const;
    ContentHash hash() const;
};

/// How far a job is. Sent from the generator thread.
struct Progress {
    std::string stage; ///< "completing", "composing", "sampling", "decoding"
    int done = 0;      ///< of total, in the job's own steps
    int total = 0;
    double secondsLeft = -1; ///< negative: not known yet
    Image preview;           ///< small, may be null
};

/// What came of a job.
struct Summary {
    FrameIndex frames = 0;
    double seconds = 0;
    std::string device; ///< "cpu (2 threads)", "cuda:0 …"
};

/// Called on the generator thread. Frames come in order, in chunks: pictures are frames
/// first, first+1, …
struct Hooks {
    std::function<void(const Progress&)> onProgress;
    std::function<void(FrameIndex first, const std::vector<Image>& pictures)> onFrames;
};

} // namespace dollygrip::generator
