#include "core/generator/windowinput.h"

#include "core/conditioning/cameramaps.h"
#include "core/conditioning/dualclock.h"
#include "core/conditioning/imageinput.h"
#include "core/conditioning/picturetensor.h"
#include "core/conditioning/signalpictures.h"

#include <ATen/ATen.h>

#include <utility>

namespace dollygrip::generator {
namespace {

using conditioning::ControlLook;
using conditioning::TrackMethod;

constexpr std::int64_t kAtiTracks = 20; // more were hardly trained
constexpr std::int64_t kFunTracks = 16;
constexpr std::int64_t kMovedTracks = 1024; // Wan-Move was trained with 32 x 32
constexpr std::int64_t kKnownLatents = 16;

/// Zeros in front for the references.
at::Tensor behindReferences(const at::Tensor& latent, std::int64_t references)
{
    if (references == 0)
        return latent;
    std::vector<std::int64_t> shape = latent.sizes().vec();
    shape[1] = references;
    return at::cat({at::zeros(shape, latent.options()), latent}, 1);
}

TrackMethod methodOf(const Model& model, const WindowShot& shot)
{
    if (model.family != ModelFamily::ImageToVideo || !shot.completed.playsStage())
        return TrackMethod::None;
    return shot.steering.tracks == TrackMethod::Automatic ? model.tracks : shot.steering.tracks;
}

} // namespace

bool seesHoles(const Model& model, ControlLook look)
{
    return model.family == ModelFamily::Vace && look == ControlLook::Keep;
}

WindowInput::WindowInput(const Model& model, WindowShot shot)
    : m_model(model), m_shot(std::move(shot)), m_method(methodOf(model, m_shot))
{
    makePictures();
}

void WindowInput::makePictures()
{
    switch (m_model.family) {
    case ModelFamily::TextToVideo: break;
    case ModelFamily::ImageToVideo:
        makeStart();
        if (m_method == TrackMethod::WanMove)
            makeTracks(kMovedTracks);
        else if (m_method == TrackMethod::Ati)
            makeTracks(kAtiTracks);
        break;
    case ModelFamily::FirstLastToVideo: makeStart(); break;
    case ModelFamily::Vace: {
        const bool withHoles = seesHoles(m_model, m_shot.look.look);
        const conditioning::ControlVideo video(withHoles ? m_shot.drawn : m_shot.completed,
                                               m_shot.steering, m_shot.look);
        m_vace = video.pictures();
        if (m_shot.known.defined())
            conditioning::giveFrames(*m_vace, m_shot.known);
        break;
    }
    case ModelFamily::FunControl:
        makeStart();
        if (m_shot.completed.playsStage())
            makeTracks(kFunTracks);
        m_control = funControl();
        break;
    case ModelFamily::FunCamera:
        makeStart();
        m_rays = m_shot.completed.pluckerRays(all());
        break;
    }
}

void WindowInput::makeStart()
{
    const FrameIndex last = m_shot.completed.frames() - 1;
    m_start = m_shot.known.defined() ? m_shot.known.select(1, m_shot.known.size(1) - 1)
                                     : m_shot.completed.frame(0).guide;
    const bool wantsEnd =
        m_model.family == ModelFamily::FirstLastToVideo
        || (m_model.family == ModelFamily::ImageToVideo && m_shot.steering.givesLastPanel);
    if (wantsEnd && last > 0)
        m_end = m_shot.completed.frame(last).guide;
}

void WindowInput::makeTracks(std::int64_t most)
{
    conditioning::PointTracks tracks = m_shot.completed.tracks();
    if (tracks.tracks.size(1) > 0)
        m_tracks = conditioning::fewTracks(tracks, most);
}

/// Soft spots on the tracks; another look when one is asked for, or there are no tracks.
at::Tensor WindowInput::funControl() const
{
    const bool isSpots = m_shot.look.look == ControlLook::Automatic && m_tracks;
    const conditioning::ControlSignals& signals = m_shot.completed;
    if (isSpots)
        return conditioning::trajectoryVideo(*m_tracks, signals.height(), signals.width(), all());
    conditioning::ChosenLook look = m_shot.look;
    if (look.look == ControlLook::Automatic)
        look.look = ControlLook::Keep; // pictures only: the move itself
    const conditioning::ControlVideo video(signals, m_shot.steering, look);
    at::Tensor pictures =
        at::empty({3, signals.frames(), signals.height(), signals.width()}, at::kFloat);
    for (FrameIndex n = 0; n < signals.frames(); ++n)
        pictures.select(1, n).copy_(video.lookAt(n));
    return pictures;
}

void WindowInput::show(const Show& show) const
{
    using namespace conditioning;
    const auto one = [](const at::Tensor& picture) { return videoPictures(picture.unsqueeze(1)); };
    const std::int64_t height = m_shot.completed.height();
    const std::int64_t width = m_shot.completed.width();
    if (m_vace) {
        show("control", videoPictures(m_vace->video));
        show("mask", maskPictures(m_vace->mask));
        if (!m_vace->references.empty())
            show("reference", videoPictures(at::cat(m_vace->references, 1)));
    }
    if (m_start.defined())
        show("start", one(m_start));
    if (m_end.defined())
        show("end", one(m_end));
    if (m_control.defined())
        show("control", videoPictures(m_control));
    else if (m_tracks)
        show("tracks",
             trackPictures(*m_tracks, m_shot.completed.pictures(all()).guide, height, width));
    if (m_rays.defined())
        show("camera", rayPictures(m_rays));
    if (!DualClock{m_shot.steering.startSigma, m_shot.steering.heldSigma}.isOff())
        show("guide", videoPictures(m_shot.completed.pictures(all()).guide));
}

int WindowInput::latentsToEncode() const
{
    const int whole = int((m_shot.completed.frames() - 1) / 4 + 1);
    const bool hasClock = m_shot.steering.startSigma < 1 || m_shot.steering.heldSigma < 1;
    int count = hasClock ? whole : 0;
    if (m_vace)
        count += 2 * whole + int(m_vace->references.size());
    else if (m_model.family != ModelFamily::TextToVideo)
        count += whole;
    return count;
}

NetworkInput WindowInput::encoded(const conditioning::EncodeVideo& encode) const
{
    using namespace conditioning;
    NetworkInput input;
    const FrameIndex frames = m_shot.completed.frames();
    switch (m_model.family) {
    case ModelFamily::TextToVideo: break;
    case ModelFamily::ImageToVideo:
    case ModelFamily::FirstLastToVideo: {
        const at::Tensor y = imageCondition(m_start, m_end, frames, encode);
        input.beside = y;
        if (m_tracks && m_method == TrackMethod::WanMove) {
            input.beside = wanMoveCondition(y, *m_tracks, m_shot.seed);
            input.besideWithoutWords = y;
        } else if (m_tracks && m_method == TrackMethod::Ati) {
            const at::Tensor tracks =
                atiTracks(*m_tracks, m_shot.completed.height(), m_shot.completed.width());
            input.beside = atiCondition(y, tracks);
        }
        break;
    }
    case ModelFamily::Vace:
        input.control = vaceContext(*m_vace, encode);
        input.strength = m_shot.steering.strength;
        input.references = std::int64_t(m_vace->references.size());
        break;
    case ModelFamily::FunControl:
        input.beside = funControlCondition(m_control, m_start, encode);
        if (!m_shot.steering.references.empty()) {
            const at::Tensor picture = pictureOnWhite(m_shot.steering.references.front().picture);
            input.reference = encode(vaceReferenceCanvas(picture, m_shot.completed.height(),
                                                         m_shot.completed.width()))
                                  .select(1, 0);
        }
        break;
    case ModelFamily::FunCamera:
        input.beside = funStartCondition(m_start, frames, encode);
        input.rays = packedRays(m_rays);
        break;
    }
    addClock(input, encode);
    return input;
}

void WindowInput::addClock(NetworkInput& input, const conditioning::EncodeVideo& encode) const
{
    const conditioning::DualClock clock{m_shot.steering.startSigma, m_shot.steering.heldSigma};
    const bool isOff = clock.isOff();
    if (!isOff) {
        input.guide = encode(m_shot.completed.pictures(all()).guide);
        input.startSigma = clock.startSigma;
        input.heldSigma = clock.heldSigma;
        if (clock.heldSigma < 1)
            input.held = m_shot.completed.playsStage() ? conditioning::heldCells(m_shot.completed)
                                                       : at::ones_like(input.guide.narrow(0, 0, 1));
    }
    if (m_model.family == ModelFamily::TextToVideo && m_shot.known.defined()) {
        // Nothing else tells this network what was before: its latents are held all the way.
        const at::Tensor before = encode(m_shot.known);
        if (isOff)
            input.guide = at::zeros(
                {kKnownLatents, (all().length() - 1) / 4 + 1, before.size(2), before.size(3)},
                before.options());
        input.guide.narrow(1, 0, before.size(1)).copy_(before);
        input.held = at::zeros_like(input.guide.narrow(0, 0, 1));
        input.held.narrow(1, 0, before.size(1)).fill_(1);
        input.heldSigma = 0;
    }
    if (input.guide.defined() && input.references > 0)
        // What a reference's latent frame comes to is the reference itself.
        input.guide = at::cat({input.control.narrow(0, 0, input.guide.size(0))
                                   .narrow(1, 0, input.references)
                                   .to(input.guide.device()),
                               input.guide},
                              1);
    if (input.held.defined())
        input.held = behindReferences(input.held.to(input.guide.device()), input.references);
}

} // namespace dollygrip::generator
