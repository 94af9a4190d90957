#include "core/generator/nn/latentpreview.h"
#include "core/generator/nn/tinydecoder.h"
#include "tests/generator/plainmath.h"

#include <QTest>

#include <map>

using namespace dollygrip;
using namespace dollygrip::generator;
using plain::Numbers;

namespace {

TinyConfig small()
{
    TinyConfig config;
    config.latentChannels = 4;
    config.widths = {8, 6, 5, 5};
    return config;
}

TinyDecoder withRandomWeights(const TinyConfig& config)
{
    at::manual_seed(11);
    TinyDecoder decoder(config);
    const at::NoGradGuard noGrad;
    for (at::Tensor& parameter : decoder->parameters()) {
        const double fan = parameter.dim() == 4 ? static_cast<double>(parameter[0].numel()) : 25;
        parameter.normal_(0, 0.7 / std::sqrt(fan));
    }
    decoder->last->bias.fill_(0.5); // so that not all is cut to 0 or 1
    return decoder;
}

using Weights = std::map<std::string, at::Tensor>;

Weights weightsOf(TinyDecoder& decoder)
{
    Weights all;
    for (const auto& parameter : decoder->named_parameters())
        all[parameter.key()] = parameter.value().detach();
    return all;
}

using Video = std::vector<Numbers>; // frames [channels, height, width]

Numbers conv(const Numbers& x, const Weights& w, const std::string& name)
{
    const auto bias = w.find(name + ".bias");
    return plain::conv(x, Numbers(w.at(name + ".weight")),
                       bias == w.end() ? at::Tensor() : bias->second);
}

Numbers relu(const Numbers& x)
{
    return plain::mapped(x, [](double v) { return std::max(v, 0.0); });
}

Numbers joined(const Numbers& a, const Numbers& b)
{
    Numbers out({a.shape[0] + b.shape[0], a.shape[1], a.shape[2]});
    std::copy(a.values.begin(), a.values.end(), out.values.begin());
    std::copy(b.values.begin(), b.values.end(),
              out.values.begin() + static_cast<std::ptrdiff_t>(a.values.size()));
    return out;
}

Numbers doubled(Numbers x)
{
    Numbers out({x.shape[0], 2 * x.shape[1], 2 * x.shape[2]});
    for (std::int64_t c = 0; c < x.shape[0]; ++c)
        for (std::int64_t r = 0; r < 2 * x.shape[1]; ++r)
            for (std::int64_t s = 0; s < 2 * x.shape[2]; ++s)
                out(c, r, s) = x(c, r / 2, s / 2);
    return out;
}

/// The whole video layer by layer, all frames at once, as the published network is written down.
Video plainDecoder(const TinyConfig& config, const Weights& w, const at::Tensor& latents)
{
    Video video;
    for (std::int64_t t = 0; t < latents.size(1); ++t)
        video.push_back(relu(conv(plain::mapped(Numbers(latents.select(1, t)),
                                                [](double v) { return 3 * std::tanh(v / 3); }),
                                  w, "decoder.1")));
    for (int layer : {3, 4, 5, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 20}) {
        const std::string name = "decoder." + std::to_string(layer);
        Video next;
        for (std::size_t t = 0; t < video.size(); ++t) {
            const Numbers& x = video[t];
            if (layer == 7 || layer == 13 || layer == 19) { // after the upsampling before it
                const Numbers grown = conv(doubled(x), w, name + ".conv");
                const std::int64_t parts = config.grows[static_cast<std::size_t>((layer - 7) / 6)];
                for (std::int64_t part = 0; part < parts; ++part) {
                    Numbers frame({grown.shape[0] / parts, grown.shape[1], grown.shape[2]});
                    const auto size = static_cast<std::ptrdiff_t>(frame.values.size());
                    std::copy_n(grown.values.begin() + part * size, size, frame.values.begin());
                    next.push_back(frame);
                }
            } else if (layer == 8 || layer == 14 || layer == 20) {
                next.push_back(conv(x, w, name));
            } else {
                const Numbers past = t == 0 ? Numbers(x.shape) : video[t - 1];
                const Numbers inner = relu(
                    conv(relu(conv(joined(x, past), w, name + ".conv.0")), w, name + ".conv.2"));
                next.push_back(relu(plain::sum(conv(inner, w, name + ".conv.4"), x)));
            }
        }
        video = next;
    }
    for (Numbers& frame : video)
        frame = plain::mapped(conv(relu(frame), w, "decoder.22"),
                              [](double v) { return std::clamp(v, 0.0, 1.0); });
    video.erase(video.begin(), video.begin() + 3);
    return video;
}

} // namespace

class TestTinyDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPlainLoops()
    {
        TinyDecoder decoder = withRandomWeights(small());
        decoder->to(at::kDouble);
        const at::Tensor latents = at::randn({4, 3, 3, 4}) * 2;
        const at::NoGradGuard noGrad;
        const at::Tensor pictures = decoder->forward(latents);
        const Video expected = plainDecoder(small(), weightsOf(decoder), latents);
        QCOMPARE(pictures.sizes().vec(), (std::vector<std::int64_t>{9, 3, 24, 32}));
        QCOMPARE(expected.size(), std::size_t{9});
        int between = 0;
        for (std::size_t t = 0; t < expected.size(); ++t) {
            const at::Tensor frame = expected[t].tensor();
            const double off = plain::difference(pictures[static_cast<std::int64_t>(t)], frame);
            QVERIFY2(off < 1e-6, qPrintable(u"picture %1: %2"_qs.arg(t).arg(off)));
            between += (frame > 0).logical_and(frame < 1).any().item<bool>() ? 1 : 0;
        }
        QCOMPARE(between, 9); // so that something is compared
    }

    void oneLatentIsOnePicture()
    {
        TinyDecoder decoder = withRandomWeights(small());
        const at::NoGradGuard noGrad;
        TinyDecoderImpl::Memory memory;
        QCOMPARE(decoder->next(at::randn({4, 2, 2}), memory).size(0), 1);
        QCOMPARE(decoder->next(at::randn({4, 2, 2}), memory).size(0), 4);
    }

    void onlyTheLastIsOnePictureEach()
    {
        TinyConfig still = small(); // the same network where nothing grows in time …
        still.grows = {1, 1, 1};
        TinyDecoder decoder = withRandomWeights(small());
        TinyDecoder one(still); // … with the last part of each growing layer
        const at::NoGradGuard noGrad;
        const Weights weights = weightsOf(decoder);
        for (auto& parameter : one->named_parameters()) {
            const at::Tensor& all = weights.at(parameter.key());
            const std::int64_t rows = parameter.value().size(0);
            parameter.value().copy_(all.narrow(0, all.size(0) - rows, rows));
        }
        const at::Tensor latents = at::randn({4, 3, 2, 3});
        const at::Tensor expected = one->forward(latents);
        TinyDecoderImpl::Memory memory;
        for (std::int64_t frame = 0; frame < 3; ++frame) {
            const at::Tensor picture = decoder->next(latents.select(1, frame), memory, true);
            QCOMPARE(picture.size(0), 1);
            QVERIFY(plain::difference(picture[0], expected[frame]) < 1e-5);
        }
    }

    void shapesTellTheConfiguration()
    {
        TinyConfig wider = small();
        wider.patch = 2;
        wider.grows = {2, 2, 1};
        for (const TinyConfig& config : {small(), wider, TinyConfig{}}) {
            TinyDecoder decoder(config);
            const Weights weights = weightsOf(decoder);
            const auto shapeOf = [&](const std::string& name) {
                const auto found = weights.find(name);
                return found == weights.end() ? std::vector<std::int64_t>()
                                              : found->second.sizes().vec();
            };
            QVERIFY(tinyConfigFromShapes(shapeOf) == config);
        }
        QVERIFY(
            !tinyConfigFromShapes([](const std::string&) { return std::vector<std::int64_t>(); }));
        QVERIFY(!tinyConfigFromShapes([](const std::string&) {
            return std::vector<std::int64_t>{0, 0, 0, 0};
        }));
        QVERIFY(!tinyConfigFromShapes([](const std::string&) {
            return std::vector<std::int64_t>{7, 5, 3, 3};
        }));
    }

    void wideOutputsAreShuffledIntoPixels()
    {
        TinyConfig config = small();
        config.patch = 2;
        TinyDecoder decoder = withRandomWeights(config);
        const at::NoGradGuard noGrad;
        QCOMPARE(decoder->forward(at::randn({4, 1, 2, 3})).sizes().vec(),
                 (std::vector<std::int64_t>{1, 3, 32, 48}));
    }

    void keysAreTheCheckpoints()
    {
        TinyDecoder decoder;
        const Weights weights = weightsOf(decoder);
        QCOMPARE(weights.size(), std::size_t{2 + 9 * 6 + 3 + 3 + 2});
        const std::map<std::string, std::vector<std::int64_t>> some{
            {"decoder.1.weight", {256, 16, 3, 3}},         {"decoder.1.bias", {256}},
            {"decoder.3.conv.0.weight", {256, 512, 3, 3}}, {"decoder.5.conv.4.bias", {256}},
            {"decoder.7.conv.weight", {256, 256, 1, 1}},   {"decoder.8.weight", {128, 256, 3, 3}},
            {"decoder.13.conv.weight", {256, 128, 1, 1}},  {"decoder.14.weight", {64, 128, 3, 3}},
            {"decoder.19.conv.weight", {128, 64, 1, 1}},   {"decoder.20.weight", {64, 64, 3, 3}},
            {"decoder.22.weight", {3, 64, 3, 3}},          {"decoder.22.bias", {3}},
        };
        for (const auto& [name, shape] : some)
            QCOMPARE(weights.at(name).sizes().vec(), shape);
    }

    void latentsHaveColours()
    {
        at::Tensor latents = at::zeros({16, 3, 2, 2});
        latents[14][1][0][1] = 2.0; // 0.3477, 0.2275, 0.2950 a unit
        const at::Tensor colours = latentColours(latents);
        QCOMPARE(colours.sizes().vec(), (std::vector<std::int64_t>{3, 3, 2, 2}));
        const auto at = [&](std::int64_t channel) {
            return colours[1][channel][0][1].item<double>();
        };
        QVERIFY(std::abs(at(0) - (1 - 0.1835 + 2 * 0.3477) / 2) < 1e-6);
        QVERIFY(std::abs(at(1) - (1 - 0.0868 + 2 * 0.2275) / 2) < 1e-6);
        QVERIFY(std::abs(at(2) - (1 - 0.3360 + 2 * 0.2950) / 2) < 1e-6);
        QVERIFY(std::abs(colours[0][0][0][0].item<double>() - (1 - 0.1835) / 2) < 1e-6);
        QVERIFY(latentColours(latents * 100).max().item<double>() <= 1);
    }

    void previewsAreSmallPictures()
    {
        const at::Tensor latents = at::randn({16, 5, 60, 104});
        const Image linear = latentPreview(latents);
        QCOMPARE(linear.width(), 320);
        QVERIFY(linear.height() >= 183 && linear.height() <= 185);
        const Image few = latentPreview(at::randn({16, 1, 4, 6}));
        QCOMPARE(few.width(), 48);
        QCOMPARE(few.height(), 32);
        QVERIFY(latentPreview(at::randn({48, 1, 4, 6})).isNull());
    }

    void previewThroughTheDecoderIsTheMiddle()
    {
        TinyDecoder decoder = withRandomWeights(small());
        const at::NoGradGuard noGrad;
        at::Tensor latents = at::randn({4, 5, 4, 6});
        const Image picture = latentPreview(latents, decoder);
        QCOMPARE(picture.width(), 48);
        QCOMPARE(picture.height(), 32);
        latents.select(1, 4).zero_();
        latents.select(1, 0).zero_();
        QVERIFY(latentPreview(latents, decoder) == picture);
        QVERIFY(latentPreview(at::randn({16, 1, 4, 6}), decoder).isNull());
    }
};

QTEST_GUILESS_MAIN(TestTinyDecoder)
#include "tst_tinydecoder.moc"
