#include "core/generator/filmframes.h"
#include "core/generator/modelfolder.h"
#include "core/generator/pipeline.h"
#include "core/generator/safetensors.h"
#include "tests/multiplane/stagekit.h"
#include "tests/support/randommodel.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <ATen/ATen.h>
#include <c10/util/Exception.h>

#include <fstream>
#include <map>
#include <set>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

constexpr int kWidth = 160;
constexpr int kHeight = 96;
constexpr int kSteps = 3;

/// What a job sent.
struct Shot {
    std::vector<Image> pictures;
    std::map<std::string, int> given; ///< pictures of each
    std::vector<Progress> progress;
    Result<Summary> summary{Summary{}};
};

Shot shoot(Pipeline& pipeline, const Request& request, std::stop_token stop = {},
           std::function<bool()> wantsToStopHere = {})
{
    Shot shot;
    Hooks hooks;
    hooks.onFrames = [&](FrameIndex first, const std::vector<Image>& chunk) {
        if (first == FrameIndex(shot.pictures.size()))
            shot.pictures.insert(shot.pictures.end(), chunk.begin(), chunk.end());
    };
    hooks.onProgress = [&](const Progress& news) { shot.progress.push_back(news); };
    hooks.onConditioning = [&](const std::string& signal, FrameIndex,
                               const std::vector<Image>& pictures) {
        shot.given[signal] += int(pictures.size());
    };
    hooks.wantsToStopHere = std::move(wantsToStopHere);
    shot.summary = pipeline.run(request, hooks, stop);
    return shot;
}

QByteArray reason(const Shot& shot)
{
    if (shot.summary)
        return {};
    const Error& error = shot.summary.error();
    return QByteArray(errorName(error.code)) + ": " + error.subject.c_str() + ": "
           + error.detail.c_str();
}

int progressOf(const Shot& shot, const std::string& stage)
{
    int count = 0;
    for (const Progress& news : shot.progress)
        count += news.stage == stage ? 1 : 0;
    return count;
}

bool looksLike(const Image& picture)
{
    return picture.width() == kWidth && picture.height() == kHeight
           && picture.pixel(3, 3)[3] == 255;
}

} // namespace

