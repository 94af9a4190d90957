#include "core/generator/nn/rotary.h"
#include "core/generator/nn/textencoder.h"
#include "tests/generator/goldens.h"

#include <torch/torch.h>

using namespace dollygrip;
using namespace dollygrip::generator;

namespace goldens {
namespace {

void timeEmbedding(Golden& golden, std::size_t number)
{
    const std::int64_t dim = golden.caseAt(number).integerOr("dim", 256);
    const at::Tensor waves = sinusoids(golden.in(number, "t"), dim);
    golden.output(number, "embedding_f64", waves);
    golden.output(number, "embedding", waves.to(at::kFloat));
}

void rotaryRows(Golden& golden, std::size_t number)
{
    const Json& about = golden.caseAt(number);
    const at::Tensor table =
        rotaryTable(about.integerOr("rows", 0), about.integerOr("head_dim", 0));
    golden.output(number, "cos_f64", at::real(table));
    golden.output(number, "sin_f64", at::imag(table));
}

void rotaryApplied(Golden& golden, std::size_t number)
{
    const at::Tensor x = golden.in(number, "x");
    const at::Tensor grids = golden.in(number, "grid_sizes");
    for (const at::ScalarType width : {at::kComplexDouble, at::kComplexFloat}) {
        std::vector<at::Tensor> samples;
        for (std::int64_t i = 0; i < x.size(0); ++i) {
            const auto side = [&](std::int64_t axis) {
                return grids[i][axis].item<std::int64_t>();
            };
            const TokenGrid grid{side(0), side(1), side(2)};
            const at::Tensor sample = x.narrow(0, i, 1);
            const at::Tensor table = rotaryOf(grid, x.size(3)).to(width);
            // What lies behind a sample's own tokens is filling and stays as it is.
            const std::int64_t rest = x.size(1) - grid.tokens();
            samples.push_back(at::cat({rotated(sample.narrow(1, 0, grid.tokens()), table),
                                       sample.narrow(1, grid.tokens(), rest)},
                                      1));
        }
        golden.output(number, "y", at::cat(samples));
    }
}

void buckets(Golden& golden, std::size_t number)
{
    const Json& about = golden.caseAt(number);
    const auto range = about.integers("range").value();
    const at::Tensor distance = at::arange(range.at(0), range.at(1) + 1, at::kLong);
    golden.output(number, "rel_pos", distance);
    golden.output(number, "bucket",
                  relativeBuckets(distance, about.integerOr("num_buckets", 32),
                                  about.integerOr("max_dist", 128)));
}

} // namespace

void tables(Golden& golden)
{
    runParts(golden, "op",
             {{"sinusoid", timeEmbedding},
              {"rope_table", rotaryRows},
              {"rope_apply", rotaryApplied},
              {"buckets", buckets}});
}

} // namespace goldens
