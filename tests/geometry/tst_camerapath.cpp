#include "core/geometry/camerapath.h"
#include "core/geometry/motionpath.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace dollygrip;

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr std::int64_t kLength = 48;

double difference(const CameraPose& a, const CameraPose& b)
{
    return (a.position - b.position).norm() + std::abs(a.panRad - b.panRad)
           + std::abs(a.tiltRad - b.tiltRad) + std::abs(a.rollRad - b.rollRad)
           + std::abs(a.focalMm - b.focalMm);
}

CameraKey key(double at, const Eigen::Vector3d& position, double pan, double focal, Ease ease = {})
{
    CameraKey made;
    made.at = at;
    made.pose.position = position;
    made.pose.panRad = pan * kDegree;
    made.pose.tiltRad = -pan / 3 * kDegree;
    made.pose.rollRad = pan / 7 * kDegree;
    made.pose.focalMm = focal;
    made.ease = ease;
    return made;
}

CameraPath fourKeys(Ease second = Ease::None)
{
    CameraPath path;
    path.keys = {key(0, {0, 0, 0}, 0, 35), key(0.2, {0.5, 0.3, 0.1}, 10, 40, second),
                 key(0.7, {-0.4, 0.6, 2}, -15, 28), key(1, {1, 0, 3}, 5, 50)};
    return path;
}

CameraPose velocity(const CameraPath& path, double at, double step)
{
    const CameraPose a = path.at(at, 0), b = path.at(at + step, 0);
    CameraPose v;
    v.position = (b.position - a.position) / step;
    v.panRad = (b.panRad - a.panRad) / step;
    v.tiltRad = (b.tiltRad - a.tiltRad) / step;
    v.rollRad = (b.rollRad - a.rollRad) / step;
    v.focalMm = (b.focalMm - a.focalMm) / step;
    return v;
}

} // namespace

class TestCameraPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutKeysItStandsWithTheDefaultLens()
    {
        QVERIFY(CameraPath{}.at(0.5, 1) == CameraPose{});
        QVERIFY(CameraPath{}.isStatic());
        QCOMPARE(CameraPath{}.cameraAt(0, 0, 2.0).aspect, 2.0);
        CameraPath one;
        one.keys = {key(0.4, {1, 2, 3}, 4, 50)};
        QVERIFY(one.at(0, 0) == one.keys[0].pose);
        QVERIFY(one.startPose() == one.keys[0].pose);
        QVERIFY(one.isStatic());
    }

    void twoKeysAreEvenInEveryChannel()
    {
        CameraPath path;
        path.keys = {key(0, {0, 0, 0}, 0, 35), key(1, {1, -2, 4}, 21, 70)};
        QVERIFY(!path.isStatic());
        for (double f = 0; f <= 1; f += 0.125)
            QVERIFY(difference(path.at(f, 0),
                               key(0, f * Eigen::Vector3d(1, -2, 4), f * 21, 35 + f * 35).pose)
                    < 1e-12);
    }

    void easeShapesTheTimeOfTwoKeys()
    {
        CameraPath path;
        path.keys = {key(0, {0, 0, 0}, 0, 35, Ease::In), key(1, {0, 0, 1}, 0, 35)};
        QVERIFY(std::abs(path.at(0.5, 0).position.z() - 0.125) < 1e-12);
        path.keys[0].ease = Ease::InOut;
        QVERIFY(std::abs(path.at(0.25, 0).position.z() - 0.15625) < 1e-12);
        path.keys[0].ease = Ease::Hold;
        QCOMPARE(path.at(0.99, 0).position.z(), 0.0);
        QCOMPARE(path.at(1, 0).position.z(), 1.0);
    }

    void holdsBeforeTheFirstAndAfterTheLastKey()
    {
        CameraPath path;
        path.keys = {key(0.25, {1, 0, 0}, 0, 35), key(0.75, {2, 0, 0}, 0, 35)};
        QVERIFY(path.at(0.1, 0) == path.keys[0].pose);
        QVERIFY(path.at(0.9, 0) == path.keys[1].pose);
    }

    void passesEveryKeyAtItsTime()
    {
        for (Ease ease : {Ease::None, Ease::In, Ease::Out, Ease::InOut, Ease::Hold}) {
            const CameraPath path = fourKeys(ease);
            for (const CameraKey& one : path.keys)
                QVERIFY(difference(path.at(one.at, 0), one.pose) < 1e-12);
        }
    }

    void isSmoothThroughItsKeys()
    {
        for (Ease ease : {Ease::None, Ease::In, Ease::Out, Ease::InOut}) {
            const CameraPath path = fourKeys(ease);
            for (std::size_t i = 1; i + 1 < path.keys.size(); ++i) {
                const double at = path.keys[i].at;
                QVERIFY(difference(velocity(path, at - 1e-6, 1e-6), velocity(path, at, 1e-6))
                        < 0.01);
            }
        }
    }

    void easedKeysAreAtRest()
    {
        const CameraPath path = fourKeys(Ease::InOut);
        for (std::size_t i : {std::size_t(1), std::size_t(2)}) {
            QVERIFY(difference(velocity(path, path.keys[i].at, 1e-6), {{0, 0, 0}, 0, 0, 0, 0})
                    < 0.01);
            QVERIFY(
                difference(velocity(path, path.keys[i].at - 1e-6, 1e-6), {{0, 0, 0}, 0, 0, 0, 0})
                < 0.01);
        }
        const CameraPath free = fourKeys();
        QVERIFY(difference(velocity(free, 0.2, 1e-6), {{0, 0, 0}, 0, 0, 0, 0}) > 1);
    }

    void threeKeysInALineGoEvenly()
    {
        CameraPath path;
        path.keys = {key(0, {0, 0, 0}, 0, 35), key(0.3, {0.3, 0, 0}, 3, 38),
                     key(1, {1, 0, 0}, 10, 45)};
        for (double f = 0; f <= 1; f += 0.1)
            QVERIFY(difference(path.at(f, 0), key(f, {f, 0, 0}, 10 * f, 35 + 10 * f).pose) < 1e-12);
    }

    void arcKeepsItsRadiusBetweenKeysAndItsWinding()
    {
        CameraPath path;
        path.arc = CameraArc{CameraArc::Axis::Vertical, {0, 0, 4}};
        const auto around = [](double degrees) {
            const double a = degrees * kDegree;
            return Eigen::Vector3d(4 * std::sin(a), 0, 4 - 4 * std::cos(a));
        };
        // Three quarters round while looking at the middle, with a stop between.
        path.keys = {key(0, around(0), 0, 35), key(0.4, around(200), -200, 35),
                     key(1, around(270), -270, 35)};
        for (CameraKey& one : path.keys)
            one.pose.tiltRad = one.pose.rollRad = 0;
        for (double f = 0; f <= 1; f += 0.01) {
            const CameraPose pose = path.at(f, 0);
            QVERIFY(std::abs((pose.position - path.arc->centre).norm() - 4) < 1e-9);
            const Eigen::Vector3d to = (path.arc->centre - pose.position).normalized();
            QVERIFY((to - pose.axes().col(2)).norm() < 1e-9);
        }
    }

    void splitAnywhereMovesAsBefore_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("two eased keys") << 0;
        QTest::newRow("four keys") << 1;
        QTest::newRow("orbit") << 2;
        QTest::newRow("handheld") << 3;
        QTest::newRow("hold") << 4;
        QTest::newRow("whip pan") << 5;
    }
    void splitAnywhereMovesAsBefore()
    {
        QFETCH(int, kind);
        const CameraPath whole = madeFor(kind);
        const double rate = 24;
        for (std::int64_t cut = 1; cut < kLength; ++cut) {
            const CameraPath head = part(whole, kLength, 0, cut, 0);
            const CameraPath tail = part(whole, kLength, cut, kLength, double(cut) / rate);
            QVERIFY(head.startPose() == whole.startPose());
            QVERIFY(tail.startPose() == whole.startPose());
            for (std::int64_t n = 0; n < kLength; ++n) {
                const CameraPose expected =
                    whole.at(shotFraction(double(n), kLength), double(n) / rate);
                const CameraPose now = n < cut
                                           ? head.at(shotFraction(double(n), cut), double(n) / rate)
                                           : tail.at(shotFraction(double(n - cut), kLength - cut),
                                                     double(n - cut) / rate);
                QVERIFY(difference(now, expected) < 1e-9);
            }
        }
        const CameraPath middle =
            part(part(whole, kLength, 11, kLength, 11 / rate), kLength - 11, 5, 20, 5 / rate);
        QVERIFY(middle.startPose() == whole.startPose());
        for (std::int64_t n = 16; n < 31; ++n)
            QVERIFY(difference(middle.at(shotFraction(double(n - 16), 15), double(n - 16) / rate),
                               whole.at(shotFraction(double(n), kLength), double(n) / rate))
                    < 1e-9);
    }

private:
    static CameraPath madeFor(int kind)
    {
        MoveSettings settings;
        settings.ease = Ease::InOut;
        settings.start.panRad = 0.2;
        if (kind == 1)
            return fourKeys(Ease::Out);
        if (kind == 4) {
            CameraPath path = fourKeys(Ease::Hold);
            path.keys[2].at = shotFraction(31, kLength);
            return path;
        }
        return namedMove(kind == 0   ? CameraMove::DollyZoomIn
                         : kind == 2 ? CameraMove::OrbitLeft
                         : kind == 3 ? CameraMove::Handheld
                                     : CameraMove::WhipPanRight,
                         settings);
    }
    static CameraPath part(const CameraPath& path, std::int64_t length, std::int64_t first,
                           std::int64_t end, double startSeconds)
    {
        return remapped(path, shotFraction(double(first), length),
                        shotFraction(double(std::max(end - 1, first + 1)), length), startSeconds);
    }
};

QTEST_GUILESS_MAIN(TestCameraPath)
#include "tst_camerapath.moc"
