#include "core/generator/nn/linear.h"
#include "core/generator/nn/norms.h"
#include "core/generator/nn/textencoder.h"

#include <torch/torch.h>

#include <algorithm>

namespace dollygrip::generator {
namespace {

/// One encoder's weights, each taken when it is needed and let go right after.
class Stream {
public:
    Stream(const TextConfig& config, const TextWeights& weights, const at::Device& device,
           at::ScalarType dtype)
        : m_config(config), m_weights(weights), m_device(device),
          m_type(device.is_cpu() ? at::kFloat : dtype)
    {
    }

    at::Tensor words(const at::Tensor& ids) const
    {
        return m_weights.rows("token_embedding.weight", ids).to(m_device, m_type).unsqueeze(0);
    }

    /// Small ones, on the device.
    at::Tensor vector(const std::string& key, at::IntArrayRef shape) const
    {
        return taken(key, shape).to(m_device, m_type);
    }

    at::Tensor linear(const at::Tensor& x, const std::string& key, int64_t out) const
    {
        const at::Tensor weight = taken(key, {out, x.size(-1)});
        const at::Tensor y = m_device.is_cpu() ? product(x, weight, Products::Exact)
                                               : at::linear(x, weight.to(m_device, m_type));
        if (m_weights.release)
            m_weights.release(key);
        return y;
    }

    at::Tensor normed(const at::Tensor& x, const std::string& key) const
    {
        TextNorm norm(1);
        norm->weight = vector(key, {m_config.dim});
        return norm->forward(x);
    }

    /// What is added to the scores of attention, [1, heads, tokens, tokens].
    at::Tensor positions(const std::string& key, int64_t tokens) const
    {
        TextConfig hollow = m_config;
        hollow.heads = 1;
        RelativeEmbedding table(hollow);
        table->embedding->weight = vector(key, {m_config.buckets, m_config.heads});
        return table->forward(tokens);
    }

    at::Tensor layer(const at::Tensor& x, const std::string& name, const at::Tensor& shared) const
    {
        const int64_t inner = m_config.attentionDim, ffn = m_config.ffnDim;
        const at::Tensor bias = shared.defined()
                                    ? shared
                                    : positions(name + "pos_embedding.embedding.weight", x.size(1));
        const at::Tensor a = normed(x, name + "norm1.weight");
        const at::Tensor q = linear(a, name + "attn.q.weight", inner);
        const at::Tensor k = linear(a, name + "attn.k.weight", inner);
        const at::Tensor v = linear(a, name + "attn.v.weight", inner);
        const at::Tensor seen = textAttention(q, k, v, bias, m_config.heads);
        const at::Tensor y = clampedHalf(x + linear(seen, name + "attn.o.weight", m_config.dim));
        const at::Tensor b = normed(y, name + "norm2.weight");
        const at::Tensor gate = geluTanh(linear(b, name + "ffn.gate.0.weight", ffn));
        const at::Tensor wide = linear(b, name + "ffn.fc1.weight", ffn) * gate;
        return clampedHalf(y + linear(wide, name + "ffn.fc2.weight", m_config.dim));
    }

private:
    at::Tensor taken(const std::string& key, at::IntArrayRef shape) const
    {
        const at::Tensor value = m_weights.tensor(key);
        TORCH_CHECK(value.defined() && value.sizes() == shape, key, " has an unexpected shape");
        return value;
    }

    const TextConfig& m_config;
    const TextWeights& m_weights;
    at::Device m_device;
    at::ScalarType m_type;
};

} // namespace

at::Tensor encodeTextStreamed(const TextConfig& config, const at::Tensor& ids,
                              const TextWeights& weights, const at::Device& device,
                              at::ScalarType dtype, const std::function<bool()>& keepGoing)
{
    const torch::NoGradGuard noGrad;
    const Stream stream(config, weights, device, dtype);
    at::Tensor x = stream.words(ids);
    at::Tensor shared;
    if (config.sharedPositions)
        shared = stream.positions("pos_embedding.embedding.weight", ids.size(0));
    for (int64_t layer = 0; layer < config.layers; ++layer) {
        if (keepGoing && !keepGoing())
            return {};
        x = stream.layer(x, "blocks." + std::to_string(layer) + ".", shared);
    }
    return stream.normed(x, "norm.weight").squeeze(0).to(dtype);
}

at::Tensor encodeTextStreamed(const TextConfig& config, const at::Tensor& ids,
                              const WeightSource& weights, at::ScalarType dtype,
                              const std::function<bool()>& keepGoing)
{
    const auto rows = [&](const std::string& key, const at::Tensor& wanted) {
        return weights(key).index_select(0, wanted);
    };
    return encodeTextStreamed(config, ids, TextWeights{weights, rows, {}}, at::kCPU, dtype,
                              keepGoing);
}

} // namespace dollygrip::generator
