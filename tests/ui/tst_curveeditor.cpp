#include "core/geometry/motionpath.h"
#include "tests/ui/deskonfilm.h"
#include "ui/camera/curveeditor.h"
#include "ui/camera/curveview.h"
#include "ui/inspector/numberfield.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;
using test::DeskOnFilm;

namespace {

constexpr FrameIndex kLength = 49;

Film trucking()
{
    return test::film().scene(u"EXT. SEA"_s).shot(u"1A"_s, kLength).truck(2.0).build();
}

/// A film that trucks, with its curves on the screen and a hand on them.
struct CurvesOnScreen {
    DeskOnFilm on{trucking()};
    CurveEditor editor{*on.desk};
    CurveView& view = editor.view();

    CurvesOnScreen()
    {
        editor.resize(900, 300);
        editor.show();
        if (!QTest::qWaitForWindowExposed(&editor))
            qFatal("no window");
        view.fit();
    }
    CameraPath camera() { return on.film().shotNamed(u"1A"_s)->camera; }
    const ChannelCurve& truck() { return view.curve(CameraChannel::Truck); }
    QPointF point(CameraChannel channel, std::size_t i)
    {
        const CurvePoint& p = view.curve(channel).points[i];
        return view.graph().at(channel, p.at, p.value);
    }
    void send(QEvent::Type type, const QPointF& at, Qt::MouseButton button,
              Qt::KeyboardModifiers keys = {})
    {
        const Qt::MouseButtons held =
            type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(Qt::LeftButton);
        QMouseEvent event(type, at, view.mapToGlobal(at), button, held, keys);
        QCoreApplication::sendEvent(&view, &event);
    }
    void press(const QPointF& at, Qt::KeyboardModifiers keys = {})
    {
        send(QEvent::MouseButtonPress, at, Qt::LeftButton, keys);
    }
    void moveTo(const QPointF& at, Qt::KeyboardModifiers keys = {})
    {
        send(QEvent::MouseMove, at, Qt::NoButton, keys);
    }
    void release(const QPointF& at, Qt::KeyboardModifiers keys = {})
    {
        send(QEvent::MouseButtonRelease, at, Qt::LeftButton, keys);
    }
    void drag(const QPointF& from, const QPointF& to, Qt::KeyboardModifiers keys = {})
    {
        press(from, keys);
        for (int i = 1; i <= 6; ++i)
            moveTo(from + (to - from) * i / 6.0, keys);
        release(to, keys);
    }
    void click(const QPointF& at, Qt::KeyboardModifiers keys = {})
    {
        press(at, keys);
        release(at, keys);
    }
};

} // namespace

class CurveEditorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itShowsWhatMoves()
    {
        CurvesOnScreen s;
        QVERIFY(s.view.channel() == CameraChannel::Truck);
        QVERIFY(s.view.isShown(CameraChannel::Truck) && !s.view.isShown(CameraChannel::Pan));
        QCOMPARE(s.truck().points.size(), std::size_t(2));
        QVERIFY(!s.view.hasOwnCurve(CameraChannel::Truck));
    }

    void draggingAPointGivesTheChannelItsCurveAndMovesTheFrame()
    {
        CurvesOnScreen s;
        QSignalSpy drafts(&s.on.desk->session(), &Session::draftChanged);
        const QPointF from = s.point(CameraChannel::Truck, 1);
        const double perPixel = s.view.graph().valuePerPixel(CameraChannel::Truck);
        s.drag(from, from - QPointF(0, 40), Qt::ShiftModifier);
        QVERIFY(drafts.count() > 4); // plays while it is dragged
        QCOMPARE(s.on.undo().index(), 1);
        const double expected = 2.0 + 40 * perPixel;
        QVERIFY(std::abs(s.camera().stillAt(1).position.x() - expected) < 1e-9);
        QVERIFY(std::abs(s.camera().keys[1].pose.position.x() - expected) < 1e-9);
        QVERIFY(s.view.hasOwnCurve(CameraChannel::Truck));
        s.on.undo().undo();
        QVERIFY(!s.view.hasOwnCurve(CameraChannel::Truck));
        QCOMPARE(s.camera().stillAt(1).position.x(), 2.0);
    }

    void timeSnapsToFramesAndNoPointPassesAnother()
    {
        CurvesOnScreen s;
        const QPointF from = s.point(CameraChannel::Truck, 1);
        const double frame = s.view.graph().frameStep() / s.view.graph().fractionPerPixel();
        s.drag(from, from - QPointF(10.3 * frame, 0), Qt::ShiftModifier);
        const double at = s.truck().points[1].at * double(kLength - 1);
        QVERIFY2(std::abs(at - std::round(at)) < 1e-9, qPrintable(QString::number(at)));
        QCOMPARE(std::lround(at), 38L);
        QCOMPARE(s.camera().keys[1].at, s.truck().points[1].at); // its frame goes with it
        s.drag(s.point(CameraChannel::Truck, 1), s.point(CameraChannel::Truck, 0) - QPointF(60, 0),
               Qt::ShiftModifier);
        QVERIFY(s.truck().points[1].at > s.truck().points[0].at);
    }

    void escapeLeavesNothing()
    {
        CurvesOnScreen s;
        const QPointF from = s.point(CameraChannel::Truck, 1);
        s.press(from);
        s.moveTo(from + QPointF(0, 50));
        QVERIFY(s.on.desk->session().hasDraft());
        QTest::keyClick(&s.view, Qt::Key_Escape);
        s.release(from + QPointF(0, 50));
        QVERIFY(!s.on.desk->session().hasDraft());
        QCOMPARE(s.on.undo().count(), 0);
        QCOMPARE(s.truck().points[1].value, 2.0);
    }

    void aBoxSelectsAndAllMoveTogether()
    {
        CurvesOnScreen s;
        const QPointF a = s.point(CameraChannel::Truck, 0), b = s.point(CameraChannel::Truck, 1);
        s.drag(QPointF(a.x() - 12, b.y() - 10), QPointF(b.x() + 7, a.y() + 10));
        QCOMPARE(s.view.selection().size(), std::size_t(2));
        QCOMPARE(s.on.undo().count(), 0);
        s.drag(a, a - QPointF(0, 30), Qt::ShiftModifier);
        QCOMPARE(s.on.undo().count(), 1);
        const double by = 30 * s.view.graph().valuePerPixel(CameraChannel::Truck);
        QVERIFY(std::abs(s.truck().points[0].value - by) < 1e-6);
        QVERIFY(std::abs(s.truck().points[1].value - 2 - by) < 1e-6);
        // The drawing stays where it was drawn; the camera stands beside it now.
        QCOMPARE(s.camera().startPose(), CameraPose{});
        s.click(QPointF(a.x() + 60, b.y()));
        QVERIFY(s.view.selection().empty());
    }

    void aDoubleClickOnTheCurveAddsAPoint()
    {
        CurvesOnScreen s;
        const QPointF middle =
            (s.point(CameraChannel::Truck, 0) + s.point(CameraChannel::Truck, 1)) / 2;
        s.click(middle);
        s.send(QEvent::MouseButtonDblClick, middle, Qt::LeftButton);
        s.release(middle);
        QCOMPARE(s.truck().points.size(), std::size_t(3));
        QVERIFY(std::abs(s.truck().points[1].at - 0.5) < 1e-9);
        QVERIFY(std::abs(s.camera().stillAt(0.3).position.x() - 0.6) < 1e-9); // same shape
        QCOMPARE(s.view.selection().size(), std::size_t(1));
        QTest::keyClick(&s.view, Qt::Key_Delete);
        QCOMPARE(s.truck().points.size(), std::size_t(2));
        QCOMPARE(s.on.undo().index(), 2);
    }

    void handlesBendTheCurve()
    {
        CurvesOnScreen s;
        s.view.select({{CameraChannel::Truck, 0}});
        s.view.setHandles(CurveHandles::Aligned);
        QCOMPARE(s.on.undo().index(), 1);
        const QPointF handle =
            s.view.graph().handle(s.truck(), CameraChannel::Truck, 0, CurveGrip::Part::Out);
        s.drag(handle, QPointF(handle.x(), s.point(CameraChannel::Truck, 0).y()));
        QCOMPARE(s.on.undo().index(), 2);
        QVERIFY(s.camera().stillAt(0.1).position.x() < 0.1); // starts slowly now
        QVERIFY(std::abs(s.camera().stillAt(1).position.x() - 2) < 1e-9);
    }

    void easesAndHandleKindsAreOneStepEach()
    {
        CurvesOnScreen s;
        s.view.applyEase(Ease::InOut);
        QCOMPARE(s.on.undo().index(), 1);
        const double t = 0.25;
        QVERIFY(std::abs(s.camera().stillAt(t).position.x() - 2 * t * t * (3 - 2 * t)) < 1e-9);
        s.view.applyEase(Ease::In);
        QVERIFY(std::abs(s.camera().stillAt(t).position.x() - 2 * t * t * t) < 1e-9);
        s.view.setHandles(CurveHandles::Hold);
        QCOMPARE(s.camera().stillAt(0.9).position.x(), 0.0);
        s.view.setHandles(CurveHandles::Linear);
        QVERIFY(std::abs(s.camera().stillAt(t).position.x() - 2 * t) < 1e-9);
        QCOMPARE(s.on.undo().index(), 4);
    }

    void arrowKeysNudgeWhatIsSelected()
    {
        CurvesOnScreen s;
        s.view.select({{CameraChannel::Truck, 1}});
        QTest::keyClick(&s.view, Qt::Key_Up);
        QVERIFY(std::abs(s.truck().points[1].value - 2.01) < 1e-9);
        QTest::keyClick(&s.view, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(std::abs(s.truck().points[1].value - 2.11) < 1e-9);
        QTest::keyClick(&s.view, Qt::Key_Left);
        QVERIFY(std::abs(s.truck().points[1].at - 47.0 / 48) < 1e-9);
    }

    void numbersOfThePointCanBeTyped()
    {
        CurvesOnScreen s;
        s.view.select({{CameraChannel::Truck, 1}});
        const QList<NumberField*> fields = s.editor.findChildren<NumberField*>();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(std::lround(fields[0]->value()), 49L);
        QTest::keyClick(fields[0], Qt::Key_Return);
        QTest::keyClicks(fields[0], u"25"_s);
        QTest::keyClick(fields[0], Qt::Key_Return);
        QCOMPARE(s.truck().points[1].at, 0.5);
        QTest::keyClick(fields[1], Qt::Key_Return);
        QTest::keyClicks(fields[1], u"1.5"_s);
        QTest::keyClick(fields[1], Qt::Key_Return);
        QCOMPARE(s.truck().points[1].value, 1.5);
    }

    void aChannelFollowsTheFramesAgain()
    {
        CurvesOnScreen s;
        s.view.applyEase(Ease::InOut);
        QVERIFY(s.view.hasOwnCurve(CameraChannel::Truck));
        s.view.followFrames();
        QVERIFY(!s.view.hasOwnCurve(CameraChannel::Truck));
        QVERIFY(std::abs(s.camera().stillAt(0.25).position.x() - 0.5) < 1e-9);
    }

    void aChannelThatStandsCanBeMadeToMove()
    {
        CurvesOnScreen s;
        s.view.setChannel(CameraChannel::Pan);
        s.view.fit();
        s.drag(s.point(CameraChannel::Pan, 1), s.point(CameraChannel::Pan, 1) - QPointF(0, 30),
               Qt::ShiftModifier);
        QVERIFY(s.camera().stillAt(1).panRad > 0.01);
        QVERIFY(std::abs(s.camera().stillAt(0.5).position.x() - 1) < 1e-9); // the truck as before
        QCOMPARE(s.camera().keys[1].pose.panRad, s.camera().stillAt(1).panRad);
    }

    void theRulerMovesThePlayhead()
    {
        CurvesOnScreen s;
        s.drag({s.view.graph().x(0.2), 8}, {s.view.graph().x(0.5), 8});
        QCOMPARE(s.on.desk->session().playhead(), FrameIndex(24));
        s.click({s.view.graph().x(1.0) + 3, 8}); // on the letter B
        QCOMPARE(s.on.desk->session().cameraKey(), 1);
        QCOMPARE(s.on.desk->session().playhead(), FrameIndex(48));
        QCOMPARE(s.on.undo().count(), 0);
    }

    void theWheelZoomsWhereItPoints()
    {
        CurvesOnScreen s;
        const QPointF at(s.view.graph().x(0.5), 120);
        const double before = s.view.graph().fractionPerPixel();
        QWheelEvent wheel(at, s.view.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&s.view, &wheel);
        QVERIFY(s.view.graph().fractionPerPixel() < before);
        QVERIFY(std::abs(s.view.graph().x(0.5) - at.x()) < 1e-6);
        QTest::keyClick(&s.view, Qt::Key_F);
        QCOMPARE(s.view.graph().fractionPerPixel(), before);
    }

    void anotherShotShowsItsOwnCurves()
    {
        DeskOnFilm on(test::twoScenes());
        CurveEditor editor(*on.desk);
        on.desk->session().setShot(on.shot(u"1B"_s)->id);
        QVERIFY(editor.view().isShown(CameraChannel::Truck));
        on.desk->session().setShot(on.shot(u"2A"_s)->id);
        QVERIFY(editor.view().selection().empty());
    }
};

QTEST_MAIN(CurveEditorTest)
#include "tst_curveeditor.moc"
