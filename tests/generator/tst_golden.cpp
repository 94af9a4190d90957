#include "tests/generator/goldens.h"
#include "tests/generator/safetensorswriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>

using namespace goldens;

namespace {

/// Where the fixtures lie: DOLLYGRIP_GOLDENS, or those of the repository.
std::string folder()
{
    const QByteArray named = qgetenv("DOLLYGRIP_GOLDENS");
    return named.isEmpty() ? DOLLYGRIP_SOURCE_DIR "/tests/data/goldens" : named.toStdString();
}

std::string text(float value)
{
    std::string bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value);
    return bytes;
}

/// A fixture of one case with one input and one output number, and a function that hands the input
/// on.
class TinyFixture {
public:
    TinyFixture(float in, float out, const char* manifest)
    {
        const std::string header =
            R"({"__metadata__": {"kind": "same", "cases": "[{}]"},)"
            R"("c0.in.x": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},)"
            R"("c0.out.y": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}})";
        std::ofstream(path() + "/tiny.io.safetensors", std::ios::binary)
            << safetensorswriter::fileOf(header, text(in) + text(out));
        std::ofstream(path() + "/manifest.json") << manifest;
    }
    std::string path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

constexpr const char* kManifest =
    R"({"fixtures": {"tiny": {"tensors": {"c0.out.y": {"atol": 1e-3}}}}})";

void handOn(Golden& golden)
{
    golden.output(0, "y", golden.in(0, "x"));
}
void doNothing(Golden&) {}
void addAnother(Golden& golden)
{
    handOn(golden);
    golden.output(0, "z", golden.in(0, "x"));
}

} // namespace

class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void harnessFindsWhatIsWrong_data();
    void harnessFindsWhatIsWrong();
    void harnessRefusesBoundsThatAreMissing();
    void networksAgreeWithTheReference_data();
    void networksAgreeWithTheReference();
};

void TestGolden::harnessFindsWhatIsWrong_data()
{
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
    QTest::addColumn<float>("in");
    QTest::addColumn<float>("out");
    QTest::addColumn<int>("function");
    QTest::addColumn<int>("failures");
    QTest::newRow("equal") << 1.0F << 1.0F << 0 << 0;
    QTest::newRow("within the bound") << 1.0F << 1.0005F << 0 << 0;
    QTest::newRow("beyond the bound") << 1.0F << 1.002F << 0 << 1;
    QTest::newRow("ours is NaN") << kNan << 1.0F << 0 << 1;
    QTest::newRow("theirs is NaN") << 1.0F << kNan << 0 << 1;
    QTest::newRow("an output without comparison") << 1.0F << 1.0F << 1 << 1;
    QTest::newRow("an output that is not recorded") << 1.0F << 1.0F << 2 << 1;
    QTest::newRow("an unknown kind") << 1.0F << 1.0F << 3 << 1;
}

void TestGolden::harnessFindsWhatIsWrong()
{
    QFETCH(float, in);
    QFETCH(float, out);
    QFETCH(int, function);
    QFETCH(int, failures);
    const TinyFixture fixture(in, out, kManifest);
    const std::vector<std::vector<Kind>> kinds{
        {{"same", handOn}}, {{"same", doNothing}}, {{"same", addAnother}}, {{"other", handOn}}};
    QCOMPARE(fixturesIn(fixture.path()), std::vector<std::string>{"tiny"});
    Golden golden(fixture.path(), "tiny");
    run(golden, kinds.at(function));
    QCOMPARE(int(golden.failures().size()), failures);
}

void TestGolden::harnessRefusesBoundsThatAreMissing()
{
    const TinyFixture fixture(1, 1, R"({"fixtures": {"tiny": {"tensors": {}}}})");
    Golden golden(fixture.path(), "tiny");
    run(golden, {{"same", handOn}});
    QCOMPARE(int(golden.failures().size()), 1);
    const TinyFixture none(1, 1, R"({"fixtures": {}})");
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, Golden(none.path(), "tiny"));
}

void TestGolden::networksAgreeWithTheReference_data()
{
    QTest::addColumn<QString>("name");
    for (const std::string& name : fixturesIn(folder()))
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
    if (fixturesIn(folder()).empty())
        QTest::newRow("a folder without fixtures") << QString();
}

void TestGolden::networksAgreeWithTheReference()
{
    QFETCH(QString, name);
    QVERIFY2(!name.isEmpty(), folder().c_str());
    std::string failures;
    try {
        Golden golden(folder(), name.toStdString());
        run(golden, kinds());
        for (const std::string& line : golden.lines())
            std::printf("%s\n", line.c_str());
        std::fflush(stdout);
        for (const std::string& failure : golden.failures())
            failures += "\n" + failure;
    } catch (const std::exception& exception) {
        failures = exception.what();
    }
    QVERIFY2(failures.empty(), failures.c_str());
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
