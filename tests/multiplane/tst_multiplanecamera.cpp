#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <Eigen/Geometry>
#include <Eigen/LU>

using namespace dollygrip;
using namespace dollygrip::multiplane;
using namespace stagekit;

namespace {

constexpr FrameIndex kFrames = 25;
constexpr double kBound = 0.5; // pixels

/// Where a drawn pixel is at a fraction of the move, by the books: from pixel and depth to pixel.
using Formula =
    std::function<Eigen::Vector2d(const Eigen::Vector2d& pixel, double depthM, double fraction)>;

const Eigen::Vector2d kMiddle(kWidth / 2.0, kHeight / 2.0);

Eigen::Vector2d rotated(const Eigen::Vector2d& pixel, const Eigen::Matrix3d& seenTurn)
{
    Eigen::Matrix3d k = Eigen::Matrix3d::Identity();
    k(0, 0) = k(1, 1) = kFocal;
    k.topRightCorner<2, 1>() = kMiddle;
    return (k * seenTurn * k.inverse() * pixel.homogeneous()).hnormalized();
}

/// Turns of what is seen, in camera axes x right, y down, z forward.
Eigen::Matrix3d panned(double a)
{
    Eigen::Matrix3d m;
    m << std::cos(a), 0, -std::sin(a), 0, 1, 0, std::sin(a), 0, std::cos(a);
    return m;
}
Eigen::Matrix3d tilted(double a)
{
    Eigen::Matrix3d m;
    m << 1, 0, 0, 0, std::cos(a), std::sin(a), 0, -std::sin(a), std::cos(a);
    return m;
}
Eigen::Matrix3d rolled(double a)
{
    Eigen::Matrix3d m;
    m << std::cos(a), std::sin(a), 0, -std::sin(a), std::cos(a), 0, 0, 0, 1;
    return m;
}

struct Move {
    CameraPose last;
    Formula formula;
};

Move moveNamed(const QByteArray& name)
{
    Move move;
    if (name == "pan") {
        move.last.panRad = 0.22;
        move.formula = [](auto& p, double, double f) { return rotated(p, panned(0.22 * f)); };
    } else if (name == "pan left") {
        move.last.panRad = -0.3;
        move.formula = [](auto& p, double, double f) { return rotated(p, panned(-0.3 * f)); };
    } else if (name == "tilt") {
        move.last.tiltRad = 0.15;
        move.formula = [](auto& p, double, double f) { return rotated(p, tilted(0.15 * f)); };
    } else if (name == "roll") {
        move.last.rollRad = 0.4;
        move.formula = [](auto& p, double, double f) { return rotated(p, rolled(0.4 * f)); };
    } else if (name == "zoom") {
        move.last.focalMm = 2 * kDefaultFocalMm;
        move.formula = [](auto& p, double, double f) -> Eigen::Vector2d {
            return kMiddle + (1 + f) * (p - kMiddle);
        };
    } else if (name == "zoom out") {
        move.last.focalMm = 0.5 * kDefaultFocalMm;
        move.formula = [](auto& p, double, double f) -> Eigen::Vector2d {
            return kMiddle + (1 - 0.5 * f) * (p - kMiddle);
        };
    } else if (name == "truck") {
        move.last.position.x() = 0.7;
        move.formula = [](auto& p, double z, double f) -> Eigen::Vector2d {
            return p - Eigen::Vector2d(kFocal * 0.7 * f / z, 0);
        };
    } else if (name == "pedestal") {
        move.last.position.y() = 0.5;
        move.formula = [](auto& p, double z, double f) -> Eigen::Vector2d {
            return p + Eigen::Vector2d(0, kFocal * 0.5 * f / z);
        };
    } else {
        move.last.position.z() = 1.4;
        move.formula = [](auto& p, double z, double f) -> Eigen::Vector2d {
            return kMiddle + z / (z - 1.4 * f) * (p - kMiddle);
        };
    }
    return move;
}

struct Drawn {
    std::vector<Disc> dots;
    double depthM;
    Ink ink;
};

/// Three planes at different depths, each with dots of its own ink.
std::vector<Drawn> drawnPlanes()
{
    std::vector<Drawn> planes{{{}, 9.0, Cyan}, {{}, 5.0, Magenta}, {{}, 3.0, Yellow}};
    for (std::size_t p = 0; p < planes.size(); ++p) {
        for (int j = 0; j < 3; ++j) {
            for (int i = 0; i < 5; ++i) {
                planes[p].dots.push_back(
                    {{0.1 + 0.2 * i + 0.031 * double(p), 0.17 + 0.31 * j + 0.0037 * i}, 5.0});
            }
        }
    }
    return planes;
}

/// Does a dot of a nearer plane come close to a place at frame n?
bool isNearDotOf(const std::vector<Drawn>& planes, std::size_t from, const Eigen::Vector2d& place,
                 const Move& move, FrameIndex n)
{
    for (std::size_t p = from; p < planes.size(); ++p) {
        for (const Disc& dot : planes[p].dots) {
            const Eigen::Vector2d other =
                move.formula(toPixels(dot.centre), planes[p].depthM, double(n) / (kFrames - 1));
            if ((other - place).norm() < 36) {
                return true;
            }
        }
    }
    return false;
}

Stage stageFor(const Move& move, bool opaque = false)
{
    Stage stage = stageOf(kFrames);
    for (const Drawn& drawn : drawnPlanes()) {
        stage.planes.push_back(planeOf(discs(drawn.dots, drawn.ink, opaque && stage.planes.empty()),
                                       drawn.depthM, kFrames));
    }
    stage.camera = between({}, move.last);
    return stage;
}

void moveRows()
{
    QTest::addColumn<QByteArray>("name");
    for (const char* name :
         {"pan", "pan left", "tilt", "roll", "zoom", "zoom out", "truck", "pedestal", "dolly"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

} // namespace

class TestMultiplaneCamera : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStartPoseShowsTheDrawingPixelForPixel()
    {
        Stage stage = stageOf(3);
        const Image picture = discs(drawnPlanes()[0].dots, Cyan, true);
        stage.planes.push_back(planeOf(picture, 4.0, 3));
        stage.camera = between({}, {});
        const GuideFrame frame = Guide(stage).frame(1, kWidth, kHeight);
        QVERIFY(frame.picture == picture);
        QVERIFY(std::all_of(frame.hole.values.begin(), frame.hole.values.end(),
                            [](int v) { return v == 0; }));
    }

    void aCoarserOrFinerDrawingFillsTheFrameWithoutARim_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("one pixel") << 1 << 1;
        QTest::newRow("coarser") << 320 << 180;
        QTest::newRow("odd") << 777 << 431;
        QTest::newRow("finer") << 2560 << 1440;
        QTest::newRow("much finer") << 5003 << 2811;
    }
    void aCoarserOrFinerDrawingFillsTheFrameWithoutARim()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        Stage stage = stageOf(2);
        stage.planes.push_back(planeOf(Image::ofColour(width, height, 10, 20, 30), 4.0, 2));
        const GuideFrame frame = Guide(stage).frame(0, kWidth, kHeight);
        QVERIFY(frame.picture == Image::ofColour(kWidth, kHeight, 10, 20, 30));
        QCOMPARE(int(*std::max_element(frame.hole.values.begin(), frame.hole.values.end())), 0);
    }

