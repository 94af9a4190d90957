#include "core/geometry/camerachannels.h"
#include "core/project/editing.h"
#include "tests/ui/paperdesk.h"
#include "ui/canvas/cameraframe.h"
#include "ui/canvas/overlay.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::ui;
using test::blank;
using test::isNear;
using test::PaperDesk;

class CameraToolTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void draggingTheFrameMakesB()
    {
        PaperDesk desk(blank());
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
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.7, 0.5}}, Qt::ControlModifier);
        const CameraPose pose = desk.shot()->camera.keys.at(1).pose;
        QCOMPARE(pose.position, Eigen::Vector3d(0, 0, 0));
        QVERIFY(pose.panRad > 0.05 && std::abs(pose.tiltRad) < 0.02);
    }

    void aCornerDolliesAndWithControlZooms()
    {
        PaperDesk desk(blank());
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
        PaperDesk desk(blank());
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
        PaperDesk desk(blank());
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
        PaperDesk desk(blank());
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
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.9, 0.5}});
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.steps(), 2);
        QVERIFY(desk.shot()->camera.isStatic());
        QCOMPARE(desk.session.cameraKey(), -1);
    }

    void altPansAndZooms()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.6, 0.5}}, Qt::AltModifier);
        QVERIFY(desk.shot()->camera.keys.at(1).pose.panRad > 0.02);
        QCOMPARE(desk.shot()->camera.keys.at(1).pose.position, Eigen::Vector3d(0, 0, 0));
    }

    void theDotOnThePathMovesItsFrame()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.8, 0.5}});
        desk.session.setCameraKey(-1);
        desk.drag({{0.8, 0.5}, {0.8, 0.3}}); // lies inside both frames
        const CameraPath camera = desk.shot()->camera;
        QCOMPARE(camera.keys.size(), std::size_t(2));
        const CameraPaper paper(camera, 16.0 / 9, subjectDistance(*desk.shot()));
        QVERIFY(isNear(paper.frame(camera.keys[1].pose)->centre, 0.8, 0.3));
    }

    void draggingThePathPutsAFrameIntoIt()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.9, 0.5}});
        desk.drag({{0.7, 0.5}, {0.7, 0.3}});
        QCOMPARE(desk.steps(), 2);
        const CameraPath camera = desk.shot()->camera;
        QCOMPARE(camera.keys.size(), std::size_t(3));
        QVERIFY(std::abs(camera.keys[1].at - 0.5) < 0.02);
        const CameraPaper paper(camera, 16.0 / 9, subjectDistance(*desk.shot()));
        QVERIFY(isNear(paper.frame(camera.keys[1].pose)->centre, 0.7, 0.3, 0.02));
        QCOMPARE(desk.session.cameraKey(), 1);
        desk.document.undoStack().undo();
        QCOMPARE(desk.shot()->camera.keys.size(), std::size_t(2));
    }

    void arrowKeysMoveTheChosenFrame()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.8, 0.5}});
        const double before = desk.shot()->camera.keys[1].pose.position.x();
        desk.key(Qt::Key_Right);
        QVERIFY(desk.shot()->camera.keys[1].pose.position.x() > before);
        QTest::keyClick(&desk.canvas, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(desk.shot()->camera.keys[1].pose.position.y() > 0.001);
        desk.document.undoStack().undo();
        desk.document.undoStack().undo();
        QCOMPARE(desk.shot()->camera.keys[1].pose.position.x(), before);
    }

    // What the curve editor gave a channel follows the frame under the hand.
    void aFrameOnCurvesTakesItsPointsAlong()
    {
        PaperDesk desk(blank());
        desk.session.setTool(ToolKind::Camera);
        desk.drag({{0.5, 0.5}, {0.8, 0.5}});
        CameraPath path = desk.shot()->camera;
        setCurve(path, CameraChannel::Truck, curveOf(path, CameraChannel::Truck));
        QVERIFY(desk.document.edit(QStringLiteral("curve"), [&](Film& film) {
            return setCamera(film, desk.shot()->id, path);
        }));
        desk.drag({{0.8, 0.5}, {0.9, 0.5}});
        const CameraPath camera = desk.shot()->camera;
        QVERIFY(camera.keys[1].pose.position.x() > path.keys[1].pose.position.x() + 0.1);
        QCOMPARE(camera.stillAt(1).position.x(), camera.keys[1].pose.position.x());
        QCOMPARE(camera.curve(CameraChannel::Truck).points.size(), std::size_t(2));
    }

    void escapeDropsTheCameraFrame()
    {
        PaperDesk desk(blank());
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
};

QTEST_MAIN(CameraToolTest)
#include "tst_cameratool.moc"
