#include "core/project/filmparts.h"

#include "core/geometry/camerachannels.h"
#include "core/project/castofshot.h"
#include "core/project/cut.h"
#include "core/project/editing.h"
#include "core/project/filmjson.h"
#include "core/project/numbering.h"
#include "core/project/panelediting.h"
#include "core/project/panelpieces.h"
#include "core/project/reframing.h"
#include "core/project/sharedlayers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace dollygrip {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMostBytes = 512LL * 1024 * 1024;
constexpr qsizetype kMostShots = 10000;

Error refused(const char* why)
{
    return Error{ErrorCode::Refused, "clipboard", why};
}

QSet<QString> picturesOf(const Shot& shot)
{
    QSet<QString> pictures;
    for (const auto& panel : shot.panels) {
        for (const Layer& layer : panel->layers) {
            if (!layer.picture.isEmpty())
                pictures.insert(layer.picture);
        }
    }
    for (const PinnedPicture& pinned : shot.pinned)
        pictures.insert(pinned.asset);
    return pictures;
}

/// The shot as it is in the other film: frame, rate, gate.
Shot drawnFor(const FilmSettings& to, const FilmSettings& from, const Shot& shot)
{
    Shot fit = reframed(
        shot, FrameChange(from.size, to.size,
                          from.aspect() == to.aspect() ? Reframing::Crop : Reframing::Fit));
    const double seconds = double(shot.length) / from.rate.perSecond();
    fit.length = std::max<FrameIndex>(FrameIndex(shot.panels.size()),
                                      std::llround(seconds * to.rate.perSecond()));
    const double gate = to.sensorWidthMm / from.sensorWidthMm;
    scaleLens(fit.camera, gate);
    fit.camera.sensorWidthMm = to.sensorWidthMm;
    return fit;
}

/// Shared backgrounds stay shared with the film's own where they are the same sheet; else the
/// pasted ones share among themselves.
void keepSharingApart(const Film& film, Shot& shot, QHash<SharedId, SharedId>& renamed)
{
    QHash<SharedId, const Layer*> own;
    for (const auto& scene : film.scenes) {
        for (const auto& each : scene->shots) {
            for (const auto& panel : each->panels) {
                for (const Layer& layer : panel->layers) {
                    if (layer.shared)
                        own.insert(*layer.shared, &layer);
                }
            }
        }
    }
    for (auto& panel : shot.panels) {
        Panel copy = *panel;
        for (Layer& layer : copy.layers) {
            if (!layer.shared)
                continue;
            const SharedId id = *layer.shared;
            if (!renamed.contains(id)) {
                const Layer* known = own.value(id, nullptr);
                const bool fits = !known || hasSameContent(*known, layer);
                renamed.insert(id, fits ? id : SharedId::create());
            }
            layer.shared = renamed.value(id, id);
        }
        panel = std::make_shared<const Panel>(std::move(copy));
    }
}

/// The part's shots made for this film, with new ids; assets and cast are in the film then.
Result<QList<Shot>> broughtInto(Film& film, const FilmPart& part)
{
    for (const auto& asset : part.film.assets)
        addAsset(film, asset);
    QHash<CastId, CastId> cast;
    for (const auto& member : part.film.cast) {
        if (const auto own = film.castNamed(member->name)) {
            cast.insert(member->id, own->id);
            continue;
        }
        CastMember fresh = *member;
        if (film.castMember(fresh.id))
            fresh.id = CastId::create();
        const auto added = addCastMember(film, fresh);
        if (!added)
            return added.error();
        cast.insert(member->id, fresh.id);
    }
    QList<Shot> shots;
    QHash<SharedId, SharedId> renamed;
    for (const auto& scene : part.film.scenes) {
        for (const auto& each : scene->shots) {
            Shot shot = drawnFor(film.settings, part.film.settings, *each);
            renewIds(shot);
            keepSharingApart(film, shot, renamed);
            shot.circledTake.reset(); // takes belong to the shot they were made for
            shot.isNameLocked = false;
            for (CastId& member : shot.shooting.cast)
                member = cast.value(member, member);
            shots.append(std::move(shot));
        }
    }
    return shots;
}

} // namespace

