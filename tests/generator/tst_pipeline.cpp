#include "core/generator/blas.h"
#include "core/generator/device.h"
#include "core/generator/pipeline.h"
#include "tests/multiplane/stagekit.h"

#include <QTest>

#include <set>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

constexpr int kFrames = 11;
constexpr int kSmallWidth = 192;
constexpr int kSmallHeight = 108;

/// A sheet whose disc is lifted and carried away while the camera pans off its edge. The paper
/// that shows where nothing is drawn is a colour that nobody drew.
Request request()
{
    Request request;
    request.width = kSmallWidth;
    request.height = kSmallHeight;
    request.stage = stagekit::stageOf(kFrames);
    request.stage.paper[0] = 255;
    request.stage.paper[1] = 0;
    request.stage.paper[2] = 255;
    CameraPose end;
    end.panRad = 0.2;
    end.position = {0.2, 0, 0.3};
    request.stage.camera = stagekit::between({}, end);
    request.stage.planes.push_back(stagekit::planeOf(
        stagekit::discs({{{0.5, 0.5}, 15}}, stagekit::Yellow, true, kSmallWidth, kSmallHeight), 5.0,
        kFrames));
    request.stage.planes.front().regions.push_back(
        stagekit::moving(stagekit::disc({0.5, 0.5}, 0.2), {{0.5, 0.5}, {0.1, 0.4}}, true));
    request.stage.planes.push_back(stagekit::planeOf(
        stagekit::discs({{{0.3, 0.6}, 10}}, stagekit::Cyan, false, kSmallWidth, kSmallHeight), 3.0,
        kFrames));
    return request;
}

