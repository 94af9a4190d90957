#include "core/geometry/region.h"
#include "core/project/editing.h"
#include "tests/support/filmbuilder.h"
#include "ui/canvas/cameraframe.h"
#include "ui/canvas/canvasview.h"
#include "ui/canvas/overlay.h"

#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::StringLiterals;

namespace {

Film blank()
{
    return test::film().scene(u"INT. ROOM"_s).shot(u"1A"_s, 48).build();
}

// A region in the middle of the picture with an arrow to the right.
Film withArrow()
{
    return test::film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 48)
        .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}})
        .arrow({{0.5, 0.5}, {0.8, 0.5}})
        .build();
}

// A document with its paper on the screen, and a hand that draws on it.
struct Desk {
    Document document;
    Session session;
    CanvasView canvas;

    explicit Desk(const Film& film)
        : document(film), session(document), canvas(session, std::make_shared<PictureCache>())
    {
        canvas.resize(1000, 640);
        canvas.show();
        if (!QTest::qWaitForWindowExposed(&canvas))
            qFatal("no window");
    }
    std::shared_ptr<const Shot> shot() const { return test::firstShot(document.film()); }
    int steps() { return document.undoStack().count(); }
    QPoint at(double x, double y) const
    {
        return canvas.canvasFrame().toWidget(Eigen::Vector2d(x, y)).toPoint();
    }
    void press(double x, double y, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&canvas, Qt::LeftButton, keys, at(x, y));
    }
    void moveTo(double x, double y, Qt::KeyboardModifiers keys = {},
                Qt::MouseButtons buttons = Qt::LeftButton)
    {
        const QPointF place = at(x, y);
        QMouseEvent event(QEvent::MouseMove, place, canvas.mapToGlobal(place), Qt::NoButton,
                          buttons, keys);
        QCoreApplication::sendEvent(&canvas, &event);
    }
    void release(double x, double y, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseRelease(&canvas, Qt::LeftButton, keys, at(x, y));
    }
    void drag(const QList<QPointF>& way, Qt::KeyboardModifiers keys = {})
    {
        press(way.first().x(), way.first().y(), keys);
        for (qsizetype i = 0; i + 1 < way.size(); ++i) {
            for (int part = 1; part <= 8; ++part) {
                const QPointF p = way[i] + (way[i + 1] - way[i]) * part / 8.0;
                moveTo(p.x(), p.y(), keys);
            }
        }
        release(way.last().x(), way.last().y(), keys);
    }
    void click(double x, double y, Qt::KeyboardModifiers keys = {})
    {
        press(x, y, keys);
        release(x, y, keys);
    }
    void doubleClick(double x, double y)
    {
        click(x, y);
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, at(x, y));
    }
    void key(Qt::Key key) { QTest::keyClick(&canvas, key); }
    void pen(QEvent::Type type, double x, double y, double pressure,
             QPointingDevice::PointerType kind = QPointingDevice::PointerType::Pen)
    {
        static const QPointingDevice penDevice(
            u"pen"_s, 77, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
            QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 3);
        static const QPointingDevice eraserDevice(
            u"eraser"_s, 78, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Eraser,
            QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 3);
        const bool isEraser = kind == QPointingDevice::PointerType::Eraser;
        const QPointF place = at(x, y);
        QTabletEvent event(type, isEraser ? &eraserDevice : &penDevice, place,
                           canvas.mapToGlobal(place), pressure, 0, 0, 0, 0, 0, {}, Qt::LeftButton,
                           Qt::LeftButton);
        QCoreApplication::sendEvent(&canvas, &event);
    }
};

bool isNear(const Eigen::Vector2d& a, double x, double y, double within = 0.006)
{
    return (a - Eigen::Vector2d(x, y)).norm() < within;
}

} // namespace

class ToolsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- pen and eraser ---
    void aPenStrokeIsOneStep()
    {
        Desk desk(blank());
        desk.drag({{0.2, 0.3}, {0.6, 0.3}});
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.document.undoStack().undoText(), u"Draw"_s);
        const auto& strokes = desk.shot()->panels.first()->layers.first().strokes;
        QCOMPARE(strokes.size(), 1);
        const Stroke& stroke = *strokes.first();
        QVERIFY(stroke.points.size() > 4);
        QVERIFY(isNear({stroke.points.first().x, stroke.points.first().y}, 0.2, 0.3));
        QVERIFY(isNear({stroke.points.last().x, stroke.points.last().y}, 0.6, 0.3));
        QCOMPARE(stroke.points.first().pressure, 0.5F);
        desk.document.undoStack().undo();
        QVERIFY(desk.shot()->panels.first()->layers.first().strokes.isEmpty());
    }

    void aClickIsADot()
    {
        Desk desk(blank());
        desk.click(0.5, 0.5);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.shot()->panels.first()->layers.first().strokes.size(), 1);
    }

    void aTabletDrawsWithItsPressure()
    {
        Desk desk(blank());
        desk.pen(QEvent::TabletPress, 0.2, 0.5, 0.1);
        for (int i = 1; i <= 20; ++i)
            desk.pen(QEvent::TabletMove, 0.2 + 0.02 * i, 0.5, 0.1 + 0.04 * i);
        desk.pen(QEvent::TabletRelease, 0.6, 0.5, 0.0);
        QCOMPARE(desk.steps(), 1);
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QVERIFY(stroke.points.first().pressure < 0.2F);
        float most = 0;
        for (const StrokePoint& point : stroke.points)
            most = std::max(most, point.pressure);
        QVERIFY(most > 0.7F);
        QCOMPARE(stroke.brush, Brush::Ink);
    }

    void theOtherEndOfThePenErases()
    {
        Desk desk(blank());
        constexpr auto kEraser = QPointingDevice::PointerType::Eraser;
        desk.pen(QEvent::TabletPress, 0.2, 0.5, 0.5, kEraser);
        desk.pen(QEvent::TabletMove, 0.4, 0.5, 0.5, kEraser);
        desk.pen(QEvent::TabletRelease, 0.4, 0.5, 0.0, kEraser);
        QCOMPARE(desk.steps(), 1);
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QCOMPARE(stroke.brush, Brush::Eraser);
        QCOMPARE(stroke.width, desk.session.brush().eraserWidth);
    }

    void shiftDrawsAStraightLine()
    {
        Desk desk(blank());
        desk.drag({{0.2, 0.2}, {0.4, 0.7}, {0.8, 0.3}}, Qt::ShiftModifier);
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QCOMPARE(stroke.points.size(), 2);
        QVERIFY(isNear({stroke.points.last().x, stroke.points.last().y}, 0.8, 0.3));
    }

    void escapeDropsTheStroke()
    {
        Desk desk(blank());
        desk.press(0.2, 0.2);
        desk.moveTo(0.5, 0.5);
        desk.key(Qt::Key_Escape);
        desk.release(0.6, 0.6);
        QCOMPARE(desk.steps(), 0);
        QVERIFY(desk.shot()->panels.first()->layers.first().strokes.isEmpty());
    }

    void drawingBeyondTheFrameIsKept()
    {
        Desk desk(blank());
        desk.drag({{-0.02, 0.5}, {0.3, 0.5}});
        const Stroke stroke = *desk.shot()->panels.first()->layers.first().strokes.first();
        QVERIFY(stroke.points.first().x < 0);
    }

    void aLockedLayerSaysSo()
    {
        Desk desk(blank());
        const auto change = [](Layer& layer) {
            layer.isLocked = true;
            return Result<void>();
        };
        QVERIFY(desk.document.edit(u"lock"_s, [&](Film& film) {
            return changeLayer(film, desk.shot()->id, *desk.session.layerId(), change);
        }));
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.drag({{0.2, 0.3}, {0.6, 0.3}});
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(said.count(), 1);
    }

    void aPenOnAWatchedFrameGoesBackToThePanel()
    {
        Desk desk(withArrow());
        desk.session.setPlayhead(20);
        QVERIFY(desk.canvas.isWatching());
        desk.press(0.2, 0.2);
        QCOMPARE(desk.session.playhead(), FrameIndex(0));
        QVERIFY(!desk.canvas.isWatching());
        desk.release(0.2, 0.2);
        QCOMPARE(desk.steps(), 1);
    }

    void drawingStopsThePlaying()
    {
        Desk desk(withArrow());
        desk.session.setPlayhead(20);
        desk.session.setPlaying(true);
        QSignalSpy asked(&desk.canvas, &CanvasView::stopAsked);
        desk.click(0.2, 0.2);
        QCOMPARE(asked.count(), 1);
    }

    // --- regions ---
    void theMotionBrushMakesARegion()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Region);
        desk.drag({{0.3, 0.3}, {0.5, 0.4}});
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.shot()->regions.size(), 1);
        const ShotRegion region = desk.shot()->regions.first();
        QCOMPARE(region.name, u"Region 1"_s);
        QCOMPARE(region.layer, *desk.session.layerId());
        QVERIFY(desk.session.regionId() == region.id);
        QVERIFY(region.area.feather > 0);
        desk.drag({{0.7, 0.7}, {0.8, 0.8}}); // elsewhere: another one
        QCOMPARE(desk.shot()->regions.size(), 2);
        QCOMPARE(desk.shot()->regions.last().name, u"Region 2"_s);
    }

    void shiftAddsAndAltTakesAway()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Region);
        desk.drag({{0.3, 0.3}, {0.5, 0.3}});
        desk.drag({{0.7, 0.7}, {0.8, 0.7}}, Qt::ShiftModifier);
        desk.drag({{0.35, 0.3}, {0.36, 0.3}}, Qt::AltModifier);
        QCOMPARE(desk.steps(), 3);
        QCOMPARE(desk.shot()->regions.size(), 1);
        const Region area = desk.shot()->regions.first().area;
        QCOMPARE(area.strokes.size(), std::size_t(3));
        QVERIFY(contains(area, {0.75, 0.7}, 16.0 / 9));
        QVERIFY(!contains(area, {0.355, 0.3}, 16.0 / 9));
        QVERIFY(contains(area, {0.47, 0.3}, 16.0 / 9));
    }

    void altWithoutARegionSaysWhatToDo()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Region);
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.drag({{0.3, 0.3}, {0.5, 0.3}}, Qt::AltModifier);
        QCOMPARE(said.count(), 1);
        QCOMPARE(desk.steps(), 0);
    }

    void aLassoDrawnFreehandIsARegion()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Lasso);
        desk.drag({{0.3, 0.3}, {0.6, 0.3}, {0.6, 0.6}, {0.3, 0.6}, {0.3, 0.32}});
        QCOMPARE(desk.steps(), 1);
        const Region area = desk.shot()->regions.first().area;
        QVERIFY(contains(area, {0.45, 0.45}, 16.0 / 9));
        QVERIFY(!contains(area, {0.75, 0.45}, 16.0 / 9));
        QVERIFY(area.outlines.front().size() < 12);
    }

    void aLassoClickedCornerByCornerClosesOnReturn()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Lasso);
        desk.click(0.3, 0.3);
        desk.click(0.6, 0.3);
        desk.click(0.5, 0.7);
        QCOMPARE(desk.steps(), 0);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 1);
        QCOMPARE(desk.shot()->regions.first().area.outlines.front().size(), std::size_t(3));
    }

    void escapeDropsTheLasso()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Lasso);
        desk.click(0.3, 0.3);
        desk.click(0.6, 0.3);
        desk.key(Qt::Key_Escape);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 0);
    }

    // --- arrows ---
    void anArrowNeedsARegion()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Arrow);
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.drag({{0.3, 0.3}, {0.6, 0.3}});
        QCOMPARE(said.count(), 1);
        QCOMPARE(desk.steps(), 0);
    }

    void anArrowIsDrawnFromTheRegionUnderIt()
    {
        Desk desk(withArrow());
        QVERIFY(desk.document.edit(u"clear"_s, [&](Film& film) {
            return changeShot(film, desk.shot()->id, [](Shot& shot) {
                shot.regions.first().motions.clear();
                return Result<void>();
            });
        }));
        desk.session.setTool(ToolKind::Arrow);
        QSignalSpy drafts(&desk.session, &Session::draftChanged);
        desk.drag({{0.5, 0.55}, {0.5, 0.85}});
        QVERIFY(drafts.count() > 4); // it played while it was drawn
        QVERIFY(!desk.session.hasDraft());
        QCOMPARE(desk.steps(), 2);
        QCOMPARE(desk.document.undoStack().undoText(), u"Draw motion arrow"_s);
        const auto motions = desk.shot()->regions.first().motions;
        QCOMPARE(motions.size(), 1);
        const auto points = motions.first().path.points;
        QVERIFY(points.size() <= 4);
        QVERIFY(isNear(points.front(), 0.5, 0.55) && isNear(points.back(), 0.5, 0.85));
        QVERIFY(desk.session.motionId() == motions.first().id);
    }

    void anArrowFromTheTipContinuesTheWay()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Arrow);
        desk.drag({{0.8, 0.5}, {0.8, 0.9}});
        QCOMPARE(desk.steps(), 1);
        const auto motions = desk.shot()->regions.first().motions;
        QCOMPARE(motions.size(), 2);
        QCOMPARE(motions[0].path.to, motions[1].path.from);
        QCOMPARE(motions[1].path.to, 1.0);
        QVERIFY(isNear(motions[1].path.points.front(), 0.8, 0.5, 1e-6));
        // The longer way gets more of the time: 0.53 picture heights against 0.4.
        QVERIFY(std::abs(motions[0].path.to - 0.533 / 0.933) < 0.02);
    }

    void escapeDropsTheArrow()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Arrow);
        desk.press(0.45, 0.42);
        desk.moveTo(0.45, 0.2);
        desk.moveTo(0.45, 0.1);
        QVERIFY(desk.session.hasDraft());
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.session.hasDraft());
        desk.release(0.45, 0.1);
        QCOMPARE(desk.steps(), 0);
        QCOMPARE(desk.shot()->regions.first().motions.size(), 1);
    }

    void anArrowIsClickedPointByPoint()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Arrow);
        desk.click(0.45, 0.42);
        desk.click(0.45, 0.2);
        desk.click(0.2, 0.2);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.steps(), 1);
        const auto motions = desk.shot()->regions.first().motions;
        QCOMPARE(motions.size(), 1); // in the old arrow's place
        QCOMPARE(motions.first().path.points.size(), std::size_t(3));
        QVERIFY(isNear(motions.first().path.points.back(), 0.2, 0.2));
    }

    // --- select ---
    void anArrowsPointIsDragged()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.7, 0.5);
        QVERIFY(desk.session.motionId());
        QCOMPARE(desk.steps(), 0);
        desk.drag({{0.8, 0.5}, {0.8, 0.3}});
        QCOMPARE(desk.steps(), 1);
        const auto points = desk.shot()->regions.first().motions.first().path.points;
        QVERIFY(isNear(points.back(), 0.8, 0.3) && isNear(points.front(), 0.5, 0.5));
    }

    void aWholeArrowIsDragged()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.drag({{0.7, 0.5}, {0.7, 0.6}});
        QCOMPARE(desk.steps(), 1);
        const auto points = desk.shot()->regions.first().motions.first().path.points;
        QVERIFY(isNear(points.front(), 0.5, 0.6) && isNear(points.back(), 0.8, 0.6));
    }

    void aDoubleClickOnAnArrowAddsAPoint()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.doubleClick(0.7, 0.5);
        QCOMPARE(desk.steps(), 1);
        const auto points = desk.shot()->regions.first().motions.first().path.points;
        QCOMPARE(points.size(), std::size_t(3));
        QVERIFY(isNear(points[1], 0.7, 0.5));
    }

    void aRegionIsDraggedWithItsArrow()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.drag({{0.45, 0.57}, {0.35, 0.47}});
        QCOMPARE(desk.steps(), 1);
        const ShotRegion region = desk.shot()->regions.first();
        QVERIFY(isNear(region.area.outlines.front().front(), 0.3, 0.3));
        QVERIFY(isNear(region.motions.first().path.points.front(), 0.4, 0.4));
    }

    void deleteTakesTheArrowAndThenTheRegion()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.7, 0.5);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.shot()->regions.size(), 1);
        QVERIFY(desk.shot()->regions.first().motions.isEmpty());
        desk.key(Qt::Key_Delete);
        QVERIFY(desk.shot()->regions.isEmpty());
        QCOMPARE(desk.steps(), 2);
    }

    void aClickOnNothingSelectsNothing()
    {
        Desk desk(withArrow());
        desk.session.setTool(ToolKind::Select);
        desk.click(0.45, 0.55);
        QVERIFY(desk.session.regionId());
        desk.click(0.1, 0.1);
        QVERIFY(!desk.session.regionId());
        QCOMPARE(desk.steps(), 0);
    }

    // --- camera ---
    void draggingTheFrameMakesB()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        QSignalSpy drafts(&desk.session, &Session::draftChanged);
        desk.drag({{0.5, 0.5}, {0.6, 0.45}});
        QVERIFY(drafts.count() > 4);
        QCOMPARE(desk.steps(), 1);
        const CameraPath camera = desk.shot()->camera;
        QCOMPARE(camera.keys.size(), std::size_t(2));
        QCOMPARE(camera.keys[0].at, 0.0);
        QCOMPARE(camera.keys[1].at, 1.0);
        QCOMPARE(desk.session.cameraKey(), 1);
        const CameraPaper paper(camera, 16.0 / 9, subjectDistance(*desk.shot()));
        const auto frame = paper.frame(camera.keys[1].pose);
        QVERIFY(frame && isNear(frame->centre, 0.6, 0.45));
        QVERIFY(std::abs(frame->scale - 1) < 1e-9);
        QVERIFY(camera.keys[1].pose.position.x() > 0.1);
        QCOMPARE(camera.keys[1].pose.panRad, 0.0);
    }

    void controlPansInsteadOfTrucking()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.7, 0.5}}, Qt::ControlModifier);
        const CameraPose pose = desk.shot()->camera.keys.at(1).pose;
        QCOMPARE(pose.position, Eigen::Vector3d(0, 0, 0));
        QVERIFY(pose.panRad > 0.05 && std::abs(pose.tiltRad) < 0.02);
    }

    void aCornerDolliesAndWithControlZooms()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.55, 0.5}});
        desk.drag({{0.05, 0.0}, {0.30, 0.25}}); // B's corner halfway to its middle
        QCOMPARE(desk.steps(), 2);
        CameraPose pose = desk.shot()->camera.keys.at(1).pose;
        QVERIFY(std::abs(pose.position.z() - kDefaultDepthM / 2) < 0.1);
        QCOMPARE(pose.focalMm, kDefaultFocalMm);
        desk.document.undoStack().undo();
        desk.drag({{0.05, 0.0}, {0.30, 0.25}}, Qt::ControlModifier);
        pose = desk.shot()->camera.keys.at(1).pose;
        QVERIFY(std::abs(pose.focalMm - 2 * kDefaultFocalMm) < 2);
        QVERIFY(std::abs(pose.position.z()) < 1e-9);
    }

    void theRoundHandleRolls()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.6, 0.5}});
        const CanvasFrame frame = desk.canvas.canvasFrame();
        const QPointF handle =
            rollHandle(cameraQuad(frame, *desk.shot(), desk.shot()->camera.keys[1].pose));
        const Eigen::Vector2d at = frame.toPicture(handle);
        const double reach = 0.5 - at.y(); // heights above the frame's middle
        desk.drag({{at.x(), at.y()}, {at.x() + reach * 9 / 16 * 0.5, at.y()}});
        const double roll = desk.shot()->camera.keys.at(1).pose.rollRad;
        QVERIFY2(std::abs(roll - std::atan(0.5)) < 0.03, qPrintable(QString::number(roll)));
    }

    void movingALeavesTheDrawingWhereItIs()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.8, 0.5}});
        desk.session.setCameraKey(0);
        desk.drag({{0.1, 0.5}, {0.1, 0.4}}); // inside A alone
        const CameraPath camera = desk.shot()->camera;
        QVERIFY(camera.origin);
        QCOMPARE(camera.startPose(), CameraPose{});
        QVERIFY(camera.keys[0].pose.position.y() > 0.05);
        const CameraPaper paper(camera, 16.0 / 9, subjectDistance(*desk.shot()));
        QVERIFY(isNear(paper.frame(camera.keys[1].pose)->centre, 0.8, 0.5));
    }

    void aDoubleClickAddsAKeyAtThePlayhead()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.9, 0.5}});
        desk.session.setPlayhead(20);
        desk.doubleClick(0.7, 0.5);
        QCOMPARE(desk.steps(), 2);
        const CameraPath camera = desk.shot()->camera;
        QCOMPARE(camera.keys.size(), std::size_t(3));
        QVERIFY(std::abs(camera.keys[1].at - 20.0 / 47) < 1e-9);
        QSignalSpy said(&desk.canvas, &CanvasView::message);
        desk.doubleClick(0.7, 0.5);
        QCOMPARE(said.count(), 1);
        QCOMPARE(desk.steps(), 2);
    }

    void deleteTakesACameraKey()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.9, 0.5}});
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.steps(), 2);
        QVERIFY(desk.shot()->camera.isStatic());
        QCOMPARE(desk.session.cameraKey(), -1);
    }

    void escapeDropsTheCameraFrame()
    {
        Desk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.press(0.5, 0.5);
        desk.moveTo(0.6, 0.6);
        QCOMPARE(desk.session.shot()->camera.keys.size(), std::size_t(2));
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.session.shot()->camera.keys.size(), std::size_t(0));
        QCOMPARE(desk.session.cameraKey(), -1);
        desk.release(0.6, 0.6);
        QCOMPARE(desk.steps(), 0);
    }

    void everyGestureUndoesToTheSameFilm_data()
    {
        QTest::addColumn<ToolKind>("tool");
        QTest::newRow("pen") << ToolKind::Pen;
        QTest::newRow("eraser") << ToolKind::Eraser;
        QTest::newRow("motion brush") << ToolKind::Region;
        QTest::newRow("lasso") << ToolKind::Lasso;
        QTest::newRow("arrow") << ToolKind::Arrow;
        QTest::newRow("camera") << ToolKind::Camera;
        QTest::newRow("select") << ToolKind::Select;
    }
    void everyGestureUndoesToTheSameFilm()
    {
        QFETCH(ToolKind, tool);
        const Film film = withArrow();
        Desk desk(film);
        desk.session.setTool(tool);
        desk.drag({{0.43, 0.56}, {0.6, 0.7}, {0.3, 0.75}});
        QCOMPARE(desk.steps(), 1);
        QVERIFY(desk.document.film().check());
        const Film after = desk.document.film();
        QVERIFY(!(after == film));
        desk.document.undoStack().undo();
        QVERIFY(desk.document.film() == film);
        desk.document.undoStack().redo();
        QVERIFY(desk.document.film() == after);
    }

    // --- watching ---
    void thePictureOfAMovedShotIsShown()
    {
        Desk desk(withArrow());
        desk.session.setPlayhead(24);
        QVERIFY(desk.canvas.isWatching());
        desk.canvas.setPicture(24, Image::ofColour(320, 180, 10, 200, 30));
        const QPoint at = desk.at(0.1, 0.9);
        QCOMPARE(desk.canvas.grab().toImage().pixelColor(at), QColor(10, 200, 30));
        desk.session.setPlayhead(0);
        QVERIFY(!desk.canvas.isWatching());
        QCOMPARE(desk.canvas.grab().toImage().pixelColor(at), desk.document.film().settings.paper);
    }

    void spaceTappedPlaysAndHeldPans()
    {
        Desk desk(blank());
        QSignalSpy toggled(&desk.canvas, &CanvasView::playToggled);
        desk.key(Qt::Key_Space);
        QCOMPARE(toggled.count(), 1);
        const QPointF before = desk.canvas.canvasFrame().rect.topLeft();
        QTest::keyPress(&desk.canvas, Qt::Key_Space);
        desk.press(0.5, 0.5);
        const QPointF to = desk.at(0.5, 0.5) + QPoint(20, 10);
        QMouseEvent move(QEvent::MouseMove, to, desk.canvas.mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(&desk.canvas, &move);
        QTest::mouseRelease(&desk.canvas, Qt::LeftButton, {}, to.toPoint());
        QTest::keyRelease(&desk.canvas, Qt::Key_Space);
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(desk.steps(), 0);
        QVERIFY(desk.canvas.canvasFrame().rect.topLeft() != before);
    }
};

QTEST_MAIN(ToolsTest)
#include "tst_tools.moc"
