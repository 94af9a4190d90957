#include "core/conditioning/looks.h"

#include <QTest>

#include <ATen/ATen.h>

#include <cmath>
#include <vector>

using namespace dollygrip::conditioning;

namespace {

const double kPi = std::acos(-1.0);

double value(const at::Tensor& x, std::int64_t a, std::int64_t b, std::int64_t c)
{
    return x.index({a, b, c}).item<double>();
}

/// The colour of a flow by the published formulas, a pixel at a time: 0…255.
std::vector<int> wheelColour(double u, double v, double longest)
{
    std::vector<std::vector<double>> wheel;
    const auto leg = [&](int count, int full, int changes, bool rises) {
        for (int i = 0; i < count; ++i) {
            std::vector<double> c(3, 0.0);
            c[std::size_t(full)] = 255;
            const double way = std::floor(255.0 * i / count);
            c[std::size_t(changes)] = rises ? way : 255 - way;
            wheel.push_back(c);
        }
    };
    leg(15, 0, 1, true);
    leg(6, 1, 0, false);
    leg(4, 1, 2, true);
    leg(11, 2, 1, false);
    leg(13, 2, 0, true);
    leg(6, 0, 2, false);
    u /= longest + 1e-5;
    v /= longest + 1e-5;
    const double place = (std::atan2(-v, -u) / kPi + 1) / 2 * 54;
    const int k = int(std::floor(place));
    std::vector<int> colour;
    for (std::size_t c = 0; c < 3; ++c) {
        const double f = place - k;
        const double mixed =
            (1 - f) * wheel[std::size_t(k)][c] / 255 + f * wheel[std::size_t(k + 1) % 55][c] / 255;
        colour.push_back(int(std::floor(255 * (1 - std::hypot(u, v) * (1 - mixed)))));
    }
    return colour;
}

/// A page with strokes: [3, H, W]
at::Tensor page(double paper, double ink, std::int64_t height = 240, std::int64_t width = 416)
{
    at::Tensor picture = at::full({3, height, width}, paper * 2 - 1, at::kFloat);
    for (std::int64_t k = 0; k < 8; ++k)
        picture.narrow(1, 20 + k * 25, 3).narrow(2, 30 + k * 10, 250).fill_(ink * 2 - 1);
    for (std::int64_t k = 0; k < 6; ++k)
        picture.narrow(1, 30, 150).narrow(2, 50 + k * 55, 3).fill_(ink * 2 - 1);
    return picture;
}

/// Soft blobs of every tone and colour with grain: no flat place and no paper.
at::Tensor photo(double brightness)
{
    at::Tensor generator = at::empty({3, 15, 26}, at::kFloat);
    std::uint32_t state = 12345;
    const auto next = [&] {
        state = state * 1664525U + 1013904223U;
        return float(state >> 8) / 16777216.0F;
    };
    for (std::int64_t i = 0; i < generator.numel(); ++i)
        generator.data_ptr<float>()[i] = next();
    at::Tensor picture =
        at::upsample_bicubic2d(generator.unsqueeze(0), {240, 416}, false).squeeze(0);
    at::Tensor grain = at::empty_like(picture);
    for (std::int64_t i = 0; i < grain.numel(); ++i)
        grain.data_ptr<float>()[i] = (next() - 0.5F) * 0.03F;
    return ((picture + grain) * brightness).clamp(0, 1) * 2 - 1;
}

} // namespace

class LooksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flowHasTheColourOfItsDirectionAndLength_data();
    void flowHasTheColourOfItsDirectionAndLength();
    void nothingMovesInWhite();
    void depthRunsFromTheFarthestToTheNearest();
    void onePlaneHasNoDepth();
    void outlinesAreThreePixelsAlongTheEdge();
    void areasAreWhiteOnBlackIfAsked();
    void grayIsLuminance();
    void strokesStayAndPaperTurnsWhite_data();
    void strokesStayAndPaperTurnsWhite();
    void fillsLeaveTheirOutlines();
    void pencilFollowsTheEdgesOfAPhoto();
    void drawingsAndPhotosAreToldApart_data();
    void drawingsAndPhotosAreToldApart();
    void masksGrowToAllSides();
};

