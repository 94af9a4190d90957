#include "core/conditioning/trackinput.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace dollygrip::conditioning {
namespace {

constexpr std::int64_t kFrames = 4;
constexpr std::int64_t kCell = 8;
constexpr std::int64_t kLatent = 16; ///< channels

struct Place {
    double x = 0;
    double y = 0;
};

/// Picks `count` of `candidates` so that each is as far as can be from those before it; the first
/// is the one nearest to their middle.
std::vector<std::int64_t> farApart(const std::vector<std::int64_t>& candidates,
                                   const std::vector<Place>& places, std::size_t count)
{
    std::vector<std::int64_t> picked;
    if (candidates.empty() || count == 0) {
        return picked;
    }
    Place middle;
    for (const std::int64_t point : candidates) {
        middle.x += places[std::size_t(point)].x / double(candidates.size());
        middle.y += places[std::size_t(point)].y / double(candidates.size());
    }
    const auto distance = [&](std::int64_t point, const Place& to) {
        return std::hypot(places[std::size_t(point)].x - to.x, places[std::size_t(point)].y - to.y);
    };
    std::vector<double> gap(candidates.size(), std::numeric_limits<double>::infinity());
    std::size_t next = 0;
    for (std::size_t k = 1; k < candidates.size(); ++k) {
        if (distance(candidates[k], middle) < distance(candidates[next], middle)) {
            next = k;
        }
    }
    while (picked.size() < std::min(count, candidates.size())) {
        picked.push_back(candidates[next]);
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            gap[k] =
                std::min(gap[k], distance(candidates[k], places[std::size_t(candidates[next])]));
        }
        gap[next] = -1; // never again, also where points lie on each other
        next = std::size_t(std::max_element(gap.begin(), gap.end()) - gap.begin());
    }
    return picked;
}

/// Numbers that are the same everywhere for a seed (SplitMix64).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t below(std::uint64_t limit)
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return (z ^ (z >> 31)) % limit;
    }

private:
    std::uint64_t m_state;
};

/// The spot's side is 200 pixels, 0…255 in whole steps.
at::Tensor softSpot()
{
    constexpr std::int64_t kSide = 200;
    const at::Tensor away = at::arange(kSide, at::kDouble).sub_(kSide / 2).square_();
    const at::Tensor distance = away.view({-1, 1}) + away.view({1, -1}); // squared
    const at::Tensor heat = (distance / (-2.0 * 40.0 * 40.0)).exp_();
    const double radius = kSide / 2.0 - 1.0;
    return (heat * distance.le(radius * radius)).mul_(255.0).floor_().to(at::kFloat);
}

} // namespace

PointTracks fewTracks(const PointTracks& tracks, std::int64_t most)
{
    const std::int64_t points = tracks.tracks.size(1);
    const at::Tensor xy = tracks.tracks.to(at::kFloat).contiguous();
    const auto place = xy.accessor<float, 3>();
    const at::Tensor visible = tracks.visibility.contiguous();
    const auto seen = visible.accessor<bool, 2>();
    const at::Tensor regions = regionOf(tracks);
    const auto region = regions.accessor<std::int64_t, 1>();

    std::vector<Place> places;
    std::map<std::int64_t, std::vector<std::int64_t>> groups; // background first
    for (std::int64_t p = 0; p < points; ++p) {
        places.push_back({place[0][p][0], place[0][p][1]});
        if (seen[0][p]) {
            groups[region[p]].push_back(p);
        }
    }
    const bool hasGround = groups.count(-1) > 0;
    const auto areas = std::int64_t(groups.size()) - (hasGround ? 1 : 0);
    const std::int64_t forAreas = areas == 0 ? 0 : hasGround ? std::max(areas, most * 2 / 3) : most;
    std::vector<std::int64_t> picked;
    std::int64_t given = 0;
    std::int64_t index = 0;
    for (const auto& [id, members] : groups) {
        if (id < 0) {
            continue;
        }
        const std::int64_t share =
            std::min(forAreas / areas + (index++ < forAreas % areas ? 1 : 0), most - given);
        const auto chosen =
            farApart(members, places, std::size_t(std::max<std::int64_t>(share, 0)));
        given += std::int64_t(chosen.size());
        picked.insert(picked.end(), chosen.begin(), chosen.end());
    }
    if (hasGround) {
        const auto chosen =
            farApart(groups[-1], places, std::size_t(std::max<std::int64_t>(most - given, 0)));
        picked.insert(picked.end(), chosen.begin(), chosen.end());
    }
    const at::Tensor indices = at::tensor(picked, at::kLong);
    return {tracks.tracks.index_select(1, indices), tracks.visibility.index_select(1, indices),
            regions.index_select(0, indices)};
}

