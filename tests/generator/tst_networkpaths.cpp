// The same network by different ways: what is quick must be what is plain.
#include "core/generator/nn/controlbranch.h"
#include "core/generator/nn/kernels.h"
#include "core/generator/nn/linear.h"
#include "core/generator/nn/videotransformer.h"
#include "core/generator/nn/videovae.h"

#include <QTest>

#include <torch/torch.h>

#include <cmath>

using namespace dollygrip::generator;

namespace {

/// Largest difference, in parts of b's largest number; NaN stays NaN and fails every comparison.
double difference(const at::Tensor& a, const at::Tensor& b)
{
    if (a.sizes() != b.sizes())
        return NAN;
    return ((a - b).abs().max() / b.abs().max()).to(at::kDouble).item<double>();
}

constexpr double kExact = 2e-5;
constexpr double kHalf = 2e-2;

void fill(torch::nn::Module& network)
{
    const at::NoGradGuard noGradient;
    for (auto& parameter : network.parameters())
        parameter.normal_(0, 0.5 / std::sqrt(double(parameter.size(-1))));
}

TransformerConfig smallConfig()
{
    TransformerConfig config;
    config.dim = 56;
    config.heads = 2;
    config.layers = 3;
    config.feedForward = 128;
    config.textLength = 16;
    config.textDim = 32;
    config.controlLayers = {0, 2};
    return config;
}

struct Small {
    VideoTransformer transformer{smallConfig()};
    ControlBranch branch{smallConfig()};
    at::Tensor latent = at::randn({1, 16, 3, 8, 10});
    at::Tensor drawn = at::randn({1, 96, 3, 8, 10});
    at::Tensor text = at::randn({5, 32});

    Small()
    {
        torch::manual_seed(7);
        fill(*transformer);
        fill(*branch);
    }
    at::Tensor pass(const Words& words, const KeepGoing& keepGoing = {})
    {
        const Control control{&branch, drawn};
        return transformer->forward(latent, at::full({1}, 400.0, at::kDouble), words, control, {},
                                    keepGoing);
    }
};

} // namespace

class TestNetworkPaths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { torch::manual_seed(3); }
    void productTakesEveryHeldType_data();
    void productTakesEveryHeldType();
    void kernelsAreTheFormulas();
    void attentionInPiecesIsSoftmax();
    void lastKeyStandsForMany();
    void shiftedProductsAreConvolution_data();
    void shiftedProductsAreConvolution();
    void doubledPixelsAreConvolvedUndoubled_data();
    void doubledPixelsAreConvolvedUndoubled();
    void framesPassThroughTheSameMemory();
    void wholeVaeIsThatOfStockConvolution();
    void wordsAreSeenOnceAndAlike();
    void rowsBehindTheWordsAreCounted();
    void lowPrecisionStaysClose();
    void passEndsBetweenBlocks();
    void threadsDoNotChangeTheResult();
    void cameraAndReferenceSteer();
};

void TestNetworkPaths::productTakesEveryHeldType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("out");
    for (const auto& [name, type] :
         {std::pair("float32", at::kFloat), std::pair("float16", at::kHalf),
          std::pair("bfloat16", at::kBFloat16)})
        for (const int out : {1, 33, 9000}) // the last in several pieces
            QTest::addRow("%s to %d", name, out) << int(type) << out;
}

void TestNetworkPaths::productTakesEveryHeldType()
{
    QFETCH(int, type);
    QFETCH(int, out);
    const at::Tensor x = at::randn({2, 3, 512});
    const at::Tensor weight = at::randn({out, 512}).to(at::ScalarType(type));
    const at::Tensor whole = at::matmul(x.to(at::kDouble), weight.to(at::kDouble).t());
    QVERIFY(difference(product(x, weight, Products::Exact), whole) < kExact);
    QVERIFY(difference(product(x, weight, Products::Half), whole) < kHalf);
    QCOMPARE(product(x, weight, Products::Half).scalar_type(), at::kFloat);

    Linear layer(512, out);
    layer->weight.set_data(weight);
    layer->bias.set_data(at::randn({out}).to(at::ScalarType(type)));
    const at::Tensor biased = whole + layer->bias.to(at::kDouble);
    QVERIFY(difference(layer->forward(x), biased) < kExact);
    QVERIFY(difference(layer->exact(x), biased) < kExact);
    QVERIFY(difference(layer->bare(x), whole) < kExact);
}

