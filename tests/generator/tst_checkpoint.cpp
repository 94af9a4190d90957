#include "core/generator/checkpoint.h"
#include "core/generator/nn/attention.h"
#include "core/generator/nn/transformerconfig.h"
#include "tests/generator/namedtensors.h"
#include "tests/generator/pthwriter.h"
#include "tests/generator/safetensorswriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <cmath>
#include <fstream>
#include <map>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

/// A tiny network with a control branch.
Shapes shapes()
{
    return {{"patch_embedding.weight", {256, 16, 1, 2, 2}},
            {"text_embedding.0.weight", {256, 32}},
            {"time_embedding.0.weight", {256, 64}},
            {"blocks.0.ffn.0.weight", {512, 256}},
            {"blocks.0.norm3.weight", {256}},
            {"blocks.0.self_attn.norm_q.weight", {256}},
            {"blocks.0.self_attn.q.weight", {256, 256}},
            {"blocks.1.self_attn.q.weight", {256, 256}},
            {"head.head.weight", {64, 256}},
            {"vace_patch_embedding.weight", {256, 96, 1, 2, 2}},
            {"vace_blocks.0.self_attn.q.weight", {256, 256}}};
}

Result<TransformerConfig> measured(const Shapes& shapes, const char* config)
{
    const Result<Json> json = Json::parse(config);
    return transformerConfig(*json, [&shapes](const std::string& name) {
        const auto found = shapes.find(name);
        return found == shapes.end() ? std::vector<std::int64_t>() : found->second;
    });
}

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEightBitFloats();
    void readsScaledWeights_data();
    void readsScaledWeights();
    void readsPyTorchFilesByTheirStrides();
    void joinsAndTurnsAClipTower();
    void sharesTheMapWhereItCan();
    void looksUpRowsOfAnyType();
    void loadsInTheTypeThatIsAsked();
    void streamsAndLetsGo();
    void saysWhatDoesNotFit();
    void stopsWhenAsked();
    void attentionInPiecesIsTheWhole();
    void measuresNetworksByTheirTensors();
    void refusesContradictions_data();
    void refusesContradictions();
};

void TestCheckpoint::readsEightBitFloats()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/f8.safetensors";
    // 1, -1.125, the largest, the smallest, NaN; then 1, infinity and bfloat16 1.5.
    std::ofstream(path, std::ios::binary) << safetensorswriter::fileOf(
        R"({"a": {"dtype": "F8_E4M3", "shape": [5], "data_offsets": [0, 5]},)"
        R"("b": {"dtype": "F8_E5M2", "shape": [2], "data_offsets": [5, 7]},)"
        R"("c": {"dtype": "BF16", "shape": [1], "data_offsets": [7, 9]}})",
        std::string("\x38\xb9\x7e\x01\x7f\x3c\x7c\xc0\x3f"));
    const auto file = SafetensorsFile::open(path);
    QVERIFY(file.has_value());
    const at::Tensor a = tensorOf(*file, *file->find("a"));
    QCOMPARE(a[0].item<float>(), 1.0F);
    QCOMPARE(a[1].item<float>(), -1.125F);
    QCOMPARE(a[2].item<float>(), 448.0F);
    QCOMPARE(a[3].item<float>(), std::ldexp(1.0F, -9));
    QVERIFY(std::isnan(a[4].item<float>()));
    const at::Tensor b = tensorOf(*file, *file->find("b"));
    QCOMPARE(b[0].item<float>(), 1.0F);
    QVERIFY(std::isinf(b[1].item<float>()));
    const at::Tensor c = tensorOf(*file, *file->find("c"));
    QVERIFY(c.scalar_type() == at::kBFloat16);
    QCOMPARE(c[0].item<float>(), 1.5F);
}

