// Whole films made by dollygrip-cli: what it prints and what it leaves on the disk.

#include "core/project/filmstore.h"
#include "tests/cli/clifolder.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <numbers>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

class TestCli : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<CliFolder>(); }
    void aFilmIsMadeAndFilled();
    void sceneHeadingsAreFoundOrMade();
    void motionGoesToTheNearestLayer();
    void cameraTakesMovesAndKeys();
    void conditioningWritesEverything();
    void motionGoesToOtherProgramsAndBack();
    void exportWritesMoviesAndPictures();
    void shootShootsOrSaysWhyNot();
    void sampleIsAWholeFilm();
    void dumpIsSortedJsonAlone();
    void checkReadsWhatWasLeftInTheLog();

private:
    const QString m_film = CliFolder::filmName();
    std::unique_ptr<CliFolder> m_folder;
};

void TestCli::aFilmIsMadeAndFilled()
{
    m_folder->makeFilm();
    m_folder->succeeds(
        {u"add-shot"_s, m_film, u"--picture"_s, u"far.png"_s, u"--prompt"_s, u"rain"_s});
    m_folder->succeeds({u"add-audio"_s, m_film, u"--file"_s, u"tone.wav"_s, u"--at"_s, u"10"_s,
                        u"--gain-db"_s, u"-6"_s});
    m_folder->succeeds({u"trim"_s, m_film, u"--shot"_s, u"1A"_s, u"--length"_s, u"12"_s});
    const Run info = m_folder->run({u"info"_s, m_film, u"--json"_s});
    QCOMPARE(info.code, 0);
    QCOMPARE(info.json()[u"fps"_s].toString(), u"25"_s);
    QCOMPARE(info.json()[u"width"_s].toInt(), 320);
    QCOMPARE(info.json()[u"frames"_s].toInt(), 60);
    const QJsonArray shots = info.json()[u"scenes"_s].toArray()[0][u"shots"_s].toArray();
    QCOMPARE(shots[0][u"name"_s].toString(), u"1A"_s);
    QCOMPARE(shots[0][u"length"_s].toInt(), 12);
    QCOMPARE(shots[0][u"layers"_s].toInt(), 2);
    QCOMPARE(shots[1][u"name"_s].toString(), u"1B"_s);
    QCOMPARE(shots[1][u"start"_s].toInt(), 12);
    QCOMPARE(shots[1][u"prompt"_s].toString(), u"rain"_s);
    const QJsonValue sound = info.json()[u"sounds"_s].toArray()[0];
    QCOMPARE(sound[u"at"_s].toInt(), 16); // it began after 1A's old end: it moved along
    QCOMPARE(sound[u"gain_db"_s].toDouble(), -6.0);
    QVERIFY(std::abs(sound[u"seconds"_s].toDouble() - 1.0) < 0.01);
    m_folder->succeeds({u"check"_s, m_film});
    m_folder->succeeds({u"check"_s, m_film, u"--strict"_s});
    const Film made = m_folder->film(m_film);
    const auto shot = made.shotNamed(u"1A"_s);
    QCOMPARE(shot->panels[0]->layers[1].depthM, 3.0);
    QCOMPARE(made.settings.title, u"it's \"ü\""_s);
}

void TestCli::sceneHeadingsAreFoundOrMade()
{
    m_folder->succeeds({u"new"_s, u"a.dgrip"_s});
    for (const QString& scene : {u"INT. A"_s, u"EXT. B"_s, u"INT. A"_s})
        m_folder->succeeds(
            {u"add-shot"_s, u"a.dgrip"_s, u"--picture"_s, u"far.png"_s, u"--scene"_s, scene});
    const Film made = m_folder->film(u"a.dgrip"_s);
    QCOMPARE(made.scenes.size(), 2);
    QCOMPARE(made.scenes[0]->shots.size(), 2);
    QCOMPARE(made.scenes[1]->shots[0]->name, u"2A"_s);
    QCOMPARE(made.assets.size(), 1); // the same picture, once
}