void LooksTest::flowHasTheColourOfItsDirectionAndLength_data()
{
    QTest::addColumn<double>("u");
    QTest::addColumn<double>("v");
    QTest::newRow("right") << 4.0 << 0.0;
    QTest::newRow("left") << -4.0 << 0.0;
    QTest::newRow("down") << 0.0 << 4.0;
    QTest::newRow("up") << 0.0 << -4.0;
    QTest::newRow("half as long") << 2.0 << 0.0;
    QTest::newRow("askew") << 1.7 << -2.3;
    QTest::newRow("hardly") << 0.01 << 0.02;
}

void LooksTest::flowHasTheColourOfItsDirectionAndLength()
{
    QFETCH(double, u);
    QFETCH(double, v);
    at::Tensor flow = at::zeros({2, 6, 8}, at::kFloat);
    flow.index_put_({0, 5, 7}, 4.0); // the longest of the frame
    flow.index_put_({0, 2, 3}, u);
    flow.index_put_({1, 2, 3}, v);
    const at::Tensor picture = flowLook(flow);
    const std::vector<int> expected = wheelColour(u, v, 4.0);
    for (std::int64_t c = 0; c < 3; ++c) {
        const double got = (value(picture, c, 2, 3) + 1) * 127.5;
        QVERIFY2(std::abs(got - expected[std::size_t(c)]) <= 1.001, // float against double, cut off
                 qPrintable(QString::number(got)));
    }
    if (u == 4.0) { // by heart: right is red
        QVERIFY(value(picture, 0, 2, 3) > 0.99);
        QVERIFY(value(picture, 1, 2, 3) < -0.9);
        QVERIFY(value(picture, 2, 2, 3) < -0.7);
    }
}

void LooksTest::nothingMovesInWhite()
{
    QVERIFY(flowLook(at::zeros({2, 16, 16}, at::kFloat)).eq(1).all().item<bool>());
}

void LooksTest::depthRunsFromTheFarthestToTheNearest()
{
    at::Tensor nearness = at::full({1, 4, 4}, 1.0 / 8, at::kFloat); // 8 m
    nearness.index_put_({0, 1, 1}, 1.0 / 2);                        // 2 m
    nearness.index_put_({0, 2, 2}, 1.0 / 4);                        // 4 m: (1/4 - 1/8) / (3/8)
    const at::Tensor picture = depthLook(nearness);
    QCOMPARE(picture.size(0), std::int64_t(3));
    for (std::int64_t c = 0; c < 3; ++c) {
        QCOMPARE(value(picture, c, 0, 0), -1.0);
        QCOMPARE(value(picture, c, 1, 1), 1.0);
        QVERIFY(std::abs((value(picture, c, 2, 2) + 1) * 127.5 - 85.0) <= 1.0); // a third of 255
    }
}

void LooksTest::onePlaneHasNoDepth()
{
    QVERIFY(depthLook(at::full({1, 4, 4}, 0.2, at::kFloat)).eq(0).all().item<bool>());
    QVERIFY(depthLook(at::zeros({1, 4, 4}, at::kFloat)).eq(0).all().item<bool>());
}

