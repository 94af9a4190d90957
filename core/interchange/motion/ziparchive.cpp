#include "core/interchange/motion/ziparchive.h"

#include <cstdint>
#include <optional>
#include <zlib.h>

namespace dollygrip::interchange {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::uint32_t kDirectory = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kDirectorySize = 46;
constexpr std::size_t kLocalSize = 30;

Error damaged(const char* why)
{
    return {ErrorCode::MediaDamaged, {}, std::string("zip archive: ") + why};
}

std::uint32_t number(std::string_view bytes, std::size_t at, int size)
{
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) {
        value |= std::uint32_t(std::uint8_t(bytes[at + std::size_t(i)])) << (8 * i);
    }
    return value;
}

std::optional<std::string> inflated(std::string_view data, std::size_t size)
{
    std::string result(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return std::nullopt;
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data())); // read only
    stream.avail_in = uInt(data.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = uInt(result.size());
    const int end = inflate(&stream, Z_FINISH);
    const bool isWhole = end == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return isWhole ? std::optional(std::move(result)) : std::nullopt;
}

/// The entry that stands at `at` of the directory.
Result<std::pair<std::string, std::string>> entryAt(std::string_view bytes, std::size_t at,
                                                    std::size_t mostBytes)
{
    const std::uint32_t flags = number(bytes, at + 8, 2);
    const std::uint32_t method = number(bytes, at + 10, 2);
    const std::size_t packed = number(bytes, at + 20, 4);
    const std::size_t size = number(bytes, at + 24, 4);
    const std::size_t nameSize = number(bytes, at + 28, 2);
    const std::size_t local = number(bytes, at + 42, 4);
    const std::string name(bytes.substr(at + kDirectorySize, nameSize));
    if ((flags & 1) != 0 || (method != 0 && method != 8) || packed == 0xffffffff
        || size == 0xffffffff) {
        return Error{ErrorCode::MediaUnsupported, {}, "zip archive: how an entry is packed"};
    }
    if (size > mostBytes) {
        return Error{ErrorCode::MediaTooLarge, {}, "zip archive: a very large entry"};
    }
    if (local > bytes.size() || bytes.size() - local < kLocalSize
        || number(bytes, local, 4) != kLocal) {
        return damaged("an entry is not where the directory says");
    }
    const std::size_t data =
        local + kLocalSize + number(bytes, local + 26, 2) + number(bytes, local + 28, 2);
    if (data > bytes.size() || packed > bytes.size() - data) {
        return damaged("an entry is cut off");
    }
    const std::string_view content = bytes.substr(data, packed);
    if (method == 0) {
        if (packed != size) {
            return damaged("an entry of two sizes");
        }
        return std::pair(name, std::string(content));
    }
    std::optional<std::string> unpacked = inflated(content, size);
    if (!unpacked) {
        return damaged("an entry cannot be unpacked");
    }
    return std::pair(name, std::move(*unpacked));
}

void append(std::string& text, std::uint32_t value, int size)
{
    for (int i = 0; i < size; ++i) {
        text += char((value >> (8 * i)) & 0xff);
    }
}

} // namespace

Result<std::vector<std::pair<std::string, std::string>>> unzipped(std::string_view bytes,
                                                                  std::size_t mostBytes)
{
    if (bytes.size() < kEndSize) {
        return damaged("too short");
    }
    std::size_t end = bytes.size() - kEndSize;
    const std::size_t earliest = end > 65'535 ? end - 65'535 : 0; // a comment may follow
    while (number(bytes, end, 4) != kEnd) {
        if (end == earliest) {
            return damaged("no directory");
        }
        --end;
    }
    const std::size_t count = number(bytes, end + 10, 2);
    std::size_t at = number(bytes, end + 16, 4);
    std::vector<std::pair<std::string, std::string>> entries;
    std::size_t total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at > bytes.size() || bytes.size() - at < kDirectorySize
            || number(bytes, at, 4) != kDirectory) {
            return damaged("its directory is cut off");
        }
        const std::size_t length = kDirectorySize + number(bytes, at + 28, 2)
                                   + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
        if (bytes.size() - at < length) {
            return damaged("its directory is cut off");
        }
        auto entry = entryAt(bytes, at, mostBytes - total);
        if (!entry) {
            return entry.error();
        }
        total += entry->second.size();
        entries.push_back(std::move(*entry));
        at += length;
    }
    return entries;
}

std::string zipped(const std::vector<std::pair<std::string, std::string>>& entries)
{
    constexpr std::uint32_t kDate = (1 << 5) | 1; // the first day there is: 1980-01-01
    std::string file;
    std::string directory;
    for (const auto& [name, content] : entries) {
        const auto sum = std::uint32_t(
            crc32(0, reinterpret_cast<const Bytef*>(content.data()), uInt(content.size())));
        std::string common;
        append(common, 20, 2); // version needed
        append(common, 0, 2);  // flags
        append(common, 0, 2);  // stored
        append(common, 0, 2);  // time
        append(common, kDate, 2);
        append(common, sum, 4);
        append(common, std::uint32_t(content.size()), 4);
        append(common, std::uint32_t(content.size()), 4);
        append(common, std::uint32_t(name.size()), 2);
        append(common, 0, 2); // extra
        append(directory, kDirectory, 4);
        append(directory, 20, 2);
        directory += common;
        append(directory, 0, 2); // comment
        append(directory, 0, 2); // part
        append(directory, 0, 2);
        append(directory, 0, 4);
        append(directory, std::uint32_t(file.size()), 4);
        directory += name;
        append(file, kLocal, 4);
        file += common;
        file += name;
        file += content;
    }
    const auto start = std::uint32_t(file.size());
    file += directory;
    append(file, kEnd, 4);
    append(file, 0, 4);
    append(file, std::uint32_t(entries.size()), 2);
    append(file, std::uint32_t(entries.size()), 2);
    append(file, std::uint32_t(directory.size()), 4);
    append(file, start, 4);
    append(file, 0, 2);
    return file;
}

} // namespace dollygrip::interchange
