#include "core/conditioning/pointtracks.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace dollygrip::conditioning {

at::Tensor regionOf(const PointTracks& tracks)
{
    return tracks.region.defined() ? tracks.region.contiguous()
                                   : at::full({tracks.tracks.size(1)}, -1, at::kLong);
}

PointTracks pointTracks(const multiplane::Guide& guide, int width, int height)
{
    multiplane::PointTracks drawn = guide.tracks(width, height);
    TORCH_CHECK(drawn.xy.size() == std::size_t(drawn.frames) * drawn.points * 2);
    TORCH_CHECK(drawn.visible.size() == std::size_t(drawn.frames) * drawn.points);
    PointTracks result;
    result.tracks =
        at::from_blob(drawn.xy.data(), {drawn.frames, drawn.points, 2}, at::kFloat).clone();
    result.visibility =
        at::from_blob(drawn.visible.data(), {drawn.frames, drawn.points}, at::kByte).ne(0);
    result.region =
        at::tensor(std::vector<std::int64_t>(drawn.region.begin(), drawn.region.end()), at::kLong);
    return result;
}

} // namespace dollygrip::conditioning
