#include "core/generator/safetensors.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dollygrip::generator {
namespace {

constexpr std::uint64_t kLongestHeader = 100'000'000; ///< bytes, as the format's own library has it
constexpr std::size_t kMostAxes = 16;

struct TypeName {
    std::string_view name;
    NumberType type;
};
constexpr std::array kTypeNames{
    TypeName{"F64", NumberType::F64},        TypeName{"F32", NumberType::F32},
    TypeName{"F16", NumberType::F16},        TypeName{"BF16", NumberType::BF16},
    TypeName{"F8_E4M3", NumberType::F8E4M3}, TypeName{"F8_E5M2", NumberType::F8E5M2},
    TypeName{"I64", NumberType::I64},        TypeName{"I32", NumberType::I32},
    TypeName{"I16", NumberType::I16},        TypeName{"I8", NumberType::I8},
    TypeName{"U8", NumberType::U8},          TypeName{"BOOL", NumberType::Bool},
};

std::optional<NumberType> typeNamed(std::string_view name)
{
    for (const TypeName& known : kTypeNames)
        if (known.name == name)
            return known.type;
    return std::nullopt;
}

/// Bytes of a whole tensor; nothing when the count goes beyond 64 bits.
std::optional<std::uint64_t> byteCount(const TensorEntry& entry)
{
    std::uint64_t bytes = sizeOf(entry.type);
    for (const std::int64_t side : entry.shape)
        if (side < 0 || __builtin_mul_overflow(bytes, static_cast<std::uint64_t>(side), &bytes))
            return std::nullopt;
    return bytes;
}

Error unusable(const std::string& path, std::string detail)
{
    return Error{ErrorCode::ModelUnusable, path, std::move(detail)};
}

/// One tensor's description; nothing when it is none.
std::optional<TensorEntry> entryOf(const std::string& name, const Json& json)
{
    const std::optional<NumberType> type = typeNamed(json.stringOr("dtype", ""));
    const std::optional<std::vector<std::int64_t>> shape = json.integers("shape");
    const std::optional<std::vector<std::int64_t>> range = json.integers("data_offsets");
    if (!type || !shape || shape->size() > kMostAxes || !range || range->size() != 2
        || range->front() < 0 || range->back() < range->front())
        return std::nullopt;
    return TensorEntry{name, *type, *shape, static_cast<std::uint64_t>(range->front()),
                       static_cast<std::uint64_t>(range->back())};
}

} // namespace

std::size_t sizeOf(NumberType type)
{
    switch (type) {
    case NumberType::F64:
    case NumberType::I64: return 8;
    case NumberType::F32:
    case NumberType::I32: return 4;
    case NumberType::F16:
    case NumberType::BF16:
    case NumberType::I16: return 2;
    case NumberType::F8E4M3:
    case NumberType::F8E5M2:
    case NumberType::I8:
    case NumberType::U8:
    case NumberType::Bool: break;
    }
    return 1;
}

Result<SafetensorsFile> SafetensorsFile::open(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const int reason = errno;
        return Error{reason == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable, path,
                     std::strerror(reason)};
    }
    struct stat status = {};
    const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = known ? static_cast<std::uint64_t>(status.st_size) : 0;
    void* const memory =
        size >= 8 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : MAP_FAILED;
    ::close(descriptor);
    if (!known)
        return Error{ErrorCode::FileUnreadable, path, "not a file"};
    if (size < 8)
        return unusable(path, "shorter than its header's length");
    if (memory == MAP_FAILED)
        return Error{ErrorCode::FileUnreadable, path, "cannot be mapped into memory"};

    SafetensorsFile file;
    file.m_path = path;
    file.m_mapping = std::shared_ptr<const std::byte>(
        static_cast<const std::byte*>(memory),
        [size](const std::byte* at) { ::munmap(const_cast<std::byte*>(at), size); });
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
        length = length << 8 | static_cast<std::uint64_t>(file.m_mapping.get()[i]);
    if (length > size - 8)
        return unusable(path, "cut off within its header");
    if (length > kLongestHeader)
        return unusable(path, "its header is absurdly long");
    file.m_dataOffset = 8 + length;
    const std::string_view header(reinterpret_cast<const char*>(file.m_mapping.get()) + 8, length);
    if (Result<void> read = file.readHeader(header, size - file.m_dataOffset); !read)
        return read.error();
    return file;
}

