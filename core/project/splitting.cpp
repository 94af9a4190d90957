// Splitting and duplicating shots: copies with ids of their own, and the remapping of everything
// that is kept as a fraction of the shot.

#include "core/project/cut.h"
#include "core/project/editing.h"
#include "core/project/numbering.h"
#include "core/project/panelediting.h"

#include <algorithm>

namespace dollygrip {

namespace {

/// The frames `part` of a shot as a shot of its own that shows exactly the same pictures.
Shot partOf(const Shot& whole, FrameRange part, FrameRate rate)
{
    const double span = whole.length > 1 ? double(whole.length - 1) : 1.0;
    const double first = double(part.first) / span;
    // A part of a single frame stands at fraction 0; any later end keeps it there.
    const double last = double(std::max(part.end - 1, part.first + 1)) / span;

    Shot shot = whole;
    shot.length = part.length();
    shot.circledTake.reset(); // it shows the whole
    shot.panels.clear();
    const qsizetype from = whole.panelAt(part.first);
    const qsizetype to = whole.panelAt(part.end - 1);
    for (qsizetype i = from; i <= to; ++i) {
        const FrameRange stage{whole.panelStart(i), i + 1 < whole.panels.size()
                                                        ? whole.panelStart(i + 1)
                                                        : whole.length};
        if (i > from && stage.isEmpty())
            continue; // never seen
        Panel panel = *whole.panels[i];
        panel.start = i == from ? 0.0 : std::min(1.0, (panel.start - first) / (last - first));
        shot.panels.append(std::make_shared<const Panel>(std::move(panel)));
    }
    shot.regions.clear();
    for (ShotRegion region : whole.regions) {
        if (!shot.layer(region.layer))
            continue; // its panel plays in the other part
        for (Motion& motion : region.motions)
            motion.path = remapped(motion.path, first, last);
        shot.regions.append(std::move(region));
    }
    shot.camera = remapped(whole.camera, first, last, rate.seconds(part.first));
    return shot;
}

} // namespace

Result<ShotId> duplicateShot(Film& film, const ShotId& shot)
{
    const auto scene = film.sceneOf(shot);
    if (!scene)
        return Error{ErrorCode::NotFound, "shot " + shot.toText().toStdString(), {}};
    Shot copy = *film.shot(shot);
    renewIds(copy);
    copy.circledTake.reset(); // takes belong to the shot they were made for
    qsizetype index = 0;
    while (scene->shots[index]->id != shot)
        ++index;
    copy.name = nextShotName(film, scene->id, index + 1);
    copy.isNameLocked = false;
    if (auto done = insertShot(film, scene->id, index + 1, copy); !done)
        return done.error();
    return copy.id;
}

Result<ShotId> splitShot(Film& film, const ShotId& shot, FrameIndex at)
{
    const auto scene = film.sceneOf(shot);
    if (!scene)
        return Error{ErrorCode::NotFound, "shot " + shot.toText().toStdString(), {}};
    const auto whole = film.shot(shot);
    if (at <= 0 || at >= whole->length)
        return Error{ErrorCode::Refused, whole->name.toStdString(),
                     "frame " + std::to_string(at) + " is not inside the shot"};
    const FrameRate rate = film.settings.rate;
    Shot second = partOf(*whole, {at, whole->length}, rate);
    renewIds(second);
    second.isNameLocked = false;

    Scene changed = *scene;
    for (qsizetype i = 0; i < changed.shots.size(); ++i) {
        if (changed.shots[i]->id != shot)
            continue;
        second.name = nextShotName(film, scene->id, i + 1);
        changed.shots[i] = std::make_shared<const Shot>(partOf(*whole, {0, at}, rate));
        changed.shots.insert(i + 1, std::make_shared<const Shot>(second));
        break;
    }
    for (auto& candidate : film.scenes) {
        if (candidate->id == changed.id)
            candidate = std::make_shared<const Scene>(changed);
    }
    return second.id;
}

} // namespace dollygrip