void TestCheckpoint::readsScaledWeights_data()
{
    QTest::addColumn<QByteArray>("scale");
    QTest::addColumn<QByteArray>("shape");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* title, std::vector<float> scale, const char* shape,
                        const char* name) {
        QTest::newRow(title) << QByteArray(reinterpret_cast<const char*>(scale.data()),
                                           qsizetype(4 * scale.size()))
                             << QByteArray(shape) << QString::fromLatin1(name);
    };
    row("one scale", {0.5F}, "", "w.scale_weight");
    row("one in a list", {0.5F}, "1", "w.scale_weight");
    row("lightx2v's", {0.5F}, "", "w.weight_scale");
    row("by row", {0.5F, 2}, "2,1", "w.weight_scale");
    row("by row, flat", {0.5F, 2}, "2", "w.weight_scale");
}

void TestCheckpoint::readsScaledWeights()
{
    QFETCH(QByteArray, scale);
    QFETCH(QByteArray, shape);
    QFETCH(QString, name);
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/scaled.safetensors";
    const std::string end = std::to_string(6 + scale.size());
    // 1, -1.125, 448; 1, 1, 1: and the notes that other programs leave.
    std::ofstream(path, std::ios::binary) << safetensorswriter::fileOf(
        R"({"w.weight": {"dtype": "F8_E4M3", "shape": [2, 3], "data_offsets": [0, 6]},)"
        R"("scaled_fp8": {"dtype": "F8_E4M3", "shape": [0], "data_offsets": [6, 6]},)"
        R"("w.scale_input": {"dtype": "F32", "shape": [0], "data_offsets": [6, 6]},")"
            + name.toStdString() + R"(": {"dtype": "F32", "shape": [)" + shape.toStdString()
            + R"(], "data_offsets": [6, )" + end + "]}}",
        std::string("\x38\xb9\x7e\x38\x38\x38") + scale.toStdString());
    const auto files = TensorFiles::open(path);
    QVERIFY2(files.has_value(), files ? "" : files.error().detail.c_str());
    QCOMPARE(files->names(), std::vector<std::string>{"w.weight"});
    const StoredTensor& stored = *files->find("w.weight");
    const bool isByRow = scale.size() == 8;
    const at::Tensor wanted = at::tensor({0.5F, -0.5625F, 224.0F, isByRow ? 2.0F : 0.5F,
                                          isByRow ? 2.0F : 0.5F, isByRow ? 2.0F : 0.5F})
                                  .reshape({2, 3});
    QVERIFY(tensorOf(stored).scalar_type() == at::kFloat);
    QVERIFY(at::equal(tensorOf(stored), wanted));
    QVERIFY(at::equal(tensorOf(stored, at::kHalf), wanted.to(at::kHalf)));
    QVERIFY(!canShare(stored, at::kFloat) && at::equal(viewOf(stored), wanted));
    const at::Tensor rows = at::tensor({1, 0, 1}, at::kLong);
    QVERIFY(at::equal(rowsOf(stored, rows), wanted.index_select(0, rows)));
}

void TestCheckpoint::readsPyTorchFilesByTheirStrides()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/model.pth";
    const at::Tensor values = at::arange(6, at::kFloat).reshape({2, 3});
    const std::string bytes(static_cast<const char*>(values.data_ptr()), 24);
    using namespace pthwriter;
    const auto pickledAs = [](std::vector<std::int64_t> shape, std::vector<std::int64_t> strides,
                              std::int64_t offset) {
        return pickled(
            Tensor{"FloatStorage", "0", 6, offset, std::move(shape), std::move(strides)});
    };
    std::ofstream(path, std::ios::binary)
        << pthwriter::file(pickle(dictionary({{"plain", pickledAs({2, 3}, {3, 1}, 0)},
                                              {"turned", pickledAs({3, 2}, {1, 3}, 0)},
                                              {"every", pickledAs({2}, {2}, 1)}})),
                           {{"0", bytes}});
    const auto files = TensorFiles::open(path);
    QVERIFY2(files.has_value(), files ? "" : files.error().detail.c_str());
    for (const bool isView : {false, true}) {
        const auto get = [&](const char* name) {
            const StoredTensor& stored = *files->find(name);
            return isView ? viewOf(stored) : tensorOf(stored);
        };
        QVERIFY(at::equal(get("plain"), values));
        QVERIFY(at::equal(get("turned"), values.t()));
        QVERIFY(at::equal(get("every"), at::tensor({1.0F, 3.0F})));
    }
    const at::Tensor rows = at::tensor({2, 0}, at::kLong);
    QVERIFY(at::equal(rowsOf(*files->find("turned"), rows), values.t().index_select(0, rows)));
    QVERIFY(at::equal(tensorOf(*files->find("turned"), at::kHalf), values.t().to(at::kHalf)));
}

