#include "core/generator/utf8.h"

#include <cstddef>

namespace dollygrip::generator {
namespace {

unsigned byteAt(std::string_view text, std::size_t place)
{
    return static_cast<unsigned char>(text[place]);
}

/// The code point that the text begins with and its length; length 0 when it begins with none.
std::size_t decode(std::string_view text, char32_t& codePoint)
{
    if (text.empty())
        return 0;
    const unsigned first = byteAt(text, 0);
    if (first < 0x80) {
        codePoint = first;
        return 1;
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    codePoint = first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(text, i) & 0xC0) != 0x80)
            return 0;
        codePoint = codePoint << 6 | (byteAt(text, i) & 0x3F);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    return codePoint < kSmallest[length] || codePoint > 0x10FFFF || isSurrogate ? 0 : length;
}

} // namespace

char32_t takeCodePoint(std::string_view& text)
{
    char32_t codePoint = kReplacement;
    const std::size_t length = decode(text, codePoint);
    text.remove_prefix(length == 0 ? 1 : length);
    return length == 0 ? kReplacement : codePoint;
}

std::size_t codePointLength(std::string_view text)
{
    char32_t codePoint = 0;
    return decode(text, codePoint);
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | codePoint >> 6);
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | codePoint >> 12);
        put(0x80 | (codePoint >> 6 & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | codePoint >> 18);
        put(0x80 | (codePoint >> 12 & 0x3F));
        put(0x80 | (codePoint >> 6 & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
}

std::u32string codePointsOf(std::string_view text)
{
    std::u32string out;
    while (!text.empty())
        out += takeCodePoint(text);
    return out;
}

std::string utf8Of(std::u32string_view text)
{
    std::string out;
    for (const char32_t codePoint : text)
        appendUtf8(out, codePoint);
    return out;
}

} // namespace dollygrip::generator
