#pragma once

#include "core/base/contenthash.h"
#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/time.h"
#include "core/conditioning/steering.h"
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
std::string toText(conditioning::ControlLook look); ///< "automatic", "none", "keep" …
Result<conditioning::ControlLook> controlLookFromText(const std::string& text);
std::string toText(conditioning::TrackMethod method); ///< "automatic", "none", "wan-move", "ati"
Result<conditioning::TrackMethod> trackMethodFromText(const std::string& text);

/// How the noise is taken away. What is left at its default is the model's own.
struct Sampling {
    std::string
        solver;    ///< "unipc", "dpm++", "euler", "few-step", "few-step-renoised"; empty: its own
    int steps = 0; ///< 0: the model's
    double guidance = -1; ///< 1: without; negative: the model's
    double shift = 0;     ///< 0: the model's
};

/// A change to a model's weights.
struct LoraUse {
    std::string file; ///< its name in the model folder
    double strength = 1.0;
    /// loraContent() of the file that is meant, so that another one of its name is another take;
    /// empty: whatever lies there.
    std::string content = {};

    bool operator==(const LoraUse&) const = default;
};

/// Everything that determines a take, in plain values. Equal text, equal take.
struct Request {
    Quality quality = Quality::Draft;
    int width = 1280; ///< pixels, even
    int height = 720;
    std::string prompt;
    std::string negativePrompt;
    std::uint64_t seed = 1;
    std::string model = "completion"; ///< Model::id; "completion" needs no networks
    std::vector<LoraUse> loras;
    Sampling sampling;
    conditioning::Steering steering;
    multiplane::Stage stage; ///< what was drawn: pictures, regions, motion, camera, frames, rate
    /// The move already played, one picture a frame, transparent where nobody drew. For an engine
    /// that was built without OpenCV; empty: the pipeline plays the stage itself.
    std::vector<Image> guide;
    /// Where the model lies on this machine, and whether only what the network would be given is
    /// wanted. Neither is part of the text.
    std::string modelFolder;
    bool wantsOnlyConditioning = false;

    /// Same for the same content on every machine; pixels enter by their hash.
    std::string toText() const;
    ContentHash hash() const;
};

/// How far a job is. Sent from the generator thread.
struct Progress {
    /// "completing", "composing"; of networks "reading" (words), "conditioning", "sampling",
    /// "decoding"
    std::string stage;
    int done = 0; ///< of total, in the job's own steps
    int total = 0;
    double secondsLeft = -1; ///< negative: not known yet
    Image preview;           ///< small, may be null
};

/// What came of a job.
struct Summary {
    FrameIndex frames = 0;
    double seconds = 0;
    std::string device;          ///< "cpu (2 threads)", "cuda:0 …"
    int steps = 0;               ///< of the sampler; 0: there was none
    int stepsDone = 0;           ///< fewer when the person stopped it there
    std::uint64_t peakBytes = 0; ///< of this process's memory; 0: not known
};

/// Called on the generator thread. Frames come in order, in chunks: pictures are frames
/// first, first+1, …
struct Hooks {
    std::function<void(const Progress&)> onProgress;
    std::function<void(FrameIndex first, const std::vector<Image>& pictures)> onFrames;
    /// What the network is given, before the first step: "control", "mask", "reference", "tracks",
    /// "camera" … a signal's pictures in order, at the size and rate of the model.
    std::function<void(const std::string& signal, FrameIndex first,
                       const std::vector<Image>& pictures)>
        onConditioning;
    /// Asked after each sampler step: true keeps what there is as the take.
    std::function<bool()> wantsToStopHere;
};

} // namespace dollygrip::generator
