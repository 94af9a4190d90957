#include "tests/support/randommodel.h"

#include "core/generator/namemap.h"
#include "tests/support/modelconfigs.h"
#include "tests/support/randomnumbers.h"
#include "tests/support/tensorfilewriter.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace dollygrip::test {
namespace {

using generator::ExpectedTensor;
using generator::FileRole;
using generator::NumberType;
using generator::TensorList;

constexpr std::uint64_t kSpare = std::uint64_t(1) << 30; ///< of the disk that stays free

/// A tensor of a file and where its numbers come from.
struct Piece {
    StoredTensor stored;
    ExpectedTensor original;
    std::uint64_t first = 0; ///< of the original's numbers
};

/// Which numbers a tensor keeps exactly in mixed files: none here but the VAE's.
std::vector<Piece> piecesOf(FileRole role, const std::string& naming, const TensorList& tensors,
                            NumberType type)
{
    std::map<std::string, ExpectedTensor> byName;
    std::vector<std::string> originals;
    for (const ExpectedTensor& tensor : tensors) {
        byName.emplace(tensor.name, tensor);
        originals.push_back(tensor.name);
    }
    std::vector<Piece> pieces;
    if (naming == "original") {
        for (const ExpectedTensor& tensor : tensors)
            pieces.push_back({{tensor.name, type, tensor.shape}, tensor, 0});
        return pieces;
    }
    const generator::NameMap map = generator::nameMapIn(role, naming, originals);
    for (const auto& [name, part] : map.parts) {
        const ExpectedTensor& original = byName.at(part.original);
        Piece piece{{name, type, original.shape}, original, 0};
        auto& shape = piece.stored.shape;
        shape.erase(shape.begin(), shape.begin() + part.leadingAxes);
        shape.front() /= part.parts;
        piece.first = piece.stored.numbers() * std::uint64_t(part.part);
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

Fill fillOf(const std::vector<Piece>& pieces, std::uint64_t seed)
{
    // One tensor's table at a time.
    struct Current {
        std::size_t index = SIZE_MAX;
        std::optional<RandomNumbers> numbers;
    };
    return [&pieces, seed, current = Current()](std::size_t index, std::uint64_t first,
                                                std::span<std::byte> chunk) mutable {
        const Piece& piece = pieces[index];
        if (piece.stored.type == NumberType::U8)
            return;
        if (std::exchange(current.index, index) != index)
            current.numbers.emplace(seed, piece.original.name, piece.original.shape,
                                    piece.stored.type);
        current.numbers->fill(piece.first + first, chunk);
    };
}

class ModelWriter {
public:
    ModelWriter(const ModelRecipe& recipe, const ModelLayout& layout, std::string folder)
        : m_recipe(recipe), m_layout(layout), m_folder(std::move(folder))
    {
    }

    Result<void> write()
    {
        Result<void> done = readTokenizer();
        if (done)
            done = checkRoom();
        if (!done)
            return done;
        if (m_layout.naming == "original")
            return writeOriginal();
        return m_layout.naming == "diffusers" ? writeDiffusers() : writeComfy();
    }

private:
    Result<void> readTokenizer()
    {
        const std::string path = m_layout.tokenizer.empty() ? DOLLYGRIP_SOURCE_DIR
                                     "/tests/data/tokenizer/spiece.model"
                                                            : m_layout.tokenizer;
        std::ifstream stream(path, std::ios::binary);
        m_tokenizer.assign(std::istreambuf_iterator<char>(stream), {});
        if (!stream)
            return Error{ErrorCode::FileUnreadable, path, {}};
        return {};
    }

    Result<void> checkRoom() const
    {
        std::uint64_t bytes = kSpare;
        const std::uint64_t width = generator::sizeOf(m_layout.type);
        bytes += width * parametersOf(tensorsOf(m_recipe.transformer));
        bytes += width * parametersOf(tensorsOf(m_recipe.text));
        bytes += 4 * parametersOf(tensorsOf(m_recipe.vae));
        std::error_code error;
        std::filesystem::create_directories(m_folder, error);
        const std::filesystem::space_info room = std::filesystem::space(m_folder, error);
        if (error)
            return Error{ErrorCode::FileUnwritable, m_folder, error.message()};
        if (room.available < bytes && bytes > 2 * kSpare)
            return Error{ErrorCode::DiskFull, m_folder,
                         std::to_string(bytes >> 20) + " MiB are needed, "
                             + std::to_string(room.available >> 20) + " are free"};
        return {};
    }

    std::string path(const std::string& name) const
    {
        const std::filesystem::path path = std::filesystem::path(m_folder) / name;
        std::error_code error;
        std::filesystem::create_directories(path.parent_path(), error);
        return path.string();
    }

    /// One file, or shards with an index. `name` without its ending.
    Result<void> writeTensors(const std::string& name, const std::vector<Piece>& pieces) const
    {
        std::vector<std::vector<Piece>> shards(1);
        std::uint64_t bytes = 0, total = 0;
        for (const Piece& piece : pieces) {
            if (!shards.back().empty() && bytes + piece.stored.bytes() > m_layout.shard) {
                shards.emplace_back();
                bytes = 0;
            }
            bytes += piece.stored.bytes();
            total += piece.stored.bytes();
            shards.back().push_back(piece);
        }
        std::string map;
        for (std::size_t i = 0; i < shards.size(); ++i) {
            std::string file = name;
            if (shards.size() > 1)
                file += '-' + fiveDigits(i + 1) + "-of-" + fiveDigits(shards.size());
            file += ".safetensors";
            std::vector<StoredTensor> stored;
            for (const Piece& piece : shards[i]) {
                stored.push_back(piece.stored);
                if (!map.empty())
                    map += ',';
                map += jsonText(piece.stored.name) + ':'
                       + jsonText(std::filesystem::path(file).filename().string());
            }
            Fill fill = fillOf(shards[i], m_layout.seed);
            if (!shards[i].empty() && shards[i].back().stored.type == NumberType::U8)
                fill = withTokenizer(std::move(fill), shards[i].size() - 1);
            const Result<void> done = writeSafetensors(path(file), stored, fill);
            if (!done)
                return done;
        }
        if (shards.size() == 1)
            return {};
        return writeText(path(name + ".safetensors.index.json"),
                         std::string(R"({"metadata":{"total_size":)") + std::to_string(total)
                             + R"(},"weight_map":{)" + map + "}}\n");
    }

    Fill withTokenizer(Fill fill, std::size_t index) const
    {
        return [this, fill = std::move(fill), index](std::size_t tensor, std::uint64_t first,
                                                     std::span<std::byte> chunk) {
            if (tensor != index)
                return fill(tensor, first, chunk);
            const auto bytes = std::as_bytes(std::span(m_tokenizer));
            std::copy_n(bytes.begin() + std::ptrdiff_t(first), chunk.size(), chunk.begin());
        };
    }

    Result<void> writeAsPth(const std::string& name, const std::vector<Piece>& pieces) const
    {
        std::vector<StoredTensor> stored;
        for (const Piece& piece : pieces)
            stored.push_back(piece.stored);
        return writePth(path(name), stored, fillOf(pieces, m_layout.seed));
    }

    static std::string fiveDigits(std::size_t number)
    {
        const std::string text = std::to_string(number);
        return std::string(5 - std::min<std::size_t>(5, text.size()), '0') + text;
    }

    Result<void> all(std::initializer_list<std::function<Result<void>()>> steps) const
    {
        for (const auto& step : steps)
            if (Result<void> done = step(); !done)
                return done;
        return {};
    }

    std::vector<Piece> pieces(FileRole role) const
    {
        std::vector<Piece> pieces = wholePieces(role);
        std::erase_if(pieces, [&](const Piece& piece) {
            return std::find(m_layout.leftOut.begin(), m_layout.leftOut.end(), piece.original.name)
                   != m_layout.leftOut.end();
        });
        if (role == FileRole::Transformer)
            for (const std::string& name : m_layout.added)
                pieces.push_back({{name, m_layout.type, {2, 3}}, {name, {2, 3}, false}, 0});
        return pieces;
    }

    std::vector<Piece> wholePieces(FileRole role) const
    {
        const std::string& naming = m_layout.naming;
        const bool isDiffusers = naming == "diffusers";
        switch (role) {
        case FileRole::VideoVae:
            return piecesOf(role, naming, tensorsOf(m_recipe.vae), NumberType::F32);
        case FileRole::TextEncoder:
            return piecesOf(role, isDiffusers ? "transformers" : naming, tensorsOf(m_recipe.text),
                            m_layout.type);
        case FileRole::ClipEncoder:
            return piecesOf(role, isDiffusers ? "transformers" : naming, tensorsOf(*m_recipe.clip),
                            NumberType::F16);
        default: return piecesOf(role, naming, tensorsOf(m_recipe.transformer), m_layout.type);
        }
    }

    Result<void> writeOriginal() const
    {
        return all({
            [&] { return writeText(path("config.json"), originalConfig(m_recipe)); },
            [&] { return writeTensors("diffusion_pytorch_model", pieces(FileRole::Transformer)); },
            [&] { return writeAsPth("Wan2.1_VAE.pth", pieces(FileRole::VideoVae)); },
            [&] {
                return writeAsPth("models_t5_umt5-xxl-enc-bf16.pth", pieces(FileRole::TextEncoder));
            },
            [&] { return writeText(path("google/umt5-xxl/spiece.model"), m_tokenizer); },
            [&] {
                return m_recipe.clip
                           ? writeAsPth("models_clip_open-clip-xlm-roberta-large-vit-huge-14.pth",
                                        pieces(FileRole::ClipEncoder))
                           : Result<void>();
            },
        });
    }

    Result<void> writeDiffusers() const
    {
        return all({
            [&] { return writeText(path("model_index.json"), modelIndex(m_recipe)); },
            [&] { return writeText(path("transformer/config.json"), diffusersConfig(m_recipe)); },
            [&] {
                return writeTensors("transformer/diffusion_pytorch_model",
                                    pieces(FileRole::Transformer));
            },
            [&] { return writeText(path("vae/config.json"), vaeConfigText(m_recipe)); },
            [&] { return writeTensors("vae/diffusion_pytorch_model", pieces(FileRole::VideoVae)); },
            [&] { return writeText(path("text_encoder/config.json"), textConfigText(m_recipe)); },
            [&] { return writeTensors("text_encoder/model", pieces(FileRole::TextEncoder)); },
            [&] { return writeText(path("tokenizer/spiece.model"), m_tokenizer); },
            [&] {
                return m_recipe.clip
                           ? writeTensors("image_encoder/model", pieces(FileRole::ClipEncoder))
                           : Result<void>();
            },
        });
    }

    Result<void> writeComfy() const
    {
        const std::string type = m_layout.type == NumberType::BF16  ? "_bf16"
                                 : m_layout.type == NumberType::F16 ? "_fp16"
                                                                    : "_fp32";
        std::vector<Piece> text = pieces(FileRole::TextEncoder);
        text.push_back(
            {{"spiece_model", NumberType::U8, {std::int64_t(m_tokenizer.size())}}, {}, 0});
        return all({
            [&] {
                return writeTensors("diffusion_models/" + m_recipe.comfyName + type,
                                    pieces(FileRole::Transformer));
            },
            [&] { return writeTensors("vae/wan_2.1_vae", pieces(FileRole::VideoVae)); },
            [&] { return writeTensors("text_encoders/umt5_xxl" + type, text); },
            [&] {
                return m_recipe.clip ? writeTensors("clip_vision/clip_vision_h",
                                                    pieces(FileRole::ClipEncoder))
                                     : Result<void>();
            },
        });
    }

    const ModelRecipe& m_recipe;
    const ModelLayout& m_layout;
    std::string m_folder;
    std::string m_tokenizer;
};

} // namespace

Result<void> writeRandomModel(const ModelRecipe& recipe, const ModelLayout& layout,
                              const std::string& folder)
{
    return ModelWriter(recipe, layout, folder).write();
}

} // namespace dollygrip::test
