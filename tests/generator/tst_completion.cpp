#include "core/generator/completion.h"
#include "core/generator/pushpull.h"
#include "core/generator/transplant.h"

#include <QElapsedTimer>
#include <QTest>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

using Paint = std::function<Eigen::Vector3d(int, int)>; // colour 0…255 at a pixel

/// An opaque plate where `drawn`, nothing elsewhere.
Image plateOf(int width, int height, const Paint& paint, const std::function<bool(int, int)>& drawn)
{
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x, pixels += 4) {
                const Eigen::Vector3d colour = paint(x, y);
                const bool isDrawn = drawn(x, y);
                for (int c = 0; c < 3; ++c)
                    pixels[c] = isDrawn ? std::uint8_t(std::lround(colour[c])) : 0;
                pixels[3] = isDrawn ? 255 : 0;
            }
        }
    });
}

Mask maskOf(int width, int height, const std::function<bool(int, int)>& inside)
{
    Mask mask{width, height, std::vector<std::uint8_t>(std::size_t(width) * height)};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            mask.values[std::size_t(y) * width + x] = inside(x, y) ? 255 : 0;
    return mask;
}

bool isInHole(int x, int y)
{
    return std::hypot(x - 160, y - 100) < 35;
}
bool isInFrame(int x, int y)
{
    return x >= 40 && x < 280 && y >= 30 && y < 170;
}
bool isDrawn(int x, int y)
{
    return isInFrame(x, y) && !isInHole(x, y);
}

Image completedPlate(const Paint& paint)
{
    return completeBackdrop(plateOf(320, 200, paint, isDrawn), {maskOf(320, 200, isInHole)}, 140,
                            at::kCPU);
}

} // namespace

class CompletionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pushPullKeepsConstantsAndKnownPixels()
    {
        const at::Tensor known =
            at::rand({1, 45, 67}, at::detail::createCPUGenerator(3)).gt(0.7).to(at::kFloat);
        const at::Tensor filled = pushPull(known * 0.37, known);
        QVERIFY((filled - 0.37).abs().max().item<double>() < 1e-5);
        const at::Tensor values = at::rand({3, 45, 67}, at::detail::createCPUGenerator(4));
        const at::Tensor all = pushPull(values * known, known);
        QVERIFY(((all - values) * known).abs().max().item<double>() < 1e-6);
        QVERIFY(all.isfinite().all().item<bool>());
    }

    void pushPullStaysWithinWhatIsKnown()
    {
        at::Tensor known = at::zeros({1, 64, 64});
        known.narrow(2, 0, 2).fill_(1);
        known.narrow(2, 62, 2).fill_(1);
        at::Tensor values = at::zeros({1, 64, 64});
        values.narrow(2, 62, 2).fill_(1);
        const at::Tensor filled = pushPull(values, known)[0];
        QVERIFY(filled.min().item<double>() >= 0 && filled.max().item<double>() <= 1);
        // From dark on the left to light on the right, without a step.
        const at::Tensor row = filled[32];
        QVERIFY(row.diff().min().item<double>() > -0.02);
        QVERIFY(row.diff().max().item<double>() < 0.15);
        QVERIFY(std::abs(row[32].item<double>() - 0.5) < 0.1);
    }

    void nothingKnownGivesNothing()
    {
        const at::Tensor filled = pushPull(at::zeros({3, 7, 5}), at::zeros({1, 7, 5}));
        QVERIFY(filled.eq(0).all().item<bool>());
        const Image empty = Image::ofColour(20, 10, 0, 0, 0, 0);
        QCOMPARE(completeBackdrop(empty, {}, 10, at::kCPU), empty);
    }

    void noHoleIsLeftAndDrawnPixelsStay()
    {
        const Paint busy = [](int x, int y) {
            return Eigen::Vector3d(x * 7 % 256, y * 13 % 256, (x * y) % 256);
        };
        const Image plate = plateOf(320, 200, busy, isDrawn);
        const Image whole = completeBackdrop(plate, {maskOf(320, 200, isInHole)}, 140, at::kCPU);
        QCOMPARE(whole.width(), 320);
        QCOMPARE(whole.height(), 200);
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 320; ++x) {
                QCOMPARE(int(whole.pixel(x, y)[3]), 255);
                if (isDrawn(x, y))
                    QVERIFY(
                        std::equal(plate.pixel(x, y), plate.pixel(x, y) + 4, whole.pixel(x, y)));
            }
        }
    }

    void oneColourStaysOneColour()
    {
        const Image whole = completedPlate([](int, int) { return Eigen::Vector3d(246, 243, 236); });
        for (int y = 0; y < 200; ++y) {
            for (int x = 0; x < 320; ++x) {
                QVERIFY(std::abs(whole.pixel(x, y)[0] - 246) <= 1);
                QVERIFY(std::abs(whole.pixel(x, y)[1] - 243) <= 1);
                QVERIFY(std::abs(whole.pixel(x, y)[2] - 236) <= 1);
            }
        }
    }

    void aGradientGoesOnBehindTheHole()
    {
        const Paint sky = [](int, int y) {
            return Eigen::Vector3d(100 + 0.5 * y, 150, 250 - 0.8 * y);
        };
        const Image whole = completedPlate(sky);
        double worst = 0;
        for (int y = 66; y < 135; ++y)
            for (int x = 126; x < 195; ++x)
                for (int c = 0; c < 3; ++c)
                    worst = std::max(worst, std::abs(whole.pixel(x, y)[c] - sky(x, y)[c]));
        QVERIFY2(worst <= 6, qPrintable(QString::number(worst)));
        // Far beyond the edge the colours are still the sky's, and do not turn grey.
        QVERIFY(std::abs(whole.pixel(4, 100)[0] - sky(0, 100)[0]) < 12);
        QVERIFY(std::abs(whole.pixel(315, 60)[2] - sky(0, 60)[2]) < 12);
    }

    void aHorizonGoesOnBehindTheFigure()
    {
        const Paint drawing = [](int, int y) {
            const double ink = y >= 108 && y < 111 ? 20 : 240;
            return Eigen::Vector3d(ink, ink, ink);
        };
        const Image whole = completedPlate(drawing);
        for (int x = 126; x < 195; ++x) {
            QVERIFY2(whole.pixel(x, 109)[0] < 90, qPrintable(QString::number(x)));
            QVERIFY(whole.pixel(x, 100)[0] > 220);
            QVERIFY(whole.pixel(x, 118)[0] > 220);
        }
    }

    void paperStaysPaperBeyondAnInkDrawing()
    {
        // Ink on a tenth of the paper: a plain average would be a visible grey.
        const Paint hatched = [](int x, int) {
            const double ink = x % 20 < 2 ? 20 : 240;
            return Eigen::Vector3d(ink, ink, ink);
        };
        const Image whole = completeBackdrop(plateOf(320, 200, hatched, isDrawn),
                                             {maskOf(320, 200, isInHole)}, 40, at::kCPU);
        for (int x = 45; x < 275; ++x)
            QVERIFY(whole.pixel(x, 198)[0] >= whole.pixel(x, 168)[0] - 40);
        int sum = 0;
        for (int x = 0; x < 320; ++x)
            sum += whole.pixel(x, 199)[0];
        QVERIFY2(sum / 320 > 225, qPrintable(QString::number(sum / 320)));
    }

    void theEdgeHasNoSeam()
    {
        const Paint waves = [](int x, int y) {
            const double v = 128 + 60 * std::sin(x * 0.05) + 40 * std::cos(y * 0.06);
            return Eigen::Vector3d(v, v, v);
        };
        const Image whole = completedPlate(waves);
        for (int y = 40; y < 160; ++y) {
            QVERIFY(std::abs(whole.pixel(39, y)[0] - whole.pixel(40, y)[0]) <= 6);
            QVERIFY(std::abs(whole.pixel(280, y)[0] - whole.pixel(279, y)[0]) <= 6);
        }
        for (int x = 50; x < 270; ++x) {
            QVERIFY(std::abs(whole.pixel(x, 29)[0] - whole.pixel(x, 30)[0]) <= 6);
            QVERIFY(std::abs(whole.pixel(x, 170)[0] - whole.pixel(x, 169)[0]) <= 6);
        }
    }

    void theSamePlateGivesTheSamePicture()
    {
        const Paint busy = [](int x, int y) {
            return Eigen::Vector3d((x * 31 + y * 17) % 256, x % 256, y % 256);
        };
        QCOMPARE(completedPlate(busy), completedPlate(busy));
    }

    void aFigureIsCompletedOnlyBehindWhatWasLifted()
    {
        // A body (a filled box) with an arm lifted off its right half, reaching beyond it.
        const auto isBody = [](int x, int y) { return x >= 100 && x < 200 && y >= 40 && y < 180; };
        const auto isArm = [](int x, int y) { return x >= 170 && x < 260 && y >= 90 && y < 110; };
        const Paint red = [](int, int) { return Eigen::Vector3d(180, 40, 50); };
        const Image plate =
            plateOf(320, 200, red, [&](int x, int y) { return isBody(x, y) && !isArm(x, y); });
        const Image whole = completeFigure(plate, {maskOf(320, 200, isArm)}, at::kCPU);
        for (int y = 0; y < 200; ++y)
            for (int x = 0; x < 320; ++x)
                if (!isArm(x, y))
                    QVERIFY(
                        std::equal(plate.pixel(x, y), plate.pixel(x, y) + 4, whole.pixel(x, y)));
        for (int y = 92; y < 108; ++y) {
            for (int x = 172; x < 190; ++x) { // behind the arm is the body
                QVERIFY2(
                    whole.pixel(x, y)[3] > 240,
                    qPrintable(QStringLiteral("%1 %2 %3").arg(x).arg(y).arg(whole.pixel(x, y)[3])));
                QVERIFY(std::abs(whole.pixel(x, y)[0] - 180) < 16);
            }
            for (int x = 215; x < 260; ++x) // and beside the body there is nothing
                QVERIFY2(whole.pixel(x, y)[3] < 16, qPrintable(QString::number(x)));
        }
    }

    void backdropsAreOpaqueAndFillTheFrame()
    {
        multiplane::Plane plane;
        plane.picture = Image::ofColour(16, 9, 1, 2, 3);
        QVERIFY(isBackdrop(plane));
        plane.placement = {0.1, 0, 0.9, 1};
        QVERIFY(!isBackdrop(plane));
        plane.placement = {-0.5, -0.5, 2, 2};
        QVERIFY(isBackdrop(plane));
        plane.pinnedToCamera = true;
        QVERIFY(!isBackdrop(plane));
        plane.pinnedToCamera = false;
        plane.opacity = 0.5;
        QVERIFY(!isBackdrop(plane));
        plane.opacity = 1;
        plane.picture = Image::ofColour(16, 9, 1, 2, 3, 128);
        QVERIFY(!isBackdrop(plane));
        plane.picture = {};
        QVERIFY(!isBackdrop(plane));
    }

    void aHoleThatFillsThePlateIsNoTrouble()
    {
        const auto everywhere = [](int, int) { return true; };
        const auto nowhere = [](int, int) { return false; };
        const Paint grey = [](int, int) { return Eigen::Vector3d(100, 100, 100); };
        const Image empty = plateOf(50, 40, grey, nowhere);
        QCOMPARE(completeFigure(empty, {maskOf(50, 40, everywhere)}, at::kCPU), empty);
        const Image corner = plateOf(50, 40, grey, [](int x, int y) { return x < 1 && y < 1; });
        const Image whole = completeBackdrop(corner, {maskOf(50, 40, everywhere)}, 40, at::kCPU);
        QVERIFY(std::abs(whole.pixel(49, 39)[0] - 100) <= 1);
    }

    void hdTakesSeconds()
    {
        const Paint busy = [](int x, int y) {
            return Eigen::Vector3d(x / 4 % 256, y / 3 % 256, (x + y) / 8 % 256);
        };
        const auto hole = [](int x, int y) { return std::hypot(x - 640, y - 360) < 150; };
        const Image plate = plateOf(1280, 720, busy, [&](int x, int y) { return !hole(x, y); });
        QElapsedTimer clock;
        clock.start();
        completeBackdrop(plate, {maskOf(1280, 720, hole)}, 720, at::kCPU);
        QVERIFY2(clock.elapsed() < 20000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "tst_completion.moc"
