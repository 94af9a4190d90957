#pragma once

#include "core/generator/device.h"
#include "core/generator/modelfolder.h"
#include "core/generator/nn/controlbranch.h"
#include "core/generator/nn/tinydecoder.h"
#include "core/generator/nn/videotransformer.h"
#include "core/generator/nn/videovae.h"
#include "core/generator/placedweights.h"

#include <functional>
#include <vector>

namespace dollygrip::generator {

/// The transformer and, where the model has one, its control branch.
struct Denoiser {
    VideoTransformer transformer{nullptr};
    ControlBranch branch{nullptr};
};

/// The networks of one model: opened when they are first asked for, kept from job to job, so that a
/// second draft begins at once. On the processor weights stay in the files' maps wherever they can
/// be used as they lie there; on a GPU they are copied, and taken away again when memory is short.
/// Generator thread only.
class Networks {
public:
    /// From now on this model's, on that device; another one's are let go of. `takesTurns`: only
    /// one network is on the device at a time.
    void use(const Model& model, const std::vector<LoraUse>& loras, const Device& device,
             bool takesTurns);
    /// Lets go of all.
    void clear();

    /// Asked while tensors are read; may throw to end it.
    using KeepGoing = std::function<void()>;
    /// Errors of all: ModelIncomplete, ModelUnusable, ModelDamaged, those of files. What they give
    /// stays theirs, and on the device until another is asked for.
    Result<Denoiser*> denoiser(const KeepGoing& keepGoing);
    Result<VideoVAE*> vae(const KeepGoing& keepGoing);

    /// The small decoder for pictures on the way; null where the model has none. Always at home.
    Result<TinyDecoder*> previewDecoder(const KeepGoing& keepGoing);

    /// What they take of a GPU's memory now.
    std::uint64_t bytesOnDevice() const;
    const Device& device() const { return m_device; }

private:
    struct Part {
        std::vector<PlacedWeights> weights; ///< of each module
        bool isOpen = false;
    };
    void bring(Part& part);
    Result<void> open(FileRole role, const std::vector<torch::nn::Module*>& modules, Part& part,
                      const KeepGoing& keepGoing);

    Model m_model;
    std::vector<LoraUse> m_loras;
    Device m_device;
    bool m_takesTurns = false;
    Part m_denoiserPart;
    Denoiser m_denoiser;
    Part m_vaePart;
    VideoVAE m_vae{nullptr};
    Part m_previewPart;
    TinyDecoder m_preview{nullptr};
};

} // namespace dollygrip::generator
