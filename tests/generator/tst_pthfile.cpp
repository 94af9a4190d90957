#include "core/generator/pthfile.h"
#include "core/generator/tensorfiles.h"
#include "tests/generator/pthwriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fstream>
#include <random>

using namespace dollygrip;
using namespace dollygrip::generator;
using namespace pthwriter;

namespace {

/// 2 x 3 float32: 0 … 5.
std::string sixFloats()
{
    std::string bytes;
    for (int i = 0; i < 6; ++i) {
        const auto value = static_cast<float>(i);
        char raw[4];
        std::memcpy(raw, &value, 4);
        bytes.append(raw, 4);
    }
    return bytes;
}

Tensor sixTensor()
{
    return {"FloatStorage", "0", 6, 0, {2, 3}, {3, 1}};
}

std::string plainFile(const Twist& twist = {})
{
    return file(pickle(dictionary({{"a", pickled(sixTensor())}})), {{"0", sixFloats()}}, twist);
}

/// A literal with zeros in it.
template <std::size_t Size>
std::string bytes(const char (&literal)[Size])
{
    return {literal, Size - 1};
}

float floatAt(const StoredTensor& tensor, std::size_t place)
{
    float value = 0;
    std::memcpy(&value, tensor.bytes.data() + 4 * place, 4);
    return value;
}

} // namespace

class TestPthFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTensors();
    void readsAFileAsPyTorchWritesIt();
    void sharedStoragesStridesAndOffsets();
    void takesTheNetworkOutOfACheckpoint_data();
    void takesTheNetworkOutOfACheckpoint();
    void neverRunsCode_data();
    void neverRunsCode();
    void refusesLyingTensors_data();
    void refusesLyingTensors();
    void refusesTwistedArchives_data();
    void refusesTwistedArchives();
    void ringsAndBombsHaveAnEnd_data();
    void ringsAndBombsHaveAnEnd();
    void everyCutIsRefused();
    void noChangedByteDoesHarm();
    void opensThroughTensorFiles();

private:
    Result<PthFile> opened(const std::string& bytes)
    {
        return PthFile::open(write("file.pth", bytes));
    }
    std::string write(const char* name, const std::string& bytes)
    {
        const std::string path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    /// The detail of the refusal; empty when it was read.
    std::string refusal(const std::string& bytes)
    {
        const Result<PthFile> read = opened(bytes);
        if (read)
            return {};
        if (read.error().code != ErrorCode::ModelUnusable || read.error().subject.empty())
            return "another error";
        return read.error().detail;
    }

    QTemporaryDir m_folder;
};

