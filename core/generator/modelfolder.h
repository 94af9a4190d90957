#pragma once

#include "core/base/error.h"
#include "core/generator/nn/textconfig.h"
#include "core/generator/nn/transformerconfig.h"
#include "core/generator/nn/vaeconfig.h"
#include "core/generator/request.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// What a transformer's tensors say that it takes.
enum class ModelFamily {
    TextToVideo,
    ImageToVideo,     ///< 36 channels in, picture attention (also Wan-Move and ATI)
    FirstLastToVideo, ///< the same with two pictures
    Vace,             ///< control branch: control video, mask, references
    FunControl,       ///< control video and start picture, 48 channels in
    FunCamera         ///< Plücker rays through an adapter, 32 channels in
};
std::string toText(ModelFamily family);

/// What a file of a model folder is for.
enum class FileRole {
    Transformer,
    VideoVae,
    TextEncoder,
    Tokenizer,
    ClipEncoder,
    PreviewDecoder,
    Lora
};
std::string toText(FileRole role);

/// One file (or index with its shards) of a model.
struct ModelFile {
    FileRole role = FileRole::Transformer;
    std::string path;   ///< what TensorFiles::open takes; a plain file for the tokenizer
    std::string naming; ///< "original", "diffusers", "comfyui", "transformers"
    std::uint64_t bytes = 0;
    std::vector<std::string> missing; ///< tensors, original names
    std::vector<std::string> unexpected;
    std::vector<std::string> wrongShape;
    /// Why it cannot be used whatever tensors it has: ModelDamaged (cut off, a header that lies),
    /// ModelIncomplete (a shard is not there), ModelMixed (of another model or family).
    std::optional<Error> fault;

    bool isWhole() const
    {
        return !fault && missing.empty() && unexpected.empty() && wrongShape.empty();
    }
};

/// A file that somebody has to get, as its publisher names it.
struct WantedFile {
    FileRole role = FileRole::Transformer;
    std::string name;
    std::string source; ///< "Wan-AI/Wan2.1-VACE-1.3B"
    std::uint64_t bytes = 0;
    bool isOptional = false;
};

/// One model of a folder: a transformer and what it needs beside it.
struct Model {
    std::string id;     ///< name and fingerprint of its headers; the same on every machine
    std::string name;   ///< for people: "Wan 2.1 VACE 1.3B"
    std::string folder; ///< that was searched: modelsIn(folder) finds it again
    ModelFamily family = ModelFamily::TextToVideo;
    bool isDistilled = false;       ///< few steps, no guidance
    std::vector<ModelFile> files;   ///< one of each role but Lora
    std::vector<WantedFile> wanted; ///< what is not there; whole when only optional ones are left
    std::uint64_t parameters = 0;   ///< of the transformer with its control branch
    Sampling defaults;              ///< every member set
    int width = 832;                ///< largest picture it was made for, multiples of 16
    int height = 480;
    int frames = 81; ///< its window, 4n+1
    double framesPerSecond = 16;
    conditioning::TrackMethod tracks = conditioning::TrackMethod::None;
    TransformerConfig transformer; ///< as the tensors' shapes tell; likewise the other two
    VaeConfig vae;
    TextConfig text;

    bool isWhole() const { return checkWhole().has_value(); }
    /// What keeps it from being used, the gravest first: ModelDamaged, ModelMixed,
    /// ModelIncomplete.
    Result<void> checkWhole() const;
    /// Null when it has none.
    const ModelFile* file(FileRole role) const;
};

/// All models of a folder and the folders in it, whole ones first; empty when there is none. Reads
/// headers, and a few numbers that tell apart what differs in its weights alone. What a file is for
/// its tensors say; only what they cannot say (Wan-Move, ATI, distilled) is taken from its name.
/// Errors: FileNotFound, FileUnreadable. A broken file becomes a model that is not whole, and so
/// do a VAE and a text encoder without a transformer.
Result<std::vector<Model>> modelsIn(const std::string& folder);

/// What to get for a first model: VACE 1.3B.
std::vector<WantedFile> filesToBegin();

/// Do these words (of a file's or folder's name) speak of weights for few steps?
bool isFewStepName(std::string_view name);

/// Where and in which numbers networks work.
enum class Arithmetic {
    Processor, ///< weights as they lie in the file, all else float32
    GpuHalf,   ///< bfloat16
    GpuSingle  ///< float32: a GPU that has no bfloat16
};

/// Peak memory of a job, in bytes, by its parts: weights that stay, the text encoder while it
/// works, sampling at this size, the VAE. On a GPU what is not in use lies in main memory. The
/// size is the model's: multiples of 16, frames 4n+1 and within its window.
struct MemoryNeed {
    std::uint64_t text = 0;
    std::uint64_t sampling = 0;
    std::uint64_t decoding = 0;
    std::uint64_t peak() const;
};
MemoryNeed memoryNeed(const Model& model, int width, int height, int frames, Arithmetic arithmetic);

} // namespace dollygrip::generator
