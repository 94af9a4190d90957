#include "core/multiplane/rastersplain.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <random>

using namespace dollygrip;
using namespace dollygrip::multiplane;

/// An engine without OpenCV plays the same move: its raster operations against OpenCV's.
class RastersTest : public QObject {
    Q_OBJECT

    static std::vector<std::uint8_t> noise(std::size_t count)
    {
        std::mt19937 random(7);
        std::vector<std::uint8_t> values(count);
        for (std::uint8_t& value : values)
            value = std::uint8_t(random());
        return values;
    }

private Q_SLOTS:
    void sizesChangeAlike_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("to");
        QTest::addColumn<int>("channels");
        QTest::newRow("half") << QSize(64, 48) << QSize(32, 24) << 4;
        QTest::newRow("half of odd sides") << QSize(65, 49) << QSize(33, 25) << 4;
        QTest::newRow("a third less, one way") << QSize(90, 40) << QSize(60, 40) << 1;
        QTest::newRow("odd parts") << QSize(97, 31) << QSize(40, 30) << 1;
        QTest::newRow("to one pixel") << QSize(9, 7) << QSize(1, 1) << 4;
        QTest::newRow("same") << QSize(20, 10) << QSize(20, 10) << 4;
        QTest::newRow("twice") << QSize(32, 24) << QSize(64, 24) << 1;
        QTest::newRow("a little more") << QSize(33, 24) << QSize(40, 24) << 1;
        QTest::newRow("out of one column") << QSize(1, 24) << QSize(5, 24) << 1;
    }
    void sizesChangeAlike()
    {
        QFETCH(QSize, from);
        QFETCH(QSize, to);
        QFETCH(int, channels);
        const auto pixels = noise(std::size_t(from.width()) * from.height() * channels);
        const Raster raster{from.width(), from.height(), channels, pixels.data()};
        std::vector<std::uint8_t> theirs(std::size_t(to.width()) * to.height() * channels);
        std::vector<std::uint8_t> ours = theirs;
        const bool isLarger = to.width() > from.width();
        (isLarger ? stretch : shrink)(raster, to.width(), to.height(), theirs.data());
        (isLarger ? stretchPlainly : shrinkPlainly)(raster, to.width(), to.height(), ours.data());
        for (std::size_t i = 0; i < ours.size(); ++i)
            QVERIFY2(std::abs(int(ours[i]) - int(theirs[i])) <= 1,
                     qPrintable(QStringLiteral("%1: %2, %3").arg(i).arg(ours[i]).arg(theirs[i])));
    }

    void distancesAreAlike()
    {
        Mask mask{61, 43, std::vector<std::uint8_t>(61 * 43, 0)};
        for (const int place : {5 * 61 + 7, 30 * 61 + 55, 42 * 61})
            mask.values[std::size_t(place)] = 200;
        const std::vector<float> theirs = distances(mask, 127.0);
        const std::vector<float> ours = distancesPlainly(mask, 127.0);
        for (int y = 0; y < 43; ++y) {
            for (int x = 0; x < 61; ++x) {
                const std::size_t i = std::size_t(y) * 61 + std::size_t(x);
                const double exact = std::min({std::hypot(x - 7, y - 5), std::hypot(x - 55, y - 30),
                                               std::hypot(x - 0, y - 42)});
                QVERIFY(std::abs(double(ours[i]) - exact) < 1e-4);
                QVERIFY(std::abs(double(theirs[i]) - exact) <= 0.03 * exact + 1e-4);
            }
        }
    }

    void allIsDoneOnceOnAllCores()
    {
        for (auto* const run : {&onAllCores, &onAllCoresPlainly}) {
            std::atomic<int> sum = 0;
            (*run)(50, [&](int outer) { (*run)(3, [&](int inner) { sum += outer * 3 + inner; }); });
            QCOMPARE(sum.load(), 149 * 150 / 2);
        }
    }
};

QTEST_GUILESS_MAIN(RastersTest)
#include "tst_rasters.moc"
