#include "core/generator/transplant.h"

#include "core/generator/pushpull.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <vector>

namespace dollygrip::generator {
namespace {

constexpr double kWhole = 0.99; ///< of 1: known
// Prices are in parts of the rim's own variance: 1 fits as badly as its mean colour would.
constexpr double kBusyPrice = 0.8;     ///< of a piece that is all ink and texture
constexpr double kFarPrice = 0.1;      ///< of a piece from the end of the search
constexpr double kMissingPrice = 20.0; ///< of a piece that is not there at all
constexpr double kNoPiece = 1e9;
constexpr double kBadFit = 0.9; ///< above this, smooth is better
constexpr double kShade = 0.12; ///< of full brightness: a difference of light, not of things
constexpr int kSearchSide = 96; ///< the hole is at most this large during the wide search

struct Drawing {
    at::Tensor values; ///< [c, h, w] multiplied by known
    at::Tensor known;  ///< [1, h, w]
    at::Tensor flat;   ///< [1, h, w]
};

Drawing shrunk(const Drawing& drawing, std::int64_t by)
{
    const auto half = [by](const at::Tensor& x) {
        return by == 1 ? x : at::avg_pool2d(x, {by, by}, {by, by}, {0, 0}, true, false);
    };
    return {half(drawing.values), half(drawing.known), half(drawing.flat)};
}

at::Tensor dilated(const at::Tensor& mask, std::int64_t by)
{
    const std::int64_t side = 2 * by + 1;
    return at::max_pool2d(mask.to(at::kFloat).unsqueeze(0), {side, side}, {1, 1}, {by, by})
        .squeeze(0)
        .gt(0.5);
}

/// At most `count` of the true pixels, evenly picked: their flat indices [n].
at::Tensor someOf(const at::Tensor& mask, std::int64_t count)
{
    const at::Tensor all = mask.flatten().nonzero().squeeze(1);
    const std::int64_t step = std::max<std::int64_t>(1, all.numel() / count);
    return all.slice(0, 0, all.numel(), step);
}

/// What one piece has to fill.
struct Hole {
    at::Tensor open; ///< [h, w] bool, the whole hole
    at::Tensor part; ///< [h, w] bool, what this piece is for
};

struct Shift {
    std::int64_t x = 0;
    std::int64_t y = 0;
    double cost = kNoPiece;
};

/// Shifts to try: a grid around `middle`, [candidates, 2] as (y, x).
at::Tensor candidates(const Shift& middle, std::int64_t reachX, std::int64_t reachY,
                      std::int64_t step)
{
    const at::Tensor x = at::arange(-reachX, reachX + 1, step, at::kLong) + middle.x;
    const at::Tensor y = at::arange(-reachY, reachY + 1, step, at::kLong) + middle.y;
    const std::int64_t rows = y.numel();
    const std::int64_t columns = x.numel();
    return at::stack({y.view({rows, 1}).expand({rows, columns}).flatten(),
                      x.view({1, columns}).expand({rows, columns}).flatten()},
                     1);
}

/// The cheapest of the shifts. Sources must lie inside the drawing and be known there.
Shift bestOf(const Drawing& drawing, const Hole& place, const at::Tensor& shifts, double farthest)
{
    const at::Tensor& hole = place.open;
    const std::int64_t height = hole.size(0);
    const std::int64_t width = hole.size(1);
    const at::Tensor known = drawing.known.squeeze(0).gt(kWhole) & hole.logical_not();
    const at::Tensor near = dilated(place.part.unsqueeze(0), 3).squeeze(0);
    const at::Tensor rim = someOf(near & known, 400);
    const at::Tensor inside = someOf(place.part, 300);
    Shift best;
    if (rim.numel() < 8 || inside.numel() == 0) {
        return best;
    }
    const at::Tensor knownFlat = known.flatten();
    const at::Tensor calm = drawing.flat.flatten();
    const at::Tensor values = drawing.values.flatten(1); // [c, h * w]
    const at::Tensor target = values.index_select(1, rim).unsqueeze(1);
    const at::Tensor variance = (target - target.mean(2, true)).square_().mean() + 1e-4;

    constexpr std::int64_t kBlock = 2048; // shifts at once: bounds the memory
    for (std::int64_t first = 0; first < shifts.size(0); first += kBlock) {
        const at::Tensor block =
            shifts.narrow(0, first, std::min(kBlock, shifts.size(0) - first)); // [s, 2]
        // Where each shift takes the pixels from: indices [s, n], and whether they are there.
        const auto sources = [&](const at::Tensor& pixels, at::Tensor& isThere) {
            const at::Tensor y =
                pixels.div(width, "floor").unsqueeze(0) + block.select(1, 0).unsqueeze(1);
            const at::Tensor x =
                pixels.remainder(width).unsqueeze(0) + block.select(1, 1).unsqueeze(1);
            isThere = (y >= 0) & (y < height) & (x >= 0) & (x < width);
            const at::Tensor index = y.clamp(0, height - 1) * width + x.clamp(0, width - 1);
            isThere = isThere & knownFlat.index_select(0, index.flatten()).view(index.sizes());
            return index;
        };
        at::Tensor rimThere;
        at::Tensor insideThere;
        const at::Tensor rimFrom = sources(rim, rimThere);
        const at::Tensor insideFrom = sources(inside, insideThere);
        const at::Tensor offered =
            values.index_select(1, rimFrom.flatten()).view({values.size(0), -1, rim.numel()});
        const at::Tensor misfit = (offered - target).square_().mean(0); // [s, n]
        const at::Tensor there = rimThere.to(at::kFloat);
        const at::Tensor fit = (misfit * there).sum(1) / there.sum(1).clamp_min(1.0) / variance;
        const at::Tensor busy =
            1.0 - calm.index_select(0, insideFrom.flatten()).view(insideFrom.sizes()).mean(1);
        const at::Tensor way = block.to(at::kFloat).square().sum(1).sqrt_() / farthest;
        const at::Tensor missing = 1.0 - insideThere.to(at::kFloat).mean(1);
        const at::Tensor isUsable = missing.lt(0.04) & there.mean(1).gt(0.7);
        const at::Tensor price =
            fit + kBusyPrice * busy + kFarPrice * way + kMissingPrice * missing;
        const at::Tensor cost = at::where(isUsable, price, at::full_like(fit, kNoPiece));
        const std::int64_t winner = cost.argmin().item<std::int64_t>();
        if (const double least = cost[winner].item<double>(); least < best.cost) {
            best = {block[winner][1].item<std::int64_t>(), block[winner][0].item<std::int64_t>(),
                    least};
        }
    }
    return best;
}

at::Tensor shrunk(const at::Tensor& mask, std::int64_t by)
{
    return at::max_pool2d(mask.to(at::kFloat).unsqueeze(0), {by, by}, {by, by}, {0, 0}, {1, 1},
                          true)
        .squeeze(0)
        .gt(0.5);
}

/// Wide at a small size, then exactly around what was found.
Shift bestShift(const Drawing& drawing, const Hole& hole, const PixelBox& box)
{
    const std::int64_t by = std::max<std::int64_t>(
        1, (std::max(box.width(), box.height()) + kSearchSide - 1) / kSearchSide);
    const Hole smallHole{shrunk(hole.open, by), shrunk(hole.part, by)};
    const std::int64_t reachX = 2 * box.width();
    // Level ground stays level: pieces come from the side, hardly from above or below.
    const std::int64_t reachY = std::max<std::int64_t>(2, box.height() / 60);
    const double farthest = double(reachX + reachY);
    const Shift coarse =
        bestOf(shrunk(drawing, by), smallHole,
               candidates({}, reachX / by, (reachY + by - 1) / by, 1), farthest / double(by));
    if (coarse.cost >= kNoPiece) {
        return coarse;
    }
    return bestOf(drawing, hole, candidates({coarse.x * by, 0, 0}, 2 * by, reachY, 1), farthest);
}

at::Tensor cropped(const at::Tensor& x, const PixelBox& box)
{
    return x.narrow(-2, box.top, box.height()).narrow(-1, box.left, box.width());
}

/// The neighbourhood of a hole, cut out.
struct Rim {
    PixelBox box;      ///< in the drawing: the hole's and a little around it
    at::Tensor colour; ///< [c, h, w]
    at::Tensor trust;  ///< [1, h, w] 0 in the hole and far from it
};

/// The piece from there, levelled to the rim near the part it is for; `smooth` where nothing is
/// known there. [c, h, w] of the rim's box.
at::Tensor piece(const Drawing& drawing, const Rim& rim, const at::Tensor& smooth,
                 const at::Tensor& part, const Shift& shift)
{
    const auto moved = [&](const at::Tensor& x) {
        const at::Tensor rows =
            (at::arange(rim.box.top, rim.box.bottom, at::kLong) + shift.y).clamp(0, x.size(1) - 1);
        const at::Tensor columns =
            (at::arange(rim.box.left, rim.box.right, at::kLong) + shift.x).clamp(0, x.size(2) - 1);
        return x.index_select(1, rows).index_select(2, columns);
    };
    const at::Tensor there = moved(drawing.known);
    const at::Tensor found =
        at::where(there.gt(kWhole), moved(drawing.values) / there.clamp_min(kWhole), smooth);
    const at::Tensor misfit = rim.colour - found;
    // Only shades are levelled; another object at the rim is not.
    const at::Tensor isShade = (misfit.square().sum(0, true) / -(kShade * kShade)).exp_();
    const at::Tensor near =
        cropped(dilated(part.unsqueeze(0), 6), rim.box).to(at::kFloat); // [1, h, w]
    const at::Tensor sure = rim.trust * near * there * moved(drawing.flat) * isShade;
    return found + pushPull(misfit * sure, sure);
}

/// Left and right pieces meet in the column where they differ least. [c, h, w] each.
at::Tensor joined(const at::Tensor& left, const at::Tensor& right, const at::Tensor& hole)
{
    const std::int64_t width = left.size(2);
    const at::Tensor difference =
        ((left - right).square().sum(0) * hole.to(at::kFloat)).sum(0); // [w]
    // The blend is 2 * kBlend wide at most; nothing on that way may differ.
    constexpr std::int64_t kBlend = 6;
    const at::Tensor around =
        at::avg_pool2d(difference.view({1, 1, width}), {1, 2 * kBlend + 1}, {1, 1}, {0, kBlend})
            .flatten();
    const std::int64_t first = width * 2 / 5;
    const std::int64_t last = std::max(first + 1, width * 3 / 5);
    const std::int64_t cut = first + around.slice(0, first, last).argmin().item<std::int64_t>();
    const double blend = std::clamp(double(width) / 20, 1.0, 2.0 * kBlend);
    const at::Tensor toRight =
        ((at::arange(width, at::kFloat) - double(cut)) / blend + 0.5).clamp_(0.0, 1.0);
    return left.lerp(right, toRight.view({1, 1, width}));
}

} // namespace

PixelBox PixelBox::grown(std::int64_t by, std::int64_t width, std::int64_t height) const
{
    return {std::max<std::int64_t>(0, left - by), std::max<std::int64_t>(0, top - by),
            std::min(width, right + by), std::min(height, bottom + by)};
}

PixelBox boxOf(const at::Tensor& mask)
{
    const at::Tensor rows = mask.any(1).nonzero().squeeze(1);
    const at::Tensor columns = mask.any(0).nonzero().squeeze(1);
    if (rows.numel() == 0) {
        return {};
    }
    return {columns[0].item<std::int64_t>(), rows[0].item<std::int64_t>(),
            columns[-1].item<std::int64_t>() + 1, rows[-1].item<std::int64_t>() + 1};
}

at::Tensor flatness(const at::Tensor& values, const at::Tensor& known)
{
    constexpr int kRadius = 3;
    constexpr double kNoticeable = 0.03; // of full brightness
    const at::Tensor weight = boxAverage(known, kRadius).clamp_min(1e-4);
    const at::Tensor mean = boxAverage(values, kRadius) / weight;
    const at::Tensor square = boxAverage(values * values, kRadius) / weight;
    const at::Tensor variance = (square - mean * mean).clamp_min_(0.0).mean(0, true);
    return (1.0 + variance / (kNoticeable * kNoticeable)).reciprocal_();
}

at::Tensor transplanted(const at::Tensor& values, const at::Tensor& known, const at::Tensor& hole)
{
    // Only the neighbourhood that the search can reach.
    const PixelBox whole = boxOf(hole);
    TORCH_CHECK(!whole.isEmpty());
    const PixelBox near =
        whole.grown(2 * std::max(whole.width(), whole.height()) + 16, hole.size(1), hole.size(0));
    Drawing drawing{cropped(values, near).contiguous(), cropped(known, near).contiguous(), {}};
    drawing.flat = flatness(drawing.values, drawing.known);
    const at::Tensor open = cropped(hole, near).contiguous();
    const PixelBox box{whole.left - near.left, whole.top - near.top, whole.right - near.left,
                       whole.bottom - near.top};

    Rim rim;
    rim.box = box.grown(8, open.size(1), open.size(0));
    rim.colour = cropped(drawing.values / drawing.known.clamp_min(1e-4), rim.box);
    const at::Tensor isRim = dilated(open.unsqueeze(0), 6) & open.logical_not().unsqueeze(0);
    rim.trust = cropped(isRim.to(at::kFloat) * drawing.known * drawing.flat, rim.box);

    // Each side from its own neighbours; the parts overlap, so that there is a place to meet.
    const at::Tensor column = at::arange(open.size(1), at::kLong).unsqueeze(0);
    const Hole left{open, open & column.lt(box.left + box.width() * 3 / 5)};
    const Hole right{open, open & column.ge(box.left + box.width() * 2 / 5)};
    const at::Tensor smooth = pushPull(rim.colour * rim.trust, rim.trust);
    const auto side = [&](const Hole& part) {
        const Shift shift = bestShift(drawing, part, box);
        return shift.cost < kBadFit ? piece(drawing, rim, smooth, part.part, shift) : smooth;
    };
    const at::Tensor filled = joined(side(left), side(right), cropped(open, rim.box));
    const PixelBox inRim{box.left - rim.box.left, box.top - rim.box.top, box.right - rim.box.left,
                         box.bottom - rim.box.top};
    return cropped(filled, inRim).clone();
}

} // namespace dollygrip::generator
