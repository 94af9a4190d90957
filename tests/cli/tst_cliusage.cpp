// What dollygrip-cli refuses: exact exit codes and sentences, and nothing changed.

#include "core/project/filmstore.h"
#include "tests/cli/clifolder.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

class TestCliUsage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<CliFolder>(); }
    void everyCommandHasHelp();
    void wrongUsageExitsWithTwo_data();
    void wrongUsageExitsWithTwo();
    void failuresExitWithOneAndOneLine_data();
    void failuresExitWithOneAndOneLine();
    void failuresInJsonAreJson();
    void badCameraKeysAreNamed_data();
    void badCameraKeysAreNamed();
    void failedExportLeavesNothing();
    void infoTellsWhatItRunsOn();
    void filmThatIsOpenElsewhereIsRefused();

private:
    const QString m_film = CliFolder::filmName();
    std::unique_ptr<CliFolder> m_folder;
};

void TestCliUsage::everyCommandHasHelp()
{
    const Run all = m_folder->run({u"--help"_s});
    QCOMPARE(all.code, 0);
    for (const QString& command :
         {u"new"_s, u"add-shot"_s, u"add-layer"_s, u"add-motion"_s, u"set-camera"_s, u"add-audio"_s,
          u"trim"_s, u"cast"_s, u"shoot"_s, u"takes"_s, u"export"_s, u"conditioning"_s, u"info"_s,
          u"check"_s, u"dump"_s, u"sample"_s}) {
        QVERIFY2(all.out.contains(u"  "_s + command), qPrintable(command));
        const Run help = m_folder->run({command, u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.startsWith(u"dollygrip-cli "_s + command));
        QCOMPARE(help.err, QString());
    }
    QVERIFY(m_folder->run({u"set-camera"_s, u"--help"_s}).out.contains(u"dolly-zoom-in"_s));
}

void TestCliUsage::wrongUsageExitsWithTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QStringList& words, const QString& says) {
        QTest::newRow(name) << words << says;
    };
    row("nothing", {}, u"No command was given."_s);
    row("unknown command", {u"render"_s}, u"There is no command “render”."_s);
    row("no film", {u"new"_s}, u"FILM is missing."_s);
    row("unknown option", {u"new"_s, u"a.dgrip"_s, u"--colour"_s, u"red"_s},
        u"There is no option --colour here."_s);
    row("missing value", {u"new"_s, u"a.dgrip"_s, u"--title"_s}, u"--title needs a value: T."_s);
    row("missing option", {u"trim"_s, u"a.dgrip"_s, u"--length"_s, u"5"_s},
        u"--shot NAME is missing."_s);
    row("twice", {u"new"_s, u"a.dgrip"_s, u"--fps"_s, u"24"_s, u"--fps"_s, u"25"_s},
        u"--fps is given twice."_s);
    row("one word too many", {u"info"_s, u"a.dgrip"_s, u"b.dgrip"_s},
        u"“b.dgrip” is one word too many."_s);
    row("no size", {u"new"_s, u"a.dgrip"_s, u"--size"_s, u"big"_s},
        u"--size big is no size such as 1920x1080, 16 to 8192 each way."_s);
    row("no rate", {u"new"_s, u"a.dgrip"_s, u"--fps"_s, u"fast"_s},
        u"--fps fast is no frame rate such as 24 or 24000/1001."_s);
    row("no length", {u"trim"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s, u"--length"_s, u"0"_s},
        u"--length 0 is no whole number between 1 and 10000000."_s);
    row("no point",
        {u"add-motion"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s, u"--region"_s, u"0,0 1,0 1;1"_s,
         u"--path"_s, u"0,0 1,1"_s},
        u"--region: “1;1” is no point such as 0.25,0.5."_s);
    row("two points are no region",
        {u"add-motion"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s, u"--region"_s, u"0,0 1,0"_s,
         u"--path"_s, u"0,0 1,1"_s},
        u"--region needs at least 3 points."_s);
    row("from after to",
        {u"add-motion"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s, u"--region"_s, u"0,0 1,0 1,1"_s,
         u"--path"_s, u"0,0 1,1"_s, u"--from"_s, u"0.8"_s, u"--to"_s, u"0.2"_s},
        u"--from must be smaller than --to."_s);
    row("unknown ease",
        {u"add-motion"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s, u"--region"_s, u"0,0 1,0 1,1"_s,
         u"--path"_s, u"0,0 1,1"_s, u"--ease"_s, u"slow"_s},
        u"--ease slow is none of: none, in, out, in-out."_s);
    row("move and keys",
        {u"set-camera"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s, u"--move"_s, u"pan"_s, u"--keys"_s,
         u"k.json"_s},
        u"Give either --move or --keys."_s);
    row("neither move nor keys", {u"set-camera"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s},
        u"Give either --move or --keys."_s);
    row("no amount",
        {u"set-camera"_s, u"a.dgrip"_s, u"--shot"_s, u"1A"_s, u"--move"_s, u"pan:much"_s},
        u"--move pan:much: “much” is no amount."_s);
    row("unknown suffix", {u"export"_s, u"a.dgrip"_s, u"film.avi"_s},
        u"“film.avi” is neither .mp4, .mov nor a folder."_s);
    row("unknown burn-in", {u"export"_s, u"a.dgrip"_s, u"f.mp4"_s, u"--burn-in"_s, u"logo"_s},
        u"--burn-in logo is none of: timecode, shot."_s);
    row("unknown quality", {u"shoot"_s, u"a.dgrip"_s, u"--quality"_s, u"best"_s},
        u"--quality best is none of: draft, move, final."_s);
}

