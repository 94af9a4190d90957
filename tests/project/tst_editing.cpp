#include "core/project/cut.h"
#include "core/project/document.h"
#include "core/project/editing.h"
#include "core/project/filmjson.h"
#include "tests/support/filmbuilder.h"

#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const Film& film)
{
    QStringList names;
    const Cut cut(film);
    for (const CutEntry& entry : cut.entries())
        names.append(u"%1:%2"_s.arg(entry.shot->name).arg(entry.range.length()));
    return names;
}

FrameIndex clipAt(const Film& film, const QString& name)
{
    for (const AudioClip& clip : film.audio.first()->clips) {
        if (clip.name == name)
            return clip.at;
    }
    return -1;
}

ShotId idOf(const Film& film, const QString& name)
{
    return film.shotNamed(name)->id;
}

Film abc()
{
    return film()
        .scene(u"INT. ROOM"_s)
        .shot(u"1A"_s, 40)
        .shot(u"1B"_s, 30)
        .shot(u"1C"_s, 20)
        .sound(u"ambience"_s, 0, 90)
        .sound(u"inside"_s, 50, 1)
        .sound(u"end"_s, 70, 1)
        .sound(u"later"_s, 75, 1)
        .build();
}

/// Act, check, undo, check, redo, check, save and load, check equal.
void inRhythm(const Film& start, const std::function<Result<void>(Film&)>& act,
              const std::function<void(const Film&)>& check)
{
    Document document(start);
    const auto done = document.edit(u"Edit"_s, act);
    QVERIFY2(done.has_value(), done ? "" : done.error().detail.c_str());
    check(document.film());
    const Film after = document.film();
    document.undoStack().undo();
    QVERIFY(document.film() == start);
    document.undoStack().redo();
    QVERIFY(document.film() == after);
    const auto loaded = filmFromJson(filmToJson(document.film(), true));
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().detail.c_str());
    QVERIFY(*loaded == after);
}

void refuses(const Film& start, const std::function<Result<void>(Film&)>& act, ErrorCode code)
{
    Film film = start;
    const auto done = act(film);
    QVERIFY(!done);
    QCOMPARE(errorName(done.error().code), errorName(code));
    QVERIFY(!done.error().subject.empty());
    QVERIFY(film == start);
}

/// Everything a frame of a film shows, as numbers: which strokes, where regions and camera are.
QString seenAt(const Film& film, FrameIndex frame)
{
    const Cut cut(film);
    const CutEntry* entry = cut.at(frame);
    const Shot& shot = *entry->shot;
    const FrameIndex n = frame - entry->range.first;
    const double fraction = shotFraction(double(n), shot.length);
    const Panel& panel = *shot.panels[shot.panelAt(n)];
    QString seen;
    for (const Layer& layer : panel.layers) {
        seen += u"layer %1 %2;"_s.arg(layer.depthM).arg(layer.strokes.size());
        for (const ShotRegion& region : shot.regions) {
            if (region.layer != layer.id)
                continue;
            std::vector<MotionSampler> samplers;
            for (const Motion& motion : region.motions)
                samplers.emplace_back(motion.path, 16.0 / 9);
            const MotionPose pose = combinedPose(samplers, fraction);
            seen += u"region %1 %2 %3;"_s.arg(pose.displacement.x(), 0, 'f', 7)
                        .arg(pose.displacement.y(), 0, 'f', 7)
                        .arg(pose.turnRad, 0, 'f', 7);
        }
    }
    const CameraPose pose = shot.camera.at(fraction, film.settings.rate.seconds(n));
    const CameraPose start = shot.camera.startPose();
    for (const CameraPose& each : {pose, start})
        seen += u"camera %1 %2 %3 %4 %5 %6;"_s.arg(each.position.x() + 0.0, 0, 'f', 6)
                    .arg(each.position.y() + 0.0, 0, 'f', 6)
                    .arg(each.position.z() + 0.0, 0, 'f', 6)
                    .arg(each.panRad + 0.0, 0, 'f', 6)
                    .arg(each.tiltRad + 0.0, 0, 'f', 6)
                    .arg(each.focalMm, 0, 'f', 6);
    return seen.replace(u"-0.0000000"_s, u"0.0000000"_s).replace(u"-0.000000"_s, u"0.000000"_s);
}

} // namespace

