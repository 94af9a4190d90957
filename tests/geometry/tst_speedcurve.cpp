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
