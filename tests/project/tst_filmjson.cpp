#include "core/project/editing.h"
#include "core/project/filmjson.h"
#include "core/project/migration.h"
#include "core/project/rowpositions.h"
#include "tests/support/filmbuilder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

/// A film in which nothing has its default.
Film fullFilm()
{
    CameraPath camera = namedMove(CameraMove::OrbitRight, {});
    camera.handheld = Handheld{0.01, 0.02, 7, 0.5};
    camera.origin = CameraPose{{1, 2, 3}, 0.1, 0.2, 0.3, 50};
    camera.curves[std::size_t(CameraChannel::Tilt)].points = {
        {0.0, 0.1, CurveHandles::Auto, {0, 0}, {0, 0}},
        {1.0 / 3, 0.2, CurveHandles::Free, {-0.1, 0.05}, {0.2, -1.0 / 3}},
        {0.5, -0.2, CurveHandles::Aligned, {-0.1, 0.05}, {0.1, -0.05}},
        {0.75, -0.1, CurveHandles::Linear, {0, 0}, {0, 0}},
        {1.0, 0.0, CurveHandles::Hold, {0, 0}, {0, 0}}};
    Film film = test::film()
                    .size(1280, 720)
                    .rate(24000, 1001)
                    .scene(u"INT. KÜCHE - NACHT „leise“"_s)
                    .shot(u"1A"_s, 31)
                    .stroke({{0.1, 0.2}, {1.0 / 3, 0.7}}, Brush::Marker)
                    .picture(testPicture(8, 6))
                    .region({{0.1, 0.1}, {0.3, 0.1}, {0.3, 1.0 / 3}}, true)
                    .arrow({{0.2, 0.2}, {0.5, 0.3}}, 0.2, 0.6)
                    .panel(0.5)
                    .camera(camera)
                    .shot(u"1B"_s)
                    .sound(u"rain.wav"_s, 3, 1.25)
                    .castMember(u"Änne „die Kleine“"_s, u"a girl of nine\nred coat"_s,
                                0xfedcba9876543211U, 2)
                    .castMember(u"the dog"_s)
                    .build();
    film.settings.title = u"Night \"Train\" 夜"_s;
    film.settings.startTimecode = 86400;
    film.settings.sensorWidthMm = 36;
    film.settings.paper = QColor(1, 2, 3);
    const ShotId id = film.shotNamed(u"1A"_s)->id;
    (void)changeShot(film, id, [](Shot& shot) -> Result<void> {
        shot.prompt = u"line one\nline two"_s;
        shot.negativePrompt = u"blur"_s;
        shot.size = ShotSize::MediumCloseUp;
        shot.note = u"note"_s;
        shot.circledTake = TakeId::create();
        shot.seed = 0xfedcba9876543210U;
        RegionStroke brush;
        brush.points = {{0.5, 0.5}, {0.6, 0.5}};
        brush.erase = true;
        shot.regions[0].area.strokes.push_back(brush);
        shot.regions[0].area.feather = 0.02;
        MotionPath& path = shot.regions[0].motions[0].path;
        path.kind = SplineKind::BSpline;
        path.speed.ease = Ease::Custom;
        path.speed.points = {{0, 0}, {0.5, 0.1}, {1, 1}};
        path.turnRad = 0.3;
        path.scale = 1.5;
        return {};
    });
    (void)changeShot(film, id, [&](Shot& shot) -> Result<void> {
        Shooting& shooting = shot.shooting;
        shooting.look = conditioning::ControlLook::Gray;
        shooting.strength = 0.75;
        shooting.givesFirstPanel = true;
        shooting.givesLastPanel = true;
        shooting.givesKeyPanels = true;
        shooting.whiteOnBlackLayout = true;
        shooting.tracks = conditioning::TrackMethod::WanMove;
        shooting.startSigma = 0.9;
        shooting.heldSigma = 1.0 / 3;
        shooting.solver = u"dpm++"_s;
        shooting.steps = 12;
        shooting.guidance = 0;
        shooting.shift = 8;
        shooting.loras = {{u"fast.safetensors"_s, 0.5}, {u"film/look.safetensors"_s, -1}};
        shooting.cast = {film.cast[1]->id, CastId::create()};
        return {};
    });
    return film;
}

} // namespace

class TestFilmJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingComesBack();
    void aShotWithoutDirectionSaysNothingOfIt();
    void bytesAreLeftOutOnDemand();
    void unknownKeysAreKept();
    void wrongKindsAreNamed_data();
    void wrongKindsAreNamed();
    void handWrittenFilmNeedsNoIds();
    void newerFormatIsRefused();
    void migrationStepsRunInOrder();
    void migrationWithoutAStepIsRefused();
    void positionsStayWhenOneIsInserted();
    void positionsStayWhenOneMoves();
    void positionsSurviveManyInsertsAtOnePlace();
};