    void paintedDotsFollowTheFormulas_data() { moveRows(); }
    void paintedDotsFollowTheFormulas()
    {
        QFETCH(QByteArray, name);
        const Move move = moveNamed(name);
        const Guide guide(stageFor(move));
        double worst = 0;
        int checked = 0;
        for (const FrameIndex n : {FrameIndex(0), FrameIndex(7), FrameIndex(16), kFrames - 1}) {
            const Image picture = guide.frame(n, kWidth, kHeight, false).picture;
            const std::vector<Drawn> planes = drawnPlanes();
            for (std::size_t p = 0; p < planes.size(); ++p) {
                for (const Disc& dot : planes[p].dots) {
                    const Eigen::Vector2d expected = move.formula(
                        toPixels(dot.centre), planes[p].depthM, double(n) / (kFrames - 1));
                    const bool covered = isNearDotOf(planes, p + 1, expected, move, n);
                    if (!isWellInside(expected) || covered) {
                        continue;
                    }
                    const auto followed = guide.follow(int(p), dot.centre, n);
                    QVERIFY(followed);
                    QVERIFY((toPixels(*followed) - expected).norm() < 1e-6);
                    worst = std::max(
                        worst, (inkCentre(picture, expected, planes[p].ink) - expected).norm());
                    ++checked;
                }
            }
        }
        qInfo("%s: %d dots, worst %.3f px", name.constData(), checked, worst);
        QVERIFY(checked > 60);
        QVERIFY(worst < kBound);
    }

