#include "core/project/sharedlayers.h"

#include "core/project/editing.h"

#include <QSet>

#include <algorithm>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

Error noSuch(const QString& what)
{
    return Error{ErrorCode::NotFound, what.toStdString(), {}};
}

void takeContent(Layer& layer, const Layer& from)
{
    layer.name = from.name;
    layer.depthM = from.depthM;
    layer.opacity = from.opacity;
    layer.blend = from.blend;
    layer.isPinnedToCamera = from.isPinnedToCamera;
    layer.picture = from.picture;
    layer.placement = from.placement;
    layer.strokes = from.strokes;
}

bool hasShared(const Panel& panel, const SharedId& shared)
{
    return std::any_of(panel.layers.begin(), panel.layers.end(),
                       [&](const Layer& layer) { return layer.shared == shared; });
}

/// Where a layer of this depth goes: behind what stands as far or nearer, outside of groups.
qsizetype placeFor(const Panel& panel, double depthM)
{
    qsizetype index = 0;
    while (index < panel.layers.size() && panel.layers[index].depthM > depthM)
        ++index;
    while (index > 0 && index < panel.layers.size() && panel.layers[index].group
           && panel.layers[index - 1].group == panel.layers[index].group)
        --index;
    return index;
}

/// Calls `visit(shot after, shot before or null)` for every shot that an edit changed or added.
template <class Visit>
void eachChangedShot(const Film& before, const Film& after, const Visit& visit)
{
    for (qsizetype s = 0; s < after.scenes.size(); ++s) {
        const auto& scene = after.scenes[s];
        const auto old = s < before.scenes.size() && before.scenes[s]->id == scene->id
                             ? before.scenes[s]
                             : before.scene(scene->id);
        if (old == scene)
            continue;
        for (qsizetype i = 0; i < scene->shots.size(); ++i) {
            const auto& shot = scene->shots[i];
            const bool isThere =
                old && i < old->shots.size() && old->shots[i] && old->shots[i]->id == shot->id;
            const auto oldShot = isThere ? old->shots[i] : before.shot(shot->id);
            if (oldShot != shot)
                visit(*shot, oldShot.get());
        }
    }
}

/// What each shared layer shows after the edit, and whether somebody has still to be told.
struct Wanted {
    QHash<SharedId, std::shared_ptr<const Layer>> content;
    QSet<SharedId> orphans; ///< came in with an edit; the film may know them
};

void compare(const Panel& panel, const Panel* oldPanel, const Shot* oldShot, Wanted& wanted)
{
    for (qsizetype i = 0; i < panel.layers.size(); ++i) {
        const Layer& layer = panel.layers[i];
        if (!layer.shared)
            continue;
        const bool isThere =
            oldPanel && i < oldPanel->layers.size() && oldPanel->layers[i].id == layer.id;
        const Layer* old =
            isThere ? &oldPanel->layers[i] : (oldShot ? oldShot->layer(layer.id) : nullptr);
        if (!old || old->shared != layer.shared)
            wanted.orphans.insert(*layer.shared);
        else if (!hasSameContent(*old, layer) && !wanted.content.contains(*layer.shared))
            wanted.content.insert(*layer.shared, std::make_shared<const Layer>(layer));
    }
}

const Layer* knownContent(const Film& film, const SharedId& shared)
{
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& panel : shot->panels) {
                for (const Layer& layer : panel->layers) {
                    if (layer.shared == shared)
                        return &layer;
                }
            }
        }
    }
    return nullptr;
}

/// The panel with the wanted content, or the same one when it has it already.
std::shared_ptr<const Panel> followed(const std::shared_ptr<const Panel>& panel,
                                      const Wanted& wanted)
{
    std::shared_ptr<Panel> copy;
    for (qsizetype i = 0; i < panel->layers.size(); ++i) {
        const Layer& layer = panel->layers[i];
        if (!layer.shared)
            continue;
        const auto content = wanted.content.value(*layer.shared);
        if (!content || hasSameContent(layer, *content))
            continue;
        if (!copy)
            copy = std::make_shared<Panel>(*panel);
        takeContent(copy->layers[i], *content);
    }
    return copy ? copy : panel;
}

} // namespace

