#include "core/conditioning/vaceinput.h"

#include <QTest>

#include <ATen/ATen.h>

#include <vector>

using namespace dollygrip::conditioning;

Q_DECLARE_METATYPE(std::vector<int>)

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

bool isAll(const at::Tensor& tensor, double value)
{
    return (tensor == value).all().item<bool>();
}

} // namespace

class TestVaceInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void maskFramesAreTheNearestToEachLatentFrame_data();
    void maskFramesAreTheNearestToEachLatentFrame();
    void maskChannelsAreThePixelsOfACell();
    void keptAndNewPixelsArePartedAtOneHalf();
    void referencesStandInFront();
    void moreReferencesThanLatentFramesAreTaken();
    void sizesThatAreNoMultiplesOfSixteenAreRefused();
    void referencesAreFittedWholeOntoWhite();
};

void TestVaceInput::maskFramesAreTheNearestToEachLatentFrame_data()
{
    QTest::addColumn<int>("frames");
    QTest::addColumn<std::vector<int>>("picked");
    QTest::newRow("81") << 81 << std::vector<int>{1,  5,  9,  13, 17, 21, 25, 28, 32, 36, 40,
                                                  44, 48, 52, 55, 59, 63, 67, 71, 75, 79};
    QTest::newRow("49") << 49 << std::vector<int>{1, 5, 9, 13, 16, 20, 24, 28, 32, 35, 39, 43, 47};
    QTest::newRow("5") << 5 << std::vector<int>{1, 3};
    QTest::newRow("1") << 1 << std::vector<int>{0};
}

void TestVaceInput::maskFramesAreTheNearestToEachLatentFrame()
{
    QFETCH(int, frames);
    QFETCH(std::vector<int>, picked);
    const at::Tensor numbered =
        at::arange(frames, at::kFloat).view({1, frames, 1, 1}).expand({1, frames, 16, 16});
    const at::Tensor latent = vaceMaskLatent(numbered, 0);
    QCOMPARE(latent.size(0), int64_t(64));
    QCOMPARE(latent.size(1), int64_t(picked.size()));
    for (std::size_t t = 0; t < picked.size(); ++t)
        QVERIFY(isAll(latent.select(1, int64_t(t)), picked[t]));
}

void TestVaceInput::maskChannelsAreThePixelsOfACell()
{
    const at::Tensor mask = at::arange(16 * 32, at::kFloat).view({1, 1, 16, 32});
    const at::Tensor latent = vaceMaskLatent(mask, 0);
    QCOMPARE(latent.sizes().vec(), (std::vector<int64_t>{64, 1, 2, 4}));
    for (const auto& [row, column] : {std::pair{0, 0}, {3, 5}, {7, 7}})
        for (const auto& [y, x] : {std::pair{0, 0}, {1, 2}, {1, 3}})
            QCOMPARE(latent[row * 8 + column][0][y][x].item<double>(),
                     double((y * 8 + row) * 32 + x * 8 + column));
}

void TestVaceInput::keptAndNewPixelsArePartedAtOneHalf()
{
    VacePictures pictures;
    pictures.video = at::full({3, 5, 16, 16}, 0.8);
    pictures.mask = at::zeros({1, 5, 16, 16});
    pictures.mask.narrow(3, 0, 8).fill_(0.5); // exactly a half is kept
    pictures.mask.narrow(3, 8, 8).fill_(0.6);
    const at::Tensor context = vaceContext(pictures, meanOfCells);
    QCOMPARE(context.sizes().vec(), (std::vector<int64_t>{96, 2, 2, 2}));
    const at::Tensor left = context.select(3, 0);
    const at::Tensor right = context.select(3, 1);
    const double eps = 1e-6;
    QVERIFY((left.narrow(0, 0, 16) - 0.8).abs().max().item<double>() < eps);
    QVERIFY(isAll(left.narrow(0, 16, 16), 0));
    QVERIFY(isAll(right.narrow(0, 0, 16), 0));
    QVERIFY((right.narrow(0, 16, 16) - 0.8).abs().max().item<double>() < eps);
    // The mask itself goes on as it was given.
    QVERIFY((left.narrow(0, 32, 64) - 0.5).abs().max().item<double>() < eps);
    QVERIFY((right.narrow(0, 32, 64) - 0.6).abs().max().item<double>() < eps);
}

void TestVaceInput::referencesStandInFront()
{
    VacePictures pictures;
    pictures.video = at::full({3, 5, 16, 16}, 0.25);
    pictures.mask = at::ones({1, 5, 16, 16});
    pictures.references = {at::full({3, 1, 16, 16}, 0.5), at::full({3, 1, 16, 16}, -0.5)};
    const at::Tensor context = vaceContext(pictures, meanOfCells);
    QCOMPARE(context.sizes().vec(), (std::vector<int64_t>{96, 4, 2, 2}));
    QVERIFY(isAll(context.select(1, 0).narrow(0, 0, 16), 0.5));
    QVERIFY(isAll(context.select(1, 1).narrow(0, 0, 16), -0.5));
    QVERIFY(isAll(context.narrow(1, 0, 2).narrow(0, 16, 80), 0)); // reactive half and mask
    QVERIFY(isAll(context.narrow(1, 2, 2).narrow(0, 16, 16), 0.25));
    QVERIFY(isAll(context.narrow(1, 2, 2).narrow(0, 32, 64), 1));
    QVERIFY(withoutReferences(context, 2).equal(context.narrow(1, 2, 2)));
}

void TestVaceInput::moreReferencesThanLatentFramesAreTaken()
{
    VacePictures pictures;
    pictures.video = at::zeros({3, 1, 16, 16});
    pictures.mask = at::ones({1, 1, 16, 16});
    pictures.references.assign(3, at::ones({3, 1, 16, 16}));
    QCOMPARE(vaceContext(pictures, meanOfCells).size(1), int64_t(4));
}

void TestVaceInput::sizesThatAreNoMultiplesOfSixteenAreRefused()
{
    QVERIFY_THROWS_EXCEPTION(std::exception, vaceMaskLatent(at::ones({1, 1, 24, 16}), 0));
}

void TestVaceInput::referencesAreFittedWholeOntoWhite()
{
    const at::Tensor canvas = vaceReferenceCanvas(at::full({3, 10, 40}, -0.5), 32, 48);
    QCOMPARE(canvas.sizes().vec(), (std::vector<int64_t>{3, 1, 32, 48}));
    QVERIFY(isAll(canvas.narrow(2, 0, 10), 1)); // 12 rows in the middle of 32
    QVERIFY(isAll(canvas.narrow(2, 10, 12), -0.5));
    QVERIFY(isAll(canvas.narrow(2, 22, 10), 1));
    const at::Tensor exact = at::full({3, 32, 48}, 0.1);
    QVERIFY(vaceReferenceCanvas(exact, 32, 48).equal(exact.unsqueeze(1)));
    // Thinner than a pixel after fitting: still a line.
    QVERIFY(!isAll(vaceReferenceCanvas(at::zeros({3, 1, 500}), 32, 48), 1));
}

QTEST_GUILESS_MAIN(TestVaceInput)
#include "tst_vaceinput.moc"
