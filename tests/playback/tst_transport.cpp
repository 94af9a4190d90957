#include "core/playback/transport.h"

#include <QSignalSpy>
#include <QTest>

using namespace dollygrip;

class Transports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesComeWhenTheClockSaysSo();
    void framesAreDroppedAndNotDelayed();
    void aFractionalRateDoesNotDrift();
    void theEndStopsOnTheLastFrame();
    void loopsGoRoundFromInToOut();
    void shuttlesUpToEightTimes();
    void stepsAndSeeksStayInTheFilm();
    void stopGoesBackToWherePlayingBegan();
    void theSoundClockLeadsAtNormalSpeed();
    void playsByItselfInTime();
    void anEmptyFilmStands();
    void aShorterFilmPullsThePositionIn();
};

namespace {

/// A transport of 100 frames at 24 on a clock that the test turns.
struct Bench {
    Bench()
    {
        transport.setClock([this] { return seconds; });
        transport.setFilm(100, {24, 1});
    }
    void turn(double by)
    {
        seconds += by;
        transport.tick();
    }
    double seconds = 5.0;
    Transport transport;
};

} // namespace

void Transports::framesComeWhenTheClockSaysSo()
{
    Bench bench;
    Transport& transport = bench.transport;
    transport.play();
    QVERIFY(transport.isPlaying());
    bench.turn(0.9 / 24);
    QCOMPARE(transport.position(), FrameIndex(0));
    bench.turn(0.1 / 24);
    QCOMPARE(transport.position(), FrameIndex(1));
    for (int n = 2; n < 50; ++n) {
        bench.turn(1.0 / 24);
        QCOMPARE(transport.position(), FrameIndex(n));
    }
    transport.pause();
    bench.turn(10);
    QCOMPARE(transport.position(), FrameIndex(49));
}

void Transports::framesAreDroppedAndNotDelayed()
{
    Bench bench;
    QSignalSpy moved(&bench.transport, &Transport::positionChanged);
    bench.transport.play();
    bench.turn(10.5 / 24); // the machine was busy
    QCOMPARE(bench.transport.position(), FrameIndex(10));
    QCOMPARE(moved.count(), 1);
    bench.turn(0.5 / 24);
    QCOMPARE(bench.transport.position(), FrameIndex(11));
}

void Transports::aFractionalRateDoesNotDrift()
{
    Bench bench;
    bench.transport.setFilm(1'000'000, {24000, 1001});
    bench.transport.play();
    bench.turn(1001.0 * 36); // ten hours and a bit: 24000 * 36 frames exactly
    QCOMPARE(bench.transport.position(), FrameIndex(24000) * 36);
}

void Transports::theEndStopsOnTheLastFrame()
{
    Bench bench;
    QSignalSpy speed(&bench.transport, &Transport::speedChanged);
    bench.transport.play();
    bench.turn(100);
    QCOMPARE(bench.transport.position(), FrameIndex(99));
    QVERIFY(!bench.transport.isPlaying());
    QCOMPARE(speed.count(), 2);
    bench.transport.play(); // again from the start
    QCOMPARE(bench.transport.position(), FrameIndex(0));
    bench.transport.seek(3);
    bench.transport.setSpeed(-1);
    bench.turn(100);
    QCOMPARE(bench.transport.position(), FrameIndex(0));
    QVERIFY(!bench.transport.isPlaying());
}

void Transports::loopsGoRoundFromInToOut()
{
    Bench bench;
    Transport& transport = bench.transport;
    transport.setIn(20);
    transport.setOut(30);
    QVERIFY((transport.range() == FrameRange{20, 30}));
    transport.setLooping(true);
    transport.play();
    QCOMPARE(transport.position(), FrameIndex(20)); // from outside to the in point
    bench.turn(9.5 / 24);
    QCOMPARE(transport.position(), FrameIndex(29));
    bench.turn(1.0 / 24);
    QCOMPARE(transport.position(), FrameIndex(20));
    bench.turn(25.0 / 24);
    QCOMPARE(transport.position(), FrameIndex(25));
    transport.setSpeed(-1);
    bench.turn(6.0 / 24);
    QCOMPARE(transport.position(), FrameIndex(29));
    transport.setRange({});
    QVERIFY((transport.range() == FrameRange{0, 100}));
    transport.setLooping(false);
    transport.setRange({90, 400}); // beyond the film
    QVERIFY((transport.range() == FrameRange{90, 100}));
}

