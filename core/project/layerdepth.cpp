#include "core/project/layerdepth.h"

#include "core/project/editing.h"
#include "core/project/layerediting.h"
#include "core/project/reframing.h"

#include <algorithm>

namespace dollygrip {

namespace {

// The layer and what belongs to it, drawn `scale` times as large about the middle of the frame.
void resize(Shot& shot, const LayerId& id, double scale, const QSize& size)
{
    const Panel* panel = shot.panelOfLayer(id);
    const Layer* layer = shot.layer(id);
    if (!panel || !layer)
        return;
    Shot part = shot;
    Panel alone = *panel;
    alone.layers = {*layer};
    alone.groups.clear();
    alone.layers.first().group.reset();
    part.panels = {std::make_shared<const Panel>(alone)};
    part.regions.removeIf([&](const ShotRegion& region) { return region.layer != id; });
    FrameChange change(size, size, Reframing::Fit);
    change.scale = scale;
    const Shot scaled = reframed(part, change);
    for (auto& one : shot.panels) {
        if (one->id != alone.id)
            continue;
        Panel changed = *one;
        for (Layer& candidate : changed.layers) {
            if (candidate.id != id)
                continue;
            const auto group = candidate.group;
            candidate = scaled.panels.first()->layers.first();
            candidate.group = group;
        }
        one = std::make_shared<const Panel>(changed);
    }
    for (ShotRegion& region : shot.regions) {
        const ShotRegion* now = scaled.region(region.id);
        if (now)
            region = *now;
    }
}

} // namespace

Result<void> placeInDepth(Film& film, const ShotId& shot, const LayerId& layer, double depthM,
                          bool keepsSizeInPicture)
{
    const auto before = film.shot(shot);
    const Layer* old = before ? before->layer(layer) : nullptr;
    const double scale = old && depthM > 0 ? old->depthM / depthM : 1.0;
    if (!keepsSizeInPicture && scale != 1.0) {
        const auto done = changeShot(film, shot, [&](Shot& changed) -> Result<void> {
            resize(changed, layer, scale, film.settings.size);
            return {};
        });
        if (!done)
            return done;
    }
    return setLayerDepth(film, shot, layer, depthM);
}

} // namespace dollygrip