void TestCli::motionGoesToTheNearestLayer()
{
    m_folder->makeFilm();
    const QStringList motion{u"add-motion"_s, m_film,
                             u"--shot"_s,     u"1A"_s,
                             u"--region"_s,   u"0.3,0.3 0.7,0.3 0.7,0.7"_s,
                             u"--path"_s,     u"0.5,0.5 0.7,0.4"_s};
    m_folder->succeeds(
        motion + QStringList{u"--ease"_s, u"in-out"_s, u"--from"_s, u"0.25"_s, u"--lift"_s});
    m_folder->succeeds(motion + QStringList{u"--layer"_s, u"1"_s});
    const auto shot = m_folder->film(m_film).shotNamed(u"1A"_s);
    QCOMPARE(shot->regions.size(), 2);
    const auto& layers = shot->panels[0]->layers;
    QVERIFY(shot->regions[0].layer == layers[1].id);
    QVERIFY(shot->regions[0].isLifted);
    const MotionPath& path = shot->regions[0].motions[0].path;
    QVERIFY(path.speed.ease == Ease::InOut);
    QCOMPARE(path.from, 0.25);
    QCOMPARE(path.points[1].x(), 0.7);
    QVERIFY(shot->regions[1].layer == layers[0].id);
    QVERIFY(!shot->regions[1].isLifted);
}

void TestCli::cameraTakesMovesAndKeys()
{
    m_folder->makeFilm();
    m_folder->succeeds({u"set-camera"_s, m_film, u"--shot"_s, u"1A"_s, u"--move"_s, u"pan:30"_s});
    auto keys = m_folder->film(m_film).shotNamed(u"1A"_s)->camera.keys;
    QVERIFY(std::abs(keys.back().pose.panRad - std::numbers::pi / 6) < 1e-12);
    m_folder->succeeds({u"set-camera"_s, m_film, u"--shot"_s, u"1A"_s, u"--move"_s,
                        u"dolly-out:1.5"_s, u"--ease"_s, u"in-out"_s});
    keys = m_folder->film(m_film).shotNamed(u"1A"_s)->camera.keys;
    QVERIFY(std::abs(keys.back().pose.position.z() + 1.5) < 1e-12);
    m_folder->put(u"keys.json"_s, R"([{"at":0.0},{"at":0.5,"x":0.2,"tilt":-5,"ease":"out"},
                            {"at":1.0,"x":1,"y":2,"z":3,"pan":10,"tilt":20,"roll":30,"focal_mm":50}])");
    m_folder->succeeds(
        {u"set-camera"_s, m_film, u"--shot"_s, u"1A"_s, u"--keys"_s, u"keys.json"_s});
    keys = m_folder->film(m_film).shotNamed(u"1A"_s)->camera.keys;
    QCOMPARE(keys.size(), std::size_t(3));
    QCOMPARE(keys[0].pose.focalMm, 35.0);
    QVERIFY(keys[1].ease == Ease::Out);
    QCOMPARE(keys[2].pose.position, Eigen::Vector3d(1, 2, 3));
    QVERIFY(std::abs(keys[2].pose.rollRad - std::numbers::pi / 6) < 1e-12);
    QCOMPARE(keys[2].pose.focalMm, 50.0);
}

