#include "core/generator/modelfolder.h"
#include "core/generator/modelkinds.h"
#include "tests/support/randommodel.h"
#include "tests/support/tensorfilewriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sstream>

using namespace dollygrip;
using namespace dollygrip::generator;
using namespace Qt::StringLiterals;

namespace {

/// A folder with random models.
class Folder {
public:
    QString path(const QString& name = {}) const { return m_folder.filePath(name); }
    void put(const char* recipe, test::ModelLayout layout = {}, const QString& name = {}) const
    {
        put(*test::recipeNamed(recipe), std::move(layout), name);
    }
    void put(const test::ModelRecipe& recipe, test::ModelLayout layout, const QString& name) const
    {
        const auto done = test::writeRandomModel(recipe, layout, path(name).toStdString());
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
    }
    std::vector<Model> models() const
    {
        const auto models = modelsIn(path().toStdString());
        return models ? *models : std::vector<Model>();
    }
    /// Its only one.
    Model model() const
    {
        const std::vector<Model> all = models();
        return all.size() == 1 ? all.front() : Model();
    }
    void move(const QString& from, const QString& to) const
    {
        QDir().mkpath(QFileInfo(path(to)).path());
        QVERIFY(QFile::rename(path(from), path(to)));
    }
    void remove(const QString& name) const { QVERIFY(QFile::remove(path(name))); }

private:
    QTemporaryDir m_folder;
};

test::ModelLayout layoutOf(const char* naming)
{
    test::ModelLayout layout;
    layout.naming = naming;
    return layout;
}

const QString kTransformer = u"diffusion_pytorch_model.safetensors"_s;

/// "ModelDamaged: file (detail)"; "whole".
QString stateOf(const Model& model)
{
    const auto whole = model.checkWhole();
    if (whole)
        return u"whole"_s;
    const Error& error = whole.error();
    return u"%1: %2 (%3)"_s.arg(QLatin1String(errorName(error.code)),
                                QString::fromStdString(error.subject).section(u'/', -1),
                                QString::fromStdString(error.detail));
}

} // namespace

class TestModelFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelIsTheSameInEveryLayout_data();
    void modelIsTheSameInEveryLayout();
    void otherWeightsAreAnotherModel();
    void namesSayWhatTensorsCannot_data();
    void namesSayWhatTensorsCannot();
    void defaultsArePublishedOnes_data();
    void defaultsArePublishedOnes();
    void missingTensorsAreNamed_data();
    void missingTensorsAreNamed();
    void unknownTensorsAreNamed();
    void missingFilesAreNamed();
    void modelsShareTheirParts();
    void wholeFilesArePreferred();
    void filesInOneFolderAreToldApart();
    void shardsNeedTheirIndexOrAFolder();
    void brokenFilesAreToldOf_data();
    void brokenFilesAreToldOf();
    void otherFamiliesAreToldOf();
    void partsWithoutATransformerAreAnIncompleteModel();
    void foldersWithoutModelsAreEmpty();
    void loraFilesGoWithEveryModel();
    void oddFoldersDoNoHarm();
    void memoryGrowsWithTheSize();
};

void TestModelFolder::modelIsTheSameInEveryLayout_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("files");
    QTest::newRow("tiny-t2v") << u"text-to-video"_s << 4;
    QTest::newRow("tiny-vace") << u"vace"_s << 4;
    QTest::newRow("tiny-i2v") << u"image-to-video"_s << 5;
    QTest::newRow("tiny-flf2v") << u"first-last-to-video"_s << 5;
    QTest::newRow("tiny-fun-control") << u"fun-control"_s << 5;
    QTest::newRow("tiny-fun-camera") << u"fun-camera"_s << 5;
}

