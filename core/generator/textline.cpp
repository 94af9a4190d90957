#include "core/generator/textline.h"

namespace dollygrip::generator {

std::string escaped(std::string_view text)
{
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '\\': line += "\\\\"; break;
        case '\n': line += "\\n"; break;
        case '\r': line += "\\r"; break;
        default: line += c;
        }
    }
    return line;
}

std::string unescaped(std::string_view line)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            const char c = line[++i];
            text += c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        } else {
            text += line[i];
        }
    }
    return text;
}

} // namespace dollygrip::generator