int paperPixels(const Image& picture)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const std::uint8_t* p = picture.pixel(x, y);
            count += p[0] > 200 && p[1] < 120 && p[2] > 200 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class PipelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStageItselfHasHoles()
    {
        // Otherwise the next test would prove nothing.
        const multiplane::Guide guide(request().stage);
        QVERIFY(paperPixels(guide.frame(kFrames - 1, kSmallWidth, kSmallHeight).picture) > 500);
    }

    void aTakeHasAllItsFramesAndNoHole()
    {
        std::vector<Image> pictures;
        std::vector<Progress> progress;
        Hooks hooks;
        hooks.onFrames = [&](FrameIndex first, const std::vector<Image>& chunk) {
            QCOMPARE(first, FrameIndex(pictures.size()));
            pictures.insert(pictures.end(), chunk.begin(), chunk.end());
        };
        hooks.onProgress = [&](const Progress& news) { progress.push_back(news); };
        Pipeline pipeline;
        const auto summary = pipeline.run(request(), hooks, {});
        QVERIFY2(summary, summary ? "" : summary.error().detail.c_str());
        QCOMPARE(summary->frames, kFrames);
        QVERIFY(summary->seconds > 0);
        QVERIFY(!summary->device.empty());
        QCOMPARE(pictures.size(), std::size_t(kFrames));
        for (const Image& picture : pictures) {
            QCOMPARE(picture.width(), kSmallWidth);
            QCOMPARE(picture.height(), kSmallHeight);
            QCOMPARE(paperPixels(picture), 0);
        }
        std::set<std::string> stages;
        for (const Progress& news : progress)
            stages.insert(news.stage);
        QCOMPARE(stages, (std::set<std::string>{"completing", "composing"}));
        QCOMPARE(progress.back().done, kFrames);
        QCOMPARE(progress.back().total, kFrames);
        QVERIFY(progress.back().secondsLeft >= 0 && progress.back().secondsLeft < 1);
        QVERIFY(!progress.back().preview.isNull());
    }

    void theSameRequestGivesTheSameTake()
    {
        const auto shoot = [] {
            std::vector<Image> pictures;
            Hooks hooks;
            hooks.onFrames = [&](FrameIndex, const std::vector<Image>& chunk) {
                pictures.insert(pictures.end(), chunk.begin(), chunk.end());
            };
            Pipeline pipeline;
            return pipeline.run(request(), hooks, {}) ? pictures : std::vector<Image>();
        };
        const auto first = shoot();
        QCOMPARE(first.size(), std::size_t(kFrames));
        QVERIFY(first == shoot());
    }

    void cancelMidWayStopsAtOnce()
    {
        std::stop_source stop;
        int chunks = 0;
        Hooks hooks;
        hooks.onFrames = [&](FrameIndex, const std::vector<Image>&) {
            ++chunks;
            stop.request_stop();
        };
        Pipeline pipeline;
        const auto summary = pipeline.run(request(), hooks, stop.get_token());
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Cancelled);
        QCOMPARE(chunks, 1);
    }

    void cancelBeforeTheStartMakesNoPicture()
    {
        std::stop_source stop;
        stop.request_stop();
        Hooks hooks;
        hooks.onFrames = [](FrameIndex, const std::vector<Image>&) { QFAIL("a picture"); };
        Pipeline pipeline;
        const auto summary = pipeline.run(request(), hooks, stop.get_token());
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    }

    void tooLittleMemoryIsRefusedBeforeTheWork()
    {
        Pipeline pipeline(1 << 20);
        Request large = request();
        large.width = 3840;
        large.height = 2160;
        const auto summary = pipeline.run(large, {}, {});
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::OutOfMemory);
        QVERIFY(QByteArray(summary.error().detail.c_str()).contains("GB"));
    }

    void requestsWithoutSenseAreRefused_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("frames");
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("code");
        const QString completion = QStringLiteral("completion");
        QTest::newRow("odd") << 191 << 4 << completion << int(ErrorCode::InvalidArgument);
        QTest::newRow("nothing") << 0 << 4 << completion << int(ErrorCode::InvalidArgument);
        QTest::newRow("huge") << 30000 << 4 << completion << int(ErrorCode::InvalidArgument);
        QTest::newRow("no frames") << 192 << 0 << completion << int(ErrorCode::InvalidArgument);
        QTest::newRow("no model") << 192 << 4 << QStringLiteral("dreams")
                                  << int(ErrorCode::ModelUnusable);
    }
    void requestsWithoutSenseAreRefused()
    {
        QFETCH(int, width);
        QFETCH(int, frames);
        QFETCH(QString, model);
        QFETCH(int, code);
        Request bad = request();
        bad.width = width;
        bad.stage.frames = frames;
        bad.model = model.toStdString();
        Pipeline pipeline;
        const auto summary = pipeline.run(bad, {}, {});
        QVERIFY(!summary);
        QCOMPARE(int(summary.error().code), code);
    }

    void aStageWithoutPlanesIsPaper()
    {
        Request empty = request();
        empty.stage.planes.clear();
        int pictures = 0;
        Hooks hooks;
        hooks.onFrames = [&](FrameIndex, const std::vector<Image>& chunk) {
            pictures += int(chunk.size());
            QCOMPARE(paperPixels(chunk.front()), kSmallWidth * kSmallHeight);
        };
        Pipeline pipeline;
        QVERIFY(pipeline.run(empty, hooks, {}));
        QCOMPARE(pictures, kFrames);
    }

    void aGuideOfPicturesIsCompletedAsItIs()
    {
        Request guided = request();
        const multiplane::Guide guide(guided.stage);
        for (FrameIndex n = 0; n < 3; ++n) {
            const auto frame = guide.frame(kFrames - 1 - n, kSmallWidth, kSmallHeight);
            guided.guide.push_back(
                Image::filled(kSmallWidth, kSmallHeight, [&](std::uint8_t* pixels) {
                    for (int i = 0; i < kSmallWidth * kSmallHeight; ++i)
                        for (int c = 0; c < 4; ++c)
                            pixels[4 * i + c] = frame.hole.values[std::size_t(i)] > 127
                                                    ? 0
                                                    : frame.picture.pixels()[4 * i + c];
                }));
        }
        int pictures = 0;
        Hooks hooks;
        hooks.onFrames = [&](FrameIndex, const std::vector<Image>& chunk) {
            for (const Image& picture : chunk) {
                QCOMPARE(picture.pixel(kSmallWidth - 1, 50)[3], std::uint8_t(255));
                QVERIFY(paperPixels(picture) < 60); // rims of half drawn pixels may remain
                ++pictures;
            }
        };
        Pipeline pipeline;
        const auto summary = pipeline.run(guided, hooks, {});
        QVERIFY(summary);
        QCOMPARE(summary->frames, 3);
        QCOMPARE(pictures, 3);
    }

    void theRunnerWorksInTheQueue()
    {
        std::atomic<int> frames = 0;
        std::atomic<bool> isDone = false;
        JobQueue queue(pipelineRunner());
        for (int job = 0; job < 2; ++job) {
            JobHooks hooks;
            hooks.hooks.onFrames = [&](FrameIndex, const std::vector<Image>& chunk) {
                frames += int(chunk.size());
            };
            hooks.onFinished = [&](const Result<Summary>& summary) {
                isDone = summary.has_value();
            };
            Request final = request();
            final.quality = Quality::Final;
            queue.submit(final, "1A", hooks);
        }
        QTRY_COMPARE(frames.load(), 2 * kFrames);
        QTRY_VERIFY(isDone.load());
    }

    void theEngineKnowsItself()
    {
        const EngineInfo info = engineInfo();
        QVERIFY(!info.torch.empty());
        QVERIFY(!info.blas.empty());
        QVERIFY(!info.device.empty());
        QCOMPARE(info.threads, usableProcessors());
        QVERIFY(info.threads >= 1);
    }

    void blasIsNamedByItsFile_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isSlow");
        QTest::newRow("Debian's OpenBLAS")
            << QByteArray("/usr/lib/x86_64-linux-gnu/openblas-openmp/libopenblasp-r0.3.21.so")
            << QByteArray("OpenBLAS 0.3.21 (openmp)") << false;
        QTest::newRow("OpenBLAS with pthreads")
            << QByteArray("/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblasp-r0.3.29.so")
            << QByteArray("OpenBLAS 0.3.29 (pthread)") << false;
        QTest::newRow("reference") << QByteArray("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0")
                                   << QByteArray("reference BLAS (slow)") << true;
        QTest::newRow("MKL") << QByteArray("/opt/intel/libmkl_core.so.2") << QByteArray("MKL")
                             << false;
        QTest::newRow("none") << QByteArray("/usr/lib/libc.so.6") << QByteArray("inside LibTorch")
                              << false;
    }
    void blasIsNamedByItsFile()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, name);
        QFETCH(bool, isSlow);
        const QByteArray maps = "7f00-7f01 r-xp 0 08:01 12  /usr/lib/libm.so.6\n7f02-7f03 r-xp 0 "
                                "08:01 13   "
                                + path + "\n7ffc-7ffd rw-p 0 00:00 0   [stack]\n";
        const Blas blas = blasInMaps(maps.toStdString());
        QCOMPARE(QByteArray(blas.name.c_str()), name);
        QCOMPARE(blas.isSlow, isSlow);
    }

    void memoryIsChecked()
    {
        QVERIFY(checkMemory(100, 0)); // unknown
        QVERIFY(checkMemory(100, 100));
        const auto refused = checkMemory(3'200'000'000, 1'100'000'000);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OutOfMemory);
        QCOMPARE(QByteArray(refused.error().detail.c_str()),
                 QByteArray("needs about 3.2 GB, 1.1 GB are free"));
        QVERIFY(availableMemory() > 1 << 20);
        const Request small = request();
        QVERIFY(memoryEstimate(small, 216, 8) > memoryEstimate(small, 108, 8));
    }
};

QTEST_GUILESS_MAIN(PipelineTest)
#include "tst_pipeline.moc"