class TestEditing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void trimRipplesWhatFollows();
    void trimMovesSoundsThatStartAtOrAfterTheOldEnd();
    void trimToNothingIsRefused();
    void rollKeepsTheTotal();
    void rollBeyondAShotIsRefused();
    void insertMovesWhatFollows();
    void appendLeavesSoundsAlone();
    void removeClosesTheGap();
    void moveKeepsSoundsAndLength();
    void moveGoesToAnotherScene();
    void duplicateHasIdsOfItsOwn();
    void splitKeepsEveryFrame_data();
    void splitKeepsEveryFrame();
    void splitOutsideIsRefused();
    void splitNamesTheSecondHalf();
    void unknownNamesAreRefused();
    void brokenFilmsAreRefused_data();
    void brokenFilmsAreRefused();
    void namesSkipIAndO();
    void strokesGoToTheirLayerOnly();
    void lockedLayersTakeNoStroke();
    void soundsComeAndGo();
    void subjectIsTheMovingLayer();
    void cameraTakesTheFilmsSensor();
    void lastSceneStays();
};

void TestEditing::trimRipplesWhatFollows()
{
    const Film start = abc();
    inRhythm(
        start, [&](Film& film) { return trimShot(film, idOf(film, u"1B"_s), 50); },
        [](const Film& film) {
            QCOMPARE(names(film), QStringList({u"1A:40"_s, u"1B:50"_s, u"1C:20"_s}));
            const Cut cut(film);
            QCOMPARE(cut.entries()[2].range, (FrameRange{90, 110}));
        });
}

void TestEditing::trimMovesSoundsThatStartAtOrAfterTheOldEnd()
{
    inRhythm(
        abc(), [](Film& film) { return trimShot(film, idOf(film, u"1B"_s), 20); },
        [](const Film& film) {
            QCOMPARE(clipAt(film, u"ambience"_s), 0);
            QCOMPARE(clipAt(film, u"inside"_s), 50);
            QCOMPARE(clipAt(film, u"end"_s), 60);
            QCOMPARE(clipAt(film, u"later"_s), 65);
        });
}

void TestEditing::trimToNothingIsRefused()
{
    const auto trim = [](Film& film) { return trimShot(film, idOf(film, u"1B"_s), 0); };
    refuses(abc(), trim, ErrorCode::Refused);
}

void TestEditing::rollKeepsTheTotal()
{
    inRhythm(
        abc(), [](Film& film) { return rollCut(film, idOf(film, u"1A"_s), 7); },
        [](const Film& film) {
            QCOMPARE(names(film), QStringList({u"1A:47"_s, u"1B:23"_s, u"1C:20"_s}));
            QCOMPARE(film.length(), 90);
            QCOMPARE(clipAt(film, u"end"_s), 70);
        });
}

void TestEditing::rollBeyondAShotIsRefused()
{
    const auto roll = [](const QString& name, FrameIndex by) {
        return [=](Film& film) { return rollCut(film, idOf(film, name), by); };
    };
    refuses(abc(), roll(u"1A"_s, 30), ErrorCode::Refused);
    refuses(abc(), roll(u"1A"_s, -40), ErrorCode::Refused);
    refuses(abc(), roll(u"1C"_s, 1), ErrorCode::Refused);
}

void TestEditing::insertMovesWhatFollows()
{
    inRhythm(
        abc(),
        [](Film& film) { return insertShot(film, film.scenes[0]->id, 1, emptyShot(u"new"_s, 10)); },
        [](const Film& film) {
            QCOMPARE(names(film), QStringList({u"1A:40"_s, u"new:10"_s, u"1B:30"_s, u"1C:20"_s}));
            QCOMPARE(clipAt(film, u"ambience"_s), 0);
            QCOMPARE(clipAt(film, u"inside"_s), 60);
        });
}

