// shoot, takes and cast of dollygrip-cli, with the fake generator and a model of random weights.

#include "core/generator/modelfolder.h"
#include "core/project/film.h"
#include "tests/cli/clifolder.h"
#include "tests/support/randommodel.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

class TestCliShoot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<CliFolder>();
        m_folder->useFakeGenerator();
        m_folder->makeFilm();
    }
    void completionShootsWithoutAModel();
    void aNetworkShootsAsItIsTold();
    void theRequestIsPrintedAndNothingIsShot();
    void whatTheNetworkGetsIsWritten();
    void referencesAndSeedHoldForOneCall();
    void theCastIsKept();
    void castRefusals_data();
    void castRefusals();
    void wrongUsageExitsWithTwo_data();
    void wrongUsageExitsWithTwo();
    void aModelThatIsNotThereIsSaid();
    void takesAreListed();
    void theEngineShootsATinyModel();

private:
    QStringList network(const QStringList& more) const
    {
        return QStringList{u"shoot"_s, m_film, u"--models"_s, models(), u"--model"_s, modelId()}
               + more;
    }
    /// A folder with a tiny VACE model, written once.
    static QString models()
    {
        static const QTemporaryDir folder;
        static const bool isMade = [] {
            const auto recipe = recipeNamed("tiny-vace");
            return recipe && writeRandomModel(*recipe, {}, folder.path().toStdString()).has_value();
        }();
        if (!isMade)
            qFatal("no model");
        return folder.path();
    }
    static QString modelId()
    {
        const auto found = generator::modelsIn(models().toStdString());
        return found && !found->empty() ? QString::fromStdString(found->front().id) : QString();
    }
    QString requestText(const QStringList& more) const
    {
        const Run run = m_folder->run(network(more) + QStringList{u"--print-request"_s});
        if (run.code != 0)
            qWarning("%s", qPrintable(run.err));
        return run.out;
    }

    const QString m_film = CliFolder::filmName();
    std::unique_ptr<CliFolder> m_folder;
};

