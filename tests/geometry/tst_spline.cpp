#include "core/geometry/spline.h"

#include <QTest>

#include <Eigen/Core>

#include <cmath>

using dollygrip::Spline;
using dollygrip::SplineKind;
using Points = std::vector<Eigen::Vector2d>;

namespace {

constexpr double kAspect = 16.0 / 9.0;

const Points kWinding{{0.1, 0.8}, {0.25, 0.3}, {0.27, 0.32}, {0.6, 0.7}, {0.9, 0.1}, {0.5, 0.05}};

Eigen::Vector2d seen(const Eigen::Vector2d& p)
{
    return {p.x() * kAspect, p.y()};
}

// Length between two fractions, by very many chords.
double walked(const Spline& spline, double from, double to)
{
    constexpr int kSteps = 2000;
    double sum = 0;
    Eigen::Vector2d last = seen(spline.atFraction(from));
    for (int i = 1; i <= kSteps; ++i) {
        const Eigen::Vector2d next = seen(spline.atFraction(from + (to - from) * i / kSteps));
        sum += (next - last).norm();
        last = next;
    }
    return sum;
}

} // namespace

class TestSpline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesEveryPoint_data() { kinds(); }
    void passesEveryPoint()
    {
        const Spline spline(kWinding, kind(), kAspect);
        double before = -1;
        for (std::size_t i = 0; i < kWinding.size(); ++i) {
            const double fraction = spline.fractionOfPoint(i);
            QVERIFY(fraction > before);
            before = fraction;
            QVERIFY((spline.atFraction(fraction) - kWinding[i]).norm() < 1e-9);
        }
        QCOMPARE(spline.fractionOfPoint(0), 0.0);
        QCOMPARE(spline.fractionOfPoint(kWinding.size() - 1), 1.0);
    }

    void isEvenAlongItsLength_data() { kinds(); }
    void isEvenAlongItsLength()
    {
        const Spline spline(kWinding, kind(), kAspect);
        QVERIFY(std::abs(walked(spline, 0, 1) - spline.length()) < 1e-4 * spline.length());
        constexpr int kParts = 37;
        for (int i = 0; i < kParts; ++i) {
            const double part = walked(spline, double(i) / kParts, double(i + 1) / kParts);
            QVERIFY2(std::abs(part - spline.length() / kParts) < 1e-4 * spline.length(),
                     qPrintable(QString::number(part)));
        }
    }

    void twoPointsMakeAStraightEvenLine_data() { kinds(); }
    void twoPointsMakeAStraightEvenLine()
    {
        const Eigen::Vector2d a(0.2, 0.7), b(0.9, 0.1);
        const Spline spline({a, b}, kind(), kAspect);
        QVERIFY(std::abs(spline.length() - (seen(b) - seen(a)).norm()) < 1e-12);
        for (double f = 0; f <= 1; f += 0.05)
            QVERIFY((spline.atFraction(f) - (a + f * (b - a))).norm() < 1e-12);
        QVERIFY((spline.tangentAtFraction(0.3) - (seen(b) - seen(a)).normalized()).norm() < 1e-12);
    }

    void pointsOnALineMakeAStraightEvenLine_data() { kinds(); }
    void pointsOnALineMakeAStraightEvenLine()
    {
        const Eigen::Vector2d a(0.1, 0.2), way(0.7, 0.4);
        const Spline spline({a, a + 0.1 * way, a + 0.55 * way, a + way}, kind(), kAspect);
        for (double f = 0; f <= 1; f += 0.05)
            QVERIFY((spline.atFraction(f) - (a + f * way)).norm() < 1e-9);
        QVERIFY(std::abs(spline.fractionOfPoint(2) - 0.55) < 1e-9);
    }

    void hasOneTangentAtEachPoint_data() { kinds(); }
    void hasOneTangentAtEachPoint()
    {
        const Spline spline(kWinding, kind(), kAspect);
        for (std::size_t i = 1; i + 1 < kWinding.size(); ++i) {
            const double f = spline.fractionOfPoint(i);
            const double step = 1e-7;
            QVERIFY((spline.tangentAtFraction(f - step) - spline.tangentAtFraction(f + step)).norm()
                    < 1e-3);
        }
    }

    void onePointStays()
    {
        const Spline spline({{0.3, 0.4}}, SplineKind::CatmullRom, kAspect);
        QCOMPARE(spline.length(), 0.0);
        QVERIFY(spline.atFraction(0.7) == Eigen::Vector2d(0.3, 0.4));
        QVERIFY(spline.tangentAtFraction(0.7) == Eigen::Vector2d(1, 0));
        QCOMPARE(spline.fractionOfPoint(0), 0.0);
    }

    void dropsEqualNeighbours_data() { kinds(); }
    void dropsEqualNeighbours()
    {
        const Points doubled{kWinding[0], kWinding[0], kWinding[1],
                             kWinding[2], kWinding[2], kWinding[3]};
        const Spline with(doubled, kind(), kAspect);
        const Spline without({kWinding[0], kWinding[1], kWinding[2], kWinding[3]}, kind(), kAspect);
        for (double f = 0; f <= 1; f += 0.1)
            QVERIFY((with.atFraction(f) - without.atFraction(f)).norm() < 1e-12);
        QCOMPARE(with.fractionOfPoint(1), 0.0);
        QCOMPARE(with.fractionOfPoint(4), without.fractionOfPoint(2));
        const Spline still({{0.5, 0.5}, {0.5, 0.5}}, kind(), kAspect);
        QCOMPARE(still.length(), 0.0);
    }

    void holdsBeyondItsEnds()
    {
        const Spline spline(kWinding, SplineKind::CatmullRom, kAspect);
        QVERIFY(spline.atFraction(-2) == spline.atFraction(0));
        QVERIFY(spline.atFraction(3) == spline.atFraction(1));
    }

private:
    static void kinds()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("Catmull-Rom") << int(SplineKind::CatmullRom);
        QTest::newRow("B-spline") << int(SplineKind::BSpline);
    }
    static SplineKind kind()
    {
        QFETCH(int, kind);
        return SplineKind(kind);
    }
};

QTEST_GUILESS_MAIN(TestSpline)
#include "tst_spline.moc"