void TestEditing::appendLeavesSoundsAlone()
{
    inRhythm(
        film().scene(u"A"_s).sound(u"music"_s, 0, 9).build(),
        [](Film& film) { return insertShot(film, film.scenes[0]->id, 99, emptyShot(u"1A"_s, 10)); },
        [](const Film& film) { QCOMPARE(clipAt(film, u"music"_s), 0); });
}

void TestEditing::removeClosesTheGap()
{
    inRhythm(
        abc(), [](Film& film) { return removeShot(film, idOf(film, u"1A"_s)); },
        [](const Film& film) {
            QCOMPARE(names(film), QStringList({u"1B:30"_s, u"1C:20"_s}));
            QCOMPARE(clipAt(film, u"later"_s), 35);
        });
}

void TestEditing::moveKeepsSoundsAndLength()
{
    inRhythm(
        abc(),
        [](Film& film) { return moveShot(film, idOf(film, u"1A"_s), film.scenes[0]->id, 2); },
        [](const Film& film) {
            QCOMPARE(names(film), QStringList({u"1B:30"_s, u"1C:20"_s, u"1A:40"_s}));
            QCOMPARE(clipAt(film, u"later"_s), 75);
        });
}

void TestEditing::moveGoesToAnotherScene()
{
    const Film start =
        film().scene(u"A"_s).shot(u"1A"_s).shot(u"1B"_s).scene(u"B"_s).shot(u"2A"_s).build();
    inRhythm(
        start,
        [](Film& film) { return moveShot(film, idOf(film, u"1A"_s), film.scenes[1]->id, 0); },
        [](const Film& film) {
            QCOMPARE(film.scenes[0]->shots.size(), 1);
            QCOMPARE(film.scenes[1]->shots.first()->name, u"1A"_s);
        });
}

void TestEditing::duplicateHasIdsOfItsOwn()
{
    const Film start = film()
                           .shot(u"1A"_s)
                           .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
                           .arrow({{0.2, 0.2}, {0.5, 0.2}})
                           .build();
    inRhythm(
        start,
        [](Film& film) -> Result<void> {
            const auto copy = duplicateShot(film, idOf(film, u"1A"_s));
            return copy ? Result<void>() : copy.error();
        },
        [](const Film& film) {
            const auto a = film.scenes[0]->shots[0];
            const auto b = film.scenes[0]->shots[1];
            QCOMPARE(b->name, u"1B"_s);
            QVERIFY(a->id != b->id);
            QVERIFY(a->panels[0]->layers[0].id != b->panels[0]->layers[0].id);
            QVERIFY(b->layer(b->regions[0].layer));
            QVERIFY(a->regions[0].motions[0].id != b->regions[0].motions[0].id);
        });
}

void TestEditing::splitKeepsEveryFrame_data()
{
    QTest::addColumn<FrameIndex>("at");
    for (const FrameIndex at : {1, 2, 17, 24, 25, 46, 47})
        QTest::addRow("at frame %d", int(at)) << at;
}

