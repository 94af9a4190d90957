#include "tests/support/tensorfilewriter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

namespace dollygrip::test {
namespace {

using generator::NumberType;

constexpr std::uint64_t kChunk = std::uint64_t(8) << 20; ///< bytes at a time

Error writeError(const std::string& path)
{
    return Error{errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path,
                 std::strerror(errno)};
}

const char* safetensorsName(NumberType type)
{
    switch (type) {
    case NumberType::F16: return "F16";
    case NumberType::BF16: return "BF16";
    case NumberType::F8E4M3: return "F8_E4M3";
    case NumberType::U8: return "U8";
    default: return "F32";
    }
}

const char* storageName(NumberType type)
{
    switch (type) {
    case NumberType::F16: return "HalfStorage";
    case NumberType::BF16: return "BFloat16Storage";
    case NumberType::U8: return "ByteStorage";
    default: return "FloatStorage";
    }
}

std::string joined(const std::vector<std::int64_t>& numbers)
{
    std::string text;
    for (const std::int64_t number : numbers) {
        if (!text.empty())
            text += ',';
        text += std::to_string(number);
    }
    return text;
}

/// `value` in `count` bytes, the lowest first.
std::string little(std::uint64_t value, int count)
{
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

/// Hands a tensor's bytes on in chunks.
template <class Sink>
void forChunks(const StoredTensor& tensor, std::size_t index, const Fill& fill, const Sink& sink)
{
    const std::uint64_t width = generator::sizeOf(tensor.type);
    const std::uint64_t total = tensor.bytes();
    std::vector<std::byte> chunk(static_cast<std::size_t>(std::min(kChunk, total)));
    for (std::uint64_t at = 0; at < total; at += kChunk) {
        const std::span<std::byte> part =
            std::span(chunk).first(static_cast<std::size_t>(std::min(kChunk, total - at)));
        fill(index, at / width, part);
        sink(part);
    }
}

void put(std::ofstream& stream, std::span<const std::byte> bytes)
{
    stream.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
}

/// The checksum of a zip's entries (CRC-32), eight bytes at a time.
class Checksum {
public:
    Checksum()
    {
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value >> 1 ^ (value & 1 ? 0xedb88320u : 0u);
            m_table[0][i] = value;
        }
        for (std::size_t slice = 1; slice < 8; ++slice)
            for (std::size_t i = 0; i < 256; ++i) {
                const std::uint32_t before = m_table[slice - 1][i];
                m_table[slice][i] = before >> 8 ^ m_table[0][before & 0xff];
            }
    }
    std::uint32_t add(std::uint32_t sum, std::span<const std::byte> bytes) const
    {
        sum = ~sum;
        std::size_t at = 0;
        for (; at + 8 <= bytes.size(); at += 8) {
            std::array<std::uint8_t, 8> word{};
            std::memcpy(word.data(), bytes.data() + at, 8);
            for (std::size_t i = 0; i < 4; ++i)
                word[i] = static_cast<std::uint8_t>(word[i] ^ (sum >> (8 * i) & 0xff));
            sum = 0;
            for (std::size_t i = 0; i < 8; ++i)
                sum ^= m_table[7 - i][word[i]];
        }
        for (; at < bytes.size(); ++at)
            sum = sum >> 8 ^ m_table[0][(sum ^ static_cast<std::uint32_t>(bytes[at])) & 0xff];
        return ~sum;
    }

private:
    std::array<std::array<std::uint32_t, 256>, 8> m_table{};
};

/// The pickle of a state dict: an OrderedDict of tensors, each in a storage of its own.
class Pickle {
public:
    std::string of(const std::vector<StoredTensor>& tensors)
    {
        m_bytes = "\x80\x02"
                  "ccollections\nOrderedDict\nq";
        m_bytes.append(1, '\0').append(")R(");
        for (std::size_t i = 0; i < tensors.size(); ++i)
            tensor(tensors[i], std::to_string(i));
        return m_bytes + "u.";
    }

private:
    void text(const std::string& value) { m_bytes += 'X' + little(value.size(), 4) + value; }
    void number(std::int64_t value)
    {
        if (value >= 0 && value < 256)
            m_bytes += 'K' + little(std::uint64_t(value), 1);
        else if (value >= 0 && value < 65536)
            m_bytes += 'M' + little(std::uint64_t(value), 2);
        else if (value >= 0 && value <= 0x7fffffff)
            m_bytes += 'J' + little(std::uint64_t(value), 4);
        else
            m_bytes.append("\x8a\x08").append(little(std::uint64_t(value), 8));
    }
    void tuple(const std::vector<std::int64_t>& numbers)
    {
        m_bytes += '(';
        for (const std::int64_t value : numbers)
            number(value);
        m_bytes += 't';
    }
    void tensor(const StoredTensor& tensor, const std::string& entry)
    {
        std::vector<std::int64_t> strides(tensor.shape.size());
        std::int64_t stride = 1;
        for (std::size_t i = tensor.shape.size(); i-- > 0; stride *= tensor.shape[i])
            strides[i] = stride;
        text(tensor.name);
        m_bytes += "ctorch._utils\n_rebuild_tensor_v2\n((";
        text("storage");
        m_bytes += std::string("ctorch\n") + storageName(tensor.type) + '\n';
        text(entry);
        text("cpu");
        number(std::int64_t(tensor.numbers()));
        m_bytes += "tQ"; // the storage, by what the loader knows it by
        number(0);
        tuple(tensor.shape);
        tuple(strides);
        m_bytes.append("\x89h").append(1, '\0').append(")RtR"); // no gradient, no hooks
    }

