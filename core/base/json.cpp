#include "core/base/json.h"

#include <charconv>
#include <set>

namespace dollygrip {
namespace {

constexpr int kDepth = 64; ///< values within values; a file that nests deeper is not one of ours

/// Reads one text from front to back. A member that finds a fault notes it and returns nothing.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    std::optional<Json> whole()
    {
        std::optional<Json> value = this->value(0);
        skipSpace();
        if (value && m_at != m_text.size())
            return fail("something stands behind the value");
        return value;
    }

    std::string fault() const { return m_fault + " at byte " + std::to_string(m_at); }

private:
    std::nullopt_t fail(const char* what)
    {
        if (m_fault.empty())
            m_fault = what;
        return std::nullopt;
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipSpace()
    {
        while (m_at < m_text.size()
               && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r'))
            ++m_at;
    }

    bool take(std::string_view word)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    std::optional<Json> value(int depth)
    {
        if (depth > kDepth)
            return fail("values nest too deep");
        skipSpace();
        switch (peek()) {
        case '{': return object(depth);
        case '[': return array(depth);
        case '"':
            if (std::optional<std::string> text = string())
                return Json(std::move(*text));
            return std::nullopt;
        case 't': return take("true") ? std::optional<Json>(Json(true)) : fail("not a value");
        case 'f': return take("false") ? std::optional<Json>(Json(false)) : fail("not a value");
        case 'n': return take("null") ? std::optional<Json>(Json()) : fail("not a value");
        default: return number();
        }
    }

    std::optional<Json> object(int depth)
    {
        Json::Object members;
        std::set<std::string, std::less<>> names;
        ++m_at;
        skipSpace();
        if (take("}"))
            return Json(std::move(members));
        for (;;) {
            skipSpace();
            std::optional<std::string> name = string();
            if (!name)
                return std::nullopt;
            if (!names.insert(*name).second)
                return fail("a name stands twice");
            skipSpace();
            if (!take(":"))
                return fail("a colon is missing");
            std::optional<Json> member = value(depth + 1);
            if (!member)
                return std::nullopt;
            members.emplace_back(std::move(*name), std::move(*member));
            skipSpace();
            if (take("}"))
                return Json(std::move(members));
            if (!take(","))
                return fail("a comma is missing");
        }
    }

    std::optional<Json> array(int depth)
    {
        Json::Array items;
        ++m_at;
        skipSpace();
        if (take("]"))
            return Json(std::move(items));
        for (;;) {
            std::optional<Json> item = value(depth + 1);
            if (!item)
                return std::nullopt;
            items.push_back(std::move(*item));
            skipSpace();
            if (take("]"))
                return Json(std::move(items));
            if (!take(","))
                return fail("a comma is missing");
        }
    }

    std::optional<Json> number()
    {
        const std::size_t start = m_at;
        const auto digits = [this] {
            const std::size_t first = m_at;
            while (peek() >= '0' && peek() <= '9')
                ++m_at;
            return m_at - first;
        };
        take("-");
        const bool zero = peek() == '0';
        const std::size_t whole = digits();
        bool exact = true;
        bool good = whole > 0 && (!zero || whole == 1);
        if (good && take(".")) {
            exact = false;
            good = digits() > 0;
        }
        if (good && (take("e") || take("E"))) {
            exact = false;
            if (!take("+"))
                take("-");
            good = digits() > 0;
        }
        if (!good)
            return fail("not a value");
        const char* const first = m_text.data() + start;
        const char* const last = m_text.data() + m_at;
        if (exact) {
            std::int64_t value = 0;
            if (std::from_chars(first, last, value).ec == std::errc())
                return Json(value);
        }
        double value = 0;
        if (std::from_chars(first, last, value).ec != std::errc())
            return fail("a number is too large");
        return Json(value);
    }

    std::optional<std::string> string()
    {
        if (!take("\""))
            return fail("a string is missing");
        std::string text;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return text;
            if (static_cast<unsigned char>(c) < 0x20)
                return fail("a control character in a string");
            if (c != '\\') {
                text += c;
                continue;
            }
            const char escaped = peek();
            ++m_at;
            const std::size_t plain = std::string_view("\"\\/bfnrt").find(escaped);
            if (escaped == 'u') {
                if (!codePoint(text))
                    return std::nullopt;
            } else if (plain != std::string_view::npos && escaped != '\0') {
                text += "\"\\/\b\f\n\r\t"[plain];
            } else {
                return fail("an unknown escape in a string");
            }
        }
        return fail("a string does not end");
    }

    std::optional<std::uint32_t> fourDigits()
    {
        std::uint32_t code = 0;
        if (m_text.size() - m_at < 4)
            return fail("a string does not end");
        const char* const first = m_text.data() + m_at;
        if (std::from_chars(first, first + 4, code, 16).ptr != first + 4)
            return fail("an unknown escape in a string");
        m_at += 4;
        return code;
    }

    bool codePoint(std::string& text)
    {
        std::optional<std::uint32_t> code = fourDigits();
        if (!code)
            return false;
        if (*code >= 0xd800 && *code < 0xdc00 && take("\\u")) {
            const std::optional<std::uint32_t> low = fourDigits();
            if (!low)
                return false;
            if (*low >= 0xdc00 && *low < 0xe000)
                code = 0x10000 + ((*code - 0xd800) << 10) + (*low - 0xdc00);
        }
        if (*code >= 0xd800 && *code < 0xe000) {
            fail("half a character in a string");
            return false;
        }
        const auto byte = [&text](std::uint32_t bits) { text += static_cast<char>(bits); };
        if (*code < 0x80) {
            byte(*code);
        } else if (*code < 0x800) {
            byte(0xc0 | *code >> 6);
            byte(0x80 | (*code & 0x3f));
        } else if (*code < 0x10000) {
            byte(0xe0 | *code >> 12);
            byte(0x80 | (*code >> 6 & 0x3f));
            byte(0x80 | (*code & 0x3f));
        } else {
            byte(0xf0 | *code >> 18);
            byte(0x80 | (*code >> 12 & 0x3f));
            byte(0x80 | (*code >> 6 & 0x3f));
            byte(0x80 | (*code & 0x3f));
        }
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_fault;
};

} // namespace

Result<Json> Json::parse(std::string_view text)
{
    Reader reader(text);
    std::optional<Json> value = reader.whole();
    if (!value)
        return Error{ErrorCode::InvalidArgument, {}, reader.fault()};
    return std::move(*value);
}

std::optional<bool> Json::boolean() const
{
    const bool* value = std::get_if<bool>(&m_value);
    return value ? std::optional<bool>(*value) : std::nullopt;
}

std::optional<std::int64_t> Json::integer() const
{
    const std::int64_t* value = std::get_if<std::int64_t>(&m_value);
    return value ? std::optional<std::int64_t>(*value) : std::nullopt;
}

std::optional<double> Json::number() const
{
    if (const double* value = std::get_if<double>(&m_value))
        return *value;
    if (const std::optional<std::int64_t> whole = integer())
        return static_cast<double>(*whole);
    return std::nullopt;
}

const Json* Json::find(std::string_view key) const
{
    if (const Object* members = object())
        for (const Member& member : *members)
            if (member.first == key)
                return &member.second;
    return nullptr;
}

std::int64_t Json::integerOr(std::string_view key, std::int64_t otherwise) const
{
    const Json* member = find(key);
    return member ? member->integer().value_or(otherwise) : otherwise;
}

double Json::numberOr(std::string_view key, double otherwise) const
{
    const Json* member = find(key);
    return member ? member->number().value_or(otherwise) : otherwise;
}

bool Json::booleanOr(std::string_view key, bool otherwise) const
{
    const Json* member = find(key);
    return member ? member->boolean().value_or(otherwise) : otherwise;
}

std::string Json::stringOr(std::string_view key, std::string_view otherwise) const
{
    const Json* member = find(key);
    const std::string* text = member ? member->string() : nullptr;
    return text ? *text : std::string(otherwise);
}

std::optional<std::vector<std::int64_t>> Json::integers(std::string_view key) const
{
    const Json* member = find(key);
    const Array* items = member ? member->array() : nullptr;
    if (!items)
        return std::nullopt;
    std::vector<std::int64_t> values;
    for (const Json& item : *items) {
        if (!item.integer())
            return std::nullopt;
        values.push_back(*item.integer());
    }
    return values;
}

} // namespace dollygrip