void TestPthFile::readsTensors()
{
    for (const Twist& twist : {Twist{}, Twist{0, 0, {}, 0, true, false},
                               Twist{0, 0, {}, 0, false, true}, Twist{0, 0, {}, 0, true, true}}) {
        const Result<PthFile> read = opened(plainFile(twist));
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QCOMPARE(read->tensors().size(), std::size_t(1));
        QVERIFY(read->place().empty());
        const StoredTensor& a = read->tensors().at("a");
        QVERIFY(a.type == NumberType::F32 && a.strides.empty());
        QCOMPARE(a.shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(a.bytes.size(), std::size_t(24));
        QCOMPARE(floatAt(a, 5), 5.0F);
        if (twist.isAligned)
            QVERIFY(reinterpret_cast<std::uintptr_t>(a.bytes.data()) % 64 == 0);
    }
}

void TestPthFile::readsAFileAsPyTorchWritesIt()
{
    // An OrderedDict with memo, hooks and the versions of a state_dict, instruction by instruction.
    const std::string index =
        bytes("\x80\x02"
              "ccollections\nOrderedDict\nq\0)Rq\x01(")
        + bytes("X\x08\0\0\0w.weightq\x02"
                "ctorch._utils\n_rebuild_tensor_v2\nq\x08((")
        + bytes("X\x07\0\0\0storageq\x03"
                "ctorch\nBFloat16Storage\nq\x04")
        + bytes("X\x01\0\0\0"
                "0q\x05X\x03\0\0\0cpuq\x06K\x04tq\x07Q")
        + bytes("K\0K\x02K\x02\x86q\x09K\x02K\x01\x86q\x0a\x89h\0)Rq\x0btq\x0cRq\x0d")
        + bytes("X\x06\0\0\0w.biasq\x0eh\x08((h\x03h\x04h\x05h\x06K\x04tQ")
        + bytes("K\x02K\x02\x85K\x01\x85\x89h\0)RtRu")
        + bytes("}X\x09\0\0\0_metadatah\0)RX\0\0\0\0}X\x07\0\0\0versionK\x01sssb.");
    const std::string numbers = bytes("\x80\x3f\0\0\0\x40\x40\x40"); // 1, 0, 2, 3
    const Result<PthFile> read =
        opened(file(index, {{"0", numbers}}, Twist{0, 0, {}, 0, false, true}));
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->tensors().size(), std::size_t(2));
    const StoredTensor& weight = read->tensors().at("w.weight");
    QVERIFY(weight.type == NumberType::BF16);
    QCOMPARE(weight.shape, (std::vector<std::int64_t>{2, 2}));
    const StoredTensor& bias = read->tensors().at("w.bias");
    QCOMPARE(bias.shape, std::vector<std::int64_t>{2});
    QVERIFY(bias.bytes.data() == weight.bytes.data() + 4); // one storage
}

void TestPthFile::sharedStoragesStridesAndOffsets()
{
    Tensor turned = sixTensor();
    turned.shape = {3, 2};
    turned.strides = {1, 3};
    Tensor row = sixTensor();
    row.offset = 3;
    row.shape = {3};
    row.strides = {1};
    Tensor empty{"HalfStorage", "1", 0, 0, {0, 5}, {5, 1}};
    Tensor scalar{"LongStorage", "2", 1, 0, {}, {}};
    const Result<PthFile> read = opened(file(pickle(dictionary({{"turned", pickled(turned)},
                                                                {"row", pickled(row)},
                                                                {"empty", pickled(empty)},
                                                                {"scalar", pickled(scalar)}})),
                                             {{"0", sixFloats()}, {"1", ""}, {"2", number(7, 8)}}));
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    const StoredTensor& t = read->tensors().at("turned");
    QCOMPARE(t.strides, (std::vector<std::int64_t>{1, 3}));
    QCOMPARE(t.bytes.size(), std::size_t(24));
    QCOMPARE(floatAt(read->tensors().at("row"), 0), 3.0F);
    QVERIFY(read->tensors().at("row").strides.empty());
    QVERIFY(read->tensors().at("empty").bytes.empty());
    QCOMPARE(read->tensors().at("scalar").bytes.size(), std::size_t(8));
}

void TestPthFile::takesTheNetworkOutOfACheckpoint_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QString>("place");
    const std::string network = dictionary({{"a", pickled(sixTensor())}, {"step", integer(3)}});
    const auto row = [](const char* name, const std::string& index, const char* place) {
        QTest::newRow(name) << QByteArray::fromStdString(pickle(index))
                            << QString::fromLatin1(place);
    };
    row("at the top", network, "");
    row("state_dict", dictionary({{"epoch", integer(1)}, {"state_dict", network}}), "state_dict");
    row("averaged first", dictionary({{"generator", network}, {"generator_ema", network}}),
        "generator_ema");
    row("within each other", dictionary({{"model", dictionary({{"state_dict", network}})}}),
        "model.state_dict");
    row("any name", dictionary({{"optimizer", dictionary({{"lr", integer(1)}})}, {"net", network}}),
        "net");
    row("an OrderedDict of pairs",
        global("collections", "OrderedDict") + "](" + text("a") + pickled(sixTensor()) + "\x86"
            + "e\x85R",
        "");
    row("a parameter",
        dictionary({{"a", global("torch._utils", "_rebuild_parameter") + "(" + pickled(sixTensor())
                              + "\x88" + global("collections", "OrderedDict") + ")RtR"}}),
        "");
}

