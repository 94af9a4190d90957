#include "core/generator/checkpoint.h"
#include "core/generator/lora.h"
#include "core/generator/loracontent.h"
#include "tests/generator/namedtensors.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <ATen/ATen.h>
#include <torch/nn/module.h>

#include <cmath>
#include <fstream>
#include <limits>

using namespace dollygrip;
using namespace dollygrip::generator;
using safetensorswriter::write;

namespace {

/// Parameters of these names and shapes, each full of its place in the list.
class Net : public torch::nn::Module {
public:
    explicit Net(const Loras::Shapes& shapes, at::ScalarType type = at::kFloat)
    {
        double value = 1;
        for (const auto& [name, shape] : shapes) {
            torch::nn::Module* at = this;
            std::string rest = name;
            for (std::size_t dot; (dot = rest.find('.')) != std::string::npos;
                 rest.erase(0, dot + 1)) {
                const std::string inner = rest.substr(0, dot);
                const auto known = at->named_children();
                at = known.contains(inner)
                         ? known[inner].get()
                         : at->register_module(inner, std::make_shared<torch::nn::Module>()).get();
            }
            at->register_parameter(rest, at::full(shape, value++, type));
        }
    }
    at::Tensor of(const std::string& name) const { return named_parameters()[name]; }
};

Loras::Shapes shapes()
{
    return {{"blocks.0.ffn.0.weight", {6, 4}},
            {"blocks.0.modulation", {1, 6, 4}},
            {"blocks.0.norm3.bias", {4}},
            {"blocks.0.norm3.weight", {4}},
            {"blocks.0.self_attn.q.bias", {4}},
            {"blocks.0.self_attn.q.weight", {4, 4}},
            {"patch_embedding.weight", {4, 2, 1, 2, 2}},
            {"vace_blocks.0.self_attn.q.weight", {4, 4}}};
}

} // namespace

class TestLora : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(3); }
    void everyNamingAddsTheSame_data();
    void everyNamingAddsTheSame();
    void alphaAndRankScaleIt();
    void alphaMayStandInTheHeader();
    void differencesAreAdded();
    void convolutionsAreAdded();
    void severalAreRoundedOnce();
    void saysWhatDidNotFit();
    void textToVideoFitsAControlBranchsBase();
    void isTakenOffByLoadingAgain();
    void neverWritesIntoAMap();
    void anotherFileOfItsNameIsToldApart();
    void isFoundByItsNameWithinTheFolder();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();

private:
    std::string file(const char* name, const NamedTensors& tensors, const std::string& more = {})
    {
        const std::string path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        write(path, tensors, more);
        return path;
    }

    QTemporaryDir m_folder;
};

void TestLora::everyNamingAddsTheSame_data()
{
    QTest::addColumn<QString>("down");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("feedForward");
    const auto row = [](const char* name, const char* layer, const char* inner, const char* down,
                        const char* up) {
        const auto text = [](const char* words) { return QString::fromLatin1(words); };
        QTest::newRow(name) << text(layer) + text(down) << text(layer) + text(up) << text(inner);
    };
    row("kohya", "lora_unet_blocks_0_self_attn_q", "lora_unet_blocks_0_ffn_0", ".lora_down.weight",
        ".lora_up.weight");
    row("kohya, diffusers' names", "lora_unet_blocks_0_attn1_to_q",
        "lora_unet_blocks_0_ffn_net_0_proj", ".lora_down.weight", ".lora_up.weight");
    row("diffusers", "transformer.blocks.0.attn1.to_q", "transformer.blocks.0.ffn.net.0.proj",
        ".lora_A.weight", ".lora_B.weight");
    row("peft", "base_model.model.blocks.0.self_attn.q", "base_model.model.blocks.0.ffn.0",
        ".lora_A.default.weight", ".lora_B.default.weight");
    row("the original, down and up", "diffusion_model.blocks.0.self_attn.q",
        "diffusion_model.blocks.0.ffn.0", ".lora_down.weight", ".lora_up.weight");
    row("the original, A and B", "diffusion_model.blocks.0.self_attn.q",
        "diffusion_model.blocks.0.ffn.0", ".lora_A.weight", ".lora_B.weight");
    row("bare", "blocks.0.self_attn.q", "blocks.0.ffn.0", ".lora_A.weight", ".lora_B.weight");
}

