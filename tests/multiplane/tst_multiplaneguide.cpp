#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <clocale>
#include <limits>
#include <thread>

using namespace dollygrip;
using namespace dollygrip::multiplane;
using namespace stagekit;

namespace {

constexpr int kSmallWidth = 320;
constexpr int kSmallHeight = 180;

/// Three planes, one region that bends and one that is lifted, a travelling camera.
Stage busyStage(FrameIndex frames = 13)
{
    Stage stage = stageOf(frames);
    stage.planes.push_back(planeOf(Image::ofColour(640, 360, 90, 120, 60), 9.0, frames));
    stage.planes.push_back(
        planeOf(discs({{{0.3, 0.4}, 60}, {{0.6, 0.6}, 90}}, Magenta), 5.0, frames));
    stage.planes.push_back(planeOf(discs({{{0.5, 0.5}, 70}}, Yellow), 3.0, frames));
    stage.planes[1].regions.push_back(moving(disc({0.3, 0.4}, 0.1), {{0.3, 0.4}, {0.4, 0.3}}));
    stage.planes[2].regions.push_back(
        moving(disc({0.5, 0.5}, 0.08), {{0.5, 0.5}, {0.6, 0.4}}, true));
    CameraPose last;
    last.position = {0.4, 0.1, 1.0};
    last.rollRad = 0.1;
    stage.camera = between({}, last);
    return stage;
}

std::vector<Image> shot(const Guide& guide)
{
    std::vector<Image> pictures;
    for (FrameIndex n = 0; n < guide.stage().frames; ++n) {
        pictures.push_back(guide.frame(n, kSmallWidth, kSmallHeight).picture);
    }
    return pictures;
}

} // namespace

