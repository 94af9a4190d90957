#include "core/geometry/motionpath.h"

#include <QTest>

#include <Eigen/Core>

#include <numbers>

using namespace dollygrip;

namespace {

constexpr double kAspect = 16.0 / 9.0;
constexpr std::int64_t kLength = 48;

MotionPath arrow(Ease ease)
{
    MotionPath path;
    path.points = {{0.2, 0.6}, {0.4, 0.3}, {0.7, 0.5}, {0.85, 0.45}};
    path.speed.ease = ease;
    if (ease == Ease::Custom)
        path.speed.points = {{0, 0}, {0.3, 0.6}, {1, 1}};
    path.from = 0.1;
    path.to = 0.9;
    path.turnRad = 0.7;
    path.scale = 1.6;
    return path;
}

bool isSame(const MotionPose& a, const MotionPose& b)
{
    return (a.displacement - b.displacement).norm() < 1e-9 && std::abs(a.turnRad - b.turnRad) < 1e-9
           && std::abs(a.scale - b.scale) < 1e-9;
}

// Frames first…end of a shot of `length` frames, as a shot of its own.
MotionPath part(const MotionPath& path, std::int64_t length, std::int64_t first, std::int64_t end)
{
    return remapped(path, shotFraction(double(first), length),
                    shotFraction(double(std::max(end - 1, first + 1)), length));
}

void eases()
{
    QTest::addColumn<int>("ease");
    QTest::newRow("none") << int(Ease::None);
    QTest::newRow("in") << int(Ease::In);
    QTest::newRow("out") << int(Ease::Out);
    QTest::newRow("in-out") << int(Ease::InOut);
    QTest::newRow("hold") << int(Ease::Hold);
    QTest::newRow("custom") << int(Ease::Custom);
}

} // namespace

class TestMotionPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beforeItsStartTheWayGoesStraightOn()
    {
        MotionPath path;
        path.points = {{0.2, 0.5}, {0.4, 0.5}};
        path.speed.ease = Ease::Anticipate;
        const MotionSampler sampler(path, 16.0 / 9);
        const Eigen::Vector2d back = sampler.pointAt(0.24);
        QVERIFY(std::abs(back.x() - (0.2 - 0.08 * 0.2)) < 1e-9);
        QVERIFY(std::abs(back.y() - 0.5) < 1e-12);
        path.speed.ease = Ease::Overshoot;
        QVERIFY(std::abs(MotionSampler(path, 16.0 / 9).pointAt(0.62).x() - (0.4 + 0.08 * 0.2))
                < 1e-9);
    }

    void anOrientedOneTurnsWithItsWay()
    {
        MotionPath path;
        path.points = {{0.2, 0.2}, {0.5, 0.2}, {0.5, 0.7}};
        path.corners = {0, 1, 0};
        QCOMPARE(MotionSampler(path, 1.0).at(1).turnRad, 0.0);
        path.isOriented = true;
        const MotionSampler sampler(path, 1.0);
        QCOMPARE(sampler.at(0).turnRad, 0.0);
        QVERIFY(std::abs(sampler.at(1).turnRad - std::acos(-1.0) / 2) < 1e-9); // clockwise
        // A full circle and more does not jump back.
        MotionPath circle;
        for (int i = 0; i <= 40; ++i)
            circle.points.emplace_back(0.5 + 0.2 * std::sin(0.2 * i),
                                       0.5 - 0.2 * std::cos(0.2 * i));
        circle.isOriented = true;
        QVERIFY(std::abs(MotionSampler(circle, 1.0).at(1).turnRad - 8) < 0.25);
    }

    void aCornerIsSharpAndItsNeighboursKeepTheirs()
    {
        MotionPath path;
        path.points = {{0, 0}, {0.4, 0}, {0.4, 0.4}};
        setCorner(path, 1, true);
        const Spline sharp(path.points, path.kind, 1.0, path.corners);
        QVERIFY(std::abs(sharp.length() - 0.8) < 1e-9); // two straight lines
        QVERIFY((sharp.atFraction(0.25) - Eigen::Vector2d(0.2, 0)).norm() < 1e-9);
        insertPoint(path, 1, {0.2, 0.1});
        QVERIFY(!isCorner(path, 1));
        QVERIFY(isCorner(path, 2));
        removePoint(path, 0);
        QVERIFY(isCorner(path, 1));
        setCorner(path, 1, false);
        QVERIFY(path.corners.empty());
    }

    void backwardsAndMirrored()
    {
        MotionPath path;
        path.points = {{0.2, 0.2}, {0.5, 0.3}, {0.6, 0.6}};
        path.corners = {0, 1, 0};
        path.turnRad = 1;
        path.scale = 2;
        const MotionPath back = reversed(path);
        QCOMPARE(back.points.front(), path.points.back());
        QCOMPARE(back.turnRad, -1.0);
        QCOMPARE(back.scale, 0.5);
        QCOMPARE(reversed(back), path);
        const MotionPath other = mirrored(path);
        QCOMPARE(other.points.front(), path.points.front());
        QVERIFY(std::abs(other.points[1].x() + 0.1) < 1e-12);
        QCOMPARE(mirrored(other).points[2].y(), path.points[2].y());
    }

    void startsAndEndsWhereDrawnAndWaitsOutsideItsTime()
    {
        const MotionSampler sampler(arrow(Ease::None), kAspect);
        QVERIFY((sampler.pointAt(0.0) - Eigen::Vector2d(0.2, 0.6)).norm() < 1e-12);
        QVERIFY((sampler.pointAt(0.1) - Eigen::Vector2d(0.2, 0.6)).norm() < 1e-12);
        QVERIFY((sampler.pointAt(1.0) - Eigen::Vector2d(0.85, 0.45)).norm() < 1e-12);
        const MotionPose end = sampler.at(5.0);
        QVERIFY((end.displacement - Eigen::Vector2d(0.65, -0.15)).norm() < 1e-12);
        QCOMPARE(end.turnRad, 0.7);
        QCOMPARE(end.scale, 1.6);
        QVERIFY(std::abs(sampler.at(0.5).scale - std::sqrt(1.6)) < 1e-12);
    }

    void straightArrowIsEvenInTime()
    {
        MotionPath path;
        path.points = {{0.1, 0.2}, {0.9, 0.6}};
        const MotionSampler sampler(path, kAspect);
        for (std::int64_t n = 0; n < kLength; ++n) {
            const double f = shotFraction(double(n), kLength);
            QVERIFY((sampler.at(f).displacement - f * Eigen::Vector2d(0.8, 0.4)).norm() < 1e-12);
        }
    }

    void fractionsRunFromFirstToLastFrame()
    {
        QCOMPARE(shotFraction(0, 48), 0.0);
        QCOMPARE(shotFraction(47, 48), 1.0);
        QCOMPARE(shotFraction(0, 1), 0.0);
        QCOMPARE(shotFraction(0, 0), 0.0);
    }

    void jumpsWhenItHasNoTime()
    {
        MotionPath path = arrow(Ease::InOut);
        path.from = path.to = 0.5;
        const MotionSampler sampler(path, kAspect);
        QCOMPARE(sampler.at(0.49).turnRad, 0.0);
        QCOMPARE(sampler.at(0.5).turnRad, 0.7);
    }

    void arrowsInARowContinueEachOther()
    {
        MotionPath first;
        first.points = {{0.1, 0.1}, {0.3, 0.1}};
        first.to = 0.5;
        first.turnRad = 0.2;
        first.scale = 2;
        MotionPath second;
        second.points = {{0.6, 0.6}, {0.6, 0.9}};
        second.from = 0.5;
        second.scale = 0.5;
        const std::vector<MotionSampler> both{{first, kAspect}, {second, kAspect}};
        QVERIFY((combinedPose(both, 0.25).displacement - Eigen::Vector2d(0.1, 0)).norm() < 1e-12);
        QVERIFY((combinedPose(both, 0.5).displacement - Eigen::Vector2d(0.2, 0)).norm() < 1e-12);
        QVERIFY((combinedPose(both, 0.75).displacement - Eigen::Vector2d(0.2, 0.15)).norm()
                < 1e-12);
        QVERIFY((combinedPose(both, 1).displacement - Eigen::Vector2d(0.2, 0.3)).norm() < 1e-12);
        QCOMPARE(combinedPose(both, 1).turnRad, 0.2);
        QCOMPARE(combinedPose(both, 1).scale, 1.0);
        QCOMPARE(combinedPose({}, 0.5).scale, 1.0);
    }

    void splitAnywhereMovesAsBefore_data() { eases(); }
    void splitAnywhereMovesAsBefore()
    {
        QFETCH(int, ease);
        const MotionPath whole = arrow(Ease(ease));
        const MotionSampler all(whole, kAspect);
        for (std::int64_t cut = 1; cut < kLength; ++cut) {
            const MotionSampler head(part(whole, kLength, 0, cut), kAspect);
            const MotionSampler tail(part(whole, kLength, cut, kLength), kAspect);
            for (std::int64_t n = 0; n < kLength; ++n) {
                const MotionPose now = n < cut
                                           ? head.at(shotFraction(double(n), cut))
                                           : tail.at(shotFraction(double(n - cut), kLength - cut));
                QVERIFY(isSame(now, all.at(shotFraction(double(n), kLength))));
            }
        }
    }

    void splitTwiceMovesAsBefore_data() { eases(); }
    void splitTwiceMovesAsBefore()
    {
        QFETCH(int, ease);
        const MotionPath whole = arrow(Ease(ease));
        const MotionSampler all(whole, kAspect);
        for (std::int64_t a = 2; a < kLength - 4; a += 3)
            for (std::int64_t b = a + 2; b < kLength; b += 5) {
                const MotionPath tail = part(whole, kLength, a, kLength);
                const MotionPath middle = part(tail, kLength - a, 0, b - a);
                const MotionSampler sampler(middle, kAspect);
                for (std::int64_t n = a; n < b; ++n)
                    QVERIFY(isSame(sampler.at(shotFraction(double(n - a), b - a)),
                                   all.at(shotFraction(double(n), kLength))));
            }
    }
};

QTEST_GUILESS_MAIN(TestMotionPath)
#include "tst_motionpath.moc"
