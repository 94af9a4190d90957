#pragma once

#include "core/generator/nn/causalconv.h"
#include "core/generator/nn/doublingconv.h"
#include "core/generator/nn/vaeconfig.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/pimpl.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// Every channel vector brought to length sqrt(channels), then scaled by gamma.
struct ChannelNormImpl : torch::nn::Module {
    /// gamma has `trailing` axes of length 1: 3 for [b, c, t, h, w], 2 for [b, c, h, w].
    ChannelNormImpl(int64_t channels, int64_t trailing);
    at::Tensor forward(const at::Tensor& x);

    at::Tensor gamma;
};
TORCH_MODULE(ChannelNorm);

/// One layer of the encoder or decoder: [b, c, t, h, w] in and out, a chunk of frames at a time.
struct StreamedLayer : torch::nn::Module {
    virtual at::Tensor forward(const at::Tensor& x, FeatureCache& cache) = 0;
};

struct VaeResidualImpl : StreamedLayer {
    VaeResidualImpl(int64_t in, int64_t out);
    at::Tensor forward(const at::Tensor& x, FeatureCache& cache) override;

    ChannelNorm norm0{nullptr}, norm3{nullptr};  // residual.0, residual.3
    CausalConv3d conv2{nullptr}, conv6{nullptr}; // residual.2, residual.6
    CausalConv3d shortcut{nullptr};              // only where in != out
};
TORCH_MODULE(VaeResidual);

/// Attention of one head over the pixels of each frame by itself.
struct VaeAttentionImpl : StreamedLayer {
    explicit VaeAttentionImpl(int64_t channels);
    at::Tensor forward(const at::Tensor& x, FeatureCache& cache) override;

    ChannelNorm norm{nullptr};
    torch::nn::Conv2d to_qkv{nullptr}, proj{nullptr};

private:
    at::Tensor attendedHere(const at::Tensor& x);
};
TORCH_MODULE(VaeAttention);

enum class Resampling { Up2d, Up3d, Down2d, Down3d };

/// Twice or half the picture's size, and of the frames (3d). The first chunk keeps its one frame.
struct VaeResampleImpl : StreamedLayer {
    VaeResampleImpl(int64_t channels, Resampling mode);
    at::Tensor forward(const at::Tensor& x, FeatureCache& cache) override;

    Resampling mode;
    torch::nn::Conv2d conv{nullptr}; // resample.1
    CausalConv3d time_conv{nullptr}; // 3d only

private:
    at::Tensor doubleFrames(const at::Tensor& x, FeatureCache& cache);
    at::Tensor halveFrames(const at::Tensor& x, FeatureCache& cache);
    at::Tensor resize(const at::Tensor& x, const FeatureCache& cache);
    // By shifted products.
    at::Tensor doubledHere(const at::Tensor& x, FeatureCache& cache, FeatureCache::Slot& slot);
    at::Tensor resizedHere(const at::Tensor& x, FeatureCache& cache, int64_t interleaved);

    Taps m_taps{doublingTapsOf};
};
TORCH_MODULE(VaeResample);

/// conv1, the layers, the head. Encoder and decoder differ in the order and kind of their layers.
struct VaeCoderImpl : torch::nn::Module {
    enum class Kind { Encoder, Decoder };
    VaeCoderImpl(const VaeConfig& config, Kind kind);
    /// One chunk: encoder [b, 3, t, H, W] -> [b, 2z, t', h, w], decoder [b, z, 1, h, w] ->
    /// pictures.
    at::Tensor forward(const at::Tensor& x, FeatureCache& cache);

    CausalConv3d conv1{nullptr};
    torch::nn::ModuleList downsamples{nullptr}; // encoder
    torch::nn::ModuleList middle{nullptr};
    torch::nn::ModuleList upsamples{nullptr}; // decoder
    ChannelNorm headNorm{nullptr};            // head.0
    CausalConv3d headConv{nullptr};           // head.2

private:
    int64_t addDown(const VaeConfig& config);
    int64_t addUp(const VaeConfig& config);
    void addMiddle(int64_t channels);
    void addHead(int64_t in, int64_t out);
};
TORCH_MODULE(VaeCoder);

/// Causal video VAE: pictures <-> latent, forward in time, a chunk at a time with the features of
/// the chunk before. 1 + 4n frames are 1 + n latent frames of an eighth of the size. Members carry
/// the checkpoint's keys.
struct VideoVAEImpl : torch::nn::Module {
    explicit VideoVAEImpl(const VaeConfig& config = {});

    /// Asked before each chunk; false ends the work.
    using KeepGoing = std::function<bool()>;
    /// video [3, 1+4n, H, W] in -1…1 -> [z, 1+n, H/8, W/8], brought to the mean and spread that the
    /// transformer expects; frames beyond the last whole four are left out. Float32. Undefined
    /// when `keepGoing` ended it.
    at::Tensor encode(const at::Tensor& video, const KeepGoing& keepGoing = {});

    /// Takes [3, t, H, W] float32 in -1…1 (t = 1, then 4s) and the number of its first frame;
    /// false ends the work.
    using ChunkSink = std::function<bool(const at::Tensor& frames, int64_t first)>;
    /// z [z, T, h, w], one latent frame at a time; true when all were handed on.
    bool decode(const at::Tensor& z, const ChunkSink& sink);
    /// All at once: [3, 1+4(T-1), 8h, 8w].
    at::Tensor decode(const at::Tensor& z);

    /// z as the decoder takes it, [1, z, T, h, w]: mean and spread given back, through conv2.
    at::Tensor decoderInput(const at::Tensor& z);

    VaeConfig config;
    /// Of decoding; encoding is always exact, since what is lost there grows while sampling.
    FeatureCache::Convolving convolving;
    VaeCoder encoder{nullptr};
    CausalConv3d conv1{nullptr}, conv2{nullptr};
    VaeCoder decoder{nullptr};
};
TORCH_MODULE(VideoVAE);

/// The published mean and standard deviation of each latent channel, float32 [16, 1, 1, 1].
at::Tensor latentMean();
at::Tensor latentStd();

} // namespace dollygrip::generator
