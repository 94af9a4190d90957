#include "core/base/image.h"

#include <QTest>

#include <cstring>

using namespace dollygrip;

class TestImage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nullHasNoPixels();
    void copiesShareTheirPixels();
    void coloursArePremultiplied();
    void linesFollowWithoutGaps();
    void equalMeansSameSizeAndBytes();
    void pixelsOutliveTheImage();
};

void TestImage::nullHasNoPixels()
{
    const Image image;
    QVERIFY(image.isNull());
    QCOMPARE(image.width(), 0);
    QCOMPARE(image.byteCount(), std::size_t(0));
    QVERIFY(image == Image());
    QVERIFY(!(image == Image::ofColour(1, 1, 0, 0, 0)));
}

void TestImage::copiesShareTheirPixels()
{
    const Image image = Image::ofColour(4, 3, 10, 20, 30);
    const Image copy = image;
    QCOMPARE(copy.pixels(), image.pixels());
}

void TestImage::coloursArePremultiplied()
{
    const Image image = Image::ofColour(2, 2, 255, 128, 0, 128);
    const std::uint8_t expected[4] = {128, 64, 0, 128};
    QCOMPARE(std::memcmp(image.pixel(1, 1), expected, 4), 0);
    const Image opaque = Image::ofColour(1, 1, 1, 2, 3);
    const std::uint8_t unchanged[4] = {1, 2, 3, 255};
    QCOMPARE(std::memcmp(opaque.pixels(), unchanged, 4), 0);
}

void TestImage::linesFollowWithoutGaps()
{
    const Image image = Image::filled(3, 2, [](std::uint8_t* pixels) {
        for (int i = 0; i < 3 * 2 * 4; ++i)
            pixels[i] = std::uint8_t(i);
    });
    QCOMPARE(image.bytesPerLine(), std::size_t(12));
    QCOMPARE(image.byteCount(), std::size_t(24));
    QCOMPARE(int(image.line(1)[0]), 12);
    QCOMPARE(int(image.pixel(2, 1)[3]), 23);
}

void TestImage::equalMeansSameSizeAndBytes()
{
    const Image wide = Image::ofColour(4, 1, 9, 9, 9);
    QVERIFY(wide == Image::ofColour(4, 1, 9, 9, 9));
    QVERIFY(!(wide == Image::ofColour(1, 4, 9, 9, 9)));
    QVERIFY(!(wide == Image::ofColour(4, 1, 9, 9, 8)));
}

void TestImage::pixelsOutliveTheImage()
{
    std::shared_ptr<const std::uint8_t[]> kept;
    {
        const Image image = Image::ofColour(1, 1, 7, 7, 7);
        kept = image.share();
    }
    QCOMPARE(int(kept[0]), 7);
}

QTEST_GUILESS_MAIN(TestImage)
#include "tst_image.moc"
