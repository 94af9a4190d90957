#include "core/playback/transport.h"
#include "core/project/editing.h"
#include "tests/ui/deskonfilm.h"
#include "ui/filmcommands.h"
#include "ui/timeline/timelineview.h"

#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture : test::DeskOnFilm {
    explicit Fixture(const Film& film = test::twoScenes()) : DeskOnFilm(film), commands(*desk)
    {
        view.resize(900, 220);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qWarning("not exposed");
    }
    QWidget* paper() { return view.viewport(); }
    int x(double frame) const { return int(std::lround(view.layoutNow().x(frame))); }
    int shotsY() const { return view.layoutNow().rows().shots.center().y(); }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(paper(), Qt::LeftButton, modifiers, at);
    }
    /// A drag in steps, as a hand does it; without the release.
    void dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, modifiers);
        for (int i = 1; i <= 5; ++i) {
            const QPointF at = QPointF(from) + (QPointF(to) - QPointF(from)) * i / 5.0;
            QMouseEvent move(QEvent::MouseMove, at, paper()->mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, modifiers);
            QApplication::sendEvent(paper(), &move);
        }
    }
    void drop(QPoint at) { QTest::mouseRelease(paper(), Qt::LeftButton, {}, at); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        dragTo(from, to, modifiers);
        drop(to);
    }

    FilmCommands commands;
    TimelineView view{*desk, commands};
};

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void framesAndPixelsAgreeBothWays()
    {
        TimelineLayout layout;
        layout.setSize(1000, 200);
        layout.setLength(2400);
        layout.zoomAt(500, 7.0);
        for (const FrameIndex frame : {0, 1, 37, 2399}) {
            QCOMPARE(layout.cutNear(layout.x(double(frame))), frame);
            QCOMPARE(layout.frameUnder(layout.x(double(frame) + 0.5)), frame);
        }
    }

    void zoomKeepsTheFrameUnderTheCursor()
    {
        TimelineLayout layout;
        layout.setSize(1000, 200);
        layout.setLength(2400);
        layout.zoomAt(300, 10.0);
        layout.setScroll(20000);
        for (const double factor : {2.0, 0.7, 1.9, 0.5}) {
            const double before = layout.position(620);
            layout.zoomAt(620, factor);
            QVERIFY(std::abs(layout.position(620) - before) < 1e-6);
        }
    }

    void rulerLabelsAreNeverTooClose_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {1.0, 1.7, 3.0, 9.0, 30.0, 200.0})
            QTest::addRow("zoom %g", zoom) << zoom;
    }
    void rulerLabelsAreNeverTooClose()
    {
        QFETCH(double, zoom);
        TimelineLayout layout;
        layout.setSize(1200, 200);
        layout.setLength(24 * 600);
        layout.zoomAt(400, zoom);
        const FrameIndex step = layout.rulerStep(FrameRate{24, 1}, 100);
        QVERIFY(double(step) * layout.pixelsPerFrame() >= 100 || step >= 24 * 3600);
        QVERIFY(step <= 12 || step % 24 == 0 || 24 % step == 0);
    }

    void rowsFillTheHeightInOrder()
    {
        for (const int height : {130, 200, 400}) {
            TimelineLayout layout;
            layout.setSize(800, height);
            const TimelineRows rows = layout.rows();
            QVERIFY(rows.ruler.bottom() < rows.shots.top());
            QVERIFY(rows.shots.bottom() < rows.motion.top());
            QVERIFY(rows.motion.bottom() < rows.camera.top());
            QVERIFY(rows.camera.bottom() < rows.sound.top());
            QVERIFY(rows.sound.bottom() <= height);
        }
    }

    void draggingTheEdgeTrimsAndRipples()
    {
        Fixture f;
        f.drag({f.x(48), f.shotsY()}, {f.x(60), f.shotsY()});
        QCOMPARE(f.shot(u"1A"_s)->length, FrameIndex(60));
        QCOMPARE(f.shot(u"1B"_s)->length, FrameIndex(36));
        QCOMPARE(f.film().length(), FrameIndex(60 + 36 + 60));
        QCOMPARE(f.undo().count(), 1);
        QCOMPARE(f.undo().undoText(), u"Trim shot"_s);
        f.undo().undo();
        QCOMPARE(f.film().length(), FrameIndex(144));
    }

    void documentIsUntouchedWhileTheHandTrims()
    {
        Fixture f;
        f.dragTo({f.x(48), f.shotsY()}, {f.x(30), f.shotsY()});
        QCOMPARE(f.shot(u"1A"_s)->length, FrameIndex(48));
        QTest::keyClick(&f.view, Qt::Key_Escape);
        f.drop({f.x(30), f.shotsY()});
        QCOMPARE(f.shot(u"1A"_s)->length, FrameIndex(48));
        QCOMPARE(f.undo().count(), 0);
    }

    void trimNeverGoesBelowOneFrame()
    {
        Fixture f;
        f.drag({f.x(48), f.shotsY()}, {TimelineLayout::kHeader - 60, f.shotsY()});
        QCOMPARE(f.shot(u"1A"_s)->length, FrameIndex(1));
    }

    void controlRollsTheCutAndKeepsTheTotal()
    {
        Fixture f;
        f.drag({f.x(48), f.shotsY()}, {f.x(40), f.shotsY()}, Qt::ControlModifier);
        QCOMPARE(f.shot(u"1A"_s)->length, FrameIndex(40));
        QCOMPARE(f.shot(u"1B"_s)->length, FrameIndex(44));
        QCOMPARE(f.film().length(), FrameIndex(144));
        QCOMPARE(f.undo().undoText(), u"Roll cut"_s);
    }

    void draggingAShotReorders()
    {
        Fixture f;
        f.drag({f.x(20), f.shotsY()}, {f.x(82), f.shotsY()});
        QCOMPARE(f.order(), u"1B 1A | 2A"_s);
        f.undo().undo();
        QCOMPARE(f.order(), u"1A 1B | 2A"_s);
    }

    void aShotCanBeDraggedIntoAnotherScene()
    {
        Fixture f;
        f.drag({f.x(20), f.shotsY()}, {f.x(143), f.shotsY()});
        QCOMPARE(f.order(), u"1B | 2A 1A"_s);
    }

    void droppingAShotWhereItIsChangesNothing()
    {
        Fixture f;
        f.drag({f.x(10), f.shotsY()}, {f.x(30), f.shotsY()});
        QCOMPARE(f.order(), u"1A 1B | 2A"_s);
        QCOMPARE(f.undo().count(), 0);
    }

    void rulerScrubs()
    {
        Fixture f;
        const int y = f.view.layoutNow().rows().ruler.center().y();
        f.dragTo({f.x(5.5), y}, {f.x(100.5), y});
        QCOMPARE(f.desk->session().playhead(), FrameIndex(100));
        QCOMPARE(f.desk->transport().position(), FrameIndex(100));
        f.drop({f.x(100.5), y});
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"2A"_s)->id));
        QCOMPARE(f.undo().count(), 0);
    }

    void clickChoosesTheShotAndSetsThePlayhead()
    {
        Fixture f;
        QTest::mouseClick(f.paper(), Qt::LeftButton, {}, {f.x(60.5), f.shotsY()});
        QCOMPARE(f.desk->session().shotId(), std::optional(f.shot(u"1B"_s)->id));
        QCOMPARE(f.desk->session().playhead(), FrameIndex(60));
    }

    void barEndsTimeTheArrow()
    {
        Fixture f;
        const Cut cut(f.film());
        const QRectF bar = motionBars(cut.entries().front(), f.view.layoutNow()).front().rect;
        const QPoint end = QPointF(bar.right() - 1, bar.center().y()).toPoint();
        f.drag(end, end + QPoint(int(12 * f.view.layoutNow().pixelsPerFrame()), 0));
        const MotionPath path = f.shot(u"1A"_s)->regions.first().motions.first().path;
        QVERIFY2(std::abs(path.to - (0.5 + 12.0 / 47.0)) < 1.0 / 47,
                 qPrintable(QString::number(path.to)));
        QCOMPARE(path.from, 0.0);
        QCOMPARE(f.undo().undoText(), u"Time arrow"_s);
    }

    void barsOfOneRegionAreALineAndChangePlaces()
    {
        Fixture f(test::film()
                      .scene(u"INT. ROOM"_s)
                      .shot(u"1A"_s, 97)
                      .region({{0.2, 0.4}, {0.3, 0.4}, {0.3, 0.6}})
                      .arrow({{0.25, 0.5}, {0.45, 0.5}}, 0.0, 0.5)
                      .arrow({{0.45, 0.5}, {0.45, 0.8}}, 0.5, 1.0)
                      .change([](Shot& shot) { shot.regions.first().name = u"boat"_s; })
                      .build());
        TimelineView& view = f.view;
        const auto bars = [&] {
            const Cut cut(f.film());
            return motionBars(cut.entries().front(), view.layoutNow());
        };
        const auto before = bars();
        QCOMPARE(before.size(), std::size_t(2));
        QCOMPARE(before[0].rect.top(), before[1].rect.top());
        QCOMPARE(before[0].rect.right(), before[1].rect.left());
        QCOMPARE(before[0].name, u"boat"_s);
        const auto path = [&](qsizetype i) {
            return f.shot(u"1A"_s)->regions.first().motions[i].path;
        };
        const auto drag = [&](const QPointF& from, const QPointF& to, Qt::KeyboardModifiers keys,
                              bool isDropped = false) {
            QTest::mousePress(view.viewport(), Qt::LeftButton, keys, from.toPoint());
            for (int i = 1; i <= 6; ++i) {
                const QPointF at = from + (to - from) * i / 6.0;
                QMouseEvent move(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at),
                                 Qt::NoButton, Qt::LeftButton, keys);
                QCoreApplication::sendEvent(view.viewport(), &move);
            }
            if (isDropped) {
                QVERIFY(f.desk->session().hasDraft()); // it plays while it is dragged
                QTest::keyClick(&view, Qt::Key_Escape);
            }
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, keys, to.toPoint());
        };
        // Escape leaves nothing.
        const QPointF joint(before[1].rect.left() + 2, before[1].rect.center().y());
        drag(joint, joint + QPointF(80, 0), Qt::AltModifier, true);
        QCOMPARE(f.undo().index(), 0);
        QVERIFY(!f.desk->session().hasDraft());
        // The end of one is the start of the other.
        drag(joint, joint + QPointF(80, 0), Qt::AltModifier);
        QCOMPARE(f.undo().index(), 1);
        QVERIFY(path(0).to > 0.52);
        QCOMPARE(path(0).to, path(1).from);
        QVERIFY(f.desk->session().motionId());
        f.undo().undo();
        // Past its neighbour's middle it takes that one's place.
        const MotionId second = f.shot(u"1A"_s)->regions.first().motions[1].id;
        drag(before[1].rect.center(), before[0].rect.center() - QPointF(20, 0), {});
        QCOMPARE(f.shot(u"1A"_s)->regions.first().motions[0].id, second);
        QCOMPARE(path(0).from, 0.0);
        QCOMPARE(path(1).points.front(), path(0).points.back());
    }

    void cameraKeysMoveInTime()
    {
        Fixture f;
        const Cut cut(f.film());
        const CutEntry& entry = cut.entries()[1];
        const int last = int(entry.shot->camera.keys.size()) - 1;
        const QPoint key = cameraKeyPlace(entry, last, f.view.layoutNow()).toPoint();
        f.drag(key, key - QPoint(int(10 * f.view.layoutNow().pixelsPerFrame()), 0));
        const auto& keys = f.shot(u"1B"_s)->camera.keys;
        QVERIFY(std::abs(keys.back().at - (1.0 - 10.0 / 35.0)) <= 1.0 / 35);
        QCOMPARE(f.desk->session().cameraKey(), last);
        QCOMPARE(f.undo().count(), 1);
    }

    void soundMovesByDragAndGoesByKey()
    {
        Fixture f(test::film()
                      .scene(u"INT. ROOM"_s)
                      .shot(u"1A"_s, 96)
                      .sound(u"steps"_s, 10, 1.0)
                      .build());
        const QRectF clip = clipPlaces(f.film(), f.view.layoutNow()).front().rect;
        const QPoint at = clip.center().toPoint();
        f.drag(at, at + QPoint(int(20 * f.view.layoutNow().pixelsPerFrame()), 0));
        const AudioClip moved = f.film().audio.first()->clips.first();
        QVERIFY(std::abs(moved.at - 30) <= 1);
        QCOMPARE(f.undo().undoText(), u"Move sound"_s);
        QVERIFY(f.view.selectedClip() == moved.id);
        f.commands.deleteClip(moved.id);
        QVERIFY(f.film().audio.first()->clips.isEmpty());
    }

    void soundsAtTheSameTimeLieBelowEachOther()
    {
        const Film film = test::film()
                              .scene(u"INT. ROOM"_s)
                              .shot(u"1A"_s, 96)
                              .sound(u"wind"_s, 0, 4.0)
                              .sound(u"clock"_s, 24, 1.0)
                              .sound(u"steps"_s, 60, 1.0)
                              .build();
        TimelineLayout layout;
        layout.setSize(900, 220);
        layout.setLength(96);
        const auto places = clipPlaces(film, layout);
        QCOMPARE(places.size(), std::size_t(3));
        for (std::size_t a = 0; a < places.size(); ++a) {
            for (std::size_t b = a + 1; b < places.size(); ++b)
                QVERIFY(!places[a].rect.intersects(places[b].rect));
        }
        QCOMPARE(places[1].rect.top(), places[2].rect.top());
    }

    void controlWheelZoomsToTheCursor()
    {
        Fixture f;
        const QPointF at(600, 60);
        const double before = f.view.layoutNow().position(at.x());
        QWheelEvent wheel(at, f.paper()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(f.paper(), &wheel);
        QVERIFY(!f.view.layoutNow().isFitted());
        QVERIFY(std::abs(f.view.layoutNow().position(at.x()) - before) < 0.5);
        QVERIFY(f.view.horizontalScrollBar()->maximum() > 0);
    }

    void playheadStaysInView()
    {
        Fixture f;
        for (int i = 0; i < 6; ++i)
            f.view.zoomIn();
        f.desk->session().setPlayhead(143);
        const double x = f.view.layoutNow().x(143);
        QVERIFY(x > TimelineLayout::kHeader && x < f.view.viewport()->width());
    }

    void longFilmPaintsQuickly()
    {
        Fixture f(test::longFilm(2000));
        QImage image(f.view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        f.view.viewport()->render(&image);
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 5; ++i)
            f.view.viewport()->render(&image);
        QVERIFY2(clock.elapsed() / 5 < 50 * DOLLYGRIP_SLOWNESS,
                 qPrintable(QString::number(clock.elapsed() / 5)));
    }
};

QTEST_MAIN(TimelineTest)
#include "tst_timeline.moc"