void TestModelFolder::modelIsTheSameInEveryLayout()
{
    QFETCH(const QString, family);
    QFETCH(const int, files);
    const char* const recipe = QTest::currentDataTag();
    std::string id;
    for (const char* naming : {"original", "diffusers", "comfyui"}) {
        if (std::string_view(naming) == "diffusers" && family.startsWith(u"fun"))
            continue; // published in the original's naming alone
        const Folder folder;
        test::ModelLayout layout = layoutOf(naming);
        if (naming[0] == 'd')
            layout.shard = 2 << 20; // in several files
        folder.put(recipe, layout);
        const Model model = folder.model();
        QCOMPARE(stateOf(model), u"whole"_s);
        QCOMPARE(QString::fromStdString(toText(model.family)), family);
        QCOMPARE(int(model.files.size()), files);
        QCOMPARE(model.transformer.heads, 2);
        QCOMPARE(model.vae.dim, 8);
        QCOMPARE(model.text.layers, 2);
        for (const WantedFile& wanted : model.wanted)
            QVERIFY(wanted.isOptional);
        QCOMPARE(model.id, id.empty() ? model.id : id);
        id = model.id;
    }
}

void TestModelFolder::otherWeightsAreAnotherModel()
{
    const Folder folder;
    test::ModelLayout layout;
    folder.put("tiny-t2v", layout, u"a"_s);
    layout.seed = 2;
    folder.put("tiny-t2v", layout, u"b"_s);
    const std::vector<Model> models = folder.models();
    QCOMPARE(models.size(), std::size_t(2));
    QCOMPARE(models[0].name, models[1].name);
    QVERIFY(models[0].id != models[1].id);
    QVERIFY(models[0].id.starts_with("wan-2.1-t2v-"));
}

void TestModelFolder::namesSayWhatTensorsCannot_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<int>("tracks");
    QTest::addColumn<bool>("isDistilled");
    using conditioning::TrackMethod;
    const auto row = [](const char* name, const QString& recipe, TrackMethod tracks, bool isFew) {
        QTest::newRow(name) << recipe << int(tracks) << isFew;
    };
    row("Wan-Move_fp16.safetensors", u"tiny-i2v"_s, TrackMethod::WanMove, false);
    row("wan2.1_i2v_ATI.safetensors", u"tiny-i2v"_s, TrackMethod::Ati, false);
    row("wan2.1_i2v_native.safetensors", u"tiny-i2v"_s, TrackMethod::None, false);
    row("wan_move.safetensors", u"tiny-t2v"_s, TrackMethod::None, false);
    row("SelfForcing_DMD_VACE-FP16.safetensors", u"tiny-vace"_s, TrackMethod::None, true);
    row("self_forcing.safetensors", u"tiny-t2v"_s, TrackMethod::None, true);
    row("t2v_lightx2v_4step.safetensors", u"tiny-t2v"_s, TrackMethod::None, true);
    row("t2v_step_4000.safetensors", u"tiny-t2v"_s, TrackMethod::None, false);
}

void TestModelFolder::namesSayWhatTensorsCannot()
{
    QFETCH(const QString, recipe);
    QFETCH(const int, tracks);
    QFETCH(const bool, isDistilled);
    const Folder folder;
    folder.put(recipe.toLatin1());
    folder.move(kTransformer, QLatin1String(QTest::currentDataTag()));
    const Model model = folder.model();
    QCOMPARE(stateOf(model), u"whole"_s);
    QCOMPARE(int(model.tracks), tracks);
    QCOMPARE(model.isDistilled, isDistilled);
    QCOMPARE(model.defaults.guidance == 1, isDistilled);
    QCOMPARE(model.defaults.steps == 4, isDistilled);
}

