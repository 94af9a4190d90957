#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Safetensors files for tests, true or lying.
namespace safetensorswriter {

/// The header's length as eight bytes, the header, the data.
inline std::string fileOf(std::string_view header, std::string_view data, std::uint64_t length)
{
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(length >> (8 * i) & 0xff);
    return bytes.append(header).append(data);
}

inline std::string fileOf(std::string_view header, std::string_view data)
{
    return fileOf(header, data, header.size());
}

/// `text` within a JSON string.
inline std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "\"";
}

} // namespace safetensorswriter
