#include "core/geometry/camerapath.h"
#include "core/geometry/motionpath.h"

#include <QTest>

#include <Eigen/Geometry>

#include <cmath>
#include <numbers>
#include <set>

using namespace dollygrip;

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kAspect = 16.0 / 9.0;
constexpr int kFrames = 48;

CameraPath made(CameraMove move, double amount, Ease ease = Ease::None, CameraPose start = {})
{
    MoveSettings settings;
    settings.start = start;
    settings.amount = amount;
    settings.ease = ease;
    return namedMove(move, settings);
}

Camera end(const CameraPath& path)
{
    return path.cameraAt(1, 0, kAspect);
}

// Where a point drawn on a sheet at `depth` is seen at the end of the move.
Eigen::Vector2d seenAtEnd(const CameraPath& path, const Eigen::Vector2d& drawn, double depth)
{
    const PlaneInWorld sheet =
        PlaneInWorld::before({path.startPose(), path.sensorWidthMm, kAspect}, depth);
    return *end(path).project(sheet.at(drawn));
}

CameraPose tilted()
{
    CameraPose start;
    start.position = {0.3, 1.6, -2};
    start.panRad = 30 * kDegree;
    start.tiltRad = -12 * kDegree;
    start.rollRad = 4 * kDegree;
    start.focalMm = 32;
    return start;
}

} // namespace