void TestModelFolder::defaultsArePublishedOnes_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("solver");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("guidance");
    QTest::addColumn<double>("shift");
    QTest::addColumn<int>("height");
    const auto row = [](const char* recipe, const char* words, const char* name, const char* solver,
                        int steps, double guidance, double shift, int height) {
        QTest::addRow("%s %s", recipe, words)
            << QString::fromLatin1(words) << QString::fromLatin1(name)
            << QString::fromLatin1(solver) << steps << guidance << shift << height;
    };
    row("wan2.1-vace-1.3b", "", "Wan 2.1 VACE 1.3B", "unipc", 50, 5, 16, 480);
    row("wan2.1-vace-14b", "", "Wan 2.1 VACE 14B", "unipc", 50, 5, 16, 720);
    row("wan2.1-t2v-1.3b", "", "Wan 2.1 T2V 1.3B", "unipc", 50, 6, 8, 480);
    row("wan2.1-t2v-14b", "", "Wan 2.1 T2V 14B", "unipc", 50, 5, 5, 720);
    row("wan2.1-i2v-14b", "480p", "Wan 2.1 I2V 14B 480p", "unipc", 40, 5, 3, 480);
    row("wan2.1-i2v-14b", "720p", "Wan 2.1 I2V 14B 720p", "unipc", 40, 5, 5, 720);
    row("wan2.1-i2v-14b", "wan move", "Wan-Move 14B", "unipc", 40, 5, 3, 480);
    row("wan2.1-i2v-14b", "ati", "ATI 14B", "unipc", 40, 5, 5, 480);
    row("wan2.1-flf2v-14b", "720p", "Wan 2.1 FLF2V 14B 720p", "unipc", 50, 5, 16, 720);
    row("wan2.1-fun-control-1.3b", "", "Wan 2.1 Fun Control 1.3B", "unipc", 50, 6, 3, 480);
    row("wan2.1-fun-camera-1.3b", "", "Wan 2.1 Fun Camera 1.3B", "unipc", 50, 6, 3, 480);
    row("wan2.1-vace-1.3b", "selfforcing dmd", "Wan 2.1 VACE 1.3B, 4 steps", "few-step-renoised", 4,
        1, 5, 480);
    row("wan2.1-i2v-14b", "lightx2v 4step", "Wan 2.1 I2V 14B, 4 steps", "few-step", 4, 1, 5, 480);
    row("wan2.1-t2v-1.3b", "causvid", "Wan 2.1 T2V 1.3B, 3 steps", "few-step-renoised", 3, 1, 8,
        480);
}

void TestModelFolder::defaultsArePublishedOnes()
{
    QFETCH(const QString, words);
    const auto recipe =
        test::recipeNamed(std::string(QTest::currentDataTag())
                              .substr(0, std::string(QTest::currentDataTag()).find(' ')));
    QVERIFY(recipe);
    Model model;
    model.transformer = recipe->transformer;
    model.parameters = parametersOf(tensorsOf(model.transformer));
    model.family = familyOf(model.transformer);
    std::istringstream stream(words.toStdString());
    std::vector<std::string> all;
    for (std::string word; stream >> word;)
        all.push_back(word);
    describe(model, all);
    QTEST(QString::fromStdString(model.name), "name");
    QTEST(QString::fromStdString(model.defaults.solver), "solver");
    QTEST(model.defaults.steps, "steps");
    QTEST(model.defaults.guidance, "guidance");
    QTEST(model.defaults.shift, "shift");
    QTEST(model.height, "height");
    QCOMPARE(model.width % 16, 0);
    QCOMPARE(strangenessOf(model.transformer, all), std::string());
}

void TestModelFolder::missingTensorsAreNamed_data()
{
    QTest::addColumn<int>("role");
    const auto row = [](const char* tensor, FileRole role) { QTest::newRow(tensor) << int(role); };
    // Those that a network's measures are read off, too.
    for (const char* tensor :
         {"patch_embedding.weight", "text_embedding.0.weight", "time_embedding.0.weight",
          "head.head.weight", "blocks.0.ffn.0.weight", "blocks.0.self_attn.q.weight",
          "blocks.2.self_attn.q.weight", "blocks.3.self_attn.q.weight", "blocks.0.norm3.weight",
          "vace_patch_embedding.weight", "vace_blocks.0.self_attn.q.weight",
          "vace_blocks.1.after_proj.bias", "head.modulation"})
        row(tensor, FileRole::Transformer);
    for (const char* tensor :
         {"encoder.conv1.weight", "conv2.weight", "encoder.downsamples.0.residual.6.weight",
          "decoder.upsamples.3.time_conv.weight"})
        row(tensor, FileRole::VideoVae);
    for (const char* tensor : {"token_embedding.weight", "blocks.0.attn.q.weight",
                               "blocks.1.ffn.gate.0.weight", "norm.weight"})
        row(tensor, FileRole::TextEncoder);
}

void TestModelFolder::missingTensorsAreNamed()
{
    QFETCH(const int, role);
    const std::string tensor = QTest::currentDataTag();
    for (const char* naming : {"original", "diffusers"}) {
        const Folder folder;
        test::ModelLayout layout = layoutOf(naming);
        layout.leftOut = {tensor};
        folder.put("tiny-vace", layout);
        const Model model = folder.model();
        QVERIFY(!model.isWhole());
        const ModelFile* file = model.file(FileRole(role));
        QVERIFY(file);
        QCOMPARE(stateOf(model).section(u':', 0, 0), u"ModelIncomplete"_s);
        QCOMPARE(file->missing, std::vector<std::string>{tensor});
        QVERIFY(file->unexpected.empty() && file->wrongShape.empty());
        QVERIFY(stateOf(model).contains(QString::fromStdString(tensor)));
    }
}

