#include "ui/storyboard/boardcommands.h"

#include "core/project/editing.h"
#include "core/project/filmparts.h"
#include "core/project/numbering.h"
#include "core/project/sharedlayers.h"
#include "ui/filmdesk.h"
#include "ui/latemime.h"
#include "ui/session.h"
#include "ui/storyboard/boardselection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

QString mime()
{
    return QString::fromLatin1(kShotsMime);
}

/// The scene and position after a shot; the end of the film without one.
std::pair<std::optional<SceneId>, qsizetype> placeAfter(const Film& film,
                                                        const std::optional<ShotId>& shot)
{
    for (const auto& scene : film.scenes) {
        for (qsizetype i = 0; i < scene->shots.size(); ++i) {
            if (shot && scene->shots[i]->id == *shot)
                return {scene->id, i + 1};
        }
    }
    if (film.scenes.isEmpty())
        return {std::nullopt, 0};
    return {film.scenes.last()->id, film.scenes.last()->shots.size()};
}

} // namespace

BoardCommands::BoardCommands(FilmDesk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

bool BoardCommands::edit(const QString& text, const std::function<Result<void>(Film&)>& change)
{
    return m_desk.edit(text, change);
}

void BoardCommands::remove()
{
    const QList<PanelId> panels = m_desk.boards().ordered();
    if (panels.isEmpty())
        return;
    const bool areShots = m_desk.boards().areWholeShots();
    const bool isOne = (areShots ? m_desk.boards().shots().size() : panels.size()) == 1;
    const QString text = areShots ? (isOne ? tr("Delete shot") : tr("Delete shots"))
                                  : (isOne ? tr("Delete panel") : tr("Delete panels"));
    edit(text, [&](Film& film) { return removePanels(film, panels); });
}

void BoardCommands::duplicateShots()
{
    const QList<ShotId> shots = m_desk.boards().shots();
    if (shots.isEmpty())
        return;
    QList<ShotId> made;
    if (edit(shots.size() == 1 ? tr("Duplicate shot") : tr("Duplicate shots"),
             [&](Film& film) -> Result<void> {
                 auto copies = dollygrip::duplicateShots(film, shots);
                 if (!copies)
                     return copies.error();
                 made = *copies;
                 return {};
             })) {
        m_desk.session().setShot(made.first());
        m_desk.boards().selectShots(made);
    }
}

void BoardCommands::duplicatePanel()
{
    const auto shot = m_desk.session().shotId();
    const auto panel = m_desk.session().panelId();
    if (!shot || !panel)
        return;
    PanelId made = *panel;
    if (edit(tr("Duplicate panel"), [&](Film& film) -> Result<void> {
            auto copy = dollygrip::duplicatePanel(film, *shot, *panel);
            if (!copy)
                return copy.error();
            made = *copy;
            return {};
        }))
        m_desk.session().setPanel(made);
}

void BoardCommands::copy()
{
    const QList<PanelId> panels = m_desk.boards().ordered();
    if (panels.isEmpty())
        return;
    auto* data = new LateMimeData;
    data->add(mime(), [film = m_desk.document().film(), panels] {
        return QVariant(partToText(film, panels));
    });
    QGuiApplication::clipboard()->setMimeData(data);
}

void BoardCommands::cut()
{
    const QList<PanelId> panels = m_desk.boards().ordered();
    if (panels.isEmpty())
        return;
    copy();
    edit(panels.size() == 1 ? tr("Cut board") : tr("Cut boards"),
         [&](Film& film) { return removePanels(film, panels); });
}

bool BoardCommands::canPaste() const
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(mime());
}

void BoardCommands::paste()
{
    if (!canPaste())
        return;
    const auto part = partFromText(QGuiApplication::clipboard()->mimeData()->data(mime()));
    if (!part) {
        m_desk.report(part.error());
        return;
    }
    const auto current = m_desk.session().shotId();
    const auto panel = m_desk.session().panelId();
    if (part->arePanels && current && panel) {
        QList<PanelId> made;
        if (edit(tr("Paste panels"), [&](Film& film) -> Result<void> {
                const auto shot = film.shot(*current);
                qsizetype at = 0;
                while (at < shot->panels.size() && shot->panels[at]->id != *panel)
                    ++at;
                auto pasted = pastePanels(film, *part, *current, at + 1);
                if (!pasted)
                    return pasted.error();
                made = *pasted;
                return {};
            }))
            m_desk.boards().select({made.begin(), made.end()}, made.first());
        return;
    }
    QList<ShotId> made;
    if (edit(part->film.shotCount() == 1 ? tr("Paste shot") : tr("Paste shots"),
             [&](Film& film) -> Result<void> {
                 if (film.scenes.isEmpty()) {
                     if (auto added = insertScene(film, 0, Scene()); !added)
                         return added;
                 }
                 const auto [scene, index] = placeAfter(film, current);
                 auto pasted = pasteShots(film, *part, *scene, index);
                 if (!pasted)
                     return pasted.error();
                 made = *pasted;
                 return {};
             })) {
        m_desk.session().setShot(made.first());
        m_desk.boards().selectShots(made);
    }
}

void BoardCommands::moveShotsTo(const SceneId& scene, qsizetype index)
{
    const QList<ShotId> shots = m_desk.boards().shots();
    if (!shots.isEmpty())
        edit(shots.size() == 1 ? tr("Move shot") : tr("Move shots"),
             [&](Film& film) { return moveShots(film, shots, scene, index); });
}

