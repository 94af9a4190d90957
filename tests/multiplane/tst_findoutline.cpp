#include "core/geometry/region.h"
#include "core/multiplane/findoutline.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numbers>

using namespace dollygrip;
using namespace dollygrip::multiplane;

namespace {

constexpr int kWidth = 640, kHeight = 360;
constexpr double kAspect = double(kWidth) / kHeight;

struct Pixel {
    int r, g, b, a = 255;
};

Image painted(const std::function<Pixel(double, double)>& at)
{
    return Image::filled(kWidth, kHeight, [&](std::uint8_t* pixels) {
        for (int y = 0; y < kHeight; ++y)
            for (int x = 0; x < kWidth; ++x) {
                const Pixel p = at(x + 0.5, y + 0.5);
                std::uint8_t* to = pixels + (std::size_t(y) * kWidth + x) * 4;
                to[0] = std::uint8_t(std::clamp(p.r, 0, 255) * p.a / 255);
                to[1] = std::uint8_t(std::clamp(p.g, 0, 255) * p.a / 255);
                to[2] = std::uint8_t(std::clamp(p.b, 0, 255) * p.a / 255);
                to[3] = std::uint8_t(p.a);
            }
    });
}

// A ring of ink 4 pixels wide, radius 80 around (200, 180), open by `gap` pixels at its top; with a
// dot in it, and a square of ink lines beside.
Image drawing(double gap, bool isTransparent)
{
    return painted([=](double x, double y) -> Pixel {
        const double ring = std::abs(std::hypot(x - 200, y - 180) - 80);
        const bool isGap = y < 180 && std::abs(x - 200) < gap / 2;
        const bool isDot = std::hypot(x - 200, y - 180) < 8;
        const double side = std::max(std::abs(x - 480), std::abs(y - 180));
        const bool isSquare = std::abs(side - 60) < 2;
        if ((ring < 2 && !isGap) || isDot || isSquare)
            return {20, 20, 24, 255};
        return isTransparent ? Pixel{0, 0, 0, 0} : Pixel{250, 247, 240, 255};
    });
}

double noise(double x, double y)
{
    const double v = std::sin(x * 12.9898 + y * 78.233) * 43758.5453;
    return (v - std::floor(v)) - 0.5;
}

// A grainy orange ball on a grainy blue-green slope.
Image photo()
{
    return painted([](double x, double y) -> Pixel {
        const double n = 26 * noise(x, y);
        if (std::hypot(x - 380, y - 170) < 70) {
            const double light = 40 * (1 - std::hypot(x - 360, y - 140) / 100);
            return {int(200 + light + n), int(110 + light + n), int(50 + n)};
        }
        const double slope = 60 * x / kWidth + 40 * y / kHeight;
        return {int(40 + slope / 2 + n), int(80 + slope + n), int(100 + slope + n)};
    });
}

double overlap(const Outlines& outlines, const std::function<bool(double, double)>& isTrue)
{
    Region region;
    region.outlines = outlines;
    const Mask mask = coverage(region, kWidth, kHeight);
    double both = 0, any = 0;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            const bool a = mask.at(x, y) >= 128, b = isTrue(x + 0.5, y + 0.5);
            both += a && b;
            any += a || b;
        }
    return any > 0 ? both / any : 0;
}

OutlineWish click(double x, double y)
{
    OutlineWish wish;
    wish.inside = {{x / kWidth, y / kHeight}};
    return wish;
}

bool isRing(double x, double y)
{
    return std::hypot(x - 200, y - 180) < 82;
}

bool isSquare(double x, double y)
{
    return std::max(std::abs(x - 480), std::abs(y - 180)) < 62;
}

bool isBall(double x, double y)
{
    return std::hypot(x - 380, y - 170) < 70;
}

} // namespace

