#include "ui/workspaces.h"

#include "ui/actions.h"
#include "ui/settings.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QScreen>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

namespace {

/// Counts changes of the docks; older states are not restored.
constexpr int kStateVersion = 2;

constexpr Workspace kAll[] = {Workspace::Board, Workspace::Stage, Workspace::Cut,
                              Workspace::Review};

constexpr QSize kFirstSize(1600, 1000);

// Heights below which a dock is no use, pixels.
constexpr int kLeastBoards = 166;
constexpr int kLeastTimeline = 186;

QString key(Workspace workspace)
{
    return u"workspace-"_s + Workspaces::id(workspace);
}

} // namespace

Workspaces::Workspaces(QMainWindow& window, const Docks& docks, Settings& settings, QObject* parent)
    : QObject(parent), m_window(window), m_docks(docks), m_settings(settings)
{
}

QString Workspaces::id(Workspace workspace)
{
    switch (workspace) {
    case Workspace::Board: return u"board"_s;
    case Workspace::Stage: return u"stage"_s;
    case Workspace::Cut: return u"cut"_s;
    case Workspace::Review: return u"review"_s;
    }
    return {};
}

void Workspaces::takeActions(Actions& actions)
{
    auto* group = new QActionGroup(this);
    for (const Workspace workspace : kAll) {
        QAction* action = actions.at(u"view."_s + id(workspace));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, workspace] { choose(workspace); });
        connect(this, &Workspaces::changed, action,
                [action, workspace](Workspace now) { action->setChecked(now == workspace); });
    }
    connect(actions.at(u"view.reset"_s), &QAction::triggered, this, &Workspaces::reset);
}

void Workspaces::remember()
{
    m_settings.setState(key(m_current), m_window.saveState(kStateVersion));
    m_settings.setState(u"geometry"_s, m_window.saveGeometry());
    m_settings.setText(u"window/workspace"_s, id(m_current));
}

void Workspaces::restoreLast()
{
    const QByteArray geometry = m_settings.state(u"geometry"_s);
    if (geometry.isEmpty() || !m_window.restoreGeometry(geometry))
        placeFirst();
    const QString last = m_settings.text(u"window/workspace"_s, id(Workspace::Stage));
    for (const Workspace workspace : kAll) {
        if (id(workspace) == last)
            m_current = workspace;
    }
    arrange(m_current);
    const QByteArray state = m_settings.state(key(m_current));
    if (!state.isEmpty())
        m_window.restoreState(state, kStateVersion);
    Q_EMIT changed(m_current);
}

void Workspaces::placeFirst()
{
    const QScreen* screen = m_window.screen();
    const QSize room = screen ? screen->availableSize() : kFirstSize;
    const QSize least = m_window.minimumSize();
    const bool isTight =
        room.width() < kFirstSize.width() + 80 || room.height() < kFirstSize.height() + 80;
    // On a screen that the window would fill, frame and all, it fills it properly.
    if (isTight && room.width() >= least.width() && room.height() >= least.height()) {
        m_window.resize(room * 0.85);
        m_window.setWindowState(m_window.windowState() | Qt::WindowMaximized);
    } else {
        m_window.resize(kFirstSize);
    }
}

void Workspaces::choose(Workspace workspace)
{
    Q_EMIT aboutToChange();
    if (workspace != m_current) {
        m_settings.setState(key(m_current), m_window.saveState(kStateVersion));
        m_current = workspace;
        const QByteArray state = m_settings.state(key(workspace));
        if (state.isEmpty() || !m_window.restoreState(state, kStateVersion))
            arrange(workspace);
    }
    Q_EMIT changed(m_current);
}

void Workspaces::reset()
{
    Q_EMIT aboutToChange();
    m_settings.removeState(key(m_current));
    arrange(m_current);
}

void Workspaces::arrange(Workspace workspace)
{
    const auto all = {m_docks.boards, m_docks.timeline, m_docks.inspector, m_docks.brush,
                      m_docks.takes};
    // Docks that are asked for now and then go away; those of every day take their places.
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly))
        dock->hide();
    for (QDockWidget* dock : all) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    if (m_docks.outline) {
        m_docks.outline->setFloating(false);
        m_window.addDockWidget(Qt::LeftDockWidgetArea, m_docks.outline);
        // On a small screen the paper needs the room.
        m_docks.outline->setVisible(workspace == Workspace::Board && m_window.width() >= 1400);
        m_window.resizeDocks({m_docks.outline}, {236}, Qt::Horizontal);
    }
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_docks.inspector);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_docks.takes);
    m_window.splitDockWidget(m_docks.inspector, m_docks.takes, Qt::Vertical);
    m_window.tabifyDockWidget(m_docks.inspector, m_docks.brush);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_docks.boards);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_docks.timeline);
    m_window.splitDockWidget(m_docks.boards, m_docks.timeline, Qt::Vertical);

    const bool isReview = workspace == Workspace::Review;
    m_docks.boards->setVisible(workspace == Workspace::Board || workspace == Workspace::Stage);
    m_docks.timeline->setVisible(workspace != Workspace::Board);
    m_docks.inspector->setVisible(!isReview);
    m_docks.brush->setVisible(workspace == Workspace::Board || workspace == Workspace::Stage);
    (workspace == Workspace::Board ? m_docks.brush : m_docks.inspector)->raise();
    m_docks.takes->setVisible(true);

    const int height = m_window.height();
    m_window.resizeDocks({m_docks.inspector, m_docks.takes}, {300, 300}, Qt::Horizontal);
    m_window.resizeDocks({m_docks.inspector, m_docks.takes}, {height * 70 / 100, height * 30 / 100},
                         Qt::Vertical);
    switch (workspace) {
    case Workspace::Board:
        m_window.resizeDocks({m_docks.boards}, {height * 40 / 100}, Qt::Vertical);
        break;
    case Workspace::Stage:
        m_window.resizeDocks({m_docks.boards, m_docks.timeline},
                             {std::max(kLeastBoards, height * 17 / 100),
                              std::max(kLeastTimeline, height * 20 / 100)},
                             Qt::Vertical);
        break;
    case Workspace::Cut:
        m_window.resizeDocks({m_docks.timeline}, {height * 40 / 100}, Qt::Vertical);
        break;
    case Workspace::Review:
        m_window.resizeDocks({m_docks.timeline}, {std::max(kLeastTimeline, height * 16 / 100)},
                             Qt::Vertical);
        break;
    }
}

} // namespace dollygrip::ui
