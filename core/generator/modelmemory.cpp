#include "core/generator/modelfolder.h"
#include "core/generator/nn/tensorlist.h"

#include <algorithm>

namespace dollygrip::generator {
namespace {

constexpr double kWorkspace = 500e6; ///< of a GPU's convolutions
constexpr double kProgram = 250e6;   ///< LibTorch, the film, what the machine's libraries hold

double bytesOf(const Model& model, FileRole role)
{
    const ModelFile* const file = model.file(role);
    return file ? double(file->bytes) : 0;
}

/// One matrix of the text encoder as it is multiplied, beside what lies of it in the file's map.
double textBytes(const Model& model, double width, bool onGpu)
{
    const TextConfig& config = model.text;
    const double matrix = double(config.dim) * double(std::max(config.attentionDim, config.ffnDim));
    const double file = bytesOf(model, FileRole::TextEncoder);
    const double all = std::max(1.0, double(parametersOf(tensorsOf(config))));
    constexpr double kWords = 512;
    const double words = kWords * (6.0 * double(config.dim) + 3.0 * double(config.ffnDim)) * 4
                         + 3.0 * double(config.heads) * kWords * kWords * 4;
    // A processor widens a matrix a piece at a time; a GPU gets it whole.
    return matrix * (1.5 * file / all + (onGpu ? width : 0)) + words;
}

/// The tensors of all tokens that live at once within a block: the running state of the
/// transformer and of its control branch, queries, keys, values, a norm's result, the wide layer.
double samplingBytes(const Model& model, int width, int height, int frames, double number)
{
    const TransformerConfig& config = model.transformer;
    const double latentFrames = 1 + (frames - 1) / 4;
    const double tokens = latentFrames * (height / 16.0) * (width / 16.0);
    const double dim = double(config.dim), wide = double(config.feedForward);
    const double states = config.controlLayers.empty() ? 2 : 4; // float32
    const double parts = tokens * (dim * (4 * states + 6 * number) + wide * 2 * number);
    const double cells = latentFrames * (height / 8.0) * (width / 8.0);
    return parts + cells * 4 * (double(config.inChannels) + double(config.controlChannels) + 96);
}

/// The widest layers of the VAE at full size, four frames at a time, and the features kept from
/// the chunk before: 44 frames of its first layer's channels, as measured on a processor. Float32
/// everywhere; a GPU has what lies between two layers apart, where the processor makes it on the
/// way.
double decodingBytes(const Model& model, int width, int height, int frames, bool onGpu)
{
    const double plane = double(width) * height * double(model.vae.dim) * 4;
    constexpr double kFrames = 4;
    const double alive = onGpu ? 8 : 6; // a block's input, what it norms, convolves and pads
    constexpr double kKept = 20;        // frames of features in the cache, counted at full size
    return plane * (kFrames * alive + kKept) + double(width) * height * 3 * 4 * frames;
}

} // namespace

std::uint64_t MemoryNeed::peak() const
{
    return std::max({text, sampling, decoding});
}

MemoryNeed memoryNeed(const Model& model, int width, int height, int frames, Arithmetic arithmetic)
{
    const bool onGpu = arithmetic != Arithmetic::Processor;
    const double number = arithmetic == Arithmetic::GpuHalf ? 2 : 4; // of activations
    const double parameters = double(model.parameters);
    const double inFile = bytesOf(model, FileRole::Transformer);
    // The processor uses weights as they lie in the file, but eight bits as sixteen; a GPU gets
    // all in its own numbers.
    const double weights = onGpu ? number * parameters : std::max(inFile, 2 * parameters);
    const double vaeNumbers = double(parametersOf(tensorsOf(model.vae)));
    // A processor holds it as it lies in the file and once more as its convolutions are computed.
    const double vae = vaeNumbers * 4 * (onGpu ? 1 : 1.4) + (onGpu ? kWorkspace : 0);
    MemoryNeed need;
    need.text = std::uint64_t(kProgram + textBytes(model, number, onGpu));
    need.sampling =
        std::uint64_t(kProgram + weights + samplingBytes(model, width, height, frames, number));
    need.decoding =
        std::uint64_t(kProgram + vae + decodingBytes(model, width, height, frames, onGpu));
    if (!onGpu) // what was mapped stays as long as nobody else wants the memory
        need.decoding += std::uint64_t(weights);
    return need;
}

} // namespace dollygrip::generator
