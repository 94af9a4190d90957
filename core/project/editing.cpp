#include "core/project/editing.h"

#include "core/project/cut.h"

#include <QRegularExpression>
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

struct Place {
    qsizetype scene = -1;
    qsizetype shot = -1;
};

Result<Place> placeOf(const Film& film, const ShotId& id)
{
    for (qsizetype s = 0; s < film.scenes.size(); ++s) {
        const auto& shots = film.scenes[s]->shots;
        for (qsizetype i = 0; i < shots.size(); ++i) {
            if (shots[i]->id == id)
                return Place{s, i};
        }
    }
    return notFound(u"shot %1"_s.arg(id.toText()));
}

Result<qsizetype> sceneIndex(const Film& film, const SceneId& id)
{
    for (qsizetype s = 0; s < film.scenes.size(); ++s) {
        if (film.scenes[s]->id == id)
            return s;
    }
    return notFound(u"scene %1"_s.arg(id.toText()));
}

/// Film frame at which a place begins; `place.shot` may be one past the scene's last.
FrameIndex frameOf(const Film& film, Place place)
{
    FrameIndex frame = 0;
    for (qsizetype s = 0; s <= place.scene; ++s) {
        const auto& shots = film.scenes[s]->shots;
        const qsizetype end = s < place.scene ? shots.size() : place.shot;
        for (qsizetype i = 0; i < end; ++i)
            frame += shots[i]->length;
    }
    return frame;
}

void putShots(Film& film, qsizetype scene, QList<std::shared_ptr<const Shot>> shots)
{
    Scene changed = *film.scenes[scene];
    changed.shots = std::move(shots);
    film.scenes[scene] = std::make_shared<const Scene>(std::move(changed));
}

void putShot(Film& film, Place place, Shot shot)
{
    auto shots = film.scenes[place.scene]->shots;
    shots[place.shot] = std::make_shared<const Shot>(std::move(shot));
    putShots(film, place.scene, std::move(shots));
}

} // namespace

void rippleAudio(Film& film, FrameIndex from, FrameIndex by)
{
    if (by == 0)
        return;
    for (auto& track : film.audio) {
        const bool moves = std::any_of(track->clips.begin(), track->clips.end(),
                                       [&](const AudioClip& clip) { return clip.at >= from; });
        if (!moves)
            continue;
        AudioTrack changed = *track;
        for (AudioClip& clip : changed.clips) {
            if (clip.at >= from)
                clip.at = std::max<FrameIndex>(0, clip.at + by);
        }
        track = std::make_shared<const AudioTrack>(std::move(changed));
    }
}

Result<void> insertScene(Film& film, qsizetype index, const Scene& scene)
{
    if (film.scene(scene.id))
        return refused(scene.heading, u"the scene is in the film already"_s);
    const qsizetype at = std::clamp<qsizetype>(index, 0, film.scenes.size());
    FrameIndex length = 0;
    for (const auto& shot : scene.shots)
        length += shot->length;
    const FrameIndex frame =
        at > 0 ? frameOf(film, {at - 1, film.scenes[at - 1]->shots.size()}) : 0;
    const bool follows = frame < film.length();
    film.scenes.insert(at, std::make_shared<const Scene>(scene));
    if (follows)
        rippleAudio(film, frame, length);
    return {};
}

Result<void> removeScene(Film& film, const SceneId& scene)
{
    const auto index = sceneIndex(film, scene);
    if (!index)
        return index.error();
    if (film.scenes.size() == 1)
        return refused(film.scenes[0]->heading, u"a film keeps at least one scene"_s);
    const FrameIndex first = frameOf(film, {*index, 0});
    const FrameIndex end = frameOf(film, {*index, film.scenes[*index]->shots.size()});
    film.scenes.removeAt(*index);
    rippleAudio(film, end, first - end);
    return {};
}