void LooksTest::outlinesAreThreePixelsAlongTheEdge()
{
    at::Tensor region = at::zeros({1, 480, 64}, at::kFloat);
    region.narrow(1, 100, 50).narrow(2, 20, 30).fill_(1); // rows 100…149, columns 20…49
    const at::Tensor picture = layoutLook(region, false);
    const auto isBlack = [&](std::int64_t y, std::int64_t x) {
        return value(picture, 1, y, x) < 0;
    };
    for (const auto& [y, black] : {std::pair{98, false},
                                   {99, true},
                                   {100, true},
                                   {101, true},
                                   {102, false},
                                   {147, false},
                                   {148, true},
                                   {150, true},
                                   {151, false}})
        QCOMPARE(isBlack(y, 35), black);
    for (const auto& [x, black] : {std::pair{18, false},
                                   {19, true},
                                   {21, true},
                                   {22, false},
                                   {35, false},
                                   {48, true},
                                   {50, true},
                                   {51, false}})
        QCOMPARE(isBlack(125, x), black);
    QVERIFY((picture.eq(1) | picture.eq(-1)).all().item<bool>());

    // At the frame's edge the outline is closed.
    at::Tensor cutOff = at::zeros({1, 480, 64}, at::kFloat);
    cutOff.narrow(2, 40, 24).fill_(1);
    const at::Tensor closed = layoutLook(cutOff, false);
    QVERIFY(value(closed, 0, 240, 63) < 0);
    QVERIFY(value(closed, 0, 240, 62) < 0);
    QVERIFY(value(closed, 0, 240, 61) > 0);
}

void LooksTest::areasAreWhiteOnBlackIfAsked()
{
    at::Tensor regions = at::zeros({2, 48, 64}, at::kFloat);
    regions[0].narrow(0, 0, 10).fill_(0.6);
    regions[1].narrow(0, 5, 10).fill_(1);
    regions[1].narrow(0, 20, 10).fill_(0.4); // outside: under one half
    const at::Tensor picture = layoutLook(regions, true);
    QVERIFY(picture.narrow(1, 0, 15).eq(1).all().item<bool>());
    QVERIFY(picture.narrow(1, 15, 33).eq(-1).all().item<bool>());
    QVERIFY(layoutLook(regions.narrow(0, 0, 0), true).eq(-1).all().item<bool>());
    QVERIFY(layoutLook(regions.narrow(0, 0, 0), false).eq(1).all().item<bool>());
}

void LooksTest::grayIsLuminance()
{
    at::Tensor picture = at::full({3, 4, 4}, -1.0, at::kFloat);
    picture[0].fill_(1); // pure red
    const at::Tensor gray = grayLook(picture);
    QVERIFY(gray[0].equal(gray[2]));
    QVERIFY(std::abs(value(gray, 1, 2, 2) - (0.299 * 2 - 1)) < 1e-6);
    const at::Tensor half = at::full({3, 4, 4}, 0.2, at::kFloat);
    QVERIFY((grayLook(half) - half).abs().max().item<double>() < 1e-6);
}

void LooksTest::strokesStayAndPaperTurnsWhite_data()
{
    QTest::addColumn<double>("paper");
    QTest::addColumn<double>("ink");
    QTest::newRow("black on white") << 1.0 << 0.0;
    QTest::newRow("pencil on grey paper") << 0.7 << 0.15;
    QTest::newRow("black on cream") << 0.95 << 0.05;
}

void LooksTest::strokesStayAndPaperTurnsWhite()
{
    QFETCH(double, paper);
    QFETCH(double, ink);
    const at::Tensor lines = lineArt(page(paper, ink));
    QCOMPARE(value(lines, 0, 5, 5), 1.0);
    QCOMPARE(value(lines, 2, 235, 410), 1.0);
    QVERIFY(value(lines, 0, 21, 100) < -0.9); // in the first stroke
    QVERIFY(value(lines, 0, 21, 32) < -0.9);
    const at::Tensor isInk = page(1, 0)[0].lt(0);
    QVERIFY(lines[0].lt(0).equal(isInk)); // the same strokes, no other
}

void LooksTest::fillsLeaveTheirOutlines()
{
    at::Tensor picture = at::ones({3, 480, 200}, at::kFloat);
    picture.narrow(1, 100, 200).narrow(2, 50, 100).fill_(-0.6);
    const at::Tensor lines = lineArt(picture);
    QVERIFY(value(lines, 0, 101, 100) < -0.8); // just inside the fill
    QCOMPARE(value(lines, 0, 200, 100), 1.0);  // in the middle of it
    QCOMPARE(value(lines, 0, 98, 100), 1.0);
}

