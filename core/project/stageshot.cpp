#include "core/project/stageshot.h"

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

std::vector<MotionPath> inTimeOrder(const QList<Motion>& motions)
{
    std::vector<MotionPath> paths;
    for (const Motion& motion : motions)
        paths.push_back(motion.path);
    std::stable_sort(paths.begin(), paths.end(),
                     [](const MotionPath& a, const MotionPath& b) { return a.from < b.from; });
    return paths;
}

std::vector<multiplane::PlaneRegion> regionsOf(const Shot& shot, const LayerId& layer)
{
    std::vector<multiplane::PlaneRegion> regions;
    for (const ShotRegion& region : shot.regions) {
        if (region.layer == layer)
            regions.push_back(planeRegion(shot, region));
    }
    return regions;
}

} // namespace

multiplane::PlaneRegion planeRegion(const Shot& shot, const ShotRegion& region)
{
    multiplane::PlaneRegion plane;
    plane.region = region.area;
    plane.heldStill = region.isHeldStill;
    plane.lifted = region.isLifted;
    plane.motions = inTimeOrder(region.motions);
    for (const ShotRegion* leader : shot.leaders(region)) {
        if (leader->isHeldStill)
            break; // whatever it follows, it stays, and so does what follows it
        if (!leader->motions.isEmpty())
            plane.carriers.push_back(inTimeOrder(leader->motions));
    }
    return plane;
}

multiplane::Stage stageShot(const Shot& shot, const PanelPainter& painter,
                            const FilmSettings& settings, int frameHeight)
{
    multiplane::Stage stage;
    stage.aspect = settings.aspect();
    stage.frames = shot.length;
    stage.rate = settings.rate;
    stage.camera = shot.camera;
    stage.camera.sensorWidthMm = settings.sensorWidthMm;
    stage.paper[0] = std::uint8_t(settings.paper.red());
    stage.paper[1] = std::uint8_t(settings.paper.green());
    stage.paper[2] = std::uint8_t(settings.paper.blue());
    const QSize frame(int(std::lround(frameHeight * stage.aspect)), frameHeight);

    for (qsizetype i = 0; i < shot.panels.size(); ++i) {
        const FrameRange visible{shot.panelStart(i),
                                 i + 1 < shot.panels.size() ? shot.panelStart(i + 1) : shot.length};
        if (visible.isEmpty())
            continue;
        bool isLowest = true;
        for (const Layer* layer : farToNear(*shot.panels[i])) {
            multiplane::Plane plane;
            plane.placement = painter.extent(*layer);
            plane.picture = painter.layer(*layer, PanelPainter::frameFor(plane.placement, frame),
                                          plane.placement, isLowest);
            plane.depthM = layer->depthM;
            plane.opacity = shot.panels[i]->opacityOf(*layer);
            if (!isLowest) // the lowest is blended with the paper that comes with it
                plane.blend = layer->blend;
            isLowest = false;
            plane.visible = visible;
            plane.pinnedToCamera = layer->isPinnedToCamera;
            plane.regions = regionsOf(shot, layer->id);
            stage.planes.push_back(std::move(plane));
        }
    }
    return stage;
}

QStringList stageRegionNames(const Shot& shot)
{
    QStringList names;
    for (qsizetype i = 0; i < shot.panels.size(); ++i) {
        const FrameIndex end = i + 1 < shot.panels.size() ? shot.panelStart(i + 1) : shot.length;
        if (shot.panelStart(i) >= end)
            continue; // not on stage
        for (const Layer* layer : farToNear(*shot.panels[i])) {
            for (const ShotRegion& region : shot.regions) {
                if (region.layer == layer->id)
                    names.append(region.name);
            }
        }
    }
    return names;
}

} // namespace dollygrip