void TestCli::motionGoesToOtherProgramsAndBack()
{
    m_folder->makeFilm();
    m_folder->succeeds({u"add-motion"_s, m_film, u"--shot"_s, u"1A"_s, u"--region"_s,
                        u"0.35,0.3 0.65,0.3 0.65,0.7 0.35,0.7"_s, u"--path"_s,
                        u"0.5,0.5 0.7,0.5"_s});
    for (const QString& format : {u"wan-move"_s, u"ati"_s, u"kjnodes"_s, u"tora"_s, u"kling"_s,
                                  u"realestate10k"_s, u"motionctrl"_s}) {
        m_folder->succeeds({u"conditioning"_s, m_film, format, u"--shot"_s, u"1A"_s, u"--size"_s,
                            u"208x120"_s, u"--format"_s, format});
        QVERIFY2(QFileInfo::exists(m_folder->path(format)), qPrintable(format));
    }
    m_folder->succeeds({u"conditioning"_s, u"ati"_s, u"way.json"_s, u"--from"_s, u"ati"_s,
                        u"--format"_s, u"kjnodes"_s});
    QVERIFY(QFileInfo(m_folder->path(u"way.json"_s)).size() > 1000);
    m_folder->succeeds({u"conditioning"_s, m_film, u"case"_s, u"--shot"_s, u"1A"_s, u"--size"_s,
                        u"209x121"_s, u"--format"_s, u"time-to-move"_s});
    const Run read = m_folder->run(
        {u"conditioning"_s, u"case"_s, u"-"_s, u"--from"_s, u"time-to-move"_s, u"--json"_s});
    QCOMPARE(read.code, 0);
    QCOMPARE(read.json()[u"frames"_s].toInt(), 81);
    QCOMPARE(read.json()[u"width"_s].toInt(), 208);
    QVERIFY(QFile::remove(m_folder->path(u"case/mask.mp4"_s)));
    QCOMPARE(
        m_folder->run({u"conditioning"_s, u"case"_s, u"-"_s, u"--from"_s, u"time-to-move"_s}).code,
        1);
    // What a format cannot say, a name that is none, a film without its shot.
    QCOMPARE(m_folder
                 ->run({u"conditioning"_s, u"realestate10k"_s, u"x.json"_s, u"--from"_s,
                        u"realestate10k"_s, u"--format"_s, u"kling"_s})
                 .code,
             1);
    QVERIFY(!QFileInfo::exists(m_folder->path(u"x.json"_s)));
    QCOMPARE(m_folder->run({u"conditioning"_s, m_film, u"x"_s, u"--format"_s, u"nonsense"_s}).code,
             2);
    QCOMPARE(m_folder->run({u"conditioning"_s, m_film, u"x"_s}).code, 2);
}

void TestCli::conditioningWritesEverything()
{
    m_folder->makeFilm();
    m_folder->succeeds({u"add-motion"_s, m_film, u"--shot"_s, u"1A"_s, u"--region"_s,
                        u"0.35,0.3 0.65,0.3 0.65,0.7 0.35,0.7"_s, u"--path"_s, u"0.5,0.5 0.7,0.5"_s,
                        u"--lift"_s});
    m_folder->put(u"keys.json"_s, R"([{"at":0},{"at":1,"x":0.4,"y":0.1,"pan":5,"tilt":3}])");
    m_folder->succeeds(
        {u"set-camera"_s, m_film, u"--shot"_s, u"1A"_s, u"--keys"_s, u"keys.json"_s});
    m_folder->succeeds({u"conditioning"_s, m_film, u"--shot"_s, u"1A"_s, u"--size"_s, u"208x120"_s,
                        u"con ditioning"_s});
    const QDir folder(m_folder->path(u"con ditioning"_s));
    QCOMPARE(folder.entryList({u"guide-*.png"_s}).size(), 6);
    QCOMPARE(folder.entryList({u"hole-*.png"_s}).size(), 6);
    const QImage guide(folder.filePath(u"guide-00005.png"_s));
    QCOMPARE(guide.size(), QSize(208, 120));
    QVERIFY(!guide.hasAlphaChannel());
    const QImage hole(folder.filePath(u"hole-00005.png"_s));
    QCOMPARE(hole.size(), QSize(208, 120));
    QVERIFY(hole.isGrayscale() && hole.depth() == 8);
    bool hasHole = false;
    for (int x = 0; x < 208; ++x)
        hasHole |= qGray(hole.pixel(x, 60)) == 255;
    QVERIFY(hasHole); // the camera left the picture's edge

    QFile tracks(folder.filePath(u"tracks.npy"_s));
    QVERIFY(tracks.open(QIODevice::ReadOnly));
    const QByteArray npy = tracks.readAll();
    QVERIFY(npy.startsWith(QByteArray("\x93NUMPY\x01\x00", 8)));
    const int header = qFromLittleEndian<quint16>(npy.constData() + 8);
    QCOMPARE((10 + header) % 64, 0);
    const QByteArray words = npy.mid(10, header);
    QVERIFY2(words.startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 6, "),
             words.constData());
    const int points = words.mid(words.indexOf("(1, 6, ") + 7).split(',').first().toInt();
    QVERIFY(points >= 16);
    QCOMPARE(npy.size(), 10 + header + 6 * points * 2 * 4);
    QFile visibility(folder.filePath(u"visibility.npy"_s));
    QVERIFY(visibility.open(QIODevice::ReadOnly));
    const QByteArray seen = visibility.readAll();
    QVERIFY(seen.contains("'|b1'"));
    QCOMPARE(seen.size(), 10 + qFromLittleEndian<quint16>(seen.constData() + 8) + 6 * points);

    const QJsonObject camera = m_folder->jsonFile(u"con ditioning/camera.json"_s);
    QCOMPARE(camera[u"width"_s].toInt(), 208);
    QCOMPARE(camera[u"frames"_s].toArray().size(), 6);
    const QJsonValue last = camera[u"frames"_s].toArray()[5];
    QVERIFY(std::abs(last[u"pan"_s].toDouble() - 5) < 1e-9);
    QVERIFY(std::abs(last[u"position"_s].toArray()[0].toDouble() - 0.4) < 1e-9);
    QCOMPARE(last[u"focal_mm"_s].toDouble(), 35.0);
    // A world point goes through the matrix where the film's own camera sees it.
    const auto shot = m_folder->film(m_film).shotNamed(u"1A"_s);
    const Camera own = shot->camera.cameraAt(1.0, 5.0 / 25, 320.0 / 180);
    const Eigen::Vector3d world(0.7, 0.3, 6);
    const auto expected = own.project(world);
    double seenAt[3];
    for (int row = 0; row < 3; ++row) {
        const QJsonArray m = last[u"world_to_camera"_s].toArray()[row].toArray();
        seenAt[row] = m[0].toDouble() * world.x() - m[1].toDouble() * world.y()
                      + m[2].toDouble() * world.z() + m[3].toDouble();
    }
    const QJsonValue lens = last[u"intrinsics"_s];
    QVERIFY(std::abs(lens[u"fx"_s].toDouble() * seenAt[0] / seenAt[2] + 0.5 - expected->x())
            < 1e-9);
    QVERIFY(std::abs(lens[u"fy"_s].toDouble() * seenAt[1] / seenAt[2] + 0.5 - expected->y())
            < 1e-9);
}

