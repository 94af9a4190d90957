#include "core/generator/shotwords.h"

#include "core/base/log.h"
#include "core/generator/checkpoint.h"
#include "core/generator/embeddingcache.h"
#include "core/generator/nn/textencoder.h"
#include "core/generator/tokenizer.h"

#include <ATen/ATen.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace dollygrip::generator {
namespace {

const char* const kEmbeddedTokenizer = "spiece_model";

/// The negative prompt of the published models.
const char* const kOrdinaryNegative =
    "色调艳丽，过曝，静态，细节模糊不清，字幕，风格，作品，画作，画面，静止，整体发灰，最差质量，低"
    "质量，"
    "JPEG压缩残留，丑陋的，残缺的，多余的手指，画得不好的手部，画得不好的脸部，畸形的，毁容的，"
    "形态畸形的肢体，手指融合，静止不动的画面，杂乱的背景，三条腿，背景人很多，倒着走";

/// A file of its own, or within a repackaged text encoder.
Result<Tokenizer> tokenizerOf(const Model& model)
{
    const ModelFile* file = model.file(FileRole::Tokenizer);
    if (!file)
        return Error{ErrorCode::ModelIncomplete, model.name, "tokenizer"};
    const ModelFile* encoder = model.file(FileRole::TextEncoder);
    if (!encoder || encoder->path != file->path)
        return Tokenizer::open(file->path);
    const auto files = TensorFiles::open(file->path);
    if (!files)
        return files.error();
    const StoredTensor* stored = files->find(kEmbeddedTokenizer);
    if (!stored)
        return Error{ErrorCode::ModelIncomplete, file->path, kEmbeddedTokenizer};
    return Tokenizer::fromBytes(stored->bytes, file->path);
}

/// Token numbers to embeddings: out of the cache, else through the encoder.
class PromptReader {
public:
    /// Asked before each layer; false ends it.
    using Report = std::function<bool(int layer, int layers)>;

    PromptReader(const Model& model, const TensorFiles& files, const Device& device, Report report)
        : m_model(model), m_device(device), m_report(std::move(report)),
          m_encoder(fingerprintOf(files)), m_cache(usualEmbeddingFolder())
    {
        m_weights.tensor = tensorSource(files);
        m_weights.rows = rowSource(files);
        m_weights.release = [&files](const std::string& key) {
            if (const StoredTensor* stored = files.find(key))
                generator::release(*stored);
        };
    }

    /// [words, dim] float32 on the processor; undefined when it was ended.
    at::Tensor read(const std::vector<std::int64_t>& ids)
    {
        const ContentHash key = embeddingKey(ids, m_encoder, m_device.dtype);
        const bool hasFolder = !m_cache.folder().empty();
        if (at::Tensor found = hasFolder ? m_cache.find(key) : at::Tensor(); found.defined())
            return found;
        int layer = 0;
        const at::Tensor made = encodeTextStreamed(
            m_model.text, at::tensor(ids, at::kLong), m_weights, m_device.device, m_device.dtype,
            [&] { return m_report(layer++, int(m_model.text.layers)); });
        if (!made.defined())
            return {};
        const at::Tensor embedding = made.to(at::kCPU, at::kFloat);
        if (hasFolder)
            if (const auto stored = m_cache.store(key, embedding); !stored)
                log(LogLevel::Warning, "dollygrip.generator",
                    "The embedding of a prompt was not kept: " + stored.error().subject + " "
                        + stored.error().detail);
        return embedding;
    }

private:
    const Model& m_model;
    Device m_device;
    Report m_report;
    ContentHash m_encoder;
    EmbeddingCache m_cache;
    TextWeights m_weights;
};

} // namespace

Result<Embeddings> embeddingsOf(const Request& request, const Model& model, const Recipe& recipe,
                                const Device& device, Reporter& reporter,
                                const std::stop_token& stop)
{
    const auto tokenizer = tokenizerOf(model);
    if (!tokenizer)
        return tokenizer.error();
    const ModelFile* file = model.file(FileRole::TextEncoder);
    if (!file)
        return Error{ErrorCode::ModelIncomplete, model.name, "text encoder"};
    const auto files = TensorFiles::openNamed(file->path);
    if (!files)
        return files.error();
    if (tokenizer->size() > model.text.vocabulary)
        return Error{ErrorCode::ModelMixed, file->path,
                     "the tokenizer has " + std::to_string(tokenizer->size())
                         + " pieces, the text encoder " + std::to_string(model.text.vocabulary)};
    PromptReader reader(model, *files, device, [&](int layer, int layers) {
        reporter.report("reading", layer, layers);
        return !stop.stop_requested();
    });
    Embeddings embeddings;
    embeddings.prompt = reader.read(tokenizer->idsOfPrompt(request.prompt));
    if (embeddings.prompt.defined() && recipe.needsNegative())
        embeddings.negative = reader.read(tokenizer->idsOfPrompt(
            request.negativePrompt.empty() ? kOrdinaryNegative : request.negativePrompt));
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    return embeddings;
}

} // namespace dollygrip::generator
