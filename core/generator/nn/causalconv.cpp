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

at::Tensor CausalConv3dImpl::forward(const at::Tensor& x, const at::Tensor& history)
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
    return at::conv3d(padded, weight, bias, {options.timeStride, 1, 1},
                      {0, padding[1], padding[2]});
}

at::Tensor CausalConv3dImpl::streamed(const at::Tensor& x, FeatureCache& cache)
{
    FeatureCache::Slot& slot = cache.next();
    const at::Tensor history = slot.frames;
    slot.frames = lastTwoFrames(x, history);
    slot.called = true;
    return forward(x, history);
}

} // namespace dollygrip::generator
