#include "core/conditioning/controlvideo.h"
#include "core/conditioning/looks.h"
#include "core/conditioning/picturetensor.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <ATen/ATen.h>

#include <cmath>
#include <vector>

using namespace dollygrip;
using namespace dollygrip::conditioning;

namespace {

constexpr int kWide = 320; // 16:9 and multiples of 16 both
constexpr int kHigh = 176;
constexpr double kAspect = double(kWide) / kHigh;

/// A white sheet at 5 m with a disc in a lifted region that goes 0.25 of the width to the right.
multiplane::Stage movingStage(FrameIndex frames)
{
    multiplane::Stage stage = stagekit::stageOf(frames);
    stage.aspect = kAspect;
    stage.planes.push_back(stagekit::planeOf(
        stagekit::discs({{{0.3, 0.5}, 16}}, stagekit::Cyan, true, kWide, kHigh), 5.0, frames));
    stage.planes.front().regions.push_back(stagekit::moving(
        stagekit::disc({0.3, 0.5}, 0.15, kAspect), {{0.3, 0.5}, {0.55, 0.5}}, true));
    return stage;
}

ControlSignals signalsOf(const multiplane::Stage& stage)
{
    return ControlSignals(MotionPlan{stage, kWide, kHigh});
}

Steering looking(ControlLook look)
{
    Steering steering;
    steering.look = look;
    return steering;
}

VacePictures shown(const ControlSignals& signals, const Steering& steering)
{
    const auto chosen = chosenLook(steering, signals);
    return ControlVideo(signals, steering, chosen.value()).pictures();
}

Image textured(int width, int height)
{
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        std::uint32_t state = 7;
        for (int i = 0; i < width * height; ++i) {
            for (int c = 0; c < 3; ++c) {
                state = state * 1664525U + 1013904223U;
                pixels[i * 4 + c] = std::uint8_t(60 + (i / 3 * (c + 1)) % 90 + (state >> 27));
            }
            pixels[i * 4 + 3] = 255;
        }
    });
}

/// Middle of what is below zero in the first colour, in pixels: x, y, count.
struct Blob {
    double x = 0;
    double y = 0;
    double count = 0;
};
Blob darkOf(const at::Tensor& picture) // [3, H, W]
{
    const at::Tensor places = picture[0].lt(0).nonzero().to(at::kDouble);
    if (places.size(0) == 0)
        return {};
    const at::Tensor middle = places.mean(0) + 0.5;
    return {middle[1].item<double>(), middle[0].item<double>(), double(places.size(0))};
}

} // namespace

class ControlVideoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepGeneratesTheGuidesHolesAndNothingElse()
    {
        const auto stage = movingStage(9);
        const auto signals = signalsOf(stage);
        const VacePictures pictures = shown(signals, looking(ControlLook::Keep));
        QCOMPARE(pictures.video.sizes().vec(), (std::vector<int64_t>{3, 9, kHigh, kWide}));
        QCOMPARE(pictures.mask.sizes().vec(), (std::vector<int64_t>{1, 9, kHigh, kWide}));
        QVERIFY(pictures.references.empty());
        const multiplane::Guide guide(stage);
        for (FrameIndex n = 0; n < 9; ++n) {
            const auto frame = guide.frame(n, kWide, kHigh);
            int different = 0;
            double holes = 0;
            for (int y = 0; y < kHigh; ++y) {
                for (int x = 0; x < kWide; ++x) {
                    bool near = false; // 176 rows: a margin of one pixel
                    for (int j = std::max(0, y - 1); j <= std::min(kHigh - 1, y + 1); ++j)
                        for (int i = std::max(0, x - 1); i <= std::min(kWide - 1, x + 1); ++i)
                            near |= frame.hole.at(i, j) >= 128;
                    holes += near;
                    different += (pictures.mask.index({0, n, y, x}).item<float>() > 0.5F) != near;
                }
                y += 6; // every seventh row is enough
            }
            QCOMPARE(different, 0);
            QCOMPARE(holes > 0, n > 0);
        }
        // Known pixels are the guide's, unknown ones the middle grey.
        const auto raw = signals.pictures({0, 9});
        QVERIFY(pictures.video.equal(raw.guide * (1 - pictures.mask)));
        QVERIFY((pictures.mask.eq(0) | pictures.mask.eq(1)).all().item<bool>());
    }

    void layoutMovesWithTheRegion()
    {
        const auto signals = signalsOf(movingStage(9));
        Steering steering = looking(ControlLook::Layout);
        const VacePictures outlined = shown(signals, steering);
        steering.whiteOnBlackLayout = true;
        const VacePictures filled = shown(signals, steering);
        QVERIFY(outlined.mask.eq(1).all().item<bool>());
        const double area = std::acos(-1.0) * std::pow(0.15 * kHigh, 2);
        for (FrameIndex n = 0; n < 9; ++n) {
            const double expectedX = (0.3 + 0.25 * double(n) / 8) * kWide;
            const Blob outline = darkOf(outlined.video.select(1, n));
            const Blob shape = darkOf(-filled.video.select(1, n));
            QVERIFY(std::abs(outline.x - expectedX) < 0.3);
            QVERIFY(std::abs(outline.y - kHigh / 2.0) < 0.3);
            QVERIFY(std::abs(shape.x - expectedX) < 0.2);
            QVERIFY(std::abs(shape.count / area - 1) < 0.02);
            QVERIFY(outline.count < shape.count / 2);
        }
    }

    void layoutFollowsWhatIsDrawnInALooseRegion_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("lifted");
        QTest::newRow("a filled figure") << 0 << true;
        QTest::newRow("an outline") << 1 << true;
        QTest::newRow("an outline with a gap") << 2 << true;
        QTest::newRow("a figure on a bending sheet") << 0 << false;
    }
    void layoutFollowsWhatIsDrawnInALooseRegion()
    {
        QFETCH(int, kind);
        QFETCH(bool, lifted);
        constexpr double kRadius = 60; // of 352 rows
        const int width = kWide * 2;
        const int height = kHigh * 2;
        const Image figure = Image::filled(width, height, [&](std::uint8_t* pixels) {
            std::fill(pixels, pixels + std::size_t(width) * height * 4, 0);
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x) {
                    const double away = std::hypot(x + 0.5 - 0.3 * width, y + 0.5 - 0.5 * height);
                    const bool isGap = kind == 2 && std::abs(y - height / 2) < 3 && x > 0.3 * width;
                    if (away < kRadius && (kind == 0 || (away > kRadius - 4 && !isGap)))
                        pixels[(y * width + x) * 4 + 3] = 255;
                }
            }
        });
        auto stage = movingStage(5);
        stage.planes.push_back(stagekit::planeOf(figure, 5, 5));
        Region loose;
        loose.outlines = {{{0.02, 0.05}, {0.6, 0.05}, {0.6, 0.95}, {0.02, 0.95}}};
        stage.planes.back().regions.push_back(
            stagekit::moving(loose, {{0.3, 0.5}, {0.55, 0.5}}, lifted));
        stage.planes.front().regions.clear();
        const auto signals = signalsOf(stage);
        const double area = std::acos(-1.0) * kRadius * kRadius / 4;
        for (const FrameIndex n : {0, 4}) {
            const Blob shape = darkOf(
                -(signals.regionsAt(n, signals.movingRegions()) * 2 - 1).expand({3, -1, -1}));
            QVERIFY(std::abs(shape.x - (0.3 + (n == 4 ? 0.25 : 0)) * kWide) < 0.6);
            QVERIFY(std::abs(shape.y - kHigh / 2.0) < 0.6);
            QVERIFY2(std::abs(shape.count / area - 1) < 0.04,
                     qPrintable(QString::number(shape.count / area)));
        }
    }

    void aMovedBackdropIsNoFigure()
    {
        auto stage = movingStage(5);
        Region all;
        all.outlines = {{{-0.5, -0.5}, {1.5, -0.5}, {1.5, 1.5}, {-0.5, 1.5}}};
        stage.planes.front().regions.insert(
            stage.planes.front().regions.begin(),
            stagekit::moving(all, {{0.5, 0.5}, {0.45, 0.5}}, false));
        const auto signals = signalsOf(stage);
        QCOMPARE(signals.movingRegions(), (std::vector<int>{0, 1}));
        QCOMPARE(signals.movingFigures(), std::vector<int>{1});
        stage.planes.front().regions.pop_back();
        QCOMPARE(signalsOf(stage).movingFigures(), std::vector<int>{0}); // nothing else moves
    }

    void anEmptyRegionIsAllOfItself()
    {
        auto stage = movingStage(3);
        stage.planes.push_back(stagekit::planeOf(
            stagekit::discs({{{0.9, 0.1}, 6}}, stagekit::Cyan, false, kWide, kHigh), 5, 3));
        std::swap(stage.planes[1].regions, stage.planes[0].regions); // a disc where nothing is
        const auto signals = signalsOf(stage);
        const Blob shape =
            darkOf(-(signals.regionsAt(0, signals.movingRegions()) * 2 - 1).expand({3, -1, -1}));
        const double area = std::acos(-1.0) * std::pow(0.15 * kHigh, 2);
        QVERIFY(std::abs(shape.count / area - 1) < 0.02);
    }

    void regionsOfABentPlaneAndAMovingCameraArePlacedExactly()
    {
        CameraPose end;
        end.position.x() = 0.3;
        auto stage = movingStage(5);
        stage.camera = stagekit::between({}, end);
        stage.planes.front().regions.front().lifted = false; // bends the sheet
        const auto signals = signalsOf(stage);
        const multiplane::Guide guide(stage);
        for (FrameIndex n = 0; n < 5; ++n) {
            const Blob shape = darkOf(
                -(signals.regionsAt(n, signals.movingRegions()) * 2 - 1).expand({3, -1, -1}));
            const auto middle = guide.follow(0, {0.3, 0.5}, n);
            QVERIFY(middle);
            QVERIFY2(std::abs(shape.x - middle->x() * kWide) < 1.0, qPrintable(QString::number(n)));
            QVERIFY(std::abs(shape.y - middle->y() * kHigh) < 0.5);
        }
        QCOMPARE(signals.movingRegions(), std::vector<int>{0});
    }

    void flowIsTheWheelOfTheExactMotion()
    {
        const auto stage = movingStage(9);
        const auto signals = signalsOf(stage);
        const VacePictures pictures = shown(signals, looking(ControlLook::Flow));
        QVERIFY(pictures.video.select(1, 0).equal(pictures.video.select(1, 1))); // the first twice
        const multiplane::Guide guide(stage);
        for (FrameIndex n = 1; n < 9; ++n) {
            const auto flow = guide.flow(n - 1, n, kWide, kHigh);
            const auto x = std::int64_t((0.3 + 0.25 * double(n - 1) / 8) * kWide);
            const std::size_t pixel = (std::size_t(kHigh / 2) * kWide + std::size_t(x)) * 2;
            QVERIFY(std::abs(flow.dxdy[pixel] - 0.25 / 8 * kWide) < 0.01);
            // To the right at the frame's greatest length: the wheel's first colour.
            QVERIFY(pictures.video.index({0, n, kHigh / 2, x}).item<double>() > 0.99);
            QVERIFY(pictures.video.index({1, n, kHigh / 2, x}).item<double>() < -0.9);
            QVERIFY(pictures.video.index({1, n, 4, 4}).item<double>() > 0.98); // still: white
        }
    }

    void depthOrdersThePlanesByTheirDistance()
    {
        auto stage = movingStage(3);
        stage.planes.front().depthM = 8;
        const auto near =
            stagekit::discs({{{0.8, 0.5}, 20}}, stagekit::Magenta, false, kWide, kHigh);
        const auto middle =
            stagekit::discs({{{0.8, 0.2}, 20}}, stagekit::Yellow, false, kWide, kHigh);
        stage.planes.push_back(stagekit::planeOf(middle, 4, 3));
        stage.planes.push_back(stagekit::planeOf(near, 2, 3));
        const auto signals = signalsOf(stage);
        const at::Tensor nearness = signals.nearness(0);
        const auto metres = [&](double x, double y) {
            return 1.0
                   / nearness.index({0, std::int64_t(y * kHigh), std::int64_t(x * kWide)})
                         .item<double>();
        };
        QVERIFY(std::abs(metres(0.5, 0.9) - 8) < 1e-4);
        QVERIFY(std::abs(metres(0.8, 0.2) - 4) < 1e-4);
        QVERIFY(std::abs(metres(0.8, 0.5) - 2) < 1e-4);
        const VacePictures pictures = shown(signals, looking(ControlLook::Depth));
        const at::Tensor first = pictures.video.select(1, 0);
        QCOMPARE(first.index({0, int(0.5 * kHigh), int(0.8 * kWide)}).item<double>(), 1.0);
        QCOMPARE(first.index({0, int(0.9 * kHigh), int(0.5 * kWide)}).item<double>(), -1.0);
        const double third = first.index({0, int(0.2 * kHigh), int(0.8 * kWide)}).item<double>();
        QVERIFY(std::abs((third + 1) * 127.5 - 85) <= 1.0);
    }

    void nearnessFollowsTheCamera()
    {
        CameraPose end;
        end.position.z() = 3; // a dolly from 5 m to 2 m
        auto stage = movingStage(2);
        stage.camera = stagekit::between({}, end);
        CameraPose turned;
        turned.panRad = 0.3;
        const auto signals = signalsOf(stage);
        const auto at = [&](const ControlSignals& shot, FrameIndex n, int x) {
            return 1.0 / shot.nearness(n).index({0, kHigh / 2, x}).item<double>();
        };
        QVERIFY(std::abs(at(signals, 0, 300) - 5) < 1e-4);
        QVERIFY(std::abs(at(signals, 1, 300) - 2) < 1e-4);
        stage.camera = stagekit::between({}, turned);
        const auto panned = signalsOf(stage);
        // 5 m along z; at the pixel's ray (after the turn) z = cos(pan) - x/f sin(pan).
        const double focal = 35.0 / 24.89 * kWide;
        for (const int x : {40, 160}) {
            const double ray = (x + 0.5 - kWide / 2.0) / focal;
            const double expected = 5.0 / (std::cos(0.3) - ray * std::sin(0.3));
            QVERIFY(std::abs(at(panned, 1, x) - expected) < 1e-3);
        }
    }

    void nothingIsToldButWhatIsGiven()
    {
        auto stage = movingStage(9);
        stage.planes.front().visible = {0, 5};
        auto second = stagekit::planeOf(textured(kWide, kHigh), 5, 9);
        second.visible = {5, 9};
        stage.planes.push_back(second);
        const auto signals = signalsOf(stage);
        Steering steering = looking(ControlLook::None);
        VacePictures pictures = shown(signals, steering);
        QVERIFY(pictures.video.eq(0).all().item<bool>());
        QVERIFY(pictures.mask.eq(1).all().item<bool>());

        steering.givesFirstPanel = steering.givesLastPanel = true;
        pictures = shown(signals, steering);
        const auto raw = signals.pictures({0, 9});
        for (FrameIndex n = 0; n < 9; ++n) {
            const bool given = n == 0 || n == 8;
            QVERIFY(pictures.mask.select(1, n).eq(given ? 0 : 1).all().item<bool>());
            QVERIFY(pictures.video.select(1, n).equal(given ? raw.guide.select(1, n)
                                                            : at::zeros({3, kHigh, kWide})));
        }
        steering = looking(ControlLook::Gray);
        steering.givesKeyPanels = true;
        const ControlVideo keyed(signals, steering, *chosenLook(steering, signals));
        QCOMPARE(keyed.givenFrames(), (std::vector<FrameIndex>{0, 5}));
        pictures = keyed.pictures({4, 7});
        QVERIFY(pictures.mask.select(1, 0).eq(1).all().item<bool>());
        QVERIFY(pictures.mask.select(1, 1).eq(0).all().item<bool>());
        QVERIFY(pictures.video.select(1, 1).equal(raw.guide.select(1, 5)));
        QVERIFY(pictures.video.select(1, 0).equal(grayLook(raw.guide.select(1, 4))));

        giveFrames(pictures, raw.guide.narrow(1, 0, 2), 1);
        QVERIFY(pictures.video.narrow(1, 1, 2).equal(raw.guide.narrow(1, 0, 2)));
        QVERIFY(pictures.mask.narrow(1, 1, 2).eq(0).all().item<bool>());
    }

    void aDrawingBecomesItsLinesAndAReference()
    {
        const auto signals = signalsOf(movingStage(5));
        Steering steering;
        auto chosen = chosenLook(steering, signals);
        QVERIFY(chosen);
        QCOMPARE(chosen->look, ControlLook::Scribble);
        QVERIFY(chosen->isDrawing);
        const ControlVideo video(signals, steering, *chosen);
        const auto pictures = video.pictures();
        QVERIFY(pictures.mask.eq(1).all().item<bool>());
        QCOMPARE(pictures.references.size(), std::size_t(1));
        const at::Tensor first = signals.frame(0).guide;
        QVERIFY((pictures.references[0].select(1, 0) - first).abs().max().item<double>() < 0.004);
        QVERIFY(pictures.video.select(1, 3).equal(lineArt(signals.frame(3).guide)));

        steering.givesFirstPanel = true; // says it already
        chosen = chosenLook(steering, signals);
        QVERIFY(chosen->reference.isNull());
    }

    void aPhotoIsKept()
    {
        multiplane::Stage stage = stagekit::stageOf(3);
        stage.planes.push_back(stagekit::planeOf(textured(kWide, kHigh), 5, 3));
        const auto signals = signalsOf(stage);
        auto chosen = chosenLook(Steering(), signals);
        QCOMPARE(chosen->look, ControlLook::Keep);
        QVERIFY(chosen->reference.isNull());
        chosen = chosenLook(looking(ControlLook::Scribble), signals);
        QVERIFY(!chosen->isDrawing);
        const ControlVideo video(signals, looking(ControlLook::Scribble), *chosen);
        QVERIFY(video.lookAt(1).equal(pencilEdges(signals.frame(1).guide)));
    }

    void theCastStandsInFrontOnWhite()
    {
        const auto signals = signalsOf(movingStage(5));
        Steering steering = looking(ControlLook::Gray);
        steering.references = {{"ANNA", Image::ofColour(40, 40, 0, 0, 255)},
                               {"nobody", Image()},
                               {"BEN", Image::ofColour(kWide, kHigh, 255, 0, 0, 0)}};
        const auto pictures = shown(signals, steering);
        QCOMPARE(pictures.references.size(), std::size_t(2));
        for (const at::Tensor& reference : pictures.references)
            QCOMPARE(reference.sizes().vec(), (std::vector<int64_t>{3, 1, kHigh, kWide}));
        const at::Tensor anna = pictures.references[0].select(1, 0);
        QCOMPARE(anna.index({0, kHigh / 2, kWide / 2}).item<double>(), -1.0);
        QCOMPARE(anna.index({2, kHigh / 2, kWide / 2}).item<double>(), 1.0);
        QCOMPARE(anna.index({0, kHigh / 2, 2}).item<double>(), 1.0);
        QVERIFY(pictures.references[1].eq(1).all().item<bool>()); // transparent: paper
    }

    void playedPicturesServeAsWell()
    {
        const auto stage = movingStage(9);
        const multiplane::Guide guide(stage);
        std::vector<Image> played;
        for (FrameIndex n = 0; n < 9; ++n) {
            const auto frame = guide.frame(n, kWide, kHigh);
            played.push_back(Image::filled(kWide, kHigh, [&](std::uint8_t* pixels) {
                for (int i = 0; i < kWide * kHigh; ++i) { // holes become transparent
                    const bool open = frame.hole.values[std::size_t(i)] >= 128;
                    for (int c = 0; c < 4; ++c)
                        pixels[i * 4 + c] = open ? 0 : frame.picture.pixels()[i * 4 + c];
                }
            }));
        }
        const ControlSignals bare(played, stage, kWide, kHigh);
        const auto signals = signalsOf(stage);
        QVERIFY(!bare.playsStage());
        QCOMPARE(bare.frames(), FrameIndex(9));
        const auto kept = shown(bare, looking(ControlLook::Keep));
        const auto expected = shown(signals, looking(ControlLook::Keep));
        QVERIFY(kept.mask.equal(expected.mask));
        QVERIFY((kept.video - expected.video).abs().max().item<double>() < 1e-5);
        QCOMPARE(chosenLook(Steering(), bare)->look, ControlLook::Scribble);
        for (const ControlLook look :
             {ControlLook::Flow, ControlLook::Layout, ControlLook::Depth}) {
            const auto refused = chosenLook(looking(look), bare);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        }
        const ControlSignals smaller(played, stage, 160, 96);
        QCOMPARE(smaller.frame(2).guide.sizes().vec(), (std::vector<int64_t>{3, 96, 160}));
    }

    void layoutWithoutMotionTellsNothing()
    {
        auto stage = movingStage(3);
        stage.planes.front().regions.clear();
        const auto signals = signalsOf(stage);
        QCOMPARE(chosenLook(looking(ControlLook::Layout), signals)->look, ControlLook::None);
    }

    void aRangeIsAPartOfTheWhole_data()
    {
        QTest::addColumn<int>("look");
        QTest::newRow("keep") << int(ControlLook::Keep);
        QTest::newRow("scribble") << int(ControlLook::Scribble);
        QTest::newRow("flow") << int(ControlLook::Flow);
        QTest::newRow("layout") << int(ControlLook::Layout);
        QTest::newRow("gray") << int(ControlLook::Gray);
        QTest::newRow("depth") << int(ControlLook::Depth);
    }
    void aRangeIsAPartOfTheWhole()
    {
        QFETCH(int, look);
        const auto signals = signalsOf(movingStage(9));
        const Steering steering = looking(ControlLook(look));
        const ControlVideo video(signals, steering, *chosenLook(steering, signals));
        const auto all = video.pictures();
        const auto part = video.pictures({3, 6});
        QVERIFY(part.video.equal(all.video.narrow(1, 3, 3)));
        QVERIFY(part.mask.equal(all.mask.narrow(1, 3, 3)));
        QVERIFY(all.video.le(1).all().item<bool>() && all.video.ge(-1).all().item<bool>());
    }
};

QTEST_GUILESS_MAIN(ControlVideoTest)
#include "tst_controlvideo.moc"
