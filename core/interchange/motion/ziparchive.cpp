#include "core/interchange/motion/ziparchive.h"

#include "core/base/ziparchive.h"

#include <cstdint>
#include <optional>
#include <span>
#include <zlib.h>

namespace dollygrip::interchange {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::uint32_t kDirectory = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;

Error damaged(const std::string& why)
{
    return {ErrorCode::MediaDamaged, {}, "zip archive: " + why};
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
    const auto packed = zipEntries(std::as_bytes(std::span(bytes)));
    if (!packed) {
        return damaged(packed.error().detail);
    }
    std::vector<std::pair<std::string, std::string>> entries;
    std::size_t total = 0;
    for (const ZipEntry& entry : *packed) {
        if (entry.size > mostBytes - total) {
            return Error{ErrorCode::MediaTooLarge, {}, "zip archive: a very large entry"};
        }
        const std::string_view content(reinterpret_cast<const char*>(entry.packed.data()),
                                       entry.packed.size());
        auto unpacked =
            entry.isDeflated ? inflated(content, entry.size) : std::optional(std::string(content));
        if (!unpacked) {
            return damaged("an entry cannot be unpacked");
        }
        total += entry.size;
        entries.emplace_back(entry.name, std::move(*unpacked));
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