void TestCliShoot::completionShootsWithoutAModel()
{
    const Run run = m_folder->run({u"shoot"_s, m_film, u"--quality"_s, u"final"_s, u"--json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonValue take = run.json()[u"takes"_s].toArray()[0];
    QCOMPARE(take[u"model"_s].toString(), u"completion"_s);
    QCOMPARE(take[u"frames"_s].toInt(), 6);
    QCOMPARE(take[u"steps"_s].toInt(), 0);
    QVERIFY(m_folder->film(m_film).shotNamed(u"1A"_s)->circledTake.has_value());
}

void TestCliShoot::aNetworkShootsAsItIsTold()
{
    const QStringList words =
        network({u"--quality"_s, u"final"_s, u"--steps"_s, u"3"_s, u"--guidance"_s, u"1"_s,
                 u"--look"_s, u"depth"_s, u"--json"_s});
    const Run run = m_folder->run(words);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonValue take = run.json()[u"takes"_s].toArray()[0];
    QVERIFY(take[u"model"_s].toString() != u"completion"_s);
    QVERIFY(!take[u"modelName"_s].toString().isEmpty());
    QCOMPARE(take[u"steps"_s].toInt(), 3);
    QCOMPARE(take[u"conditioning"_s].toArray()[0][u"signal"_s].toString(), u"control"_s);
    QVERIFY(!take[u"wasKnown"_s].toBool());
    QVERIFY(take[u"report"_s].toObject().contains(u"flicker"_s));
    QVERIFY(QFile::exists(take[u"folder"_s].toString() + u"/control-00000.png"_s));
    QVERIFY(m_folder->run(words).json()[u"takes"_s].toArray()[0][u"wasKnown"_s].toBool());
    // The film keeps its own.
    QVERIFY(m_folder->film(m_film).shotNamed(u"1A"_s)->shooting == Shooting());
}

void TestCliShoot::theRequestIsPrintedAndNothingIsShot()
{
    const QString plain = requestText({});
    QVERIFY(plain.startsWith(u"request 1\nquality draft\n"_s));
    QVERIFY(!plain.contains(u"SUCCESS"_s));
    QVERIFY(!plain.contains(u"\nsteps "_s));
    const QString told = requestText({u"--steps"_s,       u"4"_s,
                                      u"--guidance"_s,    u"1"_s,
                                      u"--shift"_s,       u"5"_s,
                                      u"--solver"_s,      u"few-step"_s,
                                      u"--look"_s,        u"keep"_s,
                                      u"--strength"_s,    u"0.5"_s,
                                      u"--tracks"_s,      u"ati"_s,
                                      u"--start-sigma"_s, u"0.9"_s,
                                      u"--held-sigma"_s,  u"0.5"_s,
                                      u"--lora"_s,        u"fast.safetensors:0.5"_s,
                                      u"--lora"_s,        u"film look.safetensors"_s,
                                      u"--seed"_s,        u"18446744073709551615"_s});
    for (const QString& line :
         {u"seed 18446744073709551615"_s, u"steps 4"_s, u"guidance 1"_s, u"shift 5"_s,
          u"solver few-step"_s, u"look keep"_s, u"strength 0.5"_s, u"tracks ati"_s,
          u"clock 0.9 0.5"_s, u"lora 0.5 fast.safetensors"_s, u"lora 1 film look.safetensors"_s})
        QVERIFY2(told.contains(u'\n' + line + u'\n'), qPrintable(line + u'\n' + told));
    QVERIFY(!QDir(m_folder->path(QFileInfo(m_film).completeBaseName() + u".takes"_s)).exists());

    const Run json = m_folder->run(network({u"--print-request"_s, u"--json"_s}));
    const QJsonValue request = json.json()[u"requests"_s].toArray()[0];
    QCOMPARE(request[u"shot"_s].toString(), u"1A"_s);
    QCOMPARE(request[u"text"_s].toString(), plain);
    QCOMPARE(request[u"hash"_s].toString().size(), 32);
}

void TestCliShoot::whatTheNetworkGetsIsWritten()
{
    m_folder->succeeds(network({u"--conditioning"_s, u"given"_s, u"--reference"_s, u"near.png"_s}));
    const QDir given(m_folder->path(u"given"_s));
    QCOMPARE(given.entryList({u"control-*.png"_s}).size(), 3);
    QCOMPARE(given.entryList({u"reference-*.png"_s}).size(), 1);
    QCOMPARE(QImage(given.filePath(u"reference-00000.png"_s)).size(), QSize(160, 90));
    QVERIFY(
        m_folder->run({u"takes"_s, m_film, u"--json"_s}).json()[u"takes"_s].toArray().isEmpty());
}

void TestCliShoot::referencesAndSeedHoldForOneCall()
{
    const QString before = requestText({});
    const QString text = requestText(
        {u"--reference"_s, u"near.png"_s, u"--reference"_s, u"far.png"_s, u"--seed"_s, u"5"_s});
    QCOMPARE(text.count(u"\nreference "_s), 2);
    QVERIFY(text.contains(u" near.png\n"_s));
    QVERIFY(text.contains(u"\nseed 5\n"_s));
    QCOMPARE(requestText({}), before);
    QVERIFY(m_folder->film(m_film).cast.isEmpty());
}

void TestCliShoot::theCastIsKept()
{
    m_folder->succeeds({u"add-shot"_s, m_film, u"--picture"_s, u"far.png"_s, u"--name"_s, u"2A"_s,
                        u"--prompt"_s, u"Zoë's hat"_s});
    m_folder->succeeds({u"cast"_s, m_film, u"add"_s, u"Zoë"_s, u"--words"_s, u"a tall woman"_s,
                        u"--seed"_s, u"42"_s, u"--picture"_s, u"near.png"_s, u"--picture"_s,
                        u"far.png"_s});
    m_folder->succeeds({u"cast"_s, m_film, u"add"_s, u"the dog"_s});
    const Run listed = m_folder->run({u"cast"_s, m_film, u"list"_s, u"--json"_s});
    const QJsonArray cast = listed.json()[u"cast"_s].toArray();
    QCOMPARE(cast.size(), 2);
    QCOMPARE(cast[0][u"name"_s].toString(), u"Zoë"_s);
    QCOMPARE(cast[0][u"seed"_s].toString(), u"42"_s);
    QCOMPARE(cast[0][u"pictures"_s].toArray().size(), 2);
    QCOMPARE(cast[0][u"shots"_s].toArray(), QJsonArray{u"2A"_s});
    const QString text = requestText({u"--shot"_s, u"2A"_s});
    QVERIFY2(text.contains(u"\nprompt Zoë's hat. Zoë: a tall woman.\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"\nseed 42\n"_s));
    QCOMPARE(text.count(u"\nreference "_s), 2);

    m_folder->succeeds(
        {u"cast"_s, m_film, u"change"_s, u"ZOË"_s, u"--words"_s, u"a short woman"_s});
    const auto zoe = m_folder->film(m_film).castNamed(u"Zoë"_s);
    QCOMPARE(zoe->words, u"a short woman"_s);
    QCOMPARE(zoe->seed, quint64(42));
    QCOMPARE(zoe->pictures.size(), 2);
    m_folder->succeeds({u"cast"_s, m_film, u"remove"_s, u"Zoë"_s});
    QCOMPARE(m_folder->film(m_film).cast.size(), 1);
    m_folder->succeeds({u"cast"_s, m_film, u"list"_s});
    m_folder->succeeds({u"check"_s, m_film, u"--strict"_s});
}

void TestCliShoot::castRefusals_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("no deed") << QStringList{} << 2;
    QTest::newRow("no such deed") << QStringList{u"hire"_s, u"Anna"_s} << 2;
    QTest::newRow("nobody") << QStringList{u"add"_s} << 2;
    QTest::newRow("list somebody") << QStringList{u"list"_s, u"Anna"_s} << 2;
    QTest::newRow("no seed") << QStringList{u"add"_s, u"Anna"_s, u"--seed"_s, u"-1"_s} << 2;
    QTest::newRow("remove with words")
        << QStringList{u"remove"_s, u"Ben"_s, u"--words"_s, u"x"_s} << 2;
    QTest::newRow("twice") << QStringList{u"add"_s, u"BEN"_s} << 1;
    QTest::newRow("no name") << QStringList{u"add"_s, u" "_s} << 1;
    QTest::newRow("unknown") << QStringList{u"remove"_s, u"Anna"_s} << 1;
    QTest::newRow("change unknown")
        << QStringList{u"change"_s, u"Anna"_s, u"--words"_s, u"x"_s} << 1;
    QTest::newRow("picture is not there")
        << QStringList{u"add"_s, u"Anna"_s, u"--picture"_s, u"no.png"_s} << 1;
    QTest::newRow("picture is a sound")
        << QStringList{u"add"_s, u"Anna"_s, u"--picture"_s, u"tone.wav"_s} << 1;
}

void TestCliShoot::castRefusals()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    m_folder->succeeds({u"cast"_s, m_film, u"add"_s, u"Ben"_s});
    const Film before = m_folder->film(m_film);
    const Run run = m_folder->run(QStringList{u"cast"_s, m_film} + words);
    QCOMPARE(run.code, code);
    QCOMPARE(run.out, QString());
    QCOMPARE(run.err.count(u'\n'), code); // one sentence; with usage a hint below
    QVERIFY(m_folder->film(m_film) == before);
}

void TestCliShoot::wrongUsageExitsWithTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QStringList& words, const QString& says) {
        QTest::newRow(name) << words << says;
    };
    row("no steps", {u"--steps"_s, u"0"_s}, u"--steps 0 is no whole number between 1 and 1000."_s);
    row("guidance", {u"--guidance"_s, u"nan"_s},
        u"--guidance nan is no number between 0 and 100."_s);
    row("strength", {u"--strength"_s, u"3"_s}, u"--strength 3 is no number between 0 and 2."_s);
    row("look", {u"--look"_s, u"nice"_s},
        u"--look nice is none of: automatic, none, keep, scribble, flow, layout, gray, depth."_s);
    row("tracks", {u"--tracks"_s, u"all"_s},
        u"--tracks all is none of: automatic, none, wan-move, ati."_s);
    row("solver", {u"--solver"_s, u"best"_s},
        u"--solver best is none of: unipc, dpm++, euler, few-step, few-step-renoised."_s);
    row("held above start", {u"--start-sigma"_s, u"0.5"_s, u"--held-sigma"_s, u"0.6"_s},
        u"--held-sigma 0.6 is no number between 0 and 0.5."_s);
    row("seed", {u"--seed"_s, u"1.5"_s}, u"--seed 1.5 is no whole number."_s);
    row("models without a model", {u"--models"_s, u"/x"_s}, u"--models needs --model."_s);
    row("steps without a network", {u"--steps"_s, u"4"_s},
        u"--steps is for networks: choose one by --model, and no move."_s);
    row("a reference for completion",
        {u"--model"_s, u"completion"_s, u"--reference"_s, u"far.png"_s},
        u"--reference is for networks: choose one by --model, and no move."_s);
    row("conditioning of a move", {u"--quality"_s, u"move"_s, u"--conditioning"_s, u"x"_s},
        u"--conditioning is for networks: choose one by --model, and no move."_s);
}