Result<void> changeScene(Film& film, const SceneId& scene,
                         const std::function<Result<void>(Scene&)>& change)
{
    const auto index = sceneIndex(film, scene);
    if (!index)
        return index.error();
    Scene changed = *film.scenes[*index];
    if (auto done = change(changed); !done)
        return done;
    film.scenes[*index] = std::make_shared<const Scene>(std::move(changed));
    return {};
}

Result<void> insertShot(Film& film, const SceneId& scene, qsizetype index, const Shot& shot)
{
    const auto s = sceneIndex(film, scene);
    if (!s)
        return s.error();
    if (film.shot(shot.id))
        return refused(shot.name, u"the shot is in the film already"_s);
    auto shots = film.scenes[*s]->shots;
    const qsizetype at = std::clamp<qsizetype>(index, 0, shots.size());
    const FrameIndex frame = frameOf(film, {*s, at});
    const bool follows = frame < film.length();
    shots.insert(at, std::make_shared<const Shot>(shot));
    putShots(film, *s, std::move(shots));
    if (follows)
        rippleAudio(film, frame, shot.length);
    return {};
}

Result<void> removeShot(Film& film, const ShotId& shot)
{
    const auto place = placeOf(film, shot);
    if (!place)
        return place.error();
    const FrameIndex first = frameOf(film, *place);
    auto shots = film.scenes[place->scene]->shots;
    const FrameIndex length = shots[place->shot]->length;
    shots.removeAt(place->shot);
    putShots(film, place->scene, std::move(shots));
    rippleAudio(film, first + length, -length);
    return {};
}

Result<void> moveShot(Film& film, const ShotId& shot, const SceneId& scene, qsizetype index)
{
    const auto place = placeOf(film, shot);
    if (!place)
        return place.error();
    const auto target = sceneIndex(film, scene);
    if (!target)
        return target.error();
    auto from = film.scenes[place->scene]->shots;
    const auto moved = from.takeAt(place->shot);
    auto to = *target == place->scene ? from : film.scenes[*target]->shots;
    to.insert(std::clamp<qsizetype>(index, 0, to.size()), moved);
    if (*target != place->scene)
        putShots(film, place->scene, std::move(from));
    putShots(film, *target, std::move(to));
    return {};
}

Result<void> changeShot(Film& film, const ShotId& shot,
                        const std::function<Result<void>(Shot&)>& change)
{
    const auto place = placeOf(film, shot);
    if (!place)
        return place.error();
    Shot changed = *film.scenes[place->scene]->shots[place->shot];
    if (auto done = change(changed); !done)
        return done;
    putShot(film, *place, std::move(changed));
    return {};
}

Result<void> trimShot(Film& film, const ShotId& shot, FrameIndex length)
{
    const auto place = placeOf(film, shot);
    if (!place)
        return place.error();
    Shot changed = *film.scenes[place->scene]->shots[place->shot];
    if (length < 1)
        return refused(changed.name, u"a length of %1 frames is not allowed"_s.arg(length));
    const FrameIndex end = frameOf(film, *place) + changed.length;
    const FrameIndex by = length - changed.length;
    changed.length = length;
    putShot(film, *place, std::move(changed));
    rippleAudio(film, end, by);
    return {};
}

Result<void> rollCut(Film& film, const ShotId& shot, FrameIndex by)
{
    const Cut cut(film);
    const CutEntry* entry = cut.of(shot);
    if (!entry)
        return notFound(u"shot %1"_s.arg(shot.toText()));
    if (entry == &cut.entries().back())
        return refused(entry->shot->name, u"no shot follows whose cut could move"_s);
    const Shot& next = *(entry + 1)->shot;
    const auto setLength = [](FrameIndex length) {
        return [length](Shot& changed) -> Result<void> {
            changed.length = length;
            return {};
        };
    };
    if (entry->shot->length + by < 1)
        return refused(entry->shot->name, u"the shot would have no frame left"_s);
    if (next.length - by < 1)
        return refused(next.name, u"the shot would have no frame left"_s);
    if (auto done = changeShot(film, shot, setLength(entry->shot->length + by)); !done)
        return done;
    return changeShot(film, next.id, setLength(next.length - by));
}

