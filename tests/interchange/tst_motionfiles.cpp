#include "core/interchange/motion/motionformats.h"
#include "core/interchange/motion/npy.h"
#include "core/interchange/motion/shotmotion.h"
#include "core/interchange/motion/ziparchive.h"
#include "tests/generator/pthwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace dollygrip;
using namespace dollygrip::interchange;

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 360;

/// A still wall, a disc on it that travels to the right, a camera that pans and trucks.
multiplane::Stage stage(FrameIndex frames = 49)
{
    multiplane::Stage stage;
    stage.frames = frames;
    multiplane::Plane plane;
    plane.picture = Image::ofColour(64, 36, 90, 120, 150);
    plane.visible = {0, frames};
    multiplane::PlaneRegion region;
    region.region.strokes.push_back({{{0.3, 0.5}, {0.35, 0.55}}, 0.06, false});
    MotionPath path;
    path.points = {{0.3, 0.5}, {0.5, 0.5}};
    region.motions.push_back(path);
    plane.regions.push_back(region);
    stage.planes.push_back(plane);
    CameraPose end;
    end.position = {0.4, 0, 0.2};
    end.panRad = 0.1;
    stage.camera.keys = {{0, {}, Ease::None}, {1, end, Ease::None}};
    return stage;
}

std::string path(const QTemporaryDir& folder, const MotionFormat& format)
{
    return folder
        .filePath(QStringLiteral("motion.") + QString::fromStdString(std::string(format.suffix)))
        .toStdString();
}

std::string pickled(const std::string& opcodes)
{
    return zipped({{"a/data.pkl", opcodes}, {"a/version", "3\n"}});
}

NamedFiles one(std::string content)
{
    return {{"file", std::move(content)}};
}

} // namespace

class TestMotionFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFormatReadsWhatItWrote_data()
    {
        QTest::addColumn<QString>("id");
        for (const MotionFormat& format : motionFormats())
            QTest::newRow(std::string(format.id).c_str())
                << QString::fromStdString(std::string(format.id));
    }
    void everyFormatReadsWhatItWrote()
    {
        QFETCH(QString, id);
        const MotionFormat* format = motionFormat(id.toStdString());
        QVERIFY(format);
        QVERIFY(!format->lost.empty());
        static const MotionFile shot = shotMotion(stage(), kWidth, kHeight);
        QTemporaryDir folder;
        const std::string place = path(folder, *format);
        QVERIFY(writeMotion(*format, shot, place).has_value());
        const auto read = readMotion(*format, place);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        if (format->frames > 0)
            QCOMPARE(read->frames, format->frames);
        if (format->hasPoints) {
            QVERIFY(read->points > 0);
            // The disc travels a fifth of the picture in its shot; the camera moves it as well.
            const MotionFile there = rescaled(*read, kWidth, kHeight);
            const MotionFile wanted = resampled(shot, format->framesPerSecond, format->frames);
            double worst = 0;
            for (int point = 0; point < there.points; ++point) {
                // Every point that is there is one of the shot's, in every frame.
                double best = 1e9;
                for (int other = 0; other < wanted.points; ++other) {
                    double distance = 0;
                    for (FrameIndex n = 0; n < there.frames && distance < best; n += 8) {
                        distance = std::max(
                            distance,
                            double(std::hypot(there.at(n, point)[0] - wanted.at(n, other)[0],
                                              there.at(n, point)[1] - wanted.at(n, other)[1])));
                    }
                    best = std::min(best, distance);
                }
                worst = std::max(worst, best);
            }
            const bool isCoarse = id == u"tora" || id == u"kling";
            QVERIFY2(worst < (id == u"tora" ? 1.8
                              : isCoarse    ? 0.8
                                            : 0.001),
                     qPrintable(QString::number(worst)));
        }
        if (format->hasCamera) {
            QVERIFY(!read->camera.empty());
            const auto pose = [](const CameraFrame& frame) { return frame.worldToCamera; };
            const CameraFrame& last = read->camera.back();
            const CameraFrame& wanted = shot.camera.back();
            QVERIFY((pose(last) - pose(wanted)).cwiseAbs().maxCoeff() < 1e-6);
            if (id == u"realestate10k")
                QVERIFY(std::abs(last.fx - wanted.fx) < 1e-9
                        && std::abs(last.fy - wanted.fy) < 1e-9);
        }
    }

    void timesAreTrueAndTheEndIsHeld()
    {
        // 49 frames at 24 a second are two seconds: at 16 a second frames 0 … 32, then the end.
        const MotionFile shot = shotMotion(stage(49), kWidth, kHeight);
        const MotionFile at16 = resampled(shot, 16, 81);
        const int point = 0;
        const double start = shot.at(0, point)[0];
        const double end = shot.at(shot.frames - 1, point)[0];
        QVERIFY(std::abs(at16.at(0, point)[0] - start) < 1e-4);
        QVERIFY(std::abs(at16.at(32, point)[0] - end) < 1e-3);
        QVERIFY(std::abs(at16.at(80, point)[0] - end) < 1e-3);
        QVERIFY(std::abs(at16.at(16, point)[0] - shot.at((shot.frames - 1) / 2, point)[0]) < 1e-2);
    }

    void atiIsWhatTorchSavesForBytes()
    {
        MotionFile motion;
        motion.resize(121, 1);
        motion.at(3, 0)[0] = 12.5F;
        const MotionFormat* ati = motionFormat("ati");
        const NamedFiles files = ati->write(motion);
        const auto archive = unzipped(files.front().second, 1 << 20);
        QVERIFY(archive);
        QCOMPARE(archive->front().first, std::string("tracks/data.pkl"));
        const std::string& pickle = archive->front().second;
        QCOMPARE(pickle.substr(0, 21), std::string("\x80\x02"
                                                   "c_codecs\nencode\nq\x00X",
                                                   21));
        QCOMPARE(pickle.substr(pickle.size() - 22),
                 std::string("q\x01X\x06\x00\x00\x00latin1q\x02\x86q\x03Rq\x04.", 22));
        const auto back = ati->read(files);
        QVERIFY(back);
        QCOMPARE(back->at(3, 0)[0], 12.5F);
        QVERIFY(back->isVisible(120, 0));
    }

    void shorterAtiTracksAreUnseenAfterTheirEnd()
    {
        const std::string npz =
            zipped({{"array.npy", npyOfFloats({1, 2, 1, 3}, {8, 8, 8, 80, 80, 8})}});
        std::string utf8;
        for (const char c : npz) {
            const auto byte = std::uint8_t(c);
            if (byte < 0x80) {
                utf8 += c;
            } else {
                utf8 += char(0xc0 | (byte >> 6));
                utf8 += char(0x80 | (byte & 0x3f));
            }
        }
        std::string pickle("\x80\x02"
                           "c_codecs\nencode\nq\x00X",
                           21);
        for (int i = 0; i < 4; ++i)
            pickle += char((utf8.size() >> (8 * i)) & 0xff);
        pickle += utf8 + std::string("q\x01X\x06\x00\x00\x00latin1q\x02\x86q\x03Rq\x04.", 22);
        const auto read = motionFormat("ati")->read(one(pickled(pickle)));
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->frames, FrameIndex(121));
        QCOMPARE(read->at(1, 0)[0], 10.0F);
        QCOMPARE(read->at(120, 0)[0], 10.0F);
        QVERIFY(read->isVisible(1, 0));
        QVERIFY(!read->isVisible(2, 0));
    }

    void arraysOfManyKindsAreRead()
    {
        const std::string f2 = "\x93NUMPY\x01"; // built below
        const auto file = [&](const std::string& header, const std::string& data) {
            std::string text = f2 + std::string(1, '\0');
            text += char(header.size() & 0xff);
            text += char(header.size() >> 8);
            return text + header + data;
        };
        const auto halves =
            readNpy(file("{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }",
                         std::string("\x00\x3c\x00\xc0", 4)));
        QVERIFY(halves);
        QCOMPARE(halves->values, (std::vector<float>{1.0F, -2.0F}));
        const auto fortran =
            readNpy(file("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }",
                         std::string("\x01\x04\x02\x05\x03\x06", 6)));
        QVERIFY(fortran);
        QCOMPARE(fortran->values, (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QVERIFY(!readNpy(file("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "x")));
        QVERIFY(!readNpy(file("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999, "
                              "99999999), }",
                              "x")));
        QVERIFY(!readNpy(file("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "x")));
        QVERIFY(!readNpy(file("{}", "")));
    }

    void otherProgramsVariantsAreRead()
    {
        const auto single =
            motionFormat("kjnodes")->read(one("[{'x': 1, 'y': 2.5}, {'x': 3, 'y': 4}]"));
        QVERIFY(single);
        QCOMPARE(single->points, 1);
        QCOMPARE(single->at(1, 0)[1], 4.0F);
        const auto tora = motionFormat("tora")->read(
            {{"b.txt", "10, 20\r\n30,40\r\n\r\n"}, {"a.txt", "1,2\n"}, {"x.png", "?"}});
        QVERIFY(tora);
        QCOMPARE(tora->points, 2);
        QCOMPARE(tora->at(1, 0)[0], 30.0F);
        const auto kling = motionFormat("kling")->read(one(
            R"({"width":640,"height":360,"dynamic_masks":[{"mask":"m","trajectories":[{"x":279,"y":219},{"x":417,"y":65}]}]})"));
        QVERIFY(kling);
        QCOMPARE(kling->at(0, 0)[1], 360.0F - 219.0F);
        QCOMPARE(kling->framesPerSecond, 0.2);
        const auto pan =
            motionFormat("realestate10k")
                ->read(one(
                    "https://somewhere\n0 0.532139961 0.946026558 0.5 0.5 0 0 1 0 0 0 0 1 0 0 0 0 "
                    "1 0\n"
                    "40000 0.532139961 0.946026558 0.5 0.5 0 0 1 0 0 0.0185 0 1 0 0 0 0 1 0\n"));
        QVERIFY(pan);
        QCOMPARE(pan->frames, FrameIndex(2));
        QVERIFY(std::abs(pan->framesPerSecond - 25) < 1e-9);
    }

    void deflatedArchivesAreUnpackedAndWatched()
    {
        // A block that is stored as it is within deflate: last, 5 bytes, their complement.
        const std::string block("\x01\x05\x00\xfa\xff"
                                "hello",
                                10);
        pthwriter::Twist deflated;
        deflated.method = 8;
        const std::string lying = pthwriter::zip({{"a.txt", block}}, deflated);
        QVERIFY(!unzipped(lying, 1 << 20)); // says that it unpacks to ten
        std::string archive = lying;
        archive.replace(archive.find("PK\x01\x02") + 24, 4, pthwriter::number(5, 4));
        const auto entries = unzipped(archive, 1 << 20);
        QVERIFY(entries);
        QCOMPARE(entries->at(0).second, std::string("hello"));
        const auto large = unzipped(archive, 4);
        QVERIFY(!large && large.error().code == ErrorCode::MediaTooLarge);
    }

    void brokenFilesAreRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("content");
        const QByteArray wrong[] = {"",      "x",           "[]",       "{}",   "[[]]",
                                    "[[1]]", "[{\"x\":1}]", "\xff\xfe", "1e999"};
        for (const MotionFormat& format : motionFormats()) {
            int n = 0;
            for (const QByteArray& content : wrong)
                QTest::newRow((std::string(format.id) + " " + std::to_string(++n)).c_str())
                    << QString::fromStdString(std::string(format.id)) << content;
        }
        QTest::newRow("not a rotation")
            << QStringLiteral("motionctrl") << QByteArray("[[2,0,0,0,0,2,0,0,0,0,2,0]]");
        QTest::newRow("18 numbers") << QStringLiteral("realestate10k")
                                    << QByteArray("\n0 1 1 1 1 1 0 0 1 0 0 0 0 1 0 0 0 0 1\n");
        QTest::newRow("kling without size")
            << QStringLiteral("kling")
            << QByteArray("{\"dynamic_masks\":[{\"trajectories\":[{\"x\":1,\"y\":2}]}]}");
        const auto pth = [](const std::string& opcodes) {
            return QByteArray::fromStdString(pickled(opcodes));
        };
        QTest::newRow("runs a program")
            << QStringLiteral("ati")
            << pth(std::string("\x80\x02"
                               "cos\nsystem\nX\x02\x00\x00\x00lsX\x06\x00\x00\x00latin1\x86R.",
                               34));
        QTest::newRow("pickle cut off") << QStringLiteral("ati")
                                        << pth(std::string("\x80\x02"
                                                           "c_codecs\nenc",
                                                           14));
        QTest::newRow("lying length") << QStringLiteral("ati")
                                      << pth(std::string("\x80\x02X\xff\xff\xff\x7f"
                                                         "abc",
                                                         10));
        QTest::newRow("not bytes")
            << QStringLiteral("ati") << pth(std::string("\x80\x02}q\x00.", 6));
    }
    void brokenFilesAreRefused()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, content);
        const auto read = motionFormat(id.toStdString())->read(one(content.toStdString()));
        QVERIFY(!read);
        QVERIFY(!read.error().detail.empty());
    }

    void everyCutOfAnArchiveIsRefusedOrRead()
    {
        MotionFile motion;
        motion.resize(121, 2);
        const std::string whole = motionFormat("ati")->write(motion).front().second;
        for (std::size_t size = 0; size < whole.size(); size += 7)
            QVERIFY(!motionFormat("ati")->read(one(whole.substr(0, size))));
    }

    void nothingToSayIsSaid()
    {
        multiplane::Stage still = stage(25);
        still.planes[0].regions.clear();
        QTemporaryDir folder;
        const auto done = writeMotion(*motionFormat("kling"), shotMotion(still, kWidth, kHeight),
                                      folder.filePath(QStringLiteral("a.json")).toStdString());
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const auto done = writeMotion(*motionFormat("kjnodes"), shotMotion(stage(9), 64, 36),
                                      "/proc/none/x.json");
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::FileUnwritable);
        const auto read = readMotion(*motionFormat("kjnodes"), "/nowhere/x.json");
        QCOMPARE(read.error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestMotionFiles)
#include "tst_motionfiles.moc"
