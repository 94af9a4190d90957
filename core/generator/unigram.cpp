#include "core/generator/unigram.h"

#include "core/generator/utf8.h"

#include <algorithm>
#include <cfloat>
#include <cstdint>

namespace dollygrip::generator {
namespace {

constexpr std::string_view kMarkedSpace = "\xE2\x96\x81";
constexpr float kUnknownPenalty = 10;

} // namespace

Unigram::Unigram(SpieceFile file) : m_file(std::move(file))
{
    float least = FLT_MAX;
    m_bestScore = FLT_MIN;
    if (m_file.usesBytes)
        m_bytes.resize(256);
    for (std::size_t id = 0; id < m_file.pieces.size(); ++id) {
        const Piece& piece = m_file.pieces[id];
        using Kind = Piece::Kind;
        if (piece.kind == Kind::Normal) {
            least = std::min(least, piece.score);
            m_bestScore = std::max(m_bestScore, piece.score);
        }
        if (piece.kind == Kind::Normal || piece.kind == Kind::UserDefined)
            m_order.push_back(static_cast<int>(id));
        if (piece.kind == Kind::UserDefined)
            m_whole.push_back(piece.text);
        if (piece.kind == Kind::Byte) // <0xAB>
            m_bytes[std::stoul(piece.text.substr(3, 2), nullptr, 16)] = static_cast<int>(id);
    }
    m_unknownScore = least - kUnknownPenalty;
    std::sort(m_order.begin(), m_order.end(), [this](int a, int b) {
        return m_file.pieces[static_cast<std::size_t>(a)].text
               < m_file.pieces[static_cast<std::size_t>(b)].text;
    });
    std::sort(m_whole.begin(), m_whole.end(),
              [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
}

std::pair<std::string_view, std::size_t> Unigram::normalisedPrefix(std::string_view text) const
{
    for (const std::string_view whole : m_whole) {
        if (text.starts_with(whole))
            return {text.substr(0, whole.size()), whole.size()};
    }
    std::pair<std::string_view, std::size_t> best{{}, 0};
    if (!m_file.rules.empty()) {
        std::uint32_t place = TrieCell{m_file.rules[0]}.offset();
        for (std::size_t i = 0; i < text.size(); ++i) {
            const std::uint32_t byte = static_cast<unsigned char>(text[i]);
            place ^= byte;
            const TrieCell cell{m_file.rules[place]};
            if (cell.label() != byte)
                break;
            place ^= cell.offset();
            if (cell.hasValue()) {
                const std::size_t at = TrieCell{m_file.rules[place]}.value();
                best = {m_file.replacements.c_str() + at, i + 1};
            }
        }
    }
    if (best.second > 0)
        return best;
    const std::size_t length = codePointLength(text);
    return length == 0 ? std::pair(std::string_view("\xEF\xBF\xBD"), std::size_t{1})
                       : std::pair(text.substr(0, length), length);
}

std::string Unigram::normalised(std::string_view text) const
{
    const std::string_view space = m_file.marksSpaces ? kMarkedSpace : std::string_view(" ");
    while (m_file.collapsesSpaces && !text.empty()) {
        const auto [prefix, length] = normalisedPrefix(text);
        if (prefix != " ")
            break;
        text.remove_prefix(length);
    }
    std::string out;
    if (text.empty())
        return out;
    if (m_file.addsSpace)
        out += space;
    bool isAfterSpace = m_file.collapsesSpaces;
    while (!text.empty()) {
        auto [prefix, length] = normalisedPrefix(text);
        while (isAfterSpace && prefix.starts_with(' '))
            prefix.remove_prefix(1);
        for (const char c : prefix) {
            if (c == ' ')
                out += space;
            else
                out += c;
        }
        if (!prefix.empty())
            isAfterSpace = prefix.ends_with(' ');
        isAfterSpace = isAfterSpace && m_file.collapsesSpaces;
        text.remove_prefix(length);
    }
    while (m_file.collapsesSpaces && out.ends_with(space))
        out.erase(out.size() - space.size());
    return out;
}

std::string_view Unigram::orderedText(std::size_t place) const
{
    return m_file.pieces[static_cast<std::size_t>(m_order[place])].text;
}

std::pair<std::size_t, std::size_t> Unigram::narrowed(std::pair<std::size_t, std::size_t> range,
                                                      std::size_t depth, char byte) const
{
    // Within the range all texts agree up to `depth`; those that end there stand first.
    const auto value = static_cast<unsigned char>(byte);
    const auto key = [&](int id) {
        const std::string& text = m_file.pieces[static_cast<std::size_t>(id)].text;
        return depth < text.size() ? static_cast<unsigned char>(text[depth]) : -1;
    };
    const auto first = m_order.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto last = m_order.begin() + static_cast<std::ptrdiff_t>(range.second);
    const auto from =
        std::lower_bound(first, last, value, [&](int id, int v) { return key(id) < v; });
    const auto to = std::upper_bound(from, last, value, [&](int v, int id) { return v < key(id); });
    return {static_cast<std::size_t>(from - m_order.begin()),
            static_cast<std::size_t>(to - m_order.begin())};
}

std::vector<std::pair<std::size_t, int>> Unigram::bestPath(std::string_view text) const
{
    struct End {
        int id = -1;
        float score = 0;
        std::size_t start = std::string_view::npos;
    };
    std::vector<End> ends(text.size() + 1);
    const auto offer = [&](std::size_t start, std::size_t end, int id, float score) {
        if (ends[end].start == std::string_view::npos || score > ends[end].score)
            ends[end] = {id, score, start};
    };
    for (std::size_t start = 0; start < text.size();) {
        const float before = ends[start].score;
        const std::size_t sign = std::max<std::size_t>(codePointLength(text.substr(start)), 1);
        bool hasSign = false;
        std::pair<std::size_t, std::size_t> range{0, m_order.size()};
        for (std::size_t depth = 0; start + depth < text.size(); ++depth) {
            range = narrowed(range, depth, text[start + depth]);
            if (range.first == range.second)
                break;
            if (orderedText(range.first).size() != depth + 1)
                continue;
            const int id = m_order[range.first];
            const Piece& piece = m_file.pieces[static_cast<std::size_t>(id)];
            const auto length = static_cast<float>(depth + 1);
            const float score = piece.kind == Piece::Kind::UserDefined
                                    ? static_cast<float>(static_cast<double>(length * m_bestScore)
                                                         - 0.1 + static_cast<double>(before))
                                    : piece.score + before;
            offer(start, start + depth + 1, id, score);
            hasSign = hasSign || depth + 1 == sign;
        }
        if (!hasSign)
            offer(start, start + sign, m_file.unknown, m_unknownScore + before);
        start += sign;
    }
    std::vector<std::pair<std::size_t, int>> path; // starts, from the last
    for (std::size_t end = text.size(); end > 0; end = ends[end].start)
        path.emplace_back(ends[end].start, ends[end].id);
    return path;
}

std::vector<int> Unigram::encode(std::string_view text) const
{
    const std::string whole = normalised(text);
    const std::vector<std::pair<std::size_t, int>> path = bestPath(whole);
    std::vector<int> ids;
    bool wasUnknown = false;
    for (std::size_t i = path.size(); i-- > 0;) {
        const auto [start, id] = path[i];
        const std::size_t end = i == 0 ? whole.size() : path[i - 1].first;
        const bool isUnknown = id == m_file.unknown;
        if (isUnknown && m_file.usesBytes) {
            for (std::size_t at = start; at < end; ++at)
                ids.push_back(m_bytes[static_cast<unsigned char>(whole[at])]);
        } else if (!isUnknown || !wasUnknown) { // unknown ones in a row are one
            ids.push_back(id);
        }
        wasUnknown = isUnknown;
    }
    return ids;
}

} // namespace dollygrip::generator
