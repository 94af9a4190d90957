#include "core/media/framecache.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::media;

namespace {

FrameKey key(FrameIndex n)
{
    return {contentHash(std::string_view("film")), n, 16, 16};
}
Image picture(int value)
{
    return Image::ofColour(16, 16, value, value, value);
} // 1,024 bytes

} // namespace

class FrameCaches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasPutIn();
    void theLongestUnusedGoesFirst();
    void staysUnderItsBudget();
    void manyThreadsMayUseIt();
};

void FrameCaches::keepsWhatWasPutIn()
{
    FrameCache cache(10'240);
    QVERIFY(cache.find(key(1)).isNull());
    cache.insert(key(1), picture(7));
    QVERIFY(cache.find(key(1)) == picture(7));
    FrameKey other = key(1);
    other.width = 17;
    QVERIFY(cache.find(other).isNull());
    cache.insert(key(1), picture(8));
    QVERIFY(cache.find(key(1)) == picture(8));
    QCOMPARE(cache.count(), std::size_t(1));
    QCOMPARE(cache.byteCount(), std::size_t(1024));
    cache.clear();
    QVERIFY(!cache.contains(key(1)));
    QCOMPARE(cache.byteCount(), std::size_t(0));
}

void FrameCaches::theLongestUnusedGoesFirst()
{
    FrameCache cache(3 * 1024);
    for (int n = 0; n < 3; ++n)
        cache.insert(key(n), picture(n));
    QVERIFY(!cache.find(key(0)).isNull()); // used again, so 1 is now the oldest
    cache.insert(key(3), picture(3));
    QVERIFY(cache.contains(key(0)));
    QVERIFY(!cache.contains(key(1)));
    QVERIFY(cache.contains(key(2)));
    QVERIFY(cache.contains(key(3)));
}

void FrameCaches::staysUnderItsBudget()
{
    FrameCache cache(5000);
    for (int n = 0; n < 100; ++n) {
        cache.insert(key(n), picture(n));
        QVERIFY(cache.byteCount() <= cache.byteBudget());
    }
    QCOMPARE(cache.count(), std::size_t(4));
    cache.insert(key(200), Image::ofColour(64, 64, 1, 2, 3)); // larger than all of it
    QVERIFY(!cache.contains(key(200)));
    QCOMPARE(cache.count(), std::size_t(4));
}

void FrameCaches::manyThreadsMayUseIt()
{
    FrameCache cache(20 * 1024);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&cache, t] {
            for (int n = 0; n < 2000; ++n) {
                const int value = (n * 7 + t) % 40;
                const Image found = cache.find(key(value));
                if (!found.isNull() && found.pixel(0, 0)[0] != value)
                    qFatal("the picture of another key");
                cache.insert(key(value), picture(value));
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(cache.count(), std::size_t(20));
}

QTEST_GUILESS_MAIN(FrameCaches)
#include "tst_framecache.moc"
