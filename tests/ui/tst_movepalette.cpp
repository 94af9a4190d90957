#include "tests/ui/deskonfilm.h"
#include "ui/camera/handheldfield.h"
#include "ui/camera/movepalette.h"
#include "ui/inspector/numberfield.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;
using test::DeskOnFilm;

namespace {

Film oneShot()
{
    return test::film()
        .scene(u"EXT. SEA"_s)
        .shot(u"1A"_s, 49)
        .stroke({{0.2, 0.2}, {0.8, 0.7}})
        .build();
}

struct PaletteOnScreen {
    DeskOnFilm on{oneShot()};
    MovePalette palette{*on.desk};

    PaletteOnScreen()
    {
        palette.resize(300, 900);
        palette.show();
        if (!QTest::qWaitForWindowExposed(&palette))
            qFatal("no window");
    }
    CameraPath camera() { return on.shot(u"1A"_s)->camera; }
    void point(CameraMove move)
    {
        const QPointF at = palette.grid().tile(move).center();
        QMouseEvent event(QEvent::MouseMove, at, palette.grid().mapToGlobal(at), Qt::NoButton,
                          Qt::NoButton, {});
        QCoreApplication::sendEvent(&palette.grid(), &event);
    }
    void click(CameraMove move)
    {
        QTest::mouseClick(&palette.grid(), Qt::LeftButton, {}, palette.grid().tile(move).center());
    }
};

} // namespace

class MovePaletteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMoveGetsItsOwnPictures()
    {
        PaletteOnScreen s;
        QTRY_VERIFY_WITH_TIMEOUT(s.palette.thumbnails().frames(CameraMove::Handheld).size()
                                     == MoveThumbnails::kFrames,
                                 30000);
        const auto& still = s.palette.thumbnails().frames(CameraMove::Static);
        const auto& truck = s.palette.thumbnails().frames(CameraMove::TruckRight);
        QCOMPARE(still.size(), truck.size());
        QCOMPARE(still.first(), still.last());
        QVERIFY(truck.first() == still.first());
        QVERIFY(truck.last() != truck.first());
        for (const CameraMove move : allCameraMoves())
            QCOMPARE(s.palette.thumbnails().frames(move).size(), MoveThumbnails::kFrames);
    }

    void pointingTriesItOnThePaperOnly()
    {
        PaletteOnScreen s;
        s.point(CameraMove::TruckRight);
        QTRY_VERIFY(s.on.desk->session().hasDraft());
        QCOMPARE(s.on.desk->session().shot()->camera.keys.size(), std::size_t(2));
        QVERIFY(s.camera().keys.empty());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&s.palette.grid(), &leave);
        QVERIFY(!s.on.desk->session().hasDraft());
        QCOMPARE(s.on.undo().count(), 0);
    }

    void aClickMakesItInOneStep()
    {
        PaletteOnScreen s;
        s.point(CameraMove::TruckRight);
        QTRY_VERIFY(s.on.desk->session().hasDraft());
        s.click(CameraMove::TruckRight);
        QVERIFY(!s.on.desk->session().hasDraft());
        QCOMPARE(s.on.undo().count(), 1);
        QCOMPARE(s.camera().keys[1].pose.position.x(), 1.0);
        s.click(CameraMove::PanLeft); // replaces
        QCOMPARE(s.camera().keys[1].pose.position.x(), 0.0);
        QVERIFY(s.camera().keys[1].pose.panRad < -0.1);
    }

    void addingPutsOneOnTopOfTheOther()
    {
        PaletteOnScreen s;
        s.click(CameraMove::TruckRight);
        s.palette.setAdds(true);
        s.click(CameraMove::PanLeft);
        QCOMPARE(s.camera().stillAt(1).position.x(), 1.0);
        QVERIFY(s.camera().stillAt(1).panRad < -0.1);
        s.click(CameraMove::OrbitRight);
        QVERIFY(!s.camera().curve(CameraChannel::Truck).isEmpty());
        QCOMPARE(s.on.undo().count(), 3);
    }

    void strengthGoesOnWorkingOnTheMoveThatWasMade()
    {
        PaletteOnScreen s;
        s.click(CameraMove::TruckRight);
        auto* amount = s.palette.findChildren<NumberField*>().first();
        QCOMPARE(amount->value(), 1.0);
        QTest::keyClick(amount, Qt::Key_Return);
        QTest::keyClicks(amount, u"2.5"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(s.camera().keys[1].pose.position.x(), 2.5);
        QCOMPARE(s.on.undo().count(), 2);
        QCOMPARE(s.palette.amount(CameraMove::TruckRight), 2.5);
        s.on.undo().undo();
        QCOMPARE(s.camera().keys[1].pose.position.x(), 1.0);
    }

    void arrowKeysWalkAndReturnMakesIt()
    {
        PaletteOnScreen s;
        QTest::keyClick(&s.palette.grid(), Qt::Key_Right);
        QTest::keyClick(&s.palette.grid(), Qt::Key_Right);
        QCOMPARE(s.palette.grid().hovered(), std::optional(CameraMove::PanRight));
        QTest::keyClick(&s.palette.grid(), Qt::Key_Return);
        QVERIFY(s.camera().keys[1].pose.panRad > 0.1);
        QTest::keyClick(&s.palette.grid(), Qt::Key_Escape);
        QVERIFY(!s.palette.grid().hovered());
    }

    void handsAreNamed()
    {
        DeskOnFilm on(oneShot());
        HandheldField field(*on.desk);
        const auto hands = field.findChildren<QToolButton*>();
        QCOMPARE(hands.size(), 4);
        QVERIFY(hands[0]->isChecked());
        hands[2]->click();
        const auto handheld = on.shot(u"1A"_s)->camera.handheld;
        QVERIFY(handheld && handheld->rotationRad > 0);
        QCOMPARE(std::lround(HandheldField::percentOf(handheld)), 100L);
        field.findChild<QSlider*>()->setValue(150);
        field.findChild<QSlider*>()->setValue(160);
        QCOMPARE(on.undo().count(), 2); // dragging is one step
        hands[0]->click();
        QVERIFY(!on.shot(u"1A"_s)->camera.handheld);
    }
};

QTEST_MAIN(MovePaletteTest)
#include "tst_movepalette.moc"
