#include "core/generator/modelscan.h"

#include "core/base/contenthash.h"
#include "core/generator/tensorfiles.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace dollygrip::generator {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 6;          ///< folders within the folder
constexpr int kMostEntries = 50'000; ///< somebody chose the whole disk
constexpr std::size_t kSamples = 16; ///< tensors of a file that are looked into
constexpr std::size_t kSampleBytes = 32;
constexpr std::uintmax_t kLargestConfig = 1 << 20;

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            words.back() += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

/// "x-00002-of-00006" -> "x"; the name itself otherwise.
std::string withoutShard(const std::string& stem)
{
    const std::size_t of = stem.rfind("-of-");
    if (of == std::string::npos || of < 6 || stem[of - 6] != '-')
        return stem;
    const auto isNumber = [&](std::size_t from, std::size_t to) {
        return to > from
               && std::all_of(stem.begin() + std::ptrdiff_t(from),
                              stem.begin() + std::ptrdiff_t(to),
                              [](unsigned char c) { return std::isdigit(c) != 0; });
    };
    return isNumber(of - 5, of) && isNumber(of + 4, stem.size()) ? stem.substr(0, of - 6) : stem;
}

/// Everything in the folder that may be of a model, each group of shards as one.
class Walk {
public:
    struct Candidate {
        std::string path; ///< as TensorFiles::open takes it
        std::uint64_t bytes = 0;
        std::string fault; ///< shards that cannot be put together: why
    };

    Result<void> through(const fs::path& folder)
    {
        std::error_code error;
        if (!fs::exists(folder, error))
            return Error{ErrorCode::FileNotFound, folder.string(), {}};
        visit(folder, 0, error);
        if (error)
            return Error{ErrorCode::FileUnreadable, folder.string(), error.message()};
        return {};
    }
    std::vector<Candidate> candidates()
    {
        std::vector<Candidate> out;
        for (const auto& [index, shards] : m_indices) {
            Candidate candidate{index, 0, {}};
            for (const std::string& shard : shards)
                candidate.bytes += takeOut(shard);
            out.push_back(candidate);
        }
        std::map<std::string, std::vector<std::string>> groups;
        for (const auto& [path, bytes] : m_files) {
            const fs::path file(path);
            const std::string bare = withoutShard(file.stem().string());
            groups[(file.parent_path() / (bare + file.extension().string())).string()].push_back(
                path);
        }
        for (const auto& [name, paths] : groups)
            out.push_back(together(paths));
        std::sort(out.begin(), out.end(),
                  [](const auto& a, const auto& b) { return a.path < b.path; });
        return out;
    }
    const std::vector<std::string>& tokenizers() const { return m_tokenizers; }

private:
    /// A file of its own, or shards that have no index: TensorFiles takes the folder when it holds
    /// all of them and nothing else.
    Candidate together(const std::vector<std::string>& paths) const
    {
        Candidate out{paths.front(), 0, {}};
        for (const std::string& path : paths)
            out.bytes += m_files.at(path);
        const fs::path first(paths.front());
        const std::string stem = first.stem().string();
        if (withoutShard(stem) == stem)
            return out;
        const std::size_t all = std::strtoul(stem.c_str() + stem.rfind("-of-") + 4, nullptr, 10);
        if (paths.size() != all) {
            out.fault = std::to_string(paths.size()) + " of its " + std::to_string(all)
                        + " parts are there";
            return out;
        }
        const auto isBeside = [&](const auto& file) {
            return fs::path(file.first).parent_path() == first.parent_path()
                   && fs::path(file.first).extension() == first.extension();
        };
        if (std::size_t(std::count_if(m_files.begin(), m_files.end(), isBeside)) != all)
            out.fault = "the index of its parts (.index.json) is not there";
        else if (all > 1)
            out.path = first.parent_path().string();
        return out;
    }

