#include "core/multiplane/plate.h"
#include "tests/multiplane/stagekit.h"

#include <QPointF>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::multiplane;
using namespace stagekit;

namespace {

double holeArea(const GuideFrame& frame)
{
    double area = 0;
    for (const std::uint8_t value : frame.hole.values) {
        area += value / 255.0;
    }
    return area;
}

Stage whole(FrameIndex frames, int width = kWidth, int height = kHeight)
{
    Stage stage = stageOf(frames);
    stage.planes.push_back(planeOf(Image::ofColour(width, height, 40, 80, 120), 5.0, frames));
    return stage;
}

bool isPaper(const std::uint8_t* pixel)
{
    return pixel[0] == 255 && pixel[1] == 255 && pixel[2] == 255 && pixel[3] == 255;
}

} // namespace

class TestMultiplaneHoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPanOpensAHoleOfTheFormulasWidth_data()
    {
        QTest::addColumn<double>("angle");
        QTest::newRow("right") << 0.1;
        QTest::newRow("left") << -0.1;
        QTest::newRow("far") << 0.3;
    }
    void aPanOpensAHoleOfTheFormulasWidth()
    {
        QFETCH(double, angle);
        Stage stage = whole(2);
        CameraPose last;
        last.panRad = angle;
        stage.camera = between({}, last);
        const GuideFrame frame = Guide(stage).frame(1, kWidth, kHeight);
        // In the middle row the edge of the drawing stands at half the field of view.
        const double half = std::atan2(kWidth / 2.0, kFocal);
        const double width = kWidth / 2.0 - kFocal * std::tan(half - std::abs(angle));
        double measured = 0;
        for (int x = 0; x < kWidth; ++x) {
            measured += frame.hole.at(x, kHeight / 2) / 255.0;
        }
        qInfo("%.2f px, by formula %.2f px", measured, width);
        QVERIFY(std::abs(measured - width) < 0.5);
        const int inHole = angle > 0 ? kWidth - 3 : 2;
        QVERIFY(isPaper(frame.picture.pixel(inHole, kHeight / 2)));
        QCOMPARE(int(frame.hole.at(kWidth - 1 - inHole, kHeight / 2)), 0);
    }

    void aTruckOpensAHoleByParallax()
    {
        Stage stage = whole(2);
        CameraPose last;
        last.position.x() = 0.4;
        stage.camera = between({}, last);
        const double area = holeArea(Guide(stage).frame(1, kWidth, kHeight));
        QVERIFY(std::abs(area - kFocal * 0.4 / 5.0 * kHeight) < 0.5 * kHeight);
    }

    void aLiftedRegionLeavesAHoleOfItsOwnArea()
    {
        Stage stage = whole(2);
        const Region area = disc({0.3, 0.5}, 0.15);
        stage.planes[0].regions.push_back(moving(area, {{0.3, 0.5}, {0.7, 0.5}}, true));
        const Guide guide(stage);
        const Mask mask = coverage(area, kWidth, kHeight);
        double covered = 0;
        for (const std::uint8_t value : mask.values) {
            covered += value / 255.0;
        }
        QVERIFY(covered > 30000);
        QCOMPARE(holeArea(guide.frame(0, kWidth, kHeight)), 0.0);
        const GuideFrame frame = guide.frame(1, kWidth, kHeight);
        const double hole = holeArea(frame);
        qInfo("hole %.1f px, coverage %.1f px", hole, covered);
        QVERIFY(std::abs(hole - covered) < 0.002 * covered);
        QCOMPARE(int(frame.hole.at(int(0.3 * kWidth), kHeight / 2)), 255);
        QVERIFY(isPaper(frame.picture.pixel(int(0.3 * kWidth), kHeight / 2)));
    }

    void behindALiftedRegionTheFartherPlaneShows()
    {
        Stage stage = whole(2);
        stage.planes.push_back(planeOf(Image::ofColour(kWidth, kHeight, 200, 0, 0), 4.0, 2));
        stage.planes[1].regions.push_back(
            moving(disc({0.3, 0.5}, 0.15), {{0.3, 0.5}, {0.7, 0.5}}, true));
        const GuideFrame frame = Guide(stage).frame(1, kWidth, kHeight);
        QVERIFY(holeArea(frame) < 1.0);
        const std::uint8_t* pixel = frame.picture.pixel(int(0.3 * kWidth), kHeight / 2);
        QCOMPARE(int(pixel[0]), 40);
        QCOMPARE(int(pixel[2]), 120);
    }

    void aBentSheetHasNoHole_data()
    {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::newRow("middle") << QPointF(0.5, 0.5) << QPointF(0.6, 0.35);
        QTest::newRow("away from the edge") << QPointF(0.5, 0.82) << QPointF(0.5, 0.7);
        QTest::newRow("towards the edge") << QPointF(0.75, 0.4) << QPointF(0.8, 0.4);
    }
    void aBentSheetHasNoHole()
    {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        const Eigen::Vector2d start(from.x(), from.y());
        Stage stage = whole(5);
        stage.planes[0].regions.push_back(moving(disc(start, 0.1), {start, {to.x(), to.y()}}));
        const Guide guide(stage);
        for (FrameIndex n = 0; n < 5; ++n) {
            QCOMPARE(holeArea(guide.frame(n, kWidth, kHeight)), 0.0);
        }
    }

    void aRegionOnTheEdgeTakesTheEdgeAlong()
    {
        Stage stage = whole(2);
        stage.planes[0].regions.push_back(moving(disc({0.5, 1.0}, 0.1), {{0.5, 1.0}, {0.5, 0.9}}));
        const Guide guide(stage);
        QVERIFY((*guide.follow(0, {0.5, 1.0}, 1) - Eigen::Vector2d(0.5, 0.9)).norm() < 1e-9);
        const GuideFrame frame = guide.frame(1, kWidth, kHeight);
        QCOMPARE(int(frame.hole.at(kWidth / 2, int(0.95 * kHeight))), 255);
    }

    void nothingDrawnIsAllHole()
    {
        Stage stage = stageOf(2);
        const GuideFrame frame = Guide(stage).frame(0, 64, 36);
        QCOMPARE(holeArea(frame), 64.0 * 36.0);
        QVERIFY(isPaper(frame.picture.pixel(0, 0)));
    }

    void theReachOfAPanIsWhatTheCameraSees()
    {
        Stage stage = whole(13);
        stage.planes.push_back(planeOf(Image::ofColour(16, 9, 0, 0, 0), 2.0, 13));
        stage.planes.back().pinnedToCamera = true;
        CameraPose last;
        last.panRad = 0.2;
        stage.camera = between({}, last);
        const std::vector<Placement> places = reach(stage);
        const double half = std::atan2(kWidth / 2.0, kFocal);
        const double right = 0.5 + kFocal * std::tan(half + 0.2) / kWidth;
        QVERIFY(std::abs(places[0].x) < 1e-9);
        QVERIFY(std::abs(places[0].x + places[0].width - right) < 1e-9);
        QVERIFY(places[0].y < -0.01 && places[0].y + places[0].height > 1.01);
        QCOMPARE(places[1], Placement{});
        stage.camera.keys[1].pose.panRad = 3.0; // looks beyond the horizon of the sheet
        const Placement clamped = reach(stage)[0];
        QVERIFY(clamped.x >= -3 && clamped.x + clamped.width <= 4.0 + 1e-9);
    }

    void platesHoldTheDrawingWithoutWhatWasLifted()
    {
        Stage stage = whole(5);
        stage.planes[0].regions.push_back(
            moving(disc({0.3, 0.5}, 0.15), {{0.3, 0.5}, {0.5, 0.5}}, true));
        CameraPose last;
        last.position.x() = 0.5;
        stage.camera = between({}, last);
        const Plates plates = cutPlates(stage, kHeight);
        QCOMPARE(plates.planes.size(), std::size_t(1));
        const Plate& plate = plates.planes[0];
        QCOMPARE(plate.placement, reach(stage)[0]);
        const auto alphaAt = [&](double x, double y) {
            return int(plate.picture.pixel(
                int((x - plate.placement.x) / plate.placement.width * plate.picture.width()),
                int((y - plate.placement.y) / plate.placement.height * plate.picture.height()))[3]);
        };
        QCOMPARE(alphaAt(0.3, 0.5), 0);
        QCOMPARE(alphaAt(0.6, 0.5), 255);
        QCOMPARE(alphaAt(0.999, 0.5), 255);
        QCOMPARE(alphaAt(1.002, 0.5), 0);
        QVERIFY(plate.placement.x + plate.placement.width > 1.05);
    }

    void aFilledPlateLeavesNoHoleAndStandsWhereTheDrawingStood()
    {
        Stage stage = stageOf(5);
        const std::vector<Disc> dots{{{0.62, 0.31}, 5.0}, {{0.8, 0.7}, 5.0}};
        stage.planes.push_back(planeOf(discs(dots, Cyan, true), 5.0, 5));
        stage.planes[0].regions.push_back(
            moving(disc({0.3, 0.5}, 0.15), {{0.3, 0.5}, {0.4, 0.5}}, true));
        CameraPose last;
        last.position.x() = 0.5;
        stage.camera = between({}, last);
        const Guide drawn(stage);
        QVERIFY(holeArea(drawn.frame(4, kWidth, kHeight)) > 10000);
        Plates plates = cutPlates(stage, kHeight);
        Plate& plate = plates.planes[0];
        const Image cut = plate.picture;
        plate.picture = Image::filled(cut.width(), cut.height(), [&](std::uint8_t* pixels) {
            for (std::size_t k = 0; k < cut.byteCount(); k += 4) {
                const int rest = 255 - cut.pixels()[k + 3];
                for (std::size_t c = 0; c < 4; ++c) {
                    pixels[k + c] =
                        std::uint8_t(cut.pixels()[k + c] + rest * (c == 3 ? 255 : 200) / 255);
                }
            }
        });
        const Guide completed(stage, plates);
        for (FrameIndex n = 0; n < 5; ++n) {
            const GuideFrame frame = completed.frame(n, kWidth, kHeight);
            QCOMPARE(holeArea(frame), 0.0);
            for (const Disc& dot : dots) {
                const Eigen::Vector2d place = toPixels(*drawn.follow(0, dot.centre, n));
                QVERIFY((inkCentre(frame.picture, place, Cyan, 9) - place).norm() < 0.5);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMultiplaneHoles)
#include "tst_multiplaneholes.moc"
