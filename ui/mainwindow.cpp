#include "ui/mainwindow.h"

#include "core/playback/transport.h"
#include "ui/actions.h"
#include "ui/brush/brushbox.h"
#include "ui/brush/brushdock.h"
#include "ui/camera/cameracommands.h"
#include "ui/camera/cameradocks.h"
#include "ui/canvas/canvasview.h"
#include "ui/canvaswiring.h"
#include "ui/commandsearch.h"
#include "ui/errorbox.h"
#include "ui/filmcommands.h"
#include "ui/filmdesk.h"
#include "ui/guidesettings.h"
#include "ui/inspector/inspectordock.h"
#include "ui/player/transportbar.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/shootchoices.h"
#include "ui/shootviews.h"
#include "ui/storyboard/boardcommands.h"
#include "ui/storyboard/boarddocks.h"
#include "ui/storyboard/boardview.h"
#include "ui/takes/takesdock.h"
#include "ui/timeline/timelineview.h"
#include "ui/toolcolumn.h"
#include "ui/topbar.h"
#include "ui/windowcommands.h"
#include "ui/windowdialogs.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QVBoxLayout>

#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace dollygrip::ui {

MainWindow::MainWindow(std::unique_ptr<FilmDesk> desk, Settings& settings, Build build)
    : m_desk(std::move(desk)), m_settings(settings), m_choices(new ShootChoices(settings, this)),
      m_actions(new Actions(this)), m_commands(new FilmCommands(*m_desk, this)),
      m_dialogs(new WindowDialogs(*m_desk, *m_actions, settings, this)),
      m_shootViews(new ShootViews(*m_desk, *m_choices, *m_actions, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(themedIcon(u"dollygrip"_s));
    setMinimumSize(960, 600);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    statusBar()->setSizeGripEnabled(false);
    while (build == Build::AtOnce && buildNext()) {
    }
}

bool MainWindow::buildNext()
{
    static constexpr void (MainWindow::*kParts[])() = {
        &MainWindow::buildTop,         &MainWindow::buildCentre,    &MainWindow::buildBoards,
        &MainWindow::buildTimeline,    &MainWindow::buildInspector, &MainWindow::buildBrushes,
        &MainWindow::buildTakes,       &MainWindow::placeDocks,     &MainWindow::connectViews,
        &MainWindow::connectWorkspaces};
    if (m_inspector && m_inspector->addNextPage())
        return true;
    if (m_built == std::size(kParts))
        return false;
    (this->*kParts[m_built++])();
    return true;
}

MainWindow::~MainWindow()
{
    // The views hold on to the desk, so they go first.
    m_desk->disconnect(this);
    delete takeCentralWidget();
    for (QDockWidget* dock : findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly))
        delete dock;
    qDeleteAll(findChildren<QDialog*>(Qt::FindDirectChildrenOnly));
    delete m_dialogs;
    delete m_top;
    delete m_brushes;
}

void MainWindow::buildTop()
{
    new WindowCommands(*m_desk, *m_commands, *m_actions, this);
    m_brushes = new BrushBox(m_desk->session(), m_settings, this);
    m_brushes->takeActions(*m_actions);
    m_top = new TopBar(*m_desk, *m_actions, m_settings);
    setMenuWidget(m_top);
}

void MainWindow::buildCentre()
{
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_tools = new ToolColumn(*m_desk, *m_actions, *m_brushes);
    m_canvas = new CanvasView(m_desk->session(), m_desk->pictures());
    row->addWidget(m_tools);
    row->addWidget(m_canvas, 1);
    column->addLayout(row, 1);
    m_transport = new TransportBar(*m_desk, *m_actions, m_settings);
    column->addWidget(m_transport);
    m_errors = new ErrorBox(m_canvas);
    setCentralWidget(centre);
}

QDockWidget* MainWindow::dock(const QString& name, const QString& title, QWidget* widget)
{
    auto* made = new QDockWidget(title, this);
    made->setObjectName(name);
    made->setWidget(widget);
    return made;
}

void MainWindow::buildBoards()
{
    m_board = new BoardView(*m_desk, *m_commands);
    m_docks.boards = dock(u"boardsDock"_s, tr("Boards"), m_board);
}

void MainWindow::buildTimeline()
{
    m_timeline = new TimelineView(*m_desk, *m_commands);
    m_docks.timeline = dock(u"timelineDock"_s, tr("Timeline"), m_timeline);
}

void MainWindow::buildInspector()
{
    m_inspector =
        new InspectorDock(*m_desk, *m_choices, this, InspectorDock::Pages::None); // in steps
    connect(m_inspector, &InspectorDock::castWanted, m_shootViews, &ShootViews::showCast);
    connect(m_inspector, &InspectorDock::modelsWanted, m_actions->at(u"take.models"_s),
            &QAction::trigger);
    connect(m_inspector, &InspectorDock::movesWanted, m_actions->at(u"view.moves"_s),
            &QAction::trigger);
    connect(m_inspector, &InspectorDock::curvesWanted, m_actions->at(u"view.curves"_s),
            &QAction::trigger);
    connect(m_inspector, &InspectorDock::topViewWanted, m_actions->at(u"view.topView"_s),
            &QAction::trigger);
    m_docks.inspector = m_inspector;
}

