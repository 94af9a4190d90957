#include "core/generator/htmlentities.h"

#include "core/generator/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>

namespace dollygrip::generator {
namespace {

using Table = std::map<std::u32string, std::u32string, std::less<>>;

/// Names with their semicolon, and without it those that are known so.
const Table& table()
{
    static const Table entities = [] {
        Table all;
        std::string_view rest = kHtmlEntities;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const std::string_view entry = rest.substr(0, end);
            const std::size_t mark = entry.find_first_of(":.");
            const std::u32string name(entry.begin(), entry.begin() + static_cast<long>(mark));
            std::u32string meaning;
            for (const char* at = entry.data() + mark; at < entry.data() + entry.size();) {
                std::uint32_t codePoint = 0;
                at = std::from_chars(at + 1, entry.data() + entry.size(), codePoint, 16).ptr;
                meaning += static_cast<char32_t>(codePoint);
            }
            if (entry[mark] == '.')
                all[name] = meaning;
            all[name + U';'] = meaning;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return all;
    }();
    return entities;
}

/// What &#number; stands for.
std::u32string ofNumber(std::uint32_t number)
{
    // The standard reads numbers of control characters as Windows-1252.
    constexpr char32_t kWindows[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (number >= 0x80 && number < 0xA0)
        return {kWindows[number - 0x80]};
    if (number == 0 || (number >= 0xD800 && number <= 0xDFFF) || number > 0x10FFFF)
        return {kReplacement};
    const bool isWhite = number == '\t' || number == '\n' || number == '\f' || number == '\r';
    const bool isNothing = (number < 0x20 && !isWhite) || number == 0x7F
                           || (number >= 0xFDD0 && number <= 0xFDEF) || (number & 0xFFFE) == 0xFFFE;
    return isNothing ? std::u32string() : std::u32string{static_cast<char32_t>(number)};
}

bool isDigit(char32_t c, bool hexadecimal)
{
    return (c >= '0' && c <= '9')
           || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
}

struct Reference {
    std::u32string meaning;
    std::size_t length = 0; ///< code points of the text that it takes
};

/// Of a text that begins with "&#".
std::optional<Reference> numeric(std::u32string_view text)
{
    const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::size_t begin = hexadecimal ? 3 : 2;
    std::size_t end = begin;
    std::uint32_t number = 0;
    for (; end < text.size() && isDigit(text[end], hexadecimal); ++end) {
        const char32_t c = text[end];
        const std::uint32_t digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        number = std::min<std::uint32_t>(number * (hexadecimal ? 16 : 10) + digit, 0x110000);
    }
    if (end == begin)
        return std::nullopt;
    if (end < text.size() && text[end] == ';')
        ++end;
    return Reference{ofNumber(number), end};
}

/// Of a text that begins with "&": the longest known name.
std::optional<Reference> named(std::u32string_view text)
{
    constexpr std::size_t kLongest = 32;
    std::size_t end = 1;
    while (end < text.size() && end <= kLongest
           && std::u32string_view(U"\t\n\f <&#;").find(text[end]) == std::u32string_view::npos)
        ++end;
    if (end > 1 && end < text.size() && text[end] == ';')
        ++end;
    for (; end > 2; --end) {
        const auto found = table().find(text.substr(1, end - 1));
        if (found != table().end())
            return Reference{found->second, end};
    }
    return std::nullopt;
}

std::u32string unescaped(std::u32string_view text, bool onlyClosed)
{
    std::u32string out;
    while (!text.empty()) {
        std::optional<Reference> found;
        if (text[0] == '&' && text.size() > 1)
            found = text[1] == '#' ? numeric(text) : named(text);
        if (found && (!onlyClosed || text[found->length - 1] == ';')) {
            out += found->meaning;
            text.remove_prefix(found->length);
        } else {
            out += text[0];
            text.remove_prefix(1);
        }
    }
    return out;
}

} // namespace

std::u32string unescapedHtml(std::u32string_view text)
{
    return unescaped(text, false);
}

std::u32string unescapedClosedHtml(std::u32string_view text)
{
    return unescaped(text, true);
}

} // namespace dollygrip::generator
