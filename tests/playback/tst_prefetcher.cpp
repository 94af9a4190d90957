#include "core/playback/prefetcher.h"
#include "tests/support/filmbuilder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

const QSize kSize(160, 90);

Film movingFilm(double metres, FrameIndex length = 40)
{
    return film()
        .size(320, 180)
        .scene(u"EXT. FIELD"_s)
        .shot(u"1"_s, length)
        .picture(testPicture(320, 180))
        .truck(metres)
        .build();
}

Image direct(const Film& film, FrameIndex n, QSize size = kSize)
{
    FrameProvider provider(std::make_shared<PictureCache>());
    provider.setFilm(film);
    return provider.picture(n, size);
}

} // namespace

class Prefetchers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedForComesFirst();
    void readsAheadInTheDirectionOfTravel();
    void goesRoundALoop();
    void theLatestFilmWins();
    void anotherSizeMakesNewPictures();
    void draggingNeverWaits();
    void endsWhileItIsBusy();
    void nothingIsAskedNothingIsDone();
    void signalsComeOnTheMainThread();
};

void Prefetchers::whatIsAskedForComesFirst()
{
    const Film film = movingFilm(0.4);
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    QSignalSpy ready(&prefetcher, &Prefetcher::frameReady);
    prefetcher.setFilm(film);
    QVERIFY(prefetcher.picture(7).isNull());
    prefetcher.request({7, kSize, 0, {}});
    QVERIFY(ready.wait());
    QCOMPARE(ready.first().first().value<FrameIndex>(), FrameIndex(7));
    QVERIFY(prefetcher.picture(7) == direct(film, 7));
    QTRY_COMPARE(ready.count(), 5); // its neighbours too
}

void Prefetchers::readsAheadInTheDirectionOfTravel()
{
    const Film film = movingFilm(0.4);
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    prefetcher.setFilm(film);
    prefetcher.request({20, kSize, 1, {}});
    QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(39).isNull(), 30'000);
    for (FrameIndex n = 20; n < 40; ++n)
        QVERIFY(!prefetcher.picture(n).isNull());
    QVERIFY(prefetcher.picture(39) == direct(film, 39));
    QVERIFY(prefetcher.picture(19).isNull());
    prefetcher.request({20, kSize, -1, {}});
    QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(0).isNull(), 30'000);
    QVERIFY(prefetcher.picture(0) == direct(film, 0));
}

void Prefetchers::goesRoundALoop()
{
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    prefetcher.setFilm(movingFilm(0.4));
    prefetcher.request({18, kSize, 1, {10, 20}});
    QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(17).isNull(), 30'000);
    for (FrameIndex n = 10; n < 20; ++n)
        QVERIFY(!prefetcher.picture(n).isNull());
    QVERIFY(prefetcher.picture(20).isNull());
    QVERIFY(prefetcher.picture(9).isNull());
}

void Prefetchers::theLatestFilmWins()
{
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    Film last;
    for (int i = 1; i <= 30; ++i) {
        last = movingFilm(0.02 * i);
        prefetcher.setFilm(last);
        prefetcher.request({39, kSize, 0, {}});
    }
    const Image expected = direct(last, 39);
    QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(39).isNull(), 30'000);
    QVERIFY(prefetcher.picture(39) == expected);
}

void Prefetchers::anotherSizeMakesNewPictures()
{
    const Film film = movingFilm(0.4);
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    prefetcher.setFilm(film);
    prefetcher.request({3, kSize, 0, {}});
    QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(3).isNull(), 30'000);
    prefetcher.request({3, {96, 54}, 0, {}});
    QVERIFY(prefetcher.picture(3).isNull() || prefetcher.picture(3).width() == 96);
    QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(3).isNull(), 30'000);
    QVERIFY(prefetcher.picture(3) == direct(film, 3, {96, 54}));
}

void Prefetchers::draggingNeverWaits()
{
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    const QSize large(1280, 720);
    qint64 longest = 0;
    for (int i = 0; i < 40; ++i) {
        const Film film = movingFilm(0.01 * i);
        QElapsedTimer timer;
        timer.start();
        prefetcher.setFilm(film);
        prefetcher.request({20, large, 0, {}});
        (void)prefetcher.picture(20);
        longest = std::max(longest, timer.nsecsElapsed());
        QCoreApplication::processEvents();
    }
    QVERIFY2(longest < 20'000'000 * DOLLYGRIP_SLOWNESS,
             qPrintable(QString::number(double(longest) / 1e6)));
    QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(20).isNull(), 30'000);
}

void Prefetchers::endsWhileItIsBusy()
{
    for (int i = 0; i < 20; ++i) {
        Prefetcher prefetcher(std::make_shared<PictureCache>());
        prefetcher.setFilm(movingFilm(0.4, 400));
        prefetcher.request({i, kSize, 1, {}});
        if (i % 2)
            QTRY_VERIFY_WITH_TIMEOUT(!prefetcher.picture(i).isNull(), 30'000);
    }
}

void Prefetchers::nothingIsAskedNothingIsDone()
{
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    QSignalSpy ready(&prefetcher, &Prefetcher::frameReady);
    prefetcher.setFilm(movingFilm(0.1));
    QVERIFY(!ready.wait(50));
    prefetcher.request({1000, kSize, 1, {}}); // beyond the film
    QVERIFY(!ready.wait(50));
    prefetcher.request({0, {}, 1, {}}); // no size yet
    QVERIFY(!ready.wait(50));
}

void Prefetchers::signalsComeOnTheMainThread()
{
    Prefetcher prefetcher(std::make_shared<PictureCache>());
    QThread* thread = nullptr;
    connect(
        &prefetcher, &Prefetcher::frameReady, &prefetcher,
        [&] { thread = QThread::currentThread(); }, Qt::DirectConnection);
    prefetcher.setFilm(movingFilm(0.1));
    prefetcher.request({0, kSize, 0, {}});
    QTRY_VERIFY_WITH_TIMEOUT(thread != nullptr, 30'000);
    QCOMPARE(thread, QThread::currentThread());
}

QTEST_GUILESS_MAIN(Prefetchers)
#include "tst_prefetcher.moc"
