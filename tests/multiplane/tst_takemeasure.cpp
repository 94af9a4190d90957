#include "core/multiplane/takemeasure.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <random>

using namespace dollygrip;
using namespace dollygrip::multiplane;
using namespace stagekit;

namespace {

constexpr FrameIndex kFrames = 17;
constexpr int kTakeWidth = 640;
constexpr int kTakeHeight = 360;
const Eigen::Vector2d kCentre(0.35, 0.5);
const Eigen::Vector2d kWay(0.2, -0.05); ///< picture units

/// Random dots everywhere: something to hold on to at every place.
Image dotted(unsigned seed, bool opaque, const Region* inside = nullptr)
{
    std::mt19937 random(seed);
    const auto uniform = [&] { return double(random()) / double(std::mt19937::max()); };
    std::vector<Disc> dots;
    for (int k = 0; k < 1400; ++k) {
        const Disc disc{{uniform(), uniform()}, 3 + 5 * uniform()};
        if (!inside || contains(*inside, disc.centre, 16.0 / 9.0)) {
            dots.push_back(disc);
        }
    }
    return discs(dots, opaque ? Cyan : Magenta, opaque);
}

/// A dotted wall with a thing before it that travels.
Stage travelling()
{
    const Region region = disc(kCentre, 0.2);
    Stage stage = stageOf(kFrames);
    stage.planes.push_back(planeOf(dotted(1, true), 6, kFrames));
    stage.planes.push_back(planeOf(dotted(2, false, &region), 5, kFrames));
    stage.planes[1].regions.push_back(moving(region, {{0, 0}, kWay}, true));
    return stage;
}

TakeMeasure measured(const Stage& wanted, const Stage& shot, const std::vector<Image>& refs = {})
{
    const Guide guide(wanted);
    const Guide take(shot);
    return measureTake(
        guide, [&](FrameIndex n) { return take.frame(n, kTakeWidth, kTakeHeight, false).picture; },
        refs, {});
}

Image noisy(const Image& image, unsigned seed, int amount)
{
    std::mt19937 random(seed);
    return Image::filled(image.width(), image.height(), [&](std::uint8_t* pixels) {
        for (std::size_t i = 0; i < image.byteCount(); ++i) {
            const int value =
                image.pixels()[i] + (i % 4 == 3 ? 0 : int(random() % (2 * amount)) - amount);
            pixels[i] = std::uint8_t(std::clamp(value, 0, 255));
        }
    });
}

} // namespace

