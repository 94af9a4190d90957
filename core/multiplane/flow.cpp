#include "core/multiplane/guideprivate.h"
#include "core/multiplane/inbands.h"
#include "core/multiplane/sampler.h"

#include <algorithm>

namespace dollygrip::multiplane {
namespace {

constexpr int kSolid = 127; ///< alpha above this is content

/// A layer at frame n, how it is drawn at that size, and the same sheet at frame m.
struct Followed {
    Layer layer;
    Warp warp;
    std::optional<Layer> later;
};

void followBand(const std::vector<Followed>& sheets, int first, int end, Flow& flow)
{
    const int width = flow.width;
    SourceBand<double> source(first, end, width);
    for (const Followed& sheet : sheets) {
        if (sheet.warp.isEmpty()) {
            continue;
        }
        source.fill(sheet.warp);
        const Sampler sampler(sheet.warp);
        const Placement& where = sheet.layer.where;
        const double across = where.width / sheet.warp.source->width();
        const double down = where.height / sheet.warp.source->height();
        for (int y = std::max(first, sheet.warp.top); y < std::min(end, sheet.warp.bottom); ++y) {
            const double* sourceX = source.rowX(y);
            const double* sourceY = source.rowY(y);
            for (int x = sheet.warp.left; x < sheet.warp.right; ++x) {
                if (sampler.alphaAt(sourceX[x], sourceY[x]) <= kSolid) {
                    continue;
                }
                const std::size_t pixel = std::size_t(y) * width + x;
                std::optional<Eigen::Vector2d> seen;
                if (sheet.later) {
                    seen = sheet.later->seen({where.x + (sourceX[x] + 0.5) * across,
                                              where.y + (sourceY[x] + 0.5) * down});
                }
                flow.valid.values[pixel] = seen ? 255 : 0;
                flow.dxdy[pixel * 2] = seen ? float(seen->x() * width - (x + 0.5)) : 0.0f;
                flow.dxdy[pixel * 2 + 1] = seen ? float(seen->y() * flow.height - (y + 0.5)) : 0.0f;
            }
        }
    }
}

} // namespace

Flow Guide::flow(FrameIndex n, FrameIndex m, int width, int height) const
{
    if (width <= 0 || height <= 0) {
        return {};
    }
    const std::size_t count = std::size_t(width) * height;
    Flow flow{width, height, std::vector<float>(count * 2, 0.0f),
              Mask{width, height, std::vector<std::uint8_t>(count, 0)}};
    m = d->prepared.clampedFrame(m);
    std::vector<Followed> sheets;
    // Cut even before anything has left: what flies off by m is followed on its own sheet.
    for (Layer& layer : d->prepared.layersAt(n, true)) {
        Followed sheet;
        sheet.warp = warpOf(layer, width, height, true);
        if (stage().planes[std::size_t(layer.plane)].visible.contains(m)) {
            sheet.later = d->prepared.layer(layer.plane, layer.region, m);
        }
        sheet.layer = std::move(layer);
        sheets.push_back(std::move(sheet));
    }
    inBands(height, [&](int first, int end) { followBand(sheets, first, end, flow); });
    return flow;
}

} // namespace dollygrip::multiplane
