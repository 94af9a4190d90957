#include "core/generator/safetensors.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <optional>
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
    const std::optional<std::uint64_t> count = countOf(entry.shape);
    if (!count || __builtin_mul_overflow(bytes, *count, &bytes))
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

Result<SafetensorsFile> SafetensorsFile::open(const std::string& path)
{
    Result<MappedFile> mapped = MappedFile::open(path);
    if (!mapped)
        return mapped.error();
    SafetensorsFile file;
    file.m_path = path;
    file.m_file = std::move(*mapped);
    const std::span<const std::byte> bytes = file.m_file.bytes();
    if (bytes.size() < 8)
        return unusable(path, "shorter than its header's length");
    std::uint64_t length = 0;
    for (std::size_t i = 8; i-- > 0;)
        length = length << 8 | std::to_integer<std::uint64_t>(bytes[i]);
    if (length > bytes.size() - 8)
        return unusable(path, "cut off within its header");
    if (length > kLongestHeader)
        return unusable(path, "its header is absurdly long");
    file.m_dataOffset = 8 + length;
    const std::string_view header(reinterpret_cast<const char*>(bytes.data()) + 8, length);
    if (Result<void> read = file.readHeader(header, bytes.size() - file.m_dataOffset); !read)
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

StoredTensor SafetensorsFile::tensor(const TensorEntry& entry) const
{
    StoredTensor tensor;
    tensor.type = entry.type;
    tensor.shape = entry.shape;
    tensor.bytes = m_file.bytes().subspan(m_dataOffset + entry.begin, entry.end - entry.begin);
    tensor.holder = m_file.holder();
    tensor.path = m_path;
    return tensor;
}

} // namespace dollygrip::generator
