#include "core/conditioning/imageinput.h"

#include <ATen/ATen.h>

namespace dollygrip::conditioning {
namespace {

constexpr std::int64_t kFrames = 4; // of a latent frame
constexpr std::int64_t kCell = 8;   // pixels of a latent cell's side

std::int64_t latentFrames(std::int64_t frames)
{
    TORCH_CHECK(frames >= 1 && (frames - 1) % kFrames == 0, "frames must be 1 + 4n");
    return 1 + (frames - 1) / kFrames;
}

/// `latent` [16, 1, h, w] in the first latent frame, zeros in the others.
at::Tensor inFirstFrame(const at::Tensor& latent, std::int64_t count)
{
    at::Tensor all =
        at::zeros({latent.size(0), count, latent.size(2), latent.size(3)}, latent.options());
    all.narrow(1, 0, 1).copy_(latent);
    return all;
}

} // namespace

at::Tensor knownFramesMask(const at::Tensor& known, std::int64_t h, std::int64_t w)
{
    const std::int64_t count = latentFrames(known.size(0));
    const at::Tensor first = known.narrow(0, 0, 1).expand({kFrames});
    const at::Tensor fours = at::cat({first, known.narrow(0, 1, known.size(0) - 1)})
                                 .to(at::kFloat)
                                 .view({count, kFrames});
    return fours.t().reshape({kFrames, count, 1, 1}).expand({kFrames, count, h, w}).contiguous();
}

at::Tensor imageCondition(const at::Tensor& video, const at::Tensor& known,
                          const EncodeVideo& encode)
{
    const at::Tensor is = known.to(video.options()).view({1, -1, 1, 1});
    const at::Tensor latent = encode(video * is);
    const at::Tensor mask =
        knownFramesMask(known, video.size(2) / kCell, video.size(3) / kCell).to(latent.options());
    return at::cat({mask, latent}, 0);
}

at::Tensor imageCondition(const at::Tensor& first, const at::Tensor& last, std::int64_t frames,
                          const EncodeVideo& encode)
{
    at::Tensor video = at::zeros({3, frames, first.size(1), first.size(2)}, first.options());
    at::Tensor known = at::zeros({frames}, at::kFloat);
    video.select(1, 0).copy_(first);
    known[0] = 1;
    if (last.defined()) {
        TORCH_CHECK(frames > 1, "first and last picture of one frame");
        video.select(1, frames - 1).copy_(last);
        known[frames - 1] = 1;
    }
    return imageCondition(video, known, encode);
}

at::Tensor funControlCondition(const at::Tensor& control, const at::Tensor& start,
                               const EncodeVideo& encode)
{
    const at::Tensor moving = encode(control);
    const at::Tensor still = start.defined()
                                 ? inFirstFrame(encode(start.unsqueeze(1)), moving.size(1))
                                 : at::zeros_like(moving);
    return at::cat({moving, still}, 0);
}

at::Tensor funStartCondition(const at::Tensor& start, std::int64_t frames,
                             const EncodeVideo& encode)
{
    return inFirstFrame(encode(start.unsqueeze(1)), latentFrames(frames));
}

} // namespace dollygrip::conditioning
