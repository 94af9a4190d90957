#include "core/generator/spiecefile.h"

#include "core/generator/utf8.h"

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace dollygrip::generator {
namespace {

constexpr std::uintmax_t kLargestFile = 256u << 20;

/// One field of a protocol buffer message.
struct Field {
    std::uint64_t number = 0;
    std::uint64_t value = 0;  ///< of whole numbers and of four bytes
    std::string_view content; ///< of texts and messages
    bool isContent = false;
};

/// Reads fields one after the other; `isBroken` once something made no sense.
class Fields {
public:
    explicit Fields(std::string_view message) : m_rest(message) {}

    std::optional<Field> next()
    {
        if (m_rest.empty() || isBroken)
            return std::nullopt;
        Field field;
        const std::uint64_t tag = varint();
        field.number = tag >> 3;
        switch (tag & 7) {
        case 0: field.value = varint(); break;
        case 1: field.value = fixed(8); break;
        case 2: {
            const std::uint64_t size = varint();
            isBroken = isBroken || size > m_rest.size();
            if (!isBroken) {
                field.content = m_rest.substr(0, size);
                field.isContent = true;
                m_rest.remove_prefix(size);
            }
            break;
        }
        case 5: field.value = fixed(4); break;
        default: isBroken = true;
        }
        isBroken = isBroken || field.number == 0;
        return isBroken ? std::nullopt : std::optional(field);
    }

    bool isBroken = false;

private:
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        isBroken = true;
        return 0;
    }

    std::uint64_t fixed(std::size_t size)
    {
        if (m_rest.size() < size) {
            isBroken = true;
            return 0;
        }
        std::uint64_t value = 0;
        for (std::size_t i = size; i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(m_rest[i]);
        m_rest.remove_prefix(size);
        return value;
    }

    std::string_view m_rest;
};

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = codePointLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

/// Why a message cannot be used; empty: it can.
using Reason = std::string;

Reason readPiece(std::string_view message, Piece& piece)
{
    Fields fields(message);
    while (const auto field = fields.next()) {
        if (field->number == 1 && field->isContent) {
            piece.text = field->content;
        } else if (field->number == 2 && !field->isContent) {
            const auto bits = static_cast<std::uint32_t>(field->value);
            std::memcpy(&piece.score, &bits, sizeof bits);
        } else if (field->number == 3 && !field->isContent) {
            if (field->value < 1 || field->value > 6)
                return "a piece is of an unknown kind";
            piece.kind = static_cast<Piece::Kind>(field->value);
        }
    }
    if (fields.isBroken)
        return "a piece is damaged";
    if (piece.text.empty() || piece.text.size() > 4096 || !isUtf8(piece.text)
        || piece.text.find('\0') != std::string::npos)
        return "a piece is no text";
    return std::isfinite(piece.score) ? "" : "a score is no number";
}

Reason readTraining(std::string_view message, SpieceFile& file, bool& isUnigram)
{
    Fields fields(message);
    while (const auto field = fields.next()) {
        if (field->isContent)
            continue;
        if (field->number == 3)
            isUnigram = field->value == 1;
        else if (field->number == 35)
            file.usesBytes = field->value != 0;
        else if (field->number == 24 && field->value != 0)
            return "it marks spaces behind words, which the text encoder's never do";
    }
    return fields.isBroken ? "its training settings are damaged" : "";
}

/// Everything a walk through the trie can meet lies in it, and every value in the replacements.
bool isClosed(const std::vector<std::uint32_t>& cells, std::string_view replacements)
{
    if (cells.empty())
        return true;
    if (replacements.empty() || replacements.back() != '\0')
        return false;
    std::vector<bool> isSeen(cells.size(), false);
    std::vector<std::uint32_t> open{0};
    isSeen[0] = true;
    while (!open.empty()) {
        const std::uint32_t here = open.back();
        open.pop_back();
        const TrieCell cell{cells[here]};
        const std::uint32_t base = here ^ cell.offset();
        if ((base | 0xFFu) >= cells.size())
            return false;
        if (here != 0 && cell.hasValue() && TrieCell{cells[base]}.value() >= replacements.size())
            return false;
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t child = base ^ byte;
            if (!isSeen[child] && TrieCell{cells[child]}.label() == byte) {
                isSeen[child] = true;
                open.push_back(child);
            }
        }
    }
    return true;
}

Reason readRules(std::string_view blob, SpieceFile& file)
{
    if (blob.empty())
        return "";
    std::uint32_t size = 0;
    if (blob.size() <= sizeof size)
        return "its normaliser is cut off";
    std::memcpy(&size, blob.data(), sizeof size);
    blob.remove_prefix(sizeof size);
    if (size >= blob.size() || size % 1024 != 0)
        return "its normaliser is cut off";
    file.rules.resize(size / 4);
    std::memcpy(file.rules.data(), blob.data(), size);
    file.replacements = blob.substr(size);
    return isClosed(file.rules, file.replacements) ? "" : "its normaliser points outside itself";
}

Reason readNormaliser(std::string_view message, SpieceFile& file)
{
    Fields fields(message);
    while (const auto field = fields.next()) {
        Reason reason;
        if (field->number == 2 && field->isContent)
            reason = readRules(field->content, file);
        else if (field->number == 3)
            file.addsSpace = field->value != 0;
        else if (field->number == 4)
            file.collapsesSpaces = field->value != 0;
        else if (field->number == 5)
            file.marksSpaces = field->value != 0;
        if (!reason.empty())
            return reason;
    }
    return fields.isBroken ? "its normaliser is damaged" : "";
}

Reason checkPieces(SpieceFile& file)
{
    std::set<std::string_view> texts;
    int unknowns = 0, bytes = 0;
    bool hasNormal = false;
    for (std::size_t id = 0; id < file.pieces.size(); ++id) {
        const Piece& piece = file.pieces[id];
        if (!texts.insert(piece.text).second)
            return "the piece \"" + piece.text + "\" stands there twice";
        if (piece.kind == Piece::Kind::Unknown) {
            file.unknown = static_cast<int>(id);
            ++unknowns;
        }
        bytes += piece.kind == Piece::Kind::Byte ? 1 : 0;
        hasNormal = hasNormal || piece.kind == Piece::Kind::Normal;
    }
    if (unknowns != 1 || !hasNormal)
        return "it has no pieces or not exactly one for the unknown";
    constexpr char kDigits[] = "0123456789ABCDEF";
    for (int byte = 0; byte < 256 && file.usesBytes; ++byte) {
        const std::string text{'<', '0', 'x', kDigits[byte / 16], kDigits[byte % 16], '>'};
        if (!texts.contains(text))
            return "the piece " + text + " is missing";
    }
    return bytes == (file.usesBytes ? 256 : 0) ? "" : "its pieces of bytes are not the 256";
}

} // namespace