void TestEditing::splitKeepsEveryFrame()
{
    QFETCH(FrameIndex, at);
    MoveSettings settings;
    CameraPath camera = namedMove(CameraMove::OrbitRight, settings);
    camera.handheld = Handheld{0.01, 0.02, 7, 0.0};
    CameraPath keyed;
    keyed.keys.resize(3);
    for (std::size_t i = 0; i < 3; ++i) {
        keyed.keys[i].at = 0.1 + 0.4 * double(i);
        keyed.keys[i].pose.position = {0.3 * double(i * i), 0.1 * double(i), -0.2 * double(i)};
        keyed.keys[i].ease = Ease::InOut;
    }
    const auto make = [](const CameraPath& path) {
        return film()
            .shot(u"1A"_s, 48)
            .stroke({{0.1, 0.1}, {0.5, 0.5}})
            .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
            .arrow({{0.2, 0.2}, {0.5, 0.3}, {0.7, 0.2}}, 0.2, 0.6)
            .arrow({{0.7, 0.2}, {0.7, 0.6}}, 0.7, 0.9)
            .panel(0.5)
            .layer(3)
            .region({{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}}, true)
            .arrow({{0.5, 0.5}, {0.9, 0.3}})
            .panel(0.75)
            .stroke({{0.1, 0.9}, {0.5, 0.5}})
            .stroke({{0.2, 0.9}, {0.5, 0.5}})
            .camera(path)
            .shot(u"1B"_s, 10)
            .build();
    };
    for (const CameraPath& path : {camera, keyed}) {
        const Film start = make(path);
        inRhythm(
            start,
            [&](Film& film) -> Result<void> {
                const auto second = splitShot(film, idOf(film, u"1A"_s), at);
                return second ? Result<void>() : second.error();
            },
            [&](const Film& film) {
                QCOMPARE(names(film),
                         QStringList({u"1A:%1"_s.arg(at), u"1C:%1"_s.arg(48 - at), u"1B:10"_s}));
                for (FrameIndex frame = 0; frame < 58; ++frame)
                    QCOMPARE(seenAt(film, frame), seenAt(start, frame));
            });
    }
}

void TestEditing::splitOutsideIsRefused()
{
    for (const FrameIndex at : {-1, 0, 40, 41}) {
        refuses(
            abc(),
            [at](Film& film) -> Result<void> {
                const auto second = splitShot(film, idOf(film, u"1A"_s), at);
                return second ? Result<void>() : second.error();
            },
            ErrorCode::Refused);
    }
}

void TestEditing::splitNamesTheSecondHalf()
{
    Film film = test::film().shot(u"7A"_s).build();
    const auto second = splitShot(film, idOf(film, u"7A"_s), 20);
    QVERIFY(second.has_value());
    QCOMPARE(film.shot(*second)->name, u"7B"_s);
}

void TestEditing::unknownNamesAreRefused()
{
    const ShotId nobody = ShotId::create();
    const SceneId nowhere = SceneId::create();
    const auto shot = [](Shot&) -> Result<void> { return {}; };
    refuses(
        abc(), [&](Film& film) { return trimShot(film, nobody, 3); }, ErrorCode::NotFound);
    refuses(
        abc(), [&](Film& film) { return removeShot(film, nobody); }, ErrorCode::NotFound);
    refuses(
        abc(), [&](Film& film) { return rollCut(film, nobody, 3); }, ErrorCode::NotFound);
    refuses(
        abc(), [&](Film& film) { return changeShot(film, nobody, shot); }, ErrorCode::NotFound);
    refuses(
        abc(), [&](Film& film) { return removeScene(film, nowhere); }, ErrorCode::NotFound);
    refuses(
        abc(), [&](Film& film) { return insertShot(film, nowhere, 0, emptyShot(u"x"_s, 4)); },
        ErrorCode::NotFound);
    refuses(
        abc(), [&](Film& film) { return moveShot(film, idOf(film, u"1A"_s), nowhere, 0); },
        ErrorCode::NotFound);
    refuses(
        abc(),
        [&](Film& film) { return addStroke(film, idOf(film, u"1A"_s), LayerId::create(), {}); },
        ErrorCode::NotFound);
    refuses(
        abc(), [&](Film& film) { return removeAudioClip(film, ClipId::create()); },
        ErrorCode::NotFound);
}