class TestFindOutline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesEncloseAThing_data()
    {
        QTest::addColumn<double>("gap");
        QTest::addColumn<bool>("isTransparent");
        QTest::newRow("closed, on nothing") << 0.0 << true;
        QTest::newRow("closed, on paper") << 0.0 << false;
        QTest::newRow("a small gap") << 5.0 << true;
        QTest::newRow("a wider gap, on paper") << 10.0 << false;
    }
    void linesEncloseAThing()
    {
        QFETCH(double, gap);
        QFETCH(bool, isTransparent);
        const FoundOutline found = findOutline(drawing(gap, isTransparent), click(230, 210));
        QVERIFY(found.isDrawing);
        QCOMPARE(found.outlines.size(), std::size_t(1)); // the dot in it is within
        const double share = overlap(found.outlines, isRing);
        QVERIFY2(share > (gap > 6 ? 0.9 : 0.96), qPrintable(QString::number(share)));
    }

    void aLineTakesAllThatHangsTogether()
    {
        const FoundOutline found = findOutline(drawing(0, true), click(420, 180));
        QVERIFY(overlap(found.outlines, isSquare) > 0.95);
    }

    void aBoxTakesAllThatIsDrawnInIt()
    {
        OutlineWish wish;
        wish.box =
            OutlineWish::Box{{100.0 / kWidth, 80.0 / kHeight}, {300.0 / kWidth, 280.0 / kHeight}};
        const FoundOutline found = findOutline(drawing(0, true), wish);
        QVERIFY(overlap(found.outlines, isRing) > 0.95);
    }

    void moreIsAddedAndTakenAway()
    {
        OutlineWish wish = click(230, 210);
        wish.inside.emplace_back(480.0 / kWidth, 180.0 / kHeight);
        const Image picture = drawing(0, true);
        QVERIFY(overlap(findOutline(picture, wish).outlines,
                        [](double x, double y) { return isRing(x, y) || isSquare(x, y); })
                > 0.95);
        wish.outside.emplace_back(230.0 / kWidth, 210.0 / kHeight);
        QVERIFY(overlap(findOutline(picture, wish).outlines, isSquare) > 0.94);
    }

    void theGroundIsNoThing()
    {
        QVERIFY(findOutline(drawing(0, true), click(20, 20)).outlines.empty());
    }

    void aThingInAPhotoIsCutOut()
    {
        const FoundOutline found = findOutline(photo(), click(375, 180));
        QVERIFY(!found.isDrawing);
        QVERIFY2(overlap(found.outlines, isBall) > 0.93,
                 qPrintable(QString::number(overlap(found.outlines, isBall))));
        OutlineWish wish;
        wish.box =
            OutlineWish::Box{{280.0 / kWidth, 80.0 / kHeight}, {470.0 / kWidth, 260.0 / kHeight}};
        QVERIFY(overlap(findOutline(photo(), wish).outlines, isBall) > 0.93);
    }

    void theSameClickFindsTheSame()
    {
        QVERIFY(findOutline(photo(), click(375, 180)).outlines
                == findOutline(photo(), click(375, 180)).outlines);
    }

    void aRoughOutlineGoesToTheEdges()
    {
        Outlines rough(1);
        for (int i = 0; i < 24; ++i) { // six pixels off, in and out
            const double angle = i * std::numbers::pi / 12, far = 70 + (i % 2 ? 6 : -6);
            rough[0].emplace_back((380 + far * std::cos(angle)) / kWidth,
                                  (170 + far * std::sin(angle)) / kHeight);
        }
        const double before = overlap(rough, isBall);
        const double after = overlap(snappedToEdges(photo(), rough, 0.03), isBall);
        QVERIFY2(after > 0.97 && after > before,
                 qPrintable(QString::number(before) + u' ' + QString::number(after)));
    }

    void withoutEdgesItStays()
    {
        const Image even = Image::ofColour(kWidth, kHeight, 90, 90, 90);
        const Outlines square{{{0.3, 0.3}, {0.6, 0.3}, {0.6, 0.6}, {0.3, 0.6}}};
        QVERIFY(overlap(snappedToEdges(even, square, 0.03),
                        [](double x, double y) {
                            return x > 0.3 * kWidth && x < 0.6 * kWidth && y > 0.3 * kHeight
                                   && y < 0.6 * kHeight;
                        })
                > 0.97);
    }

    void whatIsStoppedFindsNothing()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(findOutline(photo(), click(375, 180), source.get_token()).outlines.empty());
    }

    void strangePicturesDoNoHarm()
    {
        QVERIFY(findOutline({}, click(1, 1)).outlines.empty());
        QVERIFY(findOutline(photo(), {}).outlines.empty());
        const Image dot = Image::ofColour(1, 1, 0, 0, 0);
        findOutline(dot, click(1, 1));
        const Image line = Image::ofColour(3000, 2, 10, 200, 30);
        findOutline(line, click(1, 1));
        OutlineWish wish = click(-4000, 9000);
        wish.box = OutlineWish::Box{{-2, -2}, {5, 5}};
        findOutline(photo(), wish);
        findOutline(drawing(0, true), wish);
        snappedToEdges(photo(), {{{-3, -3}, {4, -3}, {4, 4}}, {}, {{0, 0}}}, 0.01);
    }
};

QTEST_GUILESS_MAIN(TestFindOutline)
#include "tst_findoutline.moc"