void MainWindow::buildBrushes()
{
    auto* brushes = new BrushDock(*m_desk, *m_brushes, this);
    connect(m_actions->at(u"brush.feel"_s), &QAction::triggered, brushes, &BrushDock::showPenFeel);
    connect(m_actions->at(u"view.brush"_s), &QAction::triggered, brushes, [brushes] {
        // In sight it goes; behind another it comes to the front.
        const bool isSeen = brushes->isVisible() && !brushes->visibleRegion().isEmpty();
        brushes->setVisible(!isSeen);
        brushes->raise();
    });
    m_docks.brush = brushes;
}

void MainWindow::buildTakes()
{
    auto* takes = new TakesDock(*m_desk, this);
    connect(m_actions->at(u"take.compare"_s), &QAction::triggered, takes, &TakesDock::compare);
    connect(takes, &TakesDock::conditioningWanted, m_shootViews,
            [this](const TakeId& take) { m_shootViews->showConditioning(take); });
    m_docks.takes = takes;
}

void MainWindow::placeDocks()
{
    QMenu* view = m_top->menuBar()->findChild<QMenu*>(u"view"_s);
    QMenu* docks = new QMenu(tr("Docks"), view);
    for (QDockWidget* one :
         {m_docks.boards, m_docks.timeline, m_docks.inspector, m_docks.brush, m_docks.takes}) {
        addDockWidget(Qt::RightDockWidgetArea, one);
        docks->addAction(one->toggleViewAction());
    }
    view->insertMenu(m_actions->at(u"view.paper"_s), docks);
    m_boardDocks =
        new BoardDocks(*this, *m_desk, *m_commands, *m_actions, *m_board, *m_docks.boards, this);
    m_docks.outline = m_boardDocks->outline();
    m_board->setCardHeight(int(m_settings.number(u"boards/size"_s, m_board->cardHeight())));
    m_board->setCaptions(m_settings.flag(u"boards/captions"_s, true));
    connect(m_board, &BoardView::cardHeightChanged, this,
            [this](int height) { m_settings.setNumber(u"boards/size"_s, height); });
    connect(m_board, &BoardView::captionsChanged, this,
            [this](bool areShown) { m_settings.setFlag(u"boards/captions"_s, areShown); });
    new CameraDocks(*this, *m_desk, *m_actions, m_docks.boards, m_docks.takes, this);
    auto* camera = new CameraCommands(*m_desk, this);
    camera->take(*m_actions);
    connect(camera, &CameraCommands::message, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });
}

void MainWindow::connectViews()
{
    addActions(m_actions->all());
    connectCanvas(*m_canvas, *m_desk, *m_actions);
    rememberGuides(*m_canvas, m_settings);
    connect(m_canvas, &CanvasView::message, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });
    m_dialogs->takeDropsOn(m_canvas, PicturesBecome::Layers);
    connectSaving();
    const auto on = [this](const QString& id, auto act) {
        connect(m_actions->at(id), &QAction::triggered, this, act);
    };
    on(u"take.shoot"_s, [this] { m_shootViews->shoot(m_top->quality()); });
    on(u"edit.delete"_s, &MainWindow::deleteWhereFocused);
    on(u"edit.search"_s, [this] { (new CommandSearch(m_actions->all(), this))->popUp(); });
    connect(m_actions->at(u"help.keys"_s), &QAction::triggered, m_actions->at(u"edit.search"_s),
            &QAction::trigger);
    on(u"film.close"_s, &QWidget::close);
    on(u"view.timelineIn"_s, [this] { m_timeline->zoomIn(); });
    on(u"view.timelineOut"_s, [this] { m_timeline->zoomOut(); });
    on(u"view.timelineFit"_s, [this] { m_timeline->zoomToFit(); });
    on(u"view.grid"_s,
       [this](bool isGrid) { m_board->setMode(isGrid ? BoardMode::Grid : BoardMode::Strip); });
    on(u"view.fullScreen"_s, [this](bool isFull) {
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, isFull));
    });
    on(u"view.paper"_s, &MainWindow::setPaperOnly);

    connect(m_board, &BoardView::shotOpened, m_canvas, qOverload<>(&QWidget::setFocus));
    connect(m_timeline, &TimelineView::shotOpened, m_canvas, qOverload<>(&QWidget::setFocus));
    const QStringList shotMenu = {
        u"shot.new"_s,   u"shot.newPanel"_s,    u"shot.newScene"_s, QString(), u"edit.duplicate"_s,
        u"shot.split"_s, u"shot.earlier"_s,     u"shot.later"_s,    QString(), u"take.shoot"_s,
        QString(),       u"shot.deletePanel"_s, u"shot.delete"_s};
    connect(m_board, &BoardView::menuRequested, m_boardDocks, &BoardDocks::showBoardMenu);
    connect(m_timeline, &TimelineView::menuRequested, this, [this, shotMenu](const QPoint& at) {
        showMenu(m_timeline->selectedClip() ? QStringList{u"edit.delete"_s, u"play.mute"_s}
                                            : shotMenu,
                 at);
    });
    m_dialogs->takeDropsOn(m_board->viewport(), PicturesBecome::Shots);
    m_dialogs->takeDropsOn(m_timeline->viewport(), PicturesBecome::Shots);
    connect(m_dialogs, &WindowDialogs::modelsChosen, m_choices, &ShootChoices::read);
    connect(m_top, &TopBar::recentChosen, m_dialogs, &WindowDialogs::filmChosen);
    connect(m_desk.get(), &FilmDesk::errorOccurred, this, [this](const Error& error) {
        if (m_isPaperOnly)
            setPaperOnly(false);
        m_errors->show(error);
    });
}

