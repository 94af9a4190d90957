#include "core/generator/safetensors.h"
#include "core/generator/tensorfiles.h"
#include "tests/generator/safetensorswriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace dollygrip;
using namespace dollygrip::generator;
using safetensorswriter::fileOf;

namespace {

constexpr const char* kTwo =
    R"({"__metadata__": {"kind": "test"}, "b": {"dtype": "U8", "shape": [2], "data_offsets": [4, 6]},)"
    R"("a": {"dtype": "BF16", "shape": [1, 2], "data_offsets": [0, 4]}}   )";

/// The description of one tensor.
std::string tensor(const std::string& name, const std::string& type, const std::string& shape,
                   const std::string& offsets)
{
    return "\"" + name + "\": {\"dtype\": \"" + type + "\", \"shape\": " + shape
           + ", \"data_offsets\": " + offsets + "}";
}

std::string object(const std::string& inner)
{
    return std::string("{").append(inner).append("}");
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNamesShapesAndBytes();
    void refusesLyingFiles_data();
    void refusesLyingFiles();
    void everyCutIsRefused();
    void sayWhatIsMissing();
    void joinsShards();
    void foldersOfTwoModelsAreSaid();
    void scalesBelongToTheirWeights();
    void refusesShardsThatDisagree_data();
    void refusesShardsThatDisagree();

private:
    std::string write(const std::string& name, const std::string& bytes)
    {
        const std::string path = m_folder.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    QTemporaryDir m_folder;
};

void TestSafetensors::readsNamesShapesAndBytes()
{
    const auto file = SafetensorsFile::open(write("good.safetensors", fileOf(kTwo, "abcdef")));
    QVERIFY2(file.has_value(), file ? "" : file.error().detail.c_str());
    QCOMPARE(file->entries().size(), std::size_t(2));
    const TensorEntry* const a = file->find("a");
    const TensorEntry* const b = file->find("b");
    QVERIFY(a && b && !file->find("c"));
    QCOMPARE(a->shape, (std::vector<std::int64_t>{1, 2}));
    QVERIFY(a->type == NumberType::BF16 && b->type == NumberType::U8);
    QCOMPARE(char(file->tensor(*b).bytes[1]), 'f');
    QCOMPARE(file->tensor(*a).bytes.size(), std::size_t(4));
    QCOMPARE(file->metadata().find("kind")->second, std::string("test"));
    const auto empty = SafetensorsFile::open(write("none.safetensors", fileOf("{}", "")));
    QVERIFY(empty && empty->entries().empty());
}

void TestSafetensors::refusesLyingFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QByteArray(bytes.data(), qsizetype(bytes.size()));
    };
    const auto header = [&row](const char* name, const std::string& inner) {
        row(name, fileOf(object(inner), "abcdefgh"));
    };
    row("empty", "");
    row("seven bytes", "1234567");
    row("not ours", "PK\3\4 something else altogether");
    row("header longer than the file", fileOf(kTwo, "abcdef", 5000));
    row("header of all bits", fileOf(kTwo, "abcdef", ~0ULL));
    row("header length just over", fileOf(kTwo, "", std::string(kTwo).size() + 1));
    row("header cut off", fileOf(std::string(kTwo).substr(0, 60), "abcdef"));
    row("header no object", fileOf("[1, 2]", ""));
    row("nests too deep", fileOf(std::string(100000, '['), ""));
    row("trailing bytes", fileOf(kTwo, "abcdefg"));
    row("data cut off", fileOf(kTwo, "abcde"));
    header("a gap", tensor("a", "F32", "[1]", "[4, 8]"));
    header("overlap",
           tensor("a", "F32", "[1]", "[0, 4]") + "," + tensor("b", "U8", "[6]", "[2, 8]"));
    header("the same place twice",
           tensor("a", "F64", "[1]", "[0, 8]") + "," + tensor("b", "F64", "[1]", "[0, 8]"));
    header("a name twice",
           tensor("a", "F32", "[1]", "[0, 4]") + "," + tensor("a", "F32", "[1]", "[4, 8]"));
    header("shape larger than the range", tensor("a", "F32", "[3]", "[0, 8]"));
    header("shape smaller than the range", tensor("a", "F32", "[1]", "[0, 8]"));
    header("beyond the end", tensor("a", "F32", "[4]", "[0, 16]"));
    header("backwards", tensor("a", "F32", "[2]", "[8, 0]"));
    header("negative offset", tensor("a", "F32", "[2]", "[-8, 0]"));
    header("negative side", tensor("a", "F32", "[-2]", "[0, 8]"));
    header("two negative sides", tensor("a", "F32", "[-2, -1]", "[0, 8]"));
    header("product wraps round to 8", tensor("a", "F32", "[4611686018427387906, 1]", "[0, 8]"));
    header("absurd sides", tensor("a", "F32", "[4294967296, 4294967296, 4294967296]", "[0, 8]"));
    header("fraction as side", tensor("a", "F32", "[2.0]", "[0, 8]"));
    header("side beyond 64 bits", tensor("a", "F32", "[99999999999999999999]", "[0, 8]"));
    header("seventeen axes", tensor("a", "F64", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]", "[0, 8]"));
    header("three offsets", tensor("a", "F32", "[2]", "[0, 8, 8]"));
    header("unknown numbers", tensor("a", "F33", "[2]", "[0, 8]"));
    header("no description", "\"a\": 7");
    header("no numbers named", R"("a": {"shape": [2], "data_offsets": [0, 8]})");
}

void TestSafetensors::refusesLyingFiles()
{
    QFETCH(QByteArray, bytes);
    const auto file = SafetensorsFile::open(write("bad.safetensors", bytes.toStdString()));
    QVERIFY(!file);
    QVERIFY(file.error().code == ErrorCode::ModelUnusable);
    QVERIFY(!file.error().detail.empty() && !file.error().subject.empty());
}

void TestSafetensors::everyCutIsRefused()
{
    const std::string whole = fileOf(kTwo, "abcdef");
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY(!SafetensorsFile::open(write("cut.safetensors", whole.substr(0, length))));
}

void TestSafetensors::sayWhatIsMissing()
{
    const auto absent =
        SafetensorsFile::open(m_folder.filePath(QStringLiteral("absent")).toStdString());
    QVERIFY(!absent && absent.error().code == ErrorCode::FileNotFound);
    const auto folder = SafetensorsFile::open(m_folder.path().toStdString());
    QVERIFY(!folder && folder.error().code == ErrorCode::FileUnreadable);
    QTemporaryDir empty;
    const auto nothing = TensorFiles::open(empty.path().toStdString());
    QVERIFY(!nothing && nothing.error().code == ErrorCode::FileNotFound);
}

void TestSafetensors::joinsShards()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/";
    const auto shard = [&path](const std::string& file, const std::string& name) {
        std::ofstream(path + file, std::ios::binary)
            << fileOf(object(tensor(name, "U8", "[1]", "[0, 1]")), name);
    };
    shard("m-1.safetensors", "a");
    shard("m-2.safetensors", "b");
    const auto plain = TensorFiles::open(path);
    QVERIFY(plain && plain->find("a") && plain->find("b") && !plain->find("c"));
    QCOMPARE(plain->tensors().size(), std::size_t(2));

