#pragma once

#include <string>
#include <string_view>

namespace dollygrip::generator {

/// All named character references, as text; see htmlentitytable.cpp.
extern const char kHtmlEntities[];

/// `&amp;`, `&#38;` and `&#x26;` become what they stand for, once, by the rules of the HTML
/// standard: names known without their semicolon are found too, numbers that stand for no
/// character vanish or become U+FFFD.
std::u32string unescapedHtml(std::u32string_view text);

/// The same for whole references that end in a semicolon alone.
std::u32string unescapedClosedHtml(std::u32string_view text);

} // namespace dollygrip::generator