void TestLora::everyNamingAddsTheSame()
{
    QFETCH(QString, down);
    QFETCH(QString, up);
    QFETCH(QString, feedForward);
    const at::Tensor a = at::randn({2, 4});
    const at::Tensor b = at::randn({4, 2});
    const at::Tensor wide = at::randn({6, 2});
    const QString stem = down.left(down.indexOf(QStringLiteral(".lora_")));
    const auto inner = [&](const QString& name) {
        return (feedForward + name.mid(stem.size())).toStdString();
    };
    const std::string path =
        file("named.safetensors",
             {{down.toStdString(), a}, {up.toStdString(), b}, {inner(down), a}, {inner(up), wide}});
    const auto loras = Loras::open({{path, 0.5}}, shapes());
    QVERIFY2(loras.has_value(), loras ? "" : loras.error().detail.c_str());
    QVERIFY2(loras->reports()[0].isWhole(), loras->reports()[0].summary().c_str());
    QCOMPARE(loras->reports()[0].changed, std::size_t(2));
    QCOMPARE(loras->changed(),
             (std::vector<std::string>{"blocks.0.ffn.0.weight", "blocks.0.self_attn.q.weight"}));
    const at::Tensor added = loras->additionTo("blocks.0.self_attn.q.weight");
    QVERIFY(at::allclose(added, 0.5 * at::matmul(b, a)));
    QVERIFY(at::allclose(loras->additionTo("blocks.0.ffn.0.weight"), 0.5 * at::matmul(wide, a)));
    QVERIFY(!loras->additionTo("blocks.0.norm3.weight").defined());
    QVERIFY(!loras->additionTo("nothing").defined());
}

void TestLora::alphaAndRankScaleIt()
{
    const at::Tensor a = at::randn({2, 4});
    const at::Tensor b = at::randn({4, 2});
    const std::string layer = "lora_unet_blocks_0_self_attn_q";
    const auto loras =
        Loras::open({{file("alpha.safetensors", {{layer + ".lora_down.weight", a},
                                                 {layer + ".lora_up.weight", b},
                                                 {layer + ".alpha", at::tensor(1.0F)}}),
                      1.0}},
                    shapes());
    QVERIFY(loras.has_value());
    QVERIFY(at::allclose(loras->additionTo("blocks.0.self_attn.q.weight"), 0.5 * at::matmul(b, a)));
}

void TestLora::alphaMayStandInTheHeader()
{
    const at::Tensor a = at::randn({2, 4});
    const at::Tensor b = at::randn({4, 2});
    const std::string layer = "transformer.blocks.0.attn1.to_q";
    const std::string path = file(
        "header.safetensors", {{layer + ".lora_A.weight", a}, {layer + ".lora_B.weight", b}},
        R"("__metadata__":{"lora_adapter_metadata":"{\"transformer.lora_alpha\": 8, \"transformer.r\": 2}"})");
    const auto loras = Loras::open({{path, 1.0}}, shapes());
    QVERIFY(loras.has_value());
    QVERIFY(at::allclose(loras->additionTo("blocks.0.self_attn.q.weight"), 4 * at::matmul(b, a)));
}