void TestCliUsage::wrongUsageExitsWithTwo()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const Run result = m_folder->run(words);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QString());
    QCOMPARE(result.err.section(u'\n', 0, 0), says);
    QVERIFY(result.err.section(u'\n', 1, 1).startsWith(u"Try: dollygrip-cli"_s));
    QVERIFY(!QFile::exists(m_folder->path(u"a.dgrip"_s)));
}

void TestCliUsage::failuresExitWithOneAndOneLine_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QStringList& words, const QString& says) {
        QTest::newRow(name) << words << says;
    };
    row("no such film", {u"info"_s, u"absent.dgrip"_s},
        u"There is no file or folder “absent.dgrip”. Check its name, or look for it elsewhere."_s);
    row("no film", {u"info"_s, u"far.png"_s},
        u"“far.png” is not a Dollygrip film. Choose a file that ends in .dgrip."_s);
    row("film exists", {u"new"_s, u"far.png"_s},
        u"“far.png” is there already and was left as it is. Choose another name, or move it away first."_s);
    row("odd size", {u"new"_s, u"b.dgrip"_s, u"--size"_s, u"321x180"_s},
        u"“film settings” was not changed (a picture size of 321 x 180 is not even). Choose "
        "another value; nothing was changed."_s);
    row("no such folder", {u"new"_s, u"nowhere/b.dgrip"_s},
        u"There is no file or folder “nowhere”. Check its name, or look for it elsewhere."_s);
    row("no such shot", {u"trim"_s, u"@"_s, u"--shot"_s, u"9Z"_s, u"--length"_s, u"4"_s},
        u"The film has no shot 9Z. Check the name; the film may have changed meanwhile."_s);
    row("no such layer",
        {u"add-motion"_s, u"@"_s, u"--shot"_s, u"1A"_s, u"--layer"_s, u"3"_s, u"--region"_s,
         u"0,0 1,0 1,1"_s, u"--path"_s, u"0,0 1,1"_s},
        u"The film has no layer 3 (shot 1A has 2). Check the name; the film may have changed "
        "meanwhile."_s);
    row("no such picture", {u"add-shot"_s, u"@"_s, u"--picture"_s, u"absent.png"_s},
        u"There is no file or folder “absent.png”. Check its name, or look for it elsewhere."_s);
    row("no picture", {u"add-shot"_s, u"@"_s, u"--picture"_s, u"tone.wav"_s},
        u"“tone.wav” is not of a kind that can be read. Save it as PNG or JPEG for a picture, as "
        "WAV, FLAC or MP3 for a sound."_s);
    row("empty picture", {u"add-shot"_s, u"@"_s, u"--picture"_s, u"empty.png"_s},
        u"“empty.png” is damaged or cut off (the file is empty). Copy it again from where it came."_s);
    row("shot name taken",
        {u"add-shot"_s, u"@"_s, u"--picture"_s, u"far.png"_s, u"--name"_s, u"1A"_s},
        u"“1A” was not changed (there is a shot of that name). Choose another value; nothing was "
        "changed."_s);
    row("no such shot to export", {u"export"_s, u"@"_s, u"a.mp4"_s, u"--shots"_s, u"1A,7B"_s},
        u"The film has no shot 7B. Check the name; the film may have changed meanwhile."_s);
}

