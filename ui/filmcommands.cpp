#include "ui/filmcommands.h"

#include "core/geometry/camerachannels.h"
#include "core/project/cut.h"
#include "core/project/editing.h"
#include "core/project/motionediting.h"
#include "core/project/numbering.h"
#include "core/project/panelediting.h"
#include "ui/filmdesk.h"
#include "ui/inspector/cameramovename.h"
#include "ui/session.h"
#include "ui/storyboard/boardselection.h"

#include <algorithm>

namespace dollygrip::ui {

namespace {

constexpr int kNewShotSeconds = 2;

struct Place {
    qsizetype scene = -1;
    qsizetype index = -1;
};

Place placeOf(const Film& film, const ShotId& shot)
{
    for (qsizetype s = 0; s < film.scenes.size(); ++s) {
        const auto& shots = film.scenes[s]->shots;
        for (qsizetype i = 0; i < shots.size(); ++i) {
            if (shots[i]->id == shot)
                return {s, i};
        }
    }
    return {};
}

} // namespace

FilmCommands::FilmCommands(FilmDesk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

std::shared_ptr<const Shot> FilmCommands::currentShot() const
{
    const auto id = m_desk.session().shotId();
    return id ? m_desk.document().film().shot(*id) : nullptr;
}

bool FilmCommands::edit(const QString& text, const std::function<Result<void>(Film&)>& change)
{
    return m_desk.edit(text, change);
}

void FilmCommands::newShot()
{
    const auto current = m_desk.session().shotId();
    std::optional<ShotId> made;
    const bool done = edit(tr("New shot"), [&](Film& film) -> Result<void> {
        if (film.scenes.isEmpty()) {
            if (auto added = insertScene(film, 0, Scene()); !added)
                return added;
        }
        const Place place = current ? placeOf(film, *current) : Place();
        const qsizetype scene = place.scene >= 0 ? place.scene : film.scenes.size() - 1;
        const SceneId id = film.scenes[scene]->id;
        const qsizetype at = place.scene >= 0 ? place.index + 1 : film.scenes[scene]->shots.size();
        const Shot shot = emptyShot(nextShotName(film, id, at),
                                    FrameIndex(film.settings.rate.nominal()) * kNewShotSeconds);
        made = shot.id;
        return insertShot(film, id, at, shot);
    });
    if (done && made)
        m_desk.session().setShot(*made);
}

void FilmCommands::newScene()
{
    const auto current = m_desk.session().shotId();
    std::optional<ShotId> made;
    const bool done = edit(tr("New scene"), [&](Film& film) -> Result<void> {
        const Place place = current ? placeOf(film, *current) : Place();
        Scene scene;
        scene.heading = tr("INT. NEW PLACE - DAY");
        const qsizetype at = place.scene >= 0 ? place.scene + 1 : film.scenes.size();
        if (auto added = insertScene(film, at, scene); !added)
            return added;
        const Shot shot = emptyShot(nextShotName(film, scene.id),
                                    FrameIndex(film.settings.rate.nominal()) * kNewShotSeconds);
        made = shot.id;
        return insertShot(film, scene.id, 0, shot);
    });
    if (done && made)
        m_desk.session().setShot(*made);
}

void FilmCommands::newPanel()
{
    const auto shot = currentShot();
    if (!shot) {
        newShot();
        return;
    }
    const FrameIndex frame = m_desk.session().shotFrame();
    const qsizetype at = shot->panelAt(frame);
    Panel panel = panelAfter(*shot->panels[at]);
    const double start = shotFraction(double(frame), shot->length);
    const bool isInside = frame > shot->panelStart(at) && start < 1.0;
    const bool done = edit(tr("New panel"), [&](Film& film) -> Result<void> {
        if (!isInside) // after it, for as long
            return insertPanel(film, shot->id, at + 1, panel, panelLengths(*shot)[at]);
        return changeShot(film, shot->id, [&](Shot& changed) {
            panel.start = start;
            changed.panels.insert(at + 1, std::make_shared<const Panel>(panel));
            return Result<void>();
        });
    });
    if (done)
        m_desk.session().setPanel(panel.id);
}

void FilmCommands::duplicateShot()
{
    const auto current = m_desk.session().shotId();
    if (!current)
        return;
    std::optional<ShotId> made;
    const bool done = edit(tr("Duplicate shot"), [&](Film& film) -> Result<void> {
        auto copy = dollygrip::duplicateShot(film, *current);
        if (!copy)
            return copy.error();
        made = *copy;
        return {};
    });
    if (done && made)
        m_desk.session().setShot(*made);
}

void FilmCommands::deleteShot()
{
    const QList<ShotId> shots = m_desk.boards().shots();
    if (shots.isEmpty())
        return;
    edit(shots.size() == 1 ? tr("Delete shot") : tr("Delete shots"),
         [&](Film& film) -> Result<void> {
             for (const ShotId& shot : shots) {
                 if (auto done = removeShot(film, shot); !done)
                     return done;
             }
             return {};
         });
}

void FilmCommands::deletePanel()
{
    if (const auto panel = m_desk.session().panelId())
        edit(tr("Delete panel"), [&](Film& film) { return removePanels(film, {*panel}); });
}

void FilmCommands::splitShot()
{
    const auto shot = currentShot();
    if (!shot)
        return;
    const FrameIndex at = m_desk.session().shotFrame();
    const FrameIndex playhead = m_desk.session().playhead();
    if (edit(tr("Split shot"), [&](Film& film) -> Result<void> {
            auto second = dollygrip::splitShot(film, shot->id, at);
            return second ? Result<void>() : Result<void>(second.error());
        }))
        m_desk.session().setPlayhead(playhead);
}

void FilmCommands::moveShot(int by)
{
    const auto current = m_desk.session().shotId();
    if (!current)
        return;
    const Film& film = m_desk.document().film();
    Place place = placeOf(film, *current);
    if (place.scene < 0)
        return;
    const auto& scene = film.scenes[place.scene];
    if (by < 0 && place.index == 0) {
        if (place.scene > 0) {
            const auto& before = film.scenes[place.scene - 1];
            moveShotTo(*current, before->id, before->shots.size());
        }
    } else if (by > 0 && place.index + 1 == scene->shots.size()) {
        if (place.scene + 1 < film.scenes.size())
            moveShotTo(*current, film.scenes[place.scene + 1]->id, 0);
    } else {
        moveShotTo(*current, scene->id, by < 0 ? place.index - 1 : place.index + 2);
    }
}

void FilmCommands::moveShotTo(const ShotId& shot, const SceneId& scene, qsizetype index)
{
    const Film& film = m_desk.document().film();
    const Place from = placeOf(film, shot);
    if (from.scene < 0)
        return;
    const bool isSameScene = film.scenes[from.scene]->id == scene;
    const qsizetype target = isSameScene && index > from.index ? index - 1 : index;
    if (isSameScene && target == from.index)
        return;
    edit(tr("Move shot"),
         [&](Film& changed) { return dollygrip::moveShot(changed, shot, scene, target); });
}

void FilmCommands::renameScene(const SceneId& scene, const QString& heading)
{
    edit(tr("Change heading"), [&](Film& film) {
        return changeScene(film, scene, [&](Scene& changed) {
            changed.heading = heading;
            return Result<void>();
        });
    });
}

void FilmCommands::deleteScene(const SceneId& scene)
{
    edit(tr("Delete scene"), [&](Film& film) { return removeScene(film, scene); });
}

void FilmCommands::setCameraMove(CameraMove move)
{
    const auto shot = currentShot();
    if (!shot)
        return;
    const FilmSettings& settings = m_desk.document().film().settings;
    MoveSettings wanted;
    wanted.start = shot->camera.startPose();
    wanted.sensorWidthMm = shot->camera.sensorWidthMm;
    wanted.subjectDistanceM = subjectDistance(*shot);
    wanted.durationSeconds = settings.rate.seconds(shot->length);
    wanted.ease =
        move == CameraMove::Handheld || move == CameraMove::Static ? Ease::None : Ease::InOut;
    wanted.seed = std::uint32_t(shot->seed);
    const CameraPath path = withMove(shot->camera, move, wanted, false);
    edit(tr("Camera: %1").arg(cameraMoveName(move)),
         [&](Film& film) { return setCamera(film, shot->id, path); });
}

void FilmCommands::clearCamera()
{
    const auto shot = currentShot();
    if (!shot)
        return;
    CameraPath still;
    still.sensorWidthMm = shot->camera.sensorWidthMm;
    edit(tr("Clear camera move"), [&](Film& film) { return setCamera(film, shot->id, still); });
}

void FilmCommands::deleteRegion()
{
    const auto shot = currentShot();
    const auto region = m_desk.session().regionId();
    if (!shot || !region)
        return;
    edit(tr("Delete region"), [&](Film& film) {
        return changeShot(film, shot->id, [&](Shot& changed) {
            removeRegions(changed, {*region});
            return Result<void>();
        });
    });
}

void FilmCommands::clearMotion()
{
    const auto shot = currentShot();
    if (!shot)
        return;
    const auto region = m_desk.session().regionId();
    edit(tr("Clear motion"), [&](Film& film) {
        return changeShot(film, shot->id, [&](Shot& changed) {
            for (ShotRegion& one : changed.regions) {
                if (!region || one.id == *region)
                    one.motions.clear();
            }
            return Result<void>();
        });
    });
}

void FilmCommands::deleteClip(const ClipId& clip)
{
    edit(tr("Delete sound"), [&](Film& film) { return removeAudioClip(film, clip); });
}

} // namespace dollygrip::ui
