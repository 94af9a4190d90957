#include "core/multiplane/guideprivate.h"
#include "core/multiplane/inbands.h"
#include "core/multiplane/sampler.h"

#include <algorithm>

namespace dollygrip::multiplane {
namespace {

constexpr int kSolid = 127; ///< alpha above this is content

} // namespace

std::vector<float> Guide::nearness(FrameIndex n, int width, int height) const
{
    if (width <= 0 || height <= 0) {
        return {};
    }
    std::vector<float> near(std::size_t(width) * height, 0.0f);
    const std::vector<Layer> layers = d->prepared.layersAt(n);
    std::vector<Warp> warps;
    for (const Layer& layer : layers) {
        warps.push_back(warpOf(layer, width, height));
    }
    inBands(height, [&](int first, int end) {
        SourceBand<float> source(first, end, width);
        for (std::size_t k = 0; k < layers.size(); ++k) {
            const Warp& warp = warps[k];
            if (warp.isEmpty() || warp.top >= end || warp.bottom <= first) {
                continue;
            }
            source.fill(warp);
            const Sampler sampler(warp);
            // On a flat sheet 1 / metres runs evenly over the frame; bending stays in the sheet.
            const Plane& plane = stage().planes[std::size_t(layers[k].plane)];
            const Eigen::RowVector3d inverse =
                plane.pinnedToCamera ? Eigen::RowVector3d(0.0, 0.0, 1.0 / plane.depthM)
                                     : Eigen::RowVector3d(layers[k].toDrawn.row(2));
            for (int y = std::max(first, warp.top); y < std::min(end, warp.bottom); ++y) {
                const float* sourceX = source.rowX(y);
                const float* sourceY = source.rowY(y);
                const double start = inverse[1] * (y + 0.5) / height + inverse[2];
                for (int x = warp.left; x < warp.right; ++x) {
                    if (sampler.alphaAt(sourceX[x], sourceY[x]) > kSolid) {
                        near[std::size_t(y) * width + x] =
                            float(inverse[0] * (x + 0.5) / width + start);
                    }
                }
            }
        }
    });
    return near;
}

} // namespace dollygrip::multiplane
