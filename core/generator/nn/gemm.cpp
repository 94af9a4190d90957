#include "core/generator/nn/gemm.h"

#include <torch/torch.h>

#include <dlfcn.h>

namespace dollygrip::generator {
namespace {

// Of oneDNN's C interface. LibTorch may carry oneDNN as a library of its own (Debian) or inside
// (the published builds, which bring a BLAS of the same speed); so it is looked up, not linked.
using Size = std::int64_t;
using Sgemm = int (*)(char, char, Size, Size, Size, float, const float*, Size, const float*, Size,
                      float, float*, Size);
using HalfGemm = int (*)(char, char, Size, Size, Size, float, const c10::BFloat16*, Size,
                         const c10::BFloat16*, Size, float, float*, Size);

bool processorHas512()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
#else
    return false;
#endif
}

bool processorHasHalf()
{
#if defined(__x86_64__)
    return processorHas512() && __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

Sgemm sgemm()
{
    static const auto found = reinterpret_cast<Sgemm>(dlsym(RTLD_DEFAULT, "dnnl_sgemm"));
    return found;
}

HalfGemm halfGemm()
{
    static const auto found =
        reinterpret_cast<HalfGemm>(dlsym(RTLD_DEFAULT, "dnnl_gemm_bf16bf16f32"));
    return found;
}

at::Tensor viewOf(const float* data, std::int64_t rows, std::int64_t columns, std::int64_t stride)
{
    return at::from_blob(const_cast<float*>(data), {rows, columns}, {stride, 1}, at::kFloat);
}

void multiplyByBlas(const ProductShape& s, Rows<const float> a, Rows<const float> b, Rows<float> c)
{
    const c10::InferenceMode guard; // threads of a parallel loop do not inherit it
    const at::Tensor left = viewOf(a.data, s.m, s.k, a.stride);
    const at::Tensor right =
        s.transposed ? viewOf(b.data, s.n, s.k, b.stride).t() : viewOf(b.data, s.k, s.n, b.stride);
    at::Tensor out = viewOf(c.data, s.m, s.n, c.stride);
    if (s.adds)
        out.addmm_(left, right);
    else
        at::mm_out(out, left, right);
}

} // namespace

bool hasWideProduct()
{
    static const bool has = processorHas512() && sgemm();
    return has;
}

bool canMultiplyHalf()
{
    static const bool can = processorHasHalf() && halfGemm();
    return can;
}

void multiply(const ProductShape& s, Rows<const float> a, Rows<const float> b, Rows<float> c)
{
    if (!hasWideProduct()
        || sgemm()('N', s.transposed ? 'T' : 'N', s.m, s.n, s.k, 1.0F, a.data, a.stride, b.data,
                   b.stride, s.adds ? 1.0F : 0.0F, c.data, c.stride)
               != 0)
        multiplyByBlas(s, a, b, c);
}

void multiply(const ProductShape& s, Rows<const c10::BFloat16> a, Rows<const c10::BFloat16> b,
              Rows<float> c)
{
    const int failed =
        halfGemm()('N', s.transposed ? 'T' : 'N', s.m, s.n, s.k, 1.0F, a.data, a.stride, b.data,
                   b.stride, s.adds ? 1.0F : 0.0F, c.data, c.stride);
    TORCH_CHECK(failed == 0, "oneDNN cannot multiply bfloat16 here");
}

} // namespace dollygrip::generator