void TestPthFile::takesTheNetworkOutOfACheckpoint()
{
    QFETCH(QByteArray, index);
    QFETCH(QString, place);
    const Result<PthFile> read = opened(file(index.toStdString(), {{"0", sixFloats()}}));
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->place(), place.toStdString());
    QCOMPARE(read->tensors().size(), std::size_t(1));
    QCOMPARE(floatAt(read->tensors().at("a"), 4), 4.0F);
}

void TestPthFile::neverRunsCode_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const std::string& value, const char* named) {
        QTest::newRow(name) << QByteArray::fromStdString(value) << QString::fromLatin1(named);
    };
    row("os.system", global("os", "system") + text("touch /tmp/x") + "\x85R", "os.system");
    row("posix.system", global("posix", "system") + text("id") + "\x85R", "posix.system");
    row("by stack", text("builtins") + text("eval") + "\x93" + text("1") + "\x85R",
        "builtins.eval");
    row("only named", global("subprocess", "Popen"), "subprocess.Popen");
    row("a made object", global("argparse", "Namespace") + ")\x81}b", "argparse.Namespace");
    row("a nested name", global("torch._utils", "_rebuild_tensor_v2.__globals__"),
        "torch._utils._rebuild_tensor_v2.__globals__");
    row("dispatch tables", global("copyreg", "_reconstructor"), "copyreg._reconstructor");
    row("an old class", "(iargparse\nNamespace\n", "0x69");
    row("an extension", "\x82\x01", "0x82");
    row("NEWOBJ of a harmless one", global("collections", "OrderedDict") + ")\x81", "0x81");
    row("a control character", global("os\x1b[31m", "system"), "os?[31m.system");
    row("called numbers", integer(1) + ")R", "damaged");
    row("a type called", global("torch", "FloatStorage") + ")R", "damaged: FloatStorage");
}

void TestPthFile::neverRunsCode()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, named);
    const std::string index =
        pickle(dictionary({{"a", pickled(sixTensor())}, {"b", value.toStdString()}}));
    const std::string why = refusal(file(index, {{"0", sixFloats()}}));
    QVERIFY2(why.find(named.toStdString()) != std::string::npos, why.c_str());
}

void TestPthFile::refusesLyingTensors_data()
{
    QTest::addColumn<QByteArray>("index");
    const auto row = [](const char* name, const Tensor& tensor) {
        QTest::newRow(name) << QByteArray::fromStdString(
            pickle(dictionary({{"a", pickled(tensor)}})));
    };
    const auto with = [](auto change) {
        Tensor tensor = sixTensor();
        change(tensor);
        return tensor;
    };
    row("too many numbers", with([](Tensor& t) { t.count = 7; }));
    row("too few numbers", with([](Tensor& t) { t.count = 5; }));
    row("of another type", with([](Tensor& t) { t.storage = "HalfStorage"; }));
    row("absurdly many", with([](Tensor& t) { t.count = INT64_MAX; }));
    row("less than none", with([](Tensor& t) { t.count = -1; }));
    row("no such storage", with([](Tensor& t) { t.key = "1"; }));
    row("out of the archive", with([](Tensor& t) { t.key = "../byteorder"; }));
    row("too large a shape", with([](Tensor& t) { t.shape = {3, 3}; }));
    row("a negative side", with([](Tensor& t) { t.shape = {-2, -3}; }));
    row("sides that overflow", with([](Tensor& t) { t.shape = {INT64_MAX, INT64_MAX}; }));
    row("strides that overflow", with([](Tensor& t) { t.strides = {INT64_MAX, INT64_MAX}; }));
    row("a negative stride", with([](Tensor& t) { t.strides = {3, -1}; }));
    row("a stride too far", with([](Tensor& t) { t.strides = {4, 1}; }));
    row("one number for all", with([](Tensor& t) {
            t.shape = {1000000, 1000000};
            t.strides = {0, 0};
        }));
    row("a negative offset", with([](Tensor& t) { t.offset = -1; }));
    row("an offset too far", with([](Tensor& t) { t.offset = 1; }));
    row("an absurd offset", with([](Tensor& t) { t.offset = INT64_MAX; }));
    row("axes that differ", with([](Tensor& t) { t.strides = {1}; }));
    row("too many axes", with([](Tensor& t) {
            t.shape.assign(20, 1);
            t.strides.assign(20, 1);
        }));
    const auto raw = [](const char* name, const std::string& value) {
        QTest::newRow(name) << QByteArray::fromStdString(pickle(value));
    };
    raw("no dictionary", pickled(sixTensor()));
    raw("a dictionary without tensors", dictionary({{"a", integer(1)}}));
    raw("nothing", "N");
    raw("a storage that is none",
        dictionary({{"a", global("torch._utils", "_rebuild_tensor_v2") + "(" + integer(1)
                              + integer(0) + tuple({1}) + tuple({1}) + "\x89NtR"}}));
    raw("a storage of nothing",
        dictionary({{"a", global("torch._utils", "_rebuild_tensor_v2") + "()Q" + integer(0)
                              + tuple({1}) + tuple({1}) + "\x89NtR"}}));
    raw("too few arguments",
        dictionary({{"a", global("torch._utils", "_rebuild_tensor_v2") + ")R"}}));
    raw("twice the same name",
        dictionary({{"a", pickled(sixTensor())}, {"a", pickled(sixTensor())}}));
}