void TestNetworkPaths::kernelsAreTheFormulas()
{
    for (const std::int64_t dim : {24, 56, 1536}) { // with and without a rest behind the lanes
        const at::Tensor x = at::randn({2, 5, dim}) * 3;
        const at::Tensor shift = at::randn({2, 1, dim});
        const at::Tensor scale = at::randn({2, 1, dim});
        const at::Tensor normed = at::layer_norm(x, {dim}, {}, {}, 1e-6) * (scale + 1) + shift;
        QVERIFY(difference(modulatedNorm(x, 1e-6, shift, scale), normed) < kExact);
        QVERIFY(
            difference(modulatedNorm(x, 1e-6, shift, scale, at::kBFloat16).to(at::kFloat), normed)
            < kHalf);

        at::Tensor sum = x.clone();
        addGated(sum, normed, scale);
        QVERIFY(difference(sum, x + normed * scale) < kExact);

        const at::Tensor bias = at::randn({dim});
        const at::Tensor bent = at::gelu(x + bias, "tanh");
        QVERIFY(difference(biasedGelu(x.clone(), bias), bent) < kExact);
        QVERIFY(difference(biasedGelu(x.clone(), {}), at::gelu(x, "tanh")) < kExact);

        const at::Tensor weight = at::randn({dim});
        const at::Tensor turns = rotaryOf({1, 1, 5}, dim / 2).to(at::kComplexFloat);
        RMSNorm norm(dim, 1e-6);
        norm->weight.set_data(weight);
        const at::Tensor turned = rotated(norm->forward(x + bias).view({2, 5, 2, dim / 2}), turns);
        QVERIFY(
            difference(normedRotated(x.clone(), bias, weight, 1e-6, turns, 2), turned.flatten(2))
            < kExact);
        QVERIFY(difference(normedRotated(x.clone(), {}, {}, 1e-6, {}, 2), x) < kExact);
    }
}

void TestNetworkPaths::attentionInPiecesIsSoftmax()
{
    const at::Tensor q = at::randn({2, 37, 48}) * 3;
    const at::Tensor k = at::randn({2, 21, 48}) * 3;
    const at::Tensor v = at::randn({2, 21, 48});
    const auto inHeads = [](const at::Tensor& x) {
        return x.to(at::kDouble).view({2, -1, 3, 16}).transpose(1, 2);
    };
    const at::Tensor scores = at::matmul(inHeads(q), inHeads(k).transpose(2, 3)) / 4;
    const at::Tensor whole = at::softmax(scores, -1).matmul(inHeads(v)).transpose(1, 2).flatten(2);
    for (const std::int64_t bytes : {0, 1, 2000, 100000})
        QVERIFY(difference(attendJoined(q, k, v, {3, 1, Products::Exact, bytes}), whole) < kExact);
    QVERIFY(difference(attendJoined(q, k, v, {3, 1, Products::Half, 0}), whole) < 3 * kHalf);
}

void TestNetworkPaths::lastKeyStandsForMany()
{
    const at::Tensor q = at::randn({1, 9, 32});
    const at::Tensor k = at::randn({1, 4, 32});
    const at::Tensor v = at::randn({1, 4, 32});
    const auto repeated = [](const at::Tensor& x) {
        return at::cat({x, x.narrow(1, 3, 1).expand({1, 12, 32})}, 1);
    };
    QVERIFY(difference(attendJoined(q, k, v, {2, 13, Products::Exact, 0}),
                       attendJoined(q, repeated(k), repeated(v), {2, 1, Products::Exact, 0}))
            < kExact);
}

void TestNetworkPaths::shiftedProductsAreConvolution_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("earlier");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("stride");
    QTest::addRow("one frame, nothing before") << 8 << 1 << 0 << 3 << 1;
    QTest::addRow("one frame, one before") << 8 << 1 << 1 << 3 << 1;
    QTest::addRow("four frames, two before") << 24 << 4 << 2 << 3 << 1;
    QTest::addRow("in time alone") << 8 << 2 << 2 << 1 << 1;
    QTest::addRow("every second frame") << 8 << 5 << 0 << 1 << 2;
}

