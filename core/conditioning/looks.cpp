#include "core/conditioning/looks.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace dollygrip::conditioning {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kRows = 480; // sizes below are meant for pictures of this height

/// [3, H, W] in -1…1 -> [1, H, W] in 0…1
at::Tensor luminance(const at::Tensor& picture)
{
    return picture[0]
        .mul(0.299)
        .add_(picture[1], 0.587)
        .add_(picture[2], 0.114)
        .add_(1.0)
        .mul_(0.5)
        .unsqueeze(0);
}

at::Tensor inThreeColours(const at::Tensor& grey) // [1, H, W]
{
    return grey.expand({3, -1, -1}).contiguous();
}

/// 0…1 as it would be stored in 8 bits, cut off -> -1…1
at::Tensor asStored(const at::Tensor& values)
{
    return values.mul(255.0).floor_().clamp_(0.0, 255.0).div_(127.5).sub_(1.0);
}

int pixelsAt(double pixels, std::int64_t rows, int least)
{
    return std::max(least, int(std::lround(pixels * double(rows) / kRows)));
}

/// The largest within a rectangle; beyond the edge there is nothing.
at::Tensor largestWithin(const at::Tensor& x, int across, int down) // [C, H, W]
{
    const at::Tensor wide =
        at::max_pool2d(x.unsqueeze(0), {1, 2 * across + 1}, {1, 1}, {0, across});
    return at::max_pool2d(wide, {2 * down + 1, 1}, {1, 1}, {down, 0}).squeeze(0);
}

at::Tensor largestAround(const at::Tensor& x, int radius)
{
    return largestWithin(x, radius, radius);
}

at::Tensor blurred(const at::Tensor& x, double sigma) // [1, H, W]
{
    const auto radius = std::min<std::int64_t>(std::int64_t(std::ceil(3.0 * sigma)),
                                               std::min(x.size(1), x.size(2)) - 1);
    const at::Tensor place = at::arange(-radius, radius + 1, at::kFloat);
    at::Tensor weights = (place.square() / (-2.0 * sigma * sigma)).exp_();
    weights /= weights.sum();
    const at::Tensor padded =
        at::replication_pad2d(x.unsqueeze(0), {radius, radius, radius, radius});
    const at::Tensor across = at::conv2d(padded, weights.view({1, 1, 1, -1}));
    return at::conv2d(across, weights.view({1, 1, -1, 1})).squeeze(0);
}

/// Colours of the Middlebury wheel, 0…255: [55, 3].
at::Tensor colourWheel()
{
    struct Leg {
        int count;
        int full;    // this component is 255
        int changes; // this one
        bool rises;
    };
    constexpr std::array<Leg, 6> legs{{{15, 0, 1, true},
                                       {6, 1, 0, false},
                                       {4, 1, 2, true},
                                       {11, 2, 1, false},
                                       {13, 2, 0, true},
                                       {6, 0, 2, false}}};
    std::vector<float> colours;
    for (const Leg& leg : legs) {
        for (int i = 0; i < leg.count; ++i) {
            float colour[3] = {0, 0, 0};
            const float way = std::floor(255.0F * float(i) / float(leg.count));
            colour[leg.full] = 255;
            colour[leg.changes] = leg.rises ? way : 255 - way;
            colours.insert(colours.end(), colour, colour + 3);
        }
    }
    return at::tensor(colours).view({-1, 3});
}

} // namespace

bool isDrawing(const at::Tensor& picture)
{
    const at::Tensor unit = picture.add(1.0).mul_(0.5); // [3, H, W]
    const at::Tensor light = luminance(picture);
    const at::Tensor most = unit.amax(0, true);
    const at::Tensor least = unit.amin(0, true);

    // Paper: the level of the brightest patches nearby, so that neither strokes nor grain count.
    const int patch = pixelsAt(8, picture.size(1), 2);
    const at::Tensor patches =
        at::avg_pool2d(light.unsqueeze(0), {patch, patch}, {patch, patch}, {0, 0}, true, false);
    const at::Tensor level =
        at::upsample_bilinear2d(largestAround(patches.squeeze(0), 3).unsqueeze(0),
                                {light.size(1), light.size(2)}, false)
            .squeeze(0);
    const at::Tensor isPaper = light.gt(level * 0.88) & light.gt(0.45) & (most - least).lt(0.2);
    if (isPaper.to(at::kFloat).mean().item<double>() >= 0.7) {
        return true;
    }
    // Fills: nine pixels of one colour, which no lens and no film gives unless clipped. Photos have
    // a few hundredths of it, boards painted with a marker two fifths and more.
    const at::Tensor spread = (largestAround(unit, 1) + largestAround(-unit, 1)).amax(0, true);
    const at::Tensor isClipped = most.lt(0.02) | least.gt(0.98);
    const at::Tensor isFilled = spread.lt(0.5 / 255.0) & isClipped.logical_not();
    return isFilled.to(at::kFloat).mean().item<double>() >= 0.25;
}

