#include "core/generator/shotgrid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace dollygrip::generator {
namespace {

constexpr double kDraftArea = 448.0 * 256.0; // pixels
constexpr double kAspectWeight = 8;          // of wrong proportions against a wrong area
constexpr double kSmallestShare = 0.5;       // of the area that is wished for
constexpr int kRateParts = 1000;             // of a frame a second

struct Size {
    int width = kCell;
    int height = kCell;
};

/// Multiples of kCell, at most `area` pixels, as near to area and aspect as goes together.
Size sizeFor(double area, double aspect)
{
    Size best;
    double least = std::numeric_limits<double>::infinity();
    for (int height = kCell; height * kCell <= area; height += kCell) {
        const int widest = int(area / height) / kCell * kCell;
        const int wished = int(std::lround(height * aspect / kCell)) * kCell;
        const int width = std::clamp(wished, kCell, std::max(kCell, widest));
        const double filled = double(width) * height / area;
        const double cost = kAspectWeight * std::abs(std::log(width / (height * aspect)))
                            + std::abs(std::log(filled));
        if (filled >= kSmallestShare && cost < least) {
            least = cost;
            best = {width, height};
        }
    }
    return best;
}

FrameRate rateOf(double framesPerSecond)
{
    const int parts = std::max(1, int(std::lround(framesPerSecond * kRateParts)));
    const int common = std::gcd(parts, kRateParts);
    return {parts / common, kRateParts / common};
}

/// Frames of `to` in the time of `count` frames of `from`, in 64 bits as they come.
double converted(FrameIndex count, const FrameRate& from, const FrameRate& to)
{
    return double(count) * (double(from.den) * to.num) / (double(from.num) * to.den);
}

} // namespace

FrameIndex ShotGrid::modelFrameAt(FrameIndex film) const
{
    return std::clamp<FrameIndex>(std::llround(converted(film, filmRate, rate)), 0, frames - 1);
}

FrameIndex ShotGrid::filmFrameAt(FrameIndex model) const
{
    return std::clamp<FrameIndex>(std::llround(converted(model, rate, filmRate)), 0,
                                  filmFrames - 1);
}

ShotGrid shotGrid(const Request& request, const Model& model)
{
    const double asked = double(request.width) * request.height;
    const double own = double(model.width) * model.height;
    const double area = std::max(
        double(kCell) * kCell,
        std::min(asked, request.quality == Quality::Final ? own : std::min(kDraftArea, own)));
    const Size size = sizeFor(area, double(request.width) / request.height);
    ShotGrid grid;
    grid.width = size.width;
    grid.height = size.height;
    grid.rate = rateOf(model.framesPerSecond);
    grid.filmFrames =
        request.guide.empty() ? request.stage.frames : FrameIndex(request.guide.size());
    grid.filmRate = request.stage.rate;
    const double steps = converted(grid.filmFrames - 1, grid.filmRate, grid.rate);
    // The last film frame's nearest model frame has to be there.
    grid.frames =
        FrameIndex(std::ceil(std::round(steps) / kFramesPerLatent)) * kFramesPerLatent + 1;
    return grid;
}

multiplane::Stage onGrid(const multiplane::Stage& film, const ShotGrid& grid, FrameRange range)
{
    multiplane::Stage stage = film;
    stage.frames = range.length();
    stage.rate = grid.rate;
    for (multiplane::Plane& plane : stage.planes) {
        const auto at = [&](FrameIndex n) {
            // A plane that is there to the end stays there beyond it.
            if (n >= film.frames) {
                return std::max(range.end, grid.frames) - range.first;
            }
            return FrameIndex(std::ceil(converted(n, film.rate, grid.rate) - 0.5)) - range.first;
        };
        plane.visible = {at(plane.visible.first), at(plane.visible.end)};
    }
    if (film.frames < 2) {
        return stage;
    }
    const double steps = converted(film.frames - 1, film.rate, grid.rate);
    const double first = double(range.first) / steps;
    // One frame alone: any span does, only its beginning is seen.
    const double last = double(std::max(range.end - 1, range.first + 1)) / steps;
    for (multiplane::Plane& plane : stage.planes) {
        for (multiplane::PlaneRegion& region : plane.regions) {
            for (MotionPath& motion : region.motions) {
                motion = remapped(std::move(motion), first, last);
            }
            for (auto& carrier : region.carriers) {
                for (MotionPath& motion : carrier) {
                    motion = remapped(std::move(motion), first, last);
                }
            }
        }
    }
    stage.camera = remapped(std::move(stage.camera), first, last, grid.rate.seconds(range.first));
    return stage;
}

} // namespace dollygrip::generator
