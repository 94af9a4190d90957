#include "ui/layercommands.h"

#include "core/project/editing.h"
#include "core/project/layerediting.h"
#include "core/project/sharedlayers.h"
#include "ui/actions.h"
#include "ui/filmdesk.h"
#include "ui/session.h"

#include <QAction>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

const Panel* LayerCommands::panel() const
{
    const auto shot = m_desk.session().shot();
    const auto id = m_desk.session().panelId();
    m_panel.reset();
    for (const auto& one : shot ? shot->panels : QList<std::shared_ptr<const Panel>>()) {
        if (id && one->id == *id)
            m_panel = std::make_shared<const Panel>(inPaintOrder(*one));
    }
    return m_panel.get();
}

void LayerCommands::add()
{
    const auto shot = m_desk.session().shotId();
    const Panel* shown = panel();
    if (!shot || !shown)
        return;
    const auto current = m_desk.session().layerId();
    Layer added;
    added.name = tr("Layer %1").arg(shown->layers.size() + 1);
    for (const Layer& layer : shown->layers) {
        if (current && layer.id == *current)
            added.depthM = std::max(0.5, layer.depthM * 0.8);
    }
    if (m_desk.edit(tr("New layer"), [&](Film& film) {
            return insertLayer(film, *shot, shown->id, added, current);
        }))
        m_desk.session().setLayers({added.id});
}

void LayerCommands::duplicate()
{
    const auto shot = m_desk.session().shotId();
    const QList<LayerId> layers = m_desk.session().layers();
    if (!shot || layers.isEmpty())
        return;
    QList<LayerId> copies;
    if (m_desk.edit(tr("Duplicate layer"), [&](Film& film) -> Result<void> {
            const auto made = duplicateLayers(film, *shot, layers);
            if (!made)
                return made.error();
            copies = *made;
            return {};
        }))
        m_desk.session().setLayers(copies);
}

void LayerCommands::remove()
{
    const auto shot = m_desk.session().shotId();
    const QList<LayerId> layers = m_desk.session().layers();
    if (shot && !layers.isEmpty())
        m_desk.edit(tr("Delete layer"),
                    [&](Film& film) { return removeLayers(film, *shot, layers); });
}

void LayerCommands::move(int by)
{
    const auto shot = m_desk.session().shotId();
    const Panel* shown = panel();
    const QList<LayerId> chosen = m_desk.session().layers();
    if (!shot || !shown || chosen.isEmpty())
        return;
    // Steps over one neighbour; at a group's edge it steps in or out.
    QList<const Layer*> rest;
    const Layer* edge = nullptr;
    for (const Layer& layer : shown->layers) {
        if (!chosen.contains(layer.id))
            rest.append(&layer);
        else if (!edge || by > 0)
            edge = &layer;
    }
    qsizetype at = 0; // where they lie in what stays
    for (const Layer& layer : shown->layers) {
        if (&layer == edge)
            break;
        if (!chosen.contains(layer.id))
            ++at;
    }
    const qsizetype neighbour = by > 0 ? at : at - 1;
    std::optional<GroupId> group = edge->group;
    if (neighbour < 0 || neighbour >= rest.size()) {
        if (!group)
            return;
        group.reset();
    } else if (group && rest[neighbour]->group != group) {
        group.reset();
        by = 0; // out of the group first
    } else if (!group && rest[neighbour]->group) {
        group = rest[neighbour]->group;
        by = 0;
    }
    m_desk.edit(by < 0 ? tr("Send layer farther") : tr("Bring layer nearer"), [&](Film& film) {
        return moveLayers(film, *shot, shown->id, chosen, at + by, group);
    });
}

void LayerCommands::group()
{
    const auto shot = m_desk.session().shotId();
    const Panel* shown = panel();
    const QList<LayerId> chosen = m_desk.session().layers();
    if (!shot || !shown || chosen.isEmpty())
        return;
    m_desk.edit(tr("Group layers"), [&](Film& film) -> Result<void> {
        const auto made = groupLayers(film, *shot, shown->id, chosen,
                                      tr("Group %1").arg(shown->groups.size() + 1));
        return made ? Result<void>() : Result<void>(made.error());
    });
}

void LayerCommands::ungroup()
{
    const auto shot = m_desk.session().shotId();
    const Panel* shown = panel();
    const QList<LayerId> chosen = m_desk.session().layers();
    if (!shot || !shown)
        return;
    m_desk.edit(tr("Ungroup layers"), [&](Film& film) -> Result<void> {
        for (const Layer& layer : shown->layers) {
            if (!layer.group || !chosen.contains(layer.id))
                continue;
            if (auto done = dollygrip::ungroup(film, *shot, shown->id, *layer.group); !done)
                return done;
        }
        return {};
    });
}

