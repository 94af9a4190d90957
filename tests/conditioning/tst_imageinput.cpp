#include "core/conditioning/cameramaps.h"
#include "core/conditioning/dualclock.h"
#include "core/conditioning/imageinput.h"
#include "core/conditioning/picturetensor.h"
#include "core/conditioning/signalpictures.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::conditioning;

namespace {

/// In place of a VAE: the mean of every 8 x 8 pixels of the first colour, of frames 0, 4, 8 …, in
/// 16 channels.
at::Tensor meanOfCells(const at::Tensor& video)
{
    std::vector<at::Tensor> latent;
    for (int64_t frame = 0; frame < video.size(1); frame += 4)
        latent.push_back(at::avg_pool2d(video[0][frame].unsqueeze(0), {8, 8})[0]);
    return at::stack(latent).unsqueeze(0).expand({16, -1, -1, -1});
}

bool isAll(const at::Tensor& x, double value)
{
    return ((x - value).abs() < 1e-6).all().item<bool>();
}

double value(const at::Tensor& x, std::vector<std::int64_t> place)
{
    at::Tensor at = x;
    for (const std::int64_t i : place)
        at = at[i];
    return at.item<double>();
}

} // namespace

class ImageInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTransparentLiesOnWhite()
    {
        // Premultiplied: nothing, half a red, a whole blue.
        const std::uint8_t pixels[] = {0, 0, 0, 0, 128, 0, 0, 128, 0, 0, 255, 255};
        const Image image = Image::filled(
            3, 1, [&](std::uint8_t* to) { std::copy(std::begin(pixels), std::end(pixels), to); });
        const at::Tensor picture = pictureOnWhite(image);
        QCOMPARE(picture.sizes().vec(), (std::vector<std::int64_t>{3, 1, 3}));
        QVERIFY(isAll(picture.select(2, 0), 1));
        QVERIFY(std::abs(value(picture, {0, 0, 1}) - 1) < 1e-6);
        QVERIFY(std::abs(value(picture, {1, 0, 1}) - (127 / 127.5 - 1)) < 1e-6);
        QVERIFY(std::abs(value(picture, {0, 0, 2}) + 1) < 1e-6);
        QVERIFY(std::abs(value(picture, {2, 0, 2}) - 1) < 1e-6);
        QVERIFY(isAll(pictureTensor(image).select(2, 0), -1)); // of opaque pictures alone
    }

    void aStartPictureIsKnownInTheFirstLatentFrame()
    {
        const at::Tensor y = imageCondition(at::full({3, 16, 32}, 0.3), {}, 9, meanOfCells);
        QCOMPARE(y.sizes().vec(), (std::vector<int64_t>{20, 3, 2, 4}));
        QVERIFY(isAll(y.narrow(0, 0, 4).select(1, 0), 1));
        QVERIFY(isAll(y.narrow(0, 0, 4).narrow(1, 1, 2), 0));
        QVERIFY(isAll(y.narrow(0, 4, 16).select(1, 0), 0.3));
        QVERIFY(isAll(y.narrow(0, 4, 16).narrow(1, 1, 2), 0));
    }

    void aLastPictureIsKnownInTheLastOfItsFour()
    {
        const at::Tensor y =
            imageCondition(at::full({3, 16, 16}, 0.3), at::full({3, 16, 16}, -0.5), 9, meanOfCells);
        QVERIFY(isAll(y.narrow(0, 0, 4).select(1, 0), 1));
        QVERIFY(isAll(y.narrow(0, 0, 4).select(1, 1), 0));
        QVERIFY(isAll(y.narrow(0, 0, 3).select(1, 2), 0));
        QVERIFY(isAll(y[3][2], 1));
        QVERIFY(isAll(y.narrow(0, 4, 16).select(1, 2), -0.5));
    }

    void knownFramesFallIntoTheirFours()
    {
        at::Tensor known = at::zeros({13}, at::kFloat);
        known[0] = known[1] = known[6] = known[12] = 1;
        const at::Tensor mask = knownFramesMask(known, 2, 3);
        QCOMPARE(mask.sizes().vec(), (std::vector<int64_t>{4, 4, 2, 3}));
        // Frame 1 is the first of the second four, 6 the second of the third, 12 the last.
        const double expected[4][4] = {{1, 1, 0, 0}, {1, 0, 1, 0}, {1, 0, 0, 0}, {1, 0, 0, 1}};
        for (int k = 0; k < 4; ++k)
            for (int t = 0; t < 4; ++t)
                QVERIFY(isAll(mask[k][t], expected[k][t]));
        QVERIFY_THROWS_EXCEPTION(std::exception, knownFramesMask(at::ones({6}), 2, 2));
    }

    void funControlStandsBesideItsStart()
    {
        const at::Tensor control = at::full({3, 9, 16, 16}, -1.0);
        at::Tensor y = funControlCondition(control, at::full({3, 16, 16}, 0.25), meanOfCells);
        QCOMPARE(y.sizes().vec(), (std::vector<int64_t>{32, 3, 2, 2}));
        QVERIFY(isAll(y.narrow(0, 0, 16), -1));
        QVERIFY(isAll(y.narrow(0, 16, 16).select(1, 0), 0.25));
        QVERIFY(isAll(y.narrow(0, 16, 16).narrow(1, 1, 2), 0));
        y = funControlCondition(control, {}, meanOfCells);
        QVERIFY(isAll(y.narrow(0, 16, 16), 0));
        y = funStartCondition(at::full({3, 16, 16}, 0.25), 9, meanOfCells);
        QCOMPARE(y.sizes().vec(), (std::vector<int64_t>{16, 3, 2, 2}));
        QVERIFY(isAll(y.select(1, 0), 0.25));
        QVERIFY(isAll(y.narrow(1, 1, 2), 0));
    }

    void fourFramesOfRaysBecomeChannels()
    {
        at::Tensor rays = at::empty({9, 6, 2, 3}, at::kFloat); // ray component + 10 · frame
        for (std::int64_t n = 0; n < 9; ++n)
            for (std::int64_t c = 0; c < 6; ++c)
                rays[n][c].fill_(double(c + 10 * n));
        const at::Tensor packed = packedRays(rays);
        QCOMPARE(packed.sizes().vec(), (std::vector<int64_t>{24, 3, 2, 3}));
        for (std::int64_t c = 0; c < 6; ++c)
            for (std::int64_t k = 0; k < 4; ++k)
                for (std::int64_t t = 0; t < 3; ++t) {
                    const std::int64_t frame = t == 0 ? 0 : 4 * t - 3 + k;
                    QVERIFY(isAll(packed[c * 4 + k][t], double(c + 10 * frame)));
                }
        const at::Tensor later = packedRays(rays.narrow(0, 1, 8), false);
        QVERIFY(later.equal(packed.narrow(1, 1, 2)));
        QVERIFY_THROWS_EXCEPTION(std::exception, packedRays(rays.narrow(0, 0, 8)));
    }

    void thePresetThatPansLeftGivesItsRays_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("narrower than 16:9") << 672 << 384;
        QTest::newRow("wider") << 832 << 448;
        QTest::newRow("upright") << 480 << 832;
    }
    void thePresetThatPansLeftGivesItsRays()
    {
        // "0.532139961 0.946026558 0.5 0.5", no turn, t = (1.5 / 81 · frame, 0, 0).
        QFETCH(int, width);
        QFETCH(int, height);
        at::Tensor poses = at::eye(3, 4, at::kDouble).repeat({3, 1, 1});
        for (const auto& [row, frame] : {std::pair{1, 40}, {2, 80}})
            poses[row][0][3] = 1.5 / 81 * frame;
        const at::Tensor lens =
            at::tensor({0.532139961, 0.946026558, 0.5, 0.5}, at::kDouble).repeat({3, 1});
        const at::Tensor rays =
            pluckerRays(poses, intrinsicsOfFile(lens, width, height), width, height);
        QCOMPARE(rays.sizes().vec(), (std::vector<int64_t>{3, 6, height, width}));
        double fx = 0.532139961;
        double fy = 0.946026558;
        if (1280.0 / 720 > double(width) / height)
            fx = height * (1280.0 / 720) * fx / width;
        else
            fy = width / (1280.0 / 720) * fy / height;
        for (const auto& [row, frame] : {std::pair{0, 0}, {1, 40}, {2, 80}}) {
            const double tx = -1.5 / 81 * frame; // camera to world
            for (const auto& [x, y] : {std::pair{0, 0}, {width - 1, 7}, {width / 2, height - 1}}) {
                const double a = (x + 0.5 - width * 0.5) / (fx * width);
                const double b = (y + 0.5 - height * 0.5) / (fy * height);
                const double length = std::sqrt(a * a + b * b + 1);
                const double d[3] = {a / length, b / length, 1 / length};
                // (tx, 0, 0) × d
                const double expected[6] = {0, -tx * d[2], tx * d[1], d[0], d[1], d[2]};
                for (std::int64_t c = 0; c < 6; ++c)
                    QVERIFY(std::abs(value(rays, {row, c, y, x}) - expected[c]) < 1e-6);
            }
        }
        // Square pixels: both focal lengths are the same (to the file's nine digits).
        const at::Tensor k = intrinsicsOfFile(lens, width, height);
        QVERIFY(std::abs(value(k, {0, 0, 0}) / value(k, {0, 1, 1}) - 1) < 1e-6);
    }

    void raysOfAStageAreThoseOfItsCameras()
    {
        CameraPose end;
        end.position = {0.4, -0.2, 1.0};
        end.panRad = 0.3;
        end.focalMm = 50;
        multiplane::Stage stage = stagekit::stageOf(5);
        stage.camera = stagekit::between({}, end);
        const at::Tensor direct = pluckerRays(stage, 64, 48, {0, 5});
        const at::Tensor byMatrices =
            pluckerRays(worldToCamera(stage), intrinsics(stage, 64, 48), 64, 48);
        QVERIFY((direct - byMatrices).abs().max().item<double>() < 1e-6);
    }

    void latentCellsAreHeldByTheirFirstPixel()
    {
        at::Tensor mask = at::zeros({1, 9, 16, 24}, at::kFloat);
        mask[0][0][0][0] = 1;    // first pixel of cell (0, 0)
        mask[0][1][8][16] = 0.5; // of (1, 2)
        mask[0][1][1][1] = 1;    // not a first pixel
        mask[0][4].fill_(1);     // not a frame that counts
        mask[0][5][8][8] = 0.4;  // less than half
        const at::Tensor cells = heldCells(mask);
        QCOMPARE(cells.sizes().vec(), (std::vector<int64_t>{1, 3, 2, 3}));
        QCOMPARE(cells.sum().item<double>(), 2.0);
        QCOMPARE(value(cells, {0, 0, 0, 0}), 1.0);
        QCOMPARE(value(cells, {0, 1, 1, 2}), 1.0);
    }

    void movingRegionsAreHeldWhereTheyGo()
    {
        multiplane::Stage stage = stagekit::stageOf(9);
        stage.planes.push_back(stagekit::planeOf(stagekit::discs({}, stagekit::Cyan, true), 5, 9));
        stage.planes.front().regions.push_back(
            stagekit::moving(stagekit::disc({0.3, 0.5}, 0.2), {{0.3, 0.5}, {0.7, 0.5}}, true));
        const ControlSignals signals(MotionPlan{stage, 320, 176});
        const at::Tensor cells = heldCells(signals);
        QCOMPARE(cells.sizes().vec(), (std::vector<int64_t>{1, 3, 22, 40}));
        std::vector<at::Tensor> areas;
        for (FrameIndex n = 0; n < 9; ++n)
            areas.push_back(signals.regionsAt(n, signals.movingRegions()));
        QVERIFY(cells.equal(heldCells(at::stack(areas, 1))));
        for (const auto& [t, frame] : {std::pair{0, 0}, {1, 1}, {2, 5}}) {
            const at::Tensor columns = cells[0][t].sum(0).nonzero().to(at::kDouble);
            const double middle = (columns.min() + columns.max()).item<double>() / 2 * 8 + 4;
            QVERIFY(std::abs(middle - (0.3 + 0.4 * frame / 8) * 320) < 8.5);
        }
        stage.planes.front().regions.clear(); // only the camera: all that is known
        QVERIFY(isAll(heldCells(ControlSignals(MotionPlan{stage, 320, 176})), 1));
    }

    void clocksAreToldInNoiseLevels()
    {
        // 50 steps, shift 3: u = 0.94 -> 3u / (1 + 2u).
        QVERIFY(std::abs(sigmaOfStep(3, 50, 3) - 2.82 / 2.88) < 1e-12);
        QVERIFY(std::abs(kClockForMovedRegions.startSigma - 2.82 / 2.88) < 1e-6);
        QVERIFY(std::abs(kClockForMovedRegions.heldSigma - 2.58 / 2.72) < 1e-6);
        QVERIFY(std::abs(kClockForCamera.startSigma - 2.88 / 2.92) < 1e-6);
        QVERIFY(std::abs(kClockForCamera.heldSigma - 2.7 / 2.8) < 1e-6);
        QVERIFY(DualClock().isOff());
        QVERIFY(!kClockForCamera.isOff());
        std::vector<double> sigmas;
        for (int i = 0; i <= 50; ++i)
            sigmas.push_back(sigmaOfStep(i, 50, 3));
        QCOMPARE(stepOfSigma(sigmas, kClockForMovedRegions.startSigma), std::int64_t(3));
        QCOMPARE(stepOfSigma(sigmas, kClockForMovedRegions.heldSigma), std::int64_t(7));
        QCOMPARE(stepOfSigma(sigmas, 1.0), std::int64_t(0));
        // Four steps of distilled weights: as near as there is.
        QCOMPARE(stepOfSigma({1.0, 0.9375, 0.833333, 0.625, 0.0}, 0.95), std::int64_t(1));
        QCOMPARE(stepOfSigma({1.0, 0.9375}, 0.1), std::int64_t(1));
    }

    void whatIsHeldGoesBackToTheGuide()
    {
        const at::Tensor latent = at::full({16, 2, 1, 2}, 5.0);
        const at::Tensor guide = at::full({16, 2, 1, 2}, 1.0);
        const at::Tensor noise = at::full({16, 2, 1, 2}, -1.0);
        at::Tensor cells = at::zeros({1, 2, 1, 2});
        cells[0][1][0][1] = 1;
        const at::Tensor x = held(latent, guide, noise, cells, 0.25);
        QVERIFY(isAll(x.select(1, 0), 5));
        QVERIFY(isAll(x.select(1, 1).select(2, 0), 5));
        QVERIFY(isAll(x.select(1, 1).select(2, 1), 0.75 - 0.25));
        QVERIFY(isAll(atNoiseLevel(guide, noise, 1.0), -1));
    }

    void signalsAreShownAsPictures()
    {
        const at::Tensor video = at::full({3, 2, 16, 32}, 0.0);
        video[0].fill_(1);
        auto pictures = videoPictures(video);
        QCOMPARE(pictures.size(), std::size_t(2));
        QCOMPARE(pictures[1].width(), 32);
        QCOMPARE(int(pictures[1].pixel(3, 3)[0]), 255);
        QCOMPARE(int(pictures[1].pixel(3, 3)[1]), 128);
        QCOMPARE(int(pictures[1].pixel(3, 3)[3]), 255);
        pictures = maskPictures(at::ones({1, 3, 16, 16}));
        QCOMPARE(pictures.size(), std::size_t(3));
        QCOMPARE(int(pictures[0].pixel(0, 0)[2]), 255);
        at::Tensor rays = at::zeros({2, 6, 8, 8});
        rays.select(1, 5).fill_(1);
        pictures = rayPictures(rays);
        QCOMPARE(pictures[0].width(), 16); // directions beside moments
        QCOMPARE(int(pictures[0].pixel(2, 2)[2]), 255);
        QCOMPARE(int(pictures[0].pixel(10, 2)[2]), 128);

        PointTracks tracks{at::zeros({2, 2, 2}), at::ones({2, 2}, at::kBool),
                           at::tensor({-1, 0}, at::kLong)};
        tracks.tracks.select(0, 0).fill_(8);
        tracks.tracks.select(0, 1).copy_(at::tensor({28.0F, 8.0F, 8.0F, 8.0F}).view({2, 2}));
        tracks.tracks[1][1][0] = std::nanf(""); // nowhere
        pictures = trackPictures(tracks, {}, 16, 32);
        QCOMPARE(pictures.size(), std::size_t(2));
        QVERIFY(pictures[1].pixel(28, 8)[0] > 180); // where it is
        QVERIFY(pictures[1].pixel(18, 8)[0] > 64);  // its tail
        QCOMPARE(int(pictures[1].pixel(18, 12)[0]), 64);
    }
};

QTEST_GUILESS_MAIN(ImageInputTest)
#include "tst_imageinput.moc"
