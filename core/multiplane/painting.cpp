#include "core/multiplane/painting.h"

#include "core/multiplane/inbands.h"
#include "core/multiplane/sampler.h"

#include <algorithm>
#include <cstring>

namespace dollygrip::multiplane {
namespace {

void finishRow(const Canvas& canvas, int y, const std::uint32_t* row)
{
    std::uint8_t* pixels = canvas.pixels + std::size_t(y) * canvas.width * 4;
    if (canvas.hole) {
        std::uint8_t* hole = canvas.hole + std::size_t(y) * canvas.width;
        for (int x = 0; x < canvas.width; ++x) {
            hole[x] = std::uint8_t(255 - (row[x] >> 24));
        }
    }
    std::memcpy(pixels, row, std::size_t(canvas.width) * 4);
    if (!canvas.paper) {
        return;
    }
    for (int x = 0; x < canvas.width; ++x) {
        const int rest = 255 - int(row[x] >> 24);
        if (rest == 0) {
            continue;
        }
        for (int c = 0; c < 3; ++c) {
            const int value = pixels[x * 4 + c] + (canvas.paper[c] * rest + 127) / 255;
            pixels[x * 4 + c] = std::uint8_t(std::min(value, 255));
        }
        pixels[x * 4 + 3] = 255;
    }
}

} // namespace

void paintWarps(const std::vector<Warp>& warps, const Canvas& canvas)
{
    std::vector<Sampler> samplers(warps.begin(), warps.end());
    inBands(canvas.height, [&](int first, int end) {
        std::vector<std::uint32_t> rows(std::size_t(end - first) * canvas.width, 0);
        SourceBand<float> source(first, end, canvas.width);
        for (std::size_t w = 0; w < warps.size(); ++w) {
            const Warp& warp = warps[w];
            if (warp.top >= end || warp.bottom <= first) {
                continue;
            }
            source.fill(warp);
            for (int y = std::max(first, warp.top); y < std::min(end, warp.bottom); ++y) {
                samplers[w].paint(source.rowX(y), source.rowY(y), warp.left, warp.right,
                                  rows.data() + std::size_t(y - first) * canvas.width);
            }
        }
        for (int y = first; y < end; ++y) {
            finishRow(canvas, y, rows.data() + std::size_t(y - first) * canvas.width);
        }
    });
}

} // namespace dollygrip::multiplane