    void pointTracksFollowTheFormulas_data() { moveRows(); }
    void pointTracksFollowTheFormulas()
    {
        QFETCH(QByteArray, name);
        const Move move = moveNamed(name);
        Stage stage = stageFor(move, true);
        for (std::size_t p = 1; p < stage.planes.size(); ++p) {
            stage.planes[p].regions.push_back({disc({0.3, 0.5}, 0.2), true, false, {}, {}});
        }
        const PointTracks tracks = Guide(stage).tracks(kWidth, kHeight);
        QVERIFY(tracks.points > 100);
        double worst = 0;
        int counts[3] = {};
        for (int k = 0; k < tracks.points; ++k) {
            ++counts[tracks.plane[std::size_t(k)]];
            const Eigen::Vector2d first(tracks.xy[std::size_t(k) * 2],
                                        tracks.xy[std::size_t(k) * 2 + 1]);
            for (FrameIndex n = 0; n < kFrames; ++n) {
                const std::size_t entry = std::size_t(n) * tracks.points + std::size_t(k);
                const Eigen::Vector2d place(tracks.xy[entry * 2], tracks.xy[entry * 2 + 1]);
                const Eigen::Vector2d expected = move.formula(
                    first, stage.planes[std::size_t(tracks.plane[std::size_t(k)])].depthM,
                    double(n) / (kFrames - 1));
                worst = std::max(worst, (place - expected).norm());
                const bool inside =
                    place.x() >= 0 && place.y() >= 0 && place.x() < kWidth && place.y() < kHeight;
                QVERIFY(inside || !tracks.visible[entry]);
            }
        }
        QVERIFY(counts[0] > 50 && counts[1] >= 16 && counts[2] >= 16);
        qInfo("%s: worst %.5f px", name.constData(), worst);
        QVERIFY(worst < 0.01);
    }

    void flowFollowsTheFormulas_data() { moveRows(); }
    void flowFollowsTheFormulas()
    {
        QFETCH(QByteArray, name);
        const Move move = moveNamed(name);
        const Guide guide(stageFor(move));
        const FrameIndex later = 20;
        const Flow flow = guide.flow(0, later, kWidth, kHeight);
        double worst = 0;
        int checked = 0;
        const std::vector<Drawn> planes = drawnPlanes();
        for (const Drawn& plane : planes) {
            for (const Disc& dot : plane.dots) {
                const int x = int(dot.centre.x() * kWidth);
                const int y = int(dot.centre.y() * kHeight);
                const std::size_t pixel = std::size_t(y) * kWidth + std::size_t(x);
                const Eigen::Vector2d from(x + 0.5, y + 0.5);
                QVERIFY(flow.valid.values[pixel]);
                const Eigen::Vector2d way(flow.dxdy[pixel * 2], flow.dxdy[pixel * 2 + 1]);
                const Eigen::Vector2d expected =
                    move.formula(from, plane.depthM, double(later) / (kFrames - 1)) - from;
                worst = std::max(worst, (way - expected).norm());
                ++checked;
            }
        }
        QCOMPARE(checked, 45);
        qInfo("%s: worst %.5f px", name.constData(), worst);
        QVERIFY(worst < 0.02);
        QCOMPARE(int(flow.valid.at(3, 3)), 0); // nothing drawn in the corner
    }

    void aPinnedPlaneStaysWhileTheCameraMoves()
    {
        Stage stage = stageFor(moveNamed("truck"));
        stage.planes.erase(stage.planes.begin(), stage.planes.begin() + 2);
        stage.planes[0].pinnedToCamera = true;
        stage.camera = between({}, moveNamed("pan").last);
        const Guide guide(stage);
        const Image picture = guide.frame(kFrames - 1, kWidth, kHeight, false).picture;
        const std::vector<Disc> dots = drawnPlanes()[2].dots;
        for (const Disc& dot : dots) {
            const Eigen::Vector2d place = toPixels(dot.centre);
            QVERIFY((inkCentre(picture, place, Yellow) - place).norm() < 0.1);
        }
    }