/// Whole takes by tiny models with random weights.
class VideoShootTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string folderOf(const char* recipe)
    {
        const QString folder = m_folder.filePath(QString::fromLatin1(recipe));
        if (QDir(folder).exists())
            return folder.toStdString();
        const auto written =
            test::writeRandomModel(*test::recipeNamed(recipe), {}, folder.toStdString());
        return written ? folder.toStdString() : std::string();
    }

    /// A drawn disc on paper that is carried away, seen by a camera that pans.
    Request request(const char* recipe, FrameIndex frames = 11)
    {
        Request request;
        request.width = kWidth;
        request.height = kHeight;
        request.prompt = "A disc rolls to the right.";
        request.sampling.steps = kSteps;
        request.modelFolder = folderOf(recipe);
        const auto models = modelsIn(request.modelFolder);
        if (models && !models->empty())
            request.model = models->front().id;
        request.stage = stagekit::stageOf(frames);
        CameraPose end;
        end.panRad = 0.1;
        request.stage.camera = stagekit::between({}, end);
        request.stage.planes.push_back(stagekit::planeOf(
            stagekit::discs({{{0.5, 0.5}, 15}}, stagekit::Yellow, true, 320, 192), 5.0, frames));
        request.stage.planes.front().regions.push_back(
            stagekit::moving(stagekit::disc({0.5, 0.5}, 0.2), {{0.5, 0.5}, {0.8, 0.4}}, true));
        return request;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8()); // embeddings
    }

    void everyFamilyShoots_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QStringList>("wanted");
        using namespace Qt::StringLiterals;
        QTest::newRow("text") << QByteArray("tiny-t2v") << QStringList{};
        QTest::newRow("VACE") << QByteArray("tiny-vace")
                              << QStringList{u"control"_s, u"mask"_s, u"reference"_s};
        QTest::newRow("picture") << QByteArray("tiny-i2v") << QStringList{u"start"_s};
        QTest::newRow("two pictures")
            << QByteArray("tiny-flf2v") << QStringList{u"end"_s, u"start"_s};
        QTest::newRow("Fun control")
            << QByteArray("tiny-fun-control") << QStringList{u"control"_s, u"start"_s};
        QTest::newRow("Fun camera")
            << QByteArray("tiny-fun-camera") << QStringList{u"camera"_s, u"start"_s};
    }
    void everyFamilyShoots()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QStringList, wanted);
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, request(recipe));
        QVERIFY2(shot.summary, reason(shot));
        QCOMPARE(shot.summary->frames, 11);
        QCOMPARE(shot.summary->steps, kSteps);
        QCOMPARE(shot.summary->stepsDone, kSteps);
        QVERIFY(shot.summary->peakBytes > 0);
        QCOMPARE(shot.pictures.size(), std::size_t(11));
        for (const Image& picture : shot.pictures)
            QVERIFY(looksLike(picture));
        QStringList shown;
        for (const auto& [signal, pictures] : shot.given)
            shown << QString::fromStdString(signal);
        QCOMPARE(shown, wanted);
        QCOMPARE(progressOf(shot, "sampling"), kSteps + 1);
        QCOMPARE(progressOf(shot, "decoding"), 3 + 1); // 9 frames of the model
        for (const Progress& news : shot.progress)
            if (news.stage == "sampling" && news.done > 0) {
                QVERIFY(news.secondsLeft >= 0);
                QVERIFY(!news.preview.isNull());
            }
    }

    void memoryThatRunsOutEndsOneJob_data()
    {
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isTyped");
        const QByteArray full("CUDA out of memory. Tried to allocate 2.00 GiB");
        const QByteArray lost("CUDA error: unspecified launch failure");
        for (const char* stage : {"conditioning", "sampling", "decoding"}) {
            QTest::addRow("full while %s", stage)
                << QByteArray(stage) << full << int(ErrorCode::OutOfMemory) << true;
            QTest::addRow("lost while %s", stage)
                << QByteArray(stage) << lost << int(ErrorCode::DeviceLost) << false;
        }
    }
    void memoryThatRunsOutEndsOneJob()
    {
        QFETCH(QByteArray, stage);
        QFETCH(QByteArray, what);
        QFETCH(bool, isTyped);
        Pipeline pipeline;
        const Request asked = request("tiny-vace");
        Hooks hooks;
        hooks.onProgress = [&](const Progress& news) {
            if (news.stage != stage.toStdString())
                return;
            if (isTyped)
                C10_THROW_ERROR(OutOfMemoryError, what.toStdString());
            C10_THROW_ERROR(Error, what.toStdString());
        };
        const auto failed = pipeline.run(asked, hooks, {});
        QVERIFY(!failed);
        QTEST(int(failed.error().code), "code");
        QCOMPARE(failed.error().subject, asked.model);
        QVERIFY(failed.error().detail.find(what.toStdString()) != std::string::npos);
        const Shot next = shoot(pipeline, asked);
        QVERIFY2(next.summary, reason(next));
        QCOMPARE(next.pictures.size(), std::size_t(11));
        QVERIFY(next.summary->device.starts_with("cpu"));
    }

    void theSameTextGivesTheSameTake()
    {
        const Request asked = request("tiny-vace");
        Pipeline one;
        Pipeline two;
        const Shot first = shoot(one, asked);
        QVERIFY2(first.summary, reason(first));
        QVERIFY(first.pictures == shoot(two, asked).pictures);
        QVERIFY(first.pictures == shoot(one, asked).pictures); // networks that were kept
        Request other = asked;
        other.seed = 2;
        QVERIFY(first.pictures != shoot(one, other).pictures);
        other = asked;
        other.prompt = "Nothing moves.";
        QVERIFY(first.pictures != shoot(one, other).pictures);
    }

    void everySolverAndLookShoots_data()
    {
        QTest::addColumn<QByteArray>("solver");
        QTest::addColumn<int>("look");
        using conditioning::ControlLook;
        QTest::newRow("dpm++, keep") << QByteArray("dpm++") << int(ControlLook::Keep);
        QTest::newRow("euler, flow") << QByteArray("euler") << int(ControlLook::Flow);
        QTest::newRow("few steps, depth") << QByteArray("few-step") << int(ControlLook::Depth);
        QTest::newRow("renoised, layout")
            << QByteArray("few-step-renoised") << int(ControlLook::Layout);
        QTest::newRow("unipc, gray") << QByteArray("unipc") << int(ControlLook::Gray);
        QTest::newRow("unipc, words only") << QByteArray("unipc") << int(ControlLook::None);
    }
    void everySolverAndLookShoots()
    {
        QFETCH(QByteArray, solver);
        QFETCH(int, look);
        Request asked = request("tiny-vace", 6);
        asked.sampling.solver = solver.toStdString();
        asked.steering.look = conditioning::ControlLook(look);
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, asked);
        QVERIFY2(shot.summary, reason(shot));
        QCOMPARE(shot.pictures.size(), std::size_t(6));
    }

    void theDualClockBeginsAtTheGuide()
    {
        Request asked = request("tiny-vace");
        asked.sampling.steps = 8;
        asked.steering.startSigma = 0.9;
        asked.steering.heldSigma = 0.5;
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, asked);
        QVERIFY2(shot.summary, reason(shot));
        QVERIFY(shot.summary->steps < 8);
        QCOMPARE(shot.summary->stepsDone, shot.summary->steps);
        QVERIFY(shot.given.contains("guide"));
        asked.steering.startSigma = 1;
        QVERIFY(shoot(pipeline, asked).pictures != shot.pictures);
    }

    void conditioningAloneNeedsNoStep()
    {
        Request asked = request("tiny-vace");
        asked.wantsOnlyConditioning = true;
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, asked);
        QVERIFY2(shot.summary, reason(shot));
        QCOMPARE(shot.given.at("control"), 9);
        QCOMPARE(shot.given.at("mask"), 9);
        QVERIFY(shot.pictures.empty());
        QCOMPARE(progressOf(shot, "sampling"), 0);
        QCOMPARE(shot.summary->frames, 0);
    }

    void cancelEndsWithinAStep()
    {
        std::stop_source stop;
        const Request asked = request("tiny-vace");
        Hooks hooks;
        int steps = 0;
        hooks.onFrames = [](FrameIndex, const std::vector<Image>&) { QFAIL("a picture"); };
        hooks.onProgress = [&](const Progress& news) {
            if (news.stage != "sampling")
                return;
            steps = news.done;
            if (news.done == 1)
                stop.request_stop();
        };
        Pipeline pipeline;
        const auto summary = pipeline.run(asked, hooks, stop.get_token());
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Cancelled);
        QCOMPARE(steps, 1);
        QVERIFY(shoot(pipeline, asked).summary); // and the next one is shot
    }

    void cancelWhileDecodingKeepsWhatIsThere()
    {
        std::stop_source stop;
        Hooks hooks;
        int chunks = 0;
        hooks.onFrames = [&](FrameIndex, const std::vector<Image>&) {
            ++chunks;
            stop.request_stop();
        };
        Pipeline pipeline;
        const auto summary = pipeline.run(request("tiny-t2v"), hooks, stop.get_token());
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::Cancelled);
        QCOMPARE(chunks, 1);
    }

    void stopHereIsATake()
    {
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, request("tiny-vace"), {}, [] { return true; });
        QVERIFY2(shot.summary, reason(shot));
        QCOMPARE(shot.summary->stepsDone, 1);
        QCOMPARE(shot.summary->steps, kSteps);
        QCOMPARE(shot.pictures.size(), std::size_t(11));
    }

    void longShotsAreMadeInWindows_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::newRow("held latents") << QByteArray("tiny-t2v");
        QTest::newRow("given frames") << QByteArray("tiny-vace");
        QTest::newRow("the last picture") << QByteArray("tiny-i2v");
    }
    void longShotsAreMadeInWindows()
    {
        QFETCH(QByteArray, recipe);
        Request asked = request(recipe, 150); // 101 frames of the model
        asked.width = 80;
        asked.height = 48;
        asked.sampling.steps = 1;
        asked.sampling.guidance = 1;
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, asked);
        QVERIFY2(shot.summary, reason(shot));
        QCOMPARE(shot.pictures.size(), std::size_t(150));
        QCOMPARE(shot.summary->steps, 2);
        QCOMPARE(progressOf(shot, "sampling"), 4);
    }

    void aGuideOfPicturesConditionsToo()
    {
        Request asked = request("tiny-vace", 6);
        const multiplane::Guide guide(asked.stage);
        for (FrameIndex n = 0; n < 6; ++n)
            asked.guide.push_back(guide.frame(n, 320, 192).picture);
        asked.steering.look = conditioning::ControlLook::Keep;
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, asked);
        QVERIFY2(shot.summary, reason(shot));
        QCOMPARE(shot.pictures.size(), std::size_t(6));
        QCOMPARE(shot.given.at("control"), 5);
        asked.steering.look = conditioning::ControlLook::Depth; // needs planes
        QCOMPARE(shoot(pipeline, asked).summary.error().code, ErrorCode::InvalidArgument);
    }

    void tooLittleMemoryIsRefusedBeforeTheWork()
    {
        Pipeline pipeline(1 << 20);
        const Shot shot = shoot(pipeline, request("tiny-vace"));
        QVERIFY(!shot.summary);
        QCOMPARE(shot.summary.error().code, ErrorCode::OutOfMemory);
        QVERIFY(QByteArray(shot.summary.error().detail.c_str()).contains("GB"));
        QCOMPARE(progressOf(shot, "sampling") + progressOf(shot, "reading"), 0);
    }

    void numbersThatAreNoneEndTheJobAtTheirStep()
    {
        Request asked = request("tiny-t2v");
        const QString folder = m_folder.filePath(QStringLiteral("nan"));
        QVERIFY(QDir().mkpath(folder));
        asked.modelFolder = folder.toStdString();
        for (const QFileInfo& file : QDir(m_folder.filePath(QStringLiteral("tiny-t2v")))
                                         .entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
            if (file.isDir())
                QFile::link(file.absoluteFilePath(), folder + u'/' + file.fileName());
            else
                QVERIFY(QFile::copy(file.absoluteFilePath(), folder + u'/' + file.fileName()));
        poison(folder);
        const auto models = modelsIn(asked.modelFolder);
        QVERIFY(models && !models->empty());
        asked.model = models->front().id;
        Pipeline pipeline;
        const Shot shot = shoot(pipeline, asked);
        QVERIFY(!shot.summary);
        QCOMPARE(shot.summary.error().code, ErrorCode::ModelUnusable);
        QVERIFY2(reason(shot).contains("step 1"), reason(shot));
        QVERIFY(!shot.summary.error().subject.empty());
    }

    void modelsThatCannotBeUsedAreRefused()
    {
        Pipeline pipeline;
        Request asked = request("tiny-vace");
        asked.model = "dreams";
        Shot shot = shoot(pipeline, asked);
        QCOMPARE(shot.summary.error().code, ErrorCode::ModelUnusable);
        asked.modelFolder = m_folder.filePath(QStringLiteral("nowhere")).toStdString();
        QVERIFY(!shoot(pipeline, asked).summary);
        asked.modelFolder.clear();
        QCOMPARE(shoot(pipeline, asked).summary.error().code, ErrorCode::ModelUnusable);
    }

    void framesComeInTheFilmsTimeAndSize()
    {
        const ShotGrid grid{32, 16, 9, {16, 1}, 12, {24, 1}};
        std::vector<Image> shown;
        FilmFrames film(grid, 64, 36, [&](FrameIndex first, const std::vector<Image>& pictures) {
            QCOMPARE(first, FrameIndex(shown.size()));
            shown.insert(shown.end(), pictures.begin(), pictures.end());
        });
        film.begin({{0, 9}, 0}, 0);
        for (int chunk = 0; chunk < 3; ++chunk) {
            const int count = chunk == 0 ? 1 : 4;
            const int first = chunk == 0 ? 0 : 4 * chunk - 3;
            at::Tensor pictures = at::empty({3, count, 16, 32});
            for (int i = 0; i < count; ++i)
                pictures.select(1, i).fill_((first + i) / 4.0 - 1);
            film.add(pictures);
        }
        QCOMPARE(shown.size(), std::size_t(12));
        for (FrameIndex n = 0; n < 12; ++n) {
            QCOMPARE(shown[std::size_t(n)].width(), 64);
            QCOMPARE(shown[std::size_t(n)].height(), 36);
            const double value = double(grid.modelFrameAt(n)) / 8 * 255;
            QVERIFY(std::abs(shown[std::size_t(n)].pixel(20, 20)[1] - value) < 1.01);
        }
    }

    void windowsAreJoinedWithoutASeam()
    {
        // The second window came out darker and flatter by a fifth.
        const ShotGrid grid{16, 16, 21, {16, 1}, 21, {16, 1}};
        std::vector<Image> shown;
        FilmFrames film(grid, 16, 16, [&](FrameIndex, const std::vector<Image>& pictures) {
            shown.insert(shown.end(), pictures.begin(), pictures.end());
        });
        const at::Tensor ramp = at::linspace(-0.8, 0.8, 16).view({1, 1, 1, 16});
        const at::Tensor whole = ramp.expand({3, 13, 16, 16});
        film.begin({{0, 13}, 0}, 5);
        film.add(whole);
        QCOMPARE(shown.size(), std::size_t(8));
        QVERIFY(at::allclose(film.keptBack(), whole.narrow(1, 8, 5)));
        film.begin({{8, 21}, 5}, 0);
        for (int i = 0; i < 13; ++i)
            film.add((whole.narrow(1, i, 1) * 0.85 - 0.05));
        QCOMPARE(shown.size(), std::size_t(21));
        for (const Image& picture : shown)
            for (int x = 0; x < 16; ++x)
                QVERIFY(std::abs(picture.pixel(x, 5)[0] - shown.front().pixel(x, 5)[0]) <= 1);
    }

private:
    /// Makes one number of the network's last layer no number.
    static void poison(const QString& folder)
    {
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.safetensors")})) {
            const std::string path = (folder + u'/' + name).toStdString();
            const auto file = SafetensorsFile::open(path);
            if (!file)
                continue;
            const TensorEntry* entry = file->find("head.head.bias");
            if (!entry)
                continue;
            std::fstream out(path, std::ios::in | std::ios::out | std::ios::binary);
            std::uint64_t header = 0;
            out.read(reinterpret_cast<char*>(&header), 8);
            out.seekp(std::streamoff(8 + header + entry->begin));
            out.write("\xff\xff\xff\x7f", std::streamsize(entry->end - entry->begin < 4 ? 2 : 4));
        }
    }
};

QTEST_GUILESS_MAIN(VideoShootTest)
#include "tst_videoshoot.moc"
