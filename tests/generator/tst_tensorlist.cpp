#include "core/base/json.h"
#include "core/generator/nn/tensorlist.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace {

TransformerConfig small()
{
    TransformerConfig config;
    config.dim = 1536;
    config.heads = 12;
    config.layers = 30;
    config.feedForward = 8960;
    return config;
}

TransformerConfig withControl(TransformerConfig config)
{
    for (std::int64_t layer = 0; layer < config.layers; layer += 2)
        config.controlLayers.push_back(layer);
    return config;
}

TensorList listNamed(const QString& name)
{
    if (name == QLatin1String("wan2.1_t2v_1.3b"))
        return tensorsOf(small());
    if (name == QLatin1String("wan2.1_vace_1.3b"))
        return tensorsOf(withControl(small()));
    if (name == QLatin1String("wan2.1_vae"))
        return tensorsOf(VaeConfig());
    return tensorsOf(TextConfig());
}

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

Shapes publishedShapes(const QString& name)
{
    QFile file(QStringLiteral(DOLLYGRIP_SOURCE_DIR "/tests/data/keys/%1.original.json").arg(name));
    Shapes shapes;
    if (!file.open(QIODevice::ReadOnly))
        return shapes;
    const auto json = Json::parse(file.readAll().toStdString());
    if (json && json->find("keys") && json->find("keys")->object())
        for (const auto& [tensor, shape] : *json->find("keys")->object())
            shapes[tensor] = Json(Json::Object{{"shape", shape}}).integers("shape").value();
    return shapes;
}

} // namespace

class TestTensorList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsArePublishedOnes_data();
    void listsArePublishedOnes();
    void measuresComeBackFromTheList_data();
    void measuresComeBackFromTheList();
    void textAndPictureEncodersComeBackFromTheirLists();
};

void TestTensorList::listsArePublishedOnes_data()
{
    QTest::addColumn<quint64>("parameters");
    QTest::newRow("wan2.1_t2v_1.3b") << quint64(1'418'996'800);
    QTest::newRow("wan2.1_vace_1.3b") << quint64(2'153'972'032);
    QTest::newRow("wan2.1_vae") << quint64(126'892'531);
    QTest::newRow("umt5_xxl_encoder") << quint64(5'680'910'336);
}

void TestTensorList::listsArePublishedOnes()
{
    QFETCH(const quint64, parameters);
    const QString name = QLatin1String(QTest::currentDataTag());
    const TensorList list = listNamed(name);
    Shapes published = publishedShapes(name);
    QVERIFY(!published.empty());
    for (const ExpectedTensor& tensor : list) {
        const auto found = published.find(tensor.name);
        QVERIFY2(found != published.end(), tensor.name.c_str());
        QVERIFY2(found->second == tensor.shape, tensor.name.c_str());
        published.erase(found);
    }
    QVERIFY2(published.empty(), published.empty() ? "" : published.begin()->first.c_str());
    QCOMPARE(quint64(parametersOf(list)), parameters);
}

void TestTensorList::measuresComeBackFromTheList_data()
{
    QTest::addColumn<int>("inChannels");
    QTest::addColumn<int>("imageDim");
    QTest::addColumn<int>("imagePositions");
    QTest::addColumn<int>("referenceChannels");
    QTest::addColumn<int>("cameraChannels");
    QTest::addColumn<int>("tensors"); // as published where that is known
    QTest::newRow("words") << 16 << 0 << 0 << 0 << 0 << 825;
    QTest::newRow("picture") << 36 << 1280 << 0 << 0 << 0 << 983;
    QTest::newRow("two pictures") << 36 << 1280 << 514 << 0 << 0 << 984;
    QTest::newRow("reference") << 48 << 1280 << 0 << 16 << 0 << 985;
    QTest::newRow("camera") << 32 << 1280 << 0 << 0 << 1536 << 989;
}

void TestTensorList::measuresComeBackFromTheList()
{
    QFETCH(const int, inChannels);
    QFETCH(const int, imageDim);
    QFETCH(const int, imagePositions);
    QFETCH(const int, referenceChannels);
    QFETCH(const int, cameraChannels);
    QFETCH(const int, tensors);
    TransformerConfig config = small();
    config.inChannels = inChannels;
    config.imageDim = imageDim;
    config.imagePositions = imagePositions;
    config.referenceChannels = referenceChannels;
    config.cameraChannels = cameraChannels;
    Shapes shapes;
    for (const ExpectedTensor& tensor : tensorsOf(config))
        shapes[tensor.name] = tensor.shape;
    QCOMPARE(int(shapes.size()), tensors);
    const auto back = transformerConfig(Json(), [&](const std::string& name) {
        const auto found = shapes.find(name);
        return found == shapes.end() ? std::vector<std::int64_t>() : found->second;
    });
    QVERIFY(back);
    QCOMPARE(back->inChannels, config.inChannels);
    QCOMPARE(back->imageDim, config.imageDim);
    QCOMPARE(back->imagePositions, config.imagePositions);
    QCOMPARE(back->referenceChannels, config.referenceChannels);
    QCOMPARE(back->cameraChannels, config.cameraChannels);
    QCOMPARE(back->heads, config.heads);
    QCOMPARE(back->layers, config.layers);
}

void TestTensorList::textAndPictureEncodersComeBackFromTheirLists()
{
    const auto shapeIn = [](const TensorList& list) {
        return [list](const std::string& name) {
            for (const ExpectedTensor& tensor : list)
                if (tensor.name == name)
                    return tensor.shape;
            return std::vector<std::int64_t>();
        };
    };
    QVERIFY(textConfigFromShapes(shapeIn(tensorsOf(TextConfig()))) == TextConfig());
    QVERIFY(clipConfigFromShapes(shapeIn(tensorsOf(ClipConfig()))) == ClipConfig());
    QVERIFY(vaeConfigFromShapes(shapeIn(tensorsOf(VaeConfig()))) == VaeConfig());
    QVERIFY(!textConfigFromShapes(shapeIn(tensorsOf(VaeConfig()))));
    QVERIFY(!clipConfigFromShapes(shapeIn(tensorsOf(TextConfig()))));
    QVERIFY(!vaeConfigFromShapes(shapeIn(tensorsOf(ClipConfig()))));
}

QTEST_GUILESS_MAIN(TestTensorList)
#include "tst_tensorlist.moc"
