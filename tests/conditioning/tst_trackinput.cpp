#include "core/conditioning/trackinput.h"
#include "core/multiplane/guide.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::conditioning;

namespace {

/// Numbers without a pattern, 0…1.
at::Tensor numbers(std::vector<std::int64_t> sizes, std::uint32_t state)
{
    at::Tensor x = at::empty(sizes, at::kFloat);
    for (std::int64_t i = 0; i < x.numel(); ++i) {
        state = state * 1664525U + 1013904223U;
        x.data_ptr<float>()[i] = float(state >> 8) / 16777216.0F;
    }
    return x;
}

PointTracks tracksOf(const at::Tensor& xy, const at::Tensor& seen)
{
    return {xy, seen, at::full({xy.size(1)}, -1, at::kLong)};
}

at::Tensor allSeen(std::int64_t frames, std::int64_t points)
{
    return at::ones({frames, points}, at::kBool);
}

double value(const at::Tensor& x, std::vector<std::int64_t> place)
{
    at::Tensor at = x;
    for (const std::int64_t i : place)
        at = at[i];
    return at.item<double>();
}

/// ATI's edit a cell at a time, in double: y [20][T][h][w], tracks [F][N][4].
at::Tensor plainAti(const at::Tensor& y, const at::Tensor& tracks)
{
    const auto T = y.size(1);
    const auto h = y.size(2);
    const auto w = y.size(3);
    const auto N = tracks.size(1);
    const double shortSide = double(std::min(h, w));
    const auto yy = y.accessor<float, 4>();
    const auto tr = tracks.accessor<float, 3>();
    at::Tensor result = y.clone();
    auto out = result.accessor<float, 4>();
    for (std::int64_t c = 0; c < 4; ++c)
        for (std::int64_t i = 0; i < h * w; ++i)
            out[c][0][i / w][i % w] = 1;

    // Colours under the tracks in the first latent frame: bilinear between cell middles, nothing
    // beyond the edge.
    std::vector<std::vector<double>> colour(std::size_t(N), std::vector<double>(16, 0.0));
    for (std::int64_t n = 0; n < N; ++n) {
        const double gx = std::clamp(tr[0][n][1] / (double(w) / shortSide), -1.0, 1.0);
        const double gy = std::clamp(tr[0][n][2] / (double(h) / shortSide), -1.0, 1.0);
        const double px = ((gx + 1) * double(w) - 1) / 2;
        const double py = ((gy + 1) * double(h) - 1) / 2;
        for (int dy = 0; dy < 2; ++dy)
            for (int dx = 0; dx < 2; ++dx) {
                const auto cx = std::int64_t(std::floor(px)) + dx;
                const auto cy = std::int64_t(std::floor(py)) + dy;
                const double share =
                    (1 - std::abs(px - double(cx))) * (1 - std::abs(py - double(cy)));
                if (cx < 0 || cy < 0 || cx >= w || cy >= h)
                    continue;
                for (std::int64_t c = 0; c < 16; ++c)
                    colour[std::size_t(n)][std::size_t(c)] += share * yy[4 + c][0][cy][cx];
            }
    }
    for (std::int64_t t = 1; t < T; ++t) {
        for (std::int64_t i = 0; i < h; ++i) {
            for (std::int64_t j = 0; j < w; ++j) {
                const double gridX = -double(w) / shortSide
                                     + 2.0 * double(w) / shortSide * double(j) / double(w - 1);
                const double gridY = -double(h) / shortSide
                                     + 2.0 * double(h) / shortSide * double(i) / double(h - 1);
                std::vector<std::pair<double, std::int64_t>> weights;
                for (std::int64_t n = 0; n < N; ++n) {
                    double times = 0;
                    double x = 0;
                    double z = 0;
                    for (std::int64_t k = 0; k < 4; ++k) {
                        const auto& sample = tr[1 + (t - 1) * 4 + k][n];
                        const double seen = std::clamp(double(sample[3]), 0.0, 1.0);
                        times += seen;
                        x += seen * sample[1];
                        z += seen * sample[2];
                    }
                    x /= times + 1e-5;
                    z /= times + 1e-5;
                    const double d2 = (x - gridX) * (x - gridX) + (z - gridY) * (z - gridY);
                    weights.emplace_back(std::exp(-220 * d2) * std::clamp(times, 0.0, 1.0), n);
                }
                std::sort(weights.rbegin(), weights.rend());
                weights.resize(std::min<std::size_t>(weights.size(), 2));
                double sum = 0;
                for (const auto& [weight, n] : weights)
                    sum += weight;
                for (std::int64_t c = 0; c < 16; ++c) {
                    double mixed = yy[4 + c][t][i][j] * (1 - std::clamp(sum, 0.0, 1.0));
                    for (const auto& [weight, n] : weights)
                        mixed += weight * colour[std::size_t(n)][std::size_t(c)];
                    out[4 + c][t][i][j] = float(mixed);
                }
                for (std::int64_t c = 0; c < 4; ++c)
                    out[c][t][i][j] = float(sum);
            }
        }
    }
    return result;
}

} // namespace

class TrackInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreEightPixelsOfEveryFourthFrame()
    {
        at::Tensor xy = at::zeros({9, 3, 2}, at::kFloat);
        at::Tensor seen = allSeen(9, 3);
        xy[0][0].copy_(at::tensor({15.9F, 8.0F}));
        xy[4][0].copy_(at::tensor({31.99F, 0.0F}));
        xy[5][0].copy_(at::tensor({0.0F, 0.0F}));  // not a fourth frame
        xy[8][0].copy_(at::tensor({32.0F, 3.0F})); // just outside
        xy[0][1].copy_(at::tensor({-0.1F, 3.0F}));
        xy[4][2].copy_(at::tensor({3.0F, 3.0F}));
        seen[4][2] = false;
        const at::Tensor cells = trackCells(tracksOf(xy, seen), 16, 32);
        QCOMPARE(cells.sizes().vec(), (std::vector<int64_t>{3, 3, 2}));
        const auto cell = cells.accessor<std::int64_t, 3>();
        QCOMPARE(cell[0][0][0], 1);
        QCOMPARE(cell[0][0][1], 1);
        QCOMPARE(cell[0][1][0], 0);
        QCOMPARE(cell[0][1][1], 3);
        QCOMPARE(cell[0][2][0], -1);
        QCOMPARE(cell[1][0][1], -1);
        QCOMPARE(cell[2][1][0], -1);
        QCOMPARE(cell[2][2][0], 0);
    }

    void wanMoveCopiesTheFirstFramesCellsAlongTheTracks()
    {
        const at::Tensor y = numbers({20, 3, 6, 8}, 1);
        const at::Tensor before = y.clone();
        at::Tensor xy = at::zeros({9, 2, 2}, at::kFloat);
        xy.select(1, 0).copy_(at::tensor({20.0F, 12.0F})); // cell (1, 2)
        xy[4][0].copy_(at::tensor({44.0F, 30.0F}));        // cell (3, 5)
        xy[8][0].copy_(at::tensor({60.0F, 44.0F}));        // cell (5, 7)
        xy.select(1, 1).copy_(at::tensor({4.0F, 4.0F}));   // cell (0, 0) …
        at::Tensor seen = allSeen(9, 2);
        seen[0][1] = false; // … not seen at the start
        const at::Tensor edited = wanMoveCondition(y, tracksOf(xy, seen), 1);
        QVERIFY(y.equal(before));
        at::Tensor expected = y.clone();
        for (std::int64_t c = 4; c < 20; ++c) {
            expected[c][1][3][5] = y[c][0][1][2];
            expected[c][2][5][7] = y[c][0][1][2];
        }
        QVERIFY(edited.equal(expected));
        // Also without mask channels.
        const at::Tensor latent = y.narrow(0, 4, 16).contiguous();
        QVERIFY(wanMoveCondition(latent, tracksOf(xy, seen), 1).equal(expected.narrow(0, 4, 16)));
    }

    void whereTracksMeetTheSeedDecides()
    {
        const at::Tensor y = numbers({20, 2, 4, 4}, 2);
        at::Tensor xy = at::zeros({5, 8, 2}, at::kFloat);
        for (std::int64_t p = 0; p < 8; ++p) {
            xy.select(1, p).copy_(at::tensor({float(p % 4) * 8 + 1, float(p / 4) * 8 + 1}));
            xy[4][p].copy_(at::tensor({17.0F, 25.0F})); // all to cell (3, 2)
        }
        std::set<float> found;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const at::Tensor once = wanMoveCondition(y, tracksOf(xy, allSeen(5, 8)), seed);
            QVERIFY(once.equal(wanMoveCondition(y, tracksOf(xy, allSeen(5, 8)), seed)));
            found.insert(once[4][1][3][2].item<float>());
        }
        QVERIFY(found.size() >= 6); // of eight
        for (const float one : found) {
            bool isASource = false;
            for (std::int64_t p = 0; p < 8; ++p)
                isASource |= one == y[4][0][p / 4][p % 4].item<float>();
            QVERIFY(isASource);
        }
    }

    void atiPicksTheFilesSamples()
    {
        // 121 samples whose x is their number, on a picture of 2 x 2 pixels: (x - 1) · 1.
        at::Tensor samples = at::zeros({121, 1, 3}, at::kFloat);
        for (std::int64_t k = 0; k < 121; ++k)
            samples[k][0][0] = float(k);
        samples.select(2, 2).narrow(0, 0, 60).fill_(1);
        const at::Tensor tracks = atiTracks(samples, 2, 2);
        QCOMPARE(tracks.sizes().vec(), (std::vector<int64_t>{81, 1, 4}));
        for (std::int64_t k = 0; k < 81; ++k) {
            const std::int64_t sample = k == 0 ? 0 : 1 + (3 * k - 2) / 2;
            QVERIFY(std::abs(value(tracks, {k, 0, 1}) - double(sample - 1)) < 1e-5);
            QVERIFY(std::abs(value(tracks, {k, 0, 0}) - (double(sample) / 60 - 1)) < 1e-5);
            QCOMPARE(value(tracks, {k, 0, 3}), sample < 60 ? 1.0 : -1.0);
        }
        for (const auto& [k, sample] :
             {std::pair{1, 1}, {2, 3}, {3, 4}, {4, 6}, {79, 118}, {80, 120}})
            QVERIFY(std::abs(value(tracks, {k, 0, 1}) - (sample - 1)) < 1e-5);
    }

    void ourTracksAreSampledAsItsFilesAre()
    {
        at::Tensor xy = at::zeros({9, 1, 2}, at::kFloat);
        for (std::int64_t k = 0; k < 9; ++k) {
            xy[k][0][0] = float(k) * 12 + 416;
            xy[k][0][1] = 120.0F;
        }
        at::Tensor seen = allSeen(9, 1);
        seen[6][0] = false;
        const at::Tensor tracks = atiTracks(tracksOf(xy, seen), 480, 832);
        QCOMPARE(tracks.size(0), std::int64_t(9));
        for (std::int64_t k = 0; k < 9; ++k) {
            const double at = k % 2 == 0 ? double(k) : double(k) - 1.0 / 3; // a third early
            QVERIFY(std::abs(value(tracks, {k, 0, 1}) - at * 12 / 240) < 1e-6);
            QCOMPARE(value(tracks, {k, 0, 2}), -0.5); // (120 - 240) / 240
            QCOMPARE(value(tracks, {k, 0, 3}), k == 6 ? -1.0 : 1.0);
        }
    }

    void atiCarriesColoursAsItsFormulasSay_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("h");
        QTest::addColumn<int>("w");
        QTest::newRow("none") << 0 << 6 << 10;
        QTest::newRow("one") << 1 << 6 << 10;
        QTest::newRow("two") << 2 << 8 << 6;
        QTest::newRow("many") << 15 << 12 << 20;
    }
    void atiCarriesColoursAsItsFormulasSay()
    {
        QFETCH(int, points);
        QFETCH(int, h);
        QFETCH(int, w);
        const at::Tensor y = numbers({20, 4, h, w}, 3) * 2 - 1;
        at::Tensor tracks = numbers({13, points, 4}, 4) * 2.4 - 1.2; // some beyond the frame
        if (points > 0)
            tracks.select(2, 3).copy_(at::where(numbers({13, points}, 5) > 0.3, 1.0, -1.0));
        const at::Tensor got = atiCondition(y, tracks);
        const at::Tensor expected = plainAti(y, tracks);
        QCOMPARE(got.sizes().vec(), expected.sizes().vec());
        const double worst = (got - expected).abs().max().item<double>();
        QVERIFY2(worst <= 2e-5, qPrintable(QString::number(worst)));
        QVERIFY(got.narrow(0, 4, 16).select(1, 0).equal(y.narrow(0, 4, 16).select(1, 0)));
    }

    void aPointThatStaysBringsItsOwnColour()
    {
        const at::Tensor y = at::zeros({20, 2, 5, 5}, at::kFloat);
        y.narrow(0, 4, 16).select(1, 0).fill_(0.5);
        at::Tensor tracks = at::zeros({5, 1, 4}, at::kFloat); // in the middle
        tracks.select(2, 3).fill_(1);
        const at::Tensor got = atiCondition(y, tracks);
        QVERIFY(std::abs(value(got, {4, 1, 2, 2}) - 0.5) < 1e-4);
        QVERIFY(std::abs(value(got, {0, 1, 2, 2}) - 1.0) < 1e-4);
        const double side = std::exp(-220 * 0.25); // half a short side away
        QVERIFY(std::abs(value(got, {0, 1, 2, 3}) - side) < 1e-6);
    }

    void placesThatAreNoNumbersDoNoHarm()
    {
        const at::Tensor y = numbers({20, 2, 4, 4}, 6);
        at::Tensor xy = at::full({5, 2, 2}, std::nanf(""), at::kFloat);
        xy.select(1, 1).fill_(1e30F);
        PointTracks tracks = tracksOf(xy, allSeen(5, 2));
        tracks.region = at::Tensor(); // nobody knows
        QVERIFY(wanMoveCondition(y, tracks, 1).equal(y));
        QVERIFY(trajectoryVideo(tracks, 32, 32, {0, 5}).eq(-1).all().item<bool>());
        QCOMPARE(fewTracks(tracks, 20).tracks.size(1), std::int64_t(2));
        tracks.visibility = at::zeros({5, 2}, at::kBool);
        const at::Tensor edited = atiCondition(y, atiTracks(tracks, 32, 32));
        QVERIFY(edited.narrow(0, 4, 16).equal(y.narrow(0, 4, 16)));
        QCOMPARE(fewTracks(tracks, 20).tracks.size(1), std::int64_t(0));
    }

    void fewTracksAreSpreadOverRegionsAndGround()
    {
        multiplane::Stage stage = stagekit::stageOf(9);
        stage.planes.push_back(stagekit::planeOf(stagekit::discs({}, stagekit::Cyan, true), 5, 9));
        for (const double x : {0.25, 0.75})
            stage.planes.front().regions.push_back(
                stagekit::moving(stagekit::disc({x, 0.5}, 0.2), {{x, 0.5}, {x, 0.6}}, true));
        const PointTracks all = pointTracks(multiplane::Guide(stage), 832, 480);
        const PointTracks few = fewTracks(all, 20);
        QCOMPARE(few.tracks.size(1), std::int64_t(20));
        std::int64_t counts[3] = {0, 0, 0};
        for (std::int64_t p = 0; p < 20; ++p) {
            ++counts[few.region[p].item<std::int64_t>() + 1];
            QVERIFY(few.visibility[0][p].item<bool>());
            for (std::int64_t q = 0; q < p; ++q) {
                const at::Tensor apart = few.tracks[0][p] - few.tracks[0][q];
                QVERIFY(apart.square().sum().sqrt().item<double>() > 20);
            }
        }
        QCOMPARE(counts[0], std::int64_t(7));
        QCOMPARE(counts[1], std::int64_t(7));
        QCOMPARE(counts[2], std::int64_t(6));
        QCOMPARE(fewTracks(all, 2).tracks.size(1), std::int64_t(2));
        const PointTracks none = fewTracks(tracksOf(at::zeros({5, 0, 2}), allSeen(5, 0)), 20);
        QCOMPARE(none.tracks.size(1), std::int64_t(0));
    }

    void spotsAreGaussianAndTheBrightestCounts()
    {
        at::Tensor xy = at::zeros({2, 3, 2}, at::kFloat);
        xy.select(0, 0).copy_(
            at::tensor({400.2F, 240.7F, 416.0F, 240.0F, 5.0F, 478.0F}).view({3, 2}));
        xy.select(0, 1).copy_(
            at::tensor({100.0F, 100.0F, 700.0F, 100.0F, -500.0F, 20.0F}).view({3, 2}));
        at::Tensor seen = allSeen(2, 3);
        seen[1][1] = false;
        const at::Tensor video = trajectoryVideo(tracksOf(xy, seen), 480, 832, {0, 2});
        QCOMPARE(video.sizes().vec(), (std::vector<int64_t>{3, 2, 480, 832}));
        QVERIFY(video[0].equal(video[2]));
        const at::Tensor grey = (video[0] + 1) * 127.5;
        // Radius 32 at 480 x 832; the spot's 200 pixels become 64, so the spread is 40 · 0.32.
        const double sigma = 40 * 64.0 / 200;
        const auto spot = [&](double dx, double dy) {
            return 255 * std::exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
        };
        for (const auto& [x, y] : {std::pair{100, 100}, {110, 95}, {85, 120}}) {
            // Pixel 32 of 64 shows 101.06 of 200 (between pixels 100 and 102): 1.06 from 100.
            const double dx = (x - 100) + 0.34;
            const double dy = (y - 100) + 0.34;
            QVERIFY2(std::abs(value(grey, {1, y, x}) - spot(dx, dy)) < 2.5,
                     qPrintable(QString::number(value(grey, {1, y, x}))
                                + QString::number(spot(dx, dy))));
        }
        QVERIFY(value(grey, {1, 100, 100 + 33}) < 0.5); // beyond the radius
        QVERIFY(value(grey, {1, 100, 700}) < 0.5);      // not seen
        // Between two spots: the greater, not the sum.
        const double left = spot(408 - 400 + 0.34, 0.34);
        const double right = spot(408 - 416 + 0.34, 0.34);
        QVERIFY(std::abs(value(grey, {0, 240, 408}) - std::max(left, right)) < 3);
        // Cut off at the frame and squeezed into what is left; the last row stays black.
        QVERIFY(value(grey, {0, 446 + 16, 18}) > 245); // 33 x 37 pixels
        QVERIFY(value(grey, {0, 478, 18}) < 20);
        QVERIFY(grey[0].select(0, 479).lt(0.5).all().item<bool>());
    }
};

QTEST_GUILESS_MAIN(TrackInputTest)
#include "tst_trackinput.moc"
