#include "core/generator/modelfolder.h"

#include "core/base/contenthash.h"
#include "core/generator/modelkinds.h"
#include "core/generator/modelscan.h"
#include "core/generator/nn/tensorlist.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <functional>
#include <tuple>
#include <utility>

namespace dollygrip::generator {
namespace {

/// A file that was compared with the network it should hold.
struct CheckedFile {
    FoundFile found;
    TransformerConfig transformer;
    VaeConfig vae;
    TextConfig text;
    ClipConfig clip;
    bool isMeasured = false; ///< the one of its role stands above
};

Error mixed(const std::string& path, std::string detail)
{
    return Error{ErrorCode::ModelMixed, path, std::move(detail)};
}

void compare(CheckedFile& file, const TensorList& expected)
{
    Differences found = differences(expected, file.found.shapes);
    file.found.file.missing = std::move(found.missing);
    file.found.file.unexpected = std::move(found.unexpected);
    file.found.file.wrongShape = std::move(found.wrongShape);
    file.isMeasured = true;
}

void checkTransformer(CheckedFile& file, bool isAlone)
{
    const std::string& path = file.found.file.path;
    auto config = transformerOf(file.found.config, file.found.shapes);
    // One configuration beside several networks may be another's.
    if (!config && !isAlone)
        config = transformerOf(Json(), file.found.shapes);
    if (!config) {
        file.found.file.fault = mixed(path, config.error().detail);
        return;
    }
    file.transformer = *config;
    compare(file, tensorsOf(*config));
    if (const std::string strange = strangenessOf(*config, file.found.words); !strange.empty())
        file.found.file.fault = Error{ErrorCode::ModelUnusable, path, strange};
}

void checkText(CheckedFile& file)
{
    const std::optional<TextConfig> config = textOf(file.found.shapes);
    if (!config) {
        file.found.file.fault =
            mixed(file.found.file.path, "a text encoder of another family, not UMT5");
        return;
    }
    file.text = *config;
    // UMT5 has a position bias in every layer; T5 has one for all, which its file puts in the
    // first.
    const auto hasPositions = [&](std::int64_t layer) {
        return file.found.shapes.contains("blocks." + std::to_string(layer)
                                          + ".pos_embedding.embedding.weight");
    };
    std::int64_t with = 0;
    for (std::int64_t layer = 0; layer < config->layers; ++layer)
        with += hasPositions(layer) ? 1 : 0;
    if (config->sharedPositions || (config->layers > 1 && with <= 1)) {
        file.found.file.fault =
            mixed(file.found.file.path,
                  "a T5 of " + std::to_string(config->vocabulary) + " words, not UMT5");
        return;
    }
    compare(file, tensorsOf(*config));
}

void check(CheckedFile& file, bool isAlone)
{
    if (file.found.file.fault)
        return;
    const std::string& path = file.found.file.path;
    switch (file.found.file.role) {
    case FileRole::Transformer: checkTransformer(file, isAlone); break;
    case FileRole::TextEncoder: checkText(file); break;
    case FileRole::VideoVae:
        if (const auto config = vaeOf(file.found.shapes)) {
            file.vae = *config;
            compare(file, tensorsOf(*config));
        } else {
            file.found.file.fault = mixed(path, "a VAE of another family");
        }
        break;
    case FileRole::ClipEncoder:
        if (const auto config = clipOf(file.found.shapes)) {
            file.clip = *config;
            compare(file, tensorsOf(*config));
        } else {
            file.found.file.fault = mixed(path, "no visual tower of CLIP");
        }
        break;
    default: file.isMeasured = true;
    }
}

/// Steps from one folder up and down to another.
int distance(const std::string& from, const std::string& to)
{
    const std::filesystem::path a(from), b(to);
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return int(std::distance(x, a.end()) + std::distance(y, b.end()));
}

/// Makes models of what was found.
class Assembly {
public:
    explicit Assembly(ModelScan scan)
        : m_folder(std::move(scan.folder)), m_tokenizers(std::move(scan.tokenizers))
    {
        for (FoundFile& found : scan.files)
            m_files.push_back({std::move(found), {}, {}, {}, {}, false});
        for (CheckedFile& file : m_files) {
            const auto isNeighbour = [&](const CheckedFile& other) {
                return other.found.file.role == FileRole::Transformer
                       && other.found.folder == file.found.folder;
            };
            check(file, std::count_if(m_files.begin(), m_files.end(), isNeighbour) < 2);
        }
    }

    std::vector<Model> models()
    {
        std::vector<Model> out;
        for (const CheckedFile& file : m_files)
            if (file.found.file.role == FileRole::Transformer)
                out.push_back(modelOf(&file));
        const bool hasParts =
            std::any_of(m_files.begin(), m_files.end(), [](const CheckedFile& file) {
                return file.isMeasured
                       && (file.found.file.role == FileRole::VideoVae
                           || file.found.file.role == FileRole::TextEncoder);
            });
        if (out.empty() && hasParts)
            out.push_back(modelOf(nullptr));
        return out;
    }

private:
    using Fits = std::function<std::string(const CheckedFile&)>; ///< why not; empty: it does

