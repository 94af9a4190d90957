#include "core/project/panelediting.h"

#include "core/project/cut.h"
#include "core/project/editing.h"
#include "core/project/numbering.h"
#include "core/project/panelpieces.h"

#include <QSet>

#include <algorithm>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

Error notFound(const QString& what)
{
    return Error{ErrorCode::NotFound, what.toStdString(), {}};
}

Error refused(const QString& subject, const QString& why)
{
    return Error{ErrorCode::Refused, subject.toStdString(), why.toStdString()};
}

qsizetype indexOf(const QList<PanelPiece>& pieces, const PanelId& panel)
{
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (pieces[i].panel.id == panel)
            return i;
    }
    return -1;
}

/// Makes the shot anew of changed pieces; what follows it in the film ripples.
Result<void> changePieces(Film& film, const ShotId& shot,
                          const std::function<Result<void>(QList<PanelPiece>&)>& change)
{
    const Cut cut(film);
    const CutEntry* entry = cut.of(shot);
    if (!entry)
        return notFound(u"shot %1"_s.arg(shot.toText()));
    const FrameIndex end = entry->range.end;
    QList<PanelPiece> pieces = piecesOf(*entry->shot);
    if (auto done = change(pieces); !done)
        return done;
    FrameIndex by = 0;
    auto done = changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        const FrameIndex before = changed.length;
        putPieces(changed, pieces);
        by = changed.length - before;
        return {};
    });
    if (done)
        rippleAudio(film, end, by);
    return done;
}

struct Taken {
    QList<PanelPiece> pieces;
    Shot first; ///< the shot that the first of them comes from
};

/// The pieces of these panels in film order, out of their shots; shots left empty go.
Result<Taken> takePanels(Film& film, const QList<PanelId>& panels)
{
    const QSet<PanelId> wanted(panels.begin(), panels.end());
    Taken taken;
    const Cut cut(film);
    for (const CutEntry& entry : cut.entries()) {
        const QList<PanelPiece> all = piecesOf(*entry.shot);
        QList<PanelPiece> kept;
        for (const PanelPiece& piece : all) {
            if (!wanted.contains(piece.panel.id)) {
                kept.append(piece);
                continue;
            }
            if (taken.pieces.isEmpty())
                taken.first = *entry.shot;
            taken.pieces.append(piece);
        }
        if (kept.size() == all.size())
            continue;
        auto done = kept.isEmpty() ? removeShot(film, entry.shot->id)
                                   : changePieces(film, entry.shot->id,
                                                  [&](QList<PanelPiece>& pieces) -> Result<void> {
                                                      pieces = kept;
                                                      return {};
                                                  });
        if (!done)
            return done.error();
    }
    if (taken.pieces.isEmpty())
        return notFound(u"panel"_s);
    return taken;
}

} // namespace

Result<void> setPanelLength(Film& film, const ShotId& shot, const PanelId& panel, FrameIndex length)
{
    return changePieces(film, shot, [&](QList<PanelPiece>& pieces) -> Result<void> {
        const qsizetype at = indexOf(pieces, panel);
        if (at < 0)
            return notFound(u"panel %1"_s.arg(panel.toText()));
        if (length < 1)
            return refused(u"panel %1"_s.arg(at + 1),
                           u"a hold of %1 frames is not allowed"_s.arg(length));
        stretch(pieces[at], length);
        return {};
    });
}

Result<void> rollPanel(Film& film, const ShotId& shot, const PanelId& panel, FrameIndex by)
{
    return changePieces(film, shot, [&](QList<PanelPiece>& pieces) -> Result<void> {
        const qsizetype at = indexOf(pieces, panel);
        if (at < 0)
            return notFound(u"panel %1"_s.arg(panel.toText()));
        if (at + 1 == pieces.size())
            return refused(u"panel %1"_s.arg(at + 1), u"no panel of the shot follows"_s);
        if (pieces[at].length + by < 1 || pieces[at + 1].length - by < 1)
            return refused(u"panel %1"_s.arg(at + 1), u"a panel would have no frame left"_s);
        stretch(pieces[at], pieces[at].length + by);
        stretch(pieces[at + 1], pieces[at + 1].length - by);
        return {};
    });
}