void TestFilmJson::everythingComesBack()
{
    const Film film = fullFilm();
    QVERIFY(film.check().has_value());
    // Through text, as on the disk.
    const QByteArray text = QJsonDocument(filmToJson(film, true)).toJson();
    const auto loaded = filmFromJson(QJsonDocument::fromJson(text).object());
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().detail.c_str());
    QVERIFY(*loaded == film);
    QCOMPARE(loaded->assets.begin().value()->bytes,
             film.assets[loaded->assets.begin().key()]->bytes);
    QCOMPARE(QJsonDocument(filmToJson(*loaded, true)).toJson(), text);
    // Fields that operator== might have forgotten.
    const Shooting& shooting = loaded->shotNamed(u"1A"_s)->shooting;
    QCOMPARE(int(shooting.look), int(conditioning::ControlLook::Gray));
    QCOMPARE(int(shooting.tracks), int(conditioning::TrackMethod::WanMove));
    QCOMPARE(shooting.heldSigma, 1.0 / 3);
    QCOMPARE(shooting.guidance, 0.0);
    QCOMPARE(shooting.loras[1].strength, -1.0);
    QCOMPARE(shooting.cast[0], film.cast[1]->id);
    QCOMPARE(loaded->cast[0]->seed, quint64(0xfedcba9876543211U));
    QCOMPARE(loaded->cast[0]->pictures.size(), 2);
}

void TestFilmJson::aShotWithoutDirectionSaysNothingOfIt()
{
    const QJsonObject json = toJson(*film().shot(u"1A"_s).build().shotNamed(u"1A"_s));
    QVERIFY(!json.contains(u"shooting"_s));
}

void TestFilmJson::bytesAreLeftOutOnDemand()
{
    const Film film = fullFilm();
    const QJsonObject json = filmToJson(film, false);
    for (const QJsonValue& asset : json[u"assets"_s].toArray())
        QVERIFY(!asset.toObject().contains(u"base64"_s));
    QVERIFY(!filmFromJson(json));
    const auto loaded = filmFromJson(json, film.assets);
    QVERIFY(loaded.has_value() && *loaded == film);
}

void TestFilmJson::unknownKeysAreKept()
{
    QJsonObject json = filmToJson(fullFilm(), true);
    const auto mark = [](QJsonObject object) {
        object[u"ofTomorrow"_s] = QJsonArray{1, u"two"_s};
        return object;
    };
    QJsonArray scenes = json[u"scenes"_s].toArray();
    QJsonObject scene = mark(scenes[0].toObject());
    QJsonArray shots = scene[u"shots"_s].toArray();
    QJsonObject shot = mark(shots[0].toObject());
    QJsonArray panels = shot[u"panels"_s].toArray();
    QJsonObject panel = mark(panels[0].toObject());
    QJsonArray layers = panel[u"layers"_s].toArray();
    layers[0] = mark(layers[0].toObject());
    panel[u"layers"_s] = layers;
    panels[0] = panel;
    shot[u"panels"_s] = panels;
    shot[u"shooting"_s] = mark(shot[u"shooting"_s].toObject());
    shots[0] = shot;
    QJsonArray cast = json[u"cast"_s].toArray();
    cast[1] = mark(cast[1].toObject());
    json[u"cast"_s] = cast;
    scene[u"shots"_s] = shots;
    scenes[0] = scene;
    json[u"scenes"_s] = scenes;
    json[u"settings"_s] = mark(json[u"settings"_s].toObject());
    QJsonArray audio = json[u"audio"_s].toArray();
    audio[0] = mark(audio[0].toObject());
    json[u"audio"_s] = audio;
    json = mark(json);
    const auto film = filmFromJson(json);
    QVERIFY(film.has_value());
    QCOMPARE(filmToJson(*film, true), json);
    QVERIFY(!(*film == fullFilm()));
}

void TestFilmJson::wrongKindsAreNamed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("a name that is a number") << u"name"_s << QJsonValue(3);
    QTest::newRow("a length that is text") << u"length"_s << QJsonValue(u"long"_s);
    QTest::newRow("half a frame") << u"length"_s << QJsonValue(1.5);
    QTest::newRow("panels that are no list") << u"panels"_s << QJsonValue(u"x"_s);
    QTest::newRow("panels of numbers") << u"panels"_s << QJsonValue(QJsonArray{1, 2});
    QTest::newRow("an unknown size") << u"size"_s << QJsonValue(u"HUGE"_s);
    QTest::newRow("no id") << u"id"_s << QJsonValue(u"me"_s);
    QTest::newRow("a broken stroke")
        << u"panels"_s
        << QJsonValue(QJsonArray{QJsonObject{
               {u"layers"_s,
                QJsonArray{QJsonObject{
                    {u"strokes"_s, QJsonArray{QJsonObject{{u"points"_s, u"@@@"_s}}}}}}}}});
    QTest::newRow("an unknown brush")
        << u"panels"_s
        << QJsonValue(QJsonArray{QJsonObject{
               {u"layers"_s,
                QJsonArray{QJsonObject{
                    {u"strokes"_s,
                     QJsonArray{QJsonObject{{u"brush"_s, u"spray"_s}, {u"points"_s, u""_s}}}}}}}}});
}

