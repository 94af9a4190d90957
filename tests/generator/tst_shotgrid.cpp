#include "core/generator/recipe.h"
#include "core/generator/shotgrid.h"
#include "core/generator/windows.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

Model model()
{
    Model model;
    model.defaults = {"unipc", 50, 5, 16};
    return model;
}

Request request(FrameIndex frames, FrameRate rate = {24, 1}, int width = 1280, int height = 720)
{
    Request request;
    request.quality = Quality::Final;
    request.width = width;
    request.height = height;
    request.stage = stagekit::stageOf(frames);
    request.stage.rate = rate;
    return request;
}

} // namespace

/// From the film's frames and size to a model's and back, and what is asked of a sampler.
class ShotGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesAreMultiplesOfSixteenNearTheModels_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("isFinal");
        QTest::addColumn<QSize>("grid");
        QTest::newRow("HD final") << 1280 << 720 << true << QSize(832, 464);
        QTest::newRow("HD draft") << 1280 << 720 << false << QSize(448, 256);
        QTest::newRow("upright") << 720 << 1280 << true << QSize(464, 832);
        QTest::newRow("square") << 1000 << 1000 << false << QSize(336, 336);
        QTest::newRow("smaller than a draft") << 192 << 108 << false << QSize(176, 96);
        QTest::newRow("tiny") << 2 << 2 << true << QSize(16, 16);
    }
    void sizesAreMultiplesOfSixteenNearTheModels()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(bool, isFinal);
        QFETCH(QSize, grid);
        Request asked = request(24, {24, 1}, width, height);
        asked.quality = isFinal ? Quality::Final : Quality::Draft;
        const ShotGrid made = shotGrid(asked, model());
        QCOMPARE(QSize(made.width, made.height), grid);
    }

    void proportionsChangeLittleAndAreaIsKept()
    {
        for (const double aspect : {1.0, 4.0 / 3, 1.66, 16.0 / 9, 1.85, 2.0, 2.39, 9.0 / 16}) {
            for (const Quality quality : {Quality::Draft, Quality::Final}) {
                Request asked = request(24, {24, 1}, int(1080 * aspect) / 2 * 2, 1080);
                asked.quality = quality;
                const ShotGrid made = shotGrid(asked, model());
                const double stretch = double(made.width) / made.height / aspect;
                QVERIFY2(stretch > 0.955 && stretch < 1.045, qPrintable(QString::number(stretch)));
                const double area = quality == Quality::Final ? 832.0 * 480 : 448.0 * 256;
                const double filled = double(made.width) * made.height / area;
                QVERIFY2(filled > 0.8 && filled <= 1.0, qPrintable(QString::number(filled)));
            }
        }
    }

    void framesAreOneAndFoursAndReachTheEnd_data()
    {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<int>("modelFrames");
        QTest::newRow("one") << 1 << 24 << 1 << 1;
        QTest::newRow("two") << 2 << 24 << 1 << 5;
        QTest::newRow("a second at 24") << 24 << 24 << 1 << 17;
        QTest::newRow("a second at 25") << 25 << 25 << 1 << 17;
        QTest::newRow("five seconds at 16") << 81 << 16 << 1 << 81;
        QTest::newRow("five seconds at 24") << 120 << 24 << 1 << 81;
        QTest::newRow("slow film") << 10 << 8 << 1 << 21;
        QTest::newRow("59.94") << 120 << 60000 << 1001 << 33;
    }
    void framesAreOneAndFoursAndReachTheEnd()
    {
        QFETCH(int, frames);
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(int, modelFrames);
        const ShotGrid grid = shotGrid(request(frames, {num, den}), model());
        QCOMPARE(grid.frames, FrameIndex(modelFrames));
        QCOMPARE(grid.rate, (FrameRate{16, 1}));
        FrameIndex before = 0;
        for (FrameIndex n = 0; n < frames; ++n) {
            const FrameIndex m = grid.modelFrameAt(n);
            QVERIFY(m >= before && m < grid.frames);
            // Never further than half a model frame from where it belongs in time.
            QVERIFY(std::abs(m / 16.0 - double(n) * den / num) <= 0.5 / 16 + 1e-9);
            before = m;
        }
    }

    void motionKeepsItsPlaceInTime()
    {
        Request asked = request(48);
        MotionPath path;
        path.points = {{0.2, 0.5}, {0.8, 0.5}};
        path.from = 0.25;
        path.to = 0.75;
        multiplane::PlaneRegion region;
        region.motions = {path};
        asked.stage.planes.push_back(stagekit::planeOf(Image::ofColour(8, 8, 0, 0, 0), 3, 48));
        asked.stage.planes[0].regions = {region};
        CameraPose end;
        end.panRad = 0.3;
        asked.stage.camera = stagekit::between({}, end);
        asked.stage.camera.handheld = Handheld{0.02, 0.01, 3, 0.5};

        const ShotGrid grid = shotGrid(asked, model());
        QCOMPARE(grid.frames, FrameIndex(33));
        const MotionSampler drawn(path, asked.stage.aspect);
        for (const FrameRange range : {FrameRange{0, 33}, FrameRange{12, 29}, FrameRange{8, 9}}) {
            const multiplane::Stage stage = onGrid(asked.stage, grid, range);
            QCOMPARE(stage.frames, range.length());
            QCOMPARE(stage.rate, grid.rate);
            const MotionSampler played(stage.planes[0].regions[0].motions[0], stage.aspect);
            for (FrameIndex n = 0; n < range.length(); ++n) {
                const double filmFrame = double(range.first + n) / 16 * 24; // in frames
                const auto there = drawn.pointAt(shotFraction(filmFrame, 48));
                const auto here = played.pointAt(shotFraction(double(n), range.length()));
                QVERIFY((there - here).norm() < 1e-9);
                if (filmFrame <= 47) { // beyond the shot the camera stands, its unrest goes on
                    const Camera one = asked.stage.cameraAt(filmFrame);
                    const Camera other = stage.cameraAt(double(n));
                    QVERIFY(std::abs(one.pose.panRad - other.pose.panRad) < 1e-9);
                    QVERIFY((one.pose.position - other.pose.position).norm() < 1e-9);
                }
            }
        }
    }

    void panelsChangeWhereTheFilmShowsIt()
    {
        Request asked = request(48);
        asked.stage.planes = {stagekit::planeOf({}, 3, 48), stagekit::planeOf({}, 3, 48)};
        asked.stage.planes[0].visible = {0, 24};
        asked.stage.planes[1].visible = {24, 48};
        const ShotGrid grid = shotGrid(asked, model());
        const multiplane::Stage stage = onGrid(asked.stage, grid, {0, grid.frames});
        QCOMPARE(stage.planes[0].visible, (FrameRange{0, 16}));
        QCOMPARE(stage.planes[1].visible, (FrameRange{16, grid.frames}));
        const multiplane::Stage later = onGrid(asked.stage, grid, {12, 29});
        QCOMPARE(later.planes[0].visible, (FrameRange{-12, 4}));
        QCOMPARE(later.planes[1].visible, (FrameRange{4, grid.frames - 12}));
    }

    void windowsCoverTheShotAndOverlap_data()
    {
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("longest");
        QTest::addColumn<int>("overlap");
        QTest::addColumn<int>("count");
        QTest::newRow("one frame") << 1 << 81 << 13 << 1;
        QTest::newRow("exactly one") << 81 << 81 << 13 << 1;
        QTest::newRow("a little more") << 85 << 81 << 13 << 2;
        QTest::newRow("two in full") << 149 << 81 << 13 << 2;
        QTest::newRow("three") << 153 << 81 << 13 << 3;
        QTest::newRow("one shared") << 401 << 81 << 1 << 5;
        QTest::newRow("short windows") << 33 << 5 << 1 << 8;
    }
    void windowsCoverTheShotAndOverlap()
    {
        QFETCH(int, frames);
        QFETCH(int, longest);
        QFETCH(int, overlap);
        QFETCH(int, count);
        const std::vector<Window> windows = windowsOf(frames, longest, overlap);
        QCOMPARE(int(windows.size()), count);
        QCOMPARE(windows.front().frames.first, 0);
        QCOMPARE(windows.front().known, 0);
        QCOMPARE(windows.back().frames.end, FrameIndex(frames));
        for (std::size_t i = 0; i < windows.size(); ++i) {
            const FrameRange range = windows[i].frames;
            QCOMPARE(range.length() % 4, 1);
            QVERIFY(range.length() <= longest);
            QVERIFY(2 * range.length() >= longest || windows.size() == 1);
            if (i > 0) {
                QCOMPARE(windows[i].known, FrameIndex(overlap));
                QCOMPARE(range.first + overlap, windows[i - 1].frames.end);
            }
        }
    }

    void whatTheRequestLeavesOpenIsTheModels()
    {
        Request asked = request(24);
        auto recipe = recipeFor(asked, model());
        QVERIFY(recipe);
        QCOMPARE(recipe->solver, Solver::UniPc);
        QCOMPARE(recipe->schedule, noiseSchedule(Solver::UniPc, 50, 16));
        QCOMPARE(recipe->guidance, 5.0);
        QVERIFY(recipe->needsNegative());

        asked.quality = Quality::Draft;
        QCOMPARE(recipeFor(asked, model())->schedule.steps(), 20);
        asked.sampling = {"euler", 7, 1, 3};
        recipe = recipeFor(asked, model());
        QCOMPARE(recipe->schedule, noiseSchedule(Solver::Euler, 7, 3));
        QVERIFY(!recipe->needsNegative());

        asked.sampling = {};
        asked.loras = {{"wan2.1_t2v_14b_lora_rank64_lightx2v_4step.safetensors", 1}};
        recipe = recipeFor(asked, model());
        QCOMPARE(recipe->schedule, fewStepSchedule({1000, 750, 500, 250}, 5));
        QVERIFY(!recipe->needsNegative());
    }

    void senselessSamplingIsRefused_data()
    {
        QTest::addColumn<QString>("solver");
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("guidance");
        QTest::addColumn<double>("shift");
        QTest::newRow("solver") << QStringLiteral("magic") << 4 << 1.0 << 3.0;
        QTest::newRow("steps") << QStringLiteral("euler") << -4 << 1.0 << 3.0;
        QTest::newRow("many") << QStringLiteral("euler") << 100000 << 1.0 << 3.0;
        QTest::newRow("guidance") << QStringLiteral("euler") << 4 << qQNaN() << 3.0;
        QTest::newRow("guidance too much") << QStringLiteral("euler") << 4 << 1e9 << 3.0;
        QTest::newRow("shift") << QStringLiteral("euler") << 4 << 1.0 << -3.0;
    }
    void senselessSamplingIsRefused()
    {
        QFETCH(QString, solver);
        QFETCH(int, steps);
        QFETCH(double, guidance);
        QFETCH(double, shift);
        Request asked = request(24);
        asked.sampling = {solver.toStdString(), steps, guidance, shift};
        if (qIsNaN(guidance)) { // says nothing: the model's own
            QVERIFY(recipeFor(asked, model()));
            return;
        }
        const auto recipe = recipeFor(asked, model());
        QVERIFY(!recipe);
        QCOMPARE(recipe.error().code, ErrorCode::InvalidArgument);
    }

    void aRunMayBeginLater()
    {
        const NoiseSchedule whole = noiseSchedule(Solver::Euler, 10, 5);
        const NoiseSchedule late = startedAt(whole, 0.9);
        QVERIFY(late.sigmas.front() <= 0.9 && late.steps() < 10 && late.steps() > 1);
        QCOMPARE(late.sigmas.size(), late.timesteps.size() + 1);
        QCOMPARE(late.sigmas.back(), 0.0);
        QCOMPARE(late.sigmas.front(), whole.sigmas[std::size_t(10 - late.steps())]);
        QVERIFY(whole.sigmas[std::size_t(9 - late.steps())] > 0.9);
        QCOMPARE(startedAt(whole, 1.0), whole);
        QCOMPARE(startedAt(whole, 0.0).steps(), 1);
    }
};

QTEST_GUILESS_MAIN(ShotGridTest)
#include "tst_shotgrid.moc"
