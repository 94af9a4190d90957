#include "ui/outline/outlineview.h"

#include "core/project/editing.h"
#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/outline/outlinemodel.h"
#include "ui/session.h"
#include "ui/storyboard/boardcommands.h"
#include "ui/storyboard/boardselection.h"
#include "ui/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

/// Puts these scenes before position `index`, counted as they stand now.
Result<void> moveScenes(Film& film, const QList<SceneId>& scenes, qsizetype index)
{
    QList<std::shared_ptr<const Scene>> kept;
    QList<std::shared_ptr<const Scene>> moved;
    qsizetype at = 0;
    for (qsizetype s = 0; s < film.scenes.size(); ++s) {
        if (scenes.contains(film.scenes[s]->id)) {
            moved.append(film.scenes[s]);
            continue;
        }
        kept.append(film.scenes[s]);
        if (s < index)
            ++at;
    }
    for (const auto& scene : moved)
        kept.insert(at++, scene);
    film.scenes = kept;
    return {};
}

} // namespace

OutlineView::OutlineView(FilmDesk& desk, FilmCommands& commands, BoardCommands& boardCommands,
                         QWidget* parent)
    : QTreeView(parent), m_desk(desk),
      m_model(new OutlineModel(desk.document(), desk.takes(), this))
{
    setObjectName(u"outlineView"_s);
    setAccessibleName(tr("Outline"));
    setFrameShape(QFrame::NoFrame);
    setModel(m_model);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(spacing(3));
    setExpandsOnDoubleClick(false);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setSelectionMode(ExtendedSelection);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setTextElideMode(Qt::ElideRight);
    setMinimumWidth(160);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(OutlineModel::NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(OutlineModel::LengthColumn, QHeaderView::ResizeToContents);
    connectModel(commands, boardCommands);
    connect(&desk.session(), &Session::panelChanged, this, &OutlineView::follow);
    connect(&desk.session(), &Session::shotChanged, this, &OutlineView::follow);
    connect(&desk.boards(), &BoardSelection::changed, this, &OutlineView::follow);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutlineView::goToSelected);
    restoreFolds();
    follow();
}

void OutlineView::connectModel(FilmCommands& commands, BoardCommands& boardCommands)
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &OutlineView::keepFolds);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        restoreFolds();
        follow();
    });
    connect(m_model, &OutlineModel::renameWanted, this,
            [&](const OutlineModel::Thing& thing, const QString& name) {
                if (thing.shot)
                    boardCommands.renameShot(thing.shot->id, name);
                else
                    commands.renameScene(thing.scene->id, name);
            });
    connect(m_model, &OutlineModel::scenesDropped, this,
            [this](const QList<SceneId>& scenes, qsizetype index) {
                m_desk.edit(tr("Move scene"),
                            [&](Film& film) { return moveScenes(film, scenes, index); });
            });
    connect(m_model, &OutlineModel::shotsDropped, this,
            [&](const QList<ShotId>& shots, const SceneId& scene, qsizetype index) {
                m_desk.boards().selectShots(shots);
                boardCommands.moveShotsTo(scene, index);
            });
    connect(m_model, &OutlineModel::panelsDropped, this,
            [&](const QList<PanelId>& panels, const ShotId& shot, qsizetype index) {
                m_desk.boards().select({panels.begin(), panels.end()}, panels.first());
                boardCommands.movePanelsTo(shot, index);
            });
}

void OutlineView::keepFolds()
{
    m_folded.clear();
    m_unfolded.clear();
    for (int s = 0; s < m_model->rowCount(); ++s) {
        const QModelIndex scene = m_model->index(s, 0);
        if (!isExpanded(scene))
            m_folded.insert(m_model->thing(scene).scene->id);
        for (int i = 0; i < m_model->rowCount(scene); ++i) {
            const QModelIndex shot = m_model->index(i, 0, scene);
            if (isExpanded(shot))
                m_unfolded.insert(m_model->thing(shot).shot->id);
        }
    }
}

void OutlineView::restoreFolds()
{
    for (int s = 0; s < m_model->rowCount(); ++s) {
        const QModelIndex scene = m_model->index(s, 0);
        setExpanded(scene, !m_folded.contains(m_model->thing(scene).scene->id));
        for (int i = 0; i < m_model->rowCount(scene); ++i) {
            const QModelIndex shot = m_model->index(i, 0, scene);
            if (m_unfolded.contains(m_model->thing(shot).shot->id))
                setExpanded(shot, true);
        }
    }
}

void OutlineView::follow()
{
    if (m_isFollowing || state() == EditingState)
        return;
    const auto shot = m_desk.session().shotId();
    if (!shot)
        return;
    m_isFollowing = true;
    QItemSelection chosen;
    for (const ShotId& id : m_desk.boards().shots()) {
        const auto its = m_desk.document().film().shot(id);
        const bool isWhole =
            std::all_of(its->panels.begin(), its->panels.end(),
                        [&](const auto& panel) { return m_desk.boards().contains(panel->id); });
        if (isWhole) {
            const QModelIndex line = m_model->indexOf(id, std::nullopt);
            chosen.select(line, line.siblingAtColumn(OutlineModel::LengthColumn));
            continue;
        }
        for (const auto& panel : its->panels) {
            const QModelIndex line = m_model->indexOf(id, panel->id);
            if (m_desk.boards().contains(panel->id))
                chosen.select(line, line.siblingAtColumn(OutlineModel::LengthColumn));
        }
    }
    QModelIndex current = m_model->indexOf(*shot, m_desk.session().panelId());
    if (current.parent().parent().isValid() && !isExpanded(current.parent()))
        current = current.parent(); // a folded shot stays folded
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    scrollTo(current);
    m_isFollowing = false;
}

void OutlineView::goToSelected()
{
    if (m_isFollowing)
        return;
    QSet<PanelId> panels;
    for (const QModelIndex& line : selectionModel()->selectedRows()) {
        const OutlineModel::Thing its = m_model->thing(line);
        if (its.panel) {
            panels.insert(*its.panel);
            continue;
        }
        const QList<std::shared_ptr<const Shot>> shots =
            its.shot ? QList{its.shot} : its.scene->shots;
        for (const auto& shot : shots) {
            for (const auto& panel : shot->panels)
                panels.insert(panel->id);
        }
    }
    if (panels.isEmpty())
        return;
    // The line that was clicked is where to go.
    const OutlineModel::Thing its = m_model->thing(currentIndex());
    std::optional<PanelId> current = its.panel;
    if (!current && its.shot)
        current = its.shot->panels.first()->id;
    if (!current && its.scene && !its.scene->shots.isEmpty())
        current = its.scene->shots.first()->panels.first()->id;
    m_isFollowing = true;
    m_desk.boards().select(panels,
                           current && panels.contains(*current) ? *current : *panels.begin());
    m_isFollowing = false;
}

bool OutlineView::event(QEvent* event)
{
    // Arrows go from line to line here, and typing a name is typing.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right
            || key == Qt::Key_F2) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void OutlineView::contextMenuEvent(QContextMenuEvent* event)
{
    const OutlineModel::Thing its = m_model->thing(indexAt(event->pos()));
    if (its.scene && !its.shot)
        Q_EMIT sceneMenuRequested(its.scene->id, event->globalPos());
    else
        Q_EMIT menuRequested(event->globalPos());
}

} // namespace dollygrip::ui