void TestCheckpoint::joinsAndTurnsAClipTower()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/clip.safetensors";
    const std::string layer = "vision_model.encoder.layers.0.self_attn.";
    NamedTensors theirs{{"vision_model.embeddings.class_embedding", at::randn({4})},
                        {"vision_model.embeddings.position_embedding.weight", at::randn({5, 4})},
                        {"vision_model.pre_layrnorm.weight", at::randn({4})},
                        {"visual_projection.weight", at::randn({3, 4})}};
    for (const char* const part : {"q_proj", "k_proj", "v_proj"}) {
        theirs[layer + part + ".weight"] = at::randn({4, 4});
        theirs[layer + part + ".bias"] = at::randn({4}).to(at::kHalf);
    }
    safetensorswriter::write(path, theirs);
    const auto files = TensorFiles::openNamed(path);
    QVERIFY2(files.has_value(), files ? "" : files.error().detail.c_str());
    const auto of = [&](const char* name) { return tensorOf(*files->find(name)); };
    QCOMPARE(files->shapeOf("visual.transformer.0.attn.to_qkv.weight"),
             (std::vector<std::int64_t>{12, 4}));
    const at::Tensor joined =
        at::cat({theirs[layer + "q_proj.weight"], theirs[layer + "k_proj.weight"],
                 theirs[layer + "v_proj.weight"]});
    QVERIFY(at::equal(of("visual.transformer.0.attn.to_qkv.weight"), joined));
    QVERIFY(of("visual.transformer.0.attn.to_qkv.bias").scalar_type() == at::kHalf);
    const at::Tensor rows = at::tensor({11, 4, 0}, at::kLong);
    QVERIFY(at::equal(rowsOf(*files->find("visual.transformer.0.attn.to_qkv.weight"), rows),
                      joined.index_select(0, rows)));
    QVERIFY(at::equal(of("visual.head"), theirs["visual_projection.weight"].t()));
    QCOMPARE(files->shapeOf("visual.cls_embedding"), (std::vector<std::int64_t>{1, 1, 4}));
    QVERIFY(at::equal(of("visual.pos_embedding")[0],
                      theirs["vision_model.embeddings.position_embedding.weight"]));
}

void TestCheckpoint::sharesTheMapWhereItCan()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/share.safetensors";
    const at::Tensor odd = at::ones({3}, at::kByte);
    safetensorswriter::write(path, {{"a", at::randn({4})}, {"b", odd}, {"c", at::randn({4})}});
    RMSNorm norm(4, 1e-6);
    at::Tensor kept;
    {
        const auto files = TensorFiles::open(path);
        QVERIFY(files.has_value());
        const StoredTensor& a = *files->find("a");
        const StoredTensor& c = *files->find("c");
        QVERIFY(canShare(a, at::kFloat) && !canShare(a, at::kHalf));
        QVERIFY(viewOf(a).data_ptr() == static_cast<const void*>(a.bytes.data()));
        QVERIFY(tensorOf(a).data_ptr() != static_cast<const void*>(a.bytes.data()));
        QVERIFY(!canShare(c, at::kFloat)); // three bytes stand before it
        QVERIFY(at::equal(viewOf(c), tensorOf(c)));
        TensorFiles renamed = *files;
        kept = viewOf(a);
    }
    QVERIFY(kept.sum().isfinite().item<bool>()); // the view holds the map

    const std::string named = folder.path().toStdString() + "/named.safetensors";
    safetensorswriter::write(named, {{"weight", at::full({4}, 3.0F)}});
    const auto files = TensorFiles::open(named);
    Loading loading;
    loading.sharesMap = true;
    QVERIFY(loadInto({norm.get()}, *files, loading).isWhole());
    QVERIFY(norm->weight.data_ptr()
            == static_cast<const void*>(files->find("weight")->bytes.data()));
    QCOMPARE(norm->weight.sum().item<float>(), 12.0F);
    QVERIFY(loadInto({norm.get()}, *files).isWhole()); // into memory of its own again
    norm->weight.data().fill_(1);
    QCOMPARE(viewOf(*files->find("weight")).sum().item<float>(), 12.0F);
}