    /// The best file of a role: one that fits and is whole, then the nearest, then one of 16 bits
    /// before smaller ones. Null when there is none.
    const CheckedFile* best(FileRole role, const std::string& folder, const Fits& fits) const
    {
        const CheckedFile* chosen = nullptr;
        const auto rank = [&](const CheckedFile& file) {
            return std::tuple(!file.isMeasured || !fits(file).empty(), !file.found.file.isWhole(),
                              distance(folder, file.found.folder), file.found.width < 1.9,
                              file.found.file.path);
        };
        for (const CheckedFile& file : m_files)
            if (file.found.file.role == role && (!chosen || rank(file) < rank(*chosen)))
                chosen = &file;
        return chosen;
    }

    /// Adds the best file of a role, with what speaks against it. False when there is none.
    const CheckedFile* add(Model& model, FileRole role, bool isOptional, const Fits& fits)
    {
        const CheckedFile* file = best(role, homeOf(model), fits);
        if (!file)
            return nullptr;
        ModelFile entry = file->found.file;
        if (const std::string reason = fits(*file); !entry.fault && !reason.empty())
            entry.fault = mixed(entry.path, reason);
        if (isOptional && !entry.isWhole())
            return nullptr;
        model.files.push_back(std::move(entry));
        return file;
    }

    /// The folder that its transformer lies in.
    std::string homeOf(const Model& model) const
    {
        const ModelFile* const transformer = model.file(FileRole::Transformer);
        for (const CheckedFile& file : m_files)
            if (transformer && file.found.file.path == transformer->path)
                return file.found.folder;
        return m_files.front().found.folder;
    }

    Model modelOf(const CheckedFile* transformer)
    {
        Model model;
        model.folder = m_folder;
        std::string prints;
        if (transformer) {
            model.transformer = transformer->transformer;
            model.files.push_back(transformer->found.file);
            prints += transformer->found.print;
        } else { // as if the recommended one were to come
            model.transformer.dim = 1536;
            model.transformer.controlLayers = {0};
        }
        if (transformer && !transformer->isMeasured) {
            model.name = std::filesystem::relative(transformer->found.file.path, m_folder).string();
        } else {
            model.parameters = transformer ? parametersOf(tensorsOf(model.transformer)) : 0;
            model.family = familyOf(model.transformer);
            describe(model, transformer ? transformer->found.words : std::vector<std::string>());
        }
        prints += addParts(model);
        addTokenizer(model);
        for (const CheckedFile& file : m_files)
            if (file.found.file.role == FileRole::Lora)
                model.files.push_back(file.found.file);
        for (const WantedFile& wanted : filesOf(model))
            if (!model.file(wanted.role))
                model.wanted.push_back(wanted);
        model.id = slug(model.name) + '-' + contentHash(prints).toText().substr(0, 12);
        if (!transformer)
            model.transformer = {};
        return model;
    }

    /// VAE, text and picture encoder, preview decoder. Gives their prints.
    std::string addParts(Model& model)
    {
        const TransformerConfig& config = model.transformer;
        const ModelFile* const transformer = model.file(FileRole::Transformer);
        const bool isKnown = config.layers > 0 && transformer
                             && std::find(transformer->missing.begin(), transformer->missing.end(),
                                          "text_embedding.0.weight")
                                    == transformer->missing.end();
        const auto differs = [](const char* what, std::int64_t has, std::int64_t wants) {
            return has == wants ? std::string()
                                : std::string(what) + std::to_string(has)
                                      + " where the transformer takes " + std::to_string(wants);
        };
        std::string prints;
        if (const CheckedFile* file =
                add(model, FileRole::VideoVae, false, [&](const CheckedFile& vae) {
                    return differs("its latents have channels: ", vae.vae.zDim, 16);
                })) {
            model.vae = file->vae;
            prints += file->found.print;
        }
        if (const CheckedFile* file =
                add(model, FileRole::TextEncoder, false, [&](const CheckedFile& text) {
                    return isKnown
                               ? differs("its words are as wide as ", text.text.dim, config.textDim)
                               : std::string();
                })) {
            model.text = file->text;
            prints += file->found.print;
        }
        if (config.imageDim > 0) {
            const bool isOptional = model.family != ModelFamily::ImageToVideo
                                    && model.family != ModelFamily::FirstLastToVideo;
            if (const CheckedFile* file =
                    add(model, FileRole::ClipEncoder, isOptional, [&](const CheckedFile& clip) {
                        return differs("its patches are as wide as ", clip.clip.dim,
                                       config.imageDim);
                    }))
                prints += file->found.print;
        }
        add(model, FileRole::PreviewDecoder, true,
            [](const CheckedFile&) { return std::string(); });
        return prints;
    }