class TestMultiplaneGuide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameStageGivesTheSamePixels()
    {
        QVERIFY(shot(Guide(busyStage())) == shot(Guide(busyStage())));
    }

    void twoThreadsGetTheSamePixels()
    {
        Stage stage = busyStage();
        stage.planes[0].picture = discs({{{0.5, 0.5}, 300}}, Cyan, true, 2560, 1440);
        const std::vector<Image> expected = shot(Guide(stage));
        const Guide shared(stage); // its smaller pictures are made while both ask
        std::vector<Image> first;
        std::vector<Image> second;
        {
            std::jthread one([&] { first = shot(shared); });
            std::jthread two([&] { second = shot(shared); });
        }
        QVERIFY(first == expected);
        QVERIFY(second == expected);
    }

    void takingOverFromTheGuideBeforeChangesNoPixel()
    {
        Guide guide(busyStage());
        for (int k = 0; k < 6; ++k) {
            Stage edited = guide.stage();
            switch (k) {
            case 0: edited.planes[1].regions[0].motions[0].points[1].x() += 0.1; break;
            case 1: edited.planes[2].regions[0].motions[0].points[1].y() -= 0.1; break;
            case 2: edited.planes[2].regions[0].region = disc({0.45, 0.5}, 0.06); break;
            case 3: edited.planes[1].picture = discs({{{0.4, 0.4}, 60}}, Magenta); break;
            case 4: edited.planes.erase(edited.planes.begin()); break;
            default:
                edited.frames = 7;
                edited.camera.keys[1].pose.panRad = 0.1;
                break;
            }
            guide = Guide(edited, guide);
            QVERIFY(shot(guide) == shot(Guide(edited)));
        }
    }

    void smallerAndLargerFramesShowTheSame()
    {
        const Guide guide(busyStage());
        const Eigen::Vector2d place = *guide.follow(1, {0.6, 0.6}, 12);
        for (const int height : {90, 180, 540, 1080}) {
            const int width = height * 16 / 9;
            const Image picture = guide.frame(12, width, height, false).picture;
            const std::uint8_t* pixel =
                picture.pixel(int(place.x() * width), int(place.y() * height));
            QVERIFY(pixel[0] > 250 && pixel[1] < 5 && pixel[2] > 250);
        }
    }

    void framesOutsideTheShotAreItsEnds()
    {
        const Guide guide(busyStage());
        QVERIFY(guide.frame(-5, 160, 90).picture == guide.frame(0, 160, 90).picture);
        QVERIFY(guide.frame(99, 160, 90).picture == guide.frame(12, 160, 90).picture);
        QVERIFY(!guide.frame(0, 160, 90, false).hole.width);
        QVERIFY(guide.frame(0, 0, 90).picture.isNull());
    }

    void aShotOfOneFrameStandsStill()
    {
        const Guide guide(busyStage(1));
        const Guide still(busyStage(13));
        QVERIFY(guide.frame(0, 160, 90).picture == still.frame(0, 160, 90).picture);
        QCOMPARE(guide.tracks(160, 90).frames, FrameIndex(1));
        const Flow flow = guide.flow(0, 1, 160, 90);
        QVERIFY(std::all_of(flow.dxdy.begin(), flow.dxdy.end(),
                            [](float v) { return std::abs(v) < 1e-4f; }));
    }

    void oddStagesAreShownWithoutHarm_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("lifted");
        const char* names[] = {"a line as lasso",
                               "one point as lasso",
                               "no area at all",
                               "outside of the frame",
                               "huge",
                               "not finite",
                               "a hair",
                               "scale to almost nothing",
                               "null picture",
                               "no placement",
                               "picture of one pixel",
                               "far beyond the frame",
                               "a whole turn"};
        for (int kind = 0; kind < 13; ++kind) {
            for (const bool lifted : {false, true}) {
                QTest::addRow("%s, %s", names[kind], lifted ? "lifted" : "bends") << kind << lifted;
            }
        }
    }
    void oddStagesAreShownWithoutHarm()
    {
        QFETCH(int, kind);
        QFETCH(bool, lifted);
        Stage stage = busyStage(3);
        PlaneRegion odd = moving(disc({0.4, 0.5}, 0.1), {{0.4, 0.5}, {0.5, 0.4}}, lifted);
        Plane& plane = stage.planes[0];
        switch (kind) {
        case 0: odd.region.outlines = {{{0.2, 0.2}, {0.8, 0.8}, {0.2, 0.2}}}; break;
        case 1: odd.region.outlines = {{{0.2, 0.2}}}; break;
        case 2: odd.region = {}; break;
        case 3: odd.region = disc({3.0, 4.0}, 0.2); break;
        case 4: odd.region = disc({0.5, 0.5}, 50.0); break;
        case 5: odd.motions[0].points[1].x() = std::numeric_limits<double>::quiet_NaN(); break;
        case 6:
            odd.region = {};
            odd.region.strokes.push_back({{{0.2, 0.3}, {0.7, 0.6}}, 0.0002, false});
            break;
        case 7: odd.motions[0].scale = 1e-6; break;
        case 8: plane.picture = {}; break;
        case 9: plane.placement.width = 0; break;
        case 10: plane.picture = Image::ofColour(1, 1, 5, 5, 5); break;
        case 11: odd.motions[0].points[1] = {400.0, -300.0}; break;
        default: odd.motions[0].turnRad = 6.28; break;
        }
        plane.regions.push_back(odd);
        const Guide guide(stage);
        for (FrameIndex n = 0; n < 3; ++n) {
            const GuideFrame frame = guide.frame(n, kSmallWidth, kSmallHeight);
            QCOMPARE(frame.picture.width(), kSmallWidth);
            for (int x = 0; x < kSmallWidth; ++x) {
                QCOMPARE(int(frame.picture.pixel(x, 90)[3]), 255);
            }
        }
        const PointTracks tracks = guide.tracks(kSmallWidth, kSmallHeight);
        for (const float value : tracks.xy) {
            QVERIFY(std::isfinite(value));
        }
        const Flow flow = guide.flow(0, 2, kSmallWidth, kSmallHeight);
        for (const float value : flow.dxdy) {
            QVERIFY(std::isfinite(value));
        }
        QCOMPARE(cutPlates(stage, 90).planes.size(), stage.planes.size());
    }

    void aRegionBeyondTheFrameMovesIn()
    {
        // A drawing twice as wide as the frame; what waits beyond its right edge walks in.
        for (const bool lifted : {false, true}) {
            Stage stage = stageOf(9);
            Plane plane = planeOf(discs({{{0.8, 0.5}, 6.0}}, Cyan, true, 2560, 720), 5.0, 9);
            plane.placement = {-0.5, 0.0, 2.0, 1.0}; // the dot lies at 1.1
            plane.regions.push_back(
                moving(disc({1.1, 0.5}, 0.05), {{1.1, 0.5}, {0.9, 0.5}}, lifted));
            stage.planes.push_back(plane);
            const Image picture = Guide(stage).frame(8, kWidth, kHeight).picture;
            const Eigen::Vector2d expected = toPixels({0.9, 0.5});
            QVERIFY((inkCentre(picture, expected, Cyan) - expected).norm() < 0.5);
        }
    }

    void pointsOfPlanesThatComeLaterAreFollowedFromThere()
    {
        Stage stage = busyStage();
        stage.planes.push_back(planeOf(Image::ofColour(64, 36, 1, 2, 3), 8.0, 13));
        stage.planes.back().visible = {6, 13};
        const PointTracks tracks = Guide(stage).tracks(kWidth, kHeight);
        int onLater = 0;
        for (int k = 0; k < tracks.points; ++k) {
            if (tracks.plane[std::size_t(k)] == 3) {
                ++onLater;
                for (FrameIndex n = 0; n < 13; ++n) {
                    const bool seen =
                        tracks.visible[std::size_t(n) * tracks.points + std::size_t(k)];
                    QVERIFY(n >= 6 || !seen);
                    QVERIFY(n != 6 || seen);
                }
            } else if (tracks.plane[std::size_t(k)] == 0) {
                QVERIFY(!tracks.visible[std::size_t(9) * tracks.points + std::size_t(k)]);
            }
        }
        QVERIFY(onLater > 20);
    }

    void theTextOfAStageTellsItApart()
    {
        const Stage stage = busyStage();
        const std::string text = toText(stage);
        QCOMPARE(text, toText(busyStage()));
        std::vector<std::function<void(Stage&)>> edits{
            [](Stage& s) { s.aspect = 2.39; },
            [](Stage& s) { s.frames = 14; },
            [](Stage& s) {
                s.rate = {25, 1};
            },
            [](Stage& s) { s.paper[1] = 3; },
            [](Stage& s) { s.planes[0].depthM = 9.1; },
            [](Stage& s) { s.planes[0].opacity = 0.5; },
            [](Stage& s) { s.planes[0].placement.x = 0.1; },
            [](Stage& s) { s.planes[0].visible.end = 3; },
            [](Stage& s) { s.planes[0].pinnedToCamera = true; },
            [](Stage& s) { s.planes[0].picture = Image::ofColour(640, 360, 90, 120, 61); },
            [](Stage& s) { s.planes[1].regions[0].lifted = true; },
            [](Stage& s) { s.planes[1].regions[0].heldStill = true; },
            [](Stage& s) { s.planes[1].regions[0].region.feather = 0.1; },
            [](Stage& s) { s.planes[1].regions[0].motions[0].turnRad = 0.1; },
            [](Stage& s) { s.planes[1].regions[0].motions[0].speed.ease = Ease::Out; },
            [](Stage& s) { s.planes[1].regions[0].motions[0].points[0].x() += 1e-12; },
            [](Stage& s) { s.camera.keys[1].pose.focalMm = 50; },
            [](Stage& s) { s.camera.handheld = Handheld{}; },
            [](Stage& s) { s.camera.origin = CameraPose{}; },
            [](Stage& s) { s.camera.arc = CameraArc{}; },
        };
        for (std::size_t k = 0; k < edits.size(); ++k) {
            Stage edited = stage;
            edits[k](edited);
            QVERIFY2(toText(edited) != text, qPrintable(QString::number(k)));
        }
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        QCOMPARE(toText(stage), text);
        std::setlocale(LC_ALL, "C");
        QVERIFY(text.find("0.4") != std::string::npos);
    }

    void thePictureHashSeesEveryPixelAndTheShape()
    {
        QCOMPARE(pictureHash(Image()), ContentHash{});
        const ContentHash hash = pictureHash(Image::ofColour(4, 2, 1, 2, 3));
        QCOMPARE(hash, pictureHash(Image::ofColour(4, 2, 1, 2, 3)));
        QVERIFY(hash != pictureHash(Image::ofColour(2, 4, 1, 2, 3)));
        QVERIFY(hash != pictureHash(Image::ofColour(4, 2, 1, 2, 4)));
    }
};

QTEST_GUILESS_MAIN(TestMultiplaneGuide)
#include "tst_multiplaneguide.moc"
