#include "ui/canvas/snapregion.h"

#include "core/geometry/region.h"
#include "core/project/editing.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace dollygrip::ui {

bool snapRegion(OutlineSearch& search, Session& session, const RegionId& region,
                std::shared_ptr<PictureCache> pictures, EditFilm edit,
                std::function<void(bool)> then)
{
    const auto shot = session.shot();
    const ShotRegion* its = shot ? shot->region(region) : nullptr;
    if (!its)
        return false;
    std::shared_ptr<const Panel> panel;
    for (const auto& one : shot->panels) {
        for (const Layer& layer : one->layers) {
            if (layer.id == its->layer)
                panel = one;
        }
    }
    if (!panel)
        return false;
    const Film& film = session.document().film();
    Region drawn = its->area;
    drawn.grow = 0;
    drawn.isInverted = false;
    const auto outlines = edges(drawn, film.settings.aspect());
    search.snap(film, panel, its->layer, outlines, kSnapReach, std::move(pictures),
                [id = shot->id, region, outlines, edit = std::move(edit),
                 then = std::move(then)](const OutlineSearch::Found& found) {
                    bool isDone = !found.outlines.empty() && found.outlines != outlines;
                    if (isDone)
                        isDone =
                            edit(QCoreApplication::translate("SelectTool", "Snap to edges"),
                                 [&](Film& changed) {
                                     return changeRegion(changed, id, region, [&](ShotRegion& one) {
                                         one.area.outlines = found.outlines;
                                         one.area.strokes.clear();
                                         return Result<void>();
                                     });
                                 });
                    if (then)
                        then(isDone);
                });
    return true;
}

} // namespace dollygrip::ui
