#include "core/project/editing.h"
#include "tests/ui/deskonfilm.h"
#include "ui/filmcommands.h"
#include "ui/storyboard/boardview.h"
#include "ui/thumbnails.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture : test::DeskOnFilm {
    explicit Fixture(const Film& film = test::twoScenes(), QSize size = {900, 180})
        : DeskOnFilm(film), commands(*desk)
    {
        view.resize(size);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qWarning("not exposed");
    }
    int row(const QString& name) { return view.items().rowOf(shot(name)->id); }
    QPoint middle(const QString& name) { return view.visualRect(row(name)).center(); }
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

    FilmCommands commands;
    BoardView view{*desk, commands};
};

} // namespace

class BoardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelFollowsEveryEdit()
    {
        test::DeskOnFilm f(test::twoScenes());
        BoardItemModel model(f.document());
        QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.rows()[0].isHeading());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        // A shot that only changes keeps its place: no reset, one row.
        QVERIFY(f.desk->edit(u"x"_s, [&](Film& film) {
            return changeShot(film, f.shot(u"1B"_s)->id, [](Shot& shot) {
                shot.prompt = u"rain"_s;
                return Result<void>();
            });
        }));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 2);
        QVERIFY(f.desk->edit(u"y"_s,
                             [&](Film& film) { return removeShot(film, f.shot(u"1A"_s)->id); }));
        QCOMPARE(reset.count(), 1);
        QCOMPARE(model.rowCount(), 4);
        f.undo().undo();
        QCOMPARE(model.rowCount(), 5);
    }

    void cardsNeverOverlap_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("width");
        for (const int width : {300, 900, 2000}) {
            QTest::addRow("strip %d", width) << int(BoardMode::Strip) << width;
            QTest::addRow("grid %d", width) << int(BoardMode::Grid) << width;
        }
    }
    void cardsNeverOverlap()
    {
        QFETCH(int, mode);
        QFETCH(int, width);
        test::DeskOnFilm f(test::longFilm(40));
        BoardItemModel model(f.document());
        const BoardLayout layout(model.rows(), BoardMode(mode), 90, 16.0 / 9, {width, 300});
        for (int a = 0; a < model.rowCount(); ++a) {
            QVERIFY(QRect(QPoint(), layout.contentSize()).contains(layout.rect(a)));
            QCOMPARE(layout.rowAt(layout.rect(a).center()), a);
            for (int b = a + 1; b < model.rowCount(); ++b)
                QVERIFY(!layout.rect(a).intersects(layout.rect(b)));
        }
    }

    void clickMakesTheShotCurrent()
    {
        Fixture f;
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.middle(u"2A"_s));
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"2A"_s)->id));
        QCOMPARE(f.desk->session().playhead(), FrameIndex(84));
    }

    void doubleClickOpensTheShot()
    {
        Fixture f;
        QSignalSpy opened(&f.view, &BoardView::shotOpened);
        QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.middle(u"1B"_s));
        QCOMPARE(opened.count(), 1);
    }

    void draggingReordersWithinAScene()
    {
        Fixture f;
        const QRect target = f.view.visualRect(f.row(u"1A"_s));
        f.drag(f.middle(u"1B"_s), QPoint(target.left() - 2, target.center().y()));
        QCOMPARE(f.order(), u"1B 1A | 2A"_s);
        QCOMPARE(f.undo().undoText(), u"Move shot"_s);
        f.undo().undo();
        QCOMPARE(f.order(), u"1A 1B | 2A"_s);
    }

    void draggingReordersAcrossScenes()
    {
        Fixture f;
        const QRect target = f.view.visualRect(f.row(u"2A"_s));
        f.drag(f.middle(u"1A"_s), QPoint(target.right() + 4, target.center().y()));
        QCOMPARE(f.order(), u"1B | 2A 1A"_s);
        f.undo().undo();
        f.drag(f.middle(u"1A"_s),
               QPoint(f.view.visualRect(f.row(u"2A"_s)).left() - 1, target.center().y()));
        QCOMPARE(f.order(), u"1B | 1A 2A"_s);
    }

    void draggingReordersInAGrid()
    {
        Fixture f(test::twoScenes(), {460, 500});
        f.view.setMode(BoardMode::Grid);
        const QRect target = f.view.visualRect(f.row(u"2A"_s));
        f.drag(f.middle(u"1B"_s), QPoint(target.left() - 2, target.center().y()));
        QCOMPARE(f.order(), u"1A | 1B 2A"_s);
    }

    void escapeDropsADrag()
    {
        Fixture f;
        f.drag(f.middle(u"1A"_s), f.middle(u"2A"_s) + QPoint(40, 0), false);
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, f.middle(u"2A"_s));
        QCOMPARE(f.order(), u"1A 1B | 2A"_s);
        QCOMPARE(f.undo().count(), 0);
    }

    void headingIsEditedInPlace()
    {
        Fixture f;
        QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.view.visualRect(0).center());
        auto* field = f.view.findChild<QLineEdit*>(u"headingEdit"_s);
        QVERIFY(field);
        field->setText(u"EXT. HARBOUR - DAWN"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.film().scenes.first()->heading, u"EXT. HARBOUR - DAWN"_s);
        QCOMPARE(f.undo().undoText(), u"Change heading"_s);
    }

    void thumbnailsComeFromThePoolAndFollowEdits()
    {
        Fixture f;
        const auto before = f.shot(u"1A"_s);
        Thumbnails& thumbnails = f.desk->thumbnails();
        QTRY_VERIFY(!thumbnails.picture(before, 0, 72).isNull());
        const QImage first = thumbnails.picture(before, 0, 72);
        QVERIFY(f.desk->edit(u"Draw"_s, [&](Film& film) {
            Stroke stroke;
            stroke.width = 0.2;
            stroke.points = {{0.1F, 0.5F, 1}, {0.9F, 0.5F, 1}};
            return addStroke(film, before->id, before->panels.first()->layers.first().id, stroke);
        }));
        const auto after = f.shot(u"1A"_s);
        // The old picture stays until the new one is there.
        QCOMPARE(thumbnails.picture(after, 0, 72), first);
        QTRY_VERIFY(thumbnails.picture(after, 0, 72) != first);
    }

    void newShotDuplicateAndDelete()
    {
        Fixture f;
        f.desk->session().setShot(f.shot(u"1A"_s)->id);
        f.commands.newShot();
        QCOMPARE(f.film().scenes.first()->shots.size(), 3);
        QCOMPARE(f.desk->session().shotId(), std::optional(f.film().scenes.first()->shots[1]->id));
        f.commands.duplicateShot();
        QCOMPARE(f.film().scenes.first()->shots.size(), 4);
        f.commands.deleteShot();
        f.commands.deleteShot();
        QCOMPARE(f.film().scenes.first()->shots.size(), 2);
        QVERIFY(f.desk->session().shotId());
        for (int i = 0; i < 4; ++i)
            f.undo().undo();
        QCOMPARE(f.order(), u"1A 1B | 2A"_s);
    }

    void panelsAreAddedAtThePlayheadAndTakenAway()
    {
        Fixture f;
        f.desk->session().setPlayhead(24);
        f.commands.newPanel();
        QCOMPARE(f.shot(u"1A"_s)->panels.size(), 2);
        QCOMPARE(f.shot(u"1A"_s)->panelStart(1), FrameIndex(24));
        QCOMPARE(f.desk->session().panelId(), std::optional(f.shot(u"1A"_s)->panels[1]->id));
        f.commands.deletePanel();
        QCOMPARE(f.shot(u"1A"_s)->panels.size(), 1);
        QVERIFY(f.film().check());
    }

    void movingEarlierCrossesScenes()
    {
        Fixture f;
        f.desk->session().setShot(f.shot(u"2A"_s)->id);
        f.commands.moveShot(-1);
        QCOMPARE(f.order(), u"1A 1B 2A | "_s);
        f.commands.moveShot(-1);
        QCOMPARE(f.order(), u"1A 2A 1B | "_s);
        f.commands.moveShot(1);
        f.commands.moveShot(1);
        QCOMPARE(f.order(), u"1A 1B | 2A"_s);
    }

    void currentShotIsBroughtIntoView()
    {
        Fixture f(test::longFilm(300));
        const auto last = f.film().scenes.last()->shots.last();
        f.desk->session().setShot(last->id);
        const QRect seen = f.view.visualRect(f.view.items().rowOf(last->id));
        QVERIFY(f.view.viewport()->rect().contains(seen.center()));
    }

    void threeHundredShotsPaintQuickly()
    {
        Fixture f(test::longFilm(300), {1200, 500});
        f.view.setMode(BoardMode::Grid);
        QImage image(f.view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        f.view.viewport()->render(&image);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 10; ++i) {
            f.view.verticalScrollBar()->setValue(i * 120);
            f.view.viewport()->render(&image);
        }
        QVERIFY2(clock.elapsed() / 10 < 50 * DOLLYGRIP_SLOWNESS,
                 qPrintable(QString::number(clock.elapsed() / 10)));
    }

    void emptyFilmInvites()
    {
        Fixture f(emptyFilm({}));
        QCOMPARE(f.view.items().rowCount(), 1);
        f.commands.newShot();
        QCOMPARE(f.film().shotCount(), 1);
        QVERIFY(f.desk->session().shotId());
    }
};

QTEST_MAIN(BoardTest)
#include "tst_board.moc"
