#include "core/generator/promptcleaning.h"

#include "core/generator/htmlentities.h"
#include "core/generator/utf8.h"

#include <array>
#include <utility>

namespace dollygrip::generator {
namespace {

/// Unicode's White_Space.
bool isWhite(char32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680
           || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F
           || c == 0x205F || c == 0x3000;
}

bool isUnwantedControl(char32_t c)
{
    return c <= 0x08 || c == 0x0B || (c >= 0x0E && c <= 0x1F) || c == 0x7F
           || (c >= 0x206A && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFC);
}

/// Letters that are two letters in one sign; null for all others.
const char32_t* ligature(char32_t c)
{
    static constexpr std::array<std::pair<char32_t, const char32_t*>, 22> kLigatures{{
        {0x0132, U"IJ"},      {0x0133, U"ij"},      {0x0149, U"\u02BCn"}, {0x01C4, U"D\u017D"},
        {0x01C5, U"D\u017E"}, {0x01C6, U"d\u017E"}, {0x01C7, U"LJ"},      {0x01C8, U"Lj"},
        {0x01C9, U"lj"},      {0x01CA, U"NJ"},      {0x01CB, U"Nj"},      {0x01CC, U"nj"},
        {0x01F1, U"DZ"},      {0x01F2, U"Dz"},      {0x01F3, U"dz"},      {0xFB00, U"ff"},
        {0xFB01, U"fi"},      {0xFB02, U"fl"},      {0xFB03, U"ffi"},     {0xFB04, U"ffl"},
        {0xFB05, U"\u017Ft"}, {0xFB06, U"st"},
    }};
    for (const auto& [sign, letters] : kLigatures) {
        if (sign == c)
            return letters;
    }
    return nullptr;
}

/// Length of a terminal's colour or cursor command that the text begins with; 0: none.
std::size_t terminalCommand(std::u32string_view text)
{
    if (text.size() < 3 || text[0] != 0x1B || text[1] != '[')
        return 0;
    std::size_t end = 2;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == ';'))
        ++end;
    const char32_t last = end < text.size() ? text[end] | 0x20 : 0;
    return last >= 'a' && last <= 'z' ? end + 1 : 0;
}

std::u32string plainSigns(std::u32string_view text)
{
    std::u32string out;
    while (!text.empty()) {
        const char32_t c = text[0];
        if (const std::size_t length = terminalCommand(text); length > 0) {
            text.remove_prefix(length);
            continue;
        }
        text.remove_prefix(1);
        if (const char32_t* letters = ligature(c); letters != nullptr)
            out += letters;
        else if (c == 0x02BC || (c >= 0x2018 && c <= 0x201B))
            out += U'\'';
        else if (c >= 0x201C && c <= 0x201F)
            out += U'"';
        else if (c >= 0xFF01 && c <= 0xFF5E)
            out += c - 0xFEE0;
        else if (!isUnwantedControl(c))
            out += c;
    }
    return out;
}

/// What the reference does until nothing changes; references within references end here too.
std::u32string fixed(std::u32string text)
{
    const bool isMarkup = text.find(U'<') != std::u32string::npos;
    for (int pass = 0; pass < 32; ++pass) {
        std::u32string next = plainSigns(isMarkup ? text : unescapedClosedHtml(text));
        if (next == text)
            break;
        text = std::move(next);
    }
    return text;
}

std::u32string withSingleSpaces(std::u32string_view text)
{
    std::u32string out;
    bool wantsSpace = false;
    for (const char32_t c : text) {
        if (isWhite(c)) {
            wantsSpace = !out.empty();
            continue;
        }
        if (std::exchange(wantsSpace, false))
            out += U' ';
        out += c;
    }
    return out;
}

} // namespace

std::string cleanedPrompt(std::string_view prompt)
{
    return utf8Of(withSingleSpaces(unescapedHtml(unescapedHtml(fixed(codePointsOf(prompt))))));
}

} // namespace dollygrip::generator