    void visit(const fs::path& folder, int depth, std::error_code& error)
    {
        const fs::path real = fs::canonical(folder, error);
        if (error || !m_seen.insert(real.string()).second)
            return;
        for (fs::directory_iterator at(folder, error), end; !error && at != end;
             at.increment(error)) {
            if (++m_entries > kMostEntries)
                return;
            const fs::path path = at->path();
            if (path.filename().string().starts_with('.'))
                continue;
            std::error_code quiet; // one that may not be read does not hide the others
            if (at->is_directory(quiet)) {
                if (depth < kDeepest)
                    visit(path, depth + 1, quiet);
            } else if (at->is_regular_file(quiet)) {
                file(path, at->file_size(quiet));
            }
        }
    }
    void file(const fs::path& path, std::uintmax_t bytes)
    {
        const std::string name = path.filename().string(), type = path.extension().string();
        if (name.ends_with(".safetensors.index.json") || name.ends_with(".bin.index.json"))
            m_indices[path.string()] = shardsOf(path);
        else if (type == ".safetensors" || type == ".pth" || type == ".pt" || type == ".ckpt"
                 || (type == ".bin" && name.starts_with("pytorch_model")))
            m_files[path.string()] = bytes;
        else if (name == "spiece.model" || name == "sentencepiece.bpe.model"
                 || (type == ".model" && name.find("umt5") != std::string::npos))
            m_tokenizers.push_back(path.string());
    }
    static std::set<std::string> shardsOf(const fs::path& index)
    {
        std::ifstream stream(index, std::ios::binary);
        const Result<Json> json =
            Json::parse(std::string{std::istreambuf_iterator<char>(stream), {}});
        std::set<std::string> shards;
        const Json* const map = json ? json->find("weight_map") : nullptr;
        if (map && map->object())
            for (const auto& [tensor, file] : *map->object())
                if (file.string())
                    shards.insert((index.parent_path() / *file.string()).string());
        return shards;
    }
    std::uint64_t takeOut(const std::string& path)
    {
        const auto found = m_files.find(path);
        if (found == m_files.end())
            return 0;
        const std::uint64_t bytes = found->second;
        m_files.erase(found);
        return bytes;
    }

    int m_entries = 0;
    std::set<std::string> m_seen;
    std::map<std::string, std::uint64_t> m_files;
    std::map<std::string, std::set<std::string>> m_indices;
    std::vector<std::string> m_tokenizers;
};

Json configBeside(const fs::path& folder)
{
    const fs::path path = folder / "config.json";
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(path, error);
    if (error || bytes > kLargestConfig)
        return {};
    std::ifstream stream(path, std::ios::binary);
    Result<Json> json = Json::parse(std::string{std::istreambuf_iterator<char>(stream), {}});
    return json ? std::move(*json) : Json();
}

/// What a file that cannot be read says of itself by its name; nothing when it says nothing.
std::optional<FileRole> roleByWords(const std::vector<std::string>& words)
{
    const auto speaksOf = [&](std::initializer_list<std::string_view> starts) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return std::any_of(starts.begin(), starts.end(),
                               [&](std::string_view start) { return word.starts_with(start); });
        });
    };
    if (speaksOf({"lora"}))
        return FileRole::Lora;
    if (speaksOf({"taew", "taehv"}))
        return FileRole::PreviewDecoder;
    if (speaksOf({"umt5", "t5"}))
        return FileRole::TextEncoder;
    if (speaksOf({"clip"}))
        return FileRole::ClipEncoder;
    if (speaksOf({"vae"}))
        return FileRole::VideoVae;
    if (speaksOf({"text"}))
        return FileRole::TextEncoder;
    if (speaksOf({"wan", "vace", "transformer", "diffusion"}))
        return FileRole::Transformer;
    return std::nullopt;
}

/// What is wrong with files that could not be opened, in the words of models.
Error faultOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return Error{ErrorCode::ModelIncomplete, error.subject, "this file is not there"};
    case ErrorCode::ModelUnusable:
        if (error.detail.find("two files") != std::string::npos)
            return Error{ErrorCode::ModelMixed, error.subject, error.detail};
        return Error{ErrorCode::ModelDamaged, error.subject, error.detail};
    default: return error;
    }
}

