#pragma once

#include <c10/util/BFloat16.h>

#include <cstdint>

namespace dollygrip::generator {

/// A matrix in memory: rows of `stride` numbers, of which the first ones count.
template <class Number>
struct Rows {
    Number* data = nullptr;
    std::int64_t stride = 0;
};

/// c = a b, or a b^T, plus c where `adds`. a is [m, k], b [k, n] ([n, k] when transposed), c [m,
/// n].
struct ProductShape {
    std::int64_t m = 0;
    std::int64_t n = 0;
    std::int64_t k = 0;
    bool transposed = false;
    bool adds = false;
};

/// May be called from threads of a parallel loop, each then computes its own product alone.
void multiply(const ProductShape& shape, Rows<const float> a, Rows<const float> b, Rows<float> c);
/// The same with both factors in bfloat16. Only where canMultiplyHalf().
void multiply(const ProductShape& shape, Rows<const c10::BFloat16> a, Rows<const c10::BFloat16> b,
              Rows<float> c);

/// Whether the wider product of oneDNN is at hand: it knows newer processors than the BLAS beside
/// LibTorch does.
bool hasWideProduct();
bool canMultiplyHalf();

} // namespace dollygrip::generator
