#include "tests/cli/clifolder.h"
#include "tests/support/randommodel.h"

#include <QFile>
#include <QJsonArray>
#include <QSettings>
#include <QTest>

using namespace dollygrip;
using namespace dollygrip::test;
using namespace Qt::StringLiterals;

namespace {

void putModel(const CliFolder& folder, const QString& name, const char* recipe,
              const ModelLayout& layout = {})
{
    const auto done =
        writeRandomModel(*recipeNamed(recipe), layout, folder.path(name).toStdString());
    QVERIFY(done);
}

QJsonObject onlyModel(const Run& run)
{
    const QJsonArray models = run.json()[u"models"_s].toArray();
    return models.size() == 1 ? models.first().toObject() : QJsonObject();
}

QJsonObject fileOf(const QJsonObject& model, const QString& role)
{
    const QJsonArray files = model[u"files"_s].toArray();
    for (const auto& file : files)
        if (file[u"role"_s].toString() == role)
            return file.toObject();
    return {};
}

} // namespace

class TestCliModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatLiesInAFolder();
    void tellsMachinesTheSame();
    void namesWhatIsMissing();
    void saysWhyAFileIsOfNoUse();
    void looksInTheChosenFolder();
    void refusesFoldersThatAreNotThere();
    void wantsOneFolder();
};

void TestCliModels::tellsWhatLiesInAFolder()
{
    const CliFolder folder;
    putModel(folder, u"m/vace"_s, "tiny-vace");
    putModel(folder, u"m/i2v"_s, "tiny-i2v");
    const Run run = folder.run({u"models"_s, u"m"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QString());
    QCOMPARE(run.lastLine(), u"SUCCESS"_s);
    QVERIFY(run.out.contains(u"Wan 2.1 VACE"_s) && run.out.contains(u"Wan 2.1 I2V"_s));
    QCOMPARE(run.out.count(u"  state         whole"_s), 2);
    for (const QString& part :
         {u"50 steps, guidance 5, shift 16"_s, u"832 x 480, 81 frames at 16 a second"_s,
          u"vace/Wan2.1_VAE.pth"_s, u"448 x 256, 17 frames: "_s, u" on the processor"_s})
        QVERIFY2(run.out.contains(part), qPrintable(part + u'\n' + run.out));
}

void TestCliModels::tellsMachinesTheSame()
{
    const CliFolder folder;
    putModel(folder, u"m"_s, "tiny-vace");
    const Run run = folder.run({u"models"_s, u"m"_s, u"--json"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.json()[u"ok"_s].toBool());
    QVERIFY(run.json()[u"machine"_s][u"free_bytes"_s].toDouble() > 0);
    const QJsonObject model = onlyModel(run);
    QVERIFY(model[u"whole"_s].toBool());
    QCOMPARE(model[u"family"_s].toString(), u"vace"_s);
    QVERIFY(model[u"id"_s].toString().startsWith(u"wan-2.1-vace-"_s));
    QCOMPARE(model[u"defaults"_s][u"steps"_s].toInt(), 50);
    QCOMPARE(model[u"files"_s].toArray().size(), 4);
    QVERIFY(fileOf(model, u"transformer"_s)[u"bytes"_s].toDouble() > 1e7);
    const QJsonObject draft = model[u"memory"_s][u"draft"_s].toObject();
    QVERIFY(draft[u"cpu"_s][u"peak"_s].toDouble() > 1e7);
    QVERIFY(model[u"memory"_s][u"final"_s][u"cpu"_s][u"peak"_s].toDouble()
            > draft[u"cpu"_s][u"peak"_s].toDouble());
}

void TestCliModels::namesWhatIsMissing()
{
    const CliFolder folder;
    ModelLayout layout;
    layout.leftOut = {"blocks.1.ffn.2.weight"};
    layout.added = {"blocks.1.extra.weight"};
    putModel(folder, u"m"_s, "tiny-vace", layout);
    QVERIFY(QFile::remove(folder.path(u"m/Wan2.1_VAE.pth"_s)));
    const Run run = folder.run({u"models"_s, u"m"_s});
    QCOMPARE(run.code, 0);
    for (const QString& part :
         {u"is incomplete"_s, u"missing tensors: 1 (blocks.1.ffn.2.weight)"_s,
          u"unexpected tensors: 1 (blocks.1.extra.weight)"_s, u"to get        Wan2.1_VAE.pth"_s})
        QVERIFY2(run.out.contains(part), qPrintable(part + u'\n' + run.out));
    const QJsonObject model = onlyModel(folder.run({u"models"_s, u"m"_s, u"--json"_s}));
    QVERIFY(!model[u"whole"_s].toBool());
    QCOMPARE(model[u"problem"_s][u"code"_s].toString(), u"ModelIncomplete"_s);
    QCOMPARE(fileOf(model, u"transformer"_s)[u"missing"_s].toArray(),
             QJsonArray{u"blocks.1.ffn.2.weight"_s});
    QCOMPARE(fileOf(model, u"transformer"_s)[u"unexpected"_s].toArray(),
             QJsonArray{u"blocks.1.extra.weight"_s});
    QCOMPARE(model[u"wanted"_s].toArray().first()[u"name"_s].toString(), u"Wan2.1_VAE.pth"_s);
}

void TestCliModels::saysWhyAFileIsOfNoUse()
{
    const CliFolder folder;
    putModel(folder, u"m"_s, "tiny-vace");
    QVERIFY(QFile::resize(folder.path(u"m/models_t5_umt5-xxl-enc-bf16.pth"_s), 100));
    const Run run = folder.run({u"models"_s, u"m"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains(
                 u"The model file “models_t5_umt5-xxl-enc-bf16.pth” is damaged or cut off"_s),
             qPrintable(run.out));
}

void TestCliModels::looksInTheChosenFolder()
{
    const CliFolder folder; // its programs have their settings and data in .config and .local
    const Run none = folder.run({u"models"_s, u"--json"_s});
    QCOMPARE(none.code, 0);
    QCOMPARE(none.json()[u"folder"_s].toString(), folder.path(u".local/Dollygrip/models"_s));
    QVERIFY(none.json()[u"models"_s].toArray().isEmpty());
    QCOMPARE(none.json()[u"wanted"_s].toArray().first()[u"source"_s].toString(),
             u"Wan-AI/Wan2.1-VACE-1.3B"_s);
    putModel(folder, u".local/Dollygrip/models/a"_s, "tiny-t2v");
    QCOMPARE(onlyModel(folder.run({u"models"_s, u"--json"_s}))[u"family"_s].toString(),
             u"text-to-video"_s);
    putModel(folder, u"elsewhere"_s, "tiny-vace");
    {
        QSettings settings(folder.path(u".config/dollygrip/dollygrip.ini"_s), QSettings::IniFormat);
        settings.setValue(u"models/folder"_s, folder.path(u"elsewhere"_s));
    }
    QCOMPARE(onlyModel(folder.run({u"models"_s, u"--json"_s}))[u"family"_s].toString(), u"vace"_s);
}

void TestCliModels::refusesFoldersThatAreNotThere()
{
    const CliFolder folder;
    const Run run = folder.run({u"models"_s, u"nowhere"_s});
    QCOMPARE(run.code, 1);
    QVERIFY(run.err.contains(u"There is no file or folder “nowhere”."_s));
}

void TestCliModels::wantsOneFolder()
{
    const CliFolder folder;
    QCOMPARE(folder.run({u"models"_s, u"a"_s, u"b"_s}).code, 2);
    QCOMPARE(folder.run({u"models"_s, u"--wrong"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestCliModels)
#include "tst_climodels.moc"
