#include "core/generator/jobqueue.h"
#include "tests/support/fakegenerator.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <thread>

using namespace dollygrip;
using namespace dollygrip::generator;
using dollygrip::test::FakeGenerator;
using namespace Qt::StringLiterals;

namespace {

Request requestOf(Quality quality, const std::string& name)
{
    Request request;
    request.quality = quality;
    request.prompt = name;
    request.width = request.height = 2;
    request.stage.frames = 4;
    return request;
}

QString outcome(const Result<Summary>& result)
{
    return result ? u"done"_s : QString::fromUtf8(errorName(result.error().code));
}

} // namespace

class JobQueueTest : public QObject {
    Q_OBJECT

    /// Writes "name event" into m_log on this thread, in order.
    JobHooks logging(const QString& name)
    {
        const auto post = [this](const QString& line) {
            QMetaObject::invokeMethod(this, [this, line] { m_log.append(line); });
        };
        JobHooks hooks;
        hooks.onStarted = [post, name] { post(name + u" started"_s); };
        hooks.onFinished = [post, name](const Result<Summary>& result) {
            post(name + u' ' + outcome(result));
        };
        return hooks;
    }
    JobId submit(JobQueue& queue, Quality quality, const QString& name, const std::string& subject)
    {
        return queue.submit(requestOf(quality, name.toStdString()), subject, logging(name));
    }