    /// The one within the text encoder's file, else the nearest.
    void addTokenizer(Model& model) const
    {
        const ModelFile* const text = model.file(FileRole::TextEncoder);
        for (const CheckedFile& file : m_files)
            if (text && file.found.file.path == text->path && file.found.hasTokenizer) {
                model.files.push_back(
                    {FileRole::Tokenizer, text->path, "comfyui", 0, {}, {}, {}, {}});
                return;
            }
        const std::string from =
            text ? std::filesystem::path(text->path).parent_path().string() : homeOf(model);
        const auto nearest = std::min_element(
            m_tokenizers.begin(), m_tokenizers.end(), [&](const ModelFile& a, const ModelFile& b) {
                return distance(from, std::filesystem::path(a.path).parent_path().string())
                       < distance(from, std::filesystem::path(b.path).parent_path().string());
            });
        if (nearest != m_tokenizers.end())
            model.files.push_back(*nearest);
    }

    static std::string slug(const std::string& name)
    {
        std::string out;
        for (const char c : name) {
            const auto letter = static_cast<unsigned char>(c);
            if (std::isalnum(letter) || c == '.')
                out += char(std::tolower(letter));
            else if (!out.empty() && out.back() != '-')
                out += '-';
        }
        return out;
    }

    std::string m_folder;
    std::vector<CheckedFile> m_files;
    std::vector<ModelFile> m_tokenizers;
};

/// "3 tensors are missing, first blocks.0.ffn.2.weight"
std::string counted(const std::vector<std::string>& names, const char* what)
{
    return std::to_string(names.size()) + (names.size() == 1 ? " tensor " : " tensors ") + what
           + ", first " + names.front();
}

Result<void> checkFile(const Model& model, const ModelFile& file)
{
    const std::string name = std::filesystem::path(file.path).filename().string();
    if (!file.missing.empty())
        return Error{ErrorCode::ModelIncomplete, model.name,
                     name + ": " + counted(file.missing, "missing")};
    if (!file.wrongShape.empty())
        return mixed(file.path, counted(file.wrongShape, "of another shape"));
    if (!file.unexpected.empty())
        return mixed(file.path, counted(file.unexpected, "that no known network has"));
    return {};
}

} // namespace

const ModelFile* Model::file(FileRole role) const
{
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const ModelFile& file) { return file.role == role; });
    return found == files.end() ? nullptr : &*found;
}

Result<void> Model::checkWhole() const
{
    for (const ModelFile& file : files)
        if (file.role != FileRole::Lora && file.fault)
            return *file.fault;
    for (const ModelFile& file : files)
        if (file.role != FileRole::Lora)
            if (Result<void> whole = checkFile(*this, file); !whole)
                return whole;
    for (const WantedFile& file : wanted)
        if (!file.isOptional)
            return Error{ErrorCode::ModelIncomplete, name, file.name + " is not there"};
    return {};
}

Result<std::vector<Model>> modelsIn(const std::string& folder)
{
    Result<ModelScan> scan = scanModels(folder);
    if (!scan)
        return scan.error();
    std::vector<Model> models = Assembly(std::move(*scan)).models();
    std::stable_sort(models.begin(), models.end(), [](const Model& a, const Model& b) {
        return std::pair(!a.isWhole(), a.name) < std::pair(!b.isWhole(), b.name);
    });
    return models;
}

std::vector<WantedFile> filesToBegin()
{
    Model model;
    model.family = ModelFamily::Vace;
    model.transformer.dim = 1536;
    std::vector<WantedFile> files = filesOf(model);
    files.push_back({FileRole::Transformer, "Wan2.1_T2V_1.3B_SelfForcing_DMD_VACE-FP16.safetensors",
                     "lym00/Wan2.1_T2V_1.3B_SelfForcing_VACE", 4'344'793'432, true});
    return files;
}

std::string toText(ModelFamily family)
{
    switch (family) {
    case ModelFamily::TextToVideo: return "text-to-video";
    case ModelFamily::ImageToVideo: return "image-to-video";
    case ModelFamily::FirstLastToVideo: return "first-last-to-video";
    case ModelFamily::Vace: return "vace";
    case ModelFamily::FunControl: return "fun-control";
    case ModelFamily::FunCamera: break;
    }
    return "fun-camera";
}

std::string toText(FileRole role)
{
    switch (role) {
    case FileRole::Transformer: return "transformer";
    case FileRole::VideoVae: return "vae";
    case FileRole::TextEncoder: return "text-encoder";
    case FileRole::Tokenizer: return "tokenizer";
    case FileRole::ClipEncoder: return "clip";
    case FileRole::PreviewDecoder: return "preview";
    case FileRole::Lora: break;
    }
    return "lora";
}

} // namespace dollygrip::generator
