#include "core/generator/nn/causalconv.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace dollygrip::generator {

FeatureCache::Slot& FeatureCache::next()
{
    if (m_next == m_slots.size())
        m_slots.emplace_back();
    return m_slots[m_next++];
}

bool FeatureCache::shifts(const at::Tensor& x) const
{
    return !m_how.isStock && canBeRimmed(x);
}

at::ScalarType FeatureCache::factorType() const
{
    return m_how.products == Products::Half && multipliesBFloat16() ? at::kBFloat16 : at::kFloat;
}

const at::Tensor& Taps::of(const at::Tensor& weight, at::ScalarType type)
{
    if (!m_taps.defined() || m_madeFrom != weight.data_ptr() || m_taps.scalar_type() != type) {
        m_taps = m_make(weight, type);
        m_madeFrom = weight.data_ptr();
    }
    return m_taps;
}

at::Tensor lastTwoFrames(const at::Tensor& x, const at::Tensor& earlier)
{
    const int64_t frames = x.size(2);
    at::Tensor last = x.narrow(2, std::max<int64_t>(frames - 2, 0), std::min<int64_t>(frames, 2));
    if (frames < 2 && earlier.defined())
        return at::cat({earlier.narrow(2, earlier.size(2) - 1, 1), last}, 2);
    return last.clone(); // a view would keep the whole chunk alive
}

CausalConv3dImpl::CausalConv3dImpl(const Options& given) : options(given)
{
    const auto& kernel = options.kernel;
    const double bound =
        1.0 / std::sqrt(static_cast<double>(options.in * kernel[0] * kernel[1] * kernel[2]));
    weight = register_parameter(
        "weight", torch::empty({options.out, options.in, kernel[0], kernel[1], kernel[2]})
                      .uniform_(-bound, bound));
    bias = register_parameter("bias", torch::empty({options.out}).uniform_(-bound, bound));
}

at::Tensor CausalConv3dImpl::forward(const at::Tensor& x, const at::Tensor& history,
                                     Products products)
{
    const auto& padding = options.padding;
    int64_t before = 2 * padding[0];
    at::Tensor padded = x;
    if (before > 0 && history.defined()) {
        padded = at::cat({history, x}, 2);
        before -= history.size(2);
    }
    if (before > 0)
        padded = at::constant_pad_nd(padded, {0, 0, 0, 0, before, 0});
    const bool isHalf = products == Products::Half && !x.is_cpu();
    const at::ScalarType type = isHalf ? at::kBFloat16 : at::kFloat;
    return at::conv3d(padded.to(type), weight.to(type), bias.to(type), {options.timeStride, 1, 1},
                      {0, padding[1], padding[2]})
        .to(at::kFloat);
}

at::Tensor CausalConv3dImpl::shifted(const RimmedFrames& x, const RimmedFrames& earlier,
                                     std::int64_t zeros, FramePool& pool, const at::Tensor& addend)
{
    return convolved(x, earlier,
                     {m_taps.of(weight, x.frames.front().scalar_type()),
                      bias.detach().to(at::kFloat), zeros, options.timeStride, addend},
                     pool);
}

at::Tensor CausalConv3dImpl::streamed(const RimmedFrames& x, FeatureCache& cache,
                                      const at::Tensor& addend)
{
    FeatureCache::Slot& slot = cache.next();
    const RimmedFrames earlier = slot.rimmed;
    slot.rimmed = lastTwo(x, earlier);
    slot.called = true;
    return shifted(x, earlier, 2 * options.padding[0] - earlier.count(), cache.pool(), addend);
}

at::Tensor CausalConv3dImpl::streamed(const at::Tensor& x, FeatureCache& cache)
{
    if (cache.shifts(x))
        return streamed(rimmed(x, {options.padding[1], cache.factorType()}, cache.pool()), cache);
    FeatureCache::Slot& slot = cache.next();
    const at::Tensor history = slot.frames;
    slot.frames = lastTwoFrames(x, history);
    slot.called = true;
    return forward(x, history, cache.how().products);
}

} // namespace dollygrip::generator
