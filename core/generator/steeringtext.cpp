#include "core/generator/steeringtext.h"

#include <array>

namespace dollygrip::generator {
namespace {

using conditioning::ControlLook;
using conditioning::Steering;
using conditioning::TrackMethod;

constexpr std::array<std::pair<ControlLook, const char*>, 8> kLooks{{
    {ControlLook::Automatic, "automatic"},
    {ControlLook::None, "none"},
    {ControlLook::Keep, "keep"},
    {ControlLook::Scribble, "scribble"},
    {ControlLook::Flow, "flow"},
    {ControlLook::Layout, "layout"},
    {ControlLook::Gray, "gray"},
    {ControlLook::Depth, "depth"},
}};
constexpr std::array<std::pair<TrackMethod, const char*>, 4> kMethods{{
    {TrackMethod::Automatic, "automatic"},
    {TrackMethod::None, "none"},
    {TrackMethod::WanMove, "wan-move"},
    {TrackMethod::Ati, "ati"},
}};
constexpr std::array kSolvers{"unipc", "dpm++", "euler", "few-step", "few-step-renoised"};

template <class Table, class Value>
std::string wordOf(const Table& table, Value value)
{
    for (const auto& [each, word] : table) {
        if (each == value) {
            return word;
        }
    }
    return table.front().second;
}

template <class Value, class Table>
Result<Value> valueOf(const Table& table, const std::string& text, const std::string& what)
{
    std::string words;
    for (const auto& [each, word] : table) {
        if (text == word) {
            return each;
        }
        words += (words.empty() ? "" : ", ") + std::string(word);
    }
    return Error{ErrorCode::InvalidArgument, text, what + " is one of " + words};
}

/// The shortest text that reads back the same.
std::string numberText(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

double between(TextLine& line, double low, double high, bool& isGood)
{
    const double value = line.real();
    isGood = isGood && value >= low && value <= high;
    return value;
}

/// A file below the model folder and nowhere else.
bool isInnerName(const std::string& name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string::npos
        || name.find(':') != std::string::npos || name.find('\0') != std::string::npos) {
        return false;
    }
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string part = name.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

std::string steeringLines(const Steering& steering)
{
    const Steering usual;
    std::string text;
    if (steering.look != usual.look) {
        text += "look " + toText(steering.look) + '\n';
    }
    if (steering.strength != usual.strength) {
        text += "strength " + numberText(steering.strength) + '\n';
    }
    if (steering.givesFirstPanel || steering.givesLastPanel || steering.givesKeyPanels) {
        text += "given";
        for (const bool given :
             {steering.givesFirstPanel, steering.givesLastPanel, steering.givesKeyPanels}) {
            text += given ? " 1" : " 0";
        }
        text += '\n';
    }
    if (steering.whiteOnBlackLayout) {
        text += "layout 1\n";
    }
    if (steering.tracks != usual.tracks) {
        text += "tracks " + toText(steering.tracks) + '\n';
    }
    if (steering.startSigma != usual.startSigma || steering.heldSigma != usual.heldSigma) {
        text += "clock " + numberText(steering.startSigma) + ' ' + numberText(steering.heldSigma)
                + '\n';
    }
    for (const conditioning::Reference& reference : steering.references) {
        text += "reference " + multiplane::pictureHash(reference.picture).toText() + ' '
                + escaped(reference.name) + '\n';
    }
    return text;
}

bool readSampling(TextLine& line, Request& request, bool& isGood)
{
    const auto name = line.name();
    if (name == "solver") {
        const std::string word(line.word());
        isGood = std::find(kSolvers.begin(), kSolvers.end(), word) != kSolvers.end();
        request.sampling.solver = word;
    } else if (name == "steps") {
        request.sampling.steps = line.integer(1, 1000);
    } else if (name == "guidance") {
        request.sampling.guidance = between(line, 0, 100, isGood);
    } else if (name == "shift") {
        request.sampling.shift = between(line, 0, 100, isGood);
        isGood = isGood && request.sampling.shift > 0;
    } else if (name == "lora") {
        LoraUse lora;
        lora.strength = between(line, -100, 100, isGood);
        lora.file = unescaped(line.takeRest());
        isGood = isGood && isInnerName(lora.file) && request.loras.size() < kMostReferences;
        request.loras.push_back(std::move(lora));
    } else if (name == "lora-content") { // of the one before
        const std::string digits(line.word());
        isGood = !request.loras.empty() && digits.size() == 32
                 && digits.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (isGood)
            request.loras.back().content = digits;
    } else {
        return false;
    }
    return true;
}

bool readSteering(TextLine& line, Steering& steering, bool& isGood)
{
    const auto name = line.name();
    if (name == "look") {
        const auto look = controlLookFromText(std::string(line.word()));
        isGood = look.has_value();
        steering.look = look ? *look : ControlLook::Automatic;
    } else if (name == "strength") {
        steering.strength = between(line, 0, 2, isGood);
    } else if (name == "given") {
        steering.givesFirstPanel = line.flag();
        steering.givesLastPanel = line.flag();
        steering.givesKeyPanels = line.flag();
    } else if (name == "layout") {
        steering.whiteOnBlackLayout = line.flag();
    } else if (name == "tracks") {
        const auto method = trackMethodFromText(std::string(line.word()));
        isGood = method.has_value();
        steering.tracks = method ? *method : TrackMethod::Automatic;
    } else if (name == "clock") {
        steering.startSigma = between(line, 0, 1, isGood);
        steering.heldSigma = between(line, 0, steering.startSigma, isGood);
    } else {
        return false;
    }
    return true;
}

} // namespace

std::string toText(ControlLook look)
{
    return wordOf(kLooks, look);
}

Result<ControlLook> controlLookFromText(const std::string& text)
{
    return valueOf<ControlLook>(kLooks, text, "a look");
}

std::string toText(TrackMethod method)
{
    return wordOf(kMethods, method);
}

Result<TrackMethod> trackMethodFromText(const std::string& text)
{
    return valueOf<TrackMethod>(kMethods, text, "the way of tracks");
}

std::string directionText(const Request& request)
{
    const Sampling& sampling = request.sampling;
    std::string text;
    if (!sampling.solver.empty()) {
        text += "solver " + sampling.solver + '\n';
    }
    if (sampling.steps > 0) {
        text += "steps " + std::to_string(sampling.steps) + '\n';
    }
    if (sampling.guidance >= 0) {
        text += "guidance " + numberText(sampling.guidance) + '\n';
    }
    if (sampling.shift > 0) {
        text += "shift " + numberText(sampling.shift) + '\n';
    }
    for (const LoraUse& lora : request.loras) {
        text += "lora " + numberText(lora.strength) + ' ' + escaped(lora.file) + '\n';
        if (!lora.content.empty())
            text += "lora-content " + lora.content + '\n';
    }
    return text + steeringLines(request.steering);
}

bool readDirection(TextLine& line, Request& request)
{
    bool isGood = true;
    return (readSampling(line, request, isGood) || readSteering(line, request.steering, isGood))
           && isGood;
}

} // namespace dollygrip::generator
