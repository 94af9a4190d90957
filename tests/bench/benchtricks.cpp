#include "core/generator/nn/kernels.h"
#include "core/generator/nn/shiftedconv.h"
#include "tests/bench/generatorbench.h"

#include <torch/torch.h>

using namespace dollygrip::generator;

namespace bench {
namespace {

void line(const char* what, double without, double with, double share)
{
    std::printf("  %-58s %9.2f ms without, %9.2f ms with: %5.2f times", what, 1e3 * without,
                1e3 * with, without / with);
    if (share > 0)
        std::printf(", %5.2f s a step", share);
    std::printf("\n");
    std::fflush(stdout);
}

struct Bench {
    const Options& options;
    TransformerConfig config;
    std::int64_t tokens;

    double seconds(const std::function<void()>& work) const
    {
        work();
        return options.clock().seconds(options.times, work);
    }
    double aStep(double without, double with) const
    {
        return (without - with) * double(config.layers);
    }
};

void attention(const Bench& b)
{
    const at::Tensor q = at::randn({1, b.tokens, b.config.dim});
    const at::Tensor k = at::randn({1, b.tokens, b.config.dim});
    const at::Tensor v = at::randn({1, b.tokens, b.config.dim});
    const auto inHeads = [&](const at::Tensor& x) {
        return x.view({1, b.tokens, b.config.heads, b.config.headDim()}).transpose(1, 2);
    };
    const double whole = b.seconds([&] {
        const at::Tensor scores = at::matmul(inHeads(q), inHeads(k).transpose(2, 3));
        at::softmax(scores.mul_(1 / std::sqrt(double(b.config.headDim()))), -1).matmul(inHeads(v));
    });
    for (const std::int64_t kilobytes : {0, 256, 2048, 16384}) {
        const double pieces = b.seconds([&] {
            attendJoined(q, k, v, {b.config.heads, 1, Products::Exact, kilobytes << 10});
        });
        const std::string name =
            kilobytes == 0 ? "attention in pieces that fit the cache"
                           : "attention in pieces of " + std::to_string(kilobytes) + " kB";
        line(name.c_str(), whole, pieces, b.aStep(whole, pieces));
    }
    if (!multipliesBFloat16())
        return;
    const double half = b.seconds([&] {
        attendJoined(q, k, v, {b.config.heads, 1, Products::Half, 0});
    });
    line("attention in pieces, bfloat16 products", whole, half, b.aStep(whole, half));
}

void passes(const Bench& b)
{
    const at::Tensor x = at::randn({1, b.tokens, b.config.dim});
    const at::Tensor y = at::randn({1, b.tokens, b.config.dim});
    const at::Tensor level = at::randn({1, 1, b.config.dim});
    const at::Tensor weight = at::randn({b.config.dim});
    const double apart = b.seconds([&] {
        at::Tensor n = at::layer_norm(x, {b.config.dim}, {}, {}, 1e-6);
        n = n * (level + 1) + level;
        n = x + n * level;
    });
    at::Tensor sum = x.clone();
    const double fused =
        b.seconds([&] { addGated(sum, modulatedNorm(x, 1e-6, level, level), level); });
    line("norm, modulation and gate in two passes (twice a block)", apart, fused,
         2 * b.aStep(apart, fused));

    const at::Tensor rotary = rotaryOf({1, 1, b.tokens}, b.config.headDim()).to(at::kComplexFloat);
    RMSNorm norm(b.config.dim, 1e-6);
    const double steps = b.seconds([&] {
        const at::Tensor normed = norm->forward(y + weight);
        rotated(normed.view({1, b.tokens, b.config.heads, -1}), rotary);
    });
    at::Tensor own = y.clone();
    const double once =
        b.seconds([&] { normedRotated(own, weight, weight, 1e-6, rotary, b.config.heads); });
    line("bias, RMS norm and rotary in one pass (twice a block)", steps, once,
         2 * b.aStep(steps, once));

    const at::Tensor inner = at::randn({1, b.tokens, b.config.feedForward});
    const at::Tensor bias = at::randn({b.config.feedForward});
    const double plain = b.seconds([&] { at::gelu(inner + bias, "tanh"); });
    const double gelu = b.seconds([&] { biasedGelu(inner, bias); });
    line("bias and GELU in one pass", plain, gelu, b.aStep(plain, gelu));
}

void words(const Bench& b)
{
    const TransformerConfig& c = b.config;
    CrossAttention layer(c.attention(), false);
    fill(*layer, at::kBFloat16);
    const at::Tensor text = at::randn({1, c.textLength, c.dim});
    const at::Tensor x = at::randn({1, b.tokens, c.dim});
    const double anew = b.seconds([&] { layer->forward(x, layer->textSeen(text)); });
    KeysValues seen = layer->textSeen(text);
    const double kept = b.seconds([&] { layer->forward(x, seen); });
    line("keys and values of the words kept between steps", anew, kept, b.aStep(anew, kept));
    seen = layer->textSeen(text.narrow(1, 0, 41));
    seen.lastCount = double(c.textLength - 40);
    const double few = b.seconds([&] { layer->forward(x, seen); });
    line("rows behind the words counted, not computed", kept, few, b.aStep(kept, few));
}

void weights(const Bench& b)
{
    const at::Tensor x = at::randn({b.tokens, b.config.dim});
    const at::Tensor wide = at::randn({b.config.feedForward, b.config.dim});
    for (const at::ScalarType type : {at::kBFloat16, at::kHalf}) {
        const at::Tensor brief = wide.to(type);
        const double held = b.seconds([&] { product(x, wide, Products::Exact); });
        const double widened = b.seconds([&] { product(x, brief, Products::Exact); });
        line(type == at::kHalf ? "weights held in float16, widened (costs)"
                               : "weights held in bfloat16, widened (costs)",
             held, widened, 0);
    }
    const double blas = b.seconds([&] { at::linear(x, wide); });
    const double own = b.seconds([&] { product(x, wide, Products::Exact); });
    line("oneDNN's product for the BLAS's", blas, own, 0);
}

void convolutions(const Options& options)
{
    struct Shape {
        std::int64_t in, out, frames, rows, columns;
    };
    const std::vector<Shape> all =
        options.isSmall ? std::vector<Shape>{{16, 16, 2, 8, 12}}
                        : std::vector<Shape>{{16, 384, 1, 24, 40},   {384, 384, 1, 24, 40},
                                             {384, 384, 2, 48, 80},  {192, 384, 2, 48, 80},
                                             {192, 192, 4, 96, 160}, {96, 96, 4, 192, 320},
                                             {96, 3, 4, 192, 320}};
    const Bench b{options, {}, 0};
    for (const Shape& s : all) {
        const at::Tensor x = at::randn({1, s.in, s.frames, s.rows, s.columns});
        const at::Tensor before = at::randn({1, s.in, 2, s.rows, s.columns});
        CausalConv3d conv(CausalConv3dImpl::Options{s.in, s.out});
        const double stock = b.seconds([&] { conv->forward(x, before); });
        for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) {
            if (type == at::kBFloat16 && !multipliesBFloat16())
                continue;
            const at::Tensor last = x.contiguous(at::MemoryFormat::ChannelsLast3d);
            FramePool pool;
            const RimmedFrames earlier = rimmed(before, {1, type}, pool);
            const double shifted = b.seconds([&] {
                conv->shifted(rimmed(last, {1, type}, pool), earlier, 0, pool);
            });
            char name[96];
            std::snprintf(
                name, sizeof name, "convolution %lld to %lld, %lldx%lldx%lld %s (%.0f)",
                (long long)(s.in), (long long)(s.out), (long long)(s.frames), (long long)(s.rows),
                (long long)(s.columns), type == at::kFloat ? "float32" : "bfloat16",
                2.0 * 27 * double(s.in * s.out * s.frames * s.rows * s.columns) / shifted / 1e9);
            line(name, stock, shifted, 0);
        }
    }
}

} // namespace

void benchTricks(const Options& options)
{
    const TransformerConfig config = stepConfig(options.isSmall, false);
    for (const std::int64_t tokens : {std::int64_t(720), std::int64_t(2240)}) {
        std::printf("each trick without and with, %lld tokens\n", (long long)(tokens));
        const Bench b{options, config, tokens};
        attention(b);
        passes(b);
        words(b);
        weights(b);
    }
    std::printf("convolution as shifted products against conv3d (GFLOP/s)\n");
    convolutions(options);
}

} // namespace bench