/// Names, types and shapes of all tensors, and the first numbers of some: two files of one shape
/// with other weights differ there.
std::string printOf(const TensorFiles::Tensors& tensors)
{
    std::string text;
    const std::size_t step = std::max<std::size_t>(1, tensors.size() / kSamples);
    std::size_t index = 0;
    for (const auto& [name, tensor] : tensors) {
        text += name + ':' + std::to_string(int(tensor.type));
        for (const std::int64_t side : tensor.shape)
            text += ',' + std::to_string(side);
        const StoredTensor& first = tensor.pieces.empty() ? tensor : tensor.pieces.front();
        if (index++ % step == 0)
            for (const std::byte byte :
                 first.bytes.first(std::min(kSampleBytes, first.bytes.size())))
                text += char(byte);
        text += '\n';
    }
    return contentHash(text).toText();
}

std::optional<FoundFile> foundFile(const Walk::Candidate& candidate, const fs::path& root)
{
    const fs::path path(candidate.path);
    FoundFile found;
    found.file.path = candidate.path;
    found.file.bytes = candidate.bytes;
    std::error_code error;
    const bool isFolder = fs::is_directory(path, error);
    found.folder = isFolder ? path.string() : path.parent_path().string();
    found.words = wordsOf(root.filename().string() + '/' + fs::relative(path, root).string());
    found.config = configBeside(found.folder);
    const std::optional<FileRole> claimed = roleByWords(found.words);
    const Result<TensorFiles> files =
        candidate.fault.empty()
            ? TensorFiles::open(candidate.path)
            : Error{ErrorCode::ModelIncomplete, candidate.path, candidate.fault};
    if (!files) {
        found.file.role = claimed.value_or(FileRole::Transformer);
        found.file.fault = faultOf(files.error());
        return found;
    }
    const std::optional<NameMap> map = nameMapOf(files->names());
    if (!map) {
        if (!claimed || *claimed == FileRole::Lora)
            return std::nullopt;
        found.file.role = *claimed;
        found.file.fault = Error{ErrorCode::ModelMixed, candidate.path,
                                 "its tensors are of no network that is known here, first "
                                     + (files->names().empty() ? "none" : files->names().front())};
        return found;
    }
    found.file.role = map->role;
    found.file.naming = map->naming;
    found.hasTokenizer =
        std::find(map->ignored.begin(), map->ignored.end(), "spiece_model") != map->ignored.end();
    const TensorFiles named = map->role == FileRole::Lora ? *files : files->named(*map);
    std::uint64_t numbers = 0;
    for (const auto& [name, tensor] : named.tensors()) {
        found.shapes.emplace(name, tensor.shape);
        numbers += countOf(tensor.shape).value_or(0);
    }
    found.width = numbers > 0 ? double(named.byteCount()) / double(numbers) : 0;
    found.print = printOf(named.tensors());
    return found;
}

} // namespace

Result<ModelScan> scanModels(const std::string& folder)
{
    Walk walk;
    std::error_code error;
    fs::path root = fs::absolute(folder, error).lexically_normal();
    if (!root.has_filename()) // "models/"
        root = root.parent_path();
    if (const Result<void> walked = walk.through(root); !walked)
        return walked.error();
    ModelScan scan;
    scan.folder = root.string();
    for (const Walk::Candidate& candidate : walk.candidates())
        if (std::optional<FoundFile> found = foundFile(candidate, root))
            scan.files.push_back(std::move(*found));
    for (const std::string& path : walk.tokenizers())
        scan.tokenizers.push_back({FileRole::Tokenizer,
                                   path,
                                   "original",
                                   std::uint64_t(fs::file_size(path, error)),
                                   {},
                                   {},
                                   {},
                                   {}});
    std::sort(scan.tokenizers.begin(), scan.tokenizers.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return scan;
}

} // namespace dollygrip::generator