void LayerCommands::mergeDown()
{
    const auto shot = m_desk.session().shotId();
    const Panel* shown = panel();
    QList<LayerId> chosen = m_desk.session().layers();
    if (!shot || !shown || chosen.isEmpty())
        return;
    std::optional<LayerId> left;
    for (qsizetype i = 0; i < shown->layers.size(); ++i) {
        if (shown->layers[i].id == chosen.first())
            left = chosen.size() > 1 ? chosen.first()
                   : i > 0           ? shown->layers[i - 1].id
                                     : std::optional<LayerId>();
    }
    // Several become one: each goes into the one behind it, from near to far.
    if (chosen.size() > 1)
        chosen.removeFirst();
    const bool went = m_desk.edit(tr("Merge layers"), [&](Film& film) -> Result<void> {
        for (qsizetype i = chosen.size() - 1; i >= 0; --i) {
            if (auto done = dollygrip::mergeDown(film, *shot, chosen[i], m_desk.pictures()); !done)
                return done;
        }
        return {};
    });
    if (went && left)
        m_desk.session().setLayers({*left});
}

void LayerCommands::change(const QString& text, const QString& key,
                           const std::function<void(Layer&)>& change)
{
    const auto shot = m_desk.session().shotId();
    const QList<LayerId> chosen = m_desk.session().layers();
    if (!shot || chosen.isEmpty())
        return;
    m_desk.edit(
        text,
        [&](Film& film) -> Result<void> {
            for (const LayerId& layer : chosen) {
                if (auto done = changeLayer(film, *shot, layer,
                                            [&](Layer& changed) {
                                                change(changed);
                                                return Result<void>();
                                            });
                    !done)
                    return done;
            }
            return {};
        },
        key.isEmpty() ? QString() : key + u':' + chosen.last().toText());
}

void LayerCommands::setVisible(bool isVisible)
{
    change(isVisible ? tr("Show layer") : tr("Hide layer"), {},
           [=](Layer& layer) { layer.isVisible = isVisible; });
}

void LayerCommands::setLocked(bool isLocked)
{
    change(isLocked ? tr("Lock layer") : tr("Unlock layer"), {},
           [=](Layer& layer) { layer.isLocked = isLocked; });
}

void LayerCommands::solo()
{
    const auto shot = m_desk.session().shotId();
    const Panel* shown = panel();
    const QList<LayerId> chosen = m_desk.session().layers();
    if (!shot || !shown)
        return;
    const bool isSolo =
        std::all_of(shown->layers.begin(), shown->layers.end(), [&](const Layer& layer) {
            return layer.isVisible == chosen.contains(layer.id);
        });
    m_desk.edit(isSolo ? tr("Show all layers") : tr("Show only these layers"), [&](Film& film) {
        return changePanel(film, *shot, shown->id, [&](Panel& changed) -> Result<void> {
            for (Layer& layer : changed.layers)
                layer.isVisible = isSolo || chosen.contains(layer.id);
            return {};
        });
    });
}

void LayerCommands::share(Reach reach)
{
    const auto shot = m_desk.session().shotId();
    const QList<LayerId> chosen = m_desk.session().layers();
    if (!shot || chosen.isEmpty())
        return;
    m_desk.edit(tr("Share layer"), [&](Film& film) -> Result<void> {
        QList<PanelPlace> places;
        const auto own = film.sceneOf(*shot);
        for (const auto& scene : film.scenes) {
            if (reach != Reach::Film && scene != own)
                continue;
            for (const auto& one : scene->shots) {
                if (reach == Reach::Shot && one->id != *shot)
                    continue;
                for (const auto& panel : one->panels)
                    places.append({one->id, panel->id});
            }
        }
        for (const LayerId& layer : chosen) {
            if (auto done = shareLayer(film, *shot, layer, places); !done)
                return done;
        }
        return {};
    });
}

void LayerCommands::unshare()
{
    const auto shot = m_desk.session().shotId();
    const QList<LayerId> chosen = m_desk.session().layers();
    if (!shot)
        return;
    m_desk.edit(tr("Stop sharing layer"), [&](Film& film) -> Result<void> {
        for (const LayerId& layer : chosen) {
            if (auto done = unshareLayer(film, *shot, layer); !done)
                return done;
        }
        return {};
    });
}

void connectLayers(FilmDesk& desk, Actions& actions, QObject* owner)
{
    const auto on = [&](const QString& id, auto act) {
        QObject::connect(actions.at(id), &QAction::triggered, owner, [&desk, act] {
            LayerCommands commands(desk);
            act(commands);
        });
    };
    on(u"layer.new"_s, [](LayerCommands& c) { c.add(); });
    on(u"layer.duplicate"_s, [](LayerCommands& c) { c.duplicate(); });
    on(u"layer.delete"_s, [](LayerCommands& c) { c.remove(); });
    on(u"layer.nearer"_s, [](LayerCommands& c) { c.move(1); });
    on(u"layer.farther"_s, [](LayerCommands& c) { c.move(-1); });
    on(u"layer.group"_s, [](LayerCommands& c) { c.group(); });
    on(u"layer.ungroup"_s, [](LayerCommands& c) { c.ungroup(); });
    on(u"layer.merge"_s, [](LayerCommands& c) { c.mergeDown(); });
    on(u"layer.solo"_s, [](LayerCommands& c) { c.solo(); });
    on(u"layer.shareShot"_s, [](LayerCommands& c) { c.share(LayerCommands::Reach::Shot); });
    on(u"layer.shareScene"_s, [](LayerCommands& c) { c.share(LayerCommands::Reach::Scene); });
    on(u"layer.unshare"_s, [](LayerCommands& c) { c.unshare(); });
}

} // namespace dollygrip::ui
