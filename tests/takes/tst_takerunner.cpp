#include "core/takes/takereport.h"
#include "core/takes/takerequest.h"
#include "core/takes/takerunner.h"
#include "tests/support/fakegenerator.h"
#include "tests/support/filmbuilder.h"

#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace dollygrip;
using namespace Qt::StringLiterals;
using dollygrip::test::FakeGenerator;
using generator::Quality;

class TakeRunnerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TakeStore> m_store;
    std::shared_ptr<FakeGenerator> m_fake;
    std::shared_ptr<PictureCache> m_cache;
    std::unique_ptr<TakeRunner> m_runner;
    Film m_film;
    std::shared_ptr<const Shot> m_shot;

    QStringList leftovers() const
    {
        return QDir(m_store->folder())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<TakeStore>(m_home->filePath(u"My Film.takes"_s));
        m_fake = std::make_shared<FakeGenerator>();
        m_cache = std::make_shared<PictureCache>();
        m_runner = std::make_unique<TakeRunner>(*m_store, test::runnerOf(m_fake), m_cache);
        m_film = test::film()
                     .size(64, 36)
                     .rate(24000, 1001)
                     .scene(u"INT. ROOM"_s)
                     .shot(u"1A"_s, 6)
                     .stroke({{0.1, 0.1}, {0.9, 0.8}})
                     .region({{0.2, 0.2}, {0.6, 0.2}, {0.4, 0.7}}, true)
                     .arrow({{0.3, 0.3}, {0.6, 0.3}})
                     .build();
        m_shot = test::firstShot(m_film);
    }
    void cleanup()
    {
        m_runner.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void aNewTakeIsMeasured()
    {
        QSignalSpy changed(m_store.get(), &TakeStore::takeChanged);
        m_runner->shoot(m_film, m_shot->id, Quality::Draft);
        m_runner->waitForAll();
        QCOMPARE(changed.size(), 1);
        const Take take = m_store->takes().constFirst();
        const TakeScore score = takeScore(take);
        QVERIFY(score.warpError && score.flicker);
        QVERIFY(!score.likeness); // no references
        // It is kept with the take.
        const TakeStore again(m_store->folder());
        QCOMPARE(again.takes().constFirst().report, take.report);
    }

    void aKnownTakeIsNotMeasuredAgain()
    {
        m_runner->shoot(m_film, m_shot->id, Quality::Draft);
        m_runner->waitForAll();
        QSignalSpy changed(m_store.get(), &TakeStore::takeChanged);
        m_runner->shoot(m_film, m_shot->id, Quality::Draft);
        m_runner->waitForAll();
        QVERIFY(changed.isEmpty());
    }

    void aTakeEndsInTheStore()
    {
        QSignalSpy finished(m_runner.get(), &TakeRunner::takeFinished);
        QSignalSpy frames(m_runner.get(), &TakeRunner::takeFrames);
        const quint64 job = m_runner->shoot(m_film, m_shot->id, Quality::Final);
        QCOMPARE(m_runner->jobs().size(), 1);
        QCOMPARE(m_runner->jobs().first().shotName, u"1A"_s);
        m_runner->waitForAll();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first()[0].value<quint64>(), job);
        QCOMPARE(finished.first()[2].toBool(), false);
        QVERIFY(m_runner->jobs().isEmpty());
        QCOMPARE(frames.size(), 3);
        QCOMPARE(frames[1][1].value<FrameIndex>(), 2);

        QCOMPARE(m_store->takes().size(), 1);
        const Take take = m_store->takes().first();
        QCOMPARE(take.shot, m_shot->id);
        QCOMPARE(take.frames, 6);
        QCOMPARE(take.size, QSize(64, 36));
        QCOMPARE(take.rate, FrameRate({24000, 1001}));
        QCOMPARE(take.quality, u"final"_s);
        QCOMPARE(take.seconds, 0.25);
        QCOMPARE(QImage(takePicturePath(take.folder, 5)).pixelColor(1, 1), QColor(5, 0, 77));
        QCOMPARE(leftovers(), QStringList{take.requestHash});
    }

    void aKnownRequestIsNoWork()
    {
        m_runner->shoot(m_film, m_shot->id, Quality::Draft);
        m_runner->waitForAll();
        QCOMPARE(m_fake->started.load(), 1);
        QSignalSpy finished(m_runner.get(), &TakeRunner::takeFinished);
        m_runner->shoot(m_film, m_shot->id, Quality::Draft);
        m_runner->waitForAll();
        QCOMPARE(m_fake->started.load(), 1);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first()[2].toBool(), true);
        QCOMPARE(finished.first()[1].value<Take>().id, m_store->takes().first().id);

        m_runner->shoot(m_film, m_shot->id, Quality::Final); // another request
        m_runner->waitForAll();
        QCOMPARE(m_fake->started.load(), 2);
        QCOMPARE(m_store->takes().size(), 2);
    }

    void aCancelledTakeLeavesNothing()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        QSignalSpy cancelled(m_runner.get(), &TakeRunner::cancelled);
        QSignalSpy frames(m_runner.get(), &TakeRunner::takeFrames);
        const quint64 job = m_runner->shoot(m_film, m_shot->id, Quality::Final);
        QTRY_COMPARE(frames.size(), 1);
        m_runner->cancel(job);
        m_runner->waitForAll();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(m_store->takes().isEmpty());
        QTRY_VERIFY(leftovers().isEmpty());
    }

    void aWaitingTakeIsCancelledAtOnce()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        const quint64 running = m_runner->shoot(m_film, m_shot->id, Quality::Final);
        QTRY_COMPARE(m_fake->started.load(), 1);
        Film other = m_film;
        other.settings.size = QSize(32, 18);
        const quint64 waiting = m_runner->shoot(other, m_shot->id, Quality::Final);
        QTRY_COMPARE(m_runner->jobs().last().stage, u"waiting"_s);
        QSignalSpy cancelled(m_runner.get(), &TakeRunner::cancelled);
        m_runner->cancel(waiting);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(m_runner->jobs().size(), 1);
        m_runner->cancel(running);
        m_runner->waitForAll();
        QCOMPARE(cancelled.size(), 2);
        QCOMPARE(m_fake->started.load(), 1);
        QTRY_VERIFY(leftovers().isEmpty());
    }

    void aTakeIsCancelledWhileItsRequestIsPainted()
    {
        QSignalSpy cancelled(m_runner.get(), &TakeRunner::cancelled);
        m_runner->cancel(m_runner->shoot(m_film, m_shot->id, Quality::Final));
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(m_runner->jobs().isEmpty());
        m_runner.reset(); // paints and posts to nobody
        QCoreApplication::processEvents();
        QCOMPARE(m_fake->started.load(), 0);
    }

    void aNewerDraftReplacesAnOlderOne()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        QSignalSpy cancelled(m_runner.get(), &TakeRunner::cancelled);
        QSignalSpy finished(m_runner.get(), &TakeRunner::takeFinished);
        const quint64 older = m_runner->shoot(m_film, m_shot->id, Quality::Draft);
        QTRY_COMPARE(m_fake->started.load(), 1);
        m_fake->act = FakeGenerator::Act::Shoot;
        Film edited = m_film;
        edited.settings.paper = QColor(1, 2, 3);
        const quint64 newer = m_runner->shoot(edited, m_shot->id, Quality::Draft);
        m_runner->waitForAll();
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.first()[0].value<quint64>(), older);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first()[0].value<quint64>(), newer);
    }

    void aFailureIsToldByTheShotsNameAndLeavesNothing()
    {
        m_fake->act = FakeGenerator::Act::Fail;
        QSignalSpy failed(m_runner.get(), &TakeRunner::failed);
        m_runner->shoot(m_film, m_shot->id, Quality::Final);
        m_runner->waitForAll();
        QCOMPARE(failed.size(), 1);
        const Error error = failed.first()[2].value<Error>();
        QCOMPARE(error.code, ErrorCode::OutOfMemory);
        QCOMPARE(error.subject, std::string("1A"));
        QVERIFY(m_store->takes().isEmpty());
        QTRY_VERIFY(leftovers().isEmpty());
    }

    void aShotThatIsNotThereFails()
    {
        QSignalSpy failed(m_runner.get(), &TakeRunner::failed);
        m_runner->shoot(m_film, ShotId::create(), Quality::Final);
        QCOMPARE(failed.size(), 0); // later, so that the caller has the number first
        m_runner->waitForAll();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first()[2].value<Error>().code, ErrorCode::NotFound);
    }

    void picturesThatCannotBeWrittenFailTheTake()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        QSignalSpy failed(m_runner.get(), &TakeRunner::failed);
        QSignalSpy frames(m_runner.get(), &TakeRunner::takeFrames);
        m_runner->shoot(m_film, m_shot->id, Quality::Final);
        QTRY_COMPARE(m_fake->started.load(), 1);
        // The disk goes away under the take.
        QVERIFY(QDir(m_store->folder()).removeRecursively());
        m_fake->act = FakeGenerator::Act::Shoot;
        m_runner->cancelAll();
        m_runner->waitForAll();
        failed.clear();

        QFile blocker(m_store->folder());
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        m_runner->shoot(m_film, m_shot->id, Quality::Final);
        m_runner->waitForAll();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first()[2].value<Error>().code, ErrorCode::FileUnwritable);
    }

    void theRunnerMayGoWhileItShoots()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        QSignalSpy frames(m_runner.get(), &TakeRunner::takeFrames);
        m_runner->shoot(m_film, m_shot->id, Quality::Final);
        m_runner->shoot(m_film, m_shot->id, Quality::Final);
        QTRY_COMPARE(frames.size(), 1);
        m_runner.reset();
        QCOMPARE(m_fake->ended.load(), m_fake->started.load());
        QVERIFY(m_store->takes().isEmpty());
        QVERIFY(leftovers().isEmpty());
    }

    void shootingDoesNotHoldTheCaller()
    {
        const Film large = test::film()
                               .size(3840, 2160)
                               .scene(u"EXT. FIELD"_s)
                               .shot(u"2"_s, 2)
                               .stroke({{0.0, 0.1}, {0.5, 0.9}, {0.9, 0.1}})
                               .build();
        m_fake->act = FakeGenerator::Act::Shoot;
        QElapsedTimer clock;
        clock.start();
        m_runner->shoot(large, test::firstShot(large)->id, Quality::Final);
        QVERIFY2(clock.elapsed() < 20 * DOLLYGRIP_SLOWNESS,
                 qPrintable(QString::number(clock.elapsed())));
        m_runner->waitForAll();
        QCOMPARE(m_store->takes().size(), 1);
    }

    void draftsAreSmallAndEven_data()
    {
        QTest::addColumn<QSize>("film");
        QTest::addColumn<QSize>("draft");
        QTest::newRow("HD") << QSize(1920, 1080) << QSize(960, 540);
        QTest::newRow("scope") << QSize(2048, 858) << QSize(960, 402);
        QTest::newRow("upright") << QSize(1080, 1920) << QSize(960, 1706);
        QTest::newRow("smaller than a draft") << QSize(640, 480) << QSize(640, 480);
    }
    void draftsAreSmallAndEven()
    {
        QFETCH(QSize, film);
        QFETCH(QSize, draft);
        m_film.settings.size = film;
        const PanelPainter painter(m_film, m_cache);
        const auto request = takeRequest(*m_shot, m_film, painter, Quality::Draft).value();
        QCOMPARE(QSize(request.width, request.height), draft);
        const auto full = takeRequest(*m_shot, m_film, painter, Quality::Move).value();
        QCOMPARE(QSize(full.width, full.height), film);
        QCOMPARE(full.stage.frames, m_shot->length);
        QCOMPARE(full.seed, m_shot->seed);
    }

    void aPushInIsPaintedFiner()
    {
        const PanelPainter painter(m_film, m_cache);
        Shot shot = *m_shot;
        const auto still = takeRequest(shot, m_film, painter, Quality::Final).value();
        CameraPose end;
        end.focalMm = 1.5 * kDefaultFocalMm;
        shot.camera.keys = {{0.0, {}, Ease::None}, {1.0, end, Ease::None}};
        const auto zoom = takeRequest(shot, m_film, painter, Quality::Final).value();
        const auto rows = [](const generator::Request& request) {
            const multiplane::Plane& plane = request.stage.planes.front();
            return plane.picture.height() / plane.placement.height;
        };
        QVERIFY(std::abs(rows(still) - 36) < 1.0);
        QVERIFY(std::abs(rows(zoom) - 54) < 1.0);
    }
};

QTEST_GUILESS_MAIN(TakeRunnerTest)
#include "tst_takerunner.moc"
