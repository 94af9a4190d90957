#include "ui/canvas/regionedit.h"

#include "core/geometry/region.h"
#include "core/project/editing.h"
#include "ui/canvas/regioncolours.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace dollygrip::ui {

QString nextRegionName(const Shot& shot)
{
    for (int number = 1;; ++number) {
        const QString name = QCoreApplication::translate("RegionTool", "Region %1").arg(number);
        const bool isTaken = std::any_of(shot.regions.begin(), shot.regions.end(),
                                         [&](const ShotRegion& r) { return r.name == name; });
        if (!isTaken)
            return name;
    }
}

bool isOnPanel(const Shot& shot, const ShotRegion& region, const std::optional<PanelId>& panel)
{
    const Panel* its = panel ? shot.panelOfLayer(region.layer) : nullptr;
    return !its || its->id == *panel;
}

std::optional<RegionId> regionAt(const Shot& shot, const std::optional<PanelId>& panel,
                                 const Eigen::Vector2d& point, double aspect,
                                 const std::optional<RegionId>& selected)
{
    if (selected) {
        const ShotRegion* region = shot.region(*selected);
        if (region && contains(region->area, point, aspect))
            return selected;
    }
    // What covers the whole picture, snow or fog, leaves what lies in it within reach.
    std::optional<RegionId> found;
    double smallest = std::numeric_limits<double>::max();
    for (auto region = shot.regions.crbegin(); region != shot.regions.crend(); ++region) {
        if (region->isHidden || !isOnPanel(shot, *region, panel)
            || !contains(region->area, point, aspect))
            continue;
        const RegionBounds box = bounds(region->area, aspect);
        const double area = (box.max - box.min).prod();
        if (area < smallest) {
            smallest = area;
            found = region->id;
        }
    }
    return found;
}

bool addRegion(ToolHost& host, const QString& text, const Region& area)
{
    const auto shot = host.session().shot();
    const auto layer = host.session().layerId();
    if (!shot || !layer)
        return false;
    ShotRegion region;
    region.name = nextRegionName(*shot);
    region.layer = *layer;
    region.area = area;
    region.colour = nextRegionColour(*shot);
    const bool isDone = host.edit(text, [&](Film& film) {
        return changeShot(film, shot->id, [&](Shot& changed) {
            changed.regions.append(region);
            return Result<void>();
        });
    });
    if (isDone)
        host.session().setRegion(region.id);
    return isDone;
}

bool changeRegionArea(ToolHost& host, const QString& text, const RegionId& region,
                      const std::function<void(Region&)>& change)
{
    const auto shot = host.session().shotId();
    if (!shot)
        return false;
    return host.edit(text, [&](Film& film) {
        return changeRegion(film, *shot, region, [&](ShotRegion& changed) {
            change(changed.area);
            return Result<void>();
        });
    });
}

} // namespace dollygrip::ui
