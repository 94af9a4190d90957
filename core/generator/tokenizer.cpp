#include "core/generator/tokenizer.h"

#include "core/generator/piecelibrary.h"
#include "core/generator/promptcleaning.h"
#include "core/generator/spiecefile.h"
#include "core/generator/unigram.h"

#include <optional>
#include <utility>

namespace dollygrip::generator {
namespace {

constexpr std::int64_t kPadding = 0;
constexpr std::int64_t kEnd = 1;

} // namespace

struct Tokenizer::Private {
    std::int64_t size = 0;
    std::optional<PieceLibrary> library;
    std::optional<Unigram> unigram; ///< in its place

    std::vector<int> encode(std::string_view text) const
    {
        return library ? library->encode(text) : unigram->encode(text);
    }
};

Tokenizer::Tokenizer(std::unique_ptr<Private> made) : d(std::move(made)) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&& other) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&& other) noexcept = default;

Result<Tokenizer> Tokenizer::open(const std::string& path)
{
    const Result<std::vector<std::byte>> bytes = readSpieceBytes(path);
    return bytes ? fromBytes(*bytes, path) : Result<Tokenizer>(bytes.error());
}

Result<Tokenizer> Tokenizer::fromBytes(std::span<const std::byte> bytes, const std::string& name)
{
    // The library follows what the file says wherever it leads, so the file is checked first.
    Result<SpieceFile> file = SpieceFile::read(bytes, name);
    if (!file)
        return file.error();
    if (file->pieces.size() <= kEnd || file->pieces[kEnd].kind != Piece::Kind::Control
        || file->pieces[kPadding].kind != Piece::Kind::Control)
        return Error{ErrorCode::ModelUnusable, name,
                     "its first two pieces are not padding and end, as a UMT5 tokenizer's are"};
    auto made = std::make_unique<Private>();
    made->size = static_cast<std::int64_t>(file->pieces.size());
    if (PieceLibrary::isThere()) {
        Result<PieceLibrary> library = PieceLibrary::open(bytes, name);
        if (!library)
            return library.error();
        made->library = std::move(*library);
    } else {
        made->unigram.emplace(std::move(*file));
    }
    return Tokenizer(std::move(made));
}

std::vector<std::int64_t> Tokenizer::ids(std::string_view text, std::size_t limit) const
{
    const std::vector<int> pieces = d->encode(text);
    std::vector<std::int64_t> out(pieces.begin(), pieces.end());
    if (limit > 0 && out.size() > limit - 1)
        out.resize(limit - 1);
    out.push_back(kEnd);
    return out;
}

std::vector<std::int64_t> Tokenizer::idsOfPrompt(std::string_view prompt, std::size_t limit) const
{
    return ids(cleanedPrompt(prompt), limit);
}

std::int64_t Tokenizer::size() const
{
    return d->size;
}

std::vector<std::int64_t> padded(std::vector<std::int64_t> ids, std::size_t length)
{
    ids.resize(length, kPadding);
    return ids;
}

} // namespace dollygrip::generator
