#include "core/generator/nn/textencoder.h"
#include "tests/generator/plainmath.h"

#include <QTest>

#include <map>
#include <set>

using namespace dollygrip::generator;

namespace {

TextConfig tiny()
{
    TextConfig config;
    config.vocabulary = 50;
    config.dim = 24;
    config.attentionDim = 32;
    config.ffnDim = 40;
    config.heads = 4;
    config.layers = 3;
    return config;
}

TextEncoder withRandomWeights(const TextConfig& config)
{
    at::manual_seed(4);
    TextEncoder encoder(config);
    const at::NoGradGuard noGrad;
    for (at::Tensor& parameter : encoder->parameters())
        parameter.normal_(0, 0.2);
    return encoder;
}

/// Weights by name, and what was asked of them.
struct Counted {
    std::map<std::string, at::Tensor> tensors;
    std::set<std::string> taken, released;
    std::int64_t rows = 0;

    Counted(TextEncoder& encoder, at::ScalarType type)
    {
        for (const auto& parameter : encoder->named_parameters())
            tensors[parameter.key()] = parameter.value().detach().to(type);
    }
    TextWeights source()
    {
        return {[this](const std::string& key) {
                    taken.insert(key);
                    return tensors.at(key);
                },
                [this](const std::string& key, const at::Tensor& ids) {
                    rows += ids.numel();
                    return tensors.at(key).index_select(0, ids);
                },
                [this](const std::string& key) { released.insert(key); }};
    }
};

at::Tensor someWords()
{
    return at::arange(3, 20, at::kLong);
}

} // namespace

class TestTextStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheWholeEncoders_data()
    {
        QTest::addColumn<bool>("shared");
        QTest::newRow("a position bias in every layer") << false;
        QTest::newRow("one for all") << true;
    }
    void isTheWholeEncoders()
    {
        QFETCH(bool, shared);
        TextConfig config = tiny();
        config.sharedPositions = shared;
        TextEncoder encoder = withRandomWeights(config);
        Counted weights(encoder, at::kFloat);
        const at::NoGradGuard noGrad;
        const at::Tensor whole = encoder->forward(someWords().unsqueeze(0)).squeeze(0);
        const at::Tensor streamed =
            encodeTextStreamed(config, someWords(), weights.source(), at::kCPU, at::kFloat);
        QVERIFY(plain::difference(streamed, whole) < 1e-5);
    }

    void shortWeightsAreWidened_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("float16") << int(at::kHalf);
        QTest::newRow("bfloat16") << int(at::kBFloat16);
    }
    void shortWeightsAreWidened()
    {
        QFETCH(int, type);
        TextEncoder encoder = withRandomWeights(tiny());
        Counted weights(encoder, at::ScalarType(type));
        const at::NoGradGuard noGrad;
        encoder->to(at::ScalarType(type)); // the same rounded numbers …
        encoder->to(at::kFloat);           // … computed with in float32
        const at::Tensor whole = encoder->forward(someWords().unsqueeze(0)).squeeze(0);
        const at::Tensor streamed =
            encodeTextStreamed(tiny(), someWords(), weights.source(), at::kCPU, at::kFloat);
        QCOMPARE(streamed.scalar_type(), at::kFloat);
        QVERIFY(plain::difference(streamed, whole) < 1e-5);
    }

    void everyMatrixIsLetGoAndOnlyRowsOfTheTableAreRead()
    {
        TextEncoder encoder = withRandomWeights(tiny());
        Counted weights(encoder, at::kFloat);
        encodeTextStreamed(tiny(), someWords(), weights.source(), at::kCPU, at::kFloat);
        QCOMPARE(weights.rows, someWords().numel());
        QVERIFY(!weights.taken.contains("token_embedding.weight"));
        QCOMPARE(weights.taken.size() + 1, weights.tensors.size());
        QCOMPARE(weights.released.size(), std::size_t{3 * 7});
    }

    void endsBeforeALayerWhenAsked()
    {
        TextEncoder encoder = withRandomWeights(tiny());
        Counted weights(encoder, at::kFloat);
        int asked = 0;
        const at::Tensor nothing =
            encodeTextStreamed(tiny(), someWords(), weights.source(), at::kCPU, at::kFloat,
                               [&] { return ++asked < 2; });
        QVERIFY(!nothing.defined());
        QVERIFY(!weights.taken.contains("blocks.1.attn.q.weight"));
    }

    void anotherShapeIsRefused()
    {
        TextEncoder encoder = withRandomWeights(tiny());
        Counted weights(encoder, at::kFloat);
        weights.tensors["blocks.1.ffn.fc2.weight"] = at::zeros({40, 24});
        QVERIFY_THROWS_EXCEPTION(
            std::exception,
            encodeTextStreamed(tiny(), someWords(), weights.source(), at::kCPU, at::kFloat));
    }
};

QTEST_GUILESS_MAIN(TestTextStream)
#include "tst_textstream.moc"