Result<void> insertPanel(Film& film, const ShotId& shot, qsizetype index, const Panel& panel,
                         FrameIndex hold)
{
    return changePieces(film, shot, [&](QList<PanelPiece>& pieces) -> Result<void> {
        pieces.insert(std::clamp<qsizetype>(index, 0, pieces.size()),
                      PanelPiece{panel, std::max<FrameIndex>(1, hold), {}});
        return {};
    });
}

Result<PanelId> duplicatePanel(Film& film, const ShotId& shot, const PanelId& panel)
{
    PanelId made = panel;
    auto done = changePieces(film, shot, [&](QList<PanelPiece>& pieces) -> Result<void> {
        const qsizetype at = indexOf(pieces, panel);
        if (at < 0)
            return notFound(u"panel %1"_s.arg(panel.toText()));
        PanelPiece copy = pieces[at];
        renewIds(copy);
        made = copy.panel.id;
        pieces.insert(at + 1, copy);
        return {};
    });
    if (!done)
        return done.error();
    return made;
}

Panel panelAfter(const Panel& before)
{
    Panel panel;
    Layer empty;
    for (Layer layer : before.layers) {
        if (!layer.shared)
            continue;
        layer.id = LayerId::create();
        layer.group.reset();
        empty.depthM = std::min(empty.depthM, layer.depthM);
        panel.layers.append(std::move(layer));
    }
    panel.layers.append(std::move(empty));
    return panel;
}

Result<void> removePanels(Film& film, const QList<PanelId>& panels)
{
    auto taken = takePanels(film, panels);
    return taken ? Result<void>() : Result<void>(taken.error());
}

Result<void> movePanels(Film& film, const QList<PanelId>& panels, const ShotId& target,
                        qsizetype index)
{
    const auto into = film.shot(target);
    if (!into)
        return notFound(u"shot %1"_s.arg(target.toText()));
    // The panel that they are to stand before, once they are taken out.
    std::optional<PanelId> next;
    bool keepsOne = false;
    for (qsizetype i = 0; i < into->panels.size(); ++i) {
        const PanelId& id = into->panels[i]->id;
        if (panels.contains(id))
            continue;
        keepsOne = true;
        if (i >= index && !next)
            next = id;
    }
    if (!keepsOne)
        return {}; // all of the shot goes into the shot: as it is
    QList<PanelId> own;
    QList<PanelId> after;
    for (const auto& panel : into->panels) {
        own.append(panel->id);
        if (!panels.contains(panel->id))
            after.append(panel->id);
    }
    const bool areOwn = std::all_of(panels.begin(), panels.end(),
                                    [&](const PanelId& panel) { return own.contains(panel); });
    qsizetype place = next ? after.indexOf(*next) : after.size();
    for (const PanelId& panel : own) {
        if (panels.contains(panel))
            after.insert(place++, panel);
    }
    if (areOwn && after == own)
        return {}; // they stand there already
    auto taken = takePanels(film, panels);
    if (!taken)
        return taken.error();
    return changePieces(film, target, [&](QList<PanelPiece>& pieces) -> Result<void> {
        QSet<LayerId> layers;
        for (const PanelPiece& piece : pieces) {
            for (const Layer& layer : piece.panel.layers)
                layers.insert(layer.id);
        }
        qsizetype at = next ? indexOf(pieces, *next) : pieces.size();
        for (PanelPiece piece : taken->pieces) {
            const bool isKnown =
                indexOf(pieces, piece.panel.id) >= 0
                || std::any_of(piece.panel.layers.begin(), piece.panel.layers.end(),
                               [&](const Layer& layer) { return layers.contains(layer.id); });
            if (isKnown)
                renewIds(piece);
            pieces.insert(at++, piece);
        }
        return {};
    });
}

