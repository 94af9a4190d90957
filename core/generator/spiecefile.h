#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dollygrip::generator {

/// One piece of a unigram model.
struct Piece {
    enum class Kind { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };
    std::string text;
    float score = 0;
    Kind kind = Kind::Normal;
};

/// A SentencePiece model (`spiece.model`), checked so far that nothing in it can lead a reader
/// astray: a unigram model, scores finite, pieces distinct UTF-8, the normaliser's table closed in
/// itself.
struct SpieceFile {
    std::vector<Piece> pieces; ///< by token number
    int unknown = 0;           ///< token number of what no piece covers
    bool usesBytes = false;    ///< unknown characters become pieces of bytes
    bool addsSpace = true;     ///< in front of the text
    bool collapsesSpaces = true;
    bool marksSpaces = true;          ///< U+2581 stands for a space
    std::vector<std::uint32_t> rules; ///< double-array trie: text -> place in `replacements`
    std::string replacements;         ///< texts that end in NUL

    /// Errors: ModelUnusable with the reason.
    static Result<SpieceFile> read(std::span<const std::byte> bytes, const std::string& name);
};

/// The bytes of a `spiece.model`. Errors: FileNotFound, FileUnreadable, ModelUnusable (too large).
Result<std::vector<std::byte>> readSpieceBytes(const std::string& path);

/// One cell of the rules' trie.
struct TrieCell {
    std::uint32_t bits = 0;

    bool hasValue() const { return (bits >> 8 & 1) != 0; }
    std::uint32_t value() const { return bits & 0x7FFFFFFFu; }
    /// The byte that leads here; never a byte where the cell is a value.
    std::uint32_t label() const { return bits & 0x800000FFu; }
    /// To be exclusive-ored to the cell's own number.
    std::uint32_t offset() const { return (bits >> 10) << ((bits & (1u << 9)) >> 6); }
};

} // namespace dollygrip::generator
