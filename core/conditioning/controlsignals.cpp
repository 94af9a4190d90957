#include "core/conditioning/controlsignals.h"

#include "core/conditioning/cameramaps.h"
#include "core/conditioning/picturetensor.h"

#include <ATen/ATen.h>

#include <algorithm>
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

ControlSignals::ControlSignals(std::vector<Image> pictures, multiplane::Stage stage, int width,
                               int height)
    : m_pictures(std::move(pictures)), m_stage(std::move(stage)), m_width(width), m_height(height)
{
}

const multiplane::Guide& ControlSignals::guide() const
{
    TORCH_CHECK(m_guide, "a shot that is only pictures can't tell how it moves");
    return *m_guide;
}

ControlSignals::Pictures ControlSignals::frame(FrameIndex n) const
{
    TORCH_CHECK(n >= 0 && n < frames());
    if (m_guide) {
        const multiplane::GuideFrame frame = m_guide->frame(n, m_width, m_height);
        return {pictureTensor(frame.picture), maskTensor(frame.hole)};
    }
    const Image& image = m_pictures[std::size_t(n)];
    at::Tensor rgba = pixelTensor(image).permute({2, 0, 1}).to(at::kFloat).unsqueeze(0);
    if (image.width() != m_width || image.height() != m_height) {
        rgba = at::_upsample_bilinear2d_aa(rgba, {m_height, m_width}, false);
    }
    rgba = rgba[0] / 255.0F;
    const at::Tensor alpha = rgba.narrow(0, 3, 1);
    const at::Tensor paper = at::tensor({m_stage.paper[0] / 255.0F, m_stage.paper[1] / 255.0F,
                                         m_stage.paper[2] / 255.0F})
                                 .view({3, 1, 1});
    return {(rgba.narrow(0, 0, 3) + paper * (1 - alpha)).clamp_(0, 1).mul_(2).sub_(1),
            alpha.lt(0.5).to(at::kFloat)};
}

ControlSignals::Pictures ControlSignals::pictures(FrameRange range) const
{
    TORCH_CHECK(range.first >= 0 && range.end <= frames() && !range.isEmpty());
    Pictures result;
    result.guide = at::empty({3, range.length(), m_height, m_width}, at::kFloat);
    result.hole = at::empty({1, range.length(), m_height, m_width}, at::kFloat);
    for (FrameIndex n = range.first; n < range.end; ++n) {
        const Pictures one = frame(n);
        result.guide.select(1, n - range.first).copy_(one.guide);
        result.hole.select(1, n - range.first).copy_(one.hole);
    }
    return result;
}

ControlSignals::Motion ControlSignals::motionFrom(FrameIndex n) const
{
    multiplane::Flow flow = guide().flow(n, n + 1, m_width, m_height);
    const at::Tensor field = at::from_blob(flow.dxdy.data(), {m_height, m_width, 2}, at::kFloat);
    return {field.permute({2, 0, 1}).contiguous(), maskTensor(flow.valid)};
}

ControlSignals::Motion ControlSignals::motion(FrameRange range) const
{
    TORCH_CHECK(range.first >= 0 && range.end <= frames() - 1 && !range.isEmpty());
    Motion result;
    result.flow = at::empty({range.length(), 2, m_height, m_width}, at::kFloat);
    result.valid = at::empty({range.length(), 1, m_height, m_width}, at::kFloat);
    for (FrameIndex n = range.first; n < range.end; ++n) {
        const Motion one = motionFrom(n);
        result.flow[n - range.first].copy_(one.flow);
        result.valid[n - range.first].copy_(one.valid);
    }
    return result;
}

std::vector<int> ControlSignals::movingRegions() const
{
    std::vector<int> moving;
    int index = 0;
    for (const multiplane::Plane& plane : stage().planes) {
        for (const multiplane::PlaneRegion& region : plane.regions) {
            if (region.moves()) {
                moving.push_back(index);
            }
            ++index;
        }
    }
    return moving;
}

std::vector<int> ControlSignals::movingFigures() const
{
    constexpr double kFrameFilling = 0.9;
    const std::vector<int> moving = movingRegions();
    std::vector<int> figures;
    for (const int region : moving) {
        double most = 0;
        for (const FrameIndex n : {FrameIndex(0), frames() / 2, frames() - 1}) {
            most = std::max(most, regionsAt(n, {region}).mean().item<double>());
        }
        if (most < kFrameFilling) {
            figures.push_back(region);
        }
    }
    return figures.empty() ? moving : figures;
}

at::Tensor ControlSignals::regionsAt(FrameIndex n, const std::vector<int>& regions) const
{
    at::Tensor areas = at::zeros({std::int64_t(regions.size()), m_height, m_width}, at::kFloat);
    for (std::size_t k = 0; k < regions.size(); ++k) {
        Mask mask = guide().regionCoverage(regions[k], n, m_width, m_height);
        const at::Tensor values = at::from_blob(mask.values.data(), {m_height, m_width}, at::kByte);
        areas[std::int64_t(k)].copy_(values).div_(255.0F);
    }
    return areas;
}

at::Tensor ControlSignals::nearness(FrameIndex n) const
{
    std::vector<float> values = guide().nearness(n, m_width, m_height);
    return at::from_blob(values.data(), {1, m_height, m_width}, at::kFloat).clone();
}

PointTracks ControlSignals::tracks() const
{
    return pointTracks(guide(), m_width, m_height);
}

at::Tensor ControlSignals::worldToCamera() const
{
    return conditioning::worldToCamera(stage());
}

at::Tensor ControlSignals::intrinsics() const
{
    return conditioning::intrinsics(stage(), m_width, m_height);
}

at::Tensor ControlSignals::pluckerRays(FrameRange range) const
{
    return conditioning::pluckerRays(stage(), m_width, m_height, range);
}

} // namespace dollygrip::conditioning