void TestModelFolder::unknownTensorsAreNamed()
{
    const Folder folder;
    test::ModelLayout layout;
    layout.added = {"blocks.0.portrait.weight"};
    folder.put("tiny-vace", layout);
    const Model model = folder.model();
    QCOMPARE(model.file(FileRole::Transformer)->unexpected, layout.added);
    QCOMPARE(stateOf(model), u"ModelMixed: diffusion_pytorch_model.safetensors (1 tensor that no "
                             "known network has, first blocks.0.portrait.weight)"_s);
}

void TestModelFolder::missingFilesAreNamed()
{
    const Folder folder;
    folder.put("tiny-i2v");
    folder.remove(u"Wan2.1_VAE.pth"_s);
    folder.remove(u"google/umt5-xxl/spiece.model"_s);
    const Model model = folder.model();
    QStringList names;
    for (const WantedFile& wanted : model.wanted)
        if (!wanted.isOptional) {
            QVERIFY(wanted.bytes > 0 && !wanted.source.empty());
            names.append(QString::fromStdString(wanted.name));
        }
    QCOMPARE(names, QStringList({u"Wan2.1_VAE.pth"_s, u"google/umt5-xxl/spiece.model"_s}));
    QVERIFY(stateOf(model).endsWith(u"(Wan2.1_VAE.pth is not there)"_s));
}

void TestModelFolder::modelsShareTheirParts()
{
    const Folder folder;
    folder.put("tiny-vace", layoutOf("comfyui"));
    test::ModelLayout other = layoutOf("comfyui");
    other.seed = 7;
    folder.put("tiny-t2v", other, u"b"_s);
    folder.move(u"b/diffusion_models/wan2.1_t2v_tiny_bf16.safetensors"_s,
                u"diffusion_models/wan2.1_t2v_tiny_bf16.safetensors"_s);
    QVERIFY(QDir(folder.path(u"b"_s)).removeRecursively());
    const std::vector<Model> models = folder.models();
    QCOMPARE(models.size(), std::size_t(2));
    for (const Model& model : models)
        QCOMPARE(stateOf(model), u"whole"_s);
    QCOMPARE(models[0].file(FileRole::VideoVae)->path, models[1].file(FileRole::VideoVae)->path);
}

void TestModelFolder::wholeFilesArePreferred()
{
    const Folder folder;
    folder.put("tiny-vace", {}, u"a"_s);
    test::ModelLayout broken;
    broken.leftOut = {"conv2.weight"};
    folder.put("tiny-t2v", broken, u"b"_s);
    for (const Model& model : folder.models())
        QCOMPARE(stateOf(model), u"whole"_s);
}

void TestModelFolder::filesInOneFolderAreToldApart()
{
    const Folder folder;
    folder.put("tiny-i2v", layoutOf("comfyui"), u"x"_s);
    folder.put("tiny-vace", layoutOf("comfyui"), u"y"_s);
    int number = 0;
    for (const char* file : {"x/diffusion_models/wan2.1_i2v_tiny_bf16", "x/vae/wan_2.1_vae",
                             "x/text_encoders/umt5_xxl_bf16", "x/clip_vision/clip_vision_h",
                             "y/diffusion_models/wan2.1_vace_tiny_bf16"})
        folder.move(QLatin1String(file) + u".safetensors"_s,
                    u"%1.safetensors"_s.arg(++number)); // names say nothing
    QVERIFY(QDir(folder.path(u"y"_s)).removeRecursively());
    const std::vector<Model> models = folder.models();
    QCOMPARE(models.size(), std::size_t(2));
    for (const Model& model : models)
        QCOMPARE(stateOf(model), u"whole"_s);
    QVERIFY(models[0].family != models[1].family);
}

