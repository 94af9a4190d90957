#include "core/base/json.h"
#include "core/generator/namemap.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

Json jsonOf(const std::string& file)
{
    QFile source(QStringLiteral(DOLLYGRIP_SOURCE_DIR "/tests/data/keys/")
                 + QString::fromStdString(file) + QStringLiteral(".json"));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("no %s", file.c_str());
    const Result<Json> json = Json::parse(source.readAll().toStdString());
    if (!json)
        qFatal("%s", json.error().detail.c_str());
    return *json;
}

Shapes shapesOf(const std::string& file)
{
    const Json json = jsonOf(file);
    Shapes shapes;
    for (const auto& [name, value] : *json.find("keys")->object())
        shapes[name] = *json.find("keys")->integers(name);
    return shapes;
}

std::vector<std::string> namesOf(const Shapes& shapes)
{
    std::vector<std::string> names;
    for (const auto& [name, shape] : shapes)
        names.push_back(name);
    return names;
}

/// The names of a CLIP visual tower of `layers` blocks by the original.
std::vector<std::string> clipNames(int layers)
{
    std::vector<std::string> names{
        "visual.cls_embedding",          "visual.pos_embedding",   "visual.head",
        "visual.patch_embedding.weight", "visual.pre_norm.weight", "visual.pre_norm.bias",
        "visual.post_norm.weight",       "visual.post_norm.bias"};
    for (int layer = 0; layer < layers; ++layer)
        for (const char* const inner :
             {"norm1", "attn.to_qkv", "attn.proj", "norm2", "mlp.0", "mlp.2"})
            for (const char* const kind : {".weight", ".bias"})
                names.push_back("visual.transformer." + std::to_string(layer) + "." + inner + kind);
    return names;
}

} // namespace

class TestNameMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryKeyListBothWays_data();
    void mapsEveryKeyListBothWays();
    void originalsAreThemselves_data();
    void originalsAreThemselves();
    void knowsPrefixes_data();
    void knowsPrefixes();
    void swapsTheNormsAndTellsTheProjectionsApart();
    void takesPictureAndTrajectoryVariants();
    void takesEitherOfTiedTables();
    void clipTowersAreJoined();
    void countsTheDecoderByLevelOfAnySize();
    void knowsAPreviewDecoderAndLoras();
    void strangersAreSaid();
};

void TestNameMap::mapsEveryKeyListBothWays_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("role");
    QTest::newRow("T2V 1.3B") << "wan2.1_t2v_1.3b"
                              << "diffusers" << int(FileRole::Transformer);
    QTest::newRow("VACE 1.3B") << "wan2.1_vace_1.3b"
                               << "diffusers" << int(FileRole::Transformer);
    QTest::newRow("VAE") << "wan2.1_vae"
                         << "diffusers" << int(FileRole::VideoVae);
    QTest::newRow("UMT5") << "umt5_xxl_encoder"
                          << "transformers" << int(FileRole::TextEncoder);
}

void TestNameMap::mapsEveryKeyListBothWays()
{
    QFETCH(QString, model);
    QFETCH(QString, other);
    QFETCH(int, role);
    const Shapes originals = shapesOf(model.toStdString() + ".original");
    const Shapes theirs = shapesOf(model.toStdString() + "." + other.toStdString());
    const Json table = *jsonOf("name_maps").find(model.toStdString());
    QCOMPARE(table.object()->size(), originals.size());

    const std::optional<NameMap> map = nameMapOf(namesOf(theirs));
    QVERIFY(map && map->role == FileRole(role));
    QCOMPARE(map->naming, other.toStdString());
    QVERIFY(map->unknown.empty() && map->ignored.empty());
    QCOMPARE(map->parts.size(), originals.size());
    for (const auto& [original, spelt] : *table.object()) {
        const auto found = map->parts.find(*spelt.string());
        QVERIFY2(found != map->parts.end(), original.c_str());
        QCOMPARE(found->second.original, original);
        QCOMPARE(found->second.parts, 1);
        QVERIFY2(originals.at(original) == theirs.at(*spelt.string()), original.c_str());
    }

    const NameMap back = nameMapIn(FileRole(role), other.toStdString(), namesOf(originals));
    QVERIFY(back.unknown.empty());
    QCOMPARE(back.parts.size(), originals.size());
    for (const auto& [original, spelt] : *table.object())
        QCOMPARE(back.namesOf(original), std::vector<std::string>{*spelt.string()});
}

