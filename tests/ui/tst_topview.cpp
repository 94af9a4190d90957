#include "core/project/layerdepth.h"
#include "tests/ui/deskonfilm.h"
#include "ui/camera/topview.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::Literals::StringLiterals;
using test::DeskOnFilm;

namespace {

Film twoSheets()
{
    return test::film()
        .scene(u"EXT. SEA"_s)
        .shot(u"1A"_s, 49)
        .stroke({{0.3, 0.5}, {0.7, 0.5}})
        .layer(2.5)
        .stroke({{0.4, 0.4}, {0.6, 0.6}})
        .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}})
        .arrow({{0.5, 0.5}, {0.7, 0.5}})
        .truck(1.0)
        .build();
}

struct SetOnScreen {
    DeskOnFilm on{twoSheets()};
    TopView view{*on.desk};

    SetOnScreen()
    {
        view.resize(420, 420);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("no window");
        view.fit();
    }
    std::shared_ptr<const Shot> shot() { return on.shot(u"1A"_s); }
    const Layer& near() { return shot()->panels[0]->layers.last(); }
    void send(QEvent::Type type, const QPointF& at, Qt::MouseButton button,
              Qt::KeyboardModifiers keys = {})
    {
        const Qt::MouseButtons held =
            type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(Qt::LeftButton);
        QMouseEvent event(type, at, view.mapToGlobal(at), button, held, keys);
        QCoreApplication::sendEvent(&view, &event);
    }
    void drag(const QPointF& from, const QPointF& to, Qt::KeyboardModifiers keys = {})
    {
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, keys);
        for (int i = 1; i <= 6; ++i)
            send(QEvent::MouseMove, from + (to - from) * i / 6.0, Qt::NoButton, keys);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, keys);
    }
    double metre() { return view.toWidget({1, 0, 0}).x() - view.toWidget({0, 0, 0}).x(); }
};

} // namespace

class TopViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void draggingAFrameMovesTheCamera()
    {
        SetOnScreen s;
        QSignalSpy drafts(&s.on.desk->session(), &Session::draftChanged);
        const QPointF from = s.view.keyPlace(1);
        s.drag(from, from + QPointF(s.metre() * 0.5, -s.metre()));
        QVERIFY(drafts.count() > 4);
        QCOMPARE(s.on.undo().index(), 1);
        const Eigen::Vector3d place = s.shot()->camera.keys[1].pose.position;
        QVERIFY(std::abs(place.x() - 1.5) < 0.02 && std::abs(place.z() - 1) < 0.02);
        QCOMPARE(place.y(), 0.0);
        QCOMPARE(s.on.desk->session().cameraKey(), 1);
    }

    void theEndOfTheAxisTurnsIt()
    {
        SetOnScreen s;
        s.on.desk->session().setCameraKey(1);
        const auto tip = s.view.tipPlace();
        QVERIFY(tip);
        s.drag(*tip, *tip + QPointF(s.metre() * 2.5, 0));
        QCOMPARE(s.on.undo().index(), 1);
        const double pan = s.shot()->camera.keys[1].pose.panRad;
        QVERIFY2(std::abs(pan - std::atan(1.0)) < 0.03, qPrintable(QString::number(pan)));
        s.view.setSide(TopView::Side::Right);
        const auto side = s.view.tipPlace();
        QVERIFY(side);
        s.drag(*side, *side - QPointF(0, s.metre() > 0 ? 20 : 20));
        QVERIFY(s.shot()->camera.keys[1].pose.tiltRad > 0.01);
        QCOMPARE(s.on.undo().index(), 2);
    }

    void theSideViewRaisesTheCamera()
    {
        SetOnScreen s;
        s.view.setSide(TopView::Side::Right);
        s.on.desk->session().setCameraKey(1);
        const QPointF from = s.view.keyPlace(1);
        const double metre = s.view.toWidget({0, 0, 1}).x() - s.view.toWidget({0, 0, 0}).x();
        s.drag(from, from - QPointF(0, metre * 0.75), Qt::ShiftModifier);
        const Eigen::Vector3d place = s.shot()->camera.keys[1].pose.position;
        QVERIFY(std::abs(place.y() - 0.75) < 0.02);
        QVERIFY(std::abs(place.x() - 1) < 1e-9);
    }

    void aSheetIsPushedBackAndKeepsItsSize()
    {
        SetOnScreen s;
        const auto strokes = s.near().strokes;
        const auto place = s.view.planePlace(s.near().id);
        QVERIFY(place);
        s.drag(*place + QPointF(30, 0), *place + QPointF(30, -s.metre()));
        QCOMPARE(s.on.undo().index(), 1);
        QVERIFY2(std::abs(s.near().depthM - 3.5) < 0.06,
                 qPrintable(QString::number(s.near().depthM)));
        QVERIFY(s.near().strokes == strokes);
        QCOMPARE(s.on.desk->session().layerId(), std::optional(s.near().id));
        s.on.undo().undo();
        QCOMPARE(s.near().depthM, 2.5);
    }

    void aSheetThatKeepsItsMetresLooksSmaller()
    {
        SetOnScreen s;
        s.view.setKeepsSize(false);
        const auto place = s.view.planePlace(s.near().id);
        s.drag(*place + QPointF(30, 0), *place + QPointF(30, -s.metre() * 2.5));
        QCOMPARE(s.on.undo().index(), 1);
        QVERIFY2(std::abs(s.near().depthM - 5) < 0.11,
                 qPrintable(QString::number(s.near().depthM)));
        const double scale = 2.5 / s.near().depthM;
        const auto& stroke = s.near().strokes.first();
        QVERIFY(std::abs(stroke->points.first().x - float(0.5 - 0.1 * scale)) < 1e-3);
        const ShotRegion& region = s.shot()->regions.first();
        QVERIFY(std::abs(region.area.outlines[0][0].x() - (0.5 - 0.1 * scale)) < 1e-3);
        QVERIFY(std::abs(region.motions.first().path.points[1].x() - (0.5 + 0.2 * scale)) < 1e-3);
        QCOMPARE(s.shot()->camera.keys[1].pose.focalMm, kDefaultFocalMm);
    }

    void escapeLeavesNothing()
    {
        SetOnScreen s;
        const QPointF from = s.view.keyPlace(1);
        s.send(QEvent::MouseButtonPress, from, Qt::LeftButton);
        s.send(QEvent::MouseMove, from + QPointF(40, 0), Qt::NoButton);
        QVERIFY(s.on.desk->session().hasDraft());
        QTest::keyClick(&s.view, Qt::Key_Escape);
        s.send(QEvent::MouseButtonRelease, from + QPointF(40, 0), Qt::LeftButton);
        QVERIFY(!s.on.desk->session().hasDraft());
        QCOMPARE(s.on.undo().count(), 0);
    }

    void emptyGroundPansAndLetsGo()
    {
        SetOnScreen s;
        s.on.desk->session().setCameraKey(0);
        const QPointF before = s.view.toWidget({0, 0, 0});
        s.drag({20, 20}, {60, 50});
        QVERIFY(s.view.toWidget({0, 0, 0}) != before);
        QCOMPARE(s.on.undo().count(), 0);
        s.drag({20, 20}, {20, 20});
        QCOMPARE(s.on.desk->session().cameraKey(), -1);
    }

    void theFirstDragMakesB()
    {
        DeskOnFilm on(test::film().scene(u"S"_s).shot(u"1A"_s, 48).build());
        TopView view(*on.desk);
        view.resize(400, 400);
        view.show();
        view.fit();
        const QPoint from = view.keyPlace(0).toPoint();
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        QTest::mouseMove(&view, from + QPoint(5, 10));
        QMouseEvent move(QEvent::MouseMove, from + QPoint(30, 0),
                         view.mapToGlobal(from + QPoint(30, 0)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &move);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, from + QPoint(30, 0));
        QCOMPARE(on.shot(u"1A"_s)->camera.keys.size(), std::size_t(2));
        QCOMPARE(on.shot(u"1A"_s)->camera.keys[0].pose, CameraPose{});
    }
};

QTEST_MAIN(TopViewTest)
#include "tst_topview.moc"