    shard("other.safetensors", "a"); // an index leaves it out
    QVERIFY(!TensorFiles::open(path));
    std::ofstream(path + "m.safetensors.index.json")
        << R"({"weight_map": {"a": "m-1.safetensors", "b": "m-2.safetensors"}})";
    for (const std::string& from : {path, path + "m.safetensors.index.json"}) {
        const auto indexed = TensorFiles::open(from);
        QVERIFY2(indexed.has_value(), indexed ? "" : indexed.error().detail.c_str());
        QCOMPARE(indexed->paths().size(), std::size_t(2));
        const StoredTensor* const b = indexed->find("b");
        QVERIFY(b);
        QCOMPARE(char(b->bytes[0]), 'b');
    }
}

void TestSafetensors::foldersOfTwoModelsAreSaid()
{
    QTemporaryDir folder;
    const auto put = [&folder](const char* name, const std::string& bytes) {
        std::ofstream(folder.filePath(QString::fromLatin1(name)).toStdString(), std::ios::binary)
            << bytes;
    };
    const std::string path = folder.path().toStdString();
    const std::string one = object(tensor("head.head.weight", "U8", "[1]", "[0,1]"));
    put("model-00001-of-00001.safetensors", fileOf(one, "a"));
    put("other.safetensors", fileOf(one, "b"));
    const auto twice = TensorFiles::open(path);
    QVERIFY(!twice && twice.error().code == ErrorCode::ModelUnusable);
    QVERIFY2(twice.error().detail.find("head.head.weight") != std::string::npos
                 && twice.error().detail.find("two models") != std::string::npos,
             twice.error().detail.c_str());
    // An index says which are meant; two say nothing.
    const std::string index = R"({"weight_map":{"head.head.weight":"other.safetensors"}})";
    put("a.safetensors.index.json", index);
    const auto chosen = TensorFiles::open(path);
    QVERIFY(chosen && chosen->paths().size() == 1);
    QCOMPARE(char(chosen->find("head.head.weight")->bytes[0]), 'b');
    put("b.safetensors.index.json", index);
    QVERIFY(!TensorFiles::open(path));
    // A VAE among a transformer's shards: its tensors fit nothing.
    QTemporaryDir mixed;
    for (const char* const name : {"blocks.0.modulation", "decoder.conv1.weight"})
        std::ofstream(mixed.filePath(QString::fromLatin1(name)).toStdString() + ".safetensors",
                      std::ios::binary)
            << fileOf(object(tensor(name, "U8", "[1]", "[0,1]")), "x");
    const auto files = TensorFiles::open(mixed.path().toStdString());
    QVERIFY(files.has_value());
    const auto map = nameMapOf(files->names());
    QVERIFY(map && map->unknown.size() == 1 && map->parts.size() == 1);
    QCOMPARE(files->named(*map).names().size(), std::size_t(2));
}