void TestNameMap::originalsAreThemselves_data()
{
    QTest::addColumn<int>("role");
    QTest::newRow("wan2.1_t2v_1.3b") << int(FileRole::Transformer);
    QTest::newRow("wan2.1_vace_1.3b") << int(FileRole::Transformer);
    QTest::newRow("wan2.1_vae") << int(FileRole::VideoVae);
    QTest::newRow("umt5_xxl_encoder") << int(FileRole::TextEncoder);
}

void TestNameMap::originalsAreThemselves()
{
    QFETCH(int, role);
    const auto names = namesOf(shapesOf(std::string(QTest::currentDataTag()) + ".original"));
    const std::optional<NameMap> map = nameMapOf(names);
    QVERIFY(map && map->role == FileRole(role));
    QCOMPARE(map->naming, std::string("original"));
    QCOMPARE(map->parts.size(), names.size());
    for (const std::string& name : names)
        QCOMPARE(map->parts.at(name).original, name);
}

void TestNameMap::knowsPrefixes_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("naming");
    QTest::newRow("ComfyUI") << "model.diffusion_model."
                             << "comfyui";
    QTest::newRow("short") << "diffusion_model."
                           << "comfyui";
    QTest::newRow("a wrapper's") << "model."
                                 << "original";
}

void TestNameMap::knowsPrefixes()
{
    QFETCH(QString, prefix);
    QFETCH(QString, naming);
    std::vector<std::string> names = namesOf(shapesOf("wan2.1_vace_1.3b.original"));
    const std::vector<std::string> originals = names;
    for (std::string& name : names)
        name.insert(0, prefix.toStdString());
    const std::optional<NameMap> map = nameMapOf(names);
    QVERIFY(map && map->role == FileRole::Transformer && map->unknown.empty());
    QCOMPARE(map->naming, naming.toStdString());
    for (std::size_t i = 0; i < names.size(); ++i)
        QCOMPARE(map->parts.at(names[i]).original, originals[i]);
    const NameMap back = nameMapIn(FileRole::Transformer, "comfyui", {"head.head.weight"});
    QCOMPARE(back.parts.begin()->first, std::string("model.diffusion_model.head.head.weight"));
}

void TestNameMap::swapsTheNormsAndTellsTheProjectionsApart()
{
    const std::optional<NameMap> map =
        nameMapOf({"blocks.3.norm2.weight", "proj_out.weight", "scale_shift_table",
                   "blocks.3.scale_shift_table", "vace_blocks.0.proj_out.weight",
                   "vace_blocks.0.proj_in.bias", "blocks.3.attn2.to_out.0.bias"});
    QVERIFY(map && map->naming == "diffusers" && map->unknown.empty());
    const auto original = [&](const char* name) { return map->parts.at(name).original; };
    QCOMPARE(original("blocks.3.norm2.weight"), std::string("blocks.3.norm3.weight"));
    QCOMPARE(original("proj_out.weight"), std::string("head.head.weight"));
    QCOMPARE(original("vace_blocks.0.proj_out.weight"),
             std::string("vace_blocks.0.after_proj.weight"));
    QCOMPARE(original("vace_blocks.0.proj_in.bias"), std::string("vace_blocks.0.before_proj.bias"));
    QCOMPARE(original("scale_shift_table"), std::string("head.modulation"));
    QCOMPARE(original("blocks.3.scale_shift_table"), std::string("blocks.3.modulation"));
}

