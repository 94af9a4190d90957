#pragma once

#include <string>
#include <string_view>

namespace dollygrip::generator {

constexpr char32_t kReplacement = 0xFFFD;

/// Takes the first code point off the text; a byte that begins none is taken alone and gives
/// kReplacement. The text is not empty.
char32_t takeCodePoint(std::string_view& text);

/// Bytes of the code point that the text begins with; 0 when it begins with none.
std::size_t codePointLength(std::string_view text);

void appendUtf8(std::string& text, char32_t codePoint);

std::u32string codePointsOf(std::string_view text);
std::string utf8Of(std::u32string_view text);

} // namespace dollygrip::generator
