#include "ui/storyboard/boardselection.h"

#include "ui/session.h"

#include <algorithm>

namespace dollygrip::ui {

namespace {

template <class Visit>
void eachPanel(const Film& film, Visit visit)
{
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots) {
            for (const auto& panel : shot->panels)
                visit(*shot, panel->id);
        }
    }
}

} // namespace

BoardSelection::BoardSelection(Document& document, Session& session, QObject* parent)
    : QObject(parent), m_document(document), m_session(session)
{
    connect(&session, &Session::panelChanged, this, &BoardSelection::follow);
    connect(&session, &Session::shotChanged, this, &BoardSelection::follow);
    connect(&document, &Document::changed, this, [this](const FilmDiff& diff) {
        if (!diff.shotsRemoved.isEmpty() || !diff.shotsChanged.isEmpty() || diff.order)
            follow();
    });
    follow();
}

QList<PanelId> BoardSelection::ordered() const
{
    QList<PanelId> panels;
    eachPanel(m_document.film(), [&](const Shot&, const PanelId& panel) {
        if (m_panels.contains(panel))
            panels.append(panel);
    });
    return panels;
}

QList<ShotId> BoardSelection::shots() const
{
    QList<ShotId> shots;
    eachPanel(m_document.film(), [&](const Shot& shot, const PanelId& panel) {
        if (m_panels.contains(panel) && (shots.isEmpty() || shots.last() != shot.id))
            shots.append(shot.id);
    });
    return shots;
}

bool BoardSelection::areWholeShots() const
{
    for (const ShotId& id : shots()) {
        const auto shot = m_document.film().shot(id);
        if (!std::all_of(shot->panels.begin(), shot->panels.end(),
                         [&](const auto& panel) { return m_panels.contains(panel->id); }))
            return false;
    }
    return true;
}

void BoardSelection::select(const QSet<PanelId>& panels, const PanelId& current)
{
    makeCurrent(current);
    QSet<PanelId> all = panels;
    all.insert(current);
    if (all.size() == 1)
        m_anchor = current;
    put(std::move(all));
}

void BoardSelection::toggle(const PanelId& panel)
{
    QSet<PanelId> all = m_panels;
    if (!all.contains(panel)) {
        all.insert(panel);
        m_anchor = panel;
        makeCurrent(panel);
    } else if (all.size() > 1) {
        all.remove(panel);
        if (m_session.panelId() == panel) {
            for (const PanelId& other : ordered()) {
                if (other != panel) {
                    makeCurrent(other);
                    break;
                }
            }
        }
    }
    put(std::move(all));
}

void BoardSelection::selectTo(const PanelId& panel)
{
    const PanelId from = m_anchor.value_or(m_session.panelId().value_or(panel));
    QSet<PanelId> all;
    bool isInside = false;
    eachPanel(m_document.film(), [&](const Shot&, const PanelId& each) {
        const bool isEnd = each == from || each == panel;
        if (isEnd || isInside)
            all.insert(each);
        if (isEnd && from != panel)
            isInside = !isInside;
    });
    makeCurrent(panel);
    put(std::move(all));
    m_anchor = from;
}

void BoardSelection::selectAll()
{
    QSet<PanelId> all;
    eachPanel(m_document.film(), [&](const Shot&, const PanelId& panel) { all.insert(panel); });
    put(std::move(all));
}

void BoardSelection::selectShots(const QList<ShotId>& shots)
{
    QSet<PanelId> all;
    std::optional<PanelId> first;
    eachPanel(m_document.film(), [&](const Shot& shot, const PanelId& panel) {
        if (!shots.contains(shot.id))
            return;
        all.insert(panel);
        if (!first)
            first = panel;
    });
    if (!first)
        return;
    const auto current = m_session.panelId();
    select(all, current && all.contains(*current) ? *current : *first);
    m_anchor = first;
}

void BoardSelection::makeCurrent(const PanelId& panel)
{
    m_isOurs = true;
    eachPanel(m_document.film(), [&](const Shot& shot, const PanelId& each) {
        if (each != panel)
            return;
        m_session.setShot(shot.id);
        m_session.setPanel(panel);
    });
    m_isOurs = false;
}

void BoardSelection::follow()
{
    if (m_isOurs)
        return;
    QSet<PanelId> there;
    eachPanel(m_document.film(), [&](const Shot&, const PanelId& panel) {
        if (m_panels.contains(panel))
            there.insert(panel);
    });
    const auto current = m_session.panelId();
    if (!current) {
        put({});
        return;
    }
    if (!there.contains(*current)) {
        m_anchor = *current;
        there = {*current};
    }
    put(std::move(there));
}

void BoardSelection::put(QSet<PanelId> panels)
{
    if (panels == m_panels)
        return;
    m_panels = std::move(panels);
    Q_EMIT changed();
}

} // namespace dollygrip::ui