void TestPthFile::refusesLyingTensors()
{
    QFETCH(QByteArray, index);
    QVERIFY(!refusal(file(index.toStdString(), {{"0", sixFloats()}})).empty());
}

void TestPthFile::refusesTwistedArchives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::string& bytes) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes);
    };
    const std::string index = pickle(dictionary({{"a", pickled(sixTensor())}}));
    row("compressed", plainFile(Twist{8, 0, {}, 0, false, false}));
    row("encrypted", plainFile(Twist{0, 1, {}, 0, false, false}));
    row("other names inside", plainFile(Twist{0, 0, "archive/data/x", 0, false, false}));
    row("places before the file", plainFile(Twist{0, 0, {}, -8, false, false}));
    row("places behind it", plainFile(Twist{0, 0, {}, 100000, true, false}));
    row("big-endian", file(index, {{"0", sixFloats()}}, {}, "big"));
    row("no index", zip({{"archive/version", "3"}}));
    row("two indices", zip({{"a/data.pkl", index}, {"b/data.pkl", index}}));
    row("two of one name", zip({{"a/data.pkl", index}, {"a/data.pkl", index}}));
    row("a path upwards", zip({{"a/data.pkl", index}, {"a/../../etc/passwd", "x"}}));
    row("a path from the root", zip({{"/data.pkl", index}}));
    row("a backslash", zip({{"a\\data.pkl", index}}));
    row("the older layout", std::string("\x80\x02\x8a\x0al\xfc\x9c\x46\xf9 j\xa8P\x19.", 16));
    row("nothing", "");
    row("no archive", "PK\x03\x04 and something else");
    std::string overlapping = plainFile();
    const std::size_t second = overlapping.rfind("PK\x01\x02");
    // the last entry is said to lie where the first one does
    overlapping.replace(second + 42, 4, number(0, 4));
    row("entries that overlap", overlapping);
}

void TestPthFile::refusesTwistedArchives()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!refusal(bytes.toStdString()).empty());
}

