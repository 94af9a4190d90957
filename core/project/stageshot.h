#pragma once

#include "core/multiplane/stage.h"
#include "core/project/film.h"
#include "core/project/panelpainter.h"

#include <QStringList>

namespace dollygrip {

/// Shot -> Stage: layers painted at `frameHeight` pixels a frame height, far to near (by depth;
/// equal depths keep the panel's order), the lowest of each panel on paper; regions, motion and
/// camera in picture units. Hidden layers stay away. Any thread.
multiplane::Stage stageShot(const Shot& shot, const PanelPainter& painter,
                            const FilmSettings& settings, int frameHeight);

/// A region as the stage plays it: its arrows in time order, and those of what it follows.
multiplane::PlaneRegion planeRegion(const Shot& shot, const ShotRegion& region);

/// The names of its regions in the stage's order, over all planes.
QStringList stageRegionNames(const Shot& shot);

} // namespace dollygrip