void TestFilmJson::wrongKindsAreNamed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(*fullFilm().shotNamed(u"1A"_s));
    json[key] = value;
    const auto shot = shotFromJson(json);
    QVERIFY(!shot);
    QCOMPARE(errorName(shot.error().code), errorName(ErrorCode::FilmDamaged));
    QVERIFY(QString::fromStdString(shot.error().subject).startsWith(u"shot"_s));
    QVERIFY(!shot.error().detail.empty());
}

void TestFilmJson::handWrittenFilmNeedsNoIds()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"rain ü.wav"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("RIFF");
    file.close();
    const QByteArray text = R"({
        "settings": {"title": "By hand", "width": 640, "height": 360, "rate": "25"},
        "assets": [{"hash": "rain", "mime": "audio/x-wav", "name": "rain", "file": "rain ü.wav"}],
        "audio": [{"clips": [{"name": "rain", "sound": "rain", "length": 2}]}],
        "scenes": [{"heading": "EXT. ROAD", "shots": [{"name": "1A", "length": 25, "panels": [
            {"layers": [{"strokes": [{"brush": "ink", "points": [0, 0, 0.5, 1, 1, 1]}]}]}]}]}]})";
    const auto film = filmFromJson(QJsonDocument::fromJson(text).object(), folder.path());
    QVERIFY2(film.has_value(), film ? "" : film.error().detail.c_str());
    const Stroke& stroke = *firstShot(*film)->panels[0]->layers[0].strokes[0];
    QCOMPARE(stroke.points, (QList<StrokePoint>{{0, 0, 0.5F}, {1, 1, 1}}));
    QCOMPARE(film->assets[film->audio[0]->clips[0].sound]->bytes, QByteArray("RIFF"));
}

void TestFilmJson::newerFormatIsRefused()
{
    QJsonObject json = filmToJson(fullFilm(), true);
    json[u"format"_s] = kFilmFormat + 1;
    const auto film = filmFromJson(json);
    QVERIFY(!film);
    QCOMPARE(errorName(film.error().code), errorName(ErrorCode::FilmNewer));
}

void TestFilmJson::migrationStepsRunInOrder()
{
    FilmRows rows;
    rows.format = kFilmFormat - 2;
    rows.settings[u"seen"_s] = u""_s;
    const auto step = [](int from) {
        return MigrationStep{from, [from](FilmRows& each) {
                                 each.settings[u"seen"_s] =
                                     each.settings[u"seen"_s].toString() + QString::number(from);
                                 return QStringList{u"from %1"_s.arg(from)};
                             }};
    };
    const auto notes = migrate(rows, {step(kFilmFormat - 1), step(kFilmFormat - 2)});
    QVERIFY(notes.has_value());
    QCOMPARE(notes->size(), 2);
    QCOMPARE(rows.format, kFilmFormat);
    QCOMPARE(rows.settings[u"seen"_s].toString(),
             QString::number(kFilmFormat - 2) + QString::number(kFilmFormat - 1));
}

void TestFilmJson::migrationWithoutAStepIsRefused()
{
    FilmRows rows;
    rows.format = kFilmFormat - 1;
    const auto notes = migrate(rows, {});
    QVERIFY(!notes);
    QCOMPARE(errorName(notes.error().code), errorName(ErrorCode::FilmDamaged));
}

void TestFilmJson::positionsStayWhenOneIsInserted()
{
    QStringList order;
    for (int i = 0; i < 2000; ++i)
        order.append(QString::number(i));
    const auto old = rowPositions(order, {});
    order.insert(1000, u"new"_s);
    const auto positions = rowPositions(order, old);
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (i > 0)
            QVERIFY(positions[order[i - 1]] < positions[order[i]]);
        if (order[i] != u"new"_s)
            QCOMPARE(positions[order[i]], old[order[i]]);
    }
}

void TestFilmJson::positionsStayWhenOneMoves()
{
    const QStringList order{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    const auto old = rowPositions(order, {});
    const auto moved = rowPositions({u"b"_s, u"c"_s, u"d"_s, u"a"_s, u"e"_s}, old);
    int written = 0;
    for (const QString& id : order)
        written += moved[id] != old[id];
    QCOMPARE(written, 1);
    QVERIFY(moved[u"d"_s] < moved[u"a"_s] && moved[u"a"_s] < moved[u"e"_s]);
}

void TestFilmJson::positionsSurviveManyInsertsAtOnePlace()
{
    QStringList order{u"first"_s, u"last"_s};
    auto positions = rowPositions(order, {});
    for (int i = 0; i < 200; ++i) {
        order.insert(1, QString::number(i));
        positions = rowPositions(order, positions);
        for (qsizetype k = 1; k < order.size(); ++k)
            QVERIFY(positions[order[k - 1]] < positions[order[k]]);
    }
}

QTEST_GUILESS_MAIN(TestFilmJson)
#include "tst_filmjson.moc"
