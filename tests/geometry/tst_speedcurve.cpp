#include "core/geometry/speedcurve.h"

#include <QTest>

#include <Eigen/Core>

using dollygrip::Ease;
using dollygrip::SpeedCurve;

class TestSpeedCurve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsItsFormula_data()
    {
        QTest::addColumn<int>("ease");
        QTest::addColumn<double>("quarter");
        QTest::addColumn<double>("half");
        QTest::newRow("none") << int(Ease::None) << 0.25 << 0.5;
        QTest::newRow("in") << int(Ease::In) << 0.015625 << 0.125;
        QTest::newRow("out") << int(Ease::Out) << 0.578125 << 0.875;
        QTest::newRow("in-out") << int(Ease::InOut) << 0.15625 << 0.5;
        QTest::newRow("hold") << int(Ease::Hold) << 0.0 << 0.0;
    }
    void followsItsFormula()
    {
        QFETCH(int, ease);
        QFETCH(double, quarter);
        QFETCH(double, half);
        const SpeedCurve curve{Ease(ease), {}};
        QCOMPARE(curve.at(0), 0.0);
        QCOMPARE(curve.at(0.25), quarter);
        QCOMPARE(curve.at(0.5), half);
        QCOMPARE(curve.at(1), 1.0);
        QCOMPARE(curve.at(-3), 0.0);
        QCOMPARE(curve.at(7), 1.0);
    }

    void thoseThatLeaveTheWayEndWhereTheyShould_data()
    {
        QTest::addColumn<int>("ease");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("anticipate") << int(Ease::Anticipate) << -0.08 << 1.0;
        QTest::newRow("overshoot") << int(Ease::Overshoot) << 0.0 << 1.08;
        QTest::newRow("bounce") << int(Ease::Bounce) << 0.0 << 1.0;
    }
    void thoseThatLeaveTheWayEndWhereTheyShould()
    {
        QFETCH(int, ease);
        QFETCH(double, least);
        QFETCH(double, most);
        const SpeedCurve curve{Ease(ease), {}};
        QCOMPARE(curve.at(0), 0.0);
        QCOMPARE(curve.at(1), 1.0);
        double low = 0, high = 0, before = 0;
        for (int i = 0; i <= 1000; ++i) {
            const double now = curve.at(i / 1000.0);
            low = std::min(low, now);
            high = std::max(high, now);
            QVERIFY(std::abs(now - before) < 0.01); // no jump
            before = now;
        }
        QVERIFY(std::abs(low - least) < 1e-4);
        QVERIFY(std::abs(high - most) < 1e-4);
    }

    void customMayLeaveTheWayButNotWithoutBounds()
    {
        const SpeedCurve curve{Ease::Custom, {{0, 0}, {0.3, -0.5}, {0.7, 1.4}, {1, 1}}};
        QCOMPARE(curve.at(0.3), -0.5);
        QCOMPARE(curve.at(0.7), 1.4);
        const SpeedCurve far{Ease::Custom, {{0, -40}, {1, 40}}};
        QCOMPARE(far.at(0), dollygrip::kLeastProgress);
        QCOMPARE(far.at(1), dollygrip::kMostProgress);
    }

    void pointsLikeACurveGoOnFromIt_data()
    {
        QTest::addColumn<int>("ease");
        for (int ease = 0; ease <= int(Ease::Bounce); ++ease)
            QTest::addRow("ease %d", ease) << ease;
    }
    void pointsLikeACurveGoOnFromIt()
    {
        QFETCH(int, ease);
        const SpeedCurve curve{Ease(ease), {}};
        const SpeedCurve like{Ease::Custom, dollygrip::pointsLike(curve)};
        QCOMPARE(like.points.front(), Eigen::Vector2d(0, curve.at(0)));
        QCOMPARE(like.points.back(), Eigen::Vector2d(1, curve.at(1)));
        if (Ease(ease) == Ease::Hold)
            return;
        for (int i = 0; i <= 100; ++i)
            QVERIFY(std::abs(like.at(i / 100.0) - curve.at(i / 100.0)) < 0.2);
    }

    void customPassesItsPointsAndNeverTurnsBack()
    {
        const SpeedCurve curve{Ease::Custom,
                               {{0, 0}, {0.2, 0.02}, {0.4, 0.9}, {0.6, 0.9}, {0.7, 0.95}, {1, 1}}};
        for (const Eigen::Vector2d& point : curve.points)
            QVERIFY(std::abs(curve.at(point.x()) - point.y()) < 1e-12);
        double before = 0;
        for (int i = 0; i <= 1000; ++i) {
            const double now = curve.at(i / 1000.0);
            QVERIFY(now >= before - 1e-12);
            before = now;
        }
        QVERIFY(std::abs(curve.at(0.5) - 0.9) < 1e-12);
    }

    void customHoldsBeyondItsPoints()
    {
        const SpeedCurve curve{Ease::Custom, {{0.3, 0.2}, {0.6, 0.8}}};
        QCOMPARE(curve.at(0.1), 0.2);
        QCOMPARE(curve.at(0.9), 0.8);
        QVERIFY(std::abs(curve.at(0.45) - 0.5) < 1e-12);
    }

    void customWithoutPointsIsEven()
    {
        QCOMPARE((SpeedCurve{Ease::Custom, {}}).at(0.4), 0.4);
        QCOMPARE((SpeedCurve{Ease::Custom, {{0.5, 0.7}}}).at(0.9), 0.7);
    }
};

QTEST_GUILESS_MAIN(TestSpeedCurve)
#include "tst_speedcurve.moc"
