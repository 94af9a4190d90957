#include "core/base/ziparchive.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace dollygrip {
namespace {

constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64Locator = 0x07064b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kCentral = 0x02014b50;
constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::uint64_t kDeflated = 8;
constexpr std::uint64_t kMostEntries = 1'000'000;
constexpr std::uint64_t kEndSize = 22;
constexpr std::uint64_t kCentralSize = 46;
constexpr std::uint64_t kLocalSize = 30;
constexpr std::uint64_t kFull16 = 0xffff;
constexpr std::uint64_t kFull32 = 0xffffffff;

Error broken(std::string detail)
{
    return Error{ErrorCode::InvalidArgument, {}, std::move(detail)};
}

/// Little-endian numbers at any place; what lies outside reads as 0, so sizes are checked first.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    bool has(std::uint64_t at, std::uint64_t size) const
    {
        return at <= m_bytes.size() && size <= m_bytes.size() - at;
    }
    std::uint64_t number(std::uint64_t at, int size) const
    {
        if (!has(at, static_cast<std::uint64_t>(size)))
            return 0;
        std::uint64_t value = 0;
        for (int i = size - 1; i >= 0; --i)
            value = value << 8
                    | std::to_integer<std::uint64_t>(m_bytes[at + static_cast<std::uint64_t>(i)]);
        return value;
    }
    std::uint64_t u16(std::uint64_t at) const { return number(at, 2); }
    std::uint64_t u32(std::uint64_t at) const { return number(at, 4); }
    std::uint64_t u64(std::uint64_t at) const { return number(at, 8); }
    std::string_view text(std::uint64_t at, std::uint64_t size) const
    {
        return {reinterpret_cast<const char*>(m_bytes.data()) + at, size};
    }

private:
    std::span<const std::byte> m_bytes;
};

struct Directory {
    std::uint64_t entries = 0;
    std::uint64_t size = 0;
    std::uint64_t at = 0;
};

std::optional<Directory> directoryOf(const Reader& reader, std::uint64_t size)
{
    if (size < kEndSize)
        return std::nullopt;
    const std::uint64_t lowest = size - std::min(size, kEndSize + kFull16);
    for (std::uint64_t at = size - kEndSize + 1; at-- > lowest;) {
        // The comment must reach the end exactly, else this is a piece of something else.
        if (reader.u32(at) != kEnd || reader.u16(at + 20) != size - at - kEndSize)
            continue;
        Directory found{reader.u16(at + 10), reader.u32(at + 12), reader.u32(at + 16)};
        const bool isFull =
            found.entries == kFull16 || found.size == kFull32 || found.at == kFull32;
        if (at >= 20 && reader.u32(at - 20) == kEnd64Locator) {
            const std::uint64_t end = reader.u64(at - 12);
            if (!reader.has(end, 56) || reader.u32(end) != kEnd64)
                return std::nullopt;
            found = {reader.u64(end + 32), reader.u64(end + 40), reader.u64(end + 48)};
        } else if (isFull && found.at == kFull32) {
            return std::nullopt;
        }
        return found;
    }
    return std::nullopt;
}

/// An entry as the directory tells of it.
struct Told {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t local = 0;
    std::uint64_t method = 0;
    std::uint64_t flags = 0;
};

/// Sizes that do not fit 32 bits stand in the extra field, in this order.
bool readZip64(const Reader& reader, std::uint64_t at, std::uint64_t length, Told& entry)
{
    const std::uint64_t end = at + length;
    while (end - at >= 4) {
        const std::uint64_t kind = reader.u16(at);
        const std::uint64_t size = reader.u16(at + 2);
        at += 4;
        if (size > end - at)
            return false;
        std::uint64_t value = at;
        if (kind == 1)
            for (std::uint64_t* field : {&entry.size, &entry.packed, &entry.local})
                if (*field == kFull32) {
                    if (value + 8 > at + size)
                        return false;
                    *field = reader.u64(value);
                    value += 8;
                }
        at += size;
    }
    return true;
}

bool isPlainName(std::string_view name)
{
    if (name.empty() || name.starts_with('/') || name.find('\\') != name.npos
        || name.find('\0') != name.npos)
        return false;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('/'), name.size());
        if (name.substr(0, end) == "..")
            return false;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return true;
}

} // namespace

Result<std::vector<ZipEntry>> zipEntries(std::span<const std::byte> archive)
{
    const Reader reader(archive);
    const std::optional<Directory> directory = directoryOf(reader, archive.size());
    if (!directory)
        return broken("no zip directory at its end; cut off?");
    if (!reader.has(directory->at, directory->size) || directory->entries > kMostEntries
        || directory->entries > directory->size / kCentralSize)
        return broken("its zip directory lies outside the file");
    std::vector<ZipEntry> out;
    std::set<std::string> names;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> taken;
    std::uint64_t at = directory->at;
    const std::uint64_t end = directory->at + directory->size;
    for (std::uint64_t i = 0; i < directory->entries; ++i) {
        if (end - at < kCentralSize || reader.u32(at) != kCentral)
            return broken("its zip directory is damaged");
        const std::uint64_t name = reader.u16(at + 28);
        const std::uint64_t extra = reader.u16(at + 30);
        const std::uint64_t whole = kCentralSize + name + extra + reader.u16(at + 32);
        if (end - at < whole)
            return broken("its zip directory is cut off");
        Told told{std::string(reader.text(at + kCentralSize, name)),
                  reader.u32(at + 20),
                  reader.u32(at + 24),
                  reader.u32(at + 42),
                  reader.u16(at + 10),
                  reader.u16(at + 8)};
        if (!readZip64(reader, at + kCentralSize + name, extra, told))
            return broken("its zip directory is damaged");
        at += whole;
        if (!isPlainName(told.name))
            return broken("an entry's name points out of the archive");
        if (!names.insert(told.name).second)
            return broken("two entries of one name: " + told.name);
        if ((told.flags & 1) != 0 || (told.method != 0 && told.method != kDeflated))
            return broken("compressed in a way that is not read, or encrypted: " + told.name);
        if (told.method == 0 && told.packed != told.size)
            return broken("an entry of two sizes: " + told.name);
        if (!reader.has(told.local, kLocalSize) || reader.u32(told.local) != kLocal
            || reader.u16(told.local + 8) != told.method)
            return broken("not where its directory says: " + told.name);
        const std::uint64_t localName = reader.u16(told.local + 26);
        const std::uint64_t data =
            told.local + kLocalSize + localName + reader.u16(told.local + 28);
        if (!reader.has(data, told.packed) || localName != name
            || reader.text(told.local + kLocalSize, name) != told.name)
            return broken("not where its directory says: " + told.name);
        taken.emplace_back(told.local, data + told.packed);
        out.push_back({std::move(told.name), archive.subspan(data, told.packed), told.size,
                       told.method == kDeflated});
    }
    std::sort(taken.begin(), taken.end());
    for (std::size_t i = 1; i < taken.size(); ++i)
        if (taken[i].first < taken[i - 1].second)
            return broken("entries overlap");
    return out;
}

} // namespace dollygrip