void BoardCommands::movePanelsTo(const ShotId& shot, qsizetype index)
{
    const QList<PanelId> panels = m_desk.boards().ordered();
    if (!panels.isEmpty())
        edit(panels.size() == 1 ? tr("Move panel") : tr("Move panels"),
             [&](Film& film) { return movePanels(film, panels, shot, index); });
}

void BoardCommands::panelsToShotAt(const SceneId& scene, qsizetype index)
{
    const QList<PanelId> panels = m_desk.boards().ordered();
    std::optional<ShotId> made;
    if (!panels.isEmpty() && edit(tr("Make a shot of panels"), [&](Film& film) -> Result<void> {
            auto shot = panelsToShot(film, panels, scene, index);
            if (!shot)
                return shot.error();
            made = *shot;
            return {};
        }))
        m_desk.boards().selectShots({*made});
}

void BoardCommands::changeShots(const QString& text, const std::function<void(Shot&)>& change)
{
    const QList<ShotId> shots = m_desk.boards().shots();
    if (shots.isEmpty())
        return;
    edit(text, [&](Film& film) -> Result<void> {
        for (const ShotId& shot : shots) {
            const auto done = changeShot(film, shot, [&](Shot& changed) -> Result<void> {
                change(changed);
                return {};
            });
            if (!done)
                return done;
        }
        return {};
    });
}

void BoardCommands::setStatus(ShotStatus status)
{
    changeShots(tr("Change status"), [status](Shot& shot) { shot.status = status; });
}

void BoardCommands::setSize(ShotSize size)
{
    changeShots(tr("Change shot size"), [size](Shot& shot) { shot.size = size; });
}

void BoardCommands::setAngle(ShotAngle angle)
{
    changeShots(tr("Change camera angle"), [angle](Shot& shot) { shot.angle = angle; });
}

void BoardCommands::lockNumbers(bool areLocked)
{
    const QList<ShotId> shots = m_desk.boards().shots();
    edit(areLocked ? tr("Lock numbers") : tr("Unlock numbers"),
         [&](Film& film) { return lockShotNames(film, shots, areLocked); });
}

void BoardCommands::lockAllNumbers(bool areLocked)
{
    edit(areLocked ? tr("Lock all numbers") : tr("Unlock all numbers"), [&](Film& film) {
        QList<ShotId> shots;
        for (const auto& scene : film.scenes) {
            for (const auto& shot : scene->shots)
                shots.append(shot->id);
        }
        return lockShotNames(film, shots, areLocked);
    });
}

void BoardCommands::shareBackground()
{
    const auto shot = m_desk.session().shotId();
    const auto panel = m_desk.session().panelId();
    const auto current = shot ? m_desk.document().film().shot(*shot) : nullptr;
    if (!current || !panel)
        return;
    // The sheet that lies farthest back.
    const Layer* background = nullptr;
    for (const auto& one : current->panels) {
        if (one->id == *panel)
            background = &*std::max_element(
                one->layers.begin(), one->layers.end(),
                [](const Layer& a, const Layer& b) { return a.depthM < b.depthM; });
    }
    QList<PanelPlace> places;
    for (const auto& scene : m_desk.document().film().scenes) {
        for (const auto& each : scene->shots) {
            for (const auto& one : each->panels) {
                if (one->id != *panel && m_desk.boards().contains(one->id))
                    places.append({each->id, one->id});
            }
        }
    }
    if (background && !places.isEmpty())
        edit(tr("Share background"),
             [&, id = background->id](Film& film) { return shareLayer(film, *shot, id, places); });
}

void BoardCommands::continueMoves()
{
    const auto shot = m_desk.session().shotId();
    const auto panel = m_desk.session().panelId();
    if (shot && panel)
        edit(tr("Continue moves"),
             [&](Film& film) { return dollygrip::continueMoves(film, *shot, *panel); });
}

void BoardCommands::renameShot(const ShotId& shot, const QString& name)
{
    edit(tr("Rename shot"), [&](Film& film) { return dollygrip::renameShot(film, shot, name); });
}

void BoardCommands::setPanelHold(const ShotId& shot, const PanelId& panel, FrameIndex hold)
{
    edit(tr("Change hold"), [&](Film& film) { return setPanelLength(film, shot, panel, hold); });
}

void BoardCommands::rollPanel(const ShotId& shot, const PanelId& panel, FrameIndex by)
{
    edit(tr("Change holds"),
         [&](Film& film) { return dollygrip::rollPanel(film, shot, panel, by); });
}

void BoardCommands::changePanelText(const QString& text, const ShotId& shot, const PanelId& panel,
                                    const std::function<void(Panel&)>& change)
{
    edit(text, [&](Film& film) {
        return changePanel(film, shot, panel, [&](Panel& changed) -> Result<void> {
            change(changed);
            return {};
        });
    });
}

void BoardCommands::setAction(const ShotId& shot, const PanelId& panel, const QString& text)
{
    changePanelText(tr("Change action"), shot, panel, [&](Panel& one) { one.action = text; });
}

void BoardCommands::setDialogue(const ShotId& shot, const PanelId& panel, const QString& text)
{
    changePanelText(tr("Change dialogue"), shot, panel, [&](Panel& one) { one.dialogue = text; });
}

void BoardCommands::goBy(int by)
{
    QList<PanelId> all;
    qsizetype here = -1;
    const auto current = m_desk.session().panelId();
    for (const auto& scene : m_desk.document().film().scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& panel : shot->panels) {
                if (current && panel->id == *current)
                    here = all.size();
                all.append(panel->id);
            }
        }
    }
    if (here < 0)
        return;
    m_desk.boards().select({}, all[std::clamp<qsizetype>(here + by, 0, all.size() - 1)]);
}

} // namespace dollygrip::ui
