#include "core/project/errortext.h"
#include "core/project/pictureimport.h"
#include "tests/support/filmbuilder.h"

#include <QBuffer>
#include <QColorSpace>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

/// 16 x 8, CMYK, all red.
constexpr char kCmykJpeg[] =
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2Rjcs"
    "LUBXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAAB"
    "AgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
    "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SV"
    "lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
    "QwBNAFkASwAAPwD06vMK8wr06iiiiv/Z";

/// 16 x 8 as stored, red on the left; its EXIF says to turn it a quarter clockwise.
constexpr char kTurnedJpeg[] =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAAMCAgMC"
    "AgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQME"
    "BAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAAR"
    "CAAIABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQA"
    "AAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdI"
    "SUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXG"
    "x8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL"
    "/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcY"
    "GRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOk"
    "paanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwD5"
    "0rwKiiv3D6Mv/M4/7gf+5j+jfpDf8yr/ALjf+4j/2Q==";

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

quint32 crc(const QByteArray& bytes)
{
    quint32 value = 0xffffffffU;
    for (const char each : bytes) {
        value ^= uchar(each);
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ (value & 1 ? 0xedb88320U : 0);
    }
    return ~value;
}

/// A small PNG whose header claims another size.
QByteArray pngOfSize(quint32 width, quint32 height)
{
    QByteArray png = encoded(testPicture(4, 4), "PNG");
    const auto put = [&](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            png[at + i] = char(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    put(29, crc(png.mid(12, 17)));
    return png;
}

void near(const Image& image, int x, int y, int r, int g, int b)
{
    const std::uint8_t* p = image.pixel(x, y);
    const bool isNear = std::abs(p[0] - r) < 24 && std::abs(p[1] - g) < 24
                        && std::abs(p[2] - b) < 24 && p[3] == 255;
    QVERIFY2(isNear, qPrintable(u"%1 %2 %3 %4"_s.arg(p[0]).arg(p[1]).arg(p[2]).arg(p[3])));
}

} // namespace

class TestPictureImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesAreKeptAsTheyCame();
    void everyKindBecomesTheSamePixels_data();
    void everyKindBecomesTheSamePixels();
    void sixteenBitIsRead();
    void cmykIsRead();
    void exifTurnsThePicture();
    void alphaIsPremultiplied();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
    void cutOffPicturesAreRefused_data();
    void cutOffPicturesAreRefused();
    void missingAndUnreadableAreRefused();
    void placementCoversTheFrame();
    void viewsKeepPixelsAlive();
    void soundIsKept();

private:
    QString put(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TestPictureImport::bytesAreKeptAsTheyCame()
{
    const QByteArray bytes = encoded(testPicture(33, 21), "PNG");
    QVERIFY(QDir(m_folder.path()).mkpath(u"дом 'a' \"b\""_s));
    const QString path = put(u"дом 'a' \"b\"/panel ü.png"_s, bytes);
    const auto asset = importPicture(path);
    QVERIFY(asset.has_value());
    QCOMPARE((*asset)->bytes, bytes);
    QCOMPARE((*asset)->name, u"panel ü.png"_s);
    QCOMPARE((*asset)->mime, u"image/png"_s);
    QCOMPARE((*asset)->hash.size(), 32);
    const auto image = decodePicture(**asset);
    QVERIFY(image.has_value());
    QCOMPARE(image->width(), 33);
    QCOMPARE(image->height(), 21);
}

void TestPictureImport::everyKindBecomesTheSamePixels_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage red(12, 8, QImage::Format_RGB32);
    red.fill(qRgb(200, 40, 40));
    QTest::newRow("PNG") << encoded(red, "PNG");
    QTest::newRow("JPEG") << encoded(red, "JPG");
    QTest::newRow("BMP") << encoded(red, "BMP");
    QTest::newRow("PPM") << encoded(red, "PPM");
    QTest::newRow("palette") << encoded(red.convertToFormat(QImage::Format_Indexed8), "PNG");
    QTest::newRow("alpha") << encoded(red.convertToFormat(QImage::Format_ARGB32), "PNG");
}

void TestPictureImport::everyKindBecomesTheSamePixels()
{
    QFETCH(QByteArray, bytes);
    // A wrong suffix does not matter.
    const auto asset = importPicture(put(u"picture.png"_s, bytes));
    QVERIFY(asset.has_value());
    near(*decodePicture(**asset), 6, 4, 200, 40, 40);
}

void TestPictureImport::sixteenBitIsRead()
{
    QImage deep(8, 8, QImage::Format_RGBA64);
    deep.fill(QColor::fromRgba64(0x8080, 0x4040, 0xffff));
    const auto asset = importPicture(put(u"deep.png"_s, encoded(deep, "PNG")));
    QVERIFY(asset.has_value());
    near(*decodePicture(**asset), 4, 4, 128, 64, 255);
    QImage grey(8, 8, QImage::Format_Grayscale16);
    grey.fill(QColor(100, 100, 100));
    const auto second = importPicture(put(u"grey.png"_s, encoded(grey, "PNG")));
    QVERIFY(second.has_value());
    near(*decodePicture(**second), 4, 4, 100, 100, 100);
}

void TestPictureImport::cmykIsRead()
{
    const auto asset = importPicture(put(u"cmyk.jpg"_s, QByteArray::fromBase64(kCmykJpeg)));
    QVERIFY(asset.has_value());
    const auto image = decodePicture(**asset);
    QVERIFY(image.has_value());
    QCOMPARE(image->width(), 16);
    near(*image, 8, 4, 255, 0, 0);
}

void TestPictureImport::exifTurnsThePicture()
{
    const auto asset = importPicture(put(u"turned.jpg"_s, QByteArray::fromBase64(kTurnedJpeg)));
    QVERIFY(asset.has_value());
    const auto image = decodePicture(**asset);
    QVERIFY(image.has_value());
    QCOMPARE(image->width(), 8);
    QCOMPARE(image->height(), 16);
    near(*image, 4, 2, 255, 0, 0);
    near(*image, 4, 13, 0, 0, 255);
}

void TestPictureImport::alphaIsPremultiplied()
{
    QImage half(4, 4, QImage::Format_ARGB32);
    half.fill(qRgba(200, 100, 0, 128));
    const auto asset = importPicture(put(u"half.png"_s, encoded(half, "PNG")));
    QVERIFY(asset.has_value());
    const auto image = decodePicture(**asset);
    QCOMPARE(int(image->pixel(1, 1)[3]), 128);
    QVERIFY(std::abs(image->pixel(1, 1)[0] - 100) <= 1);
}

void TestPictureImport::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("zero bytes") << QByteArray() << int(ErrorCode::MediaDamaged);
    QTest::newRow("text") << QByteArray("Dear diary, today I drew nothing.")
                          << int(ErrorCode::MediaUnsupported);
    QTest::newRow("noise") << QByteArray(5000, '\x5a') << int(ErrorCode::MediaUnsupported);
    QTest::newRow("PNG signature alone")
        << QByteArray("\x89PNG\r\n\x1a\n") << int(ErrorCode::MediaDamaged);
    QTest::newRow("30,000 pixels wide") << pngOfSize(30000, 100) << int(ErrorCode::MediaTooLarge);
    QTest::newRow("30,000 pixels high") << pngOfSize(100, 30000) << int(ErrorCode::MediaTooLarge);
    QTest::newRow("30,000 pixels both ways")
        << pngOfSize(30000, 30000) << int(ErrorCode::MediaTooLarge);
    QTest::newRow("header larger than its pixels")
        << pngOfSize(400, 400) << int(ErrorCode::MediaDamaged);
}