bool hasSameContent(const Layer& a, const Layer& b)
{
    if (a.name != b.name || a.depthM != b.depthM || a.opacity != b.opacity || a.blend != b.blend
        || a.isPinnedToCamera != b.isPinnedToCamera || a.picture != b.picture
        || a.placement != b.placement || a.strokes.size() != b.strokes.size())
        return false;
    if (a.strokes.isSharedWith(b.strokes))
        return true;
    for (qsizetype i = 0; i < a.strokes.size(); ++i) {
        if (a.strokes[i] != b.strokes[i] && *a.strokes[i] != *b.strokes[i])
            return false;
    }
    return true;
}

QList<PanelPlace> panelsWith(const Film& film, const SharedId& shared)
{
    QList<PanelPlace> places;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& panel : shot->panels) {
                if (hasShared(*panel, shared))
                    places.append({shot->id, panel->id});
            }
        }
    }
    return places;
}

Result<void> shareLayer(Film& film, const ShotId& shot, const LayerId& layer,
                        const QList<PanelPlace>& panels)
{
    const auto owner = film.shot(shot);
    const Layer* found = owner ? owner->layer(layer) : nullptr;
    if (!found)
        return noSuch(u"layer %1"_s.arg(layer.toText()));
    Layer source = *found;
    if (!source.shared) {
        source.shared = SharedId::create();
        if (auto done = changeLayer(film, shot, layer,
                                    [&](Layer& changed) {
                                        changed.shared = source.shared;
                                        return Result<void>();
                                    });
            !done)
            return done;
    }
    source.group.reset();
    source.isLocked = false;
    source.isVisible = true;
    for (const PanelPlace& place : panels) {
        auto done = changePanel(film, place.shot, place.panel, [&](Panel& panel) -> Result<void> {
            if (hasShared(panel, *source.shared))
                return {};
            source.id = LayerId::create();
            panel.layers.insert(placeFor(panel, source.depthM), source);
            return {};
        });
        if (!done)
            return done;
    }
    return {};
}

Result<void> unshareLayer(Film& film, const ShotId& shot, const LayerId& layer)
{
    std::optional<SharedId> was;
    auto done = changeLayer(film, shot, layer, [&](Layer& changed) {
        was = changed.shared;
        changed.shared.reset();
        return Result<void>();
    });
    if (!done || !was)
        return done;
    const QList<PanelPlace> left = panelsWith(film, *was);
    if (left.size() != 1)
        return {};
    return changePanel(film, left.first().shot, left.first().panel, [&](Panel& panel) {
        for (Layer& one : panel.layers) {
            if (one.shared == was)
                one.shared.reset(); // nobody to share it with
        }
        return Result<void>();
    });
}

void followSharedLayers(const Film& before, Film& after)
{
    Wanted wanted;
    eachChangedShot(before, after, [&](const Shot& shot, const Shot* old) {
        for (qsizetype i = 0; i < shot.panels.size(); ++i) {
            const auto& panel = shot.panels[i];
            const Panel* oldPanel =
                old && i < old->panels.size() && old->panels[i] ? old->panels[i].get() : nullptr;
            if (panel && panel.get() != oldPanel)
                compare(*panel, oldPanel, old, wanted);
        }
    });
    for (const SharedId& shared : wanted.orphans) {
        if (wanted.content.contains(shared))
            continue;
        if (const Layer* known = knownContent(before, shared))
            wanted.content.insert(shared, std::make_shared<const Layer>(*known));
    }
    if (wanted.content.isEmpty())
        return;
    for (auto& scene : after.scenes) {
        std::shared_ptr<Scene> sceneCopy;
        for (qsizetype i = 0; i < scene->shots.size(); ++i) {
            const auto& shot = scene->shots[i];
            std::shared_ptr<Shot> shotCopy;
            for (qsizetype p = 0; p < shot->panels.size(); ++p) {
                const auto panel = followed(shot->panels[p], wanted);
                if (panel == shot->panels[p])
                    continue;
                if (!shotCopy)
                    shotCopy = std::make_shared<Shot>(*shot);
                shotCopy->panels[p] = panel;
            }
            if (!shotCopy)
                continue;
            if (!sceneCopy)
                sceneCopy = std::make_shared<Scene>(*scene);
            sceneCopy->shots[i] = shotCopy;
        }
        if (sceneCopy)
            scene = sceneCopy;
    }
}

} // namespace dollygrip
