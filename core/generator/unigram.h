#pragma once

#include "core/generator/spiecefile.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dollygrip::generator {

/// The unigram tokenizer of a SentencePiece model: the text is normalised by the model's rules and
/// cut into the pieces whose scores add up to most. Gives what the SentencePiece library gives, and
/// stands in for it where that is not there.
class Unigram {
public:
    explicit Unigram(SpieceFile file);

    std::vector<int> encode(std::string_view text) const;
    /// The text as it is cut: spaces marked, signs in their normal form.
    std::string normalised(std::string_view text) const;

private:
    /// What the text's beginning becomes, and how many bytes it took.
    std::pair<std::string_view, std::size_t> normalisedPrefix(std::string_view text) const;
    /// The piece's numbers within m_order whose text goes on with `byte` at `depth`.
    std::pair<std::size_t, std::size_t> narrowed(std::pair<std::size_t, std::size_t> range,
                                                 std::size_t depth, char byte) const;
    std::string_view orderedText(std::size_t place) const;
    std::vector<std::pair<std::size_t, int>> bestPath(std::string_view text) const;

    SpieceFile m_file;
    std::vector<int> m_order;              ///< pieces that text can match, by text
    std::vector<int> m_bytes;              ///< token numbers of the 256 bytes
    std::vector<std::string_view> m_whole; ///< what the normaliser leaves alone, longest first
    float m_unknownScore = 0;
    float m_bestScore = 0;
};

} // namespace dollygrip::generator
