#include "core/playback/transport.h"
#include "core/project/editing.h"
#include "core/project/filmjson.h"
#include "tests/ui/deskonfilm.h"
#include "ui/actions.h"
#include "ui/canvas/canvasview.h"
#include "ui/commandsearch.h"
#include "ui/errorbox.h"
#include "ui/mainwindow.h"
#include "ui/settings.h"
#include "ui/shell.h"
#include "ui/startwindow.h"
#include "ui/storyboard/boardview.h"
#include "ui/theme.h"
#include "ui/timeline/timelineview.h"

#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Opens QObject::receivers() for reading.
struct Receivers : QObject {
    static int of(const QAction& action)
    {
        return (action.*&Receivers::receivers)(SIGNAL(triggered(bool)));
    }
};

struct Fixture {
    explicit Fixture(const Film& film = test::twoScenes())
    {
        const QString path = folder.filePath(u"film.dgrip"_s);
        auto store = FilmStore::create(path, film);
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
    QDockWidget* dock(const QString& name) { return window->findChild<QDockWidget*>(name); }

    QTemporaryDir folder;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    std::shared_ptr<test::FakeGenerator> generator = std::make_shared<test::FakeGenerator>();
    std::unique_ptr<MainWindow> window;
};

/// A shell with settings of its own.
struct ShellInFolder {
    /// Does it and waits until nothing is being opened any more.
    template <class Act>
    void settle(Act act)
    {
        QSignalSpy settled(&shell, &Shell::settled);
        act();
        if (settled.isEmpty() && !settled.wait(10000))
            qWarning("nothing was opened");
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(u"s.ini"_s)};
    Shell shell{test::runnerOf(std::make_shared<test::FakeGenerator>()), settings};
};

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommandHasTextTipAndAPlace()
    {
        const Actions actions;
        QSet<QString> keys;
        for (const QAction* action : actions.all()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!key.isEmpty(), qPrintable(action->objectName()));
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
        }
        for (const CameraMove move : allCameraMoves())
            QVERIFY(actions.cameraMove(move));
    }

    void everyCommandIsConnected()
    {
        Fixture f;
        for (QAction* action : f.window->actions().all())
            QVERIFY2(Receivers::of(*action) > 0, qPrintable(action->objectName()));
    }

    void everyCommandIsInAMenu()
    {
        Fixture f;
        QSet<QAction*> inMenus;
        for (QMenu* menu : f.window->findChildren<QMenu*>()) {
            for (QAction* action : menu->actions())
                inMenus.insert(action);
        }
        for (QAction* action : f.window->actions().all())
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
    }

    void keysDrawTheFilmOn()
    {
        Fixture f;
        f.key(Qt::Key_N);
        QCOMPARE(f.film().shotCount(), 4);
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.film().shotCount(), 3);
        f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.film().shotCount(), 4);
        f.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(f.film().shotCount(), 5);
    }

    void undoNamesWhatItUndoes()
    {
        Fixture f;
        QVERIFY(!f.window->actions().at(u"edit.undo"_s)->isEnabled());
        f.key(Qt::Key_N);
        QVERIFY(f.window->actions().at(u"edit.undo"_s)->text().contains(u"New shot"_s));
    }

    void playbackKeys()
    {
        Fixture f;
        Transport& transport = f.window->desk().transport();
        f.key(Qt::Key_L);
        QCOMPARE(transport.speed(), 1);
        f.key(Qt::Key_L);
        QCOMPARE(transport.speed(), 2);
        f.key(Qt::Key_K);
        QCOMPARE(transport.speed(), 0);
        f.key(Qt::Key_J);
        QCOMPARE(transport.speed(), -1);
        f.key(Qt::Key_K);
        f.session().setPlayhead(20);
        f.key(Qt::Key_Right);
        QCOMPARE(f.session().playhead(), FrameIndex(21));
        f.key(Qt::Key_Left);
        QCOMPARE(f.session().playhead(), FrameIndex(20));
        f.key(Qt::Key_Down);
        QCOMPARE(f.session().playhead(), FrameIndex(48));
        f.key(Qt::Key_Up);
        QCOMPARE(f.session().playhead(), FrameIndex(0));
        f.key(Qt::Key_End);
        QCOMPARE(f.session().playhead(), FrameIndex(143));
        f.key(Qt::Key_Home);
        QCOMPARE(f.session().playhead(), FrameIndex(0));
        f.session().setPlayhead(12);
        f.key(Qt::Key_I);
        f.session().setPlayhead(30);
        f.key(Qt::Key_O);
        QCOMPARE(transport.range(), (FrameRange{12, 31}));
        f.key(Qt::Key_X);
        QVERIFY(!transport.hasRange());
        f.key(Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(transport.isLooping());
        f.key(Qt::Key_Space);
        QVERIFY(transport.isPlaying());
        f.key(Qt::Key_Space);
        QVERIFY(!transport.isPlaying());
    }

    void lettersTypedIntoAFieldAreNoCommands()
    {
        Fixture f;
        auto* field = f.window->findChild<QLineEdit*>(u"shotName"_s);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, u"NLA"_s);
        QCOMPARE(field->text(), u"NLA"_s);
        QCOMPARE(f.film().shotCount(), 3);
        QVERIFY(!f.window->desk().transport().isPlaying());
        QTest::keyClick(field, Qt::Key_Tab);
        QVERIFY(!f.window->isPaperOnly());
        QVERIFY(QApplication::focusWidget() != field);
    }

    void tabHidesEverythingButThePaper()
    {
        Fixture f;
        QVERIFY(f.dock(u"timelineDock"_s)->isVisible());
        const QSize before = f.window->canvas().size();
        f.key(Qt::Key_Tab);
        QVERIFY(f.window->isPaperOnly());
        QVERIFY(!f.dock(u"timelineDock"_s)->isVisible());
        QVERIFY(!f.dock(u"inspectorDock"_s)->isVisible());
        QTRY_COMPARE(f.window->canvas().size(), f.window->size());
        f.key(Qt::Key_Tab);
        QVERIFY(!f.window->isPaperOnly());
        QVERIFY(f.dock(u"timelineDock"_s)->isVisible());
        QTRY_COMPARE(f.window->canvas().size(), before);
    }

    void workspacesRememberAndReset()
    {
        Fixture f;
        f.key(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(f.window->actions().at(u"view.cut"_s)->isChecked());
        QVERIFY(!f.dock(u"boardsDock"_s)->isVisible());
        f.dock(u"takesDock"_s)->hide();
        f.key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(f.dock(u"boardsDock"_s)->isVisible());
        QVERIFY(f.dock(u"takesDock"_s)->isVisible());
        f.key(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(!f.dock(u"takesDock"_s)->isVisible());
        f.key(Qt::Key_0, Qt::ControlModifier);
        QVERIFY(f.dock(u"takesDock"_s)->isVisible());
    }

    void anEmptyFilmTakesTheFirstStroke()
    {
        Fixture on(test::film().build());
        QCOMPARE(on.film().shotCount(), qsizetype(0));
        on.session().setTool(ToolKind::Pen);
        CanvasView& canvas = on.window->canvas();
        const QPoint middle = canvas.rect().center();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, middle);
        for (int x = 5; x <= 60; x += 5)
            QTest::mouseMove(&canvas, middle + QPoint(x, 0));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle + QPoint(60, 0));
        QCOMPARE(on.film().shotCount(), qsizetype(1));
        const auto shot = test::firstShot(on.film());
        QCOMPARE(shot->panels.first()->layers.first().strokes.size(), qsizetype(1));
    }

    void filesAreDroppedWhereTheyBelong()
    {
        Fixture on;
        const QString path = on.folder.filePath(u"Größe 2.png"_s);
        QImage picture(320, 180, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        QVERIFY(picture.save(path));
        const auto drop = [](QWidget* onto, const QUrl& url) {
            QMimeData data;
            data.setUrls({url});
            const QPoint at = onto->rect().center();
            QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(onto, &enter);
            if (!enter.isAccepted())
                return false;
            QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(onto, &event);
            return event.isAccepted();
        };
        const auto layers = [&] {
            return test::firstShot(on.film())->panels.first()->layers.size();
        };
        const qsizetype shots = on.film().shotCount();
        const qsizetype before = layers();
        QVERIFY(drop(&on.window->canvas(), QUrl::fromLocalFile(path)));
        QTRY_COMPARE(layers(), before + 1);
        QCOMPARE(on.film().shotCount(), shots);
        auto* board = on.window->findChild<BoardView*>();
        QVERIFY(drop(board->viewport(), QUrl::fromLocalFile(path)));
        QTRY_COMPARE(on.film().shotCount(), shots + 1);
        QVERIFY(!drop(board->viewport(), QUrl(u"https://example.org/a.png"_s)));
    }

    void reviewShowsThePictureAlone()
    {
        Fixture on;
        on.window->desk().session().setTool(ToolKind::Pen);
        const CanvasView& canvas = on.window->canvas();
        QVERIFY(!canvas.isPictureAlone());
        on.window->actions().at(u"view.review"_s)->trigger();
        QVERIFY(canvas.isPictureAlone());
        QVERIFY(canvas.isWatching());
        const Film before = on.film();
        const QPoint middle = on.window->canvas().rect().center();
        QTest::mousePress(&on.window->canvas(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(&on.window->canvas(), middle + QPoint(60, 20));
        QTest::mouseRelease(&on.window->canvas(), Qt::LeftButton, {}, middle + QPoint(60, 20));
        QVERIFY(on.film() == before);
        on.window->actions().at(u"view.stage"_s)->trigger();
        QVERIFY(!canvas.isPictureAlone());
    }

    void wordsFollowTheTheme()
    {
        Fixture on;
        auto* place = on.window->findChild<QLabel*>(u"place"_s);
        QVERIFY(place);
        applyTheme(*qApp, ThemeKind::Light);
        QVERIFY(place->text().contains(theme().text.name()));
        applyTheme(*qApp, ThemeKind::Dark);
        QVERIFY(place->text().contains(theme().text.name()));
    }

    void boardsKeepTheirWordsInASmallWindow()
    {
        Fixture on;
        on.window->resize(1280, 720);
        const auto* board = on.window->findChild<BoardView*>();
        QVERIFY(board);
        QCoreApplication::processEvents();
        const QRect card = board->visualRect(1);
        QVERIFY2(card.bottom() <= board->viewport()->height(),
                 qPrintable(u"%1 > %2"_s.arg(card.bottom()).arg(board->viewport()->height())));
    }

    void smallWindowKeepsRoomForThePaper()
    {
        Fixture f;
        f.key(Qt::Key_0, Qt::ControlModifier);
        QTRY_VERIFY(f.window->canvas().height() >= 240);
        QTRY_VERIFY2(f.window->canvas().width() >= 600,
                     qPrintable(QString::number(f.window->canvas().width())));
        QCOMPARE(f.window->size(), QSize(1280, 720));
    }

    void commandSearchFindsByAnyWord()
    {
        const Actions actions;
        const auto found = CommandSearch::matching(actions.all(), u"dolly zoom in"_s);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first(), actions.cameraMove(CameraMove::DollyZoomIn));
        QVERIFY(CommandSearch::matching(actions.all(), u"qqqq"_s).isEmpty());
        QCOMPARE(CommandSearch::matching(actions.all(), {}).size(), actions.all().size());
    }

    void commandSearchDoesTheChosenCommand()
    {
        Fixture f;
        f.key(Qt::Key_K, Qt::ControlModifier);
        auto* search = f.window->findChild<CommandSearch*>();
        QVERIFY(search);
        auto* field = search->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"new shot"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(f.film().shotCount(), 4);
        QVERIFY(!search->isVisible());
    }

    void cameraMovesComeFromTheMenu()
    {
        Fixture f;
        f.window->actions().cameraMove(CameraMove::PanRight)->trigger();
        const auto shot = f.film().shotNamed(u"1A"_s);
        QVERIFY(!shot->camera.isStatic());
        QVERIFY(shot->camera.at(1.0, 2.0).panRad > 0);
        f.window->actions().at(u"motion.clearCamera"_s)->trigger();
        QVERIFY(f.film().shotNamed(u"1A"_s)->camera.isStatic());
    }

    void shootButtonShoots()
    {
        Fixture f;
        auto* button = f.window->findChild<QPushButton*>(u"shoot"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        f.window->desk().runner().waitForAll();
        QTRY_VERIFY(f.film().shotNamed(u"1A"_s)->circledTake);
    }

    void errorsStayUntilTheyAreRead()
    {
        Fixture f;
        ErrorBox& errors = f.window->errors();
        QVERIFY(!errors.isVisible());
        f.window->desk().report(Error{ErrorCode::DiskFull, "/films/a.dgrip", "write: 28"});
        f.window->desk().report(Error{ErrorCode::DiskFull, "/films/a.dgrip", "write: 28"});
        f.window->desk().report(Error{ErrorCode::FileNotFound, "b.png", {}});
        QVERIFY(errors.isVisible());
        QVERIFY(!errors.sentence().isEmpty());
        QVERIFY(f.window->canvas().rect().contains(errors.geometry()));
        const QString first = errors.sentence();
        auto* close = errors.findChild<QToolButton*>(u"errorClose"_s);
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(errors.isVisible());
        QVERIFY(errors.sentence() != first);
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!errors.isVisible());
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
    }

    void titleSaysWhenItIsSaved()
    {
        Fixture f;
        QVERIFY(f.window->windowTitle().contains(u"saved"_s));
        f.key(Qt::Key_N);
        QTRY_VERIFY(f.window->windowTitle().contains(u"— saved"_s));
    }

    void closingKeepsEverything()
    {
        Fixture f;
        f.key(Qt::Key_N);
        const QString path = f.window->desk().store().path();
        f.window->close();
        f.window.reset();
        auto again = FilmStore::open(path);
        QVERIFY(again);
        QCOMPARE((*again)->openedFilm().shotCount(), 4);
    }

    void deleteGoesByWhereOneWorks()
    {
        Fixture f;
        f.session().setShot(f.film().shotNamed(u"1B"_s)->id);
        f.window->canvas().setFocus();
        QTest::keyClick(&f.window->canvas(), Qt::Key_Delete);
        QCOMPARE(f.film().shotCount(), 3);
        f.window->board().setFocus();
        QTest::keyClick(&f.window->board(), Qt::Key_Delete);
        QCOMPARE(f.film().shotCount(), 2);
        QVERIFY(!f.film().shotNamed(u"1B"_s));
    }

    void shellOpensCreatesAndRefuses()
    {
        ShellInFolder on;
        Shell& shell = on.shell;
        // Nothing there: a window that says so, and no crash.
        on.settle([&] { shell.open(on.folder.filePath(u"absent.dgrip"_s)); });
        QVERIFY(shell.startWindow());
        QVERIFY(!shell.startWindow()->findChild<QLabel*>(u"sentence"_s)->text().isEmpty());
        const QString path = on.folder.filePath(u"Ä film's “name”.dgrip"_s);
        on.settle([&] { shell.create(path, test::twoScenes()); });
        QVERIFY(shell.window());
        QCOMPARE(on.settings.lastFilm(), path);
        // A broken film leaves the open one open.
        QFile broken(on.folder.filePath(u"broken.dgrip"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("not a film");
        broken.close();
        MainWindow* before = shell.window();
        on.settle([&] { shell.open(broken.fileName()); });
        QCOMPARE(shell.window(), before);
        QVERIFY(before->errors().isVisible());
        // Another film takes its place, and the first one's lock is free again.
        const QString other = on.folder.filePath(u"other.dgrip"_s);
        on.settle([&] { shell.create(other, test::longFilm(20)); });
        QCOMPARE(shell.window()->desk().document().film().shotCount(), 20);
        const QPointer<MainWindow> second = shell.window();
        on.settle([&] { shell.open(path); });
        QCOMPARE(shell.window()->desk().document().film().shotCount(), 3);
        QTRY_VERIFY(!second);
    }

    void theNewestWishIsOpened()
    {
        ShellInFolder on;
        QStringList paths;
        for (const QString& name : {u"a.dgrip"_s, u"b.dgrip"_s, u"c.dgrip"_s}) {
            paths += on.folder.filePath(name);
            QVERIFY(FilmStore::create(paths.last(), test::twoScenes()));
        }
        on.settle([&] {
            on.shell.open(paths[0]);
            on.shell.open(paths[0]); // a second click
            on.shell.open(paths[1]);
            on.shell.open(paths[2]);
            QVERIFY(on.shell.isOpening());
            QVERIFY(!on.shell.window()); // nobody waited for the disk
        });
        QVERIFY(on.shell.window());
        QCOMPARE(on.shell.window()->desk().store().path(), paths[2]);
        // What was no longer wanted holds no lock.
        QVERIFY(FilmStore::open(paths[0]));
        QVERIFY(FilmStore::open(paths[1]));
    }

    void theSameFilmOpensOnceMoreToLookAt()
    {
        ShellInFolder on;
        const QString path = on.folder.filePath(u"a.dgrip"_s);
        QVERIFY(FilmStore::create(path, test::twoScenes()));
        on.settle([&] {
            on.shell.open(path);
            on.shell.open(path, OpenMode::ReadOnly);
        });
        QVERIFY(on.shell.window());
        QVERIFY(on.shell.window()->desk().store().isReadOnly());
    }

    void aShellThatGoesWhileItOpensLeavesNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.dgrip"_s);
        QVERIFY(FilmStore::create(path, test::twoScenes()));
        {
            Settings settings(folder.filePath(u"s.ini"_s));
            Shell shell(test::runnerOf(std::make_shared<test::FakeGenerator>()), settings);
            shell.open(path);
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
        QVERIFY(FilmStore::open(path));
    }

    void anEditAfterOpeningReachesTheFile()
    {
        ShellInFolder on;
        const QString path = on.folder.filePath(u"a.dgrip"_s);
        QVERIFY(FilmStore::create(path, test::twoScenes()));
        on.settle([&] { on.shell.open(path); });
        FilmDesk& desk = on.shell.window()->desk();
        QCOMPARE(desk.store().thread(), QThread::currentThread());
        QCOMPARE(desk.takes().thread(), QThread::currentThread());
        QSignalSpy written(&desk.store(), &FilmStore::written);
        on.shell.window()->actions().at(u"shot.new"_s)->trigger();
        QTRY_COMPARE(written.count(), 1);
        desk.shoot(generator::Quality::Draft);
        desk.runner().waitForAll();
        QCOMPARE(desk.takes().takes().size(), 1);
    }

    void aLongOpeningIsSaid()
    {
        StartWindow opening(u"/films/My film.dgrip"_s);
        opening.show();
        QVERIFY(opening.findChild<QLabel*>(u"opening"_s)->text().contains(u"My film"_s));
    }

    void lockedFilmCanBeLookedAt()
    {
        ShellInFolder on;
        const QString path = on.folder.filePath(u"held.dgrip"_s);
        auto holder = FilmStore::create(path, test::twoScenes());
        QVERIFY(holder);
        on.settle([&] { on.shell.open(path); });
        QVERIFY(on.shell.startWindow());
        auto* look = on.shell.startWindow()->findChild<QPushButton*>(u"openReadOnly"_s);
        on.settle([&] { QTest::mouseClick(look, Qt::LeftButton); });
        QVERIFY(on.shell.window());
        QVERIFY(on.shell.window()->desk().store().isReadOnly());
        QVERIFY(on.shell.window()->errors().isVisible());
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeKind::Dark);
    MainWindowTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mainwindow.moc"
