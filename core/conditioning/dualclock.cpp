#include "core/conditioning/dualclock.h"

#include <ATen/ATen.h>

namespace dollygrip::conditioning {
namespace {

constexpr std::int64_t kFrames = 4;
constexpr std::int64_t kCell = 8;

/// The first pixel of every cell: [1, h, w]
at::Tensor cellsOf(const at::Tensor& mask)
{
    const at::Tensor rows = mask.slice(1, 0, mask.size(1) / kCell * kCell, kCell);
    return rows.slice(2, 0, mask.size(2) / kCell * kCell, kCell).ge(0.5).to(at::kFloat);
}

} // namespace

double sigmaOfStep(int index, int steps, double shift)
{
    const double even = 1.0 - double(index) / steps;
    return shift * even / (1.0 + (shift - 1.0) * even);
}

std::int64_t stepOfSigma(const std::vector<double>& sigmas, double sigma)
{
    constexpr double kForgiven = 1e-4;
    for (std::size_t i = 0; i < sigmas.size(); ++i) {
        if (sigmas[i] <= sigma + kForgiven) {
            return std::int64_t(i);
        }
    }
    return sigmas.empty() ? 0 : std::int64_t(sigmas.size()) - 1;
}

at::Tensor heldCells(const at::Tensor& mask)
{
    std::vector<at::Tensor> frames{cellsOf(mask.select(1, 0))};
    for (std::int64_t n = 1; n < mask.size(1); n += kFrames) {
        frames.push_back(cellsOf(mask.select(1, n)));
    }
    return at::stack(frames, 1);
}

at::Tensor heldCells(const ControlSignals& signals)
{
    const std::vector<int> figures =
        signals.playsStage() ? signals.movingFigures() : std::vector<int>();
    std::vector<at::Tensor> frames;
    for (FrameIndex n = 0; n < signals.frames(); n += n == 0 ? 1 : kFrames) {
        frames.push_back(cellsOf(figures.empty() ? 1.0 - signals.frame(n).hole
                                                 : signals.regionsAt(n, figures).amax(0, true)));
    }
    return at::stack(frames, 1);
}

at::Tensor atNoiseLevel(const at::Tensor& guide, const at::Tensor& noise, double sigma)
{
    return guide * (1.0 - sigma) + noise * sigma;
}

at::Tensor held(const at::Tensor& latent, const at::Tensor& guide, const at::Tensor& noise,
                const at::Tensor& cells, double sigma)
{
    return latent * (1.0 - cells) + atNoiseLevel(guide, noise, sigma) * cells;
}

} // namespace dollygrip::conditioning