at::Tensor trackCells(const PointTracks& tracks, std::int64_t height, std::int64_t width)
{
    const std::int64_t frames = tracks.tracks.size(0);
    const std::int64_t points = tracks.tracks.size(1);
    const std::int64_t count = (frames - 1) / kFrames + 1;
    const at::Tensor xy = tracks.tracks.to(at::kFloat).contiguous();
    const auto place = xy.accessor<float, 3>();
    const at::Tensor visible = tracks.visibility.contiguous();
    const auto seen = visible.accessor<bool, 2>();
    at::Tensor cells = at::full({points, count, 2}, -1, at::kLong);
    auto cell = cells.accessor<std::int64_t, 3>();
    for (std::int64_t p = 0; p < points; ++p) {
        for (std::int64_t t = 0; t < count; ++t) {
            const float x = place[t * kFrames][p][0];
            const float y = place[t * kFrames][p][1];
            if (seen[t * kFrames][p] && x >= 0 && x < float(width) && y >= 0 && y < float(height)) {
                cell[p][t][0] = std::int64_t(y) / kCell;
                cell[p][t][1] = std::int64_t(x) / kCell;
            }
        }
    }
    return cells;
}

at::Tensor wanMoveCondition(const at::Tensor& y, const PointTracks& tracks, std::uint64_t seed)
{
    const std::int64_t count = y.size(1);
    const std::int64_t h = y.size(2);
    const std::int64_t w = y.size(3);
    const at::Tensor cells = trackCells(tracks, h * kCell, w * kCell);
    TORCH_CHECK(cells.size(1) == count, "tracks of another length than the condition");
    const auto cell = cells.accessor<std::int64_t, 3>();

    std::vector<std::int64_t> order(std::size_t(cells.size(0)));
    for (std::size_t k = 0; k < order.size(); ++k) {
        order[k] = std::int64_t(k);
    }
    Dice dice(seed);
    for (std::size_t k = order.size(); k > 1; --k) {
        std::swap(order[k - 1], order[std::size_t(dice.below(k))]);
    }
    // Where each cell takes its content from in the first latent frame, -1: nobody came.
    at::Tensor source = at::full({count, h * w}, -1, at::kLong);
    auto from = source.accessor<std::int64_t, 2>();
    for (const std::int64_t p : order) {
        if (cell[p][0][0] < 0) {
            continue;
        }
        for (std::int64_t t = 1; t < count; ++t) {
            if (cell[p][t][0] >= 0) {
                from[t][cell[p][t][0] * w + cell[p][t][1]] = cell[p][0][0] * w + cell[p][0][1];
            }
        }
    }
    source = source.to(y.device());
    at::Tensor edited = y.clone();
    at::Tensor latent = edited.narrow(0, y.size(0) - kLatent, kLatent);
    const at::Tensor first = latent.select(1, 0).reshape({kLatent, h * w});
    const at::Tensor carried =
        first.index_select(1, source.clamp_min(0).view({-1})).view({kLatent, count, h, w});
    latent.copy_(at::where(source.ge(0).view({1, count, h, w}), carried, latent));
    return edited;
}

