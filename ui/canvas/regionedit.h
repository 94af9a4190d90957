#pragma once

#include "core/project/film.h"
#include "ui/canvas/tool.h"

#include <optional>

namespace dollygrip::ui {

// What the region tools share.

/// "Region 1", "Region 2" … the first that is free in the shot.
QString nextRegionName(const Shot& shot);
/// Lies on a layer of this panel. True without a panel, and where no panel has the layer.
bool isOnPanel(const Shot& shot, const ShotRegion& region, const std::optional<PanelId>& panel);
/// The smallest region of the panel under a point, the topmost of like ones; the selected one, if
/// given, is preferred where several lie there.
std::optional<RegionId> regionAt(const Shot& shot, const std::optional<PanelId>& panel,
                                 const Eigen::Vector2d& point, double aspect,
                                 const std::optional<RegionId>& selected);
/// One undo step that makes a new region on the current layer, and selects it.
bool addRegion(ToolHost& host, const QString& text, const Region& area);
/// One undo step that changes a region's area.
bool changeRegionArea(ToolHost& host, const QString& text, const RegionId& region,
                      const std::function<void(Region&)>& change);

} // namespace dollygrip::ui