class TestTakeMeasure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theMoveItselfHasNoError()
    {
        const TakeMeasure measure = measured(travelling(), travelling());
        QCOMPARE(measure.arrows.size(), std::size_t(1));
        QVERIFY2(measure.arrows[0].percent < 0.15,
                 qPrintable(QString::number(measure.arrows[0].percent)));
        QVERIFY(measure.arrows[0].points >= 8);
        QVERIFY(measure.camera);
        QVERIFY2(measure.camera->percent < 0.1,
                 qPrintable(QString::number(measure.camera->percent)));
    }

    void theDrawingIsFoundInItsMove()
    {
        const TakeMeasure measure = measured(travelling(), travelling());
        QCOMPARE(measure.arrows.size(), std::size_t(1));
        const MotionError& arrow = measure.arrows[0];
        QVERIFY2(arrow.alike > 0.8, qPrintable(QString::number(arrow.alike)));
        QVERIFY(arrow.isFound());
        const double way = 100 * std::hypot(kWay.x(), kWay.y() * 9 / 16);
        QVERIFY2(std::abs(arrow.travelPercent - way) < 0.5,
                 qPrintable(QString::number(arrow.travelPercent)));
        QVERIFY(measure.camera && measure.camera->isFound());
        QVERIFY(measure.camera->travelPercent < 0.1);
    }

    void noiseIsNotTheDrawing_data()
    {
        QTest::addColumn<bool>("stands");
        QTest::newRow("another in each frame") << false;
        QTest::newRow("one that stands still") << true;
    }
    void noiseIsNotTheDrawing()
    {
        QFETCH(bool, stands);
        // Dots like the drawing's, in other places.
        const auto noise = [&](FrameIndex n) {
            return dotted(100 + (stands ? 0 : unsigned(n)), true);
        };
        const TakeMeasure measure = measureTake(Guide(travelling()), noise, {}, {});
        for (const MotionError& arrow : measure.arrows)
            QVERIFY2(!arrow.isFound(), qPrintable(QString::number(arrow.alike)));
        if (measure.camera)
            QVERIFY2(!measure.camera->isFound(),
                     qPrintable(QString::number(measure.camera->alike)));
        if (stands)
            QVERIFY(!measure.arrows.empty() && measure.camera);
    }

    void aThingThatStaysBehindIsMeasuredInPercent()
    {
        Stage half = travelling();
        half.planes[1].regions[0].motions[0].points = {{0, 0}, kWay / 2};
        const TakeMeasure measure = measured(travelling(), half);
        QCOMPARE(measure.arrows.size(), std::size_t(1));
        // At the end it lacks half the way; on average over an even travel half of that.
        const double lacking = 100 * std::hypot(kWay.x() / 2, kWay.y() / 2 * 9 / 16);
        QVERIFY2(std::abs(measure.arrows[0].worstPercent - lacking) < 0.8,
                 qPrintable(QString::number(measure.arrows[0].worstPercent)));
        QVERIFY2(std::abs(measure.arrows[0].percent - lacking / 2) < 1.0,
                 qPrintable(QString::number(measure.arrows[0].percent)));
        QVERIFY(measure.camera && measure.camera->percent < 0.2);
    }

    void aCameraThatWasNotFollowedIsMeasured()
    {
        Stage wanted = travelling();
        CameraPose end;
        end.position = {0.3, 0, 0};
        wanted.camera = between({}, end);
        const TakeMeasure good = measured(wanted, wanted);
        QVERIFY(good.camera && good.camera->percent < 0.15);
        const TakeMeasure bad = measured(wanted, travelling());
        // The wall, 6 m away, should have gone to the left.
        const double lacking = 100 * kFocal / kWidth * 0.3 / 6;
        QVERIFY(bad.camera);
        QVERIFY2(std::abs(bad.camera->worstPercent - lacking) < 0.8,
                 qPrintable(QString::number(bad.camera->worstPercent)));
    }

    void noiseIsUnsteadyAndTheMoveIsNot()
    {
        const Guide guide(travelling());
        const auto with = [&](int amount) {
            return measureTake(
                guide,
                [&](FrameIndex n) {
                    const Image image = guide.frame(n, kTakeWidth, kTakeHeight, false).picture;
                    return amount > 0 ? noisy(image, unsigned(n) + 1, amount) : image;
                },
                {}, {});
        };
        const TakeMeasure clean = with(0);
        const TakeMeasure shimmering = with(60);
        QVERIFY(clean.warpError && clean.flicker && shimmering.warpError && shimmering.flicker);
        QVERIFY(*shimmering.warpError > 2 * *clean.warpError);
        QVERIFY(*shimmering.flicker > 2 * *clean.flicker);
    }

    void aReferenceIsFoundWhereItIsAndNotWhereItIsNot()
    {
        const Stage stage = travelling();
        const Image picture = Guide(stage).frame(0, kWidth, kHeight, false).picture;
        const int side = 288;
        const Image part = Image::filled(side, side, [&](std::uint8_t* pixels) {
            for (int y = 0; y < side; ++y) {
                std::copy_n(
                    picture.pixel(int(kCentre.x() * kWidth) - side / 2, kHeight / 2 - side / 2 + y),
                    std::size_t(side) * 4, pixels + std::size_t(y) * side * 4);
            }
        });
        const Image other = dotted(77, true);
        const TakeMeasure measure = measured(stage, stageOf(kFrames), {part, other});
        const TakeMeasure with = measured(stage, stage, {part, other});
        QCOMPARE(with.likeness.size(), std::size_t(2));
        QVERIFY(with.likeness[0] > with.likeness[1] + 0.1);
        QVERIFY(measure.likeness[0] < 0.1);
    }

    void nothingToFollowSaysNothing()
    {
        Stage blank = stageOf(5);
        blank.planes.push_back(planeOf(Image::ofColour(320, 180, 200, 200, 200), 5, 5));
        const TakeMeasure measure = measured(blank, blank);
        QVERIFY(measure.arrows.empty());
        QVERIFY(!measure.camera);
    }

    void aTakeThatBreaksOffIsMeasuredUntilThere()
    {
        const Guide guide(travelling());
        const TakeMeasure measure = measureTake(
            guide,
            [&](FrameIndex n) {
                return n < 5 ? guide.frame(n, kTakeWidth, kTakeHeight, false).picture : Image();
            },
            {}, {});
        QVERIFY(measure.camera);
    }
};

QTEST_GUILESS_MAIN(TestTakeMeasure)
#include "tst_takemeasure.moc"
