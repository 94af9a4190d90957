#include "core/project/editing.h"
#include "core/project/filmparts.h"
#include "core/project/numbering.h"
#include "tests/ui/deskonfilm.h"
#include "ui/canvas/canvasview.h"
#include "ui/dialogs/picturesizedialog.h"
#include "ui/dialogs/renumberdialog.h"
#include "ui/filmcommands.h"
#include "ui/inspector/numberfield.h"
#include "ui/inspector/shotform.h"
#include "ui/mainwindow.h"
#include "ui/outline/outlinemodel.h"
#include "ui/outline/outlineview.h"
#include "ui/settings.h"
#include "ui/storyboard/boardcommands.h"
#include "ui/storyboard/boardselection.h"
#include "ui/storyboard/boardview.h"
#include "ui/storyboard/captionedit.h"
#include "ui/thumbnails.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// 1A of three panels, 1B, and 2A in another scene.
Film withPanels()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 48)
        .stroke({{0.2, 0.2}, {0.6, 0.7}})
        .panel(12.0 / 47)
        .stroke({{0.3, 0.2}, {0.6, 0.7}})
        .panel(36.0 / 47)
        .stroke({{0.4, 0.2}, {0.6, 0.7}})
        .shot(u"1B"_s, 36)
        .stroke({{0.1, 0.8}, {0.9, 0.8}})
        .scene(u"EXT. STREET"_s)
        .shot(u"2A"_s, 60)
        .stroke({{0.5, 0.1}, {0.5, 0.9}})
        .build();
}

struct Fixture : test::DeskOnFilm {
    explicit Fixture(const Film& film = withPanels(), QSize size = {1300, 640})
        : DeskOnFilm(film), commands(*desk)
    {
        view.setMode(BoardMode::Grid);
        view.resize(size);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qWarning("not exposed");
    }
    int row(const QString& name, int panel = 0)
    {
        return view.items().rowOf(shot(name)->id) + panel;
    }
    QPoint middle(const QString& name, int panel = 0)
    {
        const QRect card = view.visualRect(row(name, panel));
        return {card.center().x(), card.top() + view.cardHeight() / 2};
    }
    PanelId panel(const QString& name, int index = 0) { return shot(name)->panels[index]->id; }
    void click(const QString& name, int panel = 0, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, middle(name, panel));
    }
    void drag(QPoint from, QPoint to, bool drops = true)
    {
        QWidget* board = view.viewport();
        QTest::mousePress(board, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            const QPointF at = QPointF(from) + (QPointF(to) - QPointF(from)) * i / 4.0;
            QMouseEvent move(QEvent::MouseMove, at, board->mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, {});
            QApplication::sendEvent(board, &move);
        }
        if (drops)
            QTest::mouseRelease(board, Qt::LeftButton, {}, to);
    }
    qsizetype selected() { return desk->boards().panels().size(); }
    CaptionEdit* edit() { return view.findChild<CaptionEdit*>(u"captionEdit"_s); }
    QList<FrameIndex> holds(const QString& name) { return panelLengths(*shot(name)); }

    FilmCommands commands;
    BoardView view{*desk, commands};
};

/// The whole window, with the paper under the keys.
struct WindowFixture {
    WindowFixture()
    {
        auto store = FilmStore::create(folder.filePath(u"film.dgrip"_s), test::twoScenes());
        if (!store)
            qFatal("no film");
        window = std::make_unique<MainWindow>(
            std::make_unique<FilmDesk>(std::move(*store), test::runnerOf(generator)), settings);
        window->resize(1280, 720);
        window->show();
        if (!QTest::qWaitForWindowActive(window.get()))
            qWarning("not active");
        window->canvas().setFocus();
    }
    const Film& film() { return window->desk().document().film(); }
    Session& session() { return window->desk().session(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window.get(), key, modifiers);
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    std::shared_ptr<test::FakeGenerator> generator = std::make_shared<test::FakeGenerator>();
    std::unique_ptr<MainWindow> window;
};

using Holds = QList<FrameIndex>;

} // namespace

class BoardEditingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clicksSelectOneSeveralAndARange()
    {
        Fixture f;
        f.click(u"1A"_s);
        QCOMPARE(f.selected(), 1);
        f.click(u"2A"_s, 0, Qt::ControlModifier);
        QCOMPARE(f.selected(), 2);
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"2A"_s)->id));
        f.click(u"2A"_s, 0, Qt::ControlModifier);
        QCOMPARE(f.selected(), 1);
        f.click(u"1A"_s);
        f.click(u"1B"_s, 0, Qt::ShiftModifier);
        QCOMPARE(f.selected(), 4);
        f.click(u"1A"_s, 1, Qt::ShiftModifier);
        QCOMPARE(f.selected(), 2);
        f.desk->boards().selectAll();
        QCOMPARE(f.selected(), 5);
        f.click(u"1B"_s);
        QCOMPARE(f.selected(), 1);
        QCOMPARE(f.undo().count(), 0);
    }

    void theNumberStandsForTheWholeShot()
    {
        Fixture f;
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {},
                          f.view.visualRect(f.row(u"1A"_s), BoardField::Name).center());
        QCOMPARE(f.selected(), 3);
        QVERIFY(f.desk->boards().areWholeShots());
    }

    void aRubberBandSelectsWhatItMeets()
    {
        Fixture f;
        const QRect last = f.view.visualRect(f.row(u"1B"_s));
        f.drag(last.topRight() + QPoint(40, 60), last.topLeft() + QPoint(-20, 40));
        QCOMPARE(f.selected(), 2); // 1B and the panel before it
        QVERIFY(f.desk->boards().contains(f.panel(u"1B"_s)));
        // A click beside everything leaves the current one.
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, last.topRight() + QPoint(40, 60));
        QCOMPARE(f.selected(), 1);
    }

    void selectedShotsAreDraggedTogether()
    {
        Fixture f;
        f.click(u"1B"_s);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, Qt::ControlModifier,
                          f.middle(u"2A"_s));
        const QRect target = f.view.visualRect(f.row(u"1A"_s));
        f.drag(f.middle(u"2A"_s), {target.left() - 3, target.top() + 40});
        QCOMPARE(f.order(), u"1B 2A 1A | "_s);
        QCOMPARE(f.undo().count(), 1);
        QCOMPARE(f.selected(), 2);
        f.undo().undo();
        QCOMPARE(f.order(), u"1A 1B | 2A"_s);
    }

    void aPanelIsDraggedWithinItsShotAndIntoAnother()
    {
        Fixture f;
        const PanelId last = f.panel(u"1A"_s, 2);
        const QRect second = f.view.visualRect(f.row(u"1A"_s, 1));
        f.drag(f.middle(u"1A"_s, 2), {second.left() - 1, second.top() + 40});
        QCOMPARE(f.panel(u"1A"_s, 1), last);
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 12, 24}));
        QCOMPARE(f.undo().count(), 1);
        const QRect other = f.view.visualRect(f.row(u"2A"_s));
        f.drag(f.middle(u"1A"_s, 1), {other.right() - 4, other.top() + 60});
        QCOMPARE(f.panel(u"2A"_s, 1), last);
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 24}));
        f.undo().undo();
        f.undo().undo();
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 24, 12}));
    }

    void aPanelDroppedBetweenShotsBecomesOne()
    {
        Fixture f;
        const QRect first = f.view.visualRect(f.row(u"1A"_s));
        f.drag(f.middle(u"1A"_s, 1), {first.left() - 6, first.top() + 40});
        QCOMPARE(f.film().scenes.first()->shots.size(), 3);
        QCOMPARE(f.film().scenes.first()->shots.first()->length, FrameIndex(24));
        QCOMPARE(f.undo().count(), 1);
    }

    void aDropWhereItStoodLeavesNoStep()
    {
        Fixture f;
        const QRect card = f.view.visualRect(f.row(u"1B"_s));
        f.drag(f.middle(u"1B"_s), {card.left() - 6, card.top() + 40});
        QCOMPARE(f.undo().count(), 0);
        f.drag(f.middle(u"1A"_s, 1), f.middle(u"1A"_s, 1) + QPoint(-60, 0));
        QCOMPARE(f.undo().count(), 0);
    }

    void escapeLeavesADragAndABoundary()
    {
        Fixture f;
        f.drag(f.middle(u"1B"_s), f.middle(u"1A"_s), false);
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, f.middle(u"1A"_s));
        const QRect first = f.view.visualRect(f.row(u"1A"_s));
        f.drag({first.right() + 2, first.top() + 40}, {first.right() + 62, first.top() + 40},
               false);
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, first.center());
        QCOMPARE(f.undo().count(), 0);
    }

    void theEdgeBetweenPanelsSetsTheirHolds()
    {
        Fixture f;
        const QRect first = f.view.visualRect(f.row(u"1A"_s));
        const int way = first.width() / 3; // of 36 frames on two cards: 6 frames
        f.drag({first.right() + 2, first.top() + 40}, {first.right() + 2 + way, first.top() + 40});
        QCOMPARE(f.holds(u"1A"_s), (Holds{18, 18, 12}));
        QCOMPARE(f.undo().count(), 1);
        f.drag({first.right() + 2, first.top() + 40}, {first.right() - 2000, first.top() + 40});
        QCOMPARE(f.holds(u"1A"_s), (Holds{1, 35, 12}));
    }

    void captionsAreWrittenInPlaceFromBoardToBoard()
    {
        Fixture f;
        QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {},
                           f.view.visualRect(f.row(u"1A"_s), BoardField::Action).center());
        QVERIFY(f.edit());
        QTest::keyClicks(f.edit(), u"Anna waits"_s);
        QTest::keyClick(f.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(f.edit(), u"by the door"_s);
        QTest::keyClick(f.edit(), Qt::Key_Tab);
        QCOMPARE(f.shot(u"1A"_s)->panels[0]->action, u"Anna waits\nby the door"_s);
        QCOMPARE(f.desk->session().panelId(), std::optional(f.panel(u"1A"_s, 1)));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::keyClicks(f.edit(), u"She turns"_s);
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.shot(u"1A"_s)->panels[1]->action, u"She turns"_s);
        QCOMPARE(f.undo().count(), 2);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!f.edit());
        f.view.editField(f.row(u"1B"_s), BoardField::Dialogue);
        QTest::keyClicks(f.edit(), u"No"_s);
        QTest::keyClick(f.edit(), Qt::Key_Escape);
        QCOMPARE(f.shot(u"1B"_s)->panels[0]->dialogue, QString());
        QCOMPARE(f.undo().count(), 2);
    }

    void nameAndLengthAreWrittenInPlace()
    {
        Fixture f;
        f.view.editField(f.row(u"1B"_s), BoardField::Length);
        f.edit()->setPlainText(u"2 s"_s);
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.shot(u"1B"_s)->length, FrameIndex(48));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        f.view.editField(f.row(u"1A"_s, 1), BoardField::Length);
        f.edit()->setPlainText(u"30"_s);
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 30, 12}));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const ShotId id = f.shot(u"1B"_s)->id;
        f.view.editField(f.row(u"1B"_s), BoardField::Name);
        f.edit()->setPlainText(u"STORM"_s);
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.film().shot(id)->name, u"STORM"_s);
        QVERIFY(f.film().shot(id)->isNameLocked);
        QCOMPARE(f.undo().count(), 3);
    }

    void arrowsGoFromBoardToBoard()
    {
        Fixture f;
        f.click(u"1A"_s);
        QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(f.desk->session().panelId(), std::optional(f.panel(u"1A"_s, 1)));
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"2A"_s)->id));
        QTest::keyClick(&f.view, Qt::Key_Up);
        QTest::keyClick(&f.view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.selected(), 2);
        f.view.boardCommands().goBy(1);
        QCOMPARE(f.selected(), 1);
        f.view.boardCommands().goBy(-100);
        QCOMPARE(f.desk->session().panelId(), std::optional(f.panel(u"1A"_s, 0)));
        f.view.boardCommands().goBy(100);
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"2A"_s)->id));
    }

    void wheelWithCtrlSizesTheBoards()
    {
        Fixture f;
        const int before = f.view.cardHeight();
        QSignalSpy sized(&f.view, &BoardView::cardHeightChanged);
        QWheelEvent wheel({100, 100}, f.view.mapToGlobal(QPointF(100, 100)), {}, {0, 120},
                          Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(f.view.viewport(), &wheel);
        QVERIFY(f.view.cardHeight() > before);
        QCOMPARE(sized.count(), 1);
    }

    void copiedBoardsGoIntoAnotherFilm()
    {
        Fixture f;
        f.click(u"1A"_s);
        f.click(u"1B"_s, 0, Qt::ShiftModifier);
        f.view.boardCommands().copy();
        QVERIFY(
            QGuiApplication::clipboard()->mimeData()->hasFormat(QString::fromLatin1(kShotsMime)));
        Fixture other(test::film().scene(u"X"_s).shot(u"9A"_s, 10).build());
        other.view.boardCommands().paste();
        QCOMPARE(other.film().shotCount(), 3);
        QCOMPARE(other.undo().count(), 1);
        QCOMPARE(other.selected(), 4);
        QCOMPARE(other.film().scenes[0]->shots[1]->panels.size(), 3);
        other.undo().undo();
        QCOMPARE(other.film().shotCount(), 1);
    }

    void cutPanelsArePastedAsPanels()
    {
        Fixture f;
        f.click(u"1A"_s, 1);
        f.view.boardCommands().cut();
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 12}));
        f.click(u"2A"_s);
        f.view.boardCommands().paste();
        QCOMPARE(f.holds(u"2A"_s), (Holds{60, 24}));
        QCOMPARE(f.undo().count(), 2);
    }

    void aHostileClipboardIsOneSentence()
    {
        Fixture f;
        QSignalSpy errors(f.desk.get(), &FilmDesk::errorOccurred);
        auto* data = new QMimeData;
        data->setData(QString::fromLatin1(kShotsMime), "{\"clipboard\":\"shots\",\"scenes\":7}");
        QGuiApplication::clipboard()->setMimeData(data);
        f.view.boardCommands().paste();
        QCOMPARE(errors.count(), 1);
        QCOMPARE(f.undo().count(), 0);
    }

    void deletingTakesAllSelectedInOneStep()
    {
        Fixture f;
        f.click(u"1A"_s, 1);
        f.click(u"2A"_s, 0, Qt::ControlModifier);
        f.view.boardCommands().remove();
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 12}));
        QVERIFY(!f.shot(u"2A"_s));
        QCOMPARE(f.undo().count(), 1);
        f.undo().undo();
        QVERIFY(f.shot(u"2A"_s));
    }

    void duplicatesOfShotsAndPanels()
    {
        Fixture f;
        f.click(u"1A"_s);
        f.view.boardCommands().duplicatePanel();
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 12, 24, 12}));
        QCOMPARE(f.desk->session().panelId(), std::optional(f.panel(u"1A"_s, 1)));
        f.click(u"1B"_s);
        f.click(u"2A"_s, 0, Qt::ControlModifier);
        f.view.boardCommands().duplicateShots();
        QCOMPARE(f.film().scenes.last()->shots.size(), 3);
        QCOMPARE(f.undo().count(), 2);
        QCOMPARE(f.selected(), 2);
    }

    void aNewPanelHoldsAsLongAsTheOneBefore()
    {
        Fixture f;
        f.click(u"1A"_s, 1);
        f.commands.newPanel();
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 24, 24, 12}));
        QCOMPARE(f.desk->session().panelId(), std::optional(f.panel(u"1A"_s, 2)));
    }

    void statusAndFieldsOfSeveralBoards()
    {
        Fixture f;
        ShotForm form(*f.desk);
        f.click(u"1B"_s);
        f.view.boardCommands().setSize(ShotSize::CloseUp);
        f.click(u"2A"_s, 0, Qt::ControlModifier);
        auto* size = form.findChild<QComboBox*>(u"shotSize"_s);
        QCOMPARE(size->currentIndex(), -1); // they differ
        auto* status = form.findChild<QComboBox*>(u"shotStatus"_s);
        status->setCurrentIndex(status->findData(int(ShotStatus::Approved)));
        Q_EMIT status->activated(status->currentIndex());
        QCOMPARE(f.shot(u"1B"_s)->status, ShotStatus::Approved);
        QCOMPARE(f.shot(u"2A"_s)->status, ShotStatus::Approved);
        QCOMPARE(f.shot(u"1A"_s)->status, ShotStatus::Unset);
        auto* action = form.findChild<QPlainTextEdit*>(u"panelAction"_s);
        action->setPlainText(u"rain"_s);
        QCOMPARE(f.shot(u"1B"_s)->panels[0]->action, u"rain"_s);
        QCOMPARE(f.shot(u"2A"_s)->panels[0]->action, u"rain"_s);
        QCOMPARE(f.undo().count(), 3);
    }

    void theLensChangesAllKeysInProportion()
    {
        Fixture f;
        ShotForm form(*f.desk);
        f.click(u"2A"_s);
        auto* lens = form.findChild<NumberField*>(u"shotLens"_s);
        Q_EMIT lens->edited(50);
        QCOMPARE(f.shot(u"2A"_s)->camera.startPose().focalMm, 50.0);
        QVERIFY(f.shot(u"2A"_s)->camera.isStatic());
        QCOMPARE(f.undo().count(), 1);
    }

    void aLockHoldsTheName()
    {
        Fixture f;
        ShotForm form(*f.desk);
        f.click(u"1B"_s);
        form.findChild<QToolButton*>(u"shotNameLock"_s)->click();
        QVERIFY(f.shot(u"1B"_s)->isNameLocked);
        f.view.boardCommands().lockAllNumbers(true);
        f.commands.newShot();
        QCOMPARE(f.order(), u"1A 1B 1C | 2A"_s);
        f.click(u"1A"_s);
        f.commands.newShot();
        QCOMPARE(f.order(), u"1A 1AA 1B 1C | 2A"_s);
    }

    void theOutlineFollowsAndLeads()
    {
        Fixture f;
        OutlineView outline(*f.desk, f.commands, f.view.boardCommands());
        QAbstractItemModelTester tester(&outline.outline());
        outline.resize(240, 400);
        outline.show();
        OutlineModel& model = outline.outline();
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex first = model.index(0, 0);
        QCOMPARE(model.rowCount(first), 2);
        QCOMPARE(model.rowCount(model.index(0, 0, first)), 3);
        QCOMPARE(model.rowCount(model.index(1, 0, first)), 0);
        f.click(u"2A"_s);
        QCOMPARE(outline.currentIndex(), model.indexOf(f.shot(u"2A"_s)->id, std::nullopt));
        outline.setCurrentIndex(model.indexOf(f.shot(u"1B"_s)->id, std::nullopt));
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"1B"_s)->id));
        const ShotId id = f.shot(u"1B"_s)->id;
        QVERIFY(model.setData(outline.currentIndex(), u"RAIN"_s, Qt::EditRole));
        QCOMPARE(f.film().shot(id)->name, u"RAIN"_s);
        QVERIFY(model.setData(model.index(1, 0), u"EXT. SEA"_s, Qt::EditRole));
        QCOMPARE(f.film().scenes[1]->heading, u"EXT. SEA"_s);
        f.view.boardCommands().remove();
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    }

    void draggingInTheOutlineReorders()
    {
        Fixture f;
        OutlineView outline(*f.desk, f.commands, f.view.boardCommands());
        OutlineModel& model = outline.outline();
        std::unique_ptr<QMimeData> shot(
            model.mimeData({model.indexOf(f.shot(u"2A"_s)->id, std::nullopt)}));
        model.dropMimeData(shot.get(), Qt::MoveAction, 1, 0, model.index(0, 0));
        QCOMPARE(f.order(), u"1A 2A 1B | "_s);
        std::unique_ptr<QMimeData> scene(model.mimeData({model.index(1, 0)}));
        model.dropMimeData(scene.get(), Qt::MoveAction, 0, 0, {});
        QCOMPARE(f.order(), u" | 1A 2A 1B"_s);
        const QModelIndex panels = model.indexOf(f.shot(u"1A"_s)->id, std::nullopt);
        std::unique_ptr<QMimeData> panel(model.mimeData({model.index(2, 0, panels)}));
        model.dropMimeData(panel.get(), Qt::MoveAction, 0, 0, panels);
        QCOMPARE(f.holds(u"1A"_s), (Holds{12, 12, 24}));
        QCOMPARE(f.undo().count(), 3);
        // What others put there moves nothing.
        QMimeData strange;
        strange.setData(model.mimeTypes().first(), "1 x y");
        model.dropMimeData(&strange, Qt::MoveAction, 0, 0, model.index(0, 0));
        QCOMPARE(f.undo().count(), 3);
    }

    void renumberingByDialog()
    {
        Fixture f;
        RenumberDialog dialog(*f.desk);
        auto* style = dialog.findChild<QComboBox*>();
        style->setCurrentIndex(style->findData(int(Numbering::Style::Film)));
        dialog.accept();
        QCOMPARE(f.order(), u"010 020 | 030"_s);
        QCOMPARE(f.undo().count(), 1);
    }

    void pictureSizeByDialog()
    {
        Fixture f;
        PictureSizeDialog dialog(*f.desk);
        dialog.setSize({2048, 858});
        dialog.choose(Reframing::Crop);
        dialog.accept();
        QCOMPARE(f.film().settings.size, QSize(2048, 858));
        QCOMPARE(f.undo().count(), 1);
        QCOMPARE(f.undo().undoText(), u"Change picture size"_s);
    }

    void everythingByKeyInTheWindow()
    {
        WindowFixture f;
        f.key(Qt::Key_D, Qt::ShiftModifier);
        QCOMPARE(f.film().shotNamed(u"1A"_s)->panels.size(), 2);
        f.key(Qt::Key_N, Qt::ShiftModifier);
        const auto shot = f.film().shotNamed(u"1A"_s);
        QCOMPARE(shot->panels.size(), 3);
        QCOMPARE(f.session().panelId(), std::optional(shot->panels[2]->id));
        f.key(Qt::Key_PageUp);
        QCOMPARE(f.session().panelId(), std::optional(shot->panels[1]->id));
        f.key(Qt::Key_PageDown);
        f.key(Qt::Key_PageDown);
        QCOMPARE(f.session().shotId(), std::optional(f.film().shotNamed(u"1B"_s)->id));
        f.key(Qt::Key_C, Qt::ControlModifier);
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.film().shotCount(), 4);
        f.key(Qt::Key_L, Qt::AltModifier);
        QVERIFY(f.film().shot(*f.session().shotId())->isNameLocked);
        f.key(Qt::Key_A, Qt::ControlModifier);
        f.key(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(f.film().shotCount(), 0);
        f.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(f.film().shotCount(), 4);
        for (int i = 0; i < 6; ++i)
            f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.film().shotNamed(u"1A"_s)->panels.size(), 1);
    }

    void picturesOfWhatIsScrolledAwayAreNotPainted()
    {
        Fixture f(test::longFilm(400));
        f.view.grab();
        const int most = f.desk->thumbnails().waiting();
        QVERIFY(most > 0 && most < 60);
        for (int i = 1; i <= 20; ++i) {
            f.view.verticalScrollBar()->setValue(f.view.verticalScrollBar()->maximum() * i / 20);
            f.view.grab();
        }
        QVERIFY(f.desk->thumbnails().waiting() <= most + 4);
        QTRY_COMPARE(f.desk->thumbnails().waiting(), 0);
    }
};

QTEST_MAIN(BoardEditingTest)
#include "tst_boardediting.moc"
