#pragma once

#include "core/project/film.h"
#include "core/project/picturecache.h"

#include <functional>

namespace dollygrip {

// Verbs on the layers of one panel. The list runs from far to near; what is painted over what is
// settled by depth, so a layer that is put between others takes a depth between theirs.

/// Puts a layer right over `above` (in its group), or nearest of all. A depth that does not fit
/// there is brought to its neighbours'.
Result<void> insertLayer(Film& film, const ShotId& shot, const PanelId& panel, Layer layer,
                         const std::optional<LayerId>& above);
/// Takes layers away with their regions. A panel keeps at least one layer.
Result<void> removeLayers(Film& film, const ShotId& shot, const QList<LayerId>& layers);
/// A copy over each, in the same order. Returns the copies. They are not shared.
Result<QList<LayerId>> duplicateLayers(Film& film, const ShotId& shot,
                                       const QList<LayerId>& layers);
/// Takes the layers out and puts them, in their order, before position `index` of what stays;
/// `group`: the group they come into. Groups stay together: a place inside of another is moved to
/// its edge.
Result<void> moveLayers(Film& film, const ShotId& shot, const PanelId& panel,
                        const QList<LayerId>& layers, qsizetype index,
                        const std::optional<GroupId>& group);
/// A new depth; the layer takes its place in the list, inside its group.
Result<void> setLayerDepth(Film& film, const ShotId& shot, const LayerId& layer, double depthM);

/// A new group around these layers, where the nearest of them lies.
Result<GroupId> groupLayers(Film& film, const ShotId& shot, const PanelId& panel,
                            const QList<LayerId>& layers, const QString& name);
/// Its layers stay where they are.
Result<void> ungroup(Film& film, const ShotId& shot, const PanelId& panel, const GroupId& group);
Result<void> changeGroup(Film& film, const ShotId& shot, const PanelId& panel, const GroupId& group,
                         const std::function<void(LayerGroup&)>& change);

/// The layer and the next one behind it become one. Strokes stay strokes where that looks the
/// same; else the two become a picture, `kMergedHeight` pixels a frame height. Regions move along.
inline constexpr int kMergedHeight = 2160;
Result<void> mergeDown(Film& film, const ShotId& shot, const LayerId& layer,
                       const std::shared_ptr<PictureCache>& pictures);

} // namespace dollygrip