void TestCliShoot::wrongUsageExitsWithTwo()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const Run run = m_folder->run(QStringList{u"shoot"_s, m_film} + words);
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, QString());
    QCOMPARE(run.err.section(u'\n', 0, 0), says);
}

void TestCliShoot::aModelThatIsNotThereIsSaid()
{
    for (const QStringList& words :
         {QStringList{u"--model"_s, u"nothing"_s},
          QStringList{u"--model"_s, u"nothing"_s, u"--models"_s, models()},
          QStringList{u"--model"_s, u"tiny"_s, u"--models"_s, u"/no/such/folder"_s}}) {
        const Run run = m_folder->run(QStringList{u"shoot"_s, m_film} + words);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.count(u'\n') == 1 && run.err.endsWith(u".\n"_s), qPrintable(run.err));
    }
    const Run lora = m_folder->run(network({u"--lora"_s, u"../x.safetensors"_s}));
    QCOMPARE(lora.code, 1);
    QVERIFY(!m_folder->film(m_film).shotNamed(u"1A"_s)->circledTake);
}

void TestCliShoot::takesAreListed()
{
    m_folder->succeeds({u"add-shot"_s, m_film, u"--picture"_s, u"far.png"_s, u"--name"_s, u"2A"_s,
                        u"--length"_s, u"4"_s});
    m_folder->succeeds({u"shoot"_s, m_film, u"--quality"_s, u"move"_s});
    m_folder->succeeds(network({u"--shot"_s, u"1A"_s}));
    const Run run = m_folder->run({u"takes"_s, m_film, u"--json"_s});
    const QJsonArray takes = run.json()[u"takes"_s].toArray();
    QCOMPARE(takes.size(), 3);
    QCOMPARE(takes[0][u"quality"_s].toString(), u"move"_s);
    QVERIFY(!takes[0][u"isCircled"_s].toBool());
    QCOMPARE(takes[1][u"steps"_s].toInt(), 4);
    QVERIFY(takes[1][u"isCircled"_s].toBool());
    QVERIFY(takes[1][u"report"_s].isObject());
    QCOMPARE(takes[2][u"shot"_s].toString(), u"2A"_s);
    const Run one = m_folder->run({u"takes"_s, m_film, u"--shot"_s, u"2A"_s});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.out.count(u'\n'), 2);
    QVERIFY(one.out.startsWith(u"* 2A"_s));
    QCOMPARE(m_folder->run({u"takes"_s, m_film, u"--shot"_s, u"9Z"_s}).code, 1);
}