Result<ShotId> panelsToShot(Film& film, const QList<PanelId>& panels, const SceneId& scene,
                            qsizetype index)
{
    const auto into = film.scene(scene);
    if (!into)
        return notFound(u"scene %1"_s.arg(scene.toText()));
    std::optional<ShotId> next;
    if (index < into->shots.size())
        next = into->shots[std::max<qsizetype>(0, index)]->id;
    auto taken = takePanels(film, panels);
    if (!taken)
        return taken.error();
    Shot shot = taken->first;
    shot.id = ShotId::create();
    shot.circledTake.reset(); // it shows the whole
    shot.isNameLocked = false;
    putPieces(shot, taken->pieces);
    const auto& shots = film.scene(scene)->shots;
    qsizetype at = shots.size();
    for (qsizetype i = 0; i < shots.size(); ++i) {
        if (next && shots[i]->id == *next)
            at = i;
    }
    shot.name = nextShotName(film, scene, at);
    if (auto done = insertShot(film, scene, at, shot); !done)
        return done.error();
    return shot.id;
}

Result<void> moveShots(Film& film, const QList<ShotId>& shots, const SceneId& scene,
                       qsizetype index)
{
    const auto into = film.scene(scene);
    if (!into)
        return notFound(u"scene %1"_s.arg(scene.toText()));
    const QSet<ShotId> wanted(shots.begin(), shots.end());
    qsizetype at = 0;
    for (qsizetype i = 0; i < std::min(index, into->shots.size()); ++i) {
        if (!wanted.contains(into->shots[i]->id))
            ++at;
    }
    QList<std::shared_ptr<const Shot>> moved;
    const Film before = film;
    for (auto& each : film.scenes) {
        Scene changed = *each;
        changed.shots.removeIf([&](const std::shared_ptr<const Shot>& shot) {
            if (!wanted.contains(shot->id))
                return false;
            moved.append(shot);
            return true;
        });
        if (changed.shots.size() != each->shots.size())
            each = std::make_shared<const Scene>(std::move(changed));
    }
    if (moved.size() != wanted.size()) {
        film = before;
        return notFound(u"shot"_s);
    }
    auto done = changeScene(film, scene, [&](Scene& changed) -> Result<void> {
        for (const auto& shot : moved)
            changed.shots.insert(at++, shot);
        return {};
    });
    bool isSame = true;
    for (qsizetype s = 0; s < film.scenes.size(); ++s)
        isSame = isSame && film.scenes[s]->shots == before.scenes[s]->shots;
    if (isSame)
        film = before; // they stand there already
    return done;
}

Result<QList<ShotId>> duplicateShots(Film& film, const QList<ShotId>& shots)
{
    QList<std::shared_ptr<const Shot>> ordered;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            if (shots.contains(shot->id))
                ordered.append(shot);
        }
    }
    if (ordered.isEmpty())
        return notFound(u"shot"_s);
    const auto scene = film.sceneOf(ordered.last()->id);
    qsizetype at = scene->shots.indexOf(ordered.last()) + 1;
    QList<ShotId> made;
    for (const auto& shot : ordered) {
        Shot copy = *shot;
        renewIds(copy);
        copy.circledTake.reset(); // takes belong to the shot they were made for
        copy.isNameLocked = false;
        copy.name = nextShotName(film, scene->id, at);
        if (auto done = insertShot(film, scene->id, at++, copy); !done)
            return done.error();
        made.append(copy.id);
    }
    return made;
}

Shot onlyPanels(const Shot& shot, const QList<PanelId>& panels)
{
    QList<PanelPiece> pieces = piecesOf(shot);
    const qsizetype all = pieces.size();
    pieces.removeIf([&](const PanelPiece& piece) { return !panels.contains(piece.panel.id); });
    if (pieces.isEmpty() || pieces.size() == all)
        return shot;
    Shot part = shot;
    part.circledTake.reset(); // it shows the whole
    putPieces(part, pieces);
    return part;
}

} // namespace dollygrip
