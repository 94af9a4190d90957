#include "core/generator/sampler.h"

#include <QTest>

#include <ATen/ATen.h>

#include <cmath>
#include <limits>

using namespace dollygrip;
using namespace dollygrip::generator;

Q_DECLARE_METATYPE(dollygrip::generator::Solver)

namespace {

/// A model that knows the answer: everything is 2 without its noise.
at::Tensor towardsTwo(const at::Tensor& sample, double sigma)
{
    return (sample - 2) / sigma;
}

double largestDifference(const at::Tensor& a, double b)
{
    return (a - b).abs().max().item<double>();
}

} // namespace

class TestSampler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distilledSchedulesAreTheWarpedPicks();
    void wholeTimestepsAreCut();
    void schedulesFallToZero_data();
    void schedulesFallToZero();
    void everySolverArrivesWhereTheModelPoints_data();
    void everySolverArrivesWhereTheModelPoints();
    void renoisingMixesFreshNoiseIn();
    void guidanceGoesBeyondThePrompt();
    void noiseIsTheSeeds();
    void cancellingStopsWithinAStep();
    void stoppingKeepsTheCleanEstimate();
    void numbersThatAreNoneEndTheJob();
};

void TestSampler::distilledSchedulesAreTheWarpedPicks()
{
    const NoiseSchedule picked = fewStepSchedule({1000, 750, 500, 250}, 5);
    const std::vector<double> sigmas{1, 0.9375, 5.0 / 6, 0.625, 0};
    const std::vector<double> timesteps{1000, 937.5, 2500.0 / 3, 625};
    QCOMPARE(picked.sigmas.size(), sigmas.size());
    for (std::size_t i = 0; i < sigmas.size(); ++i)
        QVERIFY(std::abs(picked.sigmas[i] - sigmas[i]) < 1e-7);
    for (std::size_t i = 0; i < timesteps.size(); ++i)
        QVERIFY(std::abs(picked.timesteps[i] - timesteps[i]) < 1e-4);
    QVERIFY(noiseSchedule(Solver::FewStep, 4, 5) == picked);
    QVERIFY(noiseSchedule(Solver::FewStepRenoised, 4, 5) == picked);
}

void TestSampler::wholeTimestepsAreCut()
{
    // From 0.999 as float32: an exact 0.999 would give 665.
    const NoiseSchedule schedule = noiseSchedule(Solver::UniPc, 3, 1);
    QCOMPARE(schedule.timesteps, (std::vector<double>{999, 666, 333}));
    QCOMPARE(noiseSchedule(Solver::DpmPp, 3, 1).timesteps, (std::vector<double>{1000, 666, 333}));
}

void TestSampler::schedulesFallToZero_data()
{
    QTest::addColumn<Solver>("solver");
    QTest::newRow("UniPC") << Solver::UniPc;
    QTest::newRow("DPM++") << Solver::DpmPp;
    QTest::newRow("Euler") << Solver::Euler;
    QTest::newRow("Euler, shifted twice") << Solver::EulerTwiceShifted;
    QTest::newRow("few steps") << Solver::FewStep;
    QTest::newRow("few steps, fresh noise") << Solver::FewStepRenoised;
}

void TestSampler::schedulesFallToZero()
{
    QFETCH(Solver, solver);
    for (const int steps : {1, 2, 7, 50}) {
        for (const double shift : {1.0, 3.0, 16.0}) {
            const NoiseSchedule schedule = noiseSchedule(solver, steps, shift);
            QCOMPARE(schedule.steps(), steps);
            QCOMPARE(int(schedule.sigmas.size()), steps + 1);
            QVERIFY(schedule.sigmas.front() <= 1 && schedule.sigmas.front() > 0.99);
            QCOMPARE(schedule.sigmas.back(), 0.0);
            for (int i = 0; i < steps; ++i)
                QVERIFY(schedule.sigmas[std::size_t(i)] > schedule.sigmas[std::size_t(i) + 1]);
        }
    }
}

void TestSampler::everySolverArrivesWhereTheModelPoints_data()
{
    schedulesFallToZero_data();
}

