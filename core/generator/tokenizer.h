#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// Tokens that a UMT5 encoder was trained to read at most, the end among them.
constexpr std::size_t kLongestPrompt = 512;

/// Words to token numbers, as the text encoder was trained: SentencePiece's unigram model, the end
/// of the text marked. Where the SentencePiece library is not, `Unigram` cuts the text.
/// Words that look like the tokenizer's own marks ("</s>", "<extra_id_0>") are plain text here.
class Tokenizer {
public:
    /// A `spiece.model`. Errors: FileNotFound, FileUnreadable, ModelUnusable with the reason.
    static Result<Tokenizer> open(const std::string& path);
    /// The same from memory, as repackaged text encoders carry it (`spiece_model`); `name` is what
    /// errors call it.
    static Result<Tokenizer> fromBytes(std::span<const std::byte> bytes, const std::string& name);

    ~Tokenizer();
    Tokenizer(Tokenizer&& other) noexcept;
    Tokenizer& operator=(Tokenizer&& other) noexcept;

    /// Token numbers of a cleaned prompt and the end mark, together at most `limit`: what is too
    /// long loses its end. Never empty.
    std::vector<std::int64_t> ids(std::string_view text, std::size_t limit = kLongestPrompt) const;

    /// The same for a prompt as it was typed, cleaned here.
    std::vector<std::int64_t> idsOfPrompt(std::string_view prompt,
                                          std::size_t limit = kLongestPrompt) const;

    /// Token numbers are less than this.
    std::int64_t size() const;

private:
    struct Private;
    explicit Tokenizer(std::unique_ptr<Private> made);

    std::unique_ptr<Private> d;
};

/// Token numbers with padding (0) behind them up to `length`, as files and tests show them.
std::vector<std::int64_t> padded(std::vector<std::int64_t> ids, std::size_t length);

} // namespace dollygrip::generator