Result<void> changePanel(Film& film, const ShotId& shot, const PanelId& panel,
                         const std::function<Result<void>(Panel&)>& change)
{
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        for (auto& candidate : changed.panels) {
            if (candidate->id != panel)
                continue;
            Panel copy = *candidate;
            if (auto done = change(copy); !done)
                return done;
            candidate = std::make_shared<const Panel>(std::move(copy));
            return {};
        }
        return notFound(u"panel %1"_s.arg(panel.toText()));
    });
}

Result<void> changeLayer(Film& film, const ShotId& shot, const LayerId& layer,
                         const std::function<Result<void>(Layer&)>& change)
{
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        for (auto& panel : changed.panels) {
            for (qsizetype i = 0; i < panel->layers.size(); ++i) {
                if (panel->layers[i].id != layer)
                    continue;
                Panel copy = *panel;
                if (auto done = change(copy.layers[i]); !done)
                    return done;
                panel = std::make_shared<const Panel>(std::move(copy));
                return {};
            }
        }
        return notFound(u"layer %1"_s.arg(layer.toText()));
    });
}

Result<void> addStroke(Film& film, const ShotId& shot, const LayerId& layer, Stroke stroke)
{
    const auto on = film.shot(shot);
    return changeLayer(film, shot, layer, [&](Layer& changed) -> Result<void> {
        if (stroke.points.isEmpty())
            return refused(on->name, u"the stroke has no points"_s);
        const Panel* panel = on->panelOfLayer(layer);
        if (changed.isLocked || (panel && panel->isLocked(changed)))
            return refused(on->name, u"the layer is locked"_s);
        changed.strokes.append(std::make_shared<const Stroke>(std::move(stroke)));
        return {};
    });
}

Result<void> changeRegion(Film& film, const ShotId& shot, const RegionId& region,
                          const std::function<Result<void>(ShotRegion&)>& change)
{
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        for (ShotRegion& candidate : changed.regions) {
            if (candidate.id == region)
                return change(candidate);
        }
        return notFound(u"region %1"_s.arg(region.toText()));
    });
}

Result<void> setCamera(Film& film, const ShotId& shot, CameraPath camera)
{
    camera.sensorWidthMm = film.settings.sensorWidthMm;
    return changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        changed.camera = std::move(camera);
        return {};
    });
}

QString nextShotName(const Film& film, const SceneId& scene)
{
    QSet<QString> taken;
    for (const auto& candidate : film.scenes) {
        for (const auto& shot : candidate->shots)
            taken.insert(shot->name);
    }
    const auto index = sceneIndex(film, scene);
    QString number = QString::number(index ? *index + 1 : film.scenes.size() + 1);
    if (index && !film.scenes[*index]->shots.isEmpty()) {
        static const QRegularExpression digits(u"^\\d+"_s);
        const auto match = digits.match(film.scenes[*index]->shots.first()->name);
        if (match.hasMatch())
            number = match.captured();
    }
    static const QString letters = u"ABCDEFGHJKLMNPQRSTUVWXYZ"_s;
    for (qsizetype n = 0;; ++n) {
        QString suffix;
        for (qsizetype rest = n; rest >= 0; rest = rest / letters.size() - 1)
            suffix.prepend(letters[rest % letters.size()]);
        if (!taken.contains(number + suffix))
            return number + suffix;
    }
}

double subjectDistance(const Shot& shot)
{
    for (const ShotRegion& region : shot.regions) {
        const Layer* layer = shot.layer(region.layer);
        if (layer && !region.isHeldStill && !region.motions.isEmpty())
            return layer->depthM;
    }
    std::optional<double> nearest;
    for (const auto& panel : shot.panels) {
        for (const Layer& layer : panel->layers) {
            if (!layer.isPinnedToCamera && panel->isShown(layer))
                nearest = std::min(nearest.value_or(layer.depthM), layer.depthM);
        }
    }
    return nearest.value_or(kDefaultDepthM);
}

} // namespace dollygrip