void TestCliUsage::failuresExitWithOneAndOneLine()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    m_folder->makeFilm();
    m_folder->put(u"empty.png"_s, {});
    words.replaceInStrings(u"@"_s, m_film);
    const Film before = m_folder->film(m_film);
    const Run result = m_folder->run(words);
    QCOMPARE(result.code, 1);
    QCOMPARE(result.out, QString());
    QCOMPARE(result.err, says + u'\n');
    QVERIFY(m_folder->film(m_film) == before);
    QVERIFY(!QFile::exists(m_folder->path(u"b.dgrip"_s)));
    QVERIFY(!QFile::exists(m_folder->path(u"a.mp4"_s)));
}

void TestCliUsage::failuresInJsonAreJson()
{
    const Run result = m_folder->run({u"info"_s, u"absent.dgrip"_s, u"--json"_s});
    QCOMPARE(result.code, 1);
    QCOMPARE(result.json()[u"ok"_s].toBool(true), false);
    QCOMPARE(result.json()[u"error"_s][u"code"_s].toString(), u"FileNotFound"_s);
    QVERIFY(!result.err.isEmpty());
}

void TestCliUsage::badCameraKeysAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("no JSON") << QByteArray("pan") << u"illegal value"_s;
    QTest::newRow("no list") << QByteArray("{}") << u"it is no list of camera keys"_s;
    QTest::newRow("empty") << QByteArray("[]") << u"it is no list of camera keys"_s;
    QTest::newRow("no at") << QByteArray(R"([{"x":1}])") << u"key 1 has no “at”"_s;
    QTest::newRow("unknown") << QByteArray(R"([{"at":0,"zoom":1}])")
                             << u"key 1 has an unknown “zoom”"_s;
    QTest::newRow("text") << QByteArray(R"([{"at":"now"}])") << u"“at” of key 1 is no number"_s;
    QTest::newRow("backwards") << QByteArray(R"([{"at":0.5},{"at":0.1}])")
                               << u"key 2 does not come after the one before it"_s;
    QTest::newRow("no lens") << QByteArray(R"([{"at":0,"focal_mm":0}])")
                             << u"the focal length of key 1 is no lens"_s;
}

void TestCliUsage::badCameraKeysAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    m_folder->makeFilm();
    m_folder->put(u"keys.json"_s, text);
    const Run result =
        m_folder->run({u"set-camera"_s, m_film, u"--shot"_s, u"1A"_s, u"--keys"_s, u"keys.json"_s});
    QCOMPARE(result.code, 1);
    QCOMPARE(result.err,
             u"“keys.json” makes no sense here (%1). Check what was given.\n"_s.arg(why));
}

void TestCliUsage::failedExportLeavesNothing()
{
    m_folder->makeFilm();
    const Run result = m_folder->run({u"export"_s, m_film, u"nowhere/out.mp4"_s});
    QCOMPARE(result.code, 1);
    QCOMPARE(result.out, QString());
    QCOMPARE(result.err.count(u'\n'), 1);
    QVERIFY(!QFile::exists(m_folder->path(u"nowhere"_s)));
}

void TestCliUsage::infoTellsWhatItRunsOn()
{
    const Run info = m_folder->run({u"info"_s, u"--json"_s});
    QCOMPARE(info.code, 0);
    QCOMPARE(info.json()[u"qt"_s].toString(), QString::fromLatin1(qVersion()));
    QVERIFY(info.json()[u"ffmpeg"_s].toString().at(0).isDigit());
    QVERIFY(info.json()[u"threads"_s].toInt() >= 1);
    QVERIFY(info.json().contains(u"torch"_s) && info.json().contains(u"blas"_s)
            && info.json().contains(u"device"_s));
    m_folder->succeeds({u"info"_s});
}

void TestCliUsage::filmThatIsOpenElsewhereIsRefused()
{
    m_folder->makeFilm();
    const auto store = FilmStore::open(m_folder->path(m_film));
    QVERIFY(store.has_value());
    const Run result =
        m_folder->run({u"trim"_s, m_film, u"--shot"_s, u"1A"_s, u"--length"_s, u"9"_s});
    QCOMPARE(result.code, 1);
    QVERIFY2(result.err.contains(u"is open in another program"_s), qPrintable(result.err));
    QVERIFY(result.err.contains(QSysInfo::machineHostName()));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