void TestNetworkPaths::shiftedProductsAreConvolution()
{
    QFETCH(int, channels);
    QFETCH(int, frames);
    QFETCH(int, earlier);
    QFETCH(int, kernel);
    QFETCH(int, stride);
    const int rim = kernel / 2;
    const bool isPadded = stride == 1;
    CausalConv3d conv(CausalConv3dImpl::Options{
        channels, 20, {3, kernel, kernel}, {isPadded ? 1 : 0, rim, rim}, stride});
    const at::Tensor x = at::randn({1, channels, frames, 9, 13});
    const at::Tensor before = earlier > 0 ? at::randn({1, channels, earlier, 9, 13}) : at::Tensor();
    const at::Tensor whole = conv->forward(x, before);
    const at::Tensor more = at::randn(whole.sizes());
    for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
        if (type == at::kBFloat16 && !multipliesBFloat16())
            continue;
        FramePool pool;
        const RimmedFrames frames = rimmed(x, {rim, type}, pool);
        const RimmedFrames history =
            earlier > 0 ? rimmed(before, {rim, type}, pool) : RimmedFrames();
        const std::int64_t zeros = isPadded ? 2 - earlier : 0;
        const double bound = type == at::kFloat ? kExact : kHalf;
        QVERIFY(difference(conv->shifted(frames, history, zeros, pool), whole) < bound);
        QVERIFY(difference(conv->shifted(frames, history, zeros, pool, more), whole + more)
                < bound);
    }
}

void TestNetworkPaths::doubledPixelsAreConvolvedUndoubled_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::addRow("one pixel") << 4 << 1 << 1;
    QTest::addRow("one band") << 8 << 5 << 7;
    QTest::addRow("many bands") << 24 << 40 << 33;
}

void TestNetworkPaths::doubledPixelsAreConvolvedUndoubled()
{
    QFETCH(int, channels);
    QFETCH(int, height);
    QFETCH(int, width);
    const at::Tensor x = at::randn({1, channels, 3, height, width});
    const at::Tensor weight = at::randn({10, channels, 3, 3}) * 0.2;
    const at::Tensor bias = at::randn({10});
    const at::Tensor doubled =
        x.squeeze(0).transpose(0, 1).repeat_interleave(2, 2).repeat_interleave(2, 3);
    const at::Tensor whole = at::conv2d(doubled, weight, bias, 1, 1).transpose(0, 1).unsqueeze(0);
    for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
        if (type == at::kBFloat16 && !multipliesBFloat16())
            continue;
        FramePool pool;
        const RimmedFrames frames = rimmed(x, {1, type}, pool);
        const at::Tensor own = convolvedDoubled(frames, {doublingTapsOf(weight, type), bias}, pool);
        QVERIFY(difference(own, whole) < (type == at::kFloat ? kExact : kHalf));
    }
}

void TestNetworkPaths::framesPassThroughTheSameMemory()
{
    FramePool pool;
    at::Tensor kept = pool.take({4, 6}, at::kFloat);
    const void* const first = pool.take({2, 12}, at::kFloat).data_ptr();
    QVERIFY(kept.data_ptr() != first);
    const at::Tensor view = pool.take({24}, at::kFloat).narrow(0, 3, 2);
    QCOMPARE(view.storage().data_ptr().get(), first);
    QVERIFY(pool.take({24}, at::kFloat).data_ptr() != first); // while a view of it lives
    QVERIFY(pool.take({24}, at::kBFloat16).data_ptr() != first);
    kept.fill_(7);
    pool.drop();
    QVERIFY(kept.eq(7).all().item<bool>()); // nothing that is held is given away
}

void TestNetworkPaths::wholeVaeIsThatOfStockConvolution()
{
    VaeConfig config;
    config.dim = 8;
    VideoVAE vae(config);
    const at::Tensor latent = at::randn({16, 3, 4, 6});
    const at::Tensor video = at::rand({3, 9, 32, 48}) * 2 - 1;
    vae->convolving.isStock = true;
    const at::Tensor pictures = vae->decode(latent);
    const at::Tensor encoded = vae->encode(video);
    vae->convolving.isStock = false;
    QVERIFY(difference(vae->decode(latent), pictures) < kExact);
    QVERIFY(difference(vae->encode(video), encoded) < kExact);
    vae->convolving.products = Products::Half;
    const at::Tensor error = (vae->decode(latent) - pictures).square().mean().sqrt();
    QVERIFY(error.item<double>() < kHalf);                     // of -1…1
    QVERIFY(difference(vae->encode(video), encoded) < kExact); // never in short numbers
}

void TestNetworkPaths::wordsAreSeenOnceAndAlike()
{
    Small net;
    const Words words = net.transformer->embedded(net.text, {});
    QVERIFY(words.memory && words.memory->empty());
    const at::Tensor first = net.pass(words);
    QCOMPARE(words.memory->size(), std::size_t(5)); // three blocks and two of control
    QVERIFY(net.pass(words).equal(first));
    Words forgetful = words;
    forgetful.memory.reset();
    QVERIFY(net.pass(forgetful).equal(first));
}

