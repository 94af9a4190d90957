#include "core/generator/checkpoint.h"
#include "core/generator/nn/attention.h"
#include "core/generator/nn/transformerconfig.h"
#include "tests/generator/safetensorswriter.h"

#include <QTemporaryDir>
#include <QTest>

#include <ATen/ATen.h>

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
    void saysWhatDoesNotFit();
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
