#include "core/multiplane/guideprivate.h"
#include "core/multiplane/painting.h"

namespace dollygrip::multiplane {

Guide::Guide(Stage stage) : Guide(std::move(stage), Plates{}) {}

Guide::Guide(Stage stage, Plates plates)
    : d(std::make_shared<const Private>(
        Private{PreparedStage(std::move(stage), std::move(plates))}))
{
}

Guide::Guide(Stage stage, const Guide& before)
    : d(std::make_shared<const Private>(
        Private{PreparedStage(std::move(stage), Plates{}, &before.d->prepared)}))
{
}

Guide::Guide(Stage stage, Plates plates, const Guide& before)
    : d(std::make_shared<const Private>(
        Private{PreparedStage(std::move(stage), std::move(plates), &before.d->prepared)}))
{
}

const Stage& Guide::stage() const
{
    return d->prepared.stage();
}

GuideFrame Guide::frame(FrameIndex n, int width, int height, bool withHole) const
{
    if (width <= 0 || height <= 0) {
        return {};
    }
    const std::vector<Layer> layers = d->prepared.layersAt(n);
    std::vector<Warp> warps;
    for (const Layer& layer : layers) {
        Warp warp = warpOf(layer, width, height);
        if (!warp.isEmpty()) {
            warps.push_back(std::move(warp));
        }
    }
    GuideFrame frame;
    if (withHole) {
        frame.hole = Mask{width, height, std::vector<std::uint8_t>(std::size_t(width) * height)};
    }
    frame.picture = Image::filled(width, height, [&](std::uint8_t* pixels) {
        paintWarps(warps, {width, height, stage().paper, pixels,
                           withHole ? frame.hole.values.data() : nullptr});
    });
    return frame;
}

std::optional<Eigen::Vector2d> Guide::follow(int plane, const Eigen::Vector2d& drawn,
                                             FrameIndex n) const
{
    if (plane < 0 || std::size_t(plane) >= stage().planes.size()) {
        return std::nullopt;
    }
    const std::optional<Layer> sheet =
        d->prepared.layer(plane, d->prepared.sheetOf(plane, drawn), n);
    return sheet ? sheet->seen(drawn) : std::nullopt;
}

} // namespace dollygrip::multiplane