void TestLora::differencesAreAdded()
{
    const std::string start = "diffusion_model.blocks.0.";
    const auto loras =
        Loras::open({{file("diff.safetensors", {{start + "norm3.diff", at::full({4}, 2.0F)},
                                                {start + "norm3.diff_b", at::full({4}, 3.0F)},
                                                {start + "self_attn.q.diff_b", at::full({4}, 4.0F)},
                                                {start + "diff_m", at::full({1, 6, 4}, 5.0F)}}),
                      0.5}},
                    shapes());
    QVERIFY2(loras.has_value(), loras ? "" : loras.error().detail.c_str());
    QVERIFY2(loras->reports()[0].isWhole(), loras->reports()[0].summary().c_str());
    const auto added = [&](const char* name) {
        const at::Tensor tensor = loras->additionTo(name);
        return tensor.defined() ? tensor.mean().item<double>() : 0.0;
    };
    QCOMPARE(added("blocks.0.norm3.weight"), 1.0);
    QCOMPARE(added("blocks.0.norm3.bias"), 1.5);
    QCOMPARE(added("blocks.0.self_attn.q.bias"), 2.0);
    QCOMPARE(added("blocks.0.modulation"), 2.5);
    QCOMPARE(loras->additionTo("blocks.0.modulation").sizes().vec(),
             (std::vector<std::int64_t>{1, 6, 4}));
}

void TestLora::convolutionsAreAdded()
{
    const at::Tensor a = at::randn({3, 2, 1, 2, 2});
    const at::Tensor b = at::randn({4, 3, 1, 1, 1});
    const auto loras = Loras::open(
        {{file("conv.safetensors", {{"diffusion_model.patch_embedding.lora_A.weight", a},
                                    {"diffusion_model.patch_embedding.lora_B.weight", b}}),
          1.0}},
        shapes());
    QVERIFY(loras.has_value());
    const at::Tensor added = loras->additionTo("patch_embedding.weight");
    QCOMPARE(added.sizes().vec(), (std::vector<std::int64_t>{4, 2, 1, 2, 2}));
    QVERIFY(at::allclose(added, at::einsum("orabc,riDEF->oiDEF", {b, a})));
}

void TestLora::severalAreRoundedOnce()
{
    // Each alone is below half a step of bfloat16 at 6; together they are a step.
    const std::string name = "blocks.0.self_attn.q.diff_b";
    const std::string first = file("first.safetensors", {{name, at::full({4}, 0.012F)}});
    const std::string second = file("second.safetensors", {{name, at::full({4}, 0.012F)}});
    Net net({{"blocks.0.self_attn.q.bias", {4}}}, at::kBFloat16);
    const auto bias = [&net] { return net.of("blocks.0.self_attn.q.bias"); };
    bias().data().fill_(6);
    const auto alone = Loras::open({{first, 1.0}}, shapesOf({&net}));
    QVERIFY(alone.has_value());
    addTo({&net}, *alone);
    QCOMPARE(bias()[0].item<float>(), 6.0F);
    const auto both = Loras::open({{first, 1.0}, {second, 1.0}}, shapesOf({&net}));
    QVERIFY(both && both->reports().size() == 2);
    addTo({&net}, *both);
    QVERIFY(bias().scalar_type() == at::kBFloat16);
    QCOMPARE(bias()[0].item<float>(), 6.03125F);
}

void TestLora::saysWhatDidNotFit()
{
    const std::string path =
        file("partly.safetensors", {{"blocks.0.norm3.diff", at::ones({4})},
                                    {"blocks.0.norm3.diff_b", at::ones({5})},
                                    {"blocks.7.self_attn.q.lora_A.weight", at::ones({1, 4})},
                                    {"blocks.7.self_attn.q.lora_B.weight", at::ones({4, 1})},
                                    {"blocks.0.self_attn.q.lora_A.weight", at::ones({1, 8})},
                                    {"blocks.0.self_attn.q.lora_B.weight", at::ones({4, 1})}});
    const auto loras = Loras::open({{path, 1.0}}, shapes());
    QVERIFY(loras.has_value());
    const LoraReport& report = loras->reports()[0];
    QCOMPARE(report.changed, std::size_t(1));
    QCOMPARE(report.unfit, std::vector<std::string>{"blocks.7.self_attn.q.lora_B.weight"});
    QCOMPARE(report.wrongShape, (std::vector<std::string>{"blocks.0.norm3.diff_b",
                                                          "blocks.0.self_attn.q.lora_B.weight"}));
    QCOMPARE(report.summary(),
             std::string("no weight for: blocks.7.self_attn.q.lora_B.weight; another shape: "
                         "blocks.0.norm3.diff_b, blocks.0.self_attn.q.lora_B.weight"));
}