void TestNameMap::takesPictureAndTrajectoryVariants()
{
    const std::vector<std::string> originals{"img_emb.proj.0.weight",
                                             "img_emb.proj.1.bias",
                                             "img_emb.proj.3.weight",
                                             "img_emb.proj.4.bias",
                                             "img_emb.emb_pos",
                                             "blocks.0.cross_attn.k_img.weight",
                                             "blocks.0.cross_attn.v_img.bias",
                                             "blocks.0.cross_attn.norm_k_img.weight",
                                             "ref_conv.weight",
                                             "control_adapter.conv.weight",
                                             "control_adapter.residual_blocks.0.conv2.bias"};
    const NameMap theirs = nameMapIn(FileRole::Transformer, "diffusers", originals);
    QVERIFY(theirs.unknown.empty());
    QVERIFY(theirs.parts.contains("condition_embedder.image_embedder.ff.net.0.proj.bias"));
    QVERIFY(theirs.parts.contains("condition_embedder.image_embedder.pos_embed"));
    QVERIFY(theirs.parts.contains("blocks.0.attn2.add_k_proj.weight"));
    QVERIFY(theirs.parts.contains("blocks.0.attn2.norm_added_k.weight"));
    QVERIFY(theirs.parts.contains("ref_conv.weight"));
    std::vector<std::string> names;
    for (const auto& [name, part] : theirs.parts)
        names.push_back(name);
    const std::optional<NameMap> map = nameMapOf(names);
    QVERIFY(map && map->unknown.empty() && map->parts.size() == originals.size());
    for (const std::string& original : originals)
        QCOMPARE(map->namesOf(original).size(), std::size_t(1));
}

void TestNameMap::takesEitherOfTiedTables()
{
    std::vector<std::string> names = namesOf(shapesOf("umt5_xxl_encoder.transformers"));
    std::erase(names, "encoder.embed_tokens.weight");
    if (std::find(names.begin(), names.end(), "shared.weight") == names.end())
        names.push_back("shared.weight");
    const auto tableIs = [&](const std::string& name) {
        const std::optional<NameMap> map = nameMapOf(names);
        return map && map->unknown.empty()
               && map->namesOf("token_embedding.weight") == std::vector<std::string>{name};
    };
    QVERIFY(tableIs("shared.weight"));
    names.insert(names.begin(), "encoder.embed_tokens.weight");
    QVERIFY(tableIs("shared.weight"));
    std::reverse(names.begin(), names.end());
    QVERIFY(tableIs("shared.weight"));
    std::erase(names, "shared.weight");
    QVERIFY(tableIs("encoder.embed_tokens.weight"));
    names.push_back("spiece_model");
    const std::optional<NameMap> comfy = nameMapOf(names);
    QVERIFY(comfy && comfy->naming == "comfyui");
    QCOMPARE(comfy->ignored, std::vector<std::string>{"spiece_model"});
}

void TestNameMap::clipTowersAreJoined()
{
    const std::vector<std::string> originals = clipNames(2);
    for (const char* const naming : {"transformers", "open-clip", "original"}) {
        const NameMap theirs = nameMapIn(FileRole::ClipEncoder, naming, originals);
        QVERIFY(theirs.unknown.empty());
        std::vector<std::string> names;
        for (const auto& [name, part] : theirs.parts)
            names.push_back(name);
        for (const char* const more : {"vision_model.embeddings.position_ids", "logit_scale",
                                       "text_model.final_layer_norm.weight"})
            if (naming == std::string("transformers"))
                names.emplace_back(more);
        const std::optional<NameMap> map = nameMapOf(names);
        QVERIFY(map && map->role == FileRole::ClipEncoder && map->unknown.empty());
        QCOMPARE(map->naming, std::string(naming));
        std::set<std::string> reached;
        for (const auto& [name, part] : map->parts)
            reached.insert(part.original);
        QCOMPARE(reached, std::set<std::string>(originals.begin(), originals.end()));
    }
    const NameMap theirs = nameMapIn(FileRole::ClipEncoder, "transformers", originals);
    const std::string layer = "vision_model.encoder.layers.1.self_attn.";
    QCOMPARE(theirs.namesOf("visual.transformer.1.attn.to_qkv.bias"),
             (std::vector<std::string>{layer + "q_proj.bias", layer + "k_proj.bias",
                                       layer + "v_proj.bias"}));
    const NamedPart middle = theirs.parts.at(layer + "k_proj.bias");
    QVERIFY(middle.part == 1 && middle.parts == 3);
    QVERIFY(theirs.parts.at("visual_projection.weight").isTransposed);
    QCOMPARE(theirs.parts.at("vision_model.embeddings.class_embedding").leadingAxes, 2);
}

