#include "core/base/log.h"

#include <cstdio>
#include <mutex>

namespace dollygrip {

namespace {

void toStderr(LogLevel level, std::string_view category, std::string_view line)
{
    if (level < LogLevel::Warning)
        return;
    std::fprintf(stderr, "%s: %.*s: %.*s\n", level == LogLevel::Error ? "error" : "warning",
                 int(category.size()), category.data(), int(line.size()), line.data());
}

/// One line at a time leaves the program; the sink is not called from two threads at once.
struct Shared {
    std::mutex mutex;
    LogSink sink = toStderr;
};

/// Never destroyed, so that threads that end late may still write.
Shared& shared()
{
    static Shared* const kept = new Shared;
    return *kept;
}

} // namespace

void setLogSink(LogSink sink)
{
    const std::lock_guard lock(shared().mutex);
    shared().sink = sink ? std::move(sink) : LogSink(toStderr);
}

void log(LogLevel level, std::string_view category, std::string_view line)
{
    const std::lock_guard lock(shared().mutex);
    shared().sink(level, category, line);
}

} // namespace dollygrip