void TestLora::textToVideoFitsAControlBranchsBase()
{
    Net net(shapes());
    const at::Tensor before = net.of("vace_blocks.0.self_attn.q.weight").clone();
    const std::string path =
        file("t2v.safetensors", {{"blocks.0.self_attn.q.lora_A.weight", at::ones({1, 4})},
                                 {"blocks.0.self_attn.q.lora_B.weight", at::ones({4, 1})}});
    const auto loras = Loras::open({{path, 1.0}}, shapesOf({&net}));
    QVERIFY(loras && loras->reports()[0].isWhole());
    const double base = net.of("blocks.0.self_attn.q.weight")[0][0].item<double>();
    addTo({&net}, *loras);
    QCOMPARE(net.of("blocks.0.self_attn.q.weight")[0][0].item<double>(), base + 1);
    QVERIFY(at::equal(net.of("vace_blocks.0.self_attn.q.weight"), before));
}

void TestLora::isTakenOffByLoadingAgain()
{
    const at::Tensor weight = at::randn({4, 4});
    const auto files = TensorFiles::open(file(
        "model.safetensors", {{"blocks.0.self_attn.q.weight", weight}, {"other", at::ones({1})}}));
    const std::string path =
        file("lora.safetensors", {{"blocks.0.self_attn.q.lora_A.weight", at::randn({1, 4})},
                                  {"blocks.0.self_attn.q.lora_B.weight", at::randn({4, 1})}});
    Net net({{"blocks.0.self_attn.q.weight", {4, 4}}, {"other", {1}}});
    const auto loras = Loras::open({{path, 1.0}}, shapesOf({&net}));
    QVERIFY(files && loras);
    Loading loading;
    loading.addition = [&](const std::string& name) { return loras->additionTo(name); };
    QVERIFY(loadInto({&net}, *files, loading).isWhole());
    const at::Tensor added = loras->additionTo("blocks.0.self_attn.q.weight");
    QVERIFY(at::equal(net.of("blocks.0.self_attn.q.weight"), weight + added));
    net.of("other").data().fill_(9);
    Loading again;
    const std::vector<std::string> changed = loras->changed();
    again.only = {changed.begin(), changed.end()};
    QVERIFY(loadInto({&net}, *files, again).isWhole());
    QVERIFY(at::equal(net.of("blocks.0.self_attn.q.weight"), weight));
    QCOMPARE(net.of("other")[0].item<float>(), 9.0F);
}

void TestLora::neverWritesIntoAMap()
{
    const auto files =
        TensorFiles::open(file("mapped.safetensors", {{"blocks.0.norm3.weight", at::ones({4})}}));
    Net net({{"blocks.0.norm3.weight", {4}}});
    Loading sharing;
    sharing.sharesMap = true;
    QVERIFY(files && loadInto({&net}, *files, sharing).isWhole());
    const auto loras =
        Loras::open({{file("on.safetensors", {{"blocks.0.norm3.diff", at::ones({4})}}), 1.0}},
                    shapesOf({&net}));
    QVERIFY(loras.has_value());
    addTo({&net}, *loras); // writing to the map would end the program
    QCOMPARE(net.of("blocks.0.norm3.weight")[0].item<float>(), 2.0F);
    QVERIFY(loadInto({&net}, *files, sharing).isWhole());
    QCOMPARE(net.of("blocks.0.norm3.weight")[0].item<float>(), 1.0F);
    QVERIFY(loadInto({&net}, *files).isWhole());
    QCOMPARE(net.of("blocks.0.norm3.weight")[0].item<float>(), 1.0F);
}

void TestLora::anotherFileOfItsNameIsToldApart()
{
    const at::Tensor a = at::randn({64, 64});
    at::Tensor trainedOn = a.clone();
    trainedOn[31].fill_(0.5); // of one size, one header
    const auto contentOf = [&](const at::Tensor& numbers) {
        return loraContent(file("one.safetensors", {{"x.lora_A.weight", numbers}}));
    };
    const auto first = contentOf(a);
    QVERIFY(first);
    QCOMPARE(first->size(), std::size_t(32));
    QCOMPARE(*contentOf(a), *first);
    QVERIFY(*contentOf(trainedOn) != *first);
    QVERIFY(*contentOf(a.to(at::kHalf)) != *first);
    QVERIFY(*loraContent(file("two.safetensors", {{"y.lora_A.weight", a}})) != *first);
    QVERIFY(!loraContent(m_folder.filePath(QStringLiteral("nowhere")).toStdString()));
}

