#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// Measures work by the wall's clock, or by the time that this thread had a processor: on a machine
/// with other work, one thread by processor time tells more than all by the wall.
class Clock {
public:
    explicit Clock(bool ofProcessor)
        : m_clock(ofProcessor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC)
    {
    }

    /// Seconds of the middle one of `times` runs.
    double seconds(int times, const std::function<void()>& work) const
    {
        std::vector<double> all;
        for (int i = 0; i < times; ++i) {
            const double start = now();
            work();
            all.push_back(now() - start);
        }
        std::sort(all.begin(), all.end());
        return all[all.size() / 2];
    }

private:
    double now() const
    {
        timespec time{};
        clock_gettime(m_clock, &time);
        return double(time.tv_sec) + 1e-9 * double(time.tv_nsec);
    }

    clockid_t m_clock;
};

/// The process's memory as the system counts it: most since reset(), and what of that is nobody
/// else's and no file's.
class PeakMemory {
public:
    void reset() { std::ofstream("/proc/self/clear_refs") << "5"; }

    static double gigabytes(const std::string& key)
    {
        std::ifstream in("/proc/self/status");
        for (std::string word; in >> word;)
            if (word == key + ":") {
                double kilobytes = 0;
                in >> kilobytes;
                return kilobytes * 1024 / 1e9;
            }
        return 0;
    }

    std::string text() const
    {
        char text[96];
        std::snprintf(text, sizeof text, "peak %.2f GB (now %.2f, of files %.2f)",
                      gigabytes("VmHWM"), gigabytes("VmRSS"), gigabytes("RssFile"));
        return text;
    }
};

} // namespace bench
