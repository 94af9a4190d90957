#include "core/project/editing.h"
#include "tests/support/filmbuilder.h"
#include "ui/canvas/arrowfit.h"
#include "ui/canvas/cameraframe.h"
#include "ui/canvas/camerawords.h"
#include "ui/canvas/canvasview.h"
#include "ui/canvas/drawnpanel.h"
#include "ui/canvas/overlay.h"
#include "ui/canvas/regionedit.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <numbers>
#include <random>

using namespace dollygrip;
using namespace dollygrip::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr double kAspect = 16.0 / 9;

void compareFrames(const CameraFrame& a, const CameraFrame& b)
{
    QVERIFY2((a.centre - b.centre).norm() < 1e-9, "centre");
    QVERIFY2(std::abs(a.scale - b.scale) < 1e-9, "scale");
    QVERIFY2(std::abs(a.rollRad - b.rollRad) < 1e-9, "roll");
}

CameraPath twoKeys(const CameraPose& to)
{
    CameraPath path;
    path.keys = {{0.0, CameraPose{}, Ease::None}, {1.0, to, Ease::None}};
    return path;
}

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- pose <-> rectangle ---
    void theStartPoseIsTheWholePicture()
    {
        CameraPose start;
        start.position = {1, 2, 3};
        start.panRad = 0.3;
        start.tiltRad = -0.2;
        start.rollRad = 0.1;
        start.focalMm = 28;
        CameraPath path;
        path.keys = {{0.0, start, Ease::None}};
        const CameraPaper paper(path, kAspect, 4.0);
        compareFrames(*paper.frame(start), CameraFrame{});
        const auto corners = *paper.corners(start);
        QVERIFY((corners[0] - Eigen::Vector2d(0, 0)).norm() < 1e-9);
        QVERIFY((corners[2] - Eigen::Vector2d(1, 1)).norm() < 1e-9);
    }

    void frameAndPoseAreInverse()
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> one(-1, 1);
        for (int i = 0; i < 200; ++i) {
            CameraPose start;
            start.position = {one(random), one(random), one(random)};
            start.panRad = 0.5 * one(random);
            start.tiltRad = 0.4 * one(random);
            start.rollRad = 0.3 * one(random);
            start.focalMm = 50 + 30 * one(random);
            CameraPath path;
            path.keys = {{0.0, start, Ease::None}};
            const CameraPaper paper(path, kAspect, 5 + 3 * one(random));
            CameraPose base = start; // looks askew, as after a pan
            base.panRad += 0.3 * one(random);
            base.tiltRad += 0.2 * one(random);
            base.focalMm *= 1 + 0.3 * one(random);
            CameraFrame wished;
            wished.centre = {0.5 + one(random), 0.5 + one(random)};
            wished.scale = std::exp(one(random));
            wished.rollRad = one(random);
            compareFrames(*paper.frame(paper.travelled(base, wished)), wished);
            compareFrames(*paper.frame(paper.zoomed(base, wished)), wished);
            const CameraPose turned = paper.turned(start, wished.centre);
            QVERIFY((paper.frame(turned)->centre - wished.centre).norm() < 1e-9);
            QCOMPARE(turned.position, start.position);
            // And back: the rectangle of a pose gives that pose.
            const CameraPose again = paper.travelled(base, *paper.frame(base));
            QVERIFY((again.position - base.position).norm() < 1e-9);
            QVERIFY(std::abs(again.rollRad - base.rollRad) < 1e-9);
        }
    }

    void aTruckMovesTheFrameByItsParallax()
    {
        CameraPath path;
        const CameraPaper paper(path, kAspect, 5.0);
        CameraFrame frame;
        frame.centre = {0.6, 0.5};
        const CameraPose pose = paper.travelled(CameraPose{}, frame);
        const double width = 5.0 * kSuper35WidthMm / kDefaultFocalMm; // of the subject's plane
        QVERIFY(std::abs(pose.position.x() - 0.1 * width) < 1e-9);
        QVERIFY(std::abs(pose.position.y()) < 1e-9 && std::abs(pose.position.z()) < 1e-9);
    }

    void halfTheFrameIsADollyOfHalfTheWay()
    {
        const CameraPaper paper(CameraPath{}, kAspect, 5.0);
        CameraFrame frame;
        frame.scale = 0.5;
        QVERIFY(std::abs(paper.travelled(CameraPose{}, frame).position.z() - 2.5) < 1e-9);
        const CameraPose zoomed = paper.zoomed(CameraPose{}, frame);
        QVERIFY(zoomed.position.norm() < 1e-9);
        QVERIFY(std::abs(zoomed.focalMm - 2 * kDefaultFocalMm) < 1e-9);
    }

    void aCameraThatLooksAwayHasNoFrame()
    {
        const CameraPaper paper(CameraPath{}, kAspect, 5.0);
        CameraPose pose;
        pose.panRad = std::numbers::pi;
        QVERIFY(!paper.frame(pose));
        QVERIFY(!paper.corners(pose));
        pose.panRad = std::numbers::pi / 2 * 0.95;
        QVERIFY(!paper.corners(pose)); // one side looks past the paper
    }

    // --- words ---
    void cameraInWords_data()
    {
        QTest::addColumn<CameraPath>("path");
        QTest::addColumn<QString>("words");
        QTest::newRow("no keys") << CameraPath{} << u"35 mm, static"_s;
        CameraPose pose;
        pose.position.z() = 1.2;
        CameraPath push = twoKeys(pose);
        push.keys[0].ease = Ease::Out;
        QTest::newRow("push-in") << push << u"35 mm, push-in 1.2 m, ease out"_s;
        pose.focalMm = 50;
        push = twoKeys(pose);
        push.keys[0].ease = Ease::Out;
        QTest::newRow("push-in and zoom") << push << u"35 → 50 mm, push-in 1.2 m, ease out"_s;
        pose.focalMm = 26;
        QTest::newRow("dolly zoom") << twoKeys(pose) << u"35 → 26 mm, dolly zoom in 1.2 m"_s;
        pose = {};
        pose.panRad = 20 * std::numbers::pi / 180;
        QTest::newRow("pan") << twoKeys(pose) << u"35 mm, pan right 20°"_s;
        pose.panRad = -400 * std::numbers::pi / 180;
        QTest::newRow("whip") << twoKeys(pose) << u"35 mm, whip pan left 400°"_s;
        pose = {};
        pose.position = {-0.5, 0.25, 0};
        QTest::newRow("truck and pedestal")
            << twoKeys(pose) << u"35 mm, truck left 0.5 m, pedestal up 0.25 m"_s;
        MoveSettings settings;
        settings.amount = 30;
        QTest::newRow("orbit") << namedMove(CameraMove::OrbitRight, settings)
                               << u"35 mm, orbit right 30°"_s;
        settings.amount = 1.0;
        QTest::newRow("hand-held")
            << namedMove(CameraMove::Handheld, settings) << u"35 mm, hand-held"_s;
        CameraPath round = twoKeys(CameraPose{});
        round.keys.insert(round.keys.begin() + 1, {0.5, settings.start, Ease::None});
        round.keys[1].pose.tiltRad = 10 * std::numbers::pi / 180;
        QTest::newRow("and back") << round << u"35 mm, tilt up 10°, and back"_s;
    }
    void cameraInWords()
    {
        QFETCH(CameraPath, path);
        QFETCH(QString, words);
        QCOMPARE(cameraWords(path, 48, FrameRate{24, 1}), words);
    }

    // --- lines ---
    void aStraightHandIsTwoPoints()
    {
        std::vector<Eigen::Vector2d> drawn;
        for (int i = 0; i <= 100; ++i)
            drawn.emplace_back(i / 100.0, 0.5 + 0.0004 * std::sin(i * 1.7));
        const auto points = fitted(drawn, kAspect, 0.003);
        QCOMPARE(points.size(), std::size_t(2));
        QVERIFY(points.front() == drawn.front() && points.back() == drawn.back());
    }

    void aBowKeepsItsShapeWithFewPoints()
    {
        std::vector<Eigen::Vector2d> drawn;
        for (int i = 0; i <= 200; ++i) {
            const double t = i / 200.0 * std::numbers::pi;
            drawn.emplace_back(0.5 - 0.3 * std::cos(t), 0.5 - 0.3 * std::sin(t));
        }
        const auto points = fitted(drawn, kAspect, 0.004);
        QVERIFY(points.size() > 4 && points.size() < 24);
        for (const auto& point : drawn) {
            double nearest = 1;
            for (std::size_t i = 0; i + 1 < points.size(); ++i)
                nearest =
                    std::min(nearest, segmentDistance(point, points[i], points[i + 1], kAspect));
            QVERIFY(nearest < 0.006);
        }
    }

    void anOutlineOfNothingStaysAsItIs()
    {
        QCOMPARE(simplified({}, kAspect, 0.01).size(), std::size_t(0));
        QCOMPARE(simplified({{0, 0}, {1, 1}}, kAspect, 0.01).size(), std::size_t(2));
        QCOMPARE(simplified({{0, 0}, {0.5, 0.5}, {1, 1}}, kAspect, 0.01).size(), std::size_t(3));
    }

    void keysAreNamedAsOnAStoryboard()
    {
        QCOMPARE(cameraKeyName(0), u"A"_s);
        QCOMPARE(cameraKeyName(25), u"Z"_s);
        QCOMPARE(cameraKeyName(26), u"AA"_s);
    }

    void regionNamesAreTheFirstFreeOnes()
    {
        Shot shot = emptyShot(u"1A"_s, 24);
        QCOMPARE(nextRegionName(shot), u"Region 1"_s);
        ShotRegion region;
        region.name = u"Region 1"_s;
        shot.regions.append(region);
        QCOMPARE(nextRegionName(shot), u"Region 2"_s);
    }

    // --- the sheets ---
    void aLiveStrokeIsOnTheSheetAndGoes()
    {
        const Film film =
            test::film().scene(u"A"_s).shot(u"1A"_s).stroke({{0.1, 0.1}, {0.9, 0.1}}).build();
        DrawnPanel panel(std::make_shared<PictureCache>());
        DrawnPanel::Wanted wanted;
        wanted.film = film;
        wanted.panel = test::firstShot(film)->panels.first();
        wanted.frame = {320, 180};
        panel.show(wanted);
        QTRY_VERIFY(panel.isCurrent());
        const auto shown = [&] {
            QImage image(320, 180, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            panel.paint(painter, QRectF(image.rect()));
            return image;
        };
        const QImage before = shown();
        QVERIFY(before.pixelColor(160, 18).lightness() < 128); // the stroke that is there
        Stroke stroke;
        stroke.width = 0.05;
        const LayerId layer = wanted.panel->layers.first().id;
        for (int i = 0; i < 20; ++i) {
            stroke.points.append({0.1F + 0.04F * float(i), 0.5F, 1.0F});
            const QRectF changed = panel.showStroke(layer, stroke, i);
            QVERIFY(!changed.isEmpty());
            QVERIFY(changed.height() < 0.2);
        }
        QVERIFY(shown().pixelColor(160, 90).lightness() < 128);
        panel.endStroke(false);
        QCOMPARE(shown(), before);
        // The eraser shows the paper, not a hole through everything.
        stroke.brush = Brush::Eraser;
        for (StrokePoint& point : stroke.points)
            point.y = 0.1F;
        panel.showStroke(layer, stroke, 0);
        QCOMPARE(shown().pixelColor(160, 18), QColor(Qt::white));
        panel.endStroke(true);
        QCOMPARE(shown().pixelColor(160, 18), QColor(Qt::white));
    }

    void aSheetThatIsGoneTakesNoStroke()
    {
        DrawnPanel panel(std::make_shared<PictureCache>());
        Stroke stroke;
        stroke.points = {{0.5F, 0.5F, 1.0F}};
        QVERIFY(panel.showStroke(LayerId::create(), stroke, 0).isEmpty());
        QVERIFY(panel.endStroke(true).isEmpty());
    }

    // --- zoom and pan ---
    void theWheelZoomsTowardsTheCursor()
    {
        Document document(test::film().scene(u"A"_s).shot(u"1A"_s).build());
        Session session(document);
        CanvasView canvas(session, std::make_shared<PictureCache>());
        canvas.resize(800, 500);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        const QPointF at(300, 200);
        const Eigen::Vector2d under = canvas.canvasFrame().toPicture(at);
        const double before = canvas.canvasFrame().rect.height();
        QWheelEvent wheel(at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 480), Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &wheel);
        QVERIFY(std::abs(canvas.canvasFrame().rect.height() - 2 * before) < 2);
        QVERIFY(seenDistance(canvas.canvasFrame().toPicture(at), under, kAspect) < 0.004);
        canvas.fit();
        QVERIFY(std::abs(canvas.canvasFrame().rect.height() - before) < 0.5);
    }

    void theMiddleButtonPans()
    {
        Document document(test::film().scene(u"A"_s).shot(u"1A"_s).build());
        Session session(document);
        CanvasView canvas(session, std::make_shared<PictureCache>());
        canvas.resize(800, 500);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        const QPointF before = canvas.canvasFrame().rect.topLeft();
        QTest::mousePress(&canvas, Qt::MiddleButton, {}, {400, 250});
        QTest::mouseMove(&canvas, {430, 230});
        QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, {430, 230});
        QCOMPARE(canvas.canvasFrame().rect.topLeft(), before + QPointF(30, -20));
        QCOMPARE(document.undoStack().count(), 0);
    }

    void aFilmWithoutShotsIsPaintedToo()
    {
        Document document(emptyFilm({}));
        Session session(document);
        CanvasView canvas(session, std::make_shared<PictureCache>());
        canvas.resize(640, 400);
        QVERIFY(!canvas.grab().isNull());
        QSignalSpy said(&canvas, &CanvasView::message);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, {300, 200});
        QCOMPARE(said.count(), 1);
        QCOMPARE(document.undoStack().count(), 0);
    }
};

QTEST_MAIN(CanvasTest)
#include "tst_canvas.moc"