    std::string m_bytes;
};

/// A zip whose entries are stored, each at a multiple of 64 bytes as torch.save has them.
class StoredZip {
public:
    explicit StoredZip(const std::string& path) : m_stream(path, std::ios::binary | std::ios::trunc)
    {
    }
    std::ofstream& stream() { return m_stream; }

    template <class Writer>
    void entry(const std::string& name, std::uint64_t bytes, const Writer& write)
    {
        Entry entry{name, bytes, 0, std::uint64_t(m_stream.tellp())};
        const std::uint64_t data = entry.offset + kLocalHeader + name.size() + 4;
        const std::uint64_t padding = (kAlignment - data % kAlignment) % kAlignment;
        const std::string extra =
            std::string("FB") + little(padding, 2) + std::string(padding, 'Z');
        m_stream << "PK\x03\x04" << fixedFields(entry) << little(extra.size(), 2) << name << extra;
        write([&](std::span<const std::byte> part) {
            entry.checksum = m_checksum.add(entry.checksum, part);
            put(m_stream, part);
        });
        const auto end = m_stream.tellp();
        m_stream.seekp(std::streamoff(entry.offset + kChecksumAt));
        m_stream << little(entry.checksum, 4);
        m_stream.seekp(end);
        m_entries.push_back(entry);
    }
    void text(const std::string& name, const std::string& content)
    {
        entry(name, content.size(),
              [&](const auto& sink) { sink(std::as_bytes(std::span(content))); });
    }
    /// The directory at the end, with 64-bit offsets.
    void finish()
    {
        const auto start = std::uint64_t(m_stream.tellp());
        for (const Entry& entry : m_entries)
            m_stream << "PK\x01\x02" << little(45, 2) << fixedFields(entry) << little(12, 2)
                     << little(0, 2) << little(0, 2) << little(0, 2) << little(0, 4)
                     << little(0xffffffff, 4) << entry.name << little(1, 2) << little(8, 2)
                     << little(entry.offset, 8);
        const auto end = std::uint64_t(m_stream.tellp());
        const std::uint64_t count = m_entries.size();
        m_stream << "PK\x06\x06" << little(44, 8) << little(45, 2) << little(45, 2) << little(0, 4)
                 << little(0, 4) << little(count, 8) << little(count, 8) << little(end - start, 8)
                 << little(start, 8) << "PK\x06\x07" << little(0, 4) << little(end, 8)
                 << little(1, 4) << "PK\x05\x06" << little(0, 2) << little(0, 2) << little(count, 2)
                 << little(count, 2) << little(end - start, 4) << little(0xffffffff, 4)
                 << little(0, 2);
        m_stream.flush();
    }

private:
    static constexpr std::uint64_t kAlignment = 64;
    static constexpr std::uint64_t kLocalHeader = 30;
    static constexpr std::uint64_t kChecksumAt = 14;
    struct Entry {
        std::string name;
        std::uint64_t bytes;
        std::uint32_t checksum;
        std::uint64_t offset;
    };
    /// Version, flags, stored, time and date, checksum, both sizes, length of the name.
    static std::string fixedFields(const Entry& entry)
    {
        return little(45, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(33, 2)
               + little(entry.checksum, 4) + little(entry.bytes, 4) + little(entry.bytes, 4)
               + little(entry.name.size(), 2);
    }

    std::ofstream m_stream;
    Checksum m_checksum;
    std::vector<Entry> m_entries;
};

} // namespace

std::uint64_t StoredTensor::numbers() const
{
    std::uint64_t count = 1;
    for (const std::int64_t side : shape)
        count *= std::uint64_t(side);
    return count;
}

Result<void> writeSafetensors(const std::string& path, const std::vector<StoredTensor>& tensors,
                              const Fill& fill)
{
    std::string header = R"({"__metadata__":{"format":"pt"})";
    std::uint64_t at = 0;
    for (const StoredTensor& tensor : tensors) {
        const std::uint64_t end = at + tensor.bytes();
        header += ',' + jsonText(tensor.name) + R"(:{"dtype":")" + safetensorsName(tensor.type)
                  + R"(","shape":[)" + joined(tensor.shape) + R"(],"data_offsets":[)"
                  + std::to_string(at) + ',' + std::to_string(end) + "]}";
        at = end;
    }
    header += '}';
    header.append((8 - header.size() % 8) % 8, ' ');
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream << little(header.size(), 8) << header;
    for (std::size_t i = 0; i < tensors.size() && stream; ++i)
        forChunks(tensors[i], i, fill, [&](std::span<const std::byte> part) { put(stream, part); });
    stream.flush();
    return stream ? Result<void>() : writeError(path);
}

Result<void> writePth(const std::string& path, const std::vector<StoredTensor>& tensors,
                      const Fill& fill)
{
    StoredZip zip(path);
    zip.text("archive/data.pkl", Pickle().of(tensors));
    for (std::size_t i = 0; i < tensors.size() && zip.stream(); ++i)
        zip.entry("archive/data/" + std::to_string(i), tensors[i].bytes(),
                  [&](const auto& sink) { forChunks(tensors[i], i, fill, sink); });
    zip.text("archive/version", "3\n");
    zip.finish();
    return zip.stream() ? Result<void>() : writeError(path);
}

Result<void> writeText(const std::string& path, const std::string& text)
{
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.flush();
    return stream ? Result<void>() : writeError(path);
}

std::string jsonText(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

} // namespace dollygrip::test