void TestModelFolder::shardsNeedTheirIndexOrAFolder()
{
    const Folder folder;
    test::ModelLayout layout = layoutOf("diffusers");
    layout.shard = 3 << 20;
    folder.put("tiny-vace", layout);
    const QString index = u"transformer/diffusion_pytorch_model.safetensors.index.json"_s;
    QVERIFY(QFile::exists(folder.path(index)));
    QCOMPARE(stateOf(folder.model()), u"whole"_s);
    QVERIFY(QFile::copy(folder.path(index), folder.path(u"kept"_s)));
    folder.remove(index);
    QCOMPARE(stateOf(folder.model()), u"whole"_s); // nothing else is in that folder
    const QString second =
        QDir(folder.path(u"transformer"_s)).entryList({u"*-00002-of-*"_s}).value(0);
    folder.remove(u"transformer/"_s + second);
    QVERIFY(stateOf(folder.model()).contains(u"parts are there"_s));
    folder.move(u"kept"_s, index);
    QCOMPARE(stateOf(folder.model()),
             u"ModelIncomplete: %1 (this file is not there)"_s.arg(second));
}

void TestModelFolder::brokenFilesAreToldOf_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("keep"); // bytes
    QTest::newRow("transformer cut in its data") << kTransformer << 4'000'000;
    QTest::newRow("transformer cut in its header") << kTransformer << 5'000;
    QTest::newRow("empty transformer") << kTransformer << 0;
    QTest::newRow("cut VAE") << u"Wan2.1_VAE.pth"_s << 100'000;
    QTest::newRow("empty VAE") << u"Wan2.1_VAE.pth"_s << 0;
    QTest::newRow("cut text encoder") << u"models_t5_umt5-xxl-enc-bf16.pth"_s << 1'000;
}

void TestModelFolder::brokenFilesAreToldOf()
{
    QFETCH(const QString, file);
    QFETCH(const int, keep);
    const Folder folder;
    folder.put("tiny-vace");
    QVERIFY(QFile::resize(folder.path(file), keep));
    const Model model = folder.model();
    QVERIFY2(stateOf(model).startsWith(u"ModelDamaged: %1 ("_s.arg(file)),
             qPrintable(stateOf(model)));
}

void TestModelFolder::otherFamiliesAreToldOf()
{
    { // T5 has its position bias in the first layer alone
        const Folder folder;
        test::ModelLayout layout = layoutOf("comfyui");
        layout.leftOut = {"blocks.1.pos_embedding.embedding.weight"};
        folder.put("tiny-vace", layout);
        QCOMPARE(stateOf(folder.model()),
                 u"ModelMixed: umt5_xxl_bf16.safetensors (a T5 of 1024 words, not UMT5)"_s);
    }
    { // a smaller UMT5
        const Folder folder;
        test::ModelRecipe recipe = *test::recipeNamed("tiny-vace");
        recipe.text.dim = 32;
        folder.put(recipe, {}, u"a"_s);
        QVERIFY(stateOf(folder.model()).startsWith(u"ModelMixed: models_t5"_s));
    }
    { // a configuration of another network
        const Folder folder;
        folder.put("tiny-vace");
        QFile config(folder.path(u"config.json"_s));
        QVERIFY(config.open(QIODevice::WriteOnly | QIODevice::Truncate));
        config.write(R"({"dim": 256, "num_layers": 30, "num_heads": 2})");
        config.close();
        QCOMPARE(stateOf(folder.model()),
                 u"ModelMixed: diffusion_pytorch_model.safetensors (num_layers is 30 in the "
                 "configuration and 4 in the tensors)"_s);
    }
    { // a network that nobody here knows
        const Folder folder;
        folder.put("tiny-vace");
        const auto done = test::writeSafetensors(
            folder.path(kTransformer).toStdString(),
            {{"double_blocks.0.img_attn.qkv.weight", NumberType::F32, {2, 2}}},
            [](std::size_t, std::uint64_t, std::span<std::byte>) {});
        QVERIFY(done);
        QVERIFY(stateOf(folder.model()).contains(u"of no network that is known here"_s));
    }
}