void TestPthFile::ringsAndBombsHaveAnEnd_data()
{
    QTest::addColumn<QByteArray>("index");
    const auto row = [](const char* name, const std::string& value) {
        QTest::newRow(name) << QByteArray::fromStdString(pickle(value));
    };
    const auto put = [](int as) { return op('q', std::uint64_t(as), 1); };
    const auto recall = [](int what) { return op('h', std::uint64_t(what), 1); };
    std::string wide = op('}', 0, 0).append(put(0)).append("(");
    for (int i = 0; i < 2000; ++i)
        wide.append(text(std::to_string(i))).append(recall(0));
    row("a dictionary of itself", wide + "u");
    row("a list of itself", std::string("]").append(put(0)).append(recall(0)).append("a"));
    row("marks without end", std::string(100000, '('));
    row("a tower of tuples", std::string("N").append(1000000, '\x85'));
    std::string doubled = ")";
    for (int i = 0; i < 100; ++i) // each the last one twice
        doubled.append(put(i)).append(recall(i)).append("\x86");
    row("a doubling tower", doubled);
    std::string pairs = "(";
    for (int i = 0; i < 10000; ++i)
        pairs += "NN\x86";
    pairs += "lq\x01" + global("collections", "OrderedDict") + "q\x02";
    for (int i = 0; i < 10000; ++i)
        pairs += "h\x02h\x01\x85R0";
    row("ever the same pairs", pairs);
    row("a text that is not there", op('X', 0xffffffff, 4));
    row("a long text that is not there", op('\x8d', ~0ULL, 8));
    row("a memory that is not there", op('j', 0xffffffff, 4));
    row("a number without end", std::string("\x8a\xff") + std::string(255, '\x7f'));
}

void TestPthFile::ringsAndBombsHaveAnEnd()
{
    QFETCH(QByteArray, index);
    QVERIFY(!refusal(file(index.toStdString(), {{"0", sixFloats()}})).empty());
}

void TestPthFile::everyCutIsRefused()
{
    const std::string whole = plainFile();
    QVERIFY(refusal(whole).empty());
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!refusal(whole.substr(0, length)).empty(), std::to_string(length).c_str());
    // The index alone cut, in a whole archive.
    const std::string index = pickle(dictionary({{"a", pickled(sixTensor())}}));
    for (std::size_t length = 0; length < index.size(); ++length)
        QVERIFY2(!refusal(file(index.substr(0, length), {{"0", sixFloats()}})).empty(),
                 std::to_string(length).c_str());
}

void TestPthFile::noChangedByteDoesHarm()
{
    const std::string whole = plainFile();
    std::mt19937 random(7);
    int read = 0;
    for (int i = 0; i < 1000; ++i) {
        std::string bytes = whole;
        for (int changes = 1 + int(random() % 3); changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        if (const Result<PthFile> file = opened(bytes)) {
            ++read;
            for (const auto& [name, tensor] : file->tensors())
                QVERIFY(tensor.bytes.empty() || tensor.bytes.back() == tensor.bytes.back());
        }
    }
    QVERIFY(read > 0 && read < 1000);
}

void TestPthFile::opensThroughTensorFiles()
{
    const std::string path = write("model.pth", plainFile());
    const auto files = TensorFiles::open(path);
    QVERIFY2(files.has_value(), files ? "" : files.error().detail.c_str());
    QCOMPARE(files->shapeOf("a"), (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(files->byteCount(), std::uint64_t(24));
    QTemporaryDir folder;
    QVERIFY(QFile::copy(QString::fromStdString(path), folder.filePath(QStringLiteral("model.pt"))));
    const auto inFolder = TensorFiles::open(folder.path().toStdString());
    QVERIFY(inFolder && inFolder->find("a"));
    QVERIFY(QFile::copy(QString::fromStdString(path), folder.filePath(QStringLiteral("b.ckpt"))));
    const auto two = TensorFiles::open(folder.path().toStdString());
    QVERIFY2(!two, "two files");
    QVERIFY2(two.error().detail.starts_with("several"), two.error().detail.c_str());
    for (const char* const stranger : {"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
                                       "GGUF\x03", "<!DOCTYPE html>"}) {
        const auto refused = TensorFiles::open(write("model.safetensors", stranger));
        QVERIFY2(!refused && refused.error().code == ErrorCode::ModelUnusable,
                 refused ? stranger : refused.error().detail.c_str());
    }
}

QTEST_GUILESS_MAIN(TestPthFile)
#include "tst_pthfile.moc"