at::Tensor lineArt(const at::Tensor& picture)
{
    const at::Tensor light = luminance(picture).clamp_min_(1.0 / 255.0);
    // Strokes: what closes up when the bright around it grows and shrinks back.
    const int stroke = pixelsAt(4, picture.size(1), 2); // half as wide as the widest
    const at::Tensor closed = -largestAround(-largestAround(light, stroke), stroke);
    // Fills: their dark side, along the edge. An octagon, so that spots stay round.
    const int edge = pixelsAt(2, picture.size(1), 1);
    const int corner = std::max(edge / 2, edge > 1 ? 1 : 0);
    const at::Tensor beside =
        at::maximum(largestWithin(light, edge, corner), largestWithin(light, corner, edge));
    constexpr double kBlack = 0.25; // of the ground
    constexpr double kWhite = 0.9;
    const at::Tensor tone =
        (light / at::maximum(closed, beside)).sub_(kBlack).div_(kWhite - kBlack).clamp_(0.0, 1.0);
    return inThreeColours(tone.mul_(2.0).sub_(1.0));
}

at::Tensor pencilEdges(const at::Tensor& picture)
{
    const double sigma = std::max(0.5, 1.0 * double(picture.size(1)) / kRows);
    const at::Tensor light = luminance(picture).add_(0.03); // black grain is no edge
    const at::Tensor contrast = blurred(light, sigma) / blurred(light, 1.6 * sigma);
    constexpr double kEdge = 0.97; // contrast below which the pencil touches the paper
    constexpr double kHardness = 25;
    const at::Tensor tone = contrast.sub(kEdge).clamp_max_(0.0).mul_(kHardness).tanh_().add_(1.0);
    return inThreeColours(tone.mul_(2.0).sub_(1.0));
}

at::Tensor grayLook(const at::Tensor& picture)
{
    return inThreeColours(luminance(picture).mul_(2.0).sub_(1.0));
}

at::Tensor flowLook(const at::Tensor& flow)
{
    static const at::Tensor wheel = colourWheel() / 255.0;
    const std::int64_t height = flow.size(1);
    const std::int64_t width = flow.size(2);
    const at::Tensor length = (flow[0].square() + flow[1].square()).sqrt_();
    const double unit = length.max().item<double>() + 1e-5;
    const at::Tensor share = (length / unit).view({-1, 1});
    const double last = double(wheel.size(0) - 1);
    const at::Tensor place =
        at::atan2(-flow[1], -flow[0]).div_(kPi).add_(1.0).mul_(0.5 * last).view({-1});
    const at::Tensor below = place.floor();
    const at::Tensor index = below.to(at::kLong).clamp_(0, wheel.size(0) - 1);
    const at::Tensor next = (index + 1).remainder(wheel.size(0));
    const at::Tensor part = (place - below).unsqueeze(1);
    const at::Tensor colour =
        wheel.index_select(0, index) * (1.0 - part) + wheel.index_select(0, next) * part;
    const at::Tensor shown = 1.0 - share * (1.0 - colour); // [H·W, 3]
    return asStored(shown).view({height, width, 3}).permute({2, 0, 1}).contiguous();
}

at::Tensor depthLook(const at::Tensor& nearness)
{
    const double least = nearness.min().item<double>();
    const double most = nearness.max().item<double>();
    if (!(most - least > 1e-6 * std::max(most, 1e-12))) {
        return at::zeros({3, nearness.size(1), nearness.size(2)}, at::kFloat);
    }
    return inThreeColours(asStored((nearness - least) / (most - least)));
}

at::Tensor layoutLook(const at::Tensor& regions, bool whiteOnBlack)
{
    const std::int64_t height = regions.size(1);
    const std::int64_t width = regions.size(2);
    at::Tensor drawn = at::zeros({1, height, width}, at::kFloat);
    if (regions.size(0) > 0) {
        const at::Tensor inside = regions.ge(0.5).to(at::kFloat);
        if (whiteOnBlack) {
            drawn = inside.amax(0, true);
        } else {
            // The pixels along the edge, and as many to both sides of them.
            const int side = pixelsAt(1, height, 1);
            const int inwards = side + 1;
            const at::Tensor outside = at::constant_pad_nd(
                1.0 - inside, {inwards, inwards, inwards, inwards}, 1.0); // the frame cuts off
            const at::Tensor eaten = largestAround(outside, inwards)
                                         .narrow(1, inwards, height)
                                         .narrow(2, inwards, width);
            drawn = (largestAround(inside, side) * eaten).amax(0, true);
        }
    }
    return inThreeColours((whiteOnBlack ? drawn : 1.0 - drawn).mul(2.0).sub_(1.0));
}

at::Tensor grown(const at::Tensor& mask, int pixels)
{
    const at::Tensor hard = mask.ge(0.5).to(at::kFloat);
    return pixels > 0 ? largestAround(hard, pixels) : hard;
}

} // namespace dollygrip::conditioning