    void aDollyThroughAPlaneLeavesItBehind()
    {
        Stage stage = stageOf(11);
        stage.planes.push_back(planeOf(Image::ofColour(64, 36, 0, 0, 200), 10.0, 11));
        Plane near = planeOf(Image::ofColour(64, 36, 200, 0, 0), 2.0, 11);
        near.regions.push_back(moving(disc({0.5, 0.5}, 0.2), {{0.5, 0.5}, {0.6, 0.5}}));
        stage.planes.push_back(near);
        CameraPose last;
        last.position.z() = 4.0; // at frame 5 the camera lies in the sheet
        stage.camera = between({}, last);
        const Guide guide(stage);
        for (FrameIndex n = 0; n < 11; ++n) {
            const Image picture = guide.frame(n, 320, 180, false).picture;
            const Image expected =
                n < 5 ? Image::ofColour(320, 180, 200, 0, 0) : Image::ofColour(320, 180, 0, 0, 200);
            QVERIFY2(picture == expected, qPrintable(QString::number(n)));
        }
        QVERIFY(guide.follow(1, {0.5, 0.5}, 4));
        QVERIFY(!guide.follow(1, {0.5, 0.5}, 6));
        const PointTracks tracks = guide.tracks(320, 180);
        for (std::size_t entry = 0; entry < tracks.visible.size(); ++entry) {
            QVERIFY(std::isfinite(tracks.xy[entry * 2]));
            const FrameIndex n = FrameIndex(entry) / tracks.points;
            const bool isNear = tracks.plane[entry % std::size_t(tracks.points)] == 1;
            QVERIFY(!(isNear && n >= 5 && tracks.visible[entry]));
        }
    }

    void aSheetPartlyBehindTheCameraIsClippedAtTheHorizon()
    {
        Stage stage = stageOf(2);
        stage.planes.push_back(planeOf(Image::ofColour(64, 36, 0, 0, 0), 2.0, 2));
        CameraPose last;
        last.position = {0.5, 0, 1.9}; // 0.1 m before the sheet, looking along it
        last.panRad = 1.2;
        stage.camera = between({}, last);
        const Guide guide(stage);
        const GuideFrame frame = guide.frame(1, kWidth, kHeight);
        // The sheet's right edge, by hand: 2 m * half a sensor / focal length = 0.711 m.
        const double edge = 2.0 * 0.5 * kSuper35WidthMm / kDefaultFocalMm - 0.5;
        const double angle = std::atan2(edge, 0.1) - 1.2;
        const double column = kMiddle.x() + kFocal * std::tan(angle);
        for (int y = 0; y < kHeight; y += 60) {
            for (int x = 0; x < kWidth; x += 40) {
                if (std::abs(x + 0.5 - column) > 2) {
                    const bool below = frame.hole.at(x, y) == 0;
                    if (x + 0.5 > column) {
                        QVERIFY(!below);
                    } else if (std::abs(y - kHeight / 2) < 100) {
                        QVERIFY(below);
                    }
                }
            }
        }
    }

    void planesAreSeenInTheirFramesOnlyAndWithTheirOpacity()
    {
        Stage stage = stageOf(4);
        stage.planes.push_back(planeOf(Image::ofColour(8, 8, 0, 0, 0), 5.0, 4));
        stage.planes.back().visible = {1, 3};
        stage.planes.back().opacity = 0.25;
        const Guide guide(stage);
        QCOMPARE(int(guide.frame(0, 64, 36).picture.pixel(9, 9)[0]), 255);
        QCOMPARE(int(guide.frame(3, 64, 36).picture.pixel(9, 9)[0]), 255);
        const GuideFrame seen = guide.frame(2, 64, 36);
        QVERIFY(std::abs(int(seen.picture.pixel(9, 9)[0]) - 191) <= 1);
        QVERIFY(std::abs(int(seen.hole.at(9, 9)) - 191) <= 1);
    }
};

QTEST_GUILESS_MAIN(TestMultiplaneCamera)
#include "tst_multiplanecamera.moc"
