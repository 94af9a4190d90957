#pragma once

#include <string>
#include <string_view>

namespace dollygrip::generator {

/// A prompt as the reference hands it to its tokenizer: HTML references resolved, typographic
/// quotes and full-width letters made plain, control characters and terminal colours dropped, each
/// run of white space one space, none at the ends. What the reference's ftfy does beyond that is
/// left out: repair of text that was once decoded in the wrong encoding ("fÃ¼r"), half-width kana,
/// and Unicode's composed form (the tokenizer's own normalisation brings the last two about).
std::string cleanedPrompt(std::string_view prompt);

} // namespace dollygrip::generator