void TestEditing::brokenFilmsAreRefused_data()
{
    using Break = std::function<void(Film&, Shot&)>;
    QTest::addColumn<std::function<void(Film&, Shot&)>>("breakIt");
    const auto row = [](const char* name, const Break& breakIt) { QTest::newRow(name) << breakIt; };
    row("no length", [](Film&, Shot& shot) { shot.length = 0; });
    row("no panel", [](Film&, Shot& shot) { shot.panels.clear(); });
    row("panels out of order", [](Film&, Shot& shot) {
        Panel late;
        late.layers.append(Layer{});
        late.start = 0.0;
        shot.panels.append(std::make_shared<const Panel>(late));
    });
    row("depth behind the camera", [](Film&, Shot& shot) {
        Panel panel = *shot.panels[0];
        panel.layers[0].depthM = -1;
        shot.panels[0] = std::make_shared<const Panel>(panel);
    });
    row("a picture that is not there", [](Film&, Shot& shot) {
        Panel panel = *shot.panels[0];
        panel.layers[0].picture = u"abc"_s;
        shot.panels[0] = std::make_shared<const Panel>(panel);
    });
    row("a region on no layer", [](Film&, Shot& shot) { shot.regions.append(ShotRegion{}); });
    row("an arrow without points", [](Film&, Shot& shot) {
        ShotRegion region;
        region.layer = shot.panels[0]->layers[0].id;
        region.motions.append(Motion{});
        shot.regions.append(region);
    });
    row("camera keys out of order", [](Film&, Shot& shot) {
        shot.camera.keys = {CameraKey{}, CameraKey{}};
    });
    row("no lens", [](Film&, Shot& shot) {
        shot.camera.keys = {CameraKey{}};
        shot.camera.keys[0].pose.focalMm = 0;
    });
    row("a camera curve that runs back", [](Film&, Shot& shot) {
        shot.camera.curves[0].points = {CurvePoint{}, CurvePoint{}};
    });
    row("a handle into the future of what was", [](Film&, Shot& shot) {
        shot.camera.curves[3].points = {CurvePoint{}};
        shot.camera.curves[3].points[0].in.x() = 0.1;
    });
    row("a lens curve without a lens", [](Film&, Shot& shot) {
        shot.camera.curves[std::size_t(CameraChannel::Lens)].points = {CurvePoint{}};
    });
    row("a stroke that leads nowhere", [](Film&, Shot& shot) {
        Panel panel = *shot.panels[0];
        Stroke stroke;
        stroke.points = {{std::nanf(""), 0, 0}};
        panel.layers[0].strokes.append(std::make_shared<const Stroke>(stroke));
        shot.panels[0] = std::make_shared<const Panel>(panel);
    });
    row("an odd size", [](Film& film, Shot&) { film.settings.size = {1921, 1080}; });
    row("a huge size", [](Film& film, Shot&) { film.settings.size = {10000, 1080}; });
    row("no rate", [](Film& film, Shot&) { film.settings.rate = {0, 1}; });
    row("two shots of one id", [](Film& film, Shot& shot) {
        Scene scene = *film.scenes[0];
        scene.shots.append(std::make_shared<const Shot>(shot));
        film.scenes[0] = std::make_shared<const Scene>(scene);
    });
    row("a sound before the film", [](Film& film, Shot&) {
        AudioTrack track = *film.audio[0];
        track.clips[0].at = -1;
        film.audio[0] = std::make_shared<const AudioTrack>(track);
    });
}

void TestEditing::brokenFilmsAreRefused()
{
    QFETCH(std::function<void(Film&, Shot&)>, breakIt);
    Document document(abc());
    const Film start = document.film();
    const auto done = document.edit(u"Break"_s, [&](Film& film) {
        return changeShot(film, idOf(film, u"1A"_s), [&](Shot& shot) -> Result<void> {
            breakIt(film, shot);
            return {};
        });
    });
    QVERIFY(!done);
    QCOMPARE(errorName(done.error().code), errorName(ErrorCode::Refused));
    QVERIFY(!done.error().subject.empty());
    QVERIFY(!done.error().detail.empty());
    QVERIFY(document.film() == start);
    QCOMPARE(document.undoStack().count(), 0);
}