void TestPictureImport::badFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto asset = importPicture(put(u"bad „one“.png"_s, bytes));
    QVERIFY(!asset);
    QCOMPARE(errorName(asset.error().code), errorName(ErrorCode(code)));
    QVERIFY2(errorLine(asset.error()).contains(u"bad „one“.png"_s),
             qPrintable(errorLine(asset.error())));
}

void TestPictureImport::cutOffPicturesAreRefused_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("PNG") << encoded(testPicture(300, 200), "PNG");
    QTest::newRow("JPEG") << encoded(testPicture(300, 200), "JPG");
    QTest::newRow("BMP") << encoded(testPicture(300, 200), "BMP");
}

void TestPictureImport::cutOffPicturesAreRefused()
{
    QFETCH(QByteArray, whole);
    QVERIFY(importPicture(put(u"whole"_s, whole)).has_value());
    for (qsizetype length = 1; length < whole.size(); length += 1 + length / 2) {
        const auto asset = importPicture(put(u"cut"_s, whole.first(length)));
        QVERIFY2(!asset, qPrintable(QString::number(length)));
        QVERIFY(asset.error().code == ErrorCode::MediaDamaged
                || asset.error().code == ErrorCode::MediaUnsupported);
    }
    const auto last = importPicture(put(u"cut"_s, whole.chopped(8)));
    QVERIFY(!last);
}