void TestLora::isFoundByItsNameWithinTheFolder()
{
    const QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(QStringLiteral("b/loras")) && folder.mkpath(QStringLiteral("a")));
    const std::string inside = file("b/loras/style.safetensors", {{"x", at::ones({1})}});
    QCOMPARE(*loraPath(m_folder.path().toStdString(), "style.safetensors"), inside);
    const std::string earlier = file("a/style.safetensors", {{"x", at::ones({1})}});
    QCOMPARE(*loraPath(m_folder.path().toStdString(), "style.safetensors"), earlier);
    QCOMPARE(*loraPath(m_folder.path().toStdString(), "../../style.safetensors"), earlier);
    const auto none = loraPath(m_folder.path().toStdString(), "other.safetensors");
    QVERIFY(!none && none.error().code == ErrorCode::FileNotFound);
    QVERIFY(!loraPath("/nowhere at all", "style.safetensors"));
}

void TestLora::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [this](const char* name, const NamedTensors& tensors,
                            ErrorCode code = ErrorCode::ModelUnusable) {
        const std::string path = file("row.safetensors", tensors);
        std::ifstream stream(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << int(code);
    };
    const std::string q = "blocks.0.self_attn.q.";
    row("a model", {{q + "weight", at::ones({4, 4})}});
    row("nothing", {});
    row("half a pair", {{q + "lora_A.weight", at::ones({1, 4})}});
    row("ranks that differ",
        {{q + "lora_A.weight", at::ones({2, 4})}, {q + "lora_B.weight", at::ones({4, 3})}});
    row("vectors", {{q + "lora_A.weight", at::ones({4})}, {q + "lora_B.weight", at::ones({4})}});
    row("of no rank",
        {{q + "lora_A.weight", at::ones({0, 4})}, {q + "lora_B.weight", at::ones({4, 0})}});
    row("an alpha of two", {{q + "lora_A.weight", at::ones({1, 4})},
                            {q + "lora_B.weight", at::ones({4, 1})},
                            {q + "alpha", at::ones({2})}});
    row("an alpha that is no number",
        {{q + "lora_A.weight", at::ones({1, 4})},
         {q + "lora_B.weight", at::ones({4, 1})},
         {q + "alpha", at::tensor(std::numeric_limits<float>::quiet_NaN())}});
    row("DoRA", {{q + "lora_A.weight", at::ones({1, 4})},
                 {q + "lora_B.weight", at::ones({4, 1})},
                 {q + "dora_scale", at::ones({4})}});
    row("LoKr", {{q + "lokr_w1", at::ones({2, 2})}, {q + "lokr_w2", at::ones({2, 2})}});
    row("of another model",
        {{"layers.3.lora_A.weight", at::ones({1, 4})},
         {"layers.3.lora_B.weight", at::ones({4, 1})}},
        ErrorCode::ModelMixed);
    QTest::newRow("cut off") << QByteArray("\x10\0\0\0\0\0\0\0{", 9)
                             << int(ErrorCode::ModelUnusable);
}

void TestLora::refusesWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const std::string path = m_folder.filePath(QStringLiteral("bad.safetensors")).toStdString();
    std::ofstream(path, std::ios::binary) << bytes.toStdString();
    const auto loras = Loras::open({{path, 1.0}}, shapes());
    QVERIFY(!loras);
    QCOMPARE(int(loras.error().code), code);
    QCOMPARE(loras.error().subject, path);
    const auto none = Loras::open({{path + ".gone", 1.0}}, shapes());
    QVERIFY(!none && none.error().code == ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(TestLora)
#include "tst_lora.moc"