void TestCli::exportWritesMoviesAndPictures()
{
    m_folder->makeFilm();
    m_folder->succeeds(
        {u"add-shot"_s, m_film, u"--picture"_s, u"far.png"_s, u"--length"_s, u"4"_s});
    m_folder->succeeds({u"add-audio"_s, m_film, u"--file"_s, u"tone.wav"_s});
    for (const QString& name : {u"out ü.mp4"_s, u"out.mov"_s}) {
        m_folder->succeeds({u"export"_s, m_film, name, u"--burn-in"_s, u"timecode,shot"_s});
        QVERIFY(QFileInfo(m_folder->path(name)).size() > 1000);
    }
    const Run json = m_folder->run({u"export"_s, m_film, u"pictures"_s, u"--shots"_s, u"1B"_s,
                                    u"--size"_s, u"160x90"_s, u"--json"_s});
    QCOMPARE(json.code, 0);
    QCOMPARE(json.json()[u"frames"_s].toInt(), 4);
    const QDir pictures(m_folder->path(u"pictures"_s));
    const QStringList files = pictures.entryList({u"*.png"_s});
    QCOMPARE(files.size(), 4);
    QCOMPARE(QImage(pictures.filePath(files[0])).size(), QSize(160, 90));
}

void TestCli::shootShootsOrSaysWhyNot()
{
    m_folder->makeFilm();
    m_folder->succeeds(
        {u"set-camera"_s, m_film, u"--shot"_s, u"1A"_s, u"--move"_s, u"truck:0.3"_s});
    const bool hasEngine =
        !m_folder->run({u"info"_s, u"--json"_s}).json()[u"torch"_s].toString().isEmpty();
    const Run first = m_folder->run({u"shoot"_s, m_film, u"--quality"_s, u"move"_s, u"--json"_s});
    if (!hasEngine) {
        QCOMPARE(first.code, 1);
        QCOMPARE(first.err, u"This build of Dollygrip has no generator.\n"_s);
        return;
    }
    QVERIFY2(first.code == 0, qPrintable(first.err));
    const QJsonValue take = first.json()[u"takes"_s].toArray()[0];
    QCOMPARE(take[u"frames"_s].toInt(), 6);
    QCOMPARE(take[u"wasKnown"_s].toBool(true), false);
    const QDir folder(take[u"folder"_s].toString());
    QCOMPARE(folder.entryList({u"frame-*.png"_s}).size(), 6);
    QCOMPARE(QImage(folder.filePath(u"frame-00000.png"_s)).size(), QSize(320, 180));
    const Run second = m_folder->run({u"shoot"_s, m_film, u"--quality"_s, u"move"_s, u"--json"_s});
    QCOMPARE(second.code, 0);
    QVERIFY(second.json()[u"takes"_s].toArray()[0][u"wasKnown"_s].toBool());
    const Run info = m_folder->run({u"info"_s, m_film, u"--json"_s});
    QCOMPARE(info.json()[u"scenes"_s].toArray()[0][u"shots"_s].toArray()[0][u"state"_s].toString(),
             u"take"_s);
    QCOMPARE(info.json()[u"takes"_s].toInt(), 1);
}

