#include "core/base/memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace dollygrip {
namespace {

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

std::uint64_t numberIn(const char* path)
{
    std::ifstream in(path);
    std::uint64_t value = 0;
    return in >> value ? value : kUnlimited;
}

} // namespace

std::uint64_t freeMemory()
{
    std::uint64_t available = 0;
    std::ifstream in("/proc/meminfo");
    std::string name;
    std::uint64_t kilobytes = 0;
    for (std::string unit; in >> name >> kilobytes; std::getline(in, unit))
        if (name == "MemAvailable:")
            available = kilobytes * 1024;
    const std::uint64_t limit = numberIn("/sys/fs/cgroup/memory.max");
    const std::uint64_t used = numberIn("/sys/fs/cgroup/memory.current");
    if (limit != kUnlimited && used != kUnlimited) {
        const std::uint64_t left = limit > used ? limit - used : 1;
        available = available == 0 ? left : std::min(available, left);
    }
    return available;
}

} // namespace dollygrip