void MainWindow::connectSaving()
{
    connect(&m_desk->document(), &Document::changed, this, [this] {
        m_isSaved = false;
        showTitle();
    });
    connect(&m_desk->store(), &FilmStore::written, this, [this](int waiting) {
        m_isSaved = waiting == 0;
        m_hasFailedToSave = false;
        showTitle();
    });
    connect(&m_desk->store(), &FilmStore::writeFailed, this, [this] {
        m_hasFailedToSave = true;
        showTitle();
    });
    showTitle();
}

void MainWindow::showTitle()
{
    const QString state = m_desk->store().isReadOnly() ? tr("to look at")
                          : m_hasFailedToSave          ? tr("not saved")
                          : m_isSaved                  ? tr("saved")
                                                       : tr("saving…");
    setWindowTitle(tr("%1 — %2 — Dollygrip").arg(m_top->filmName(), state));
}

void MainWindow::connectWorkspaces()
{
    m_workspaces = new Workspaces(*this, m_docks, m_settings, this);
    connect(m_workspaces, &Workspaces::aboutToChange, this, [this] { setPaperOnly(false); });
    connect(m_workspaces, &Workspaces::changed, this, [this](Workspace workspace) {
        m_board->setMode(workspace == Workspace::Board ? BoardMode::Grid : BoardMode::Strip);
        m_tools->setVisible(workspace != Workspace::Review);
        m_canvas->setPictureAlone(workspace == Workspace::Review);
    });
    connect(m_board, &BoardView::modeChanged, this, [this] {
        m_actions->at(u"view.grid"_s)->setChecked(m_board->mode() == BoardMode::Grid);
    });
    m_workspaces->takeActions(*m_actions);
    m_workspaces->restoreLast();
    qApp->installEventFilter(this);
    m_canvas->setFocus();
}

void MainWindow::setPaperOnly(bool isPaperOnly)
{
    if (isPaperOnly == m_isPaperOnly)
        return;
    if (isPaperOnly)
        m_stateBeforePaper = saveState();
    m_isPaperOnly = isPaperOnly;
    for (QWidget* part : std::initializer_list<QWidget*>{m_top, m_tools, m_transport, statusBar()})
        part->setVisible(!isPaperOnly);
    if (isPaperOnly) {
        for (QDockWidget* dock : findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly))
            dock->hide();
    } else {
        restoreState(m_stateBeforePaper);
        m_tools->setVisible(m_workspaces->current() != Workspace::Review);
    }
    m_actions->at(u"view.paper"_s)->setChecked(isPaperOnly);
    m_canvas->setFocus();
}

void MainWindow::deleteWhereFocused()
{
    const QWidget* focus = QApplication::focusWidget();
    const auto isIn = [focus](const QWidget* view) {
        return focus && (focus == view || view->isAncestorOf(focus));
    };
    if (isIn(m_timeline) && m_timeline->selectedClip())
        m_commands->deleteClip(*m_timeline->selectedClip());
    else if (isIn(m_board) || isIn(m_docks.outline))
        m_board->boardCommands().remove();
    else if (isIn(m_timeline))
        m_commands->deleteShot();
    else
        m_canvas->deleteSelected();
}

void MainWindow::showMenu(const QStringList& ids, const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& id : ids) {
        if (id.isEmpty())
            menu->addSeparator();
        else
            menu->addAction(m_actions->at(id));
    }
    menu->popup(global);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Tab goes from field to field where somebody types; elsewhere it is a command.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        const QWidget* focus = QApplication::focusWidget();
        const bool isField =
            qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QAbstractSpinBox*>(focus)
            || qobject_cast<const QComboBox*>(focus) || qobject_cast<const QPlainTextEdit*>(focus);
        if (isField) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::rememberArrangement()
{
    setPaperOnly(false);
    m_workspaces->remember();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    rememberArrangement();
    m_desk->transport().pause();
    const auto kept = m_desk->store().flush();
    if (!kept && !m_hasFailedToSave) {
        // Said once; who closes again means it.
        m_hasFailedToSave = true;
        showTitle();
        m_errors->show(kept.error());
        event->ignore();
        return;
    }
    event->accept();
}

} // namespace dollygrip::ui
