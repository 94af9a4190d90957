#include "core/generator/tensorfiles.h"

#include "core/base/json.h"
#include "core/generator/mappedfile.h"
#include "core/generator/pthfile.h"
#include "core/generator/safetensors.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

namespace dollygrip::generator {
namespace {

Error unusable(const std::string& path, std::string detail)
{
    return Error{ErrorCode::ModelUnusable, path, std::move(detail)};
}

bool isPyTorch(const std::filesystem::path& path)
{
    constexpr std::array<std::string_view, 4> kSuffixes{".pth", ".pt", ".ckpt", ".bin"};
    return std::find(kSuffixes.begin(), kSuffixes.end(), path.extension().string())
           != kSuffixes.end();
}

/// What a file is that only looks like weights; empty when nothing is known against it.
std::string strangerOf(std::string_view start)
{
    if (start.starts_with("version https://git-lfs"))
        return "only a pointer to the file (Git LFS), not the file itself";
    if (start.starts_with("GGUF"))
        return "a GGUF file; this format is not read";
    if (start.starts_with("<!DOCTYPE") || start.starts_with("<html"))
        return "a web page, not a file of weights";
    return {};
}

/// Joined along the first axis; nothing when the parts do not go together.
std::optional<StoredTensor> joined(std::vector<StoredTensor> parts)
{
    StoredTensor whole;
    whole.type = parts.front().type;
    whole.shape = parts.front().shape;
    whole.path = parts.front().path;
    if (whole.shape.empty())
        return std::nullopt;
    whole.shape[0] = 0;
    for (const StoredTensor& part : parts) {
        if (part.type != whole.type || part.shape.size() != whole.shape.size()
            || !std::equal(part.shape.begin() + 1, part.shape.end(), whole.shape.begin() + 1))
            return std::nullopt;
        whole.shape[0] += part.shape[0];
    }
    whole.pieces = std::move(parts);
    return whole;
}

/// As the original has it. A tensor of other axes than expected stays as it is.
void turn(StoredTensor& tensor, const NamedPart& part)
{
    if (part.isTransposed && tensor.shape.size() == 2) {
        if (tensor.strides.empty())
            tensor.strides = {tensor.shape[1], 1};
        std::swap(tensor.shape[0], tensor.shape[1]);
        std::swap(tensor.strides[0], tensor.strides[1]);
    }
    for (int axis = 0; axis < part.leadingAxes; ++axis) {
        tensor.shape.insert(tensor.shape.begin(), 1);
        if (!tensor.strides.empty())
            tensor.strides.insert(tensor.strides.begin(), 0);
    }
}

/// "a.b.weight", "b.weight" -> "a."
std::optional<std::string> stemOf(const std::string& name, std::string_view end)
{
    if (!name.ends_with(end))
        return std::nullopt;
    return name.substr(0, name.size() - end.size());
}

} // namespace

Result<void> TensorFiles::insert(std::string name, StoredTensor tensor)
{
    const auto [place, isNew] = m_tensors.try_emplace(std::move(name), std::move(tensor));
    if (isNew)
        return {};
    return unusable(m_paths.back(), "two files hold " + place->first + ", this one and "
                                        + place->second.path + "; does the folder mix two models?");
}

Result<void> TensorFiles::add(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::array<char, 32> start{};
    stream.read(start.data(), start.size());
    const std::string_view seen(start.data(), static_cast<std::size_t>(stream.gcount()));
    if (const std::string stranger = strangerOf(seen); !stranger.empty())
        return unusable(path, stranger);
    m_paths.push_back(path);
    // Safetensors start with a length of eight bytes, which are never these.
    if (PthFile::isLikely(std::as_bytes(std::span(seen)))) {
        Result<PthFile> file = PthFile::open(path);
        if (!file)
            return file.error();
        for (const auto& [name, tensor] : file->tensors())
            if (Result<void> inserted = insert(name, tensor); !inserted)
                return inserted;
        return {};
    }
    const Result<SafetensorsFile> file = SafetensorsFile::open(path);
    if (!file)
        return file.error();
    for (const auto& [key, value] : file->metadata())
        m_metadata.emplace(key, value);
    for (const TensorEntry& entry : file->entries())
        if (Result<void> inserted = insert(entry.name, file->tensor(entry)); !inserted)
            return inserted;
    return {};
}

Result<void> TensorFiles::addIndex(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return Error{ErrorCode::FileNotFound, path, {}};
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const Result<Json> json = Json::parse(text);
    const Json* const map = json ? json->find("weight_map") : nullptr;
    if (!map || !map->object())
        return unusable(path, json ? "no weight_map in it" : json.error().detail);
    std::set<std::string> names;
    for (const auto& [tensor, file] : *map->object()) {
        const std::string* const name = file.string();
        // A shard lies beside its index, never elsewhere.
        if (!name || name->empty() || std::filesystem::path(*name).filename() != *name)
            return unusable(path, "names no file beside it: " + tensor);
        names.insert(*name);
    }
    for (const std::string& name : names)
        if (Result<void> added = add((std::filesystem::path(path).parent_path() / name).string());
            !added)
            return added;
    for (const auto& [tensor, file] : *map->object())
        if (!find(tensor))
            return unusable(path, "no file holds " + tensor);
    return {};
}

Result<void> TensorFiles::addFolder(const std::string& path)
{
    std::error_code error;
    std::vector<std::string> shards;
    std::vector<std::string> pickled;
    std::vector<std::string> indices;
    for (const auto& item : std::filesystem::directory_iterator(path, error)) {
        const std::string name = item.path().string();
        if (item.path().extension() == ".safetensors")
            shards.push_back(name);
        else if (name.ends_with(".safetensors.index.json") || name.ends_with(".bin.index.json"))
            indices.push_back(name);
        else if (isPyTorch(item.path()))
            pickled.push_back(name);
    }
    if (error)
        return Error{ErrorCode::FileUnreadable, path, error.message()};
    if (indices.size() == 1)
        return addIndex(indices.front());
    if (shards.empty() && pickled.empty())
        return Error{ErrorCode::FileNotFound, path, "no file of weights in it"};
    if (shards.empty() && pickled.size() > 1)
        return unusable(path, "several files of weights in it; choose one");
    if (shards.empty())
        shards = pickled;
    std::sort(shards.begin(), shards.end());
    for (const std::string& shard : shards)
        if (Result<void> added = add(shard); !added)
            return added;
    return {};
}

void TensorFiles::pairScales()
{
    const auto weightOf = [this](const std::string& name, std::string_view end) {
        const std::optional<std::string> stem = stemOf(name, end);
        return stem ? m_tensors.find(*stem + ".weight") : m_tensors.end();
    };
    for (auto at = m_tensors.begin(); at != m_tensors.end();) {
        bool isNote = at->first == "scaled_fp8" || at->first.ends_with(".scaled_fp8");
        for (const char* const end : {".scale_input", ".input_scale", ".comfy_quant"})
            isNote = isNote || weightOf(at->first, end) != m_tensors.end();
        for (const char* const end : {".scale_weight", ".weight_scale"}) {
            const auto weight = weightOf(at->first, end);
            if (weight == m_tensors.end() || weight->second.scale)
                continue;
            const std::uint64_t count = countOf(at->second.shape).value_or(0);
            const auto& shape = weight->second.shape;
            if (count != 1 && (shape.empty() || count != static_cast<std::uint64_t>(shape[0])))
                continue;
            weight->second.scale = std::make_shared<const StoredTensor>(at->second);
            isNote = true;
        }
        at = isNote ? m_tensors.erase(at) : std::next(at);
    }
}

Result<TensorFiles> TensorFiles::open(const std::string& path)
{
    TensorFiles files;
    std::error_code error;
    const bool isFolder = std::filesystem::is_directory(path, error);
    const Result<void> added = isFolder                  ? files.addFolder(path)
                               : path.ends_with(".json") ? files.addIndex(path)
                                                         : files.add(path);
    if (!added)
        return added.error();
    files.pairScales();
    return files;
}

Result<TensorFiles> TensorFiles::openNamed(const std::string& path)
{
    Result<TensorFiles> files = open(path);
    if (!files)
        return files;
    const std::optional<NameMap> map = nameMapOf(files->names());
    return map ? files->named(*map) : std::move(*files);
}

const StoredTensor* TensorFiles::find(std::string_view name) const
{
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

std::vector<std::int64_t> TensorFiles::shapeOf(std::string_view name) const
{
    const StoredTensor* const tensor = find(name);
    return tensor ? tensor->shape : std::vector<std::int64_t>();
}

std::vector<std::string> TensorFiles::names() const
{
    std::vector<std::string> names;
    names.reserve(m_tensors.size());
    for (const auto& [name, tensor] : m_tensors)
        names.push_back(name);
    return names;
}

std::uint64_t TensorFiles::byteCount() const
{
    std::uint64_t bytes = 0;
    for (const auto& [name, tensor] : m_tensors)
        bytes += tensor.byteCount();
    return bytes;
}

TensorFiles TensorFiles::named(const NameMap& map) const
{
    TensorFiles out;
    out.m_paths = m_paths;
    out.m_metadata = m_metadata;
    std::set<std::string, std::less<>> used(map.ignored.begin(), map.ignored.end());
    std::map<std::string, std::map<int, std::string>> wholes;
    for (const auto& [name, part] : map.parts)
        if (m_tensors.contains(name))
            wholes[part.original].emplace(part.part, name);
    for (const auto& [original, parts] : wholes) {
        std::vector<StoredTensor> tensors;
        for (const auto& [number, name] : parts) {
            tensors.push_back(m_tensors.at(name));
            turn(tensors.back(), map.parts.at(name));
        }
        const auto wanted = static_cast<std::size_t>(map.parts.at(parts.begin()->second).parts);
        if (tensors.size() != wanted)
            continue;
        std::optional<StoredTensor> whole =
            wanted == 1 ? std::optional(std::move(tensors.front())) : joined(std::move(tensors));
        if (!whole)
            continue;
        out.m_tensors.emplace(original, std::move(*whole));
        for (const auto& [number, name] : parts)
            used.insert(name);
    }
    for (const auto& [name, tensor] : m_tensors) {
        if (used.contains(name))
            continue;
        const bool isFree = out.m_tensors.try_emplace(name, tensor).second;
        if (!isFree) // another tensor has become what this one is called
            out.m_tensors.try_emplace(name + " (in the file)", tensor);
    }
    return out;
}

} // namespace dollygrip::generator