Result<void> SafetensorsFile::readHeader(std::string_view header, std::uint64_t dataSize)
{
    // The header may be filled up with spaces; JSON takes them.
    const Result<Json> json = Json::parse(header);
    if (!json)
        return unusable(m_path, "its header is no JSON: " + json.error().detail);
    if (!json->object())
        return unusable(m_path, "its header is no list of tensors");
    for (const auto& [name, value] : *json->object()) {
        if (name == "__metadata__") {
            if (const Json::Object* members = value.object())
                for (const auto& [key, text] : *members)
                    if (text.string())
                        m_metadata[key] = *text.string();
            continue;
        }
        std::optional<TensorEntry> entry = entryOf(name, value);
        if (!entry)
            return unusable(m_path, "no tensor that is understood: " + name);
        if (byteCount(*entry) != entry->end - entry->begin)
            return unusable(m_path, "its shape is not its size: " + name);
        if (entry->end > dataSize)
            return unusable(m_path, "reaches beyond the end of the file: " + name);
        m_entries.push_back(std::move(*entry));
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const TensorEntry& a, const TensorEntry& b) {
                         return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
                     });
    std::uint64_t at = 0;
    for (const TensorEntry& entry : m_entries) {
        if (entry.begin != at)
            return unusable(m_path, (entry.begin < at ? "overlaps another tensor: "
                                                      : "bytes of no tensor stand before: ")
                                        + entry.name);
        at = entry.end;
        m_byName.emplace(entry.name, m_byName.size());
    }
    if (at != dataSize)
        return unusable(m_path, "bytes of no tensor stand at its end");
    return {};
}

const TensorEntry* SafetensorsFile::find(std::string_view name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : &m_entries[found->second];
}

std::span<const std::byte> SafetensorsFile::bytes(const TensorEntry& entry) const
{
    return {m_mapping.get() + m_dataOffset + entry.begin,
            static_cast<std::size_t>(entry.end - entry.begin)};
}

Result<void> TensorFiles::add(const std::string& path)
{
    Result<SafetensorsFile> opened = SafetensorsFile::open(path);
    if (!opened)
        return opened.error();
    m_files.push_back(std::make_unique<SafetensorsFile>(std::move(*opened)));
    const SafetensorsFile& file = *m_files.back();
    for (const TensorEntry& entry : file.entries())
        if (!m_places.try_emplace(entry.name, Place{&file, &entry}).second)
            return unusable(path, "stands in two files: " + entry.name);
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

Result<TensorFiles> TensorFiles::open(const std::string& path)
{
    TensorFiles files;
    std::error_code error;
    std::vector<std::string> shards;
    std::vector<std::string> indices;
    if (std::filesystem::is_directory(path, error)) {
        for (const auto& item : std::filesystem::directory_iterator(path, error)) {
            if (item.path().extension() == ".safetensors")
                shards.push_back(item.path().string());
            else if (item.path().string().ends_with(".safetensors.index.json"))
                indices.push_back(item.path().string());
        }
        if (shards.empty() && indices.empty())
            return Error{ErrorCode::FileNotFound, path, "no .safetensors file in it"};
        std::sort(shards.begin(), shards.end());
    } else {
        (path.ends_with(".json") ? indices : shards).push_back(path);
    }
    if (indices.size() == 1) {
        if (Result<void> added = files.addIndex(indices.front()); !added)
            return added.error();
        return files;
    }
    for (const std::string& shard : shards)
        if (Result<void> added = files.add(shard); !added)
            return added.error();
    return files;
}

const TensorEntry* TensorFiles::find(std::string_view name) const
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : found->second.entry;
}

} // namespace dollygrip::generator
