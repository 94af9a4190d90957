#include "core/generator/nn/clipencoder.h"
#include "core/generator/nn/tensorlist.h"
#include "tests/generator/plainmath.h"

#include <QTest>

#include <map>

using namespace dollygrip::generator;
using plain::Numbers;

namespace {

ClipConfig tiny()
{
    ClipConfig config;
    config.dim = 24;
    config.heads = 3;
    config.layers = 3;
    config.ffnDim = 40;
    config.patch = 4;
    config.positions = 10; // 3 x 3 patches
    return config;
}

ClipEncoder withRandomWeights(const ClipConfig& config)
{
    at::manual_seed(5);
    ClipEncoder tower(config);
    const at::NoGradGuard noGrad;
    for (at::Tensor& parameter : tower->parameters())
        parameter.normal_(0, 0.3);
    return tower;
}

using Weights = std::map<std::string, at::Tensor>;

Weights weightsOf(ClipEncoder& tower)
{
    Weights all;
    for (const auto& parameter : tower->named_parameters())
        all[parameter.key()] = parameter.value().detach();
    return all;
}

Numbers linear(const Numbers& x, const Weights& w, const std::string& name)
{
    return plain::linear(x, Numbers(w.at(name + ".weight")), Numbers(w.at(name + ".bias")));
}

Numbers norm(const Numbers& x, const Weights& w, const std::string& name)
{
    return plain::layerNorm(x, Numbers(w.at(name + ".weight")), Numbers(w.at(name + ".bias")),
                            1e-5);
}

/// qkv [tokens, 3 dim] -> [tokens, dim]
Numbers attention(Numbers qkv, std::int64_t heads)
{
    const std::int64_t tokens = qkv.shape[0], dim = qkv.shape[1] / 3, width = dim / heads;
    Numbers out({tokens, dim});
    for (std::int64_t h = 0; h < heads; ++h)
        for (std::int64_t q = 0; q < tokens; ++q) {
            std::vector<double> share;
            double total = 0;
            for (std::int64_t k = 0; k < tokens; ++k) {
                double score = 0;
                for (std::int64_t i = 0; i < width; ++i)
                    score += qkv(q, h * width + i) * qkv(k, dim + h * width + i);
                share.push_back(std::exp(score / std::sqrt(static_cast<double>(width))));
                total += share.back();
            }
            for (std::int64_t k = 0; k < tokens; ++k)
                for (std::int64_t i = 0; i < width; ++i)
                    out(q, h * width + i) += share[static_cast<std::size_t>(k)] / total
                                             * qkv(k, 2 * dim + h * width + i);
        }
    return out;
}

/// The tower in plain loops, up to the last block but one. pixels [3, side, side]
at::Tensor plainTower(const ClipConfig& config, const Weights& w, Numbers pixels)
{
    const std::int64_t across = pixels.shape[1] / config.patch;
    Numbers x({config.positions, config.dim});
    Numbers cls(w.at("visual.cls_embedding")), places(w.at("visual.pos_embedding"));
    Numbers patches(w.at("visual.patch_embedding.weight"));
    for (std::int64_t d = 0; d < config.dim; ++d) {
        x(0, d) = cls(0, 0, d);
        for (std::int64_t p = 1; p < config.positions; ++p) {
            const std::int64_t top = (p - 1) / across * config.patch;
            const std::int64_t left = (p - 1) % across * config.patch;
            for (std::int64_t c = 0; c < 3; ++c)
                for (std::int64_t r = 0; r < config.patch; ++r)
                    for (std::int64_t s = 0; s < config.patch; ++s)
                        x(p, d) += pixels(c, top + r, left + s) * patches(d, c, r, s);
        }
        for (std::int64_t p = 0; p < config.positions; ++p)
            x(p, d) += places(0, p, d);
    }
    x = norm(x, w, "visual.pre_norm");
    for (std::int64_t layer = 0; layer + 1 < config.layers; ++layer) {
        const std::string name = "visual.transformer." + std::to_string(layer);
        const Numbers qkv = linear(norm(x, w, name + ".norm1"), w, name + ".attn.to_qkv");
        x = plain::sum(linear(attention(qkv, config.heads), w, name + ".attn.proj"), x);
        const Numbers wide =
            plain::mapped(linear(norm(x, w, name + ".norm2"), w, name + ".mlp.0"),
                          [](double v) { return v * 0.5 * (1 + std::erf(v / std::sqrt(2.0))); });
        x = plain::sum(linear(wide, w, name + ".mlp.2"), x);
    }
    return x.tensor().unsqueeze(0);
}

/// One picture's bicubic value (a = -0.75, borders repeated).
double cubicAt(Numbers& picture, std::int64_t channel, double y, double x)
{
    const auto weight = [](double d) {
        constexpr double a = -0.75;
        d = std::abs(d);
        return d <= 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : (((d - 5) * d + 8) * d - 4) * a;
    };
    const double top = std::floor(y), left = std::floor(x);
    double sum = 0;
    for (int r = -1; r <= 2; ++r)
        for (int c = -1; c <= 2; ++c) {
            const auto within = [](double place, std::int64_t size) {
                return std::min<std::int64_t>(
                    std::max<std::int64_t>(static_cast<std::int64_t>(place), 0), size - 1);
            };
            sum += weight(y - top - r) * weight(x - left - c)
                   * picture(channel, within(top + r, picture.shape[1]),
                             within(left + c, picture.shape[2]));
        }
    return sum;
}

} // namespace