void TestCli::sampleIsAWholeFilm()
{
    m_folder->succeeds({u"sample"_s, u"sample.dgrip"_s});
    m_folder->succeeds({u"check"_s, u"sample.dgrip"_s, u"--strict"_s});
    const Film sample = m_folder->film(u"sample.dgrip"_s);
    QVERIFY(sample.shotCount() >= 6 && sample.shotCount() <= 10);
    QVERIFY(!sample.audio.isEmpty() && !sample.audio[0]->clips.isEmpty());
    qsizetype regions = 0;
    qsizetype cameras = 0;
    for (const auto& scene : sample.scenes) {
        for (const auto& shot : scene->shots) {
            regions += shot->regions.size();
            cameras += !shot->camera.isStatic();
        }
    }
    QVERIFY(regions > 0 && cameras > 2);
}

void TestCli::dumpIsSortedJsonAlone()
{
    m_folder->makeFilm();
    const Run first = m_folder->run({u"dump"_s, m_film});
    QCOMPARE(first.code, 0);
    const QJsonObject json = first.json();
    QCOMPARE(json[u"format"_s].toInt(), 2);
    QVERIFY(!json[u"assets"_s].toArray()[0].toObject().contains(u"base64"_s));
    QCOMPARE(first.out.toUtf8(), QJsonDocument(json).toJson());
    QVERIFY(first.out.indexOf(u"\"assets\""_s) < first.out.indexOf(u"\"scenes\""_s));
    QCOMPARE(m_folder->run({u"dump"_s, m_film}).out, first.out);
    const Run whole = m_folder->run({u"dump"_s, m_film, u"--with-bytes"_s});
    QVERIFY(whole.json()[u"assets"_s].toArray()[0].toObject().contains(u"base64"_s));
}

void TestCli::checkReadsWhatWasLeftInTheLog()
{
    m_folder->makeFilm();
    // A film as a killed program leaves it: its newest edits are in the log.
    QString copy = m_folder->path(u"left.dgrip"_s);
    {
        auto store = FilmStore::open(m_folder->path(m_film));
        QVERIFY(store.has_value());
        Film changed = (*store)->openedFilm();
        changed.settings.title = u"newest"_s;
        (*store)->write(diff((*store)->openedFilm(), changed), changed);
        QVERIFY((*store)->flush().has_value());
        QVERIFY(QProcess::execute(u"cp"_s, {(*store)->path(), copy}) == 0);
        QVERIFY(QProcess::execute(u"cp"_s, {(*store)->path() + u"-wal"_s, copy + u"-wal"_s}) == 0);
    }
    QCOMPARE(m_folder->run({u"info"_s, u"left.dgrip"_s, u"--json"_s}).json()[u"title"_s].toString(),
             u"newest"_s);
    m_folder->succeeds({u"check"_s, u"left.dgrip"_s, u"--strict"_s});
    m_folder->succeeds({u"trim"_s, u"left.dgrip"_s, u"--shot"_s, u"1A"_s, u"--length"_s, u"9"_s});
    QCOMPARE(m_folder->film(u"left.dgrip"_s).settings.title, u"newest"_s);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