void TestPictureImport::missingAndUnreadableAreRefused()
{
    const auto code = [](const QString& path) {
        const auto asset = importPicture(path);
        return QString::fromLatin1(asset ? "" : errorName(asset.error().code));
    };
    QCOMPARE(code(m_folder.filePath(u"absent.png"_s)), u"FileNotFound"_s);
    QCOMPARE(code(m_folder.path()), u"FileUnreadable"_s);
    const QString path = put(u"secret.png"_s, encoded(testPicture(4, 4), "PNG"));
    QFile::setPermissions(path, {});
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                               | QFile::ExeGroup | QFile::ExeOther);
    const bool isRoot = geteuid() == 0;
    if (isRoot)
        QVERIFY(seteuid(65534) == 0); // root reads everything
    const QString secret = code(path);
    if (isRoot)
        QVERIFY(seteuid(0) == 0);
    QCOMPARE(secret, u"FileUnreadable"_s);
}

void TestPictureImport::placementCoversTheFrame()
{
    const auto wide = coveringPlacement({4000, 1000}, 16.0 / 9);
    QCOMPARE(wide.height, 1.0);
    QCOMPARE(wide.width, 4.0 / (16.0 / 9));
    QCOMPARE(wide.x, (1 - wide.width) / 2);
    const auto high = coveringPlacement({900, 1600}, 16.0 / 9);
    QCOMPARE(high.width, 1.0);
    QVERIFY(high.height > 3 && high.y < -1);
    const auto same = coveringPlacement({1920, 1080}, 16.0 / 9);
    QVERIFY(std::abs(same.width - 1) < 1e-9 && std::abs(same.height - 1) < 1e-9);
}

void TestPictureImport::viewsKeepPixelsAlive()
{
    QImage view;
    {
        const Image image = Image::ofColour(10, 10, 1, 2, 3);
        view = toQImage(image);
        QCOMPARE(static_cast<const void*>(view.constBits()),
                 static_cast<const void*>(image.pixels()));
    }
    QCOMPARE(view.pixelColor(5, 5), QColor(1, 2, 3));
    QVERIFY(toImage(view) == Image::ofColour(10, 10, 1, 2, 3));
    QVERIFY(toQImage({}).isNull());
    QVERIFY(toImage({}).isNull());
}

void TestPictureImport::soundIsKept()
{
    const auto sound = importSound(put(u"rain.wav"_s, "RIFFxxxx"));
    QVERIFY(sound.has_value());
    QCOMPARE((*sound)->mime, u"audio/x-wav"_s);
    QVERIFY(!importSound(put(u"empty.wav"_s, {})));
    QVERIFY(!importSound(m_folder.filePath(u"absent.wav"_s)));
}

QTEST_GUILESS_MAIN(TestPictureImport)
#include "tst_pictureimport.moc"
