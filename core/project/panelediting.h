#pragma once

#include "core/project/film.h"

#include <QList>

namespace dollygrip {

// Panels of a shot as pieces with a hold of their own, in frames. A piece takes its regions and
// arrows along; its arrows keep their frames when other pieces come, go or change their hold. The
// camera belongs to the shot and stretches with it. When a shot's length changes, what follows in
// the film ripples as in trimShot().

/// How long each panel holds, frames; their sum is the shot's length.
QList<FrameIndex> panelLengths(const Shot& shot);

/// New hold of a panel; the shot gets longer or shorter. The arrows on it stretch with it.
Result<void> setPanelLength(Film& film, const ShotId& shot, const PanelId& panel,
                            FrameIndex length);
/// Moves the boundary between a panel and the next; the shot keeps its length.
Result<void> rollPanel(Film& film, const ShotId& shot, const PanelId& panel, FrameIndex by);

/// Puts a panel before position `index`; the shot gets longer by `hold` frames.
Result<void> insertPanel(Film& film, const ShotId& shot, qsizetype index, const Panel& panel,
                         FrameIndex hold);
/// A copy right after it with ids of its own and the same hold, regions and arrows included.
Result<PanelId> duplicatePanel(Film& film, const ShotId& shot, const PanelId& panel);
/// A panel to draw on after `before`: the backgrounds that it shares with others under an empty
/// layer.
Panel panelAfter(const Panel& before);

/// Takes panels out of their shots, which get shorter; a shot without panels goes altogether.
Result<void> removePanels(Film& film, const QList<PanelId>& panels);
/// Takes panels out of their shots and puts them before position `index` of `target` (counted with
/// those still there), in film order. Layers keep their ids.
Result<void> movePanels(Film& film, const QList<PanelId>& panels, const ShotId& target,
                        qsizetype index);
/// Makes a shot of its own of these panels before position `index` of `scene` (counted with the
/// shots as they are), with the size and words of the shot that the first comes from.
Result<ShotId> panelsToShot(Film& film, const QList<PanelId>& panels, const SceneId& scene,
                            qsizetype index);

/// moveShot() for several at once: they land side by side in film order; `index` is counted with
/// the shots as they are.
Result<void> moveShots(Film& film, const QList<ShotId>& shots, const SceneId& scene,
                       qsizetype index);
/// Copies of shots after the last of them, in film order.
Result<QList<ShotId>> duplicateShots(Film& film, const QList<ShotId>& shots);

/// The shot with these of its panels only, at least one.
Shot onlyPanels(const Shot& shot, const QList<PanelId>& panels);
/// New ids for the shot, its panels, layers, regions and arrows, so that a copy is one thing.
void renewIds(Shot& shot);

/// Lets the figures of the panel before go on: for each of its regions that moves, the layer that
/// goes with it gets a region of the same name (in place of one that it has). Where the layer shows
/// the same drawing the region lies as before, else where the figure stands by then; arrows that
/// are not at their end run on, and one that is begins again from there.
Result<void> continueMoves(Film& film, const ShotId& shot, const PanelId& panel);

} // namespace dollygrip