void TestNameMap::countsTheDecoderByLevelOfAnySize()
{
    const std::vector<std::string> originals{
        "decoder.upsamples.0.residual.0.gamma", "decoder.upsamples.1.resample.1.weight",
        "decoder.upsamples.2.residual.6.bias", "decoder.upsamples.3.residual.6.bias"};
    const NameMap theirs = nameMapIn(FileRole::VideoVae, "diffusers", originals);
    QVERIFY(theirs.parts.contains("decoder.up_blocks.0.resnets.0.norm1.gamma"));
    QVERIFY(theirs.parts.contains("decoder.up_blocks.0.upsamplers.0.resample.1.weight"));
    QVERIFY(theirs.parts.contains("decoder.up_blocks.1.resnets.1.conv2.bias"));
    std::vector<std::string> names;
    for (const auto& [name, part] : theirs.parts)
        names.push_back(name);
    const std::optional<NameMap> map = nameMapOf(names);
    QVERIFY(map && map->unknown.empty());
    for (const std::string& original : originals)
        QCOMPARE(map->namesOf(original).size(), std::size_t(1));
}

void TestNameMap::knowsAPreviewDecoderAndLoras()
{
    const auto preview =
        nameMapOf({"encoder.0.weight", "encoder.3.conv.weight", "decoder.1.bias",
                   "decoder.3.conv.0.weight", "decoder.22.bias", "decoder.3.skip.weight"});
    QVERIFY(preview && preview->role == FileRole::PreviewDecoder && preview->unknown.empty());
    const auto naming = [](const std::vector<std::string>& names) {
        const auto map = nameMapOf(names);
        return map && map->role == FileRole::Lora ? map->naming : std::string();
    };
    QCOMPARE(naming({"lora_unet_blocks_0_self_attn_q.lora_down.weight",
                     "lora_unet_blocks_0_self_attn_q.lora_up.weight",
                     "lora_unet_blocks_0_self_attn_q.alpha"}),
             std::string("kohya"));
    QCOMPARE(naming({"transformer.blocks.0.attn1.to_q.lora_A.weight",
                     "transformer.blocks.0.attn1.to_q.lora_B.weight"}),
             std::string("diffusers"));
    QCOMPARE(naming({"diffusion_model.blocks.0.self_attn.q.lora_A.weight",
                     "diffusion_model.blocks.0.self_attn.q.lora_B.weight",
                     "diffusion_model.blocks.0.norm3.diff"}),
             std::string("original"));
}

void TestNameMap::strangersAreSaid()
{
    QVERIFY(!nameMapOf({}));
    QVERIFY(!nameMapOf({"", ".", "..", "blocks", "blocks.", "blocks.x.modulation"}));
    QVERIFY(!nameMapOf({"model.layers.0.mlp.up_proj.weight", "lm_head.weight"}));
    QVERIFY(!nameMapOf({"blocks.#.modulation", "blocks.#.self_attn.q.weight"}));
    QVERIFY(!nameMapOf({"blocks.99999999999999999999.modulation", "decoder.up_blocks.7"}));
    const auto some = nameMapOf({"head.head.weight", "head.head.bias", "stranger.weight"});
    QVERIFY(some && some->parts.size() == 2);
    QCOMPARE(some->unknown, std::vector<std::string>{"stranger.weight"});
}

QTEST_GUILESS_MAIN(TestNameMap)
#include "tst_namemap.moc"
