#pragma once

#include "core/project/film.h"

namespace dollygrip {

// Layers with the same Layer::shared show the same drawing wherever they lie: a background for
// many panels. Shared are name, depth, opacity, blend, pin, picture, placement and strokes; whether
// a layer is seen or locked, its group, and the regions on it belong to its own panel and shot.

/// One panel of a film.
struct PanelPlace {
    ShotId shot;
    PanelId panel;
    bool operator==(const PanelPlace&) const = default;
};

/// Puts the layer into these panels too, behind what is as far away there. A panel that has it
/// already stays as it is.
Result<void> shareLayer(Film& film, const ShotId& shot, const LayerId& layer,
                        const QList<PanelPlace>& panels);
/// The layer keeps its drawing and goes its own way.
Result<void> unshareLayer(Film& film, const ShotId& shot, const LayerId& layer);

bool hasSameContent(const Layer& a, const Layer& b);
/// The panels that show a shared layer, in film order.
QList<PanelPlace> panelsWith(const Film& film, const SharedId& shared);

/// After an edit: what changed on one layer of a kind is put on all of them, and shared layers
/// that came in (pasted, duplicated) take on the film's. Looks only at shots that differ from
/// `before`; at the whole film once a shared layer has changed.
void followSharedLayers(const Film& before, Film& after);

} // namespace dollygrip