void TestCheckpoint::looksUpRowsOfAnyType()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/table.safetensors";
    const at::Tensor table = at::randn({50, 8});
    safetensorswriter::write(
        path,
        {{"a", at::ones({1}, at::kByte)}, {"half", table.to(at::kBFloat16)}, {"plain", table}});
    const auto files = TensorFiles::open(path);
    QVERIFY(files.has_value());
    const at::Tensor rows = at::tensor({49, 0, 0, 7}, at::kLong);
    const RowSource source = rowSource(*files, at::kFloat);
    QVERIFY(at::equal(source("plain", rows), table.index_select(0, rows)));
    QVERIFY(at::equal(source("half", rows),
                      table.to(at::kBFloat16).to(at::kFloat).index_select(0, rows)));
    QVERIFY(rowsOf(*files->find("half"), rows).scalar_type() == at::kBFloat16);
    QCOMPARE(source("plain", at::empty({0}, at::kLong)).size(0), std::int64_t(0));
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, source("plain", at::tensor({50}, at::kLong)));
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, source("plain", at::tensor({-1}, at::kLong)));
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, source("gone", rows));
}

void TestCheckpoint::loadsInTheTypeThatIsAsked()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/types.safetensors";
    safetensorswriter::write(path, {{"weight", at::full({4}, 1.0009765625)}});
    const auto files = TensorFiles::open(path);
    for (const bool isInference : {false, true}) {
        const c10::InferenceMode mode(isInference);
        RMSNorm norm(4, 1e-6);
        QVERIFY(loadInto({norm.get()}, *files).isWhole());
        QVERIFY(norm->weight.scalar_type() == at::kFloat);
        Loading loading;
        loading.sharesMap = true;
        loading.typeOf = [](const std::string&, const StoredTensor& stored) {
            return stored.type == NumberType::F32 ? at::kBFloat16 : at::kFloat;
        };
        QVERIFY(loadInto({norm.get()}, *files, loading).isWhole());
        QVERIFY(norm->weight.scalar_type() == at::kBFloat16);
        QCOMPARE(norm->weight[0].item<float>(), 1.0F);
        loading.addition = [](const std::string&) { return at::full({4}, 0.25F); };
        QVERIFY(loadInto({norm.get()}, *files, loading).isWhole());
        QCOMPARE(norm->weight[0].item<float>(), 1.25F);
    }
}

void TestCheckpoint::streamsAndLetsGo()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/large.safetensors";
    const at::Tensor large = at::randn({1024, 1024});
    safetensorswriter::write(path, {{"a", large}, {"b", large + 1}});
    const auto files = TensorFiles::open(path);
    const TensorSource copies = tensorSource(*files, at::kBFloat16);
    for (int pass = 0; pass < 2; ++pass) { // what was let go comes back from the file
        QVERIFY(at::equal(copies("a"), large.to(at::kBFloat16)));
        QVERIFY(at::equal(copies("b"), (large + 1).to(at::kBFloat16)));
    }
    const TensorSource views = tensorSource(*files);
    const at::Tensor view = views("a");
    release(*files->find("a"));
    QVERIFY(at::equal(view, large));
}

void TestCheckpoint::stopsWhenAsked()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/stop.safetensors";
    safetensorswriter::write(path, {{"weight", at::full({4}, 5.0F)}});
    const auto files = TensorFiles::open(path);
    RMSNorm norm(4, 1e-6);
    Loading loading;
    loading.keepGoing = [] { return false; };
    QCOMPARE(loadInto({norm.get()}, *files, loading).missing, std::vector<std::string>{"weight"});
    QVERIFY(norm->weight[0].item<float>() != 5.0F);
}

