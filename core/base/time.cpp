#include "core/base/time.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <optional>
#include <vector>

namespace dollygrip {

namespace {

constexpr double kSlowest = 1.0;
constexpr double kFastest = 1000.0;

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || problem != std::errc()
        || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

Error noRate(std::string_view text)
{
    return {ErrorCode::InvalidArgument, std::string(text), "not a frame rate between 1 and 1000"};
}

/// A decimal such as "23.976" in thousandths, at most three digits after the point (more are
/// accepted and rounded off).
std::optional<std::int64_t> thousandths(std::string_view text)
{
    const std::size_t point = text.find('.');
    const auto whole = wholeNumber(text.substr(0, point));
    if (!whole || *whole > 1'000'000)
        return std::nullopt;
    if (point == std::string_view::npos)
        return *whole * 1000;
    const std::string_view digits = text.substr(point + 1);
    if (digits.empty() || digits.size() > 9)
        return std::nullopt;
    const auto fraction = wholeNumber(digits);
    if (!fraction)
        return std::nullopt;
    return *whole * 1000
           + std::llround(double(*fraction) * std::pow(10.0, 3.0 - double(digits.size())));
}

/// Frame numbers left out at the start of each minute but every tenth: 2 at 29.97, 4 at 59.94.
std::int64_t droppedPerMinute(FrameRate rate)
{
    return rate.nominal() / 15;
}

/// Numbers left out before the minute `minutes`.
std::int64_t droppedBefore(std::int64_t minutes, FrameRate rate)
{
    return droppedPerMinute(rate) * (minutes - minutes / 10);
}

/// The number that drop-frame counting gives this frame, as if none had been left out.
std::int64_t dropFrameNumber(std::int64_t frame, FrameRate rate)
{
    const std::int64_t dropped = droppedPerMinute(rate);
    const std::int64_t perMinute = std::int64_t(rate.nominal()) * 60 - dropped;
    const std::int64_t perTen = perMinute * 10 + dropped;
    const std::int64_t inTen = frame % perTen;
    std::int64_t number = frame + frame / perTen * 9 * dropped;
    if (inTen >= perMinute + dropped)
        number += (inTen - dropped) / perMinute * dropped;
    return number;
}

Error noTimecode(std::string_view text, const char* why)
{
    return {ErrorCode::InvalidArgument, std::string(text), why};
}

} // namespace

FrameIndex FrameRate::frameAt(double seconds) const
{
    return std::llround(seconds * num / den);
}

bool FrameRate::allowsDropFrame() const
{
    const int counted = nominal();
    return (counted == 30 || counted == 60)
           && std::int64_t(num) * 1001 == std::int64_t(counted) * 1000 * den;
}

Result<FrameRate> frameRateFromText(std::string_view text)
{
    const std::string_view wanted = trimmed(text);
    FrameRate rate;
    if (const std::size_t slash = wanted.find('/'); slash != std::string_view::npos) {
        const auto num = wholeNumber(trimmed(wanted.substr(0, slash)));
        const auto den = wholeNumber(trimmed(wanted.substr(slash + 1)));
        constexpr std::int64_t kLargest = 10'000'000;
        if (!num || !den || *num < 1 || *den < 1 || *num > kLargest || *den > kLargest)
            return noRate(text);
        const std::int64_t common = std::gcd(*num, *den);
        rate = {std::int32_t(*num / common), std::int32_t(*den / common)};
    } else {
        const auto milli = thousandths(wanted);
        if (!milli || *milli < 1)
            return noRate(text);
        rate = {std::int32_t(*milli / std::gcd(*milli, std::int64_t(1000))),
                std::int32_t(1000 / std::gcd(*milli, std::int64_t(1000)))};
        for (const std::int64_t counted : {24, 30, 48, 60, 96, 120, 240}) {
            // 23.976, 23.98, 29.97 … as people write n * 1000/1001, with two or three digits.
            const double exact = double(counted) * 1000.0 / 1001.0 * 1000.0;
            const bool threeDigits = *milli == std::llround(exact);
            const bool twoDigits = *milli == std::llround(exact / 10.0) * 10;
            if (threeDigits || twoDigits)
                rate = {std::int32_t(counted * 1000), 1001};
        }
    }
    if (rate.perSecond() < kSlowest || rate.perSecond() > kFastest)
        return noRate(text);
    return rate;
}

std::string toText(FrameRate rate)
{
    if (rate.den == 1)
        return std::to_string(rate.num);
    return std::to_string(rate.num) + "/" + std::to_string(rate.den);
}

std::string timecode(FrameIndex frame, FrameRate rate, bool dropFrame)
{
    const bool drop = dropFrame && rate.allowsDropFrame();
    const std::int64_t counted = rate.nominal();
    std::int64_t number = frame < 0 ? -frame : frame;
    if (drop)
        number = dropFrameNumber(number, rate);
    const std::int64_t seconds = number / counted;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s%02lld:%02d:%02d%c%02d", frame < 0 ? "-" : "",
                  static_cast<long long>(seconds / 3600), int(seconds / 60 % 60), int(seconds % 60),
                  drop ? ';' : ':', int(number % counted));
    return text.data();
}

Result<FrameIndex> frameFromTimecode(std::string_view text, FrameRate rate)
{
    std::string_view rest = trimmed(text);
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative)
        rest.remove_prefix(1);
    if (rest.empty())
        return noTimecode(text, "no timecode");

    std::vector<std::int64_t> fields;
    bool drop = false;
    while (true) {
        const std::size_t end = rest.find_first_of(":;");
        const auto field = wholeNumber(rest.substr(0, end));
        if (!field || fields.size() == 4)
            return noTimecode(text, "not HH:MM:SS:FF");
        fields.push_back(*field);
        if (end == std::string_view::npos)
            break;
        if (drop)
            return noTimecode(text, "only the frames follow a semicolon");
        drop = rest[end] == ';';
        rest.remove_prefix(end + 1);
    }
    constexpr std::int64_t kMostFrames = std::int64_t(1) << 53;
    if (fields.size() == 1) {
        if (fields[0] > kMostFrames)
            return noTimecode(text, "too large");
        return negative ? -fields[0] : fields[0];
    }
    if (drop && !rate.allowsDropFrame())
        return noTimecode(text, "drop frame exists at 29.97 and 59.94 only");

    fields.insert(fields.begin(), 4 - fields.size(), 0);
    const auto [hours, minutes, seconds, frames] =
        std::array{fields[0], fields[1], fields[2], fields[3]};
    const std::int64_t counted = rate.nominal();
    if (hours > 1'000'000 || minutes > 59 || seconds > 59 || frames >= counted)
        return noTimecode(text, "minutes and seconds go to 59, frames to one less than the rate");
    const std::int64_t wholeMinutes = hours * 60 + minutes;
    FrameIndex frame = (wholeMinutes * 60 + seconds) * counted + frames;
    if (drop) {
        if (wholeMinutes % 10 != 0 && seconds == 0 && frames < droppedPerMinute(rate))
            return noTimecode(text, "drop frame leaves this number out");
        frame -= droppedBefore(wholeMinutes, rate);
    }
    return negative ? -frame : frame;
}

} // namespace dollygrip
