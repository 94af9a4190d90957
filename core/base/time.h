#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace dollygrip {

/// A position in time, counted in frames at the film's rate. 0 is the first.
using FrameIndex = std::int64_t;

/// Frames from `first` up to, not including, `end`.
struct FrameRange {
    FrameIndex first = 0;
    FrameIndex end = 0;

    FrameIndex length() const { return end - first; }
    bool isEmpty() const { return end <= first; }
    bool contains(FrameIndex n) const { return n >= first && n < end; }
    bool operator==(const FrameRange&) const = default;
};

/// Frames a second as a rational number, so that 23.976 is exactly 24000/1001.
/// Both parts are positive.
struct FrameRate {
    std::int32_t num = 24;
    std::int32_t den = 1;

    double perSecond() const { return double(num) / den; }
    /// Seconds from frame 0 to the start of frame n.
    double seconds(FrameIndex n) const { return double(n) * den / num; }
    /// The frame that plays at this second, rounded to the nearest frame start.
    FrameIndex frameAt(double seconds) const;
    /// The whole number timecode counts by: 24 for 23.976, 30 for 29.97.
    int nominal() const { return (num + den / 2) / den; }
    /// Drop-frame timecode exists for 29.97 and 59.94 only (SMPTE 12M).
    bool allowsDropFrame() const;

    bool operator==(const FrameRate&) const = default;
};

/// Reads "24", "23.976", "29.97", "24000/1001". Common decimals become their exact rational.
/// Errors: InvalidArgument when it is no rate between 1 and 1000.
Result<FrameRate> frameRateFromText(std::string_view text);
/// "24" or "24000/1001"; frameRateFromText() reads it back exactly.
std::string toText(FrameRate rate);

/// Timecode text HH:MM:SS:FF, HH:MM:SS;FF when drop frame. Negative frames get a minus sign.
std::string timecode(FrameIndex frame, FrameRate rate, bool dropFrame = false);
/// Reads HH:MM:SS:FF (or ;FF), also MM:SS:FF, SS:FF, and a bare frame number.
/// Errors: InvalidArgument for text that is no timecode at this rate.
Result<FrameIndex> frameFromTimecode(std::string_view text, FrameRate rate);

} // namespace dollygrip
