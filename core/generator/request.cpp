#include "core/generator/request.h"

#include "core/generator/steeringtext.h"
#include "core/generator/textline.h"

#include <string_view>

namespace dollygrip::generator {
std::string toText(Quality quality)
{
    switch (quality) {
    case Quality::Move: return "move";
    case Quality::Draft: return "draft";
    case Quality::Final: return "final";
    }
    return "draft";
}

Result<Quality> qualityFromText(const std::string& text)
{
    for (const Quality quality : {Quality::Move, Quality::Draft, Quality::Final}) {
        if (text == toText(quality)) {
            return quality;
        }
    }
    return Error{ErrorCode::InvalidArgument, text, "quality is move, draft or final"};
}

std::string Request::toText() const
{
    std::string text = "request 1\n";
    text += "quality " + generator::toText(quality) + '\n';
    text += "size " + std::to_string(width) + ' ' + std::to_string(height) + '\n';
    text += "seed " + std::to_string(seed) + '\n';
    text += "model " + escaped(model) + '\n';
    text += "prompt " + escaped(prompt) + '\n';
    text += "negative " + escaped(negativePrompt) + '\n';
    text += directionText(*this);
    for (const Image& picture : guide) {
        text += "guide " + multiplane::pictureHash(picture).toText() + '\n';
    }
    text += multiplane::toText(stage);
    return text;
}

ContentHash Request::hash() const
{
    return contentHash(std::string_view(toText()));
}

} // namespace dollygrip::generator
