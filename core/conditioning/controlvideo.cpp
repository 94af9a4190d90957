#include "core/conditioning/controlvideo.h"

#include "core/conditioning/looks.h"
#include "core/conditioning/picturetensor.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace dollygrip::conditioning {
namespace {

bool needsStage(ControlLook look)
{
    return look == ControlLook::Flow || look == ControlLook::Layout || look == ControlLook::Depth;
}

/// Half a row of latent cells' worth: edges of holes are softened drawing.
int holeMargin(int height)
{
    return int(std::lround(height / 240.0));
}

} // namespace

Result<ChosenLook> chosenLook(const Steering& steering, const ControlSignals& shot)
{
    ChosenLook chosen;
    chosen.look = steering.look;
    if (needsStage(steering.look) && !shot.playsStage()) {
        return Error{ErrorCode::InvalidArgument,
                     {},
                     "motion, regions and depth of a shot that comes as pictures"};
    }
    if (steering.look == ControlLook::Layout && shot.movingRegions().empty()) {
        chosen.look = ControlLook::None;
    }
    if (steering.look == ControlLook::Automatic || steering.look == ControlLook::Scribble) {
        const at::Tensor first = shot.frame(0).guide;
        chosen.isDrawing = isDrawing(first);
        if (steering.look == ControlLook::Automatic) {
            chosen.look = chosen.isDrawing ? ControlLook::Scribble : ControlLook::Keep;
            if (chosen.isDrawing && !steering.givesFirstPanel) {
                chosen.reference = pictureImage(first);
            }
        }
    }
    return chosen;
}

ControlVideo::ControlVideo(const ControlSignals& signals, const Steering& steering,
                           ChosenLook chosen)
    : m_signals(signals), m_steering(steering), m_chosen(std::move(chosen))
{
    TORCH_CHECK(m_chosen.look != ControlLook::Automatic);
    if (m_chosen.look == ControlLook::Layout) {
        m_figures = m_signals.movingFigures();
    }
}

VacePictures ControlVideo::pictures() const
{
    return pictures({0, m_signals.frames()});
}

VacePictures ControlVideo::pictures(FrameRange range) const
{
    TORCH_CHECK(range.first >= 0 && range.end <= m_signals.frames() && !range.isEmpty());
    const int height = m_signals.height();
    const int width = m_signals.width();
    VacePictures result;
    result.video = at::zeros({3, range.length(), height, width}, at::kFloat);
    result.mask = at::ones({1, range.length(), height, width}, at::kFloat);
    result.references = references();
    const std::vector<FrameIndex> given = givenFrames();
    for (FrameIndex n = range.first; n < range.end; ++n) {
        at::Tensor video = result.video.select(1, n - range.first);
        at::Tensor mask = result.mask.select(1, n - range.first);
        if (std::binary_search(given.begin(), given.end(), n)) {
            video.copy_(m_signals.frame(n).guide);
            mask.zero_();
        } else if (m_chosen.look == ControlLook::Keep) {
            const ControlSignals::Pictures frame = m_signals.frame(n);
            mask.copy_(grown(frame.hole, holeMargin(height)));
            video.copy_(frame.guide * (1.0 - mask));
        } else if (m_chosen.look != ControlLook::None) {
            video.copy_(lookAt(n));
        }
    }
    return result;
}

at::Tensor ControlVideo::lookAt(FrameIndex frame) const
{
    switch (m_chosen.look) {
    case ControlLook::Scribble: {
        const at::Tensor guide = m_signals.frame(frame).guide;
        return m_chosen.isDrawing ? lineArt(guide) : pencilEdges(guide);
    }
    case ControlLook::Flow: {
        // As many pictures as frames: the first motion is shown twice.
        if (m_signals.frames() < 2) {
            return at::ones({3, m_signals.height(), m_signals.width()}, at::kFloat);
        }
        const auto motion = m_signals.motionFrom(std::max<FrameIndex>(frame - 1, 0));
        return flowLook(motion.flow * motion.valid);
    }
    case ControlLook::Layout:
        return layoutLook(m_signals.regionsAt(frame, m_figures), m_steering.whiteOnBlackLayout);
    case ControlLook::Gray: return grayLook(m_signals.frame(frame).guide);
    case ControlLook::Depth: return depthLook(m_signals.nearness(frame));
    case ControlLook::Keep: {
        const ControlSignals::Pictures shown = m_signals.frame(frame);
        return shown.guide * (1.0 - grown(shown.hole, holeMargin(m_signals.height())));
    }
    case ControlLook::Automatic:
    case ControlLook::None: break;
    }
    return at::zeros({3, m_signals.height(), m_signals.width()}, at::kFloat);
}

std::vector<at::Tensor> ControlVideo::references() const
{
    std::vector<at::Tensor> canvases;
    const auto add = [&](const Image& picture) {
        if (!picture.isNull()) {
            canvases.push_back(vaceReferenceCanvas(pictureOnWhite(picture), m_signals.height(),
                                                   m_signals.width()));
        }
    };
    add(m_chosen.reference);
    for (const Reference& reference : m_steering.references) {
        add(reference.picture);
    }
    return canvases;
}

std::vector<FrameIndex> ControlVideo::givenFrames() const
{
    std::set<FrameIndex> frames;
    if (m_steering.givesFirstPanel) {
        frames.insert(0);
    }
    if (m_steering.givesLastPanel) {
        frames.insert(m_signals.frames() - 1);
    }
    if (m_steering.givesKeyPanels) {
        for (const multiplane::Plane& plane : m_signals.stage().planes) {
            const FrameIndex start = plane.visible.first;
            if (!plane.visible.isEmpty() && start >= 0 && start < m_signals.frames()) {
                frames.insert(start);
            }
        }
    }
    return {frames.begin(), frames.end()};
}

void giveFrames(VacePictures& pictures, const at::Tensor& known, FrameIndex first)
{
    pictures.video.narrow(1, first, known.size(1)).copy_(known);
    pictures.mask.narrow(1, first, known.size(1)).zero_();
}

} // namespace dollygrip::conditioning