at::Tensor atiTracks(const at::Tensor& samples, std::int64_t height, std::int64_t width)
{
    const std::int64_t count = samples.size(0);
    TORCH_CHECK((count - 1) % 3 == 0 && (count - 1) % 2 == 0, "24 samples a second of 1 + 4n "
                                                              "frames at 16");
    const at::Tensor middle = at::tensor({float(width), float(height)}).div_(2.0);
    const at::Tensor xy =
        (samples.narrow(2, 0, 2) - middle) * (2.0 / double(std::min(width, height)));
    const at::Tensor seen = samples.narrow(2, 2, 1) * 2.0 - 1.0;
    const at::Tensor time = at::linspace(-1, 1, count, at::kFloat).view({-1, 1, 1}).expand_as(seen);
    std::vector<std::int64_t> picked{0};
    for (std::int64_t k = 1; k <= (count - 1) * 2 / 3; ++k) {
        picked.push_back(1 + (3 * k - 2) / 2);
    }
    return at::cat({time, xy, seen}, 2).index_select(0, at::tensor(picked, at::kLong));
}

at::Tensor atiTracks(const PointTracks& tracks, std::int64_t height, std::int64_t width)
{
    // Its 24 samples a second, exactly between our 16 pictures a second.
    const std::int64_t frames = tracks.tracks.size(0);
    TORCH_CHECK((frames - 1) % kFrames == 0, "frames must be 1 + 4n");
    const std::int64_t count = 1 + (frames - 1) * 3 / 2;
    at::Tensor samples = at::empty({count, tracks.tracks.size(1), 3}, at::kFloat);
    for (std::int64_t k = 0; k < count; ++k) {
        const std::int64_t before = k * 2 / 3;
        const std::int64_t after = std::min(before + 1, frames - 1);
        const double part = double(k * 2 % 3) / 3.0;
        samples[k].narrow(1, 0, 2).copy_(
            at::lerp(tracks.tracks[before], tracks.tracks[after], part));
        const std::int64_t nearest = part > 0.5 ? after : before;
        samples[k].select(1, 2).copy_(tracks.visibility[nearest]);
    }
    return atiTracks(samples, height, width);
}

at::Tensor atiCondition(const at::Tensor& y, const at::Tensor& tracks)
{
    constexpr double kSharpness = 220.0;
    constexpr std::int64_t kNearest = 2; // tracks that share a cell
    const std::int64_t count = y.size(1);
    const std::int64_t h = y.size(2);
    const std::int64_t w = y.size(3);
    const std::int64_t points = tracks.size(1);
    TORCH_CHECK(tracks.size(0) == 1 + (count - 1) * kFrames, "tracks of another length");
    const at::Tensor latent = y.narrow(0, y.size(0) - kLatent, kLatent);
    const double shortSide = double(std::min(h, w));
    const double wide = double(w) / shortSide;
    const double high = double(h) / shortSide;

    // A place that is not seen may be no number; it weighs nothing.
    const at::Tensor xy = tracks.narrow(2, 1, 2).to(y.device(), at::kFloat).nan_to_num(0, 0, 0);
    const at::Tensor seen = tracks.narrow(2, 3, 1).to(y.device(), at::kFloat).clamp(0, 1);
    const at::Tensor first = latent.narrow(1, 0, 1);
    at::Tensor feature = at::zeros({count - 1, h, w, kLatent}, xy.options());
    at::Tensor weight = at::zeros({count - 1, h, w}, xy.options());
    if (points > 0 && count > 1) {
        const at::Tensor laterSeen =
            seen.narrow(0, 1, seen.size(0) - 1).view({count - 1, kFrames, points, 1});
        const at::Tensor later =
            xy.narrow(0, 1, xy.size(0) - 1).view({count - 1, kFrames, points, 2});
        const at::Tensor times = laterSeen.sum(1);                            // [T-1, N, 1]
        const at::Tensor place = (later * laterSeen).sum(1) / (times + 1e-5); // [T-1, N, 2]
        const at::Tensor across = at::linspace(-wide, wide, w, xy.options());
        const at::Tensor down = at::linspace(-high, high, h, xy.options());
        const at::Tensor dx =
            place.select(2, 0).view({count - 1, 1, points}) - across.view({1, w, 1});
        const at::Tensor dy =
            place.select(2, 1).view({count - 1, 1, points}) - down.view({1, h, 1});
        const at::Tensor distance = dy.square().unsqueeze(2) + dx.square().unsqueeze(1);
        const at::Tensor all =
            distance.mul_(-kSharpness)
                .exp_()
                .mul_(times.clamp(0, 1).view({count - 1, 1, 1, points})); // [T-1, h, w, N]
        const auto [strongest, index] = all.topk(std::min(kNearest, points), 3);
        const at::Tensor where =
            (xy.narrow(0, 0, 1) / at::tensor({wide, high}, xy.options())).clamp(-1, 1);
        const at::Tensor colour = at::grid_sampler(first.permute({1, 0, 2, 3}).to(at::kFloat),
                                                   where.unsqueeze(0), 0, 0, false)
                                      .view({kLatent, points})
                                      .t(); // [N, 16]
        weight = strongest.sum(3);
        for (std::int64_t k = 0; k < strongest.size(3); ++k) {
            feature += colour.index_select(0, index.select(3, k).reshape({-1})).view_as(feature)
                       * strongest.narrow(3, k, 1);
        }
    }
    const at::Tensor rest = (1.0 - weight.clamp(0, 1)).unsqueeze(0);
    const at::Tensor carried =
        feature.permute({3, 0, 1, 2}) + latent.narrow(1, 1, count - 1) * rest;
    const at::Tensor surely = at::cat({at::ones({1, h, w}, weight.options()), weight});
    return at::cat({surely.unsqueeze(0).expand({kFrames, count, h, w}),
                    at::cat({first.to(at::kFloat), carried}, 1)})
        .to(y.scalar_type());
}

