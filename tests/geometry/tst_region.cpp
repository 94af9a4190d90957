#include "core/geometry/region.h"

#include <QElapsedTimer>
#include <QTest>

#include <Eigen/Core>

#include <limits>
#include <numbers>

using namespace dollygrip;

namespace {

constexpr int kWidth = 1280, kHeight = 720;
constexpr double kAspect = 16.0 / 9.0;

double area(const Mask& mask)
{
    double sum = 0;
    for (std::uint8_t value : mask.values)
        sum += value / 255.0;
    return sum;
}

bool isEmpty(const Mask& mask)
{
    return std::all_of(mask.values.begin(), mask.values.end(), [](auto v) { return v == 0; });
}

Region rectangle(double x0, double y0, double x1, double y1)
{
    Region region;
    region.outlines = {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}};
    return region;
}

Region dot(double x, double y, double radius)
{
    Region region;
    region.strokes = {{{{x, y}}, radius, false}};
    return region;
}

} // namespace

class TestRegion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growingWidensByJustThat()
    {
        Region region = rectangle(0.25, 0.25, 0.5, 0.75);
        region.grow = 0.05; // 36 pixels, corners rounded
        const Mask mask = coverage(region, kWidth, kHeight);
        const double exact = 320.0 * 360 + 2 * 36 * (320 + 360) + std::numbers::pi * 36 * 36;
        QVERIFY(std::abs(area(mask) - exact) < 2e-3 * exact);
        QCOMPARE(int(mask.at(320 - 35, 360)), 255);
        QCOMPARE(int(mask.at(320 - 38, 360)), 0);
        QVERIFY(contains(region, {0.25 - 0.049 / kAspect, 0.5}, kAspect));
        QVERIFY(!contains(region, {0.25 - 0.051 / kAspect, 0.5}, kAspect));
        const RegionBounds box = bounds(region, kAspect);
        QVERIFY((box.min - Eigen::Vector2d(0.25 - 0.05 / kAspect, 0.2)).norm() < 1e-9);
    }

    void shrinkingTakesAwayAtTheEdge()
    {
        Region region = rectangle(0.25, 0.25, 0.5, 0.75);
        region.grow = -0.05;
        const Mask mask = coverage(region, kWidth, kHeight);
        const double exact = (320.0 - 72) * (360 - 72);
        QVERIFY(std::abs(area(mask) - exact) < 2e-3 * exact);
        QVERIFY(!contains(region, {0.25 + 0.049 / kAspect, 0.5}, kAspect));
        QVERIFY(contains(region, {0.25 + 0.051 / kAspect, 0.5}, kAspect));
        const RegionBounds box = bounds(region, kAspect);
        QVERIFY((box.min - Eigen::Vector2d(0.25 + 0.05 / kAspect, 0.3)).norm() < 0.004);
        region.grow = -0.3;
        QVERIFY(isEmpty(coverage(region, kWidth, kHeight)));
        QVERIFY(edges(region, kAspect).empty());
    }

    void invertedIsAllTheRest()
    {
        Region region = rectangle(0.25, 0.25, 0.5, 0.75);
        const double drawn = area(coverage(region, kWidth, kHeight));
        region.isInverted = true;
        const Mask mask = coverage(region, kWidth, kHeight);
        QVERIFY(std::abs(area(mask) + drawn - double(kWidth) * kHeight) < 1);
        QVERIFY(!contains(region, {0.3, 0.5}, kAspect));
        QVERIFY(contains(region, {0.9, 0.5}, kAspect));
        QVERIFY(contains(region, {-0.5, 0.5}, kAspect));
        QCOMPARE(centre(region, kAspect), Eigen::Vector2d(0.5, 0.5));
        QCOMPARE(edges(region, kAspect).size(), std::size_t(2));        // the paper and the hole
        QVERIFY(isEmpty(coverage(Region{{}, {}, 0, true, 0}, 64, 36))); // nothing drawn: nothing
    }

    void growingAndInvertingAgreeWithAskingPoints_data()
    {
        QTest::addColumn<double>("grow");
        QTest::addColumn<bool>("isInverted");
        for (const double grow : {-0.03, 0.0, 0.04})
            for (const bool isInverted : {false, true})
                QTest::addRow("%.2f %d", grow, int(isInverted)) << grow << isInverted;
    }
    void growingAndInvertingAgreeWithAskingPoints()
    {
        QFETCH(double, grow);
        QFETCH(bool, isInverted);
        Region region = rectangle(0.2, 0.3, 0.5, 0.7);
        region.strokes = {{{{0.6, 0.5}, {0.8, 0.5}}, 0.1, false}, {{{0.3, 0.5}}, 0.05, true}};
        region.grow = grow;
        region.isInverted = isInverted;
        const Mask mask = coverage(region, 320, 180);
        int differ = 0;
        for (int y = 0; y < 180; y += 3)
            for (int x = 0; x < 320; x += 3) {
                const Eigen::Vector2d at((x + 0.5) / 320, (y + 0.5) / 180);
                if (contains(region, at, kAspect) != (mask.at(x, y) >= 128))
                    ++differ;
            }
        QVERIFY2(differ < 20, qPrintable(QString::number(differ)));
    }

    void theWholeIsGrownBeforeItIsSoftened()
    {
        Region region = rectangle(0.4, 0.4, 0.6, 0.6);
        region.grow = 0.05;
        region.feather = 0.05;
        const Mask mask = coverage(region, kWidth, kHeight);
        const int left = 512; // drawn edge
        QCOMPARE(int(mask.at(left - 30, 360)), 255);
        QVERIFY(mask.at(left - 54, 360) > 60 && mask.at(left - 54, 360) < 200);
        QCOMPARE(int(mask.at(left - 75, 360)), 0);
    }

    void polygonCoversItsArea()
    {
        const Mask mask = coverage(rectangle(0.25, 0.25, 0.5, 0.75), kWidth, kHeight);
        QCOMPARE(mask.width, kWidth);
        QCOMPARE(area(mask), 320.0 * 360.0);
        QCOMPARE(int(mask.at(320, 180)), 255);
        QCOMPARE(int(mask.at(319, 180)), 0);
        QCOMPARE(int(mask.at(639, 539)), 255);
        QCOMPARE(int(mask.at(640, 539)), 0);
    }

    void edgesWithinAPixelAreAntialiased()
    {
        const Mask mask =
            coverage(rectangle(100.25 / kWidth, 100.5 / kHeight, 200.0 / kWidth, 200.0 / kHeight),
                     kWidth, kHeight);
        QVERIFY(std::abs(int(mask.at(100, 150)) - 191) <= 1);
        QVERIFY(std::abs(int(mask.at(150, 100)) - 128) <= 1);
        QVERIFY(std::abs(int(mask.at(100, 100)) - 96) <= 1);
        Region triangle;
        triangle.outlines = {{{0.1, 0.13}, {0.83, 0.4}, {0.3, 0.91}}};
        const double exact = 0.5 * std::abs(0.73 * 0.78 - 0.2 * 0.27) * kWidth * kHeight;
        QVERIFY(std::abs(area(coverage(triangle, kWidth, kHeight)) - exact) < 1e-4 * exact);
    }

    void selfCrossingOutlineIsEvenOddAndOutlinesJoin()
    {
        Region region = rectangle(0.1, 0.1, 0.4, 0.4);
        region.outlines[0].insert(
            region.outlines[0].end(),
            {{0.1, 0.1}, {0.2, 0.2}, {0.3, 0.2}, {0.3, 0.3}, {0.2, 0.3}, {0.2, 0.2}});
        QVERIFY(!contains(region, {0.25, 0.25}, kAspect));
        QVERIFY(contains(region, {0.15, 0.3}, kAspect));
        QCOMPARE(int(coverage(region, kWidth, kHeight).at(320, 180)), 0);
        region.outlines.push_back({{0.2, 0.2}, {0.3, 0.2}, {0.3, 0.3}, {0.2, 0.3}});
        QCOMPARE(int(coverage(region, kWidth, kHeight).at(320, 180)), 255);
        QVERIFY(contains(region, {0.25, 0.25}, kAspect));
    }

    void brushIsRoundAsSeen()
    {
        const Mask mask = coverage(dot(0.5, 0.5, 0.1), kWidth, kHeight);
        const double exact = std::numbers::pi * 72 * 72;
        QVERIFY(std::abs(area(mask) - exact) < 1e-3 * exact);
        QCOMPARE(int(mask.at(640 + 70, 360)), 255);
        QCOMPARE(int(mask.at(640 + 73, 360)), 0);
        QCOMPARE(int(mask.at(640, 360 + 73)), 0);
        QVERIFY(contains(dot(0.5, 0.5, 0.1), {0.5 + 0.099 / kAspect, 0.5}, kAspect));
        QVERIFY(!contains(dot(0.5, 0.5, 0.1), {0.5 + 0.101 / kAspect, 0.5}, kAspect));
    }

    void eraserTakesAwayWhatWasBeforeIt()
    {
        Region region = rectangle(0.2, 0.2, 0.8, 0.8);
        region.strokes = {{{{0.3, 0.5}, {0.7, 0.5}}, 0.1, true}, {{{0.5, 0.5}}, 0.05, false}};
        const Mask mask = coverage(region, kWidth, kHeight);
        QCOMPARE(int(mask.at(500, 360)), 0);
        QCOMPARE(int(mask.at(640, 360)), 255);
        QCOMPARE(int(mask.at(640, 260)), 255);
        QVERIFY(!contains(region, {0.4, 0.5}, kAspect));
        QVERIFY(contains(region, {0.5, 0.5}, kAspect));
    }

    void featherFallsToNothingOverItsWidth()
    {
        Region region = rectangle(0.4, 0.4, 0.6, 0.6);
        region.feather = 0.1; // 72 rows
        const Mask mask = coverage(region, kWidth, kHeight);
        const int edge = 432; // first row below the area
        QCOMPARE(int(mask.at(640, edge - 1)), 255);
        QVERIFY(std::abs(int(mask.at(640, edge + 36)) - 128) < 6);
        QCOMPARE(int(mask.at(640, edge + 73)), 0);
        int before = 256;
        for (int y = edge; y < edge + 73; ++y) {
            QVERIFY(int(mask.at(640, y)) <= before);
            before = mask.at(640, y);
        }
        // As wide to the side as downwards, and round at the corner.
        QVERIFY(std::abs(int(mask.at(768 + 36, 360)) - int(mask.at(640, edge + 36))) <= 1);
        QCOMPARE(int(mask.at(768 + 60, edge + 60)), 0);
    }

    void featherReachesInFromBeyondTheFrame()
    {
        Region region = rectangle(-0.5, 0.2, -0.01, 0.8);
        region.feather = 0.1;
        const Mask mask = coverage(region, kWidth, kHeight);
        QVERIFY(mask.at(0, 360) > 150);
        QCOMPARE(int(mask.at(80, 360)), 0);
    }

    void emptyAndDegenerateAndFarRegionsCoverNothing()
    {
        QVERIFY(isEmpty(coverage(Region{}, 64, 36)));
        QVERIFY(isEmpty(coverage(rectangle(1.5, 0, 2, 1), 64, 36)));
        QVERIFY(isEmpty(coverage(rectangle(1e300, 0, 2e300, 1), 64, 36)));
        Region line;
        line.outlines = {{{0.1, 0.1}, {0.9, 0.9}}, {}, {{0.5, 0.5}}};
        line.feather = 0.1;
        QVERIFY(isEmpty(coverage(line, 64, 36)));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        Region broken = dot(nan, 0.5, 0.1);
        broken.outlines = {{{nan, 0}, {1, nan}, {0, 1}}};
        broken.strokes.push_back({{{0.5, 0.5}}, nan, false});
        broken.strokes.push_back({{}, 0.1, false});
        broken.feather = nan;
        QVERIFY(isEmpty(coverage(broken, 64, 36)));
        Region erased;
        erased.strokes = {{{{0.5, 0.5}}, 0.1, true}};
        QVERIFY(isEmpty(coverage(erased, 64, 36)));
        QVERIFY(!erased.isEmpty());
        QVERIFY((centre(Region{}, kAspect) - Eigen::Vector2d(0.5, 0.5)).norm() < 1e-12);
    }

    void partsBeyondTheFrameAreCutOff()
    {
        QCOMPARE(area(coverage(rectangle(-3, -2, 0.5, 9), 64, 36)), 32.0 * 36.0);
        QCOMPARE(area(coverage(rectangle(-3, -2, 4, 9), 64, 36)), 64.0 * 36.0);
    }

    void middleAndBoundsAreOfTheArea()
    {
        Region triangle;
        triangle.outlines = {{{0.1, 0.2}, {0.7, 0.2}, {0.1, 0.8}}};
        QVERIFY((centre(triangle, kAspect) - Eigen::Vector2d(0.3, 0.4)).norm() < 5e-4);
        const RegionBounds around = bounds(dot(0.5, 0.5, 0.09), kAspect);
        QVERIFY((around.min - Eigen::Vector2d(0.5 - 0.09 / kAspect, 0.41)).norm() < 1e-9);
        QVERIFY((around.max - Eigen::Vector2d(0.5 + 0.09 / kAspect, 0.59)).norm() < 1e-9);
        Region half = rectangle(0.2, 0.2, 0.8, 0.8);
        half.strokes = {{{{0.2, 0.9}, {0.8, 0.9}}, 0.4, true}};
        QVERIFY(std::abs(bounds(half, kAspect).max.y() - 0.5) < 0.004);
        QVERIFY(std::abs(bounds(half, kAspect).min.y() - 0.2) < 1e-9);
        const RegionBounds outside = bounds(rectangle(-0.5, 0.1, 0.2, 1.4), kAspect);
        QVERIFY((outside.min - Eigen::Vector2d(-0.5, 0.1)).norm() < 1e-9);
    }

    void edgesFollowTheDrawnArea()
    {
        const auto round = edges(dot(0.5, 0.5, 0.2), kAspect);
        QCOMPARE(round.size(), std::size_t(1));
        for (const Eigen::Vector2d& point : round[0]) {
            const Eigen::Vector2d seen((point.x() - 0.5) * kAspect, point.y() - 0.5);
            QVERIFY(std::abs(seen.norm() - 0.2) < 0.003);
        }
        Region ring = dot(0.5, 0.5, 0.2);
        ring.strokes.push_back({{{0.5, 0.5}}, 0.1, true});
        ring.strokes.push_back({{{0.1, 0.1}}, 0.05, false});
        QCOMPARE(edges(ring, kAspect).size(), std::size_t(3));
        QVERIFY(edges(Region{}, kAspect).empty());
        // Two corners that touch make two rings or one, but each closes and none is lost.
        Region touching = rectangle(0.25, 0.25, 0.5, 0.5);
        touching.outlines.push_back({{0.5, 0.5}, {0.75, 0.5}, {0.75, 0.75}, {0.5, 0.75}});
        std::size_t points = 0;
        for (const auto& one : edges(touching, kAspect))
            points += one.size();
        QVERIFY(points > 400);
    }

    void coverageIsQuick()
    {
        Region region = rectangle(0.2, 0.1, 0.6, 0.9);
        RegionStroke scribble;
        for (int i = 0; i < 200; ++i)
            scribble.points.emplace_back(0.3 + 0.002 * i, 0.5 + 0.3 * std::sin(i * 0.15));
        region.strokes = {scribble};
        region.feather = 0.04;
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer timer;
            timer.start();
            const Mask mask = coverage(region, kWidth, kHeight);
            best = std::min(best, timer.nsecsElapsed());
            QVERIFY(mask.at(500, 360) == 255);
        }
        qInfo("coverage at 1280x720: %.2f ms", double(best) / 1e6);
#ifdef NDEBUG
        QVERIFY(best < 40'000'000); // about 5 ms alone; room for a busy machine
#endif
    }
};

QTEST_GUILESS_MAIN(TestRegion)
#include "tst_region.moc"