void TestSafetensors::scalesBelongToTheirWeights()
{
    const auto names = [this](const std::vector<std::string>& tensors) {
        std::string inner;
        for (const std::string& one : tensors)
            inner.append(inner.empty() ? "" : ",").append(one);
        const auto files =
            TensorFiles::open(write("scaled.safetensors", fileOf(object(inner), "")));
        return files ? files->names() : std::vector<std::string>{"refused"};
    };
    const auto empty = [](const char* name, const char* shape = "[0]") {
        return tensor(name, "F32", shape, "[0,0]");
    };
    using Names = std::vector<std::string>;
    QCOMPARE(names({empty("a.weight"), empty("scaled_fp8"), empty("a.scale_input"),
                    empty("a.comfy_quant")}),
             Names{"a.weight"});
    // No weight beside it: a tensor as any other.
    QCOMPARE(names({empty("a.scale_weight"), empty("a.scale_input"), empty("a.comfy_quant")}),
             (Names{"a.comfy_quant", "a.scale_input", "a.scale_weight"}));
    // Not one for each row.
    QCOMPARE(names({empty("a.weight", "[2,0]"), empty("a.weight_scale", "[3,0]")}),
             (Names{"a.weight", "a.weight_scale"}));
}

void TestSafetensors::refusesShardsThatDisagree_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::newRow("no map") << QByteArray(R"({"metadata": {}})");
    QTest::newRow("no JSON") << QByteArray(R"({"weight_map": )");
    QTest::newRow("a file that is not there")
        << QByteArray(R"({"weight_map": {"a": "n.safetensors"}})");
    QTest::newRow("a tensor that no file holds")
        << QByteArray(R"({"weight_map": {"b": "m.safetensors"}})");
    QTest::newRow("a file elsewhere") << QByteArray(R"({"weight_map": {"a": "../m.safetensors"}})");
    QTest::newRow("a file from the root") << QByteArray(R"({"weight_map": {"a": "/etc/passwd"}})");
    QTest::newRow("a number for a file") << QByteArray(R"({"weight_map": {"a": 1}})");
}

void TestSafetensors::refusesShardsThatDisagree()
{
    QFETCH(QByteArray, index);
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/";
    std::ofstream(path + "m.safetensors", std::ios::binary)
        << fileOf(object(tensor("a", "U8", "[1]", "[0, 1]")), "x");
    std::ofstream(path + "m.safetensors.index.json") << index.toStdString();
    QVERIFY(!TensorFiles::open(path));
}

QTEST_GUILESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
