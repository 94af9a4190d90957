#include "core/multiplane/blending.h"
#include "core/multiplane/guide.h"

#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::multiplane;

Q_DECLARE_METATYPE(dollygrip::multiplane::Blend)

namespace {

/// B(cb, cs) of the W3C's Compositing and Blending Level 1.
double blendFunction(double cb, double cs, Blend blend)
{
    switch (blend) {
    case Blend::Multiply: return cb * cs;
    case Blend::Screen: return cb + cs - cb * cs;
    case Blend::Overlay: return cb <= 0.5 ? cs * 2 * cb : cs + (2 * cb - 1) - cs * (2 * cb - 1);
    case Blend::Normal:
    case Blend::Add: break;
    }
    return cs;
}

struct Pixel {
    double c, a;
};

/// Straight from the recommendation, unpremultiplied in, premultiplied out.
Pixel expected(Pixel source, Pixel backdrop, Blend blend)
{
    if (blend == Blend::Add)
        return {std::min(1.0, source.c * source.a + backdrop.c * backdrop.a),
                std::min(1.0, source.a + backdrop.a)};
    const double mixed =
        (1 - backdrop.a) * source.c + backdrop.a * blendFunction(backdrop.c, source.c, blend);
    return {source.a * mixed + (1 - source.a) * backdrop.a * backdrop.c,
            source.a + backdrop.a * (1 - source.a)};
}

std::uint32_t packed(Pixel p)
{
    const auto byte = [](double v) { return std::uint32_t(std::lround(v * 255)); };
    const std::uint32_t c = byte(p.c * p.a);
    return c | c << 8 | c << 16 | byte(p.a) << 24;
}

Image plain(std::uint8_t r, std::uint8_t g, std::uint8_t b, std::uint8_t a)
{
    return Image::filled(32, 18, [=](std::uint8_t* pixels) {
        for (int i = 0; i < 32 * 18; ++i) {
            pixels[4 * i] = std::uint8_t(r * a / 255);
            pixels[4 * i + 1] = std::uint8_t(g * a / 255);
            pixels[4 * i + 2] = std::uint8_t(b * a / 255);
            pixels[4 * i + 3] = a;
        }
    });
}

Plane planeOf(const Image& picture, Blend blend, double opacity = 1.0)
{
    Plane plane;
    plane.picture = picture;
    plane.blend = blend;
    plane.opacity = opacity;
    plane.visible = {0, 1};
    return plane;
}

} // namespace

class TestBlending : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheFormula_data();
    void followsTheFormula();
    void nothingOverSomethingChangesNothing();
    void planesBlendOnStage_data();
    void planesBlendOnStage();
    void opacityFadesABlend();
    void aNormalStageKeepsItsText();
};

void TestBlending::followsTheFormula_data()
{
    QTest::addColumn<Blend>("blend");
    QTest::newRow("normal") << Blend::Normal;
    QTest::newRow("multiply") << Blend::Multiply;
    QTest::newRow("screen") << Blend::Screen;
    QTest::newRow("overlay") << Blend::Overlay;
    QTest::newRow("add") << Blend::Add;
}

void TestBlending::followsTheFormula()
{
    QFETCH(Blend, blend);
    for (const double as : {0.0, 0.2, 0.6, 1.0}) {
        for (const double ab : {0.0, 0.4, 1.0}) {
            for (const double cs : {0.0, 0.2, 0.6, 0.8, 1.0}) {
                for (const double cb : {0.0, 0.2, 0.6, 0.8, 1.0}) {
                    const Pixel wanted = expected({cs, as}, {cb, ab}, blend);
                    const std::uint32_t got =
                        blendedOver(packed({cs, as}), packed({cb, ab}), blend);
                    const QByteArray where =
                        QByteArray("as ") + QByteArray::number(as) + " ab " + QByteArray::number(ab)
                        + " cs " + QByteArray::number(cs) + " cb " + QByteArray::number(cb);
                    QVERIFY2(std::abs(double(got >> 24) - wanted.a * 255) <= 1.0, where);
                    for (int shift = 0; shift < 24; shift += 8)
                        QVERIFY2(std::abs(double((got >> shift) & 255) - wanted.c * 255) <= 1.5,
                                 where);
                }
            }
        }
    }
}

void TestBlending::nothingOverSomethingChangesNothing()
{
    for (const Blend blend :
         {Blend::Normal, Blend::Multiply, Blend::Screen, Blend::Overlay, Blend::Add}) {
        QCOMPARE(blendedOver(0, 0xc0402010U, blend), 0xc0402010U);
        QCOMPARE(blendedOver(0xc0402010U, 0, blend), 0xc0402010U);
    }
}

void TestBlending::planesBlendOnStage_data()
{
    QTest::addColumn<Blend>("blend");
    QTest::addColumn<QList<int>>("colour");
    // (200, 100, 50) over (100, 150, 250)
    QTest::newRow("normal") << Blend::Normal << QList<int>{200, 100, 50};
    QTest::newRow("multiply") << Blend::Multiply << QList<int>{78, 59, 49};
    QTest::newRow("screen") << Blend::Screen << QList<int>{222, 191, 251};
    QTest::newRow("overlay") << Blend::Overlay << QList<int>{157, 127, 247};
    QTest::newRow("add") << Blend::Add << QList<int>{255, 250, 255};
}

void TestBlending::planesBlendOnStage()
{
    QFETCH(Blend, blend);
    QFETCH(QList<int>, colour);
    Stage stage;
    stage.planes = {planeOf(plain(100, 150, 250, 255), Blend::Normal),
                    planeOf(plain(200, 100, 50, 255), blend)};
    stage.planes[0].depthM = 8;
    const Image picture = Guide(stage).frame(0, 32, 18).picture;
    const std::uint8_t* pixel = picture.pixels() + (9 * 32 + 16) * 4;
    for (int c = 0; c < 3; ++c)
        QVERIFY2(std::abs(pixel[c] - colour[c]) <= 1, QByteArray::number(pixel[c]));
    QCOMPARE(int(pixel[3]), 255);
}

void TestBlending::opacityFadesABlend()
{
    Stage stage;
    stage.planes = {planeOf(plain(100, 150, 250, 255), Blend::Normal),
                    planeOf(plain(200, 100, 50, 255), Blend::Multiply, 0.5)};
    const Image picture = Guide(stage).frame(0, 32, 18).picture;
    const std::uint8_t* pixel = picture.pixels() + (9 * 32 + 16) * 4;
    const int wanted[] = {89, 104, 149};
    for (int c = 0; c < 3; ++c)
        QVERIFY2(std::abs(pixel[c] - wanted[c]) <= 2, QByteArray::number(pixel[c]));
}

void TestBlending::aNormalStageKeepsItsText()
{
    Stage stage;
    stage.planes = {planeOf(plain(1, 2, 3, 255), Blend::Normal)};
    const std::string normal = toText(stage);
    stage.planes[0].blend = Blend::Screen;
    const std::string screen = toText(stage);
    QVERIFY(normal != screen);
    const auto at = normal.find("plane ");
    const auto end = normal.find('\n', at);
    QCOMPARE(screen.substr(0, end), normal.substr(0, end));
    QCOMPARE(screen.substr(end, 3), std::string(" 2\n"));
}

QTEST_GUILESS_MAIN(TestBlending)
#include "tst_blending.moc"