at::Tensor trajectoryVideo(const PointTracks& tracks, std::int64_t height, std::int64_t width,
                           FrameRange range)
{
    static const at::Tensor spot = softSpot();
    const auto radius = std::int64_t(50.0 * std::sqrt(double(height * width) / (1280.0 * 720.0)));
    const at::Tensor xy = tracks.tracks.to(at::kFloat).contiguous();
    const auto place = xy.accessor<float, 3>();
    const at::Tensor visible = tracks.visibility.contiguous();
    const auto seen = visible.accessor<bool, 2>();
    at::Tensor grey = at::zeros({range.length(), height, width}, at::kFloat);
    std::map<std::pair<std::int64_t, std::int64_t>, at::Tensor> sizes; // cut off at the edges
    for (FrameIndex n = range.first; n < range.end; ++n) {
        for (std::int64_t p = 0; p < xy.size(1); ++p) {
            if (!seen[n][p] || !(std::abs(place[n][p][0]) < 1e6F)
                || !(std::abs(place[n][p][1]) < 1e6F)) {
                continue;
            }
            const auto x = std::int64_t(std::floor(place[n][p][0]));
            const auto y = std::int64_t(std::floor(place[n][p][1]));
            // The last row and column are never reached: so it was taught.
            const std::int64_t top = std::max<std::int64_t>(y - radius, 0);
            const std::int64_t left = std::max<std::int64_t>(x - radius, 0);
            const std::int64_t rows = std::min(y + radius, height - 1) - top;
            const std::int64_t columns = std::min(x + radius, width - 1) - left;
            if (rows <= 3 || columns <= 3) {
                continue;
            }
            at::Tensor& fitted = sizes[{rows, columns}];
            if (!fitted.defined()) {
                fitted = at::upsample_bilinear2d(spot.view({1, 1, spot.size(0), spot.size(1)}),
                                                 {rows, columns}, false)
                             .view({rows, columns})
                             .round_();
            }
            at::Tensor part = grey[n - range.first].narrow(0, top, rows).narrow(1, left, columns);
            part.copy_(at::maximum(part, fitted));
        }
    }
    return grey.div_(127.5).sub_(1.0).unsqueeze(0).expand({3, -1, -1, -1}).contiguous();
}

} // namespace dollygrip::conditioning