class TestClip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPlainLoops()
    {
        ClipEncoder tower = withRandomWeights(tiny());
        const at::Tensor pixels = at::randn({2, 3, 12, 12});
        const at::NoGradGuard noGrad;
        const at::Tensor features = tower->forward(pixels);
        for (std::int64_t i = 0; i < 2; ++i) {
            const at::Tensor expected = plainTower(tiny(), weightsOf(tower), Numbers(pixels[i]));
            QVERIFY(plain::difference(features.narrow(0, i, 1), expected) < 1e-4);
        }
    }

    void streamedIsTheSame()
    {
        ClipEncoder tower = withRandomWeights(tiny());
        Weights weights = weightsOf(tower);
        const at::Tensor pixels = at::randn({1, 3, 12, 12});
        const at::NoGradGuard noGrad;
        const auto source = [&](const std::string& key) { return weights.at(key); };
        QVERIFY(plain::difference(encodeClipStreamed(tiny(), pixels, source, at::kFloat),
                                  tower->forward(pixels))
                < 1e-5);
        weights["visual.transformer.0.mlp.0.weight"] = at::ones({2, 2});
        QVERIFY_THROWS_EXCEPTION(std::exception,
                                 encodeClipStreamed(tiny(), pixels, source, at::kFloat));
    }

    void streamedEndsWhenAsked()
    {
        ClipEncoder tower = withRandomWeights(tiny());
        const Weights weights = weightsOf(tower);
        int asked = 0;
        const at::Tensor features = encodeClipStreamed(
            tiny(), at::zeros({1, 3, 12, 12}),
            [&](const std::string& key) { return weights.at(key); }, at::kFloat,
            [&] { return ++asked < 2; });
        QVERIFY(!features.defined());
        QCOMPARE(asked, 2);
    }

    void keysAreTheCheckpoints()
    {
        ClipEncoder tower(tiny());
        Weights weights = weightsOf(tower);
        for (const ExpectedTensor& tensor : tensorsOf(tiny())) {
            const auto found = weights.find(tensor.name);
            QCOMPARE(found != weights.end(), !tensor.isOptional);
            if (found == weights.end())
                continue;
            QCOMPARE(found->second.sizes().vec(), tensor.shape);
            weights.erase(found);
        }
        QVERIFY(weights.empty());
        const ClipConfig large; // ViT-H/14 as published
        QCOMPARE(clipSide(large), 224);
        QCOMPARE(tensorsOf(large).size(), std::size_t{5 + 32 * 12 + 2});
    }

    void picturesAreSizedAndBroughtToMeanAndSpread()
    {
        const at::Tensor picture = at::rand({1, 3, 17, 30}) * 2 - 1;
        const at::Tensor pixels = clipPixels(picture, tiny());
        QCOMPARE(pixels.sizes().vec(), (std::vector<std::int64_t>{1, 3, 12, 12}));
        const double mean[] = {0.48145466, 0.4578275, 0.40821073};
        const double spread[] = {0.26862954, 0.26130258, 0.27577711};
        Numbers from(picture[0]), expected({1, 3, 12, 12});
        for (std::int64_t c = 0; c < 3; ++c)
            for (std::int64_t r = 0; r < 12; ++r)
                for (std::int64_t s = 0; s < 12; ++s) {
                    const double value =
                        cubicAt(from, c, (static_cast<double>(r) + 0.5) * 17 / 12 - 0.5,
                                (static_cast<double>(s) + 0.5) * 30 / 12 - 0.5);
                    expected(0, c, r, s) = (value / 2 + 0.5 - mean[c]) / spread[c];
                }
        QVERIFY(plain::difference(pixels, expected.tensor()) < 1e-4);
    }
};

QTEST_GUILESS_MAIN(TestClip)
#include "tst_clip.moc"
