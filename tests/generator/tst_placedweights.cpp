#include "core/generator/placedweights.h"

#include <QTest>

#include <torch/torch.h>

#include <string>

using namespace dollygrip::generator;

namespace {

struct Net : torch::nn::Module {
    Net()
    {
        weight = register_parameter("weight", at::randn({6, 4}), false);
        scale = register_parameter("scale", at::randn({6}), false);
        table = register_buffer("table", at::arange(8, at::kFloat));
    }
    at::Tensor weight, scale, table;
};

const at::Device kThere(at::kCPU); // another type is enough to tell there from home

} // namespace

class TestPlacedWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weightsGoThereAndComeHome()
    {
        const c10::InferenceMode guard;
        Net net;
        const at::Tensor known = net.weight.clone();
        const void* const home = net.weight.data_ptr();
        PlacedWeights weights(net);
        QVERIFY(!weights.isAway());
        QCOMPARE(weights.bytes(), std::uint64_t(4 * (24 + 6 + 8)));
        int asked = 0;
        const auto typeOf = [&](const std::string& name) {
            ++asked;
            return name == "weight" ? at::kBFloat16 : at::kFloat;
        };
        weights.bring(kThere, typeOf);
        QVERIFY(weights.isAway());
        QCOMPARE(asked, 3);
        QCOMPARE(net.weight.scalar_type(), at::kBFloat16); // the network's own handle
        QCOMPARE(net.scale.scalar_type(), at::kFloat);
        QVERIFY(at::allclose(net.weight.to(at::kFloat), known, 0.01, 0.01));
        weights.bring(kThere, typeOf); // is there already
        QCOMPARE(asked, 3);
        weights.goHome();
        QVERIFY(!weights.isAway());
        QCOMPARE(net.weight.data_ptr(), home); // what lay there has stayed
        QVERIFY(net.weight.equal(known));
        weights.goHome();
        weights.bring(kThere, typeOf);
        QCOMPARE(asked, 6);
    }

    void memoryThatRunsOutOnTheWayLeavesAWayHome()
    {
        const c10::InferenceMode guard;
        Net net;
        const at::Tensor known = net.scale.clone();
        PlacedWeights weights(net);
        int asked = 0;
        const auto bring = [&] {
            weights.bring(kThere, [&](const std::string&) {
                TORCH_CHECK(++asked < 2, "CUDA out of memory. Tried to allocate 2.00 GiB");
                return at::kBFloat16;
            });
        };
        QVERIFY_THROWS_EXCEPTION(c10::Error, bring());
        QVERIFY(weights.isAway()); // some of them are
        weights.goHome();
        QCOMPARE(net.weight.scalar_type(), at::kFloat);
        QVERIFY(net.scale.equal(known));
    }
};

QTEST_GUILESS_MAIN(TestPlacedWeights)
#include "tst_placedweights.moc"
