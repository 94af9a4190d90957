#pragma once

#include <ATen/ATen.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

/// Networks' parts once more, as plain loops in double precision: what tests hold the fast ones to.
namespace plain {

/// Numbers with a shape, row-major.
struct Numbers {
    std::vector<std::int64_t> shape;
    std::vector<double> values;

    explicit Numbers(std::vector<std::int64_t> sides) : shape(std::move(sides))
    {
        std::int64_t count = 1;
        for (const std::int64_t side : shape)
            count *= side;
        values.resize(static_cast<std::size_t>(count));
    }
    explicit Numbers(const at::Tensor& tensor) : Numbers(tensor.sizes().vec())
    {
        const at::Tensor flat = tensor.to(at::kDouble).contiguous();
        const double* from = flat.data_ptr<double>();
        values.assign(from, from + flat.numel());
    }
    template <class... Index>
    double& operator()(Index... index)
    {
        std::int64_t place = 0;
        std::size_t axis = 0;
        ((place = place * shape[axis++] + static_cast<std::int64_t>(index)), ...);
        return values[static_cast<std::size_t>(place)];
    }
    at::Tensor tensor() const
    {
        return at::from_blob(const_cast<double*>(values.data()), shape, at::kDouble).clone();
    }
};

/// x [rows, in], weight [out, in], bias [out] -> [rows, out]
inline Numbers linear(Numbers x, Numbers weight, Numbers bias)
{
    Numbers out({x.shape[0], weight.shape[0]});
    for (std::int64_t r = 0; r < x.shape[0]; ++r)
        for (std::int64_t o = 0; o < weight.shape[0]; ++o) {
            double sum = bias(o);
            for (std::int64_t i = 0; i < x.shape[1]; ++i)
                sum += x(r, i) * weight(o, i);
            out(r, o) = sum;
        }
    return out;
}

/// Each row to mean 0 and spread 1, times weight, plus bias.
inline Numbers layerNorm(Numbers x, Numbers weight, Numbers bias, double eps)
{
    const std::int64_t dim = x.shape[1];
    for (std::int64_t r = 0; r < x.shape[0]; ++r) {
        double mean = 0, square = 0;
        for (std::int64_t i = 0; i < dim; ++i)
            mean += x(r, i) / static_cast<double>(dim);
        for (std::int64_t i = 0; i < dim; ++i)
            square += (x(r, i) - mean) * (x(r, i) - mean) / static_cast<double>(dim);
        for (std::int64_t i = 0; i < dim; ++i)
            x(r, i) = (x(r, i) - mean) / std::sqrt(square + eps) * weight(i) + bias(i);
    }
    return x;
}

/// x [in, h, w], weight [out, in, k, k], bias [out] or nothing, zeros around -> [out, h, w]
inline Numbers conv(Numbers x, Numbers weight, const at::Tensor& biasTensor)
{
    const std::int64_t k = weight.shape[2], h = x.shape[1], w = x.shape[2];
    Numbers out({weight.shape[0], h, w});
    for (std::int64_t o = 0; o < weight.shape[0]; ++o)
        for (std::int64_t r = 0; r < h; ++r)
            for (std::int64_t c = 0; c < w; ++c) {
                double sum = biasTensor.defined() ? biasTensor[o].item<double>() : 0;
                for (std::int64_t i = 0; i < x.shape[0]; ++i)
                    for (std::int64_t dr = 0; dr < k; ++dr)
                        for (std::int64_t dc = 0; dc < k; ++dc) {
                            const std::int64_t y = r + dr - k / 2, z = c + dc - k / 2;
                            if (y >= 0 && y < h && z >= 0 && z < w)
                                sum += x(i, y, z) * weight(o, i, dr, dc);
                        }
                out(o, r, c) = sum;
            }
    return out;
}

inline Numbers mapped(Numbers x, const std::function<double(double)>& change)
{
    for (double& value : x.values)
        value = change(value);
    return x;
}

inline Numbers sum(Numbers a, const Numbers& b)
{
    for (std::size_t i = 0; i < a.values.size(); ++i)
        a.values[i] += b.values[i];
    return a;
}

/// The largest difference; infinite where shapes differ or something is no number.
inline double difference(const at::Tensor& a, const at::Tensor& b)
{
    if (a.sizes() != b.sizes())
        return INFINITY;
    const double largest = (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
    return std::isnan(largest) ? INFINITY : largest;
}

} // namespace plain