void TestModelFolder::partsWithoutATransformerAreAnIncompleteModel()
{
    const Folder folder;
    folder.put("tiny-vace");
    folder.remove(kTransformer);
    const Model model = folder.model();
    QCOMPARE(stateOf(model), u"ModelIncomplete: Wan 2.1 VACE 1.3B "
                             "(diffusion_pytorch_model.safetensors is not there)"_s);
    QVERIFY(!model.file(FileRole::Transformer) && model.file(FileRole::VideoVae));
    QCOMPARE(model.wanted.front().source, std::string("Wan-AI/Wan2.1-VACE-1.3B"));
}

void TestModelFolder::foldersWithoutModelsAreEmpty()
{
    const Folder folder;
    QFile::copy(QStringLiteral(DOLLYGRIP_SOURCE_DIR "/README.md"), folder.path(u"README.md"_s));
    const auto models = modelsIn(folder.path().toStdString());
    QVERIFY(models && models->empty());
    const auto none = modelsIn(folder.path(u"none"_s).toStdString());
    QVERIFY(!none && none.error().code == ErrorCode::FileNotFound);
    QVERIFY(filesToBegin().size() >= 4);
}

void TestModelFolder::loraFilesGoWithEveryModel()
{
    const Folder folder;
    folder.put("tiny-t2v");
    QVERIFY(QDir(folder.path()).mkpath(u"loras"_s));
    const auto done = test::writeSafetensors(
        folder.path(u"loras/wan_4step.safetensors"_s).toStdString(),
        {{"diffusion_model.blocks.0.self_attn.q.lora_A.weight", NumberType::F32, {4, 256}},
         {"diffusion_model.blocks.0.self_attn.q.lora_B.weight", NumberType::F32, {256, 4}}},
        [](std::size_t, std::uint64_t, std::span<std::byte>) {});
    QVERIFY(done);
    const Model model = folder.model();
    QCOMPARE(stateOf(model), u"whole"_s);
    QVERIFY(!model.isDistilled); // that is what the LoRA would make of it
    const ModelFile* lora = model.file(FileRole::Lora);
    QVERIFY(lora && lora->path.ends_with("wan_4step.safetensors"));
    QVERIFY(isFewStepName(lora->path));
    QVERIFY(!isFewStepName("style_of_ink.safetensors"));
}

void TestModelFolder::oddFoldersDoNoHarm()
{
    const Folder folder;
    folder.put("tiny-t2v", {}, u"a"_s);
    QVERIFY(QFile::link(folder.path(), folder.path(u"a/loop"_s)));
    QVERIFY(QFile::link(folder.path(u"gone"_s), folder.path(u"a/nowhere.safetensors"_s)));
    folder.put("tiny-vace", {}, u".hidden"_s);
    QCOMPARE(stateOf(folder.model()), u"whole"_s); // one, not one for each way that leads to it
    const auto file = modelsIn(folder.path(u"a/config.json"_s).toStdString());
    QVERIFY(!file && file.error().code == ErrorCode::FileUnreadable);
    const auto slash = modelsIn(folder.path().toStdString() + "/a/");
    QVERIFY(slash && slash->size() == 1 && slash->front().isWhole());
}

void TestModelFolder::memoryGrowsWithTheSize()
{
    const auto recipe = test::recipeNamed("wan2.1-vace-1.3b");
    Model model;
    model.transformer = recipe->transformer;
    model.parameters = parametersOf(tensorsOf(model.transformer));
    ModelFile file;
    file.bytes = 2 * model.parameters;
    model.files.push_back(file);
    file.role = FileRole::TextEncoder;
    file.bytes = 2 * parametersOf(tensorsOf(model.text));
    model.files.push_back(file);
    constexpr std::uint64_t kGiB = std::uint64_t(1) << 30;
    const MemoryNeed draft = memoryNeed(model, 448, 256, 17, Arithmetic::Processor);
    const MemoryNeed final = memoryNeed(model, 832, 480, 81, Arithmetic::Processor);
    QVERIFY(draft.peak() < 8 * kGiB);
    QVERIFY(draft.sampling > file.bytes / 4); // the transformer at least
    QVERIFY(final.sampling > draft.sampling && final.decoding > draft.decoding);
    QCOMPARE(final.text, draft.text);
    QVERIFY(memoryNeed(model, 832, 480, 81, Arithmetic::GpuHalf).peak() < final.peak());
}

QTEST_GUILESS_MAIN(TestModelFolder)
#include "tst_modelfolder.moc"
