#include "core/generator/pam.h"
#include "core/generator/requestfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <set>

using namespace dollygrip;
using namespace dollygrip::generator;
using dollygrip::conditioning::ControlLook;
using dollygrip::conditioning::Steering;
using dollygrip::conditioning::TrackMethod;
using namespace Qt::StringLiterals;

namespace {

Image gradient(int width, int height, int shift)
{
    return Image::filled(width, height, [&](std::uint8_t* pixels) {
        for (int i = 0; i < width * height; ++i, pixels += 4) {
            pixels[0] = pixels[1] = pixels[2] = std::uint8_t((i + shift) % 200);
            pixels[3] = std::uint8_t(200 + i % 56);
        }
    });
}

/// Uses every field that a stage has.
Request fullRequest()
{
    Request request;
    request.quality = Quality::Final;
    request.width = 640;
    request.height = 360;
    request.prompt = "a door \\ opens\nslowly";
    request.seed = 18446744073709551615ULL;
    multiplane::Stage& stage = request.stage;
    stage.frames = 48;
    stage.rate = {24000, 1001};

    multiplane::Plane back;
    back.picture = gradient(16, 9, 0);
    back.visible = {0, 48};
    multiplane::Plane front;
    front.picture = gradient(8, 8, 3);
    front.placement = {-0.25, 0.125, 1.5, 1.0 / 3.0};
    front.depthM = 2.7;
    front.opacity = 0.5;
    front.visible = {12, 36};
    multiplane::PlaneRegion region;
    region.lifted = true;
    region.region.feather = 0.02;
    region.region.outlines = {{{0.1, 0.2}, {0.3, 0.2}, {0.2, 0.5}}};
    region.region.strokes = {{{{0.5, 0.5}, {0.6, 0.5}}, 0.04, true}};
    MotionPath path;
    path.points = {{0.2, 0.3}, {0.5, 0.3}, {0.8, 0.1}};
    path.kind = SplineKind::BSpline;
    path.speed.ease = Ease::Custom;
    path.speed.points = {{0, 0}, {0.4, 0.9}, {1, 1}};
    path.from = 0.1;
    path.turnRad = 0.5;
    path.scale = 1.25;
    region.motions = {path};
    multiplane::PlaneRegion held;
    held.heldStill = true;
    held.region.outlines = {{{0.6, 0.6}, {0.9, 0.6}, {0.9, 0.9}}};
    front.regions = {region, held};
    stage.planes = {back, front};

    CameraPose end;
    end.position = {0.1, -0.2, 0.3};
    end.panRad = 0.1;
    end.tiltRad = -0.05;
    end.rollRad = 0.01;
    end.focalMm = 50;
    stage.camera.keys = {{0.0, {}, Ease::InOut}, {1.0, end, Ease::None}};
    stage.camera.handheld = Handheld{0.01, 0.02, 7, 1.5};
    stage.camera.arc = CameraArc{};
    stage.camera.origin = CameraPose{};
    return request;
}

/// A channel of the camera on a curve of its own: newer than the frozen request.
void giveCurve(Request& request)
{
    request.stage.camera.curves[std::size_t(CameraChannel::Roll)].points = {
        {0.0, 0.1, CurveHandles::Free, {-0.1, 0.2}, {0.3, -1.0 / 3}},
        {1.0, 0.2, CurveHandles::Auto, {0, 0}, {0, 0}}};
}

/// Sheets that blend; regions that grow, invert and follow; arrows with corners and headings.
void moveAsNow(Request& request)
{
    multiplane::Plane& plane = request.stage.planes[1];
    plane.blend = multiplane::Blend::Screen;
    multiplane::PlaneRegion& region = plane.regions[0];
    region.region.grow = -1.0 / 3;
    region.region.isInverted = true;
    MotionPath& motion = region.motions[0];
    motion.corners.assign(motion.points.size(), 0);
    motion.corners.back() = 1;
    motion.isOriented = true;
    motion.speed.ease = Ease::Bounce;
    region.carriers = {{motion}, {motion, motion}};
}

/// Sets every field that only networks take.
void direct(Request& request)
{
    request.model = "wan-vace-0123";
    request.sampling = {"dpm++", 12, 4.5, 8};
    request.loras = {{"fast.safetensors", 0.5, std::string(32, 'c')},
                     {"style/a film\nlook.safetensors", -0.25}};
    Steering& steering = request.steering;
    steering.look = ControlLook::Scribble;
    steering.strength = 1.5;
    steering.givesLastPanel = true;
    steering.givesKeyPanels = true;
    steering.whiteOnBlackLayout = true;
    steering.tracks = TrackMethod::Ati;
    steering.startSigma = 0.875;
    steering.heldSigma = 1.0 / 3.0;
    steering.references = {{"Anna", gradient(5, 7, 2)}, {"the old  man", gradient(7, 5, 4)}};
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class RequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Takes on disks are named by this number: it must never change for the same content.
    void hashIsTheSameForEver()
    {
        QCOMPARE(QString::fromStdString(fullRequest().hash().toText()),
                 u"0d6b39539cd6b0479582e3ecdce4835c"_s);
    }

    void everyFieldChangesTheHash()
    {
        using Change = std::function<void(Request&)>;
        const QList<Change> changes{
            [](Request& r) { r.quality = Quality::Draft; },
            [](Request& r) { r.width += 2; },
            [](Request& r) { r.height += 2; },
            [](Request& r) { r.prompt += "x"; },
            [](Request& r) { r.negativePrompt += "x"; },
            [](Request& r) { r.seed -= 1; },
            [](Request& r) { r.model += "x"; },
            [](Request& r) { r.guide = {gradient(4, 4, 0)}; },
            [](Request& r) { r.sampling.solver = "euler"; },
            [](Request& r) { r.sampling.steps = 20; },
            [](Request& r) { r.sampling.guidance = 0; },
            [](Request& r) { r.sampling.guidance = 1; },
            [](Request& r) { r.sampling.shift = 8; },
            [](Request& r) {
                r.loras = {{"fast.safetensors", 1.0}};
            },
            [](Request& r) {
                r.loras = {{"fast.safetensors", 0.5}};
            },
            [](Request& r) {
                r.loras = {{"fast.safetensors", 0.5, std::string(32, '0')}};
            },
            [](Request& r) {
                r.loras = {{"other.safetensors", 0.5}};
            },
            [](Request& r) { r.steering.look = ControlLook::Keep; },
            [](Request& r) { r.steering.look = ControlLook::Depth; },
            [](Request& r) { r.steering.strength = 0.5; },
            [](Request& r) { r.steering.givesFirstPanel = true; },
            [](Request& r) { r.steering.givesLastPanel = true; },
            [](Request& r) { r.steering.givesKeyPanels = true; },
            [](Request& r) { r.steering.whiteOnBlackLayout = true; },
            [](Request& r) { r.steering.tracks = TrackMethod::WanMove; },
            [](Request& r) { r.steering.tracks = TrackMethod::None; },
            [](Request& r) { r.steering.startSigma = 0.9; },
            [](Request& r) { r.steering.heldSigma = 0.9; },
            [](Request& r) {
                r.steering.references = {{"Anna", gradient(4, 4, 0)}};
            },
            [](Request& r) {
                r.steering.references = {{"Anna", gradient(4, 4, 1)}};
            },
            [](Request& r) {
                r.steering.references = {{"Ben", gradient(4, 4, 1)}};
            },
            [](Request& r) { r.stage.frames += 1; },
            [](Request& r) { r.stage.aspect = 2.39; },
            [](Request& r) {
                r.stage.rate = {25, 1};
            },
            [](Request& r) { r.stage.paper[1] += 1; },
            [](Request& r) { r.stage.planes[0].picture = gradient(16, 9, 1); },
            [](Request& r) { r.stage.planes[1].depthM += 0.001; },
            [](Request& r) { r.stage.planes[1].opacity = 0.25; },
            [](Request& r) { r.stage.planes[1].visible.end += 1; },
            [](Request& r) { r.stage.planes[1].pinnedToCamera = true; },
            [](Request& r) { r.stage.planes[1].placement.x += 1e-9; },
            [](Request& r) { r.stage.planes[1].regions[0].lifted = false; },
            [](Request& r) { r.stage.planes[1].regions[0].heldStill = true; },
            [](Request& r) { r.stage.planes[1].regions[0].region.feather = 0; },
            [](Request& r) { r.stage.planes[1].regions[0].region.outlines[0][0].x() += 1e-9; },
            [](Request& r) { r.stage.planes[1].regions[0].region.strokes[0].erase = false; },
            [](Request& r) { r.stage.planes[1].blend = multiplane::Blend::Multiply; },
            [](Request& r) { r.stage.planes[1].blend = multiplane::Blend::Add; },
            [](Request& r) { r.stage.planes[1].regions[0].region.grow = 0.01; },
            [](Request& r) { r.stage.planes[1].regions[0].region.isInverted = true; },
            [](Request& r) { moveAsNow(r); },
            [](Request& r) {
                moveAsNow(r);
                r.stage.planes[1].regions[0].carriers[1][0].points[1].x() += 1e-9;
            },
            [](Request& r) { r.stage.planes[1].regions[0].motions[0].turnRad = 0; },
            [](Request& r) { r.stage.planes[1].regions[0].motions[0].speed.ease = Ease::In; },
            [](Request& r) { r.stage.planes[1].regions.pop_back(); },
            [](Request& r) { std::swap(r.stage.planes[0], r.stage.planes[1]); },
            [](Request& r) { r.stage.camera.keys[1].pose.rollRad = 0; },
            [](Request& r) { r.stage.camera.keys[0].ease = Ease::None; },
            [](Request& r) { r.stage.camera.handheld->seed = 8; },
            [](Request& r) { r.stage.camera.arc.reset(); },
            [](Request& r) { giveCurve(r); },
            [](Request& r) {
                giveCurve(r);
                r.stage.camera.curves[5].points[0].out.y() += 1e-9;
            },
            [](Request& r) {
                giveCurve(r);
                std::swap(r.stage.camera.curves[5], r.stage.camera.curves[4]);
            },
            [](Request& r) { r.stage.camera.origin.reset(); },
            [](Request& r) { r.stage.camera.sensorWidthMm = 36; },
        };
        std::set<std::string> seen{fullRequest().hash().toText()};
        for (qsizetype i = 0; i < changes.size(); ++i) {
            Request changed = fullRequest();
            changes[i](changed);
            QVERIFY2(seen.insert(changed.hash().toText()).second,
                     qPrintable(u"change %1 leaves the hash as it was"_s.arg(i)));
        }
    }

    void placeAndPurposeAreNoPartOfTheHash()
    {
        Request request = fullRequest();
        request.modelFolder = "/somewhere";
        request.wantsOnlyConditioning = true;
        QCOMPARE(request.toText(), fullRequest().toText());
    }

    void everyLookAndMethodHasAWordOfItsOwn()
    {
        std::set<std::string> words;
        for (int look = 0; look <= int(ControlLook::Depth); ++look) {
            const std::string word = toText(ControlLook(look));
            QVERIFY(words.insert(word).second);
            QCOMPARE(int(controlLookFromText(word).value()), look);
        }
        words.clear();
        for (int method = 0; method <= int(TrackMethod::Ati); ++method) {
            const std::string word = toText(TrackMethod(method));
            QVERIFY(words.insert(word).second);
            QCOMPARE(int(trackMethodFromText(word).value()), method);
        }
        QCOMPARE(controlLookFromText("sketch").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(trackMethodFromText("").error().code, ErrorCode::InvalidArgument);
    }

    void aWrittenRequestReadsBackTheSame()
    {
        QTemporaryDir folder;
        Request request = fullRequest();
        request.guide = {gradient(6, 4, 9)};
        direct(request);
        giveCurve(request);
        moveAsNow(request);
        QVERIFY(writeRequest(folder.path().toStdString(), request));
        const auto back = readRequest(folder.path().toStdString());
        QVERIFY2(back, back ? "" : back.error().detail.c_str());
        QCOMPARE(back->toText(), request.toText());
        QCOMPARE(back->stage.planes[1].picture, request.stage.planes[1].picture);
        QCOMPARE(int(back->stage.planes[1].blend), int(multiplane::Blend::Screen));
        QVERIFY(back->stage.planes[1].regions == request.stage.planes[1].regions);
        QCOMPARE(back->stage.camera, request.stage.camera);
        QCOMPARE(back->prompt, request.prompt);
        QCOMPARE(back->sampling.solver, request.sampling.solver);
        QCOMPARE(back->sampling.steps, request.sampling.steps);
        QCOMPARE(back->sampling.guidance, request.sampling.guidance);
        QCOMPARE(back->sampling.shift, request.sampling.shift);
        QCOMPARE(back->loras.size(), std::size_t(2));
        QCOMPARE(back->loras[1].file, request.loras[1].file);
        QCOMPARE(back->loras[1].strength, request.loras[1].strength);
        const Steering& steering = back->steering;
        QCOMPARE(int(steering.look), int(ControlLook::Scribble));
        QCOMPARE(steering.strength, request.steering.strength);
        QVERIFY(!steering.givesFirstPanel && steering.givesLastPanel && steering.givesKeyPanels);
        QVERIFY(steering.whiteOnBlackLayout);
        QCOMPARE(int(steering.tracks), int(TrackMethod::Ati));
        QCOMPARE(steering.startSigma, 0.875);
        QCOMPARE(steering.heldSigma, 1.0 / 3.0);
        QCOMPARE(steering.references.size(), std::size_t(2));
        QCOMPARE(steering.references[1].name, request.steering.references[1].name);
        QCOMPARE(steering.references[1].picture, request.steering.references[1].picture);
    }

    void aTextCutOffAnywhereIsRefused()
    {
        QTemporaryDir folder;
        Request full = fullRequest();
        direct(full);
        QVERIFY(writeRequest(folder.path().toStdString(), full));
        const QString path = folder.filePath(u"request.txt"_s);
        const QByteArray whole = read(path);
        for (qsizetype length = 0; length < whole.size(); length += 7) {
            write(path, whole.left(length));
            const auto request = readRequest(folder.path().toStdString());
            QVERIFY2(!request, qPrintable(QString::number(length)));
            QCOMPARE(request.error().code, ErrorCode::InvalidArgument);
        }
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("huge size") << QByteArray("size 640 360") << QByteArray("size 99999999 360");
        QTest::newRow("odd size") << QByteArray("size 640 360") << QByteArray("size 641 360");
        QTest::newRow("negative size") << QByteArray("size 640") << QByteArray("size -640");
        QTest::newRow("no number") << QByteArray("feather") << QByteArray("feather");
        QTest::newRow("frames") << QByteArray("stage 1 1.7777777777777777 48")
                                << QByteArray("stage 1 1.7777777777777777 99999999999");
        QTest::newRow("no rate") << QByteArray(" 24000 1001 ") << QByteArray(" 24000 0 ");
        QTest::newRow("not finite") << QByteArray("camera 24.89") << QByteArray("camera nan");
        QTest::newRow("infinite") << QByteArray("camera 24.89") << QByteArray("camera inf");
        QTest::newRow("no such quality")
            << QByteArray("quality final") << QByteArray("quality best");
        QTest::newRow("newer format") << QByteArray("request 1\n") << QByteArray("request 2\n");
        QTest::newRow("unknown word") << QByteArray("seed ") << QByteArray("sead ");
        QTest::newRow("too many numbers")
            << QByteArray("size 640 360") << QByteArray("size 640 360 7");
        QTest::newRow("keys fall") << QByteArray("key 1 ") << QByteArray("key -1 ");
        QTest::newRow("behind the camera") << QByteArray(" 2.7 0.5 ") << QByteArray(" -2.7 0.5 ");
        QTest::newRow("no such solver") << QByteArray("solver dpm++") << QByteArray("solver best");
        QTest::newRow("no step") << QByteArray("steps 12") << QByteArray("steps 0");
        QTest::newRow("too many steps") << QByteArray("steps 12") << QByteArray("steps 100000");
        QTest::newRow("guidance below") << QByteArray("guidance 4.5") << QByteArray("guidance -1");
        QTest::newRow("guidance is no number")
            << QByteArray("guidance 4.5") << QByteArray("guidance nan");
        QTest::newRow("no shift") << QByteArray("shift 8") << QByteArray("shift 0");
        QTest::newRow("a LoRA elsewhere")
            << QByteArray("lora 0.5 fast.safetensors") << QByteArray("lora 0.5 ../fast");
        QTest::newRow("a LoRA far below")
            << QByteArray("lora 0.5 fast.safetensors") << QByteArray("lora 0.5 a/../../fast");
        QTest::newRow("a LoRA anywhere")
            << QByteArray("lora 0.5 fast.safetensors") << QByteArray("lora 0.5 /etc/passwd");
        QTest::newRow("a LoRA of no name")
            << QByteArray("lora 0.5 fast.safetensors") << QByteArray("lora 0.5");
        QTest::newRow("a LoRA of no strength")
            << QByteArray("lora 0.5 fast.safetensors") << QByteArray("lora fast.safetensors");
        QTest::newRow("no such look") << QByteArray("look scribble") << QByteArray("look nice");
        QTest::newRow("a look with more")
            << QByteArray("look scribble") << QByteArray("look scribble 1");
        QTest::newRow("too strong") << QByteArray("strength 1.5") << QByteArray("strength 2.5");
        QTest::newRow("given what") << QByteArray("given 0 1 1") << QByteArray("given 0 1 2");
        QTest::newRow("given too little") << QByteArray("given 0 1 1") << QByteArray("given 0 1");
        QTest::newRow("no such tracks") << QByteArray("tracks ati") << QByteArray("tracks all");
        QTest::newRow("clock beyond") << QByteArray("clock 0.875") << QByteArray("clock 1.5");
        QTest::newRow("clock runs back") << QByteArray("clock 0.875") << QByteArray("clock 0.25");
        QTest::newRow("a path as reference")
            << QByteArray("reference ") << QByteArray("reference ../");
        QTest::newRow("a path as hash") << QByteArray("guide 0") << QByteArray("guide ../../x");
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QTemporaryDir folder;
        Request request = fullRequest();
        direct(request);
        QVERIFY(writeRequest(folder.path().toStdString(), request));
        const QString path = folder.filePath(u"request.txt"_s);
        QByteArray text = read(path);
        if (from.startsWith("guide"))
            text.replace("stage 1 ", to + "\nstage 1 ");
        else if (from == "feather")
            text.replace("region 0 1 0.02", "region 0 1 soft");
        else {
            QVERIFY(text.contains(from));
            text.replace(from, to);
        }
        write(path, text);
        const auto back = readRequest(folder.path().toStdString());
        QVERIFY(!back);
        QCOMPARE(back.error().code, ErrorCode::InvalidArgument);
    }

    void missingAndBrokenPicturesAreNamed()
    {
        QTemporaryDir folder;
        const std::string where = folder.path().toStdString();
        const Request request = fullRequest();
        QVERIFY(writeRequest(where, request));
        const QString picture =
            folder.filePath(QString::fromStdString(
                                multiplane::pictureHash(request.stage.planes[1].picture).toText())
                            + u".pam"_s);
        const QByteArray whole = read(picture);
        QVERIFY(!whole.isEmpty());
        const auto codeWith = [&](const QByteArray& bytes) {
            write(picture, bytes);
            const auto back = readRequest(where);
            return back ? ErrorCode::Internal : back.error().code;
        };
        QCOMPARE(codeWith({}), ErrorCode::MediaUnsupported);
        QCOMPARE(codeWith("P5\n1 1\n255\n0"), ErrorCode::MediaUnsupported);
        QCOMPARE(codeWith(whole.left(whole.size() - 1)), ErrorCode::MediaDamaged);
        QCOMPARE(codeWith(whole.left(30)), ErrorCode::MediaDamaged);
        QByteArray changed = whole;
        changed.back() = char(changed.back() + 1);
        QCOMPARE(codeWith(changed), ErrorCode::MediaDamaged);
        QByteArray huge = whole;
        huge.replace("WIDTH 8", "WIDTH 30000");
        QCOMPARE(codeWith(huge), ErrorCode::MediaTooLarge);
        huge = whole;
        huge.replace("WIDTH 8", "WIDTH 16000").replace("HEIGHT 8", "HEIGHT 16000");
        QCOMPARE(codeWith(huge), ErrorCode::MediaDamaged); // 1 GB promised, 256 bytes there
        QVERIFY(QFile::remove(picture));
        const auto back = readRequest(where);
        QVERIFY(!back);
        QCOMPARE(back.error().code, ErrorCode::FileNotFound);
        QVERIFY(back.error().subject.ends_with(".pam"));
    }

    void aMissingFolderIsSaid()
    {
        const auto request = readRequest("/nowhere/at all");
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(RequestTest)
#include "tst_request.moc"
