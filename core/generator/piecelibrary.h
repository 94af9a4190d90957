#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dollygrip::generator {

/// The SentencePiece library with a model, where it is installed.
class PieceLibrary {
public:
    /// Whether the library can be used here: built with it, its module found.
    static bool isThere();

    /// ModelUnusable with the library's reason. Only where it is there.
    static Result<PieceLibrary> open(std::span<const std::byte> model, const std::string& name);

    std::vector<int> encode(std::string_view text) const;

private:
    std::shared_ptr<void> m_pieces;
};

} // namespace dollygrip::generator
