#include "core/base/error.h"
#include "ui/poolwork.h"

#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <new>
#include <stdexcept>

using namespace dollygrip;
using namespace dollygrip::ui;

class PoolWorkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theValueComesBackOnThisThread()
    {
        QThread* worked = nullptr;
        QThread* came = nullptr;
        int value = 0;
        inPool(
            this,
            [&worked] {
                worked = QThread::currentThread();
                return 42;
            },
            [&](int result) {
                value = result;
                came = QThread::currentThread();
            });
        QTRY_COMPARE(value, 42);
        QVERIFY(worked != QThread::currentThread());
        QCOMPARE(came, QThread::currentThread());
    }

    void aValueThatOnlyMovesComesBack()
    {
        std::unique_ptr<int> value;
        inPool(
            this, [] { return std::make_unique<int>(7); },
            [&](std::unique_ptr<int> result) { value = std::move(result); });
        QTRY_VERIFY(value);
        QCOMPARE(*value, 7);
    }

    void aJobThatThrowsEndsInOneCall()
    {
        QList<int> values;
        inPool(
            this, []() -> int { throw std::runtime_error("broken"); },
            [&](int result) { values += result; });
        QTRY_COMPARE(values, QList<int>{0});

        QList<Error> errors;
        const auto keep = [&](const Result<int>& result) {
            if (!result)
                errors += result.error();
        };
        inPool(
            this, []() -> Result<int> { throw std::runtime_error("broken"); }, keep);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.last().code, ErrorCode::Internal);
        QCOMPARE(errors.last().detail, std::string("broken"));
        inPool(
            this, []() -> Result<int> { throw std::bad_alloc(); }, keep);
        QTRY_COMPARE(errors.size(), 2);
        QCOMPARE(errors.last().code, ErrorCode::OutOfMemory);
        inPool(
            this, []() -> Result<int> { throw 3; }, keep);
        QTRY_COMPARE(errors.size(), 3);
    }

    void nobodyIsCalledWhenTheContextIsGone()
    {
        QThreadPool pool;
        bool called = false;
        auto held = std::make_shared<int>(1);
        {
            QObject context;
            inPool(
                &context, [held] { return held; },
                [&](const std::shared_ptr<int>&) { called = true; }, &pool);
        }
        QVERIFY(pool.waitForDone(5000));
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QCOMPARE(held.use_count(), 1L);
    }
};

QTEST_GUILESS_MAIN(PoolWorkTest)
#include "tst_poolwork.moc"