void TestNetworkPaths::rowsBehindTheWordsAreCounted()
{
    Small net;
    const Words words = net.transformer->embedded(net.text, {});
    QCOMPARE(words.text.size(1), std::int64_t(16));
    QCOMPARE(words.length, std::int64_t(5));
    const Words all{words.text, {}};
    QVERIFY(difference(net.pass(words), net.pass(all)) < kExact);
    // As many words as there is room for: no row stands for others.
    const Words full = net.transformer->embedded(at::randn({16, 32}), {});
    QVERIFY(difference(net.pass(full), net.pass({full.text, {}})) < kExact);
}

void TestNetworkPaths::lowPrecisionStaysClose()
{
    Small net;
    const at::Tensor plain = net.pass(net.transformer->embedded(net.text, {}));
    // The weights rounded, the arithmetic not: as if a file held them so.
    for (torch::nn::Module* network : {static_cast<torch::nn::Module*>(net.transformer.get()),
                                       static_cast<torch::nn::Module*>(net.branch.get())})
        for (auto& parameter : network->parameters()) {
            parameter.set_requires_grad(false);
            parameter.set_data(parameter.to(at::kBFloat16));
        }
    const at::Tensor held = net.pass(net.transformer->embedded(net.text, {}));
    QCOMPARE(held.scalar_type(), at::kFloat);
    QVERIFY(difference(held, plain) < kHalf);
    holdWeights(*net.transformer, Products::Exact);
    holdWeights(*net.branch, Products::Exact);
    const auto block = net.transformer->blocks->ptr<TransformerBlockImpl>(0);
    QCOMPARE(block->ffn->first->weight.scalar_type(), at::kBFloat16);
    QCOMPARE(block->ffn->first->bias.scalar_type(), at::kFloat);
    QCOMPARE(block->modulation.scalar_type(), at::kFloat);
    QVERIFY(difference(net.pass(net.transformer->embedded(net.text, {})), held) < kExact);
    holdWeights(*net.transformer, Products::Half);
    holdWeights(*net.branch, Products::Half);
    QVERIFY(difference(net.pass(net.transformer->embedded(net.text, {})), held) < 2 * kHalf);
}

void TestNetworkPaths::passEndsBetweenBlocks()
{
    Small net;
    const Words words = net.transformer->embedded(net.text, {});
    int asked = 0;
    QVERIFY(!net.pass(words, [&] { return ++asked < 2; }).defined());
    QCOMPARE(asked, 2);
    asked = 0;
    QVERIFY(net.pass(words, [&] { return ++asked > 0; }).defined());
    QCOMPARE(asked, 3);
}

void TestNetworkPaths::threadsDoNotChangeTheResult()
{
    Small net;
    VaeConfig config;
    config.dim = 8;
    VideoVAE vae(config);
    const at::Tensor latent = at::randn({16, 2, 6, 8});
    const int threads = at::get_num_threads();
    const auto both = [&](int count) {
        at::set_num_threads(count);
        const at::Tensor velocity = net.pass(net.transformer->embedded(net.text, {}));
        return std::pair(velocity, vae->decode(latent));
    };
    const auto one = both(1);
    const auto three = both(3);
    at::set_num_threads(threads);
    QVERIFY(difference(three.first, one.first) < kExact);
    QVERIFY(difference(three.second, one.second) < kExact);
}

void TestNetworkPaths::cameraAndReferenceSteer()
{
    TransformerConfig config = smallConfig();
    config.controlLayers.clear();
    config.referenceChannels = 16;
    config.cameraChannels = 24 * 64;
    VideoTransformer transformer(config);
    fill(*transformer);
    const at::Tensor latent = at::randn({1, 16, 3, 8, 10});
    const at::Tensor t = at::full({1}, 400.0, at::kDouble);
    const Words words = transformer->embedded(at::randn({5, 32}), {});
    const auto pass = [&](const Control& control) {
        return transformer->forward(latent, t, words, control);
    };
    const at::Tensor plain = pass({});
    QCOMPARE(plain.sizes(), latent.sizes());
    Control control;
    control.reference = at::zeros({1, 16, 8, 10});
    QVERIFY(pass(control).equal(plain)); // none is zeros
    control.reference = at::randn({1, 16, 8, 10});
    QVERIFY(difference(pass(control), plain) > 1e-3);
    control.reference = at::Tensor();
    control.camera = at::randn({1, 24, 3, 64, 80});
    const at::Tensor moved = pass(control);
    QVERIFY(difference(moved, plain) > 1e-3);
    QVERIFY(at::isfinite(moved).all().item<bool>());
}

QTEST_GUILESS_MAIN(TestNetworkPaths)
#include "tst_networkpaths.moc"