QByteArray partToText(const Film& film, const QList<PanelId>& panels)
{
    const QSet<PanelId> wanted(panels.begin(), panels.end());
    Film part;
    part.settings = film.settings;
    part.settings.palettes.clear();
    part.settings.unknown = {};
    Scene scene;
    bool arePanels = false;
    QSet<QString> assets;
    QSet<CastId> cast;
    for (const auto& each : film.scenes) {
        for (const auto& shot : each->shots) {
            QList<PanelId> its;
            for (const auto& panel : shot->panels) {
                if (wanted.contains(panel->id))
                    its.append(panel->id);
            }
            if (its.isEmpty())
                continue;
            arePanels = arePanels || its.size() < shot->panels.size();
            const Shot copied = onlyPanels(*shot, its);
            assets += picturesOf(copied);
            for (const auto& member : castOfShot(copied, film))
                cast.insert(member->id);
            scene.shots.append(std::make_shared<const Shot>(copied));
        }
    }
    for (const auto& member : film.cast) {
        if (!cast.contains(member->id))
            continue;
        part.cast.append(member);
        for (const QString& picture : member->pictures)
            assets.insert(picture);
    }
    for (const QString& hash : assets) {
        if (const auto asset = film.assets.value(hash))
            part.assets.insert(hash, asset);
    }
    part.scenes.append(std::make_shared<const Scene>(std::move(scene)));
    part.unknown[u"clipboard"_s] = arePanels ? u"panels"_s : u"shots"_s;
    return QJsonDocument(filmToJson(part, true)).toJson(QJsonDocument::Compact);
}

Result<FilmPart> partFromText(const QByteArray& text)
{
    if (text.size() > kMostBytes)
        return refused("it holds more than 512 MB");
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parsed);
    if (!document.isObject())
        return refused("it holds no shots of Dollygrip");
    const QJsonObject json = document.object();
    const QString kind = json[u"clipboard"_s].toString();
    if (kind != u"shots"_s && kind != u"panels"_s)
        return refused("it holds no shots of Dollygrip");
    for (const QJsonValue& asset : json[u"assets"_s].toArray()) {
        // A film written by hand may name files beside it; what comes from elsewhere may not.
        if (!asset[u"base64"_s].isString())
            return refused("the bytes of a picture are missing");
    }
    auto film = filmFromJson(json);
    if (!film)
        return Error{ErrorCode::Refused, "clipboard",
                     film.error().subject + ": " + film.error().detail};
    if (film->shotCount() == 0 || film->shotCount() > kMostShots)
        return refused("the number of its shots is not between 1 and 10000");
    if (!film->audio.isEmpty())
        return refused("it holds sounds, which shots do not have");
    film->unknown = {};
    return FilmPart{std::move(*film), kind == u"panels"_s};
}

Result<QList<ShotId>> pasteShots(Film& film, const FilmPart& part, const SceneId& scene,
                                 qsizetype index)
{
    auto shots = broughtInto(film, part);
    if (!shots)
        return shots.error();
    const auto into = film.scene(scene);
    if (!into)
        return Error{ErrorCode::NotFound, "scene " + scene.toText().toStdString(), {}};
    qsizetype at = std::clamp<qsizetype>(index, 0, into->shots.size());
    QList<ShotId> made;
    for (Shot& shot : *shots) {
        shot.name = nextShotName(film, scene, at);
        if (auto done = insertShot(film, scene, at++, shot); !done)
            return done.error();
        made.append(shot.id);
    }
    return made;
}

Result<QList<PanelId>> pastePanels(Film& film, const FilmPart& part, const ShotId& shot,
                                   qsizetype index)
{
    auto shots = broughtInto(film, part);
    if (!shots)
        return shots.error();
    const Cut cut(film);
    const CutEntry* entry = cut.of(shot);
    if (!entry)
        return Error{ErrorCode::NotFound, "shot " + shot.toText().toStdString(), {}};
    const FrameIndex end = entry->range.end;
    QList<PanelPiece> pieces = piecesOf(*entry->shot);
    qsizetype at = std::clamp<qsizetype>(index, 0, pieces.size());
    QList<PanelId> made;
    FrameIndex by = 0;
    for (const Shot& from : *shots) {
        for (const PanelPiece& piece : piecesOf(from)) {
            by += piece.length;
            made.append(piece.panel.id);
            pieces.insert(at++, piece);
        }
    }
    auto done = changeShot(film, shot, [&](Shot& changed) -> Result<void> {
        putPieces(changed, pieces);
        return {};
    });
    if (!done)
        return done.error();
    rippleAudio(film, end, by);
    return made;
}

} // namespace dollygrip