    std::shared_ptr<FakeGenerator> m_fake;
    QStringList m_log;

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_shared<FakeGenerator>();
        m_log.clear();
    }

    void runsAJobAndReportsOnce()
    {
        JobQueue queue(test::runnerOf(m_fake));
        submit(queue, Quality::Final, u"a"_s, "1A");
        QTRY_COMPARE(m_log, QStringList({u"a started"_s, u"a done"_s}));
        QTRY_COMPARE(queue.count(), 0);
        QTest::qWait(0);
        QCOMPARE(m_log.size(), 2);
    }

    void callbacksComeOnOneOtherThread()
    {
        std::atomic<std::thread::id> seen[3];
        {
            JobQueue queue(test::runnerOf(m_fake));
            JobHooks hooks;
            hooks.onStarted = [&] { seen[0] = std::this_thread::get_id(); };
            hooks.hooks.onFrames = [&](FrameIndex, const std::vector<Image>&) {
                seen[1] = std::this_thread::get_id();
            };
            hooks.onFinished = [&](const Result<Summary>&) {
                seen[2] = std::this_thread::get_id();
            };
            queue.submit(requestOf(Quality::Draft, "a"), "1A", hooks);
            QTRY_COMPARE(m_fake->ended.load(), 1);
        }
        QVERIFY(seen[0].load() != std::this_thread::get_id());
        QVERIFY(seen[0].load() == seen[1].load() && seen[1].load() == seen[2].load());
    }

    void stopHereEndsTheSamplingAndKeepsTheTake()
    {
        m_fake->act = FakeGenerator::Act::SampleOn;
        std::atomic<int> stepsDone = 0;
        JobQueue queue(test::runnerOf(m_fake));
        Request request = requestOf(Quality::Final, "a");
        request.model = "network";
        JobHooks hooks = logging(u"a"_s);
        hooks.onFinished = [&, log = hooks.onFinished](const Result<Summary>& summary) {
            stepsDone = summary ? summary->stepsDone : -1;
            log(summary);
        };
        const JobId job = queue.submit(request, "1A", hooks);
        queue.stopHere(job + 1); // nobody
        QTRY_COMPARE(m_log, QStringList({u"a started"_s}));
        queue.stopHere(job);
        QTRY_COMPARE(m_log, QStringList({u"a started"_s, u"a done"_s}));
        QVERIFY(stepsDone > 0 && stepsDone < 4);
    }

    void aLookAtTheConditioningIsNoFinal()
    {
        JobQueue queue(test::runnerOf(m_fake));
        Request request = requestOf(Quality::Final, "wait");
        request.wantsOnlyConditioning = true;
        queue.submit(request, "look", logging(u"old"_s));
        QTRY_COMPARE(m_log, QStringList({u"old started"_s}));
        request.prompt = "new";
        queue.submit(request, "look", logging(u"new"_s));
        QTRY_VERIFY(m_log.contains(u"new done"_s));
        QVERIFY(m_log.contains(u"old Cancelled"_s));
    }

    void newestDraftOfAShotWins()
    {
        JobQueue queue(test::runnerOf(m_fake));
        submit(queue, Quality::Draft, u"wait old"_s, "1A");
        QTRY_COMPARE(m_log, QStringList({u"wait old started"_s}));
        submit(queue, Quality::Draft, u"wait middle"_s, "1A");
        submit(queue, Quality::Move, u"new"_s, "1A");
        QTRY_VERIFY(m_log.contains(u"new done"_s));
        QVERIFY(m_log.contains(u"wait old Cancelled"_s));
        // The middle one may have begun before the newest came; either way it is given up.
        QVERIFY(m_log.contains(u"wait middle Cancelled"_s));
    }

    void draftsOfDifferentShotsLeaveEachOtherAlone()
    {
        JobQueue queue(test::runnerOf(m_fake));
        submit(queue, Quality::Draft, u"a"_s, "1A");
        submit(queue, Quality::Draft, u"b"_s, "1B");
        QTRY_COMPARE(m_log,
                     QStringList({u"a started"_s, u"a done"_s, u"b started"_s, u"b done"_s}));
    }

    void finalsKeepTheirOrderAndDraftsGoBeforeThem()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        JobQueue queue(test::runnerOf(m_fake));
        const JobId first = submit(queue, Quality::Final, u"first"_s, "1A");
        QTRY_COMPARE(m_fake->started.load(), 1);
        submit(queue, Quality::Final, u"second"_s, "1A");
        submit(queue, Quality::Final, u"third"_s, "1A");
        submit(queue, Quality::Draft, u"draft"_s, "1A");
        QCOMPARE(queue.count(), 4);
        m_fake->act = FakeGenerator::Act::Shoot;
        queue.cancel(first);
        QTRY_COMPARE(m_log.size(), 8);
        const QStringList ends = m_log.filter(QRegularExpression(u"done|Cancelled"_s));
        QCOMPARE(ends, QStringList({u"first Cancelled"_s, u"draft done"_s, u"second done"_s,
                                    u"third done"_s}));
    }

    void aDraftDoesNotStopARunningFinal()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        JobQueue queue(test::runnerOf(m_fake));
        const JobId final = submit(queue, Quality::Final, u"final"_s, "1A");
        QTRY_COMPARE(m_fake->started.load(), 1);
        submit(queue, Quality::Draft, u"draft"_s, "1A");
        QCOMPARE(m_fake->ended.load(), 0);
        QCOMPARE(queue.count(), 2);
        m_fake->act = FakeGenerator::Act::Shoot;
        queue.cancel(final);
        QTRY_VERIFY(m_log.contains(u"draft done"_s));
    }

    void aWaitingJobThatIsCancelledNeverStarts()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        JobQueue queue(test::runnerOf(m_fake));
        const JobId running = submit(queue, Quality::Final, u"running"_s, "1A");
        QTRY_COMPARE(m_fake->started.load(), 1);
        const JobId waiting = submit(queue, Quality::Final, u"waiting"_s, "1B");
        queue.cancel(waiting);
        QCOMPARE(queue.count(), 1);
        queue.cancel(running);
        QTRY_VERIFY(m_log.contains(u"waiting Cancelled"_s)
                    && m_log.contains(u"running Cancelled"_s));
        QVERIFY(!m_log.contains(u"waiting started"_s));
        QCOMPARE(m_fake->started.load(), 1);
    }

    void cancellingWhatIsGoneDoesNothing()
    {
        JobQueue queue(test::runnerOf(m_fake));
        const JobId job = submit(queue, Quality::Final, u"a"_s, "1A");
        QTRY_VERIFY(m_log.contains(u"a done"_s));
        queue.cancel(job);
        queue.cancel(12345);
        queue.cancelAll();
        submit(queue, Quality::Final, u"b"_s, "1A");
        QTRY_VERIFY(m_log.contains(u"b done"_s));
    }

    void exceptionsBecomeErrors_data()
    {
        QTest::addColumn<int>("act");
        QTest::addColumn<QString>("expected");
        QTest::newRow("out of memory")
            << int(FakeGenerator::Act::ThrowBadAlloc) << u"OutOfMemory"_s;
        QTest::newRow("our own mistake")
            << int(FakeGenerator::Act::ThrowRuntimeError) << u"Internal"_s;
        QTest::newRow("an error that is returned")
            << int(FakeGenerator::Act::Fail) << u"OutOfMemory"_s;
    }
    void exceptionsBecomeErrors()
    {
        QFETCH(int, act);
        QFETCH(QString, expected);
        m_fake->act = FakeGenerator::Act(act);
        JobQueue queue(test::runnerOf(m_fake));
        submit(queue, Quality::Final, u"a"_s, "1A");
        QTRY_COMPARE(m_log, QStringList({u"a started"_s, u"a "_s + expected}));
        m_fake->act = FakeGenerator::Act::Shoot;
        submit(queue, Quality::Final, u"b"_s, "1A"); // the thread lives on
        QTRY_VERIFY(m_log.contains(u"b done"_s));
    }

    void theDestructorCancelsAllAndWaits()
    {
        m_fake->act = FakeGenerator::Act::WaitForCancel;
        {
            JobQueue queue(test::runnerOf(m_fake));
            for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
                submit(queue, Quality::Final, name, "1A");
            QTRY_COMPARE(m_fake->started.load(), 1);
        }
        QCOMPARE(m_fake->ended.load(), 1);
        QCoreApplication::processEvents();
        QStringList ends = m_log.filter(u"Cancelled"_s);
        ends.sort();
        QCOMPARE(ends, QStringList({u"a Cancelled"_s, u"b Cancelled"_s, u"c Cancelled"_s}));
    }

    void manySubmittersLoseNothing()
    {
        std::atomic<int> finished = 0;
        {
            JobQueue queue(test::runnerOf(m_fake));
            std::vector<std::jthread> submitters;
            for (int t = 0; t < 4; ++t) {
                submitters.emplace_back([&, t] {
                    for (int i = 0; i < 50; ++i) {
                        JobHooks hooks;
                        hooks.onFinished = [&](const Result<Summary>&) { ++finished; };
                        const Quality quality = i % 3 == 0 ? Quality::Final : Quality::Draft;
                        const JobId job =
                            queue.submit(requestOf(quality, "x"), std::to_string(t), hooks);
                        if (i % 7 == 0)
                            queue.cancel(job);
                    }
                });
            }
            submitters.clear();
            QTRY_COMPARE(finished.load(), 200);
        }
        QCOMPARE(finished.load(), 200);
    }
};

QTEST_GUILESS_MAIN(JobQueueTest)
#include "tst_jobqueue.moc"