void TestEditing::namesSkipIAndO()
{
    Film film = test::film().scene(u"A"_s).build();
    const SceneId scene = film.scenes[0]->id;
    QStringList names;
    for (int i = 0; i < 26; ++i) {
        names.append(nextShotName(film, scene));
        QVERIFY(insertShot(film, scene, i, emptyShot(names.last(), 4)).has_value());
    }
    QCOMPARE(names[7], u"1H"_s);
    QCOMPARE(names[8], u"1J"_s);
    QCOMPARE(names[13], u"1P"_s);
    QCOMPARE(names[23], u"1Z"_s);
    QCOMPARE(names[24], u"1AA"_s);
    QCOMPARE(names[25], u"1AB"_s);
}

void TestEditing::strokesGoToTheirLayerOnly()
{
    const Film start = film().shot(u"1A"_s).stroke({{0, 0}, {1, 1}}).layer(3).build();
    const auto layers = firstShot(start)->panels[0]->layers;
    inRhythm(
        start,
        [&](Film& film) {
            Stroke stroke;
            stroke.points = {{0, 0, 1}, {1, 0, 1}};
            return addStroke(film, idOf(film, u"1A"_s), layers[1].id, stroke);
        },
        [&](const Film& film) {
            const auto after = firstShot(film)->panels[0]->layers;
            QCOMPARE(after[1].strokes.size(), 1);
            QVERIFY(after[0].strokes[0] == layers[0].strokes[0]); // shared, not copied
        });
}

void TestEditing::lockedLayersTakeNoStroke()
{
    Film start = film().shot(u"1A"_s).build();
    const LayerId layer = firstShot(start)->panels[0]->layers[0].id;
    QVERIFY(changeLayer(start, idOf(start, u"1A"_s), layer, [](Layer& changed) -> Result<void> {
                changed.isLocked = true;
                return {};
            }).has_value());
    refuses(
        start,
        [&](Film& film) {
            Stroke stroke;
            stroke.points = {{0, 0, 1}};
            return addStroke(film, idOf(film, u"1A"_s), layer, stroke);
        },
        ErrorCode::Refused);
}

void TestEditing::soundsComeAndGo()
{
    Film film = abc();
    AudioClip clip;
    clip.name = u"door"_s;
    clip.lengthSeconds = 1;
    QVERIFY(!addAudioClip(film, clip)); // its bytes are not there
    clip.sound = addAsset(film, makeAsset("door", u"audio/x-wav"_s, u"door.wav"_s));
    film.audio.clear();
    const auto id = addAudioClip(film, clip);
    QVERIFY(id.has_value());
    QCOMPARE(film.audio.size(), 1);
    QVERIFY(changeAudioClip(film, *id, [](AudioClip& changed) -> Result<void> {
                changed.at = 12;
                return {};
            }).has_value());
    QCOMPARE(clipAt(film, u"door"_s), 12);
    QVERIFY(removeAudioClip(film, *id).has_value());
    QCOMPARE(clipAt(film, u"door"_s), -1);
}

void TestEditing::subjectIsTheMovingLayer()
{
    const Film still = film().shot(u"1A"_s).layer(3).layer(2).build();
    QCOMPARE(subjectDistance(*firstShot(still)), 2.0);
    const Film moving = film()
                            .shot(u"1A"_s)
                            .layer(3)
                            .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}})
                            .arrow({{0.2, 0.2}, {0.5, 0.2}})
                            .layer(2)
                            .build();
    QCOMPARE(subjectDistance(*firstShot(moving)), 3.0);
}

void TestEditing::cameraTakesTheFilmsSensor()
{
    Film film = abc();
    film.settings.sensorWidthMm = 36;
    QVERIFY(setCamera(film, idOf(film, u"1A"_s), CameraPath{}).has_value());
    QCOMPARE(film.shotNamed(u"1A"_s)->camera.sensorWidthMm, 36.0);
}

void TestEditing::lastSceneStays()
{
    refuses(
        abc(), [](Film& film) { return removeScene(film, film.scenes[0]->id); },
        ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