void LooksTest::pencilFollowsTheEdgesOfAPhoto()
{
    at::Tensor picture = at::full({3, 480, 200}, 0.2, at::kFloat);
    picture.narrow(2, 100, 100).fill_(-0.5);
    const at::Tensor lines = pencilEdges(picture);
    QVERIFY(value(lines, 0, 240, 101) < -0.8); // on the dark side of the edge
    QVERIFY(value(lines, 0, 240, 96) > 0.9);
    QVERIFY(value(lines, 0, 240, 20) > 0.99);
    QVERIFY(value(lines, 0, 240, 180) > 0.99); // dark, but no edge
    QVERIFY(value(lines, 0, 1, 180) > 0.99);   // nor is the frame's
    QVERIFY(lines.isfinite().all().item<bool>());
    QVERIFY(pencilEdges(at::full({3, 32, 32}, -1.0, at::kFloat)).gt(0.99).all().item<bool>());
}

void LooksTest::drawingsAndPhotosAreToldApart_data()
{
    QTest::addColumn<at::Tensor>("picture");
    QTest::addColumn<bool>("drawn");
    QTest::newRow("lines on paper") << page(0.96, 0.1) << true;
    QTest::newRow("pure white") << page(1, 0) << true;
    QTest::newRow("an empty page") << page(0.96, 0.96) << true;
    at::Tensor scan = page(0.9, 0.25) + (photo(1) - photo(1).mean()) * 0.04; // grain
    QTest::newRow("scanned pencil") << scan << true;
    const at::Tensor light = at::linspace(0.6, 1.0, 416).view({1, 1, 416});
    QTest::newRow("a page photographed by lamplight")
        << ((scan + 1) / 2 * light * 2 - 1).contiguous() << true;
    at::Tensor fills = at::empty({3, 240, 416}, at::kFloat);
    for (std::int64_t k = 0; k < 8; ++k)
        for (std::int64_t c = 0; c < 3; ++c)
            fills[c].narrow(1, k * 52, 52).fill_(double((k * 37 + c * 59) % 100) / 60 - 0.9);
    QTest::newRow("coloured fills") << fills << true;
    at::Tensor marker = photo(0.5); // hatching and glow between dark fills
    marker.narrow(1, 40, 120).narrow(2, 30, 300).fill_(-0.6);
    QTest::newRow("night painted with a marker") << marker << true;
    at::Tensor cropped = photo(1); // a face before clipped sky
    cropped.narrow(1, 0, 150).fill_(1);
    QTest::newRow("clipped sky") << cropped << false;
    QTest::newRow("photo") << photo(1) << false;
    QTest::newRow("dark photo") << photo(0.2) << false;
    QTest::newRow("night") << photo(0.02) << false;
    const at::Tensor sky = at::linspace(0.4, 0.9, 240).view({1, 240, 1})
                           * at::tensor({0.6F, 0.8F, 1.0F}).view({3, 1, 1}) * at::ones({1, 1, 416});
    QTest::newRow("sky") << (sky * 2 - 1).contiguous() << false;
    at::Tensor face = photo(1); // before a bright wall
    face.narrow(2, 0, 200).copy_(0.8 + face.narrow(2, 0, 200) * 0.03);
    QTest::newRow("half a wall") << face << false;
}

void LooksTest::drawingsAndPhotosAreToldApart()
{
    QFETCH(at::Tensor, picture);
    QFETCH(bool, drawn);
    QCOMPARE(isDrawing(picture.clamp(-1, 1)), drawn);
}

void LooksTest::masksGrowToAllSides()
{
    at::Tensor mask = at::zeros({1, 20, 20}, at::kFloat);
    mask.index_put_({0, 10, 10}, 0.7);
    mask.index_put_({0, 3, 3}, 0.3);
    const at::Tensor wide = grown(mask, 2);
    QCOMPARE(wide.sum().item<double>(), 25.0);
    QCOMPARE(value(wide, 0, 8, 12), 1.0);
    QCOMPARE(value(wide, 0, 7, 12), 0.0);
    QCOMPARE(grown(mask, 0).sum().item<double>(), 1.0);
}

QTEST_GUILESS_MAIN(LooksTest)
#include "tst_looks.moc"
