#include "core/conditioning/controlsignals.h"

#include "core/conditioning/cameramaps.h"
#include "core/conditioning/picturetensor.h"

#include <ATen/ATen.h>

#include <utility>
#include <vector>

namespace dollygrip::conditioning {

ControlSignals::ControlSignals(const MotionPlan& plan)
    : ControlSignals(multiplane::Guide(plan.stage), plan.width, plan.height)
{
}

ControlSignals::ControlSignals(multiplane::Guide guide, int width, int height)
    : m_guide(std::move(guide)), m_width(width), m_height(height)
{
}

ControlSignals::Pictures ControlSignals::pictures(FrameRange range) const
{
    TORCH_CHECK(range.first >= 0 && range.end <= frames() && !range.isEmpty());
    Pictures result;
    result.guide = at::empty({3, range.length(), m_height, m_width}, at::kFloat);
    result.hole = at::empty({1, range.length(), m_height, m_width}, at::kFloat);
    for (FrameIndex n = range.first; n < range.end; ++n) {
        const multiplane::GuideFrame frame = m_guide.frame(n, m_width, m_height);
        result.guide.select(1, n - range.first).copy_(pictureTensor(frame.picture));
        result.hole.select(1, n - range.first).copy_(maskTensor(frame.hole));
    }
    return result;
}

ControlSignals::Motion ControlSignals::motion(FrameRange range) const
{
    TORCH_CHECK(range.first >= 0 && range.end <= frames() - 1 && !range.isEmpty());
    Motion result;
    result.flow = at::empty({range.length(), 2, m_height, m_width}, at::kFloat);
    result.valid = at::empty({range.length(), 1, m_height, m_width}, at::kFloat);
    for (FrameIndex n = range.first; n < range.end; ++n) {
        multiplane::Flow flow = m_guide.flow(n, n + 1, m_width, m_height);
        const at::Tensor field =
            at::from_blob(flow.dxdy.data(), {m_height, m_width, 2}, at::kFloat);
        result.flow[n - range.first].copy_(field.permute({2, 0, 1}));
        result.valid[n - range.first].copy_(maskTensor(flow.valid));
    }
    return result;
}

PointTracks ControlSignals::tracks() const
{
    return pointTracks(m_guide, m_width, m_height);
}

at::Tensor ControlSignals::worldToCamera() const
{
    return conditioning::worldToCamera(m_guide.stage());
}

at::Tensor ControlSignals::intrinsics() const
{
    return conditioning::intrinsics(m_guide.stage(), m_width, m_height);
}

at::Tensor ControlSignals::pluckerRays(FrameRange range) const
{
    return conditioning::pluckerRays(m_guide.stage(), m_width, m_height, range);
}

} // namespace dollygrip::conditioning
