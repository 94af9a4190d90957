#include "core/geometry/camerachannels.h"
#include "core/geometry/camerafacts.h"
#include "core/geometry/lenses.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace dollygrip;

namespace {

constexpr double kDegree = std::numbers::pi / 180;

CameraPath move(CameraMove move, double amount, Ease ease = Ease::None)
{
    MoveSettings settings;
    settings.amount = amount;
    settings.ease = ease;
    return namedMove(move, settings);
}

double difference(const CameraPose& a, const CameraPose& b)
{
    double most = 0;
    for (const CameraChannel channel : kAllCameraChannels)
        most = std::max(most, std::abs(channelValue(a, channel) - channelValue(b, channel)));
    return most;
}

double farthest(const CameraPath& a, const CameraPath& b)
{
    double most = 0;
    for (int i = -20; i <= 220; ++i)
        most = std::max(most, difference(a.stillAt(i / 200.0), b.stillAt(i / 200.0)));
    return most;
}

ChannelCurve curve(std::vector<CurvePoint> points)
{
    return {std::move(points)};
}

} // namespace

class CameraChannelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void automaticHandlesNeverOvershoot()
    {
        const ChannelCurve up = curve({{0, 0}, {0.1, 1}, {0.8, 1.1}, {1, 5}});
        double before = up.at(0);
        for (int i = 0; i <= 1000; ++i) {
            const double value = up.at(i / 1000.0);
            QVERIFY(value >= before - 1e-12);
            before = value;
        }
        QCOMPARE(up.at(-3), 0.0);
        QCOMPARE(up.at(7), 5.0);
        QCOMPARE(up.at(0.1), 1.0);
    }

    void aLinearCurveIsStraightAndAHeldOneJumps()
    {
        const ChannelCurve line = curve({{0, 0, CurveHandles::Linear, {0, 0}, {0, 0}},
                                         {1, 2, CurveHandles::Linear, {0, 0}, {0, 0}}});
        for (int i = 0; i <= 10; ++i)
            QVERIFY(std::abs(line.at(i / 10.0) - 0.2 * i) < 1e-12);
        const ChannelCurve hold = curve({{0, 3, CurveHandles::Hold, {0, 0}, {0, 0}}, {0.5, 7}});
        QCOMPARE(hold.at(0.49), 3.0);
        QCOMPARE(hold.at(0.5), 7.0);
    }

    // A handle longer than the way to the next point would run back in time.
    void longHandlesStayOneValueAtATime()
    {
        const ChannelCurve wild = curve({{0, 0, CurveHandles::Free, {0, 0}, {5, 4}},
                                         {1, 1, CurveHandles::Free, {-5, -4}, {0, 0}}});
        QCOMPARE(wild.outHandle(0).x(), 1.0);
        double before = wild.at(0);
        for (int i = 1; i <= 2000; ++i) {
            const double value = wild.at(i / 2000.0);
            QVERIFY(std::abs(value - before) < 0.1);
            before = value;
        }
        QVERIFY(std::abs(wild.at(0.5) - 0.5) < 1e-4);
    }

    void insertingAPointKeepsTheShape_data()
    {
        QTest::addColumn<int>("handles");
        for (int h = 0; h <= int(CurveHandles::Hold); ++h)
            QTest::newRow(qPrintable(QString::number(h))) << h;
    }
    void insertingAPointKeepsTheShape()
    {
        QFETCH(int, handles);
        const auto kind = CurveHandles(handles);
        const ChannelCurve old = curve({{0, 0, kind, {-0.1, 0}, {0.2, 0.7}},
                                        {0.6, 1, kind, {-0.3, 0.2}, {0.1, -0.1}},
                                        {1, 0.3, kind, {-0.2, 0.4}, {0.1, 0}}});
        ChannelCurve cut = old;
        cut.insert(0.2);
        cut.insert(0.7);
        QCOMPARE(cut.points.size(), std::size_t(5));
        if (kind == CurveHandles::Auto)
            return; // neighbours' slopes may follow the new point
        for (int i = 0; i <= 400; ++i) {
            const double t = i / 400.0;
            QVERIFY2(std::abs(cut.at(t) - old.at(t)) < 1e-9, qPrintable(QString::number(t)));
        }
    }

    void aCurveOfKeysIsTheSameMove_data()
    {
        QTest::addColumn<int>("ease");
        for (const Ease ease : {Ease::None, Ease::In, Ease::Out, Ease::InOut, Ease::Hold})
            QTest::newRow(qPrintable(QString::number(int(ease)))) << int(ease);
    }
    void aCurveOfKeysIsTheSameMove()
    {
        QFETCH(int, ease);
        for (const CameraMove kind : {CameraMove::DollyZoomIn, CameraMove::PanRight}) {
            const CameraPath path = move(kind, 2, Ease(ease));
            CameraPath curves = path;
            for (const CameraChannel channel : kAllCameraChannels)
                setCurve(curves, channel, curveOf(path, channel));
            QVERIFY(farthest(path, curves) < 1e-6);
        }
    }

    void manyKeysAndArcsBecomeCurves()
    {
        CameraPath path = move(CameraMove::TruckRight, 2, Ease::InOut);
        insertKey(path, 0.3);
        insertKey(path, 0.7);
        path.keys[1].pose.position = {1.4, 0.3, 0.2};
        path.keys[2].pose.panRad = 0.4;
        CameraPath curves = path;
        for (const CameraChannel channel : kAllCameraChannels)
            setCurve(curves, channel, curveOf(path, channel));
        QVERIFY(farthest(path, curves) < 1e-6);

        const CameraPath orbit = move(CameraMove::OrbitRight, 60);
        CameraPath flat = orbit;
        for (const CameraChannel channel : kAllCameraChannels)
            setCurve(flat, channel, curveOf(orbit, channel));
        QVERIFY(farthest(orbit, flat) < 1e-4);
    }

    void aCurveReplacesItsChannelOnly()
    {
        CameraPath path = move(CameraMove::TruckRight, 2);
        setCurve(path, CameraChannel::Pan, curve({{0, 0}, {0.5, 0.2}, {1, 0.2}}));
        QVERIFY(std::abs(path.stillAt(0.5).position.x() - 1.0) < 1e-12);
        QCOMPARE(path.stillAt(0.5).panRad, 0.2);
        QCOMPARE(path.keys.back().pose.panRad, 0.2); // keys say the same
        QVERIFY(!path.isStatic());
        CameraPath still;
        setCurve(still, CameraChannel::Pan, curve({{0, 0}, {1, 0}}));
        QVERIFY(still.isStatic());
        QVERIFY(still.keys.empty());
        setCurve(still, CameraChannel::Pan, curve({{0, 0}, {1, 0.1}}));
        QVERIFY(!still.isStatic());
        QCOMPARE(still.keys.size(), std::size_t(2)); // so that there are frames on the paper
        QCOMPARE(still.keys[1].pose.panRad, 0.1);
    }

    void halvesOfASplitKeepTheirPartOfTheCurves()
    {
        CameraPath path = move(CameraMove::DollyIn, 2, Ease::InOut);
        setCurve(path, CameraChannel::Tilt,
                 curve({{0, 0, CurveHandles::Free, {0, 0}, {0.3, 0.1}},
                        {1, 0.3, CurveHandles::Free, {-0.1, 0.4}, {0, 0}}}));
        const CameraPath half = remapped(path, 0.4, 1.0, 1.0);
        for (int i = 0; i <= 50; ++i) {
            const double t = i / 50.0;
            QVERIFY(difference(half.stillAt(t), path.stillAt(0.4 + 0.6 * t)) < 1e-9);
        }
        QVERIFY(half.origin && *half.origin == path.startPose());
    }

    void movingAFrameMovesItsPointsOnTheCurves()
    {
        CameraPath path = move(CameraMove::TruckRight, 2);
        setCurve(path, CameraChannel::Truck, curveOf(path, CameraChannel::Truck));
        CameraPose pose = path.keys[1].pose;
        pose.position.x() = 5;
        setKeyPose(path, 1, pose);
        QCOMPARE(path.stillAt(1).position.x(), 5.0);
        QCOMPARE(path.curve(CameraChannel::Truck).points.size(), std::size_t(2));
        const std::size_t added = insertKey(path, 0.5);
        QCOMPARE(added, std::size_t(1));
        QVERIFY(std::abs(path.keys[1].pose.position.x() - 2.5) < 1e-9);
        moveKey(path, 1, 0.25);
        QCOMPARE(path.curve(CameraChannel::Truck).points[1].at, 0.25);
        removeKey(path, 1);
        QCOMPARE(path.curve(CameraChannel::Truck).points.size(), std::size_t(2));
        QCOMPARE(path.keys.size(), std::size_t(2));
    }

    // A frame put into an eased move must not stop the camera there.
    void aFrameInAnEasedMoveDoesNotStopIt()
    {
        CameraPath path = move(CameraMove::TruckRight, 2, Ease::InOut);
        const CameraPath old = path;
        insertKey(path, 0.5);
        const double speed =
            (path.stillAt(0.51).position.x() - path.stillAt(0.49).position.x()) / 0.02;
        QVERIFY2(speed > 1.5, qPrintable(QString::number(speed)));
        QVERIFY(farthest(path, old) < 0.2);
        removeKey(path, 1);
        QVERIFY(farthest(path, old) < 1e-12);
    }

    void twoMovesTogether()
    {
        const CameraPath pan = move(CameraMove::PanRight, 20, Ease::InOut);
        const CameraPath dolly = move(CameraMove::DollyIn, 1, Ease::InOut);
        const CameraPath both = combined(dolly, pan);
        QCOMPARE(both.keys.size(), std::size_t(2));
        for (int i = 0; i <= 40; ++i) {
            const double t = i / 40.0;
            QVERIFY(std::abs(both.stillAt(t).panRad - pan.stillAt(t).panRad) < 1e-12);
            QVERIFY(std::abs(both.stillAt(t).position.z() - dolly.stillAt(t).position.z()) < 1e-12);
        }
        const CameraPath other = combined(dolly, move(CameraMove::ZoomIn, 2, Ease::Out));
        for (int i = 0; i <= 40; ++i) {
            const double t = i / 40.0;
            QVERIFY(std::abs(other.stillAt(t).position.z() - dolly.stillAt(t).position.z()) < 1e-6);
        }
        QVERIFY(std::abs(other.stillAt(1).focalMm - 2 * kDefaultFocalMm) < 1e-6);
        const CameraPath orbit = move(CameraMove::OrbitRight, 40);
        const CameraPath more = combined(orbit, move(CameraMove::PedestalUp, 1));
        for (int i = 0; i <= 40; ++i) {
            const double t = i / 40.0;
            QVERIFY(std::abs(more.stillAt(t).position.x() - orbit.stillAt(t).position.x()) < 1e-4);
            QVERIFY(std::abs(more.stillAt(t).position.y() - t) < 1e-4);
        }
    }

    void unrestIsAddedAndStaysOnTop()
    {
        const CameraPath shaken =
            combined(move(CameraMove::DollyIn, 1), move(CameraMove::Handheld, 1));
        QVERIFY(shaken.handheld && shaken.keys.size() == 2);
        QVERIFY(combined(shaken, move(CameraMove::PanLeft, 5)).handheld);
    }

    void aNamedMoveKeepsTheHandAndStaticPutsItOnATripod()
    {
        const CameraPath shaken = move(CameraMove::Handheld, 1);
        QVERIFY(withMove(shaken, CameraMove::PanLeft, {}, false).handheld);
        QVERIFY(withMove(shaken, CameraMove::Static, {}, false).isStatic());
        const CameraPath both =
            withMove(move(CameraMove::TruckLeft, 1), CameraMove::Handheld, {}, false);
        QVERIFY(both.handheld && both.keys.size() == 2); // on top of the move
    }

    void anotherSensorKeepsLensOrView()
    {
        CameraPath path = move(CameraMove::ZoomIn, 2);
        setCurve(path, CameraChannel::Lens, curveOf(path, CameraChannel::Lens));
        const CameraPath lens = onSensor(path, 36.0, false);
        QCOMPARE(lens.stillAt(1).focalMm, path.stillAt(1).focalMm);
        const CameraPath view = onSensor(path, 36.0, true);
        for (const double t : {0.0, 0.3, 1.0})
            QVERIFY(std::abs(view.cameraAt(t, 0, 1.78).horizontalFieldOfViewRad()
                             - path.cameraAt(t, 0, 1.78).horizontalFieldOfViewRad())
                    < 1e-9);
        QVERIFY(std::abs(onSensor({}, 36.0, true).stillAt(0).focalMm
                         - kDefaultFocalMm * 36.0 / kSuper35WidthMm)
                < 1e-9);
    }

    void primesAreStepped()
    {
        QCOMPARE(nextPrime(35, 1), 40.0);
        QCOMPARE(nextPrime(35, -1), 32.0);
        QCOMPARE(nextPrime(37.5, 1), 40.0);
        QCOMPARE(nextPrime(37.5, -1), 35.0);
        QCOMPARE(nextPrime(400, 2), 400.0);
        QCOMPARE(nextPrime(8, -1), 8.0);
        QVERIFY(std::abs(horizontalFieldOfViewDegrees(50, 36) - 39.6) < 0.05);
        QVERIFY(std::abs(horizontalFieldOfViewDegrees(35, 24.89) - 39.1) < 0.1);
        for (std::size_t i = 1; i < sensorFormats().size(); ++i)
            QVERIFY(sensorFormats()[i].widthMm > sensorFormats()[i - 1].widthMm);
    }

    void factsOfATruck()
    {
        CameraPath path = move(CameraMove::TruckRight, 3);
        const CameraFacts facts = cameraFacts(path, 73, {24, 1}, 16.0 / 9, 5);
        QVERIFY(std::abs(facts.trackM - 3) < 1e-9);
        QVERIFY(std::abs(facts.seconds - 3) < 1e-9);
        QVERIFY(std::abs(facts.fastestMps - 1) < 1e-6);
        QCOMPARE(facts.heightM, 0.0);
        QVERIFY(!cameraFacts({}, 48, {24, 1}, 16.0 / 9, 5).isMoving);
        const CameraFacts crane =
            cameraFacts(move(CameraMove::CraneUp, 1.5), 48, {24, 1}, 16.0 / 9, 5);
        QVERIFY(std::abs(crane.heightM - 1.5) < 1e-9);
        QVERIFY(crane.trackM > 0.1);
    }

    // Field of view 39 degrees: 20 degrees in 2 s cross the picture in about 4 s.
    void aPanThatJuddersIsNamed()
    {
        const CameraPath pan = move(CameraMove::PanRight, 20);
        const auto judder = cameraFacts(pan, 49, {24, 1}, 16.0 / 9, 5).judder;
        QVERIFY(judder);
        QVERIFY2(judder->widthSeconds > 3 && judder->widthSeconds < 5,
                 qPrintable(QString::number(judder->widthSeconds)));
        QCOMPARE(judder->neededSeconds, 7.0);
        QVERIFY(!cameraFacts(pan, 24 * 6, {24, 1}, 16.0 / 9, 5).judder);
        // Whips blur; orbits keep their subject; 60 frames a second allow more.
        QVERIFY(!cameraFacts(move(CameraMove::PanRight, 300), 49, {24, 1}, 16.0 / 9, 5).judder);
        QVERIFY(!cameraFacts(move(CameraMove::OrbitRight, 40), 49, {24, 1}, 16.0 / 9, 5).judder);
        QVERIFY(!cameraFacts(pan, 60 * 2 + 1, {60, 1}, 16.0 / 9, 5).judder);
    }

    void anglesAreInDegreesASecond()
    {
        const CameraFacts facts =
            cameraFacts(move(CameraMove::TiltUp, 12), 49, {24, 1}, 16.0 / 9, 5);
        QVERIFY(std::abs(facts.tiltRad - 12 * kDegree) < 1e-9);
        QVERIFY(std::abs(facts.tiltRadPerSecond - 6 * kDegree) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(CameraChannelsTest)
#include "tst_camerachannels.moc"