Result<SpieceFile> SpieceFile::read(std::span<const std::byte> bytes, const std::string& name)
{
    SpieceFile file;
    bool isUnigram = true; // what the format takes for granted
    Fields fields({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    while (const auto field = fields.next()) {
        Reason reason;
        if (field->isContent && field->number == 1)
            reason = readPiece(field->content, file.pieces.emplace_back());
        else if (field->isContent && field->number == 2)
            reason = readTraining(field->content, file, isUnigram);
        else if (field->isContent && field->number == 3)
            reason = readNormaliser(field->content, file);
        if (!reason.empty())
            return Error{ErrorCode::ModelUnusable, name,
                         "not a usable SentencePiece model: " + reason};
    }
    Reason reason;
    if (fields.isBroken || file.pieces.empty())
        reason = "it is damaged or of another format";
    else if (!isUnigram)
        reason = "it is not of the unigram kind";
    else
        reason = checkPieces(file);
    if (!reason.empty())
        return Error{ErrorCode::ModelUnusable, name, "not a usable SentencePiece model: " + reason};
    return file;
}

Result<std::vector<std::byte>> readSpieceBytes(const std::string& path)
{
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(path, failure);
    if (failure) {
        const bool isThere = std::filesystem::exists(path);
        return Error{isThere ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound, path,
                     failure.message()};
    }
    if (size > kLargestFile)
        return Error{ErrorCode::ModelUnusable, path, "too large for a SentencePiece model"};
    std::vector<std::byte> bytes(size);
    std::ifstream in(path, std::ios::binary);
    if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size)))
        return Error{ErrorCode::FileUnreadable, path, "it cannot be read to its end"};
    return bytes;
}

} // namespace dollygrip::generator
