#include "core/generator/networks.h"

#include "core/generator/checkpoint.h"
#include "core/generator/lora.h"
#include "core/generator/loracontent.h"
#include "core/generator/nn/linear.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace dollygrip::generator {
namespace {

bool startsWithAny(const std::string& name, std::initializer_list<const char*> starts)
{
    return std::any_of(starts.begin(), starts.end(),
                       [&](const char* start) { return name.starts_with(start); });
}

/// On the processor matrices stay as they lie in the file, all else is float32.
at::ScalarType typeOnProcessor(const StoredTensor& stored)
{
    if (stored.shape.size() == 2 && !stored.scale) {
        if (stored.type == NumberType::BF16)
            return at::kBFloat16;
        if (stored.type == NumberType::F16)
            return at::kHalf;
    }
    // Eight bits have no more in them than sixteen hold.
    const bool isBrief = stored.type == NumberType::F8E4M3 || stored.type == NumberType::F8E5M2;
    return isBrief && stored.shape.size() == 2 ? at::kBFloat16 : at::kFloat;
}

/// On a GPU everything is short but what changes visibly: noise level, modulation, first and last
/// layer.
at::ScalarType typeOnGpu(const std::string& name, at::ScalarType brief)
{
    const bool isExact = startsWithAny(name, {"time_embedding.", "time_projection.", "head.",
                                              "patch_embedding.", "vace_patch_embedding."})
                         || name.ends_with("modulation");
    return isExact ? at::kFloat : brief;
}

Result<Loras> lorasOf(const Model& model, std::vector<LoraUse> uses,
                      const std::vector<torch::nn::Module*>& modules)
{
    for (LoraUse& use : uses) {
        const auto path = loraPath(model.folder, use.file);
        if (!path)
            return path.error();
        if (!use.content.empty()) {
            const auto content = loraContent(*path);
            if (!content)
                return content.error();
            if (*content != use.content)
                return Error{ErrorCode::ModelUnusable, *path,
                             "another file of that name than the one that was asked for"};
        }
        use.file = *path;
    }
    return Loras::open(uses, shapesOf(modules));
}

} // namespace

void Networks::use(const Model& model, const std::vector<LoraUse>& loras, const Device& device,
                   bool takesTurns)
{
    const bool isSameModel = model.id == m_model.id && model.folder == m_model.folder;
    if (!isSameModel || loras != m_loras || device.device != m_device.device)
        clear();
    m_model = model;
    m_loras = loras;
    m_device = device;
    m_takesTurns = takesTurns;
    if (takesTurns) // the text encoder's turn is first
        for (Part* part : {&m_denoiserPart, &m_vaePart})
            for (PlacedWeights& weights : part->weights)
                weights.goHome();
}

void Networks::clear()
{
    m_denoiser = {};
    m_denoiserPart = {};
    m_vae = VideoVAE{nullptr};
    m_vaePart = {};
    m_preview = TinyDecoder{nullptr};
    m_previewPart = {};
}

void Networks::bring(Part& part)
{
    if (m_device.device.is_cpu())
        return;
    if (m_takesTurns)
        for (Part* other : {&m_denoiserPart, &m_vaePart})
            if (other != &part)
                for (PlacedWeights& weights : other->weights)
                    weights.goHome();
    const bool isDenoiser = &part == &m_denoiserPart;
    for (PlacedWeights& weights : part.weights)
        weights.bring(m_device.device, [&](const std::string& name) {
            return isDenoiser ? typeOnGpu(name, m_device.dtype) : at::kFloat;
        });
}

std::uint64_t Networks::bytesOnDevice() const
{
    std::uint64_t sum = 0;
    for (const Part* part : {&m_denoiserPart, &m_vaePart})
        for (const PlacedWeights& weights : part->weights)
            sum += weights.isAway() ? weights.bytes() : 0;
    return sum;
}

Result<void> Networks::open(FileRole role, const std::vector<torch::nn::Module*>& modules,
                            Part& part, const KeepGoing& keepGoing)
{
    const ModelFile* file = m_model.file(role);
    if (!file)
        return Error{ErrorCode::ModelIncomplete, m_model.name, toText(role)};
    const auto files = TensorFiles::openNamed(file->path);
    if (!files)
        return files.error();
    Loading loading;
    loading.sharesMap = true;
    loading.typeOf = [role](const std::string&, const StoredTensor& stored) {
        return role == FileRole::Transformer ? typeOnProcessor(stored) : at::kFloat;
    };
    loading.keepGoing = [&] {
        keepGoing();
        return true;
    };
    std::optional<Loras> changes;
    if (role == FileRole::Transformer && !m_loras.empty()) {
        auto opened = lorasOf(m_model, m_loras, modules);
        if (!opened)
            return opened.error();
        changes = std::move(*opened);
        loading.addition = [&](const std::string& name) { return changes->additionTo(name); };
    }
    const LoadReport report = loadInto(modules, *files, loading);
    if (!report.missing.empty() || !report.wrongShape.empty())
        return Error{ErrorCode::ModelIncomplete, file->path, report.summary()};
    if (role == FileRole::Transformer && m_device.device.is_cpu())
        for (torch::nn::Module* module : modules)
            holdWeights(*module, Products::Half);
    part = {};
    for (const torch::nn::Module* module : modules)
        part.weights.emplace_back(*module);
    part.isOpen = true;
    return {};
}

Result<Denoiser*> Networks::denoiser(const KeepGoing& keepGoing)
{
    if (!m_denoiserPart.isOpen) {
        m_denoiser = {VideoTransformer(m_model.transformer), ControlBranch{nullptr}};
        std::vector<torch::nn::Module*> modules{m_denoiser.transformer.get()};
        if (!m_model.transformer.controlLayers.empty()) {
            m_denoiser.branch = ControlBranch(m_model.transformer);
            modules.push_back(m_denoiser.branch.get());
        }
        if (const auto opened = open(FileRole::Transformer, modules, m_denoiserPart, keepGoing);
            !opened)
            return opened.error();
    }
    bring(m_denoiserPart);
    return &m_denoiser;
}

Result<VideoVAE*> Networks::vae(const KeepGoing& keepGoing)
{
    if (!m_vaePart.isOpen) {
        m_vae = VideoVAE(m_model.vae);
        if (const auto opened = open(FileRole::VideoVae, {m_vae.get()}, m_vaePart, keepGoing);
            !opened)
            return opened.error();
        // Of decoding, which hardly shows it; a GPU without bfloat16 would refuse.
        const bool isHalf = m_device.device.is_cpu() || m_device.dtype == at::kBFloat16;
        m_vae->convolving.products = isHalf ? Products::Half : Products::Exact;
    }
    bring(m_vaePart);
    return &m_vae;
}

Result<TinyDecoder*> Networks::previewDecoder(const KeepGoing& keepGoing)
{
    const ModelFile* file = m_model.file(FileRole::PreviewDecoder);
    if (!file)
        return static_cast<TinyDecoder*>(nullptr);
    if (!m_previewPart.isOpen) {
        const auto files = TensorFiles::openNamed(file->path);
        if (!files)
            return files.error();
        const auto config =
            tinyConfigFromShapes([&](const std::string& name) { return files->shapeOf(name); });
        if (!config)
            return Error{ErrorCode::ModelUnusable, file->path, "no small decoder's tensors"};
        m_preview = TinyDecoder(*config);
        if (const auto opened =
                open(FileRole::PreviewDecoder, {m_preview.get()}, m_previewPart, keepGoing);
            !opened)
            return opened.error();
    }
    return &m_preview;
}

} // namespace dollygrip::generator