void TestCheckpoint::saysWhatDoesNotFit()
{
    RMSNorm first(4, 1e-6);
    const LoadReport whole = loadInto({first.get()}, NamedTensors{{"weight", at::full({4}, 2)}});
    QVERIFY(whole.isWhole() && whole.summary().empty());
    QCOMPARE(first->weight.sum().item<float>(), 8.0F);
    const LoadReport wrong = loadInto(
        {first.get()}, NamedTensors{{"weight", at::ones({1, 4})}, {"other", at::ones({1})}});
    QCOMPARE(wrong.wrongShape, std::vector<std::string>{"weight"});
    QCOMPARE(wrong.unexpected, std::vector<std::string>{"other"});
    QCOMPARE(first->weight.sum().item<float>(), 8.0F);
    const LoadReport empty = loadInto({first.get()}, NamedTensors{});
    QCOMPARE(empty.summary(), std::string("missing: weight"));
}

void TestCheckpoint::attentionInPiecesIsTheWhole()
{
    const at::Tensor q = at::randn({2, 3, 7, 8});
    const at::Tensor k = at::randn({2, 3, 11, 8});
    const at::Tensor v = at::randn({2, 3, 11, 8});
    const at::Tensor whole =
        at::softmax(at::matmul(q, k.transpose(2, 3)) / std::sqrt(8.0), -1).matmul(v);
    for (const std::int64_t budget : {std::int64_t(1), std::int64_t(600), std::int64_t(1) << 20})
        QVERIFY(at::allclose(attendInPieces(q, k, v, budget), whole, 1e-5, 1e-6));
    QVERIFY(at::allclose(attend(q, k, v), whole, 1e-5, 1e-6));
}

void TestCheckpoint::measuresNetworksByTheirTensors()
{
    const auto config = measured(shapes(), "{}");
    QVERIFY2(config.has_value(), config ? "" : config.error().detail.c_str());
    QCOMPARE(config->heads, std::int64_t(2));
    QCOMPARE(config->layers, std::int64_t(2));
    QCOMPARE(config->outChannels, std::int64_t(16));
    QCOMPARE(config->textLength, std::int64_t(512));
    QCOMPARE(config->controlLayers, std::vector<std::int64_t>{0});
    QVERIFY(config->crossNorm && config->queryKeyNorm && config->imageDim == 0);
    const auto diffusers = measured(shapes(), R"({"num_attention_heads": 4, "text_len": 16})");
    QVERIFY(diffusers && diffusers->heads == 4 && diffusers->textLength == 16);
}

void TestCheckpoint::refusesContradictions_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("without");
    const auto row = [](const char* name, const char* config, const char* without) {
        QTest::newRow(name) << QByteArray(config) << QByteArray(without);
    };
    row("another width", R"({"dim": 128})", "");
    row("more blocks", R"({"num_layers": 30})", "");
    row("heads that do not part the width", R"({"num_heads": 3})", "");
    row("negative heads", R"({"num_heads": -2})", "");
    row("no text at all", R"({"text_len": 0})", "");
    row("eps of zero", R"({"eps": 0})", "");
    row("a window", R"({"window_size": [4, 4]})", "");
    row("control behind the last block", R"({"vace_layers": [2]})", "");
    row("control that starts later", R"({"vace_layers": [1]})", "");
    row("control for more blocks than there are", R"({"vace_layers": [0, 1]})", "");
    row("no patches", "{}", "patch_embedding.weight");
    row("no head", "{}", "head.head.weight");
    row("no control patches", "{}", "vace_patch_embedding.weight");
}

void TestCheckpoint::refusesContradictions()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, without);
    Shapes some = shapes();
    some.erase(without.toStdString());
    const auto result = measured(some, config.constData());
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::ModelUnusable && !result.error().detail.empty());
}

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