/// The real one, where this build has it.
void TestCliShoot::theEngineShootsATinyModel()
{
    const CliFolder real;
    if (real.run({u"info"_s, u"--json"_s}).json()[u"torch"_s].toString().isEmpty())
        QSKIP("this build has no generator");
    real.makeFilm();
    real.succeeds({u"add-motion"_s, m_film, u"--shot"_s, u"1A"_s, u"--region"_s,
                   u"0.3,0.3 0.7,0.3 0.5,0.7"_s, u"--path"_s, u"0.5,0.5 0.7,0.5"_s});
    real.succeeds({u"set-camera"_s, m_film, u"--shot"_s, u"1A"_s, u"--move"_s, u"truck:0.3"_s});
    real.succeeds({u"cast"_s, m_film, u"add"_s, u"Anna"_s, u"--picture"_s, u"near.png"_s});
    const QStringList words =
        network({u"--steps"_s, u"2"_s, u"--reference"_s, u"near.png"_s, u"--json"_s});
    const Run run = real.run(words);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonValue take = run.json()[u"takes"_s].toArray()[0];
    QCOMPARE(take[u"frames"_s].toInt(), 6);
    QCOMPARE(take[u"width"_s].toInt(), 320);
    QCOMPARE(take[u"steps"_s].toInt(), 2);
    QCOMPARE(take[u"stepsDone"_s].toInt(), 2);
    const QJsonObject report = take[u"report"_s].toObject();
    QVERIFY(report.contains(u"arrows"_s) || report.contains(u"camera"_s));
    for (const QJsonValue& arrow : report[u"arrows"_s].toArray()) {
        QVERIFY(arrow[u"travel"_s].toDouble() > 1);
        QVERIFY(arrow.toObject().contains(u"found"_s));
    }
    const QDir folder(take[u"folder"_s].toString());
    QCOMPARE(QImage(folder.filePath(u"frame-00005.png"_s)).size(), QSize(320, 180));
    for (const QJsonValue& signal : take[u"conditioning"_s].toArray()) {
        const QString last = u"%1-%2.png"_s.arg(signal[u"signal"_s].toString())
                                 .arg(signal[u"frames"_s].toInt() - 1, 5, 10, QChar(u'0'));
        QVERIFY2(!QImage(folder.filePath(last)).isNull(), qPrintable(last));
    }
    QVERIFY(QFile::exists(folder.filePath(u"control-00000.png"_s)));
    QVERIFY(QFile::exists(folder.filePath(u"mask-00000.png"_s)));
    QVERIFY(QFile::exists(folder.filePath(u"reference-00000.png"_s)));
    QVERIFY(real.run(words).json()[u"takes"_s].toArray()[0][u"wasKnown"_s].toBool());
    // A LoRA that is not there is said by its name.
    const Run lora = real.run(network({u"--lora"_s, u"fast.safetensors"_s}));
    QCOMPARE(lora.code, 1);
    const QString said = lora.err.trimmed().section(u'\n', -1); // above it: the log
    QCOMPARE(said, u"There is no file or folder “fast.safetensors”. Check its name, or look for it "
                   "elsewhere."_s);
}

QTEST_GUILESS_MAIN(TestCliShoot)
#include "tst_clishoot.moc"
