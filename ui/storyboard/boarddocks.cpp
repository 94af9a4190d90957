#include "ui/storyboard/boarddocks.h"

#include "ui/actions.h"
#include "ui/dialogs/picturesizedialog.h"
#include "ui/dialogs/renumberdialog.h"
#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/outline/outlineview.h"
#include "ui/session.h"
#include "ui/shotstate.h"
#include "ui/storyboard/boardbar.h"
#include "ui/storyboard/boardcommands.h"
#include "ui/storyboard/boardselection.h"
#include "ui/storyboard/boardview.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

BoardDocks::BoardDocks(QMainWindow& window, FilmDesk& desk, FilmCommands& commands,
                       Actions& actions, BoardView& board, QDockWidget& boards, QObject* parent)
    : QObject(parent), m_window(window), m_desk(desk), m_commands(commands), m_actions(actions),
      m_board(board)
{
    boards.setTitleBarWidget(
        new BoardBar(desk, board, *actions.at(u"view.grid"_s), *actions.at(u"view.captions"_s)));
    addOutline();
    connectCommands();
    connect(&desk.document(), &Document::changed, this, &BoardDocks::showStates);
    connect(&desk.boards(), &BoardSelection::changed, this, &BoardDocks::showStates);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &BoardDocks::showStates);
    showStates();
}

void BoardDocks::addOutline()
{
    m_outline = new QDockWidget(tr("Outline"), &m_window);
    m_outline->setObjectName(u"outlineDock"_s);
    m_tree = new OutlineView(m_desk, m_commands, m_board.boardCommands());
    m_outline->setWidget(m_tree);
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_outline);
    m_outline->hide();
    connect(m_tree, &OutlineView::menuRequested, this, &BoardDocks::showBoardMenu);
    connect(m_tree, &OutlineView::sceneMenuRequested, this, &BoardDocks::showSceneMenu);
    QAction* toggle = m_actions.at(u"view.outline"_s);
    connect(toggle, &QAction::triggered, m_outline, &QWidget::setVisible);
    connect(m_outline, &QDockWidget::visibilityChanged, toggle,
            [this, toggle] { toggle->setChecked(!m_outline->isHidden()); });
}

void BoardDocks::connectCommands()
{
    BoardCommands& boards = m_board.boardCommands();
    const auto on = [this](const char* id, auto act) {
        connect(m_actions.at(QString::fromLatin1(id)), &QAction::triggered, this, act);
    };
    on("edit.copy", [&boards] { boards.copy(); });
    on("edit.cut", [&boards] { boards.cut(); });
    on("edit.paste", [&boards] { boards.paste(); });
    on("edit.selectAll", [this] { m_desk.boards().selectAll(); });
    on("edit.duplicate", [&boards] { boards.duplicateShots(); });
    on("shot.duplicatePanel", [&boards] { boards.duplicatePanel(); });
    on("shot.previousPanel", [&boards] { boards.goBy(-1); });
    on("shot.nextPanel", [&boards] { boards.goBy(1); });
    on("shot.rename", [this] { renameFocused(); });
    on("shot.continueMoves", [&boards] { boards.continueMoves(); });
    on("shot.shareBackground", [&boards] { boards.shareBackground(); });
    on("shot.lockNumbers", [&boards](bool areLocked) { boards.lockNumbers(areLocked); });
    on("shot.lockAllNumbers", [&boards](bool areLocked) { boards.lockAllNumbers(areLocked); });
    on("shot.renumber", [this] {
        auto* dialog = new RenumberDialog(m_desk, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on("film.pictureSize", [this] {
        auto* dialog = new PictureSizeDialog(m_desk, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on("view.captions", [this](bool areShown) { m_board.setCaptions(areShown); });
    connect(&m_board, &BoardView::captionsChanged, m_actions.at(u"view.captions"_s),
            &QAction::setChecked);
    m_actions.at(u"view.captions"_s)->setChecked(m_board.hasCaptions());
}

void BoardDocks::renameFocused()
{
    if (m_tree->hasFocus()) {
        m_tree->edit(m_tree->currentIndex());
        return;
    }
    m_board.editCurrent();
}

void BoardDocks::showStates()
{
    const Film& film = m_desk.document().film();
    const bool hasBoards = film.shotCount() > 0;
    for (const char* id : {"edit.copy", "edit.cut", "edit.selectAll", "shot.duplicatePanel",
                           "shot.previousPanel", "shot.nextPanel", "shot.rename",
                           "shot.continueMoves", "shot.lockNumbers", "shot.lockAllNumbers"})
        m_actions.at(QString::fromLatin1(id))->setEnabled(hasBoards);
    m_actions.at(u"edit.paste"_s)->setEnabled(m_board.boardCommands().canPaste());
    m_actions.at(u"shot.shareBackground"_s)->setEnabled(m_desk.boards().isSeveral());
    bool areLocked = hasBoards;
    for (const ShotId& id : m_desk.boards().shots())
        areLocked = areLocked && film.shot(id)->isNameLocked;
    m_actions.at(u"shot.lockNumbers"_s)->setChecked(areLocked);
    bool isAllLocked = hasBoards;
    for (const auto& scene : film.scenes) {
        for (const auto& shot : scene->shots)
            isAllLocked = isAllLocked && shot->isNameLocked;
    }
    m_actions.at(u"shot.lockAllNumbers"_s)->setChecked(isAllLocked);
}

void BoardDocks::showBoardMenu(const QPoint& global)
{
    auto* menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QStringList& ids) {
        for (const QString& id : ids)
            menu->addAction(m_actions.at(id));
        menu->addSeparator();
    };
    add({u"shot.new"_s, u"shot.newPanel"_s, u"shot.newScene"_s});
    add({u"edit.cut"_s, u"edit.copy"_s, u"edit.paste"_s, u"edit.duplicate"_s,
         u"shot.duplicatePanel"_s});
    BoardCommands& boards = m_board.boardCommands();
    const auto current = m_desk.session().shot();
    QMenu* status = menu->addMenu(tr("Status"));
    for (const ShotStatus each : shotStatuses()) {
        QAction* action = status->addAction(shotStatusName(each));
        action->setCheckable(true);
        action->setChecked(current && current->status == each);
        connect(action, &QAction::triggered, &boards, [&boards, each] { boards.setStatus(each); });
    }
    add({u"shot.rename"_s, u"shot.lockNumbers"_s, u"shot.renumber"_s});
    add({u"shot.continueMoves"_s, u"shot.shareBackground"_s, u"shot.split"_s});
    add({u"shot.earlier"_s, u"shot.later"_s});
    add({u"take.shoot"_s});
    add({u"view.grid"_s, u"view.captions"_s});
    menu->addAction(m_actions.at(u"shot.deletePanel"_s));
    menu->addAction(m_actions.at(u"shot.delete"_s));
    menu->popup(global);
}

void BoardDocks::showSceneMenu(const SceneId& scene, const QPoint& global)
{
    auto* menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions.at(u"shot.newScene"_s));
    menu->addAction(m_actions.at(u"shot.new"_s));
    menu->addSeparator();
    connect(menu->addAction(tr("Rename scene")), &QAction::triggered, m_tree,
            [this] { m_tree->edit(m_tree->currentIndex()); });
    QAction* remove = menu->addAction(tr("Delete scene"));
    remove->setEnabled(m_desk.document().film().scenes.size() > 1);
    connect(remove, &QAction::triggered, &m_commands,
            [this, scene] { m_commands.deleteScene(scene); });
    menu->popup(global);
}

} // namespace dollygrip::ui