void TestSampler::everySolverArrivesWhereTheModelPoints()
{
    QFETCH(Solver, solver);
    for (const int steps : {1, 2, 3, 20}) {
        Sampler sampler(solver, noiseSchedule(solver, steps, 5));
        at::Tensor x = drawNoise(3, {2, 3});
        while (sampler.step() < steps) {
            const at::Tensor velocity = towardsTwo(x, sampler.sigma());
            QVERIFY(largestDifference(sampler.clean(x, velocity), 2) < 1e-4);
            x = sampler.advance(x, velocity, [] { return drawNoise(4, {2, 3}); });
        }
        QVERIFY(largestDifference(x, 2) < 1e-4);
    }
}

void TestSampler::renoisingMixesFreshNoiseIn()
{
    Sampler sampler(Solver::FewStepRenoised, fewStepSchedule({1000, 500}, 1));
    const at::Tensor x = sampler.advance(at::ones({4}), at::full({4}, -1.0), // clean: 1 + 1 = 2
                                         [] { return at::full({4}, 10.0); });
    QVERIFY(largestDifference(x, 0.5 * 2 + 0.5 * 10) < 1e-6);
}

void TestSampler::guidanceGoesBeyondThePrompt()
{
    QVERIFY(largestDifference(guided(at::full({2}, 3.0), at::full({2}, 1.0), 5), 11) < 1e-6);
    QVERIFY(largestDifference(guided(at::full({2}, 3.0), at::full({2}, 1.0), 1), 3) < 1e-6);
}

void TestSampler::noiseIsTheSeeds()
{
    QVERIFY(drawNoise(7, {16, 3, 8, 8}).equal(drawNoise(7, {16, 3, 8, 8})));
    QVERIFY(!drawNoise(7, {16, 3, 8, 8}).equal(drawNoise(8, {16, 3, 8, 8})));
    const at::Tensor many = drawNoise(7, {100000});
    QVERIFY(std::abs(many.mean().item<double>()) < 0.02);
    QVERIFY(std::abs(many.std().item<double>() - 1) < 0.02);
}

void TestSampler::cancellingStopsWithinAStep()
{
    std::stop_source source;
    int calls = 0;
    SamplingSteps steps;
    steps.velocity = [&](const at::Tensor& x, double) {
        if (++calls == 2)
            source.request_stop();
        return at::zeros_like(x);
    };
    const auto result = sampleAll(Sampler(Solver::UniPc, noiseSchedule(Solver::UniPc, 10, 3)),
                                  drawNoise(1, {4}), steps, source.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QCOMPARE(calls, 2);
}

void TestSampler::stoppingKeepsTheCleanEstimate()
{
    SamplingSteps steps;
    std::vector<int> seen;
    steps.velocity = [](const at::Tensor& x, double timestep) {
        return towardsTwo(x, timestep / 1000);
    };
    steps.stepped = [&seen](int step, const at::Tensor&) {
        seen.push_back(step);
        return step < 3;
    };
    const auto result = sampleAll(Sampler(Solver::Euler, noiseSchedule(Solver::Euler, 10, 3)),
                                  drawNoise(1, {4}), steps, {});
    QVERIFY(result.has_value());
    QCOMPARE(seen, (std::vector<int>{1, 2, 3}));
    QVERIFY(largestDifference(*result, 2) < 1e-4);
}

void TestSampler::numbersThatAreNoneEndTheJob()
{
    SamplingSteps steps;
    int calls = 0;
    steps.velocity = [&calls](const at::Tensor& x, double) {
        const double bad = std::numeric_limits<double>::quiet_NaN();
        return ++calls == 3 ? at::full_like(x, bad) : at::zeros_like(x);
    };
    const auto result = sampleAll(Sampler(Solver::Euler, noiseSchedule(Solver::Euler, 10, 3)),
                                  drawNoise(1, {4}), steps, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ModelUnusable);
    QCOMPARE(result.error().subject, std::string("step 3"));
    QCOMPARE(calls, 3);
}

QTEST_GUILESS_MAIN(TestSampler)
#include "tst_sampler.moc"