void Transports::shuttlesUpToEightTimes()
{
    Bench bench;
    Transport& transport = bench.transport;
    for (const int expected : {1, 2, 4, 8, 8}) {
        transport.forward();
        QCOMPARE(transport.speed(), expected);
    }
    bench.turn(1.0 / 24);
    QCOMPARE(transport.position(), FrameIndex(8));
    transport.backward();
    QCOMPARE(transport.speed(), -1);
    transport.backward();
    bench.turn(2.0 / 24);
    QCOMPARE(transport.position(), FrameIndex(4));
    transport.pause(); // K
    QCOMPARE(transport.speed(), 0);
}

void Transports::stepsAndSeeksStayInTheFilm()
{
    Bench bench;
    Transport& transport = bench.transport;
    transport.step(-1);
    QCOMPARE(transport.position(), FrameIndex(0));
    transport.step(1);
    QCOMPARE(transport.position(), FrameIndex(1));
    transport.seek(1000);
    QCOMPARE(transport.position(), FrameIndex(99));
    transport.seek(10);
    transport.play();
    transport.step(1);
    QVERIFY(!transport.isPlaying());
    QCOMPARE(transport.position(), FrameIndex(11));
    transport.play();
    transport.seek(50); // goes on playing from there
    bench.turn(2.0 / 24);
    QCOMPARE(transport.position(), FrameIndex(52));
}

void Transports::stopGoesBackToWherePlayingBegan()
{
    Bench bench;
    bench.transport.seek(12);
    bench.transport.play();
    bench.turn(1.0);
    QCOMPARE(bench.transport.position(), FrameIndex(36));
    bench.transport.stop();
    QCOMPARE(bench.transport.position(), FrameIndex(12));
    QVERIFY(!bench.transport.isPlaying());
}

void Transports::theSoundClockLeadsAtNormalSpeed()
{
    Bench bench;
    double heard = 100.0;
    bench.transport.setSoundClock([&heard] { return heard; });
    bench.transport.play();
    bench.turn(3.0); // the machine's clock does not count
    QCOMPARE(bench.transport.position(), FrameIndex(0));
    heard += 0.5;
    bench.turn(0.0);
    QCOMPARE(bench.transport.position(), FrameIndex(12));
    bench.transport.setSoundClock({}); // the device goes away: no jump
    bench.turn(0.5);
    QCOMPARE(bench.transport.position(), FrameIndex(24));
    bench.transport.setSoundClock([&heard] { return heard; });
    bench.transport.setSpeed(2); // not heard, so by the machine
    bench.turn(0.5);
    QCOMPARE(bench.transport.position(), FrameIndex(48));
}

void Transports::playsByItselfInTime()
{
    Transport transport;
    transport.setFilm(1000, {100, 1});
    QSignalSpy moved(&transport, &Transport::positionChanged);
    QElapsedTimer timer;
    timer.start();
    transport.play();
    QTRY_VERIFY(transport.position() >= 30);
    const qint64 passed = timer.elapsed();
    QVERIFY2(passed >= 299, qPrintable(QString::number(passed)));
    QVERIFY(transport.position() <= passed / 10 + 1);
    QVERIFY(moved.count() <= transport.position());
}

void Transports::anEmptyFilmStands()
{
    Transport transport;
    transport.setFilm(0, {24, 1});
    transport.play();
    QVERIFY(!transport.isPlaying());
    transport.step(5);
    transport.seek(-3);
    QCOMPARE(transport.position(), FrameIndex(0));
}

void Transports::aShorterFilmPullsThePositionIn()
{
    Bench bench;
    bench.transport.seek(80);
    QSignalSpy moved(&bench.transport, &Transport::positionChanged);
    bench.transport.setFilm(50, {24, 1});
    QCOMPARE(bench.transport.position(), FrameIndex(49));
    QCOMPARE(moved.count(), 1);
    bench.transport.setFilm(60, {24, 1});
    QCOMPARE(moved.count(), 1);
}

QTEST_GUILESS_MAIN(Transports)
#include "tst_transport.moc"