class TestCameraMoves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMoveHasAWordThatReadsBack()
    {
        std::set<std::string> words;
        for (CameraMove move : allCameraMoves()) {
            QVERIFY(cameraMoveFromText(toText(move)) == move);
            words.insert(toText(move));
            QVERIFY(amountUnit(move) != nullptr);
        }
        QCOMPARE(words.size(), std::size_t(26));
        QVERIFY(cameraMoveFromText("pan") == CameraMove::PanRight);
        QVERIFY(cameraMoveFromText("tilt") == CameraMove::TiltUp);
        QVERIFY(cameraMoveFromText("roll") == CameraMove::RollClockwise);
        QVERIFY(cameraMoveFromText("truck") == CameraMove::TruckRight);
        QVERIFY(cameraMoveFromText("pedestal") == CameraMove::PedestalUp);
        QVERIFY(cameraMoveFromText("dolly") == CameraMove::DollyIn);
        QVERIFY(cameraMoveFromText("zoom") == CameraMove::ZoomIn);
        QVERIFY(cameraMoveFromText("dolly-zoom") == CameraMove::DollyZoomIn);
        QVERIFY(cameraMoveFromText("crane") == CameraMove::CraneUp);
        QVERIFY(cameraMoveFromText("orbit") == CameraMove::OrbitRight);
        QVERIFY(cameraMoveFromText("whip-pan") == CameraMove::WhipPanRight);
        QVERIFY(!cameraMoveFromText("wobble"));
        QVERIFY(!cameraMoveFromText(""));
    }

    void everyMoveStartsAtTheStartPose()
    {
        for (CameraMove move : allCameraMoves()) {
            MoveSettings settings;
            settings.start = tilted();
            const CameraPath path = namedMove(move, settings);
            QVERIFY2((path.startPose().position - tilted().position).norm() < 1e-12,
                     toText(move).c_str());
            QVERIFY(path.startPose().axes().isApprox(tilted().axes(), 1e-12));
            QCOMPARE(path.isStatic(), move == CameraMove::Static);
        }
    }

    void panMovesTheCentreRowByItsFormula()
    {
        for (double degrees : {-15.0, 8.0, 20.0}) {
            const CameraPath path = made(CameraMove::PanRight, degrees);
            const double f = kDefaultFocalMm / kSuper35WidthMm;
            for (double x = 0.2; x < 0.9; x += 0.1) {
                const double expected =
                    0.5 + f * std::tan(std::atan((x - 0.5) / f) - degrees * kDegree);
                for (double depth : {2.0, 50.0}) {
                    const Eigen::Vector2d now = seenAtEnd(path, {x, 0.5}, depth);
                    QVERIFY(std::abs(now.x() - expected) < 1e-9);
                    QVERIFY(std::abs(now.y() - 0.5) < 1e-9);
                }
            }
        }
        QVERIFY(seenAtEnd(made(CameraMove::PanRight, 5), {0.5, 0.5}, 5).x() < 0.5);
        QVERIFY(seenAtEnd(made(CameraMove::PanLeft, 5), {0.5, 0.5}, 5).x() > 0.5);
        QVERIFY(seenAtEnd(made(CameraMove::TiltUp, 5), {0.5, 0.5}, 5).y() > 0.5);
        QVERIFY(seenAtEnd(made(CameraMove::TiltDown, 5), {0.5, 0.5}, 5).y() < 0.5);
    }

    void rollTurnsThePictureTheOtherWay()
    {
        const CameraPath path = made(CameraMove::RollClockwise, 10);
        const Eigen::Vector2d now = seenAtEnd(path, {0.9, 0.5}, 5);
        const double c = std::cos(10 * kDegree), s = std::sin(10 * kDegree);
        QVERIFY(std::abs(now.x() - (0.5 + 0.4 * c)) < 1e-9);
        QVERIFY(std::abs(now.y() - (0.5 - 0.4 * s * kAspect)) < 1e-9); // right side goes up
    }

    void truckAndPedestalShiftByDepth()
    {
        const double f = kDefaultFocalMm / kSuper35WidthMm;
        for (double depth : {1.5, 5.0, 40.0}) {
            const Eigen::Vector2d truck =
                seenAtEnd(made(CameraMove::TruckRight, 0.7), {0.6, 0.3}, depth);
            QVERIFY(std::abs(truck.x() - (0.6 - f * 0.7 / depth)) < 1e-9);
            QVERIFY(std::abs(truck.y() - 0.3) < 1e-9);
            const Eigen::Vector2d rise =
                seenAtEnd(made(CameraMove::PedestalUp, 0.4), {0.6, 0.3}, depth);
            QVERIFY(std::abs(rise.y() - (0.3 + f * kAspect * 0.4 / depth)) < 1e-9);
            QVERIFY(std::abs(rise.x() - 0.6) < 1e-9);
        }
    }

    void dollyScalesByDepthAndZoomUniformly()
    {
        for (double depth : {2.0, 5.0, 40.0}) {
            const double scale = depth / (depth - 1.2);
            const Eigen::Vector2d dolly =
                seenAtEnd(made(CameraMove::DollyIn, 1.2), {0.7, 0.4}, depth);
            QVERIFY((dolly - Eigen::Vector2d(0.5 + 0.2 * scale, 0.5 - 0.1 * scale)).norm() < 1e-9);
            const Eigen::Vector2d zoom = seenAtEnd(made(CameraMove::ZoomIn, 2), {0.6, 0.4}, depth);
            QVERIFY((zoom - Eigen::Vector2d(0.7, 0.3)).norm() < 1e-9);
        }
        QCOMPARE(end(made(CameraMove::ZoomOut, 2)).pose.focalMm, kDefaultFocalMm / 2);
        QCOMPARE(end(made(CameraMove::ZoomIn, -2)).pose.focalMm, kDefaultFocalMm / 2);
        QCOMPARE(end(made(CameraMove::PushIn, 0.2)).pose.position.z(), 0.2 * kDefaultDepthM);
        QCOMPARE(end(made(CameraMove::PullOut, 0.2)).pose.position.z(), -0.2 * kDefaultDepthM);
    }

    void dollyGoesAlongTheViewPedestalAlongTheWorldsUp()
    {
        const CameraPath dolly = made(CameraMove::DollyIn, 2, Ease::None, tilted());
        QVERIFY((end(dolly).pose.position - tilted().position - 2 * tilted().axes().col(2)).norm()
                < 1e-12);
        const CameraPath rise = made(CameraMove::PedestalUp, 1, Ease::None, tilted());
        QVERIFY((end(rise).pose.position - tilted().position - Eigen::Vector3d(0, 1, 0)).norm()
                < 1e-12);
    }

    void dollyZoomKeepsTheSubjectsSizeAtEveryFrame_data()
    {
        QTest::addColumn<double>("amount");
        QTest::addColumn<int>("ease");
        QTest::newRow("in") << 2.0 << int(Ease::None);
        QTest::newRow("in, eased") << 2.0 << int(Ease::InOut);
        QTest::newRow("in, starting slowly") << 3.5 << int(Ease::In);
        QTest::newRow("out") << -3.0 << int(Ease::Out);
        QTest::newRow("in further than the subject") << 9.0 << int(Ease::None);
    }
    void dollyZoomKeepsTheSubjectsSizeAtEveryFrame()
    {
        QFETCH(double, amount);
        QFETCH(int, ease);
        const CameraPath path = made(CameraMove::DollyZoomIn, amount, Ease(ease), tilted());
        const Camera start = path.cameraAt(0, 0, kAspect);
        const PlaneInWorld subject = PlaneInWorld::before(start, kDefaultDepthM);
        const PlaneInWorld behind = PlaneInWorld::before(start, 20);
        for (int n = 0; n < kFrames; ++n) {
            const Camera now = path.cameraAt(shotFraction(n, kFrames), n / 24.0, kAspect);
            for (const Eigen::Vector2d& corner : {Eigen::Vector2d(0, 0), Eigen::Vector2d(0.8, 0.9)})
                QVERIFY((*now.project(subject.at(corner)) - corner).norm() < 1e-9);
            const double d = (now.pose.position - start.pose.position).dot(tilted().axes().col(2));
            const double scale = 20 * (kDefaultDepthM - d) / (kDefaultDepthM * (20 - d));
            const double x = now.project(behind.at({0.8, 0.5}))->x();
            QVERIFY(std::abs(x - (0.5 + 0.3 * scale)) < 1e-9);
        }
        const double d = std::min(amount, 0.95 * kDefaultDepthM);
        QVERIFY(std::abs(end(path).pose.focalMm - 32 * (kDefaultDepthM - d) / kDefaultDepthM)
                < 1e-9);
    }

    void orbitKeepsItsDistanceAndLooksAtTheSubject_data()
    {
        QTest::addColumn<int>("move");
        QTest::addColumn<double>("degrees");
        QTest::newRow("right") << int(CameraMove::OrbitRight) << 30.0;
        QTest::newRow("left") << int(CameraMove::OrbitLeft) << 75.0;
        QTest::newRow("more than half round") << int(CameraMove::OrbitRight) << 270.0;
        QTest::newRow("once round and a half") << int(CameraMove::OrbitLeft) << 540.0;
    }
    void orbitKeepsItsDistanceAndLooksAtTheSubject()
    {
        QFETCH(int, move);
        QFETCH(double, degrees);
        for (Ease ease : {Ease::None, Ease::InOut}) {
            const CameraPath path = made(CameraMove(move), degrees, ease, tilted());
            const Eigen::Vector3d subject =
                tilted().position + kDefaultDepthM * tilted().axes().col(2);
            for (int n = 0; n < kFrames; ++n) {
                const double f = shotFraction(n, kFrames);
                const Camera now = path.cameraAt(f, 0, kAspect);
                QVERIFY(std::abs((now.pose.position - subject).norm() - kDefaultDepthM) < 1e-9);
                QVERIFY((*now.project(subject) - Eigen::Vector2d(0.5, 0.5)).norm() < 1e-9);
                const double turned = SpeedCurve{ease, {}}.at(f) * degrees * kDegree;
                const double side = CameraMove(move) == CameraMove::OrbitRight ? 1 : -1;
                QVERIFY(std::abs(now.pose.panRad - (tilted().panRad - side * turned)) < 1e-9);
            }
        }
        const CameraPath right = made(CameraMove::OrbitRight, 10);
        QVERIFY(end(right).pose.position.x() > 0);
        // Seen from the right, what is behind the subject moves right and what is before it left.
        QVERIFY(seenAtEnd(right, {0.5, 0.5}, 20).x() > 0.5);
        QVERIFY(seenAtEnd(right, {0.5, 0.5}, 2).x() < 0.5);
    }

    void craneSwingsOnAnArmAndTiltsToKeepTheSubject()
    {
        for (const CameraPose& start : {CameraPose{}, tilted()}) {
            const CameraPath path = made(CameraMove::CraneUp, 1.5, Ease::InOut, start);
            const Eigen::Vector3d subject = start.position + kDefaultDepthM * start.axes().col(2);
            double height = start.position.y() - 1e-9;
            for (int n = 0; n < kFrames; ++n) {
                const Camera now = path.cameraAt(shotFraction(n, kFrames), 0, kAspect);
                QVERIFY(std::abs((now.pose.position - subject).norm() - kDefaultDepthM) < 1e-9);
                QVERIFY((*now.project(subject) - Eigen::Vector2d(0.5, 0.5)).norm() < 1e-9);
                QVERIFY(now.pose.position.y() >= height);
                height = now.pose.position.y();
            }
            QVERIFY(std::abs(height - start.position.y() - 1.5) < 1e-9);
            QVERIFY(end(path).pose.tiltRad < start.tiltRad);
        }
        const Camera top = end(made(CameraMove::CraneUp, 100));
        QVERIFY(std::abs(top.pose.tiltRad + 85 * kDegree) < 1e-9);
        QVERIFY(end(made(CameraMove::CraneDown, 1)).pose.position.y() < 0);
    }

    void whipPanIsFastInItsMiddleAndRestsAround()
    {
        for (double seconds : {0.5, 2.0, 6.0})
            for (double degrees : {60.0, 90.0, 170.0}) {
                MoveSettings settings;
                settings.amount = degrees;
                settings.durationSeconds = seconds;
                const CameraPath path = namedMove(CameraMove::WhipPanRight, settings);
                double fastest = 0;
                for (double t = 0; t + 0.01 <= seconds; t += 0.01)
                    fastest = std::max(fastest, (path.at((t + 0.01) / seconds, 0).panRad
                                                 - path.at(t / seconds, 0).panRad)
                                                    / 0.01 / kDegree);
                QVERIFY(fastest >= 180);
                QVERIFY(std::abs(end(path).pose.panRad - degrees * kDegree) < 1e-12);
                QCOMPARE(path.at(0, 0).panRad, 0.0);
            }
        const CameraPath left = made(CameraMove::WhipPanLeft, 90);
        QVERIFY(end(left).pose.panRad < 0);
        QCOMPARE(left.at(0.2, 0).panRad, 0.0);
    }

    void handheldIsTheSamePerSeedAndWithinTheFieldsRange()
    {
        for (std::uint32_t seed : {1u, 2u, 77u, 4000000000u}) {
            MoveSettings settings;
            settings.seed = seed;
            const CameraPath path = namedMove(CameraMove::Handheld, settings);
            const CameraPath again = namedMove(CameraMove::Handheld, settings);
            settings.seed = seed + 1;
            const CameraPath other = namedMove(CameraMove::Handheld, settings);
            double pan = 0, tilt = 0, roll = 0, sway = 0, apart = 0;
            for (int n = 0; n < 240; ++n) {
                const CameraPose now = path.at(n / 239.0, n / 24.0);
                QVERIFY(now == again.at(n / 239.0, n / 24.0));
                pan = std::max(pan, std::abs(now.panRad) / kDegree);
                tilt = std::max(tilt, std::abs(now.tiltRad) / kDegree);
                roll = std::max(roll, std::abs(now.rollRad) / kDegree);
                sway = std::max(sway, now.position.norm());
                apart = std::max(apart, std::abs(now.panRad - other.at(0, n / 24.0).panRad));
            }
            QVERIFY2(pan >= 0.2 && pan <= 1 && tilt >= 0.2 && tilt <= 1 && roll <= 1,
                     qPrintable(QStringLiteral("%1 %2 %3").arg(pan).arg(tilt).arg(roll)));
            QVERIFY2(sway >= 0.01 && sway <= 0.03, qPrintable(QString::number(sway)));
            QVERIFY(apart > 0.1 * kDegree);
            QVERIFY(path.startPose() == CameraPose{});
        }
        const CameraPath twice = made(CameraMove::Handheld, 2);
        QCOMPARE(twice.handheld->rotationRad,
                 2 * made(CameraMove::Handheld, 1).handheld->rotationRad);
    }

    void handheldHasOnlyItsBand()
    {
        // Power outside 0.3…3.5 Hz over 40 s is next to nothing (the rest is the window's leakage).
        const CameraPath path = made(CameraMove::Handheld, 1);
        constexpr int kSamples = 960;
        std::vector<double> pan;
        for (int n = 0; n < kSamples; ++n)
            pan.push_back(path.at(0, n / 24.0).panRad
                          * (0.5 - 0.5 * std::cos(2 * std::numbers::pi * n / kSamples)));
        double inside = 0, outside = 0;
        for (int k = 0; k < kSamples / 2; ++k) {
            double re = 0, im = 0;
            for (int n = 0; n < kSamples; ++n) {
                re += pan[std::size_t(n)] * std::cos(2 * std::numbers::pi * k * n / kSamples);
                im += pan[std::size_t(n)] * std::sin(2 * std::numbers::pi * k * n / kSamples);
            }
            const double hertz = k * 24.0 / kSamples;
            (hertz > 0.3 && hertz < 3.5 ? inside : outside) += re * re + im * im;
        }
        QVERIFY(outside < 1e-4 * inside);
    }

    void negativeAmountIsTheOppositeMove_data()
    {
        QTest::addColumn<int>("move");
        QTest::addColumn<int>("opposite");
        const std::vector<CameraMove> all = allCameraMoves();
        for (std::size_t i = 1; i + 2 < all.size(); i += 2)
            QTest::newRow(toText(all[i]).c_str()) << int(all[i]) << int(all[i + 1]);
    }
    void negativeAmountIsTheOppositeMove()
    {
        QFETCH(int, move);
        QFETCH(int, opposite);
        const double amount = defaultAmount(CameraMove(move));
        QVERIFY(made(CameraMove(move), -amount) == made(CameraMove(opposite), amount));
        QVERIFY(made(CameraMove(opposite), -amount) == made(CameraMove(move), amount));
        QCOMPARE(defaultAmount(CameraMove(opposite)), amount);
    }
};

QTEST_GUILESS_MAIN(TestCameraMoves)
#include "tst_cameramoves.moc"
