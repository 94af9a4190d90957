#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dollygrip {

enum class LogLevel { Debug, Info, Warning, Error };

/// Where log lines go. Set once by main() before other threads start; called from any thread.
using LogSink = std::function<void(LogLevel, std::string_view category, std::string_view line)>;

/// Replaces the sink; the default prints warnings and errors to stderr.
void setLogSink(LogSink sink);

/// Writes one line. Category is the room ("dollygrip.takes"); the line is a plain English
/// sentence, written before the act: "Decoding chunk 3 of 7...". Thread-safe.
void log(LogLevel level, std::string_view category, std::string_view line);

} // namespace dollygrip
