#pragma once

#include "core/conditioning/controlvideo.h"
#include "core/conditioning/trackinput.h"
#include "core/generator/modelfolder.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace dollygrip::generator {

/// A window of a shot, ready to be turned into what a network takes.
struct WindowShot {
    /// As drawn, its holes open; and with clean plates behind and beside the drawing. The same
    /// one where nothing was completed.
    conditioning::ControlSignals drawn;
    conditioning::ControlSignals completed;
    conditioning::Steering steering;
    conditioning::ChosenLook look;
    at::Tensor known; ///< [3, n, H, W]: its first frames, made already; undefined: none
    std::uint64_t seed = 1;
};

/// What a network is given for one window, beside words and noise.
struct NetworkInput {
    at::Tensor control;            ///< [96, references + T, h, w] for a control branch
    double strength = 1;           ///< of that
    std::int64_t references = 0;   ///< latent frames in front of the take's
    at::Tensor beside;             ///< channels joined to the noisy latent, [c, T, h, w]
    at::Tensor besideWithoutWords; ///< the same for the pass without words; undefined: the same
    at::Tensor reference;          ///< [16, h, w] latent of a reference (Fun)
    at::Tensor rays;               ///< [24, T, H, W] (Fun-Camera)
    at::Tensor guide;              ///< [16, references + T, h, w] of the guide, for the dual clock
    at::Tensor held;               ///< [1, references + T, h, w]: 1 where it is held to the guide
    double heldSigma = 1;          ///< down to this level
    double startSigma = 1;         ///< where sampling begins, from the guide
};

/// Makes it in two steps: the pictures, which need no network and are what a person is shown; then
/// their latents. Generator thread.
class WindowInput {
public:
    using Show = std::function<void(const std::string& signal, const std::vector<Image>& pictures)>;

    WindowInput(const Model& model, WindowShot shot);

    /// Hands on what the network is given: "control", "mask", "reference", "start", "end",
    /// "tracks", "camera", "guide".
    void show(const Show& show) const;
    /// The picture from which the take starts, and its end; undefined: none. [3, H, W]
    at::Tensor start() const { return m_start; }
    at::Tensor end() const { return m_end; }
    NetworkInput encoded(const conditioning::EncodeVideo& encode) const;
    /// How many latent frames that encodes, about: for the time it takes.
    int latentsToEncode() const;

private:
    void makePictures();
    void makeStart();
    void makeTracks(std::int64_t most);
    at::Tensor funControl() const;
    void addClock(NetworkInput& input, const conditioning::EncodeVideo& encode) const;
    FrameRange all() const { return {0, m_shot.completed.frames()}; }

    Model m_model;
    WindowShot m_shot;
    conditioning::TrackMethod m_method = conditioning::TrackMethod::None;
    std::optional<conditioning::VacePictures> m_vace;
    std::optional<conditioning::PointTracks> m_tracks;
    at::Tensor m_start;
    at::Tensor m_end;
    at::Tensor m_control; ///< Fun's control video [3, F, H, W]
    at::Tensor m_rays;    ///< [F, 6, H, W]
};

/// Which of both signals a family looks at: only one that may fill holes sees them.
bool seesHoles(const Model& model, conditioning::ControlLook look);

} // namespace dollygrip::generator
