#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// PyTorch files for tests, true or lying: zip archives of stored entries and pickles.
namespace pthwriter {

inline std::string number(std::uint64_t value, int size)
{
    std::string bytes;
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

using Entries = std::vector<std::pair<std::string, std::string>>;

/// How an archive deviates from a plain one.
struct Twist {
    std::uint64_t method = 0;
    std::uint64_t flags = 0;
    std::string localName;  ///< what the local headers say, when not empty
    std::int64_t shift = 0; ///< of the places in the directory
    bool isZip64 = false;
    bool isAligned = false; ///< data at multiples of 64, as PyTorch does
};

inline std::string zip(const Entries& entries, const Twist& twist = {})
{
    std::string out;
    std::string directory;
    for (const auto& [name, data] : entries) {
        const std::uint64_t at = out.size() + static_cast<std::uint64_t>(twist.shift);
        const std::string& local = twist.localName.empty() ? name : twist.localName;
        std::string extra;
        if (twist.isAligned) {
            const std::size_t head = out.size() + 30 + local.size() + 4;
            extra = "FB" + number(63 - (head + 63) % 64, 2);
            extra.append(63 - (head + 63) % 64, 'Z');
        }
        const std::string sizes = number(data.size(), 4) + number(data.size(), 4);
        out += number(0x04034b50, 4) + number(20, 2) + number(twist.flags, 2)
               + number(twist.method, 2) + number(0, 8) + sizes + number(local.size(), 2)
               + number(extra.size(), 2) + local + extra + data;
        const std::string wide = number(1, 2) + number(24, 2) + number(data.size(), 8)
                                 + number(data.size(), 8) + number(at, 8);
        const std::string full = number(0xffffffff, 4);
        directory += number(0x02014b50, 4) + number(20, 2) + number(20, 2) + number(twist.flags, 2)
                     + number(twist.method, 2) + number(0, 8)
                     + (twist.isZip64 ? full + full : sizes) + number(name.size(), 2)
                     + number(twist.isZip64 ? wide.size() : 0, 2) + number(0, 10)
                     + (twist.isZip64 ? full : number(at, 4)) + name
                     + (twist.isZip64 ? wide : std::string());
    }
    const std::size_t at = out.size();
    out += directory;
    if (twist.isZip64) {
        const std::size_t end = out.size();
        out += number(0x06064b50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
               + number(entries.size(), 8) + number(entries.size(), 8) + number(directory.size(), 8)
               + number(at, 8);
        out += number(0x07064b50, 4) + number(0, 4) + number(end, 8) + number(1, 4);
        return out + number(0x06054b50, 4) + number(0, 4) + number(0xffff, 2) + number(0xffff, 2)
               + number(0xffffffff, 4) + number(0xffffffff, 4) + number(0, 2);
    }
    return out + number(0x06054b50, 4) + number(0, 4) + number(entries.size(), 2)
           + number(entries.size(), 2) + number(directory.size(), 4) + number(at, 4) + number(0, 2);
}

// --- pickles, of protocol 2

/// An instruction and its number.
inline std::string op(char code, std::uint64_t value, int size)
{
    return std::string(1, code).append(number(value, size));
}

inline std::string text(std::string_view text)
{
    return op('X', text.size(), 4).append(text);
}

inline std::string integer(std::int64_t value)
{
    if (value >= 0 && value < 256)
        return op('K', static_cast<std::uint64_t>(value), 1);
    if (value >= INT32_MIN && value <= INT32_MAX)
        return op('J', static_cast<std::uint64_t>(value), 4);
    return std::string("\x8a\x08", 2) + number(static_cast<std::uint64_t>(value), 8);
}

inline std::string tuple(const std::vector<std::int64_t>& values)
{
    std::string out = "(";
    for (const std::int64_t value : values)
        out += integer(value);
    return out + "t";
}

inline std::string global(std::string_view module, std::string_view name)
{
    return std::string("c").append(module).append("\n").append(name).append("\n");
}

struct Tensor {
    std::string storage = "FloatStorage";
    std::string key = "0";
    std::int64_t count = 0;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

inline std::string pickled(const Tensor& tensor)
{
    return global("torch._utils", "_rebuild_tensor_v2") + "((" + text("storage")
           + global("torch", tensor.storage) + text(tensor.key) + text("cpu")
           + integer(tensor.count) + "tQ" + integer(tensor.offset) + tuple(tensor.shape)
           + tuple(tensor.strides) + "\x89" + global("collections", "OrderedDict") + ")RtR";
}

/// Of names and pickled values.
inline std::string dictionary(const Entries& values)
{
    std::string out = "}(";
    for (const auto& [name, value] : values)
        out += text(name) + value;
    return out + "u";
}

inline std::string pickle(const std::string& value)
{
    return "\x80\x02" + value + ".";
}

/// A file with this index and these storages ("0", bytes).
inline std::string file(const std::string& index, const Entries& storages, const Twist& twist = {},
                        const std::string& byteOrder = "little")
{
    Entries entries{{"archive/data.pkl", index}, {"archive/byteorder", byteOrder}};
    for (const auto& [key, bytes] : storages)
        entries.emplace_back("archive/data/" + key, bytes);
    entries.emplace_back("archive/version", "3\n");
    return zip(entries, twist);
}

} // namespace pthwriter
